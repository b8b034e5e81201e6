"""What an office must post on a day, counted from the YAML files alone.

Written after the words of docs/niem-yet.md with PyYAML; it imports nothing of the generator, so
that the two can only agree by saying the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]
_LEVELS = ("province", "commune")
_ONE_STOP = r"(trung tâm phục vụ hành chính công|bộ phận một cửa|bộ phận tiếp nhận và trả kết quả)"
_UNITS = {
    "province": r"(cấp tỉnh|tỉnh( .+)?|thành phố .+)",
    "commune": r"(cấp xã(, (tỉnh|thành phố) .+)?|(xã|phường|đặc khu) .+)",
}
"""What may follow the name of a one-stop unit that serves a whole province or commune."""
_CLASSES = {"province": "cấp tỉnh", "commune": "cấp xã"}


def load(path: Path) -> Record:
    found: Record = yaml.load(path.read_text("utf8"), Loader=yaml.CSafeLoader)
    return found


@dataclass(frozen=True)
class Files:
    """The records of a catalogue, read when somebody asks."""

    folder: Path

    @cached_property
    def agencies(self) -> Mapping[str, Record]:
        return {one["id"]: one for one in map(load, self.folder.glob("agencies/*.yml"))}

    @cached_property
    def provinces(self) -> Mapping[str, str]:
        """The names of provinces by their id."""
        return {one["id"]: one["name"] for one in map(load, self.folder.glob("places/*.yml"))}

    @cached_property
    def decisions(self) -> list[Record]:
        """What was decided, drafts left out, in the order of signature."""
        every = map(load, sorted(self.folder.glob("decisions/*/*/*.yml")))
        return sorted((one for one in every if one["number"]), key=lambda one: one["signed"] or "")

    @cached_property
    def folders(self) -> Mapping[str, Path]:
        return {path.name: path for path in self.folder.glob("procedures/*/*")}

    @cached_property
    def procedures(self) -> Mapping[str, Record]:
        return {code: load(path / "procedure.yml") for code, path in self.folders.items()}

    @cached_property
    def versions(self) -> Mapping[tuple[str, str], Record]:
        return {
            (code, file.stem): load(file)
            for code, path in self.folders.items()
            for file in path.glob("v*.yml")
        }

    def in_force(self, day: str) -> dict[str, str]:
        """The version of each procedure that binds on a day.

        What has no day of effect is posted all the same, though not before it was signed.
        """
        if day not in self._known:
            starts = sorted(self._starts(day), key=lambda one: one[0])
            last = {code: version for _, code, version in starts}
            self._known[day] = {code: version for code, version in last.items() if version}
        return self._known[day]

    @cached_property
    def _known(self) -> dict[str, dict[str, str]]:
        """What was counted before, by day."""
        return {}

    def _starts(self, day: str) -> Iterator[tuple[str, str, str | None]]:
        """What began to bind up to a day."""
        for decision, row in self.rows():
            yield from (one for one in self.starts_of(decision, row) if one[0] <= day)

    @staticmethod
    def starts_of(decision: Record, row: Record) -> Iterator[tuple[str, str, str | None]]:
        """From when on a row has which version of a procedure bind; None when it ends."""
        start = row.get("effective") or decision["effective"] or decision["signed"] or ""
        for code in row.get("replaces", ()):
            yield start, code, None
        for one in row.get("by", ()):
            yield start, one["procedure"], one["version"]
        if row["action"] == "abolish":
            yield start, row["procedure"], None
        elif row.get("version"):
            yield start, row["procedure"], row["version"]

    def rows(self) -> Iterator[tuple[Record, Record]]:
        """The rows that no other one annuls."""
        rows = [(decision, row) for decision in self.decisions for row in decision["rows"]]
        annulled = [row["annuls"] for _, row in rows if row["action"] == "annul"]
        for decision, row in rows:
            if {"decision": decision["id"], "row": row["id"]} not in annulled:
                yield decision, row

    def must_post(self, office: str, day: str) -> dict[str, str]:
        """The versions that an office must post on a day, by procedure."""
        seats = list(self._seats(self.agencies[office], day))
        own = {office, *(one["id"] for one in seats)}
        if office in (one["id"] for one in seats):
            own.add(self.agencies[office].get("parent", office))
        province = self._province(self.agencies[office])
        levels = {counter_level(one) for one in seats} & set(_LEVELS)
        named = self._of_agencies(own, day, lambda _: True)
        shared = self._of_agencies(
            self._departments_of_the_name(self.agencies[office]),
            day,
            lambda code: self._holds_in(code, province),
        )
        return named | shared | self.of_levels(levels, province, day)

    def _departments_of_the_name(self, own: Record) -> set[str]:
        """What stands for the department of every province, of which an agency is one."""
        match = re.fullmatch(r"(sở .+) (tỉnh|thành phố) (.+)", own["name"].lower())
        place = self.provinces.get(str(own.get("place", "")), "")
        if not match or match[3] != place.lower():
            return set()
        home = self._province(own)
        return {
            one["id"]
            for one in self.agencies.values()
            if one["name"].lower() == match[1] and self._province(one) in ("", home)
        }

    def of_levels(self, levels: set[str], province: str, day: str) -> dict[str, str]:
        """What the counters of some levels post in a province, or in any for ""."""

        def here(code: str) -> bool:
            return self._holds_in(code, province)

        of_level = {
            code: version
            for code, version in self.in_force(day).items()
            if levels_of(self.versions[code, version]) & levels and here(code)
        }
        return of_level | self._of_agencies(self._classes(levels, province), day, here)

    def _of_agencies(
        self, agencies: set[str], day: str, here: Callable[[str], bool]
    ) -> dict[str, str]:
        """The versions that name one of some agencies, of the procedures that hold `here`."""
        return {
            code: version
            for code, version in self.in_force(day).items()
            if agencies_of(self.versions[code, version]) & agencies and here(code)
        }

    def _seats(self, own: Record, day: str) -> Iterator[Record]:
        """The counters of an office: itself, or those under it that stand on the day."""
        if counter_level(own):
            yield own
            return
        for one in self.agencies.values():
            standing = (one.get("valid_to") or day) >= day
            if one.get("parent") == own["id"] and standing and counter_level(one):
                yield one

    def _classes(self, levels: set[str], province: str) -> set[str]:
        """The agencies whose names stand for all counters of a level, everywhere or in a province.

        What they receive, every single counter of the level receives.
        """
        return {
            one["id"]
            for one in self.agencies.values()
            if levels_of_class(one["name"]) & levels
            and (not province or self._province(one) in ("", province))
        }

    def _holds_in(self, code: str, province: str) -> bool:
        """Whether a procedure is of the whole country or of a province; "" is any province."""
        publisher = self.agencies.get(self.procedures[code]["agency"], {})
        home = self._province(publisher)
        return not home or not province or home == province

    def _province(self, agency: Record) -> str:
        """The id of the province in which an agency is, by its place or by its name."""
        if agency.get("place"):
            return str(agency["place"]).partition("/")[0]
        name = agency.get("name", "")
        for key, province in self.provinces.items():
            if re.search(rf"\b(tỉnh|thành phố) {province}$", name, re.I):
                return key
        return self._province_of_commune(name) if counter_level(agency) else ""

    def _province_of_commune(self, name: str) -> str:
        """The province of the only commune in the country whose name ends another name."""
        found = [key for key, commune in self._communes if name.lower().endswith(f" {commune}")]
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _communes(self) -> list[tuple[str, str]]:
        """The communes by their province, each with the word for its kind."""
        kinds = {"ward": "phường", "commune": "xã", "special_zone": "đặc khu"}
        every = map(load, self.folder.glob("places/*.yml"))
        return [
            (one["id"], f"{kinds[unit['kind']]} {unit['name']}".lower())
            for one in every
            for unit in one.get("communes", ())
            if unit["kind"] in kinds
        ]


def counter_level(agency: Record) -> str:
    """The level whose one-stop counter an agency is; "" for what is none."""
    if agency["kind"] == "counter" and agency.get("level"):
        return str(agency["level"])
    for level, units in _UNITS.items():
        if re.fullmatch(rf"{_ONE_STOP},? {units}", agency["name"].lower()):
            return "" if _names_both(agency["name"].lower()) else level
    return "counter" if agency["kind"] == "counter" else ""


def levels_of_class(name: str) -> set[str]:
    """The levels of which a name stands for every counter: "… cấp xã", "… cấp tỉnh, cấp xã"."""
    match = re.fullmatch(
        rf"{_ONE_STOP},? (cấp (tỉnh|xã)(, cấp (tỉnh|xã))?)(, (tỉnh|thành phố) .+)?", name.lower()
    )
    said = match[2] if match else ""
    return {level for level, word in _CLASSES.items() if word in said}


def _names_both(name: str) -> bool:
    return "cấp tỉnh" in name and "cấp xã" in name


def agencies_of(version: Record) -> set[str]:
    """The agencies that receive, carry out or decide."""
    roles = (version["agencies"].get(key) or {} for key in ("receiving", "executing", "deciding"))
    return {part["agency"] for one in roles for part in one.get("items", ()) if part.get("agency")}


def levels_of(version: Record) -> set[str]:
    return set((version.get("levels") or {}).get("items", ()))
