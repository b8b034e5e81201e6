"""The id that was meant by one that nothing has: it differs in a letter, or in two that changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache

from generator.findings.problem import Problem, Wording
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file
from generator.records.schema import is_required

_MISSING = "TC301"
_FEW = 4
"""Ids that a sentence can name."""


def namer_of_near_ids(catalogue: Catalogue) -> Callable[[Problem], Problem]:
    """What adds to the problem of an id that nothing has the one id that is like it."""
    listed = cache(lambda folder: _by_rests(_ids(catalogue).get(folder, ())))
    few = cache(lambda folder: _all_of_few(_ids(catalogue).get(folder, ())))

    def name_near_id(problem: Problem) -> Problem:
        """The problem, with the one id that is like the one that nothing has."""
        place = problem.values.get("place")
        if problem.code != _MISSING or not isinstance(place, str):
            return problem
        folder, named = place.partition("/")[0], str(problem.values["found"])
        found = _like(named, listed(folder))
        others = _all_of_few(_versions_of(named, catalogue)) if "/v" in named else few(folder)
        near = Wording(("hint.nearest_id",), values={"name": found}) if found else others
        said = {"near": near, "drop": _how_to_drop(problem), "check": _where_it_is_said(problem)}
        return replace(problem, values={**problem.values, **said})

    return name_near_id


def _where_it_is_said(problem: Problem) -> Wording | str:
    """The source of a reference: a signed text, but of lists that the catalogue has of its own."""
    signed = catalogue_file(problem.path).kind in ("decision", "procedure", "version")
    return Wording(("hint.compare_signed",)) if signed else ""


def _how_to_drop(problem: Problem) -> Wording | str:
    """How to leave out what names a record; nothing where its key is required."""
    *outer, last = problem.pointer or ("",)
    is_item = isinstance(last, int)
    pointer = tuple(outer) if is_item else problem.pointer
    kind = catalogue_file(problem.path).kind
    if kind is None or not pointer or pointer[-1] == "items" or is_required(kind, pointer):
        return ""
    if kind == "families":
        return Wording(("hint.or_drop_pair",))
    key = "hint.or_drop_item" if is_item else "hint.or_drop_key"
    return Wording((key,), values={"name": str(pointer[-1])})


def _ids(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """The ids of the catalogue by the folder, or file, of their records."""
    return {
        "agencies": catalogue.agencies,
        "legal-documents": catalogue.documents,
        "places": catalogue.places,
        "procedures": catalogue.procedures,
        "fields.yml": catalogue.fields,
        "life-events.yml": catalogue.life_events,
    }


def _versions_of(named: str, catalogue: Catalogue) -> Collection[str]:
    """The versions there are of the procedure of a version that is not there."""
    refs = catalogue.version_refs.get(named.partition("/")[0], ())
    return [ref.key.rpartition("/")[2] for ref in refs]


def _all_of_few(ids: Collection[str]) -> Wording | str:
    """All ids, where they are so few that one can choose among them."""
    if not 0 < len(ids) <= _FEW:
        return ""
    names = ", ".join(f"`{one}`" for one in sorted(ids))
    return Wording(("hint.known_ids",), values={"names": names})


def _by_rests(ids: Collection[str]) -> Mapping[str, set[str]]:
    """Ids by themselves and by what is left of them without one letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in ids:
        for rest in _rests(one):
            found[rest].add(one)
    return found


def _rests(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _like(wanted: str, by_rests: Mapping[str, set[str]]) -> str | None:
    """The only id from which one slip leads to what was typed.

    >>> _like("1.900260", _by_rests(["1.900206", "1.900311"]))
    '1.900206'
    >>> _like("btp", _by_rests(["bttp", "btpp"])), _like("btp", _by_rests(["bca"]))
    (None, None)
    """
    found = {one for rest in _rests(wanted) for one in by_rests.get(rest, ())}
    return next(iter(found)) if len(found) == 1 else None
