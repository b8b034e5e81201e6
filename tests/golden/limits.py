"""Both sides of what rules call wrong: the cases of limits.yml, laid into the catalogue.

A case is a name and the keys in which a record differs from a sound one: `channels.items.0.time`
names a place in it, `@` in a text stands for the procedure's own code, `letters:9` for nine
letters, and a key without a value is left out where the schema asks for one.
"""

import copy
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import yaml

from tests.golden.command import HERE, Workplace

Record = dict[str, Any]
_SOUND = "procedures/ranh-gioi/1.800011"
_FIRST_CODE = 810001
_DECIDED = "2026-11-02"
_NULLABLE = frozenset(
    (
        *("code", "copies", "effective", "level", "listed", "name", "number_normalised"),
        *("originals", "payment", "receives_dossier", "required", "returns_result", "sets"),
        *("signed", "signed_file", "valid_from", "value"),
    )
)
"""Keys whose `null` says that something is not known."""


def lay_cases(place: Workplace) -> "LaidCases":
    """Write the records of every case into a catalogue."""
    cases = yaml.safe_load((HERE / "limits.yml").read_text("utf8"))
    laid = LaidCases(place)
    laid.versions(cases["versions"])
    for name, edits in _pairs(cases["records"]):
        laid.record(name, edits)
    laid.numbers([printed for line in cases["numbers"] for printed in line])
    for name, edits in _pairs(cases["decisions"]):
        laid.decision(name, edits)
    laid.exceptions(cases["exceptions"])
    return laid


def _pairs(listed: Sequence[Any]) -> Iterator[tuple[str, Record]]:
    return zip(islice(listed, 0, None, 2), islice(listed, 1, None, 2), strict=True)


class LaidCases:
    """Records written into a catalogue: the name of each file's case, and what it differs from."""

    def __init__(self, place: Workplace) -> None:
        self.names: dict[str, str] = {}
        self._sound: dict[str, Record] = {}
        self._root = place.catalogue

    def make_sound(self, path: str) -> None:
        """Put the record from which a case differs in its place, or nothing for a decision."""
        if path in self._sound:
            self._write(path, self._sound[path], self.names[path])
        elif path in self.names:
            (self._root / path).unlink()

    def versions(self, cases: Sequence[Any]) -> None:
        """Each case is the only version of a procedure of its own."""
        rows: dict[str, list[Record]] = defaultdict(list)
        for number, (name, edits) in enumerate(_pairs(cases), _FIRST_CODE):
            decided = edits.pop("decided", _DECIDED)
            self._version(f"1.{number}", "v001", edits, name)
            row = {"id": f"d{number}", "action": "publish", "procedure": f"1.{number}"}
            rows[decided].append({**row, "version": "v001"})
        for day, published in rows.items():
            key = f"brg/{day[:4]}/8{day[5:7]}{day[8:]}"
            dates = {"signed": day, "listed": day, "effective": day}
            self.decision(f"what was decided on {day}", {"id": key, **dates, "rows": published})

    def record(self, name: str, edits: Record) -> None:
        """Another record like one of the catalogue."""
        file = edits.pop("file")
        record = self._read(edits.pop("like"))
        own = file.split("/")[-2] if file.endswith("procedure.yml") else file.split("/")[-1][:-4]
        if "id" in record:
            record["id"] = own
        if "code" in record and "code" not in edits:
            record["code"] = own
        self._sound[file] = _edited(record, {}, own)
        self._write(file, _edited(record, edits, own), name)

    def numbers(self, printed: Sequence[str]) -> None:
        """A document for each number; nothing else is said of it."""
        for place, number in enumerate(printed, 101):
            key = f"van-ban-{place}"
            record = {"id": key, "number": number, "number_normalised": "?", "type": "other"}
            record |= {"title": "Văn bản", "status": "not_stated"}
            self._write(f"legal-documents/{key}.yml", record, f"the number {number}")

    def decision(self, name: str, edits: Record) -> None:
        """A decision, with the procedures and versions that it names and that are not there."""
        agency, _, number = edits["id"].split("/")
        signed = edits.get("signed", _DECIDED)
        printed = edits.get("number", f"{number}/QĐ-BRG")
        changed = edits.pop("with", {})
        record = {
            "id": edits["id"],
            "number": printed,
            "number_normalised": printed,
            "agency": agency,
            "title": f"Quyết định {number}",
            "signer": {"name": None, "position": "Thứ trưởng", "capacity": "for_head"},
            "signed": signed,
            "listed": signed,
            "effective": "2026-12-01",
            "recorded": signed,
            "signed_file": None,
            "unknown": {"signer": "Không ghi tên.", "signed_file": "Không kèm tệp."},
        }
        if edits.get("signer", {}).get("name"):
            del record["unknown"]["signer"]
        if edits.get("signed_file"):
            del record["unknown"]["signed_file"]
        self._write(f"decisions/{edits['id']}.yml", _edited(record, edits, number), name)
        for key in _published(edits["rows"]):
            code, _, version = key.partition("/")
            if not any(self._root.glob(f"procedures/*/{key}.yml")):
                self._version(code, version, changed.get(key, {}), name)

    def exceptions(self, added: Sequence[Record]) -> None:
        """More exceptions."""
        known = self._read("exceptions.yml")
        self._write("exceptions.yml", {"exceptions": [*known["exceptions"], *added]}, "exceptions")

    def _version(self, code: str, version: str, edits: Record, name: str) -> None:
        folder = f"procedures/ranh-gioi/{code}"
        if not any(self._root.glob(f"procedures/*/{code}")):
            procedure = self._read(f"{_SOUND}/procedure.yml")
            self._write(f"{folder}/procedure.yml", {**procedure, "id": code, "code": code}, name)
        record = self._read(f"{_SOUND}/v001.yml")
        record |= {"procedure": code, "version": version, "title": f"Thủ tục thử {code[2:]}"}
        self._sound[f"{folder}/{version}.yml"] = _edited(record, {}, code)
        self._write(f"{folder}/{version}.yml", _edited(record, edits, code), name)

    def _read(self, path: str) -> Record:
        record = yaml.safe_load((self._root / path).read_text("utf8"))
        assert isinstance(record, dict)
        return record

    def _write(self, path: str, record: Record, name: str) -> None:
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2000)
        file.write_text(text, "utf8")
        self.names[path] = name


class _Dumper(yaml.SafeDumper):
    """Writes records as the catalogue has them: days and codes in quotes, no references."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _published(rows: Sequence[Record]) -> Iterator[str]:
    """The versions that rows name, or the first one of a procedure that they end."""
    for row in rows:
        for target in (row, *row.get("by", ())):
            if "procedure" in target:
                yield f"{target['procedure']}/{target.get('version', 'v001')}"
        for code in row.get("replaces", ()):
            yield f"{code}/v001"


def _edited(record: Record, edits: Record, code: str) -> Record:
    made = copy.deepcopy(record)
    for place, value in edits.items():
        *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
        inner: Any = made
        for step in way:
            inner = inner[step]
        if isinstance(inner, list) and last == len(inner):
            inner.append(None)
        inner[last] = _meant(value, code)
    cleaned = _without_gaps(made)
    assert isinstance(cleaned, dict)
    return cleaned


def _meant(value: Any, code: str) -> Any:
    match value:
        case dict():
            return {key: _meant(inner, code) for key, inner in value.items()}
        case list():
            return [_meant(inner, code) for inner in value]
        case str() if value.startswith("letters:"):
            return ("Thủ tục dài " * 40)[: int(value.removeprefix("letters:")) - 1] + "x"
        case str() if value.startswith("@"):
            return value.replace("@", code)
    return value


def _without_gaps(value: Any) -> Any:
    match value:
        case dict():
            kept = {k: v for k, v in value.items() if v is not None or k in _NULLABLE}
            return {key: _without_gaps(inner) for key, inner in kept.items()}
        case list():
            return [_without_gaps(inner) for inner in value]
    return value
