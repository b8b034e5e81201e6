"""What the quick and the explaining validator say of a record, and whether it can be converted."""

from collections.abc import Iterator
from typing import Any

import msgspec

from generator.records.layout import catalogue_file
from generator.records.reading import TYPES, _numbered
from generator.records.schema import _validator, surely_valid
from generator.records.yaml_reader import read_yaml
from tests.conftest import SAMPLE

LACKING: tuple[tuple[str, Any], ...] = (
    ("absent", {"absent": [{"id": "1.000123", "title": "Tên", "citizen_words": ["x"]}]}),
    ("families", {"families": [{"join": ["1.000123", "1.000124"], "reason": "x"}]}),
    ("federation", {"members": [{"site": "x", "publisher": "bca", "address": "https://a.vn/b/"}]}),
    (
        "exceptions",
        {
            "exceptions": [
                {"rule": "TL101", "record": "x", "at": "x", "reason": "x", "until": "2026-01-01"}
            ]
        },
    ),
)
"""Kinds of which the sample has no record."""


def sound_records() -> Iterator[tuple[str, Any]]:
    """Sound records of every kind, with their kinds; those of the sample by their size."""
    yield from LACKING
    for file in sorted(SAMPLE.rglob("*.yml"), key=lambda file: (file.stat().st_size, file)):
        place = catalogue_file(file.relative_to(SAMPLE).as_posix())
        if place.kind:
            yield place.kind, read_yaml(file.read_bytes(), place.path).value


def disagreement(kind: str, data: Any) -> str:
    """How the validators differ on a record, or that it passes and is none; "" where all agree."""
    quick, slow = surely_valid(kind, data), not any(_validator(kind).iter_errors(data))
    if quick != slow:
        return f"{kind}: quick {quick}, explaining {slow}: {data!r}"
    error = _misfit(kind, data) if quick else ""
    if error and "got `float`" not in error:  # `copies: 1.0` is a finding of its own
        return f"{kind} passes and does not convert: {error}: {data!r}"
    return ""


def _misfit(kind: str, data: Any) -> str:
    try:
        msgspec.convert(_numbered(kind, data), TYPES[kind])
    except msgspec.ValidationError as error:
        return str(error)
    return ""
