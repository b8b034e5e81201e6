"""The id that was meant by one that nothing has: it differs in a letter, or in two that changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache

from generator.findings.problem import Problem, Wording
from generator.records.catalogue import Catalogue

_MISSING = "TC301"


def namer_of_near_ids(catalogue: Catalogue) -> Callable[[Problem], Problem]:
    """What adds to the problem of an id that nothing has the one id that is like it."""
    listed = cache(lambda folder: _by_rests(_ids(catalogue).get(folder, ())))

    def name_near_id(problem: Problem) -> Problem:
        """The problem, with the one id that is like the one that nothing has."""
        place = problem.values.get("place")
        if problem.code != _MISSING or not isinstance(place, str):
            return problem
        found = _like(str(problem.values["found"]), listed(place.partition("/")[0]))
        hint = Wording(("hint.nearest_id",), values={"name": found}) if found else ""
        return replace(problem, values={**problem.values, "near": hint})

    return name_near_id


def _ids(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """The ids of the catalogue by the folder, or file, of their records."""
    return {
        "agencies": catalogue.agencies,
        "legal-documents": catalogue.documents,
        "procedures": catalogue.procedures,
        "fields.yml": catalogue.fields,
        "life-events.yml": catalogue.life_events,
    }


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
