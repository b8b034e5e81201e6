"""What this program is: one digest, which changes with all that decides what it says and makes."""

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.records.schema import schema_folder

LIBRARIES = (
    "jinja2",
    "jsonschema",
    "jsonschema-rs",
    "lunr",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "msgspec",
    "pyyaml",
    "referencing",
    "segno",
)
"""The packages whose versions decide what is read, found and made."""


@cache
def compute_code_fingerprint() -> bytes:
    """The SHA-256 of the package, the schemas, and the versions of Python and of the libraries.

    Every cache has it in its keys: what another state of the program wrote is not found.
    """
    total = hashlib.sha256(platform.python_version().encode())
    for library in LIBRARIES:
        total.update(f"{library} {_installed(library)}\n".encode())
    package = Path(__file__).resolve().parent.parent
    for folder in (package, schema_folder()):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.digest()


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
