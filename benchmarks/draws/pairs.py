"""Pairs of procedures that families join or leave apart, and that a nation joins."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.draws.sources import SourceWords
from benchmarks.draws.tables import DrawnTable, draw
from generator.law.families import find_families
from generator.law.family_candidates import candidate_of
from generator.law.family_titles import subject_key
from generator.records.catalogue import Catalogue

Pair = tuple[str, str]
_NEAR = 0.75
"""From this share of common words of their subjects on, two titles are near."""
_CELLS = ("code", "publisher", "level", "field", "title", "basis")
_COLUMNS = tuple(f"{side}_{cell}" for side in ("one", "other") for cell in _CELLS)


def families_of(catalogue: Catalogue, codes: Container[str] | None = None) -> dict[str, str]:
    """The id of the family of each procedure that has one; of some codes among themselves."""
    refs = catalogue.version_refs.items()
    wanted = [found[0] for code, found in refs if codes is None or code in codes]
    candidates = [candidate_of(one, catalogue) for one in wanted]
    kin = find_families(candidates, catalogue.family_reviews)
    return {code: one.id for one in kin for code in one.codes}


def judged_before(table: Path) -> frozenset[Pair]:
    """The pairs that an earlier draw had."""
    with table.open(encoding="utf8", newline="") as lines:
        return frozenset(_ordered(row["one"], row["other"]) for row in csv.DictReader(lines))


def joined_table(
    families: Mapping[str, str], source: SourceWords, known: frozenset[Pair], seed: int
) -> DrawnTable:
    """150 pairs of one family that no earlier draw had."""
    members: dict[str, list[str]] = defaultdict(list)
    for code, family in sorted(families.items()):
        members[family].append(code)
    every = {_ordered(*pair) for codes in members.values() for pair in combinations(codes, 2)}
    population = sorted(every - known)
    return _table("families", "joined", population, draw(population, 150, seed), source)


def near_table(
    catalogue: Catalogue,
    families: Mapping[str, str],
    source: SourceWords,
    known: frozenset[Pair],
    seed: int,
) -> DrawnTable:
    """100 pairs with near titles of different families that no earlier draw had."""
    population = sorted(set(_near_pairs(catalogue.procedures, families, source)) - known)
    return _table("near", "apart", population, draw(population, 100, seed), source)


def _near_pairs(
    codes: Iterable[str], families: Mapping[str, str], source: SourceWords
) -> Iterator[Pair]:
    titles = {code: source.words(code, "Tên thủ tục") for code in codes}
    words = {code: set(subject_key(title).split()) for code, title in titles.items()}
    used = Counter(word for found in words.values() for word in found)
    by_word: dict[str, list[str]] = defaultdict(list)
    for code, found in sorted(words.items()):
        rare = sorted(found, key=lambda word: (used[word], word))[: len(found) // 4 + 1]
        for other in {other for word in rare for other in by_word[word]}:
            share = len(found & words[other]) / len(found | words[other])
            if share >= _NEAR and families.get(code, code) != families.get(other, other):
                yield _ordered(code, other)
        for word in found:
            by_word[word].append(code)


def nation_table(nation: Path, source: SourceWords, seed: int) -> DrawnTable:
    """100 pairs that a federation joins across publishers."""
    population = sorted(_across(nation))
    return _table("federated", "joined", population, draw(population, 100, seed), source)


def nation_shares(nation: Path, source: SourceWords, catalogue: Catalogue) -> Iterator[str]:
    """How many entries of a federation hold several publishers; families, equal titles on one page.

    The families are those that a catalogue of all the publishers finds among their procedures.
    """
    entries = list(_entries(nation))
    page = {v["procedure"]: one["id"] for one in entries for v in one["variants"]}
    publisher = {v["procedure"]: v["publisher"] for one in entries for v in one["variants"]}
    several = [one for one in entries if len({v["publisher"] for v in one["variants"]}) > 1]
    variants = sum(len(one["variants"]) for one in several)
    yield f"federation: {len(page)} procedures on {len(entries)} pages"
    yield f"pages of several publishers: {len(several)}, with {variants} procedures"
    titles = {code: source.words(code, "Tên thủ tục").casefold().rstrip(".") for code in page}
    for name, key in (("families", families_of(catalogue, page)), ("equal titles", titles)):
        across = [codes for codes in _by_key(key) if len({publisher[code] for code in codes}) > 1]
        joined = [codes for codes in across if len({page[code] for code in codes}) == 1]
        yield f"{name} of several publishers: {len(joined)} of {len(across)} on one page"


def _by_key(keys: Mapping[str, str]) -> Iterable[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for code, key in keys.items():
        groups[key].append(code)
    return groups.values()


def _entries(nation: Path) -> Iterator[dict[str, Any]]:
    index = json.loads((nation / "api/v1/index.json").read_text("utf8"))
    for row in index["procedures"]:
        yield json.loads((nation / row["file"]).read_text("utf8"))


def _across(nation: Path) -> set[Pair]:
    pairs: set[Pair] = set()
    for one in _entries(nation):
        found = {variant["procedure"]: variant["publisher"] for variant in one["variants"]}
        pairs |= {_ordered(a, b) for a, b in combinations(found, 2) if found[a] != found[b]}
    return pairs


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _table(
    name: str, says: str, population: Sequence[Pair], drawn: Iterable[Pair], source: SourceWords
) -> DrawnTable:
    rows = [(says, *_side(one, source), *_side(other, source)) for one, other in drawn]
    return DrawnTable(name, ("says", *_COLUMNS), rows, len(population))


def _side(code: str, source: SourceWords) -> tuple[str, ...]:
    cells = (source.words(code, key) for key in ("Cấp thực hiện", "Lĩnh vực", "Tên thủ tục"))
    return code, source.publisher(code), *cells, _basis(code, source)


def _basis(code: str, source: SourceWords) -> str:
    found = source.contents.get(code, {}).get("Căn cứ pháp lý") or []
    rows = found if isinstance(found, list) else []
    return "; ".join(str(row.get("Mã văn bản") or "") for row in rows)
