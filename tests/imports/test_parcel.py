"""A file of the desk is read as if a stranger had made it."""

import hashlib
import io
import json
import zipfile
from typing import Any

import pytest

from generator.imports.parcel import MOST_RECORD, BadParcelError, find_conflicts, read_parcel

AGENCY = "agencies/so-a.yml"


def parcel_bytes(
    records: dict[str, bytes] | None = None, entries: dict[str, bytes] | None = None, **said: Any
) -> bytes:
    records = {AGENCY: b"name: A\n"} if records is None else records
    manifest = {
        "format": 1,
        "title": "Sửa tên",
        "text": "",
        "decision": None,
        "made": "2026-06-01",
        "base": dict.fromkeys(records),
        "removed": [],
        **said,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for path, content in records.items():
            archive.writestr(f"catalogue/{path}", content)
        for path, content in (entries or {}).items():
            archive.writestr(path, content)
    return made.getvalue()


def test_a_parcel_has_its_records_and_what_they_were_drafted_from() -> None:
    parcel = read_parcel(parcel_bytes(entries={"thay-doi.patch": b"", "xem-lai.html": b""}))
    assert (parcel.title, dict(parcel.files)) == ("Sửa tên", {AGENCY: b"name: A\n"})
    assert dict(parcel.base) == {AGENCY: None}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "apply.no_parcel"),
        (b"PK\x03\x04 cut off", "apply.no_parcel"),
        (parcel_bytes(made=1), "apply.no_parcel"),
        (parcel_bytes(format=2), "apply.other_format"),
        (parcel_bytes({}), "apply.nothing"),
        (parcel_bytes(base={}), "apply.unlike_manifest"),
        (parcel_bytes(removed=[AGENCY]), "apply.unlike_manifest"),
        (parcel_bytes({"../mkdocs.yml": b""}), "apply.no_record"),
        (parcel_bytes({"agencies/../../x.yml": b""}), "apply.no_record"),
        (parcel_bytes(entries={"docs/index.md": b""}), "apply.no_record"),
        (parcel_bytes(removed=["../x"], base={AGENCY: None, "../x": None}), "apply.no_record"),
        (parcel_bytes({AGENCY: bytes(MOST_RECORD + 1)}), "apply.large_record"),
        (parcel_bytes({f"agencies/a{n}.yml": b"" for n in range(2001)}), "apply.too_large"),
    ],
)
def test_what_is_no_parcel_is_refused_with_its_reason(content: bytes, key: str) -> None:
    with pytest.raises(BadParcelError) as refused:
        read_parcel(content)
    assert refused.value.key == key


def test_a_record_that_has_changed_since_is_a_conflict() -> None:
    digest = hashlib.sha256(b"name: before\n").hexdigest()
    parcel = read_parcel(parcel_bytes(base={AGENCY: digest}))
    assert not list(find_conflicts(parcel, {AGENCY: b"name: before\n"}))
    assert list(find_conflicts(parcel, {AGENCY: b"name: other\n"})) == [AGENCY]
    assert list(find_conflicts(parcel, {})) == [AGENCY]


def test_what_has_been_taken_over_already_is_no_conflict() -> None:
    parcel = read_parcel(parcel_bytes())
    assert not list(find_conflicts(parcel, {AGENCY: b"name: A\n"}))
