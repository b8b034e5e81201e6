"""What this program is: a digest that changes with any file of it and with what it is built on."""

import hashlib
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.records.schema import schema_folder

_LIBRARIES = ("jinja2", "jsonschema", "lunr", "markdown", "mkdocs", "mkdocs-material", "msgspec")


@cache
def code_fingerprint() -> bytes:
    """The SHA-256 of the package, the schemas, and the versions of Python and of the libraries."""
    total = hashlib.sha256(platform.python_version().encode())
    for library in _LIBRARIES:
        total.update(f"{library} {version(library)}\n".encode())
    package = Path(__file__).resolve().parent.parent
    for folder in (package, schema_folder()):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.digest()
