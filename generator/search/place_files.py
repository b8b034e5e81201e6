"""The names of places as a browser reads them: a manifest, and files cut by the folded name.

Nothing of it is read before somebody types where they live. The manifest names the provinces, the
kinds, and where each file begins; a file has whole keys, so that all units of one name are in one.
A row is [name, kind, place in `around`, target], with a list of targets for a unit that ended.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.records.units import ProvinceUnit
from generator.search.analyser import syllables
from generator.search.place_names import (
    PlaceName,
    PlaceTarget,
    place_names,
    printed_province,
    read_place_words,
    split_kind,
)

Value = TypeVar("Value")

_WORDS = {
    "former": "template.place_former",
    "today": "template.place_today",
    "within": "template.place_within",
    "part": "template.place_part",
    "none": "template.place_none",
    "count": "template.place_count",
}
"""The words that suggestions are shown with."""

PLACE_ROOT = "places"
HASHED = f"{PLACE_ROOT}/names"
"""The folder of files that carry their content in their names."""
PLACE_FILE_BYTES = 6_000
"""About how long a file of names grows before the next begins, uncompressed."""
_DIGEST = 6
"""Hexadecimal digits of a content in the name of its file, which may be kept for ever."""
_CODE_DIGITS = 2
"""The first digits of a commune's code by which files of codes are cut."""
_PROVINCE_KINDS = ("province", "city")
_LETTERS = 2
"""A kind shortened to so many letters may be anything in a question."""


def place_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the manifest, the names and the codes; none without records of places."""
    places = edition.catalogue.places
    if not places:
        return
    names = sorted(place_names(places), key=lambda one: (one.key, one.former, one.around))
    starts = []
    for number, run in enumerate(_runs(names)):
        content = to_json(_rows(run))
        file = f"{number}-{hashlib.sha256(content).hexdigest()[:_DIGEST]}"
        starts.append([run[0].key, file])
        yield f"{HASHED}/{file}.json", content
    codes = dict(_code_files({target for one in names for target in one.targets}))
    yield from ((_code_file(start), content) for start, content in codes.items())
    yield f"{PLACE_ROOT}/manifest.json", to_json(_manifest(edition, starts, list(codes)))


def named_place_files(manifest: Any) -> Iterator[str]:
    """The paths of all files of names that a manifest names; a damaged one raises as it may."""
    yield from (f"{HASHED}/{file}.json" for _, file in manifest["names"])


def _manifest(edition: Edition, starts: list[list[str]], codes: list[str]) -> dict[str, Any]:
    words = read_place_words()
    return {
        "names": starts,
        "codes": codes,
        "provinces": {one.code: printed_province(one) for one in edition.catalogue.places.values()},
        "kinds": [
            [kind.name, [_folded(one) for one in kind.typed], kind.tier] for kind in words.kinds
        ],
        "short": {short: _folded(name) for short, name in words.short.items()},
        "words": {name: edition.words.entries[key] for name, key in _WORDS.items()},
        "pages": _pages(edition),
        "anchor": f"#{addresses.commune_anchor('{code}')}",
        "before": [_folded(one) for one in words.before],
    }


def place_table(edition: Edition) -> dict[str, Any] | None:
    """What the search must know to see a place in a question; None without records of places.

    Provinces are [code, key, printed name, name, …], where names are those of today, of the
    provinces that went into it alone, and what people shorten them to.
    """
    places = edition.catalogue.places
    if not places:
        return None
    words = read_place_words()
    own = [kind.typed[0] for kind in words.kinds if kind.unit in _PROVINCE_KINDS]
    return {
        "address": addresses.address(addresses.province("{key}")),
        "at": words.at,
        "own": own,
        "from": words.origin,
        "after": words.before,
        "ordinary": words.ordinary,
        "kinds": [
            typed
            for kind in words.kinds
            if kind.unit != "province"
            for typed in kind.typed
            if typed == kind.typed[0] or len(typed) > _LETTERS
        ],
        "provinces": [
            [one.code, key, printed_province(one), *_known_names(one, places)]
            for key, one in sorted(places.items())
        ],
    }


def _known_names(place: ProvinceUnit, places: Mapping[str, ProvinceUnit]) -> list[str]:
    """The names that lead to one province alone, without kinds."""
    named = [split_kind(former.name)[1] for former in place.merged_from]
    elsewhere = {
        split_kind(former.name)[1]
        for other in places.values()
        if other is not place
        for former in other.merged_from
    }
    names = [place.name, *(one for one in named if one not in elsewhere)]
    short = [short for short, name in read_place_words().short.items() if name in names]
    return list(dict.fromkeys([*names, *short]))


def _pages(edition: Edition) -> dict[str, str]:
    """The addresses of provinces, and of communes that have a page of their own, by their codes."""
    split = [place.partition("/") for place in edition.known_communes]
    communes = {code: addresses.commune(province, code) for province, _, code in split}
    places = edition.catalogue.places.items()
    provinces = {one.code: addresses.province(key) for key, one in places}
    return {code: addresses.address(page) for code, page in (provinces | communes).items()}


def _folded(text: str) -> str:
    return " ".join(syllables(text))


def _code_files(targets: Iterable[PlaceTarget]) -> Iterator[tuple[str, bytes]]:
    """The units of today by how their code begins: for the code in an address that is shared."""
    ordered = sorted(targets, key=lambda one: one.code)
    for start, found in groupby(ordered, lambda one: one.code[:_CODE_DIGITS]):
        yield start, to_json([_target(one) for one in found])


def _code_file(start: str) -> str:
    return f"{PLACE_ROOT}/codes/{start}.json"


def _runs(names: Sequence[PlaceName]) -> Iterator[list[PlaceName]]:
    """Names in files of about `PLACE_FILE_BYTES`; the names of one key stay together."""
    run: list[PlaceName] = []
    for _, alike in groupby(names, lambda one: one.key):
        found = list(alike)
        if run and len(to_json(_rows([*run, *found]))) > PLACE_FILE_BYTES:
            yield run
            run = []
        run += found
    if run:
        yield run


def _rows(run: Sequence[PlaceName]) -> dict[str, Any]:
    around = _numbered(one.around for one in run)
    targets = _numbered(target for one in run for target in one.targets)
    return {
        "around": list(around),
        "targets": [_target(one) for one in targets],
        "names": [
            [one.name, one.kind, around[one.around], _leads([targets[t] for t in one.targets], one)]
            for one in run
        ],
    }


def _leads(numbers: list[int], name: PlaceName) -> list[int] | int:
    return numbers if name.former else numbers[0]


def _target(target: PlaceTarget) -> list[str | int]:
    return [target.code, target.kind, target.name, target.province]


def _numbered(values: Iterable[Value]) -> dict[Value, int]:
    """Each value once, in order, and its place."""
    return {value: place for place, value in enumerate(dict.fromkeys(values))}
