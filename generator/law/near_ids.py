"""The id that was meant by one that nothing has: it differs in a letter, or in two that changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from generator.findings.problem import Problem, Wording
from generator.records.catalogue import Catalogue

_MISSING = "TC301"
_MOST = 50
"""Ids that are looked for; a catalogue in which more are missing has another fault."""


@dataclass(slots=True)
class NearIds:
    """What is like the ids that a catalogue lacks; each is looked for once."""

    catalogue: Catalogue
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def told_of(self, problem: Problem) -> Problem:
        """A problem; of an id that nothing has, with the one id that is like it."""
        place = problem.values.get("place")
        if problem.code != _MISSING or not isinstance(place, str):
            return problem
        near = self._near(place.partition("/")[0], str(problem.values["found"]))
        if near is None:
            return problem
        hint = Wording(("hint.nearest_id",), values={"name": near})
        return replace(problem, values={**problem.values, "near": hint})

    def _near(self, folder: str, wanted: str) -> str | None:
        asked = (folder, wanted)
        if asked not in self._known and len(self._known) < _MOST:
            like = [one for one in self._ids().get(folder, ()) if _one_slip_apart(one, wanted)]
            self._known[asked] = like[0] if len(like) == 1 else None
        return self._known.get(asked)

    def _ids(self) -> Mapping[str, Collection[str]]:
        catalogue = self.catalogue
        return {
            "agencies": catalogue.agencies,
            "legal-documents": catalogue.documents,
            "procedures": catalogue.procedures,
            "fields.yml": catalogue.fields,
            "life-events.yml": catalogue.life_events,
        }


def _one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter was left out, put in or replaced, or two beside each other changed.

    >>> _one_slip_apart("1.900206", "1.900260"), _one_slip_apart("btp", "bttp")
    (True, True)
    >>> _one_slip_apart("1.900206", "1.900311")
    False
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
