"""The sample with one text in every field that takes any."""

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from generator.records.schema import child_of, load_schema
from generator.records.yaml_writer import in_schema_order
from tests.conftest import SAMPLE

CODE = "1.900104"
DECISION = "decisions/btp/2024/9001.yml"
POISONED = (
    ("procedure", f"procedures/ho-tich/{CODE}/procedure.yml"),
    ("version", f"procedures/ho-tich/{CODE}/v001.yml"),
    ("agency", "agencies/ubnd-cap-xa.yml"),
    ("legal-document", "legal-documents/60-2014-qh13.yml"),
    ("fields", "fields.yml"),
    ("life-events", "life-events.yml"),
    ("journeys", "journeys.yml"),
    ("citizen-words", "citizen-words.yml"),
    ("decision", DECISION),
    ("catalogue", "catalogue.yml"),
)
_FREE = {"text", "line"}


def poison_sample(folder: Path, text: str) -> Path:
    """Write `folder`/catalogue: the sample with a text in every kind of record."""
    catalogue = folder / "catalogue"
    shutil.copytree(SAMPLE, catalogue)
    for kind, path in POISONED:
        file = catalogue / path
        data = yaml.safe_load(file.read_text("utf8"))
        schema = load_schema(kind)
        changed = in_schema_order(schema, _poisoned(data, schema, text))
        file.write_text(_written(changed), "utf8")
    return catalogue


def _poisoned(data: Any, schema: Any, text: str) -> Any:
    """The same record with the text in every field whose schema takes free text."""
    if isinstance(data, dict):
        return {k: _poisoned(value, child_of(schema, k), text) for k, value in data.items()}
    if isinstance(data, list):
        return [_poisoned(value, child_of(schema, 0), text) for value in data]
    takes_text = str(schema.get("$ref", "")).rpartition("/")[2] in _FREE
    return f"{text} {data}" if isinstance(data, str) and takes_text else data


def _written(data: Any) -> str:
    """JSON that is also YAML: characters that YAML refuses are escaped as it escapes them."""
    escaped = (
        c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(data, ensure_ascii=False)
    )
    return "".join(escaped)
