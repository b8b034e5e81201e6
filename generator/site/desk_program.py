"""What the desk's worker runs: Python in WebAssembly, and the rules as this package has them.

The interpreter and one compiled package come from `make desk`; everything else is copied out of
what is installed, so that the page checks with the very versions that `niemyet check` runs with.
Bytes depend on nothing but these: archives have no dates.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from itertools import chain
from pathlib import Path

import yaml

from generator.records.schema import schema_folder

PYTHON = "pyodide"
PROGRAM = "program.zip"
READER = "reader.zip"
"""What reads pasted text and Word files; loaded when somebody asks for it."""
PREVIEW = "preview.zip"
"""What makes the page of a procedure out of a draft; loaded when somebody asks for it."""
_INTERPRETER = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "README.md",
)
_LOCK = "pyodide-lock.json"
_PACKAGES = ("attrs", "jsonschema", "jsonschema-specifications", "referencing", "PyYAML")
"""Pure packages that the checks import; PyYAML without its compiled half."""
_ROOMS = ("findings", "law", "locale", "records")
_MODULES = (
    "__init__.py",
    "addresses.py",
    "check.py",
    "draft_check.py",
    "published_files.py",
    "draft_worker.py",
)
_READER_PACKAGES = ("MarkupSafe",)
_READER_ROOMS = ("imports/portal", "imports/word", "exports/word", "readings")
_READER_MODULES = (
    "imports/__init__.py",
    "exports/__init__.py",
    "exports/xml_text.py",
    "draft_catalogue.py",
    "draft_reading.py",
)
_PREVIEW_PACKAGES = ("Markdown", "segno")
_PREVIEW_ROOMS = ("model", "pages", "readings")
_PREVIEW_MODULES = (
    *(f"exports/{name}.py" for name in ("__init__", "json_api", "json_text", "linked_data", "qr")),
    "exports/readings_schema.py",
    "draft_catalogue.py",
    "draft_preview.py",
)
_KEPT = (".py", ".json", ".yml")
_COMPILED = (".pyc", ".pyi", ".so", ".pyd")
_EXAMPLES = "generator/law/rules/examples/"
_STAND_INS = ("libyaml.py", "rpds.py", "jsonschema_rs.py")
_READER_STAND_INS = ("lxml.py",)
_EPOCH = (1980, 1, 1, 0, 0, 0)
File = tuple[str, bytes]


def read_interpreter(interpreter: Path, wheels: Iterable[Path]) -> Iterator[File]:
    """The files of the interpreter, out of the folder of the npm package `pyodide`.

    `wheels` are packages compiled for it; they go into one archive beside it.
    """
    for name in _INTERPRETER:
        yield f"{PYTHON}/{name}", (interpreter / name).read_bytes()
    lock = json.loads((interpreter / _LOCK).read_bytes())
    yield f"{PYTHON}/{_LOCK}", json.dumps({"info": lock["info"], "packages": {}}).encode()
    files = [file for wheel in wheels for file in _read_wheel_files(wheel)]
    yield f"{PYTHON}/compiled.zip", _archive(files)


def read_program() -> File:
    """One archive of the rules, the packages that they import and what stands in for others."""
    own = _read_own_files(_ROOMS, _MODULES)
    parts = (_read_stand_ins(_STAND_INS), _read_installed_files(_PACKAGES), own, _read_schemas())
    return PROGRAM, _archive(chain.from_iterable(parts))


def read_reader() -> File:
    """One archive of what reads texts and Word files into drafts, beside the program."""
    own = _read_own_files(_READER_ROOMS, _READER_MODULES)
    stand_ins = _read_stand_ins(_READER_STAND_INS)
    return READER, _archive(chain(stand_ins, _read_installed_files(_READER_PACKAGES), own))


def read_preview() -> File:
    """One archive of what makes pages out of drafts, beside the program."""
    own = _read_own_files(_PREVIEW_ROOMS, _PREVIEW_MODULES)
    return PREVIEW, _archive(chain(_read_installed_files(_PREVIEW_PACKAGES), own))


def _read_stand_ins(names: Iterable[str]) -> Iterator[File]:
    folder = resources.files("generator.site") / "desk_python"
    yield from ((name, (folder / name).read_bytes()) for name in names)


def _read_installed_files(packages: Iterable[str]) -> Iterator[File]:
    """The modules and data of installed packages, with what says under which licence they are."""
    for name in packages:
        for file in metadata.files(name) or ():
            path = file.as_posix()
            if _is_run(path) or re.search(r"\.dist-info/.*(?:LICENSE|COPYING)", path):
                yield path, Path(str(file.locate())).read_bytes()


def _is_run(path: str) -> bool:
    folders = set(path.split("/")[:-1])
    left_out = folders & {"tests", "benchmarks", ".."} or ".dist-info/" in path
    return not left_out and not path.endswith(_COMPILED)


def _read_own_files(rooms: Iterable[str], modules: Iterable[str]) -> Iterator[File]:
    """Modules and tables of this package; tables as JSON, read sooner."""
    package = Path(str(resources.files("generator")))
    folders = [package / room for room in rooms]
    found = [package / name for name in modules]
    found += [file for folder in folders for file in folder.rglob("*") if file.suffix in _KEPT]
    for file in sorted(found):
        path = file.relative_to(package.parent).as_posix()
        if not path.startswith(_EXAMPLES):
            yield path, _read_as_json(file) if file.suffix == ".yml" else file.read_bytes()


def _read_schemas() -> Iterator[File]:
    for file in sorted(schema_folder().glob("*.json")):
        yield f"generator/schema/{file.name}", file.read_bytes()


def _read_as_json(file: Path) -> bytes:
    value = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return json.dumps(value, ensure_ascii=False).encode()


def _read_wheel_files(wheel: Path) -> Iterator[File]:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _archive(files: Iterable[File]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(files):
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
