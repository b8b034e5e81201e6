"""What follows from another problem is held back until that one is solved: one cause, one finding.

A breach names the file whose values it rests on as `because`; it is held back while a problem puts
these values in doubt.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.findings.problem import Pointer, Problem, Severity, Wording
from generator.law.causes import GUARDED, IN_DOUBT, LAST, MISSING, NO_TEXT, ODD
from generator.law.causes_of_file import CausesOfFile, may_be_cause

BECAUSE = "because"
"""The key of `values` under which a problem has the files, with spaces, on which it rests."""
COMPARED = "compared"
"""The key of `values` under which a problem has what it compares, as `file#key` with spaces.

It is held back while an error stands at one of these keys, or a text that is still to come.
"""
HEIR = "heir_file"
"""The key of `values` under which a problem has another file that it puts in doubt as well."""
DOUBTS = "doubts"
"""The key of `values` under which a problem has files and `/folders/`, with spaces between them.

Nothing but errors is reported there: the place in law of these files hangs on what is wrong.
"""

UNPUBLISHED = "unpublished"
"""The key of `values` under which a row without a beginning has the version that none publishes."""

_ALIKE = "TC320"
"""An item like one above it gives way to whatever is found in the item."""
_WRONG_ROWS = frozenset(("BD105", "QD202", "TC301", "TL101", "TL102", "TL104", "TL112"))
_LEFT_OUT = ("TL106", "NY707")
"""A version that no row publishes, a sheet of another one: beside a row that names a wrong one."""
_GONE = "BD103"
"""A code that leads nowhere: versions, rows and references went with it."""
_WRONG_PATHS = (("TC303", ("agency",)), ("TC303", ("id",)), ("TC304", ("signed",)))
"""A record whose id, agency or year is unlike its path: one of both is wrong."""
_LOST = "BD102"
"""A published version whose file is gone."""
_MISPLACED, _SAME_ID = "CT200", "TC302"
_CLOSED = "YM112"
"""A file, or a folder with all that lies in it, that may not be read."""
_OF_A_CLOSED_FOLDER = {
    "agencies": ("NY712",),
    "decisions": ("TL106",),
    "calendar": ("NY713", "NY718"),
    "places": ("DV405",),
}
"""By the first part of its path: what follows from records that nobody could read."""
_OF_HEIRS = ("QD219", "QD220")
"""What may follow when an agency names a successor or superior that is not there."""
_OF_THE_FOLDER = ("TL107", "TL119")
"""What is missing of a procedure in whose folder a file has a wrong name."""


def without_consequences(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that do not follow from another one of them."""
    every = list(problems)
    causes: dict[str, CausesOfFile] = defaultdict(CausesOfFile)
    misplaced = _MisplacedFiles.among(every)
    for problem in every:
        if may_be_cause(problem) and not misplaced.lead_to(problem):
            causes[problem.path].add(problem)
    doubted = {problem.path for problem in every if _puts_in_doubt(problem)}
    doubted |= {str(one.values[HEIR]) for one in every if HEIR in one.values}
    wrong = [one for one in every if one.code in _WRONG_ROWS and one.pointer[:1] == ("rows",)]
    misnamed = any(UNPUBLISHED not in one.values for one in wrong)
    closed = [one.path for one in every if one.code == _CLOSED and not one.path.endswith(".yml")]
    gone = {str(problem.values.get("found")) for problem in every if problem.code == _GONE}
    gone |= {_version_at(problem.path) for problem in every if problem.code == _LOST}
    wrong_keys = _wrong_keys(every)
    hanging = {part for one in every for part in str(one.values.get(DOUBTS, "")).split()}
    heirless = any(one.code == MISSING and one.path.startswith("agencies/") for one in every)
    places = _Places.of(every)
    for problem in every:
        follows = (
            not doubted.isdisjoint(str(problem.values.get(BECAUSE, "")).split())
            or not wrong_keys.isdisjoint(str(problem.values.get(COMPARED, "")).split())
            or (problem.path in causes and causes[problem.path].hold_back(problem))
            or _is_of_what_is_gone(problem, gone)
            or any(_lies_unread_in(folder, problem) for folder in closed)
            or (wrong and problem.code in _LEFT_OUT)
            or (misnamed and UNPUBLISHED in problem.values)
            or (hanging and _may_hang(problem) and _hangs(problem.path, hanging))
            or misplaced.lead_to(problem)
            or (heirless and problem.code in _OF_HEIRS)
            or places.tell_more_than(problem)
        )
        if not follows:
            yield problem


def _wrong_keys(problems: Sequence[Problem]) -> set[str]:
    """The first keys of the places of errors, each behind its file; none where nobody asks."""
    if not any(COMPARED in one.values for one in problems):
        return set()
    placed = (one for one in problems if one.pointer)
    return {
        f"{one.path}#{one.pointer[0]}"
        for one in placed
        if one.severity is Severity.ERROR or one.code in NO_TEXT
    }


def _puts_in_doubt(problem: Problem) -> bool:
    """Whether what rests on a record is in doubt with a problem of it."""
    return problem.code in IN_DOUBT or (problem.code, problem.pointer) in _WRONG_PATHS


def _may_hang(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR and problem.code[:2] != GUARDED


def _hangs(path: str, hanging: AbstractSet[str]) -> bool:
    """Whether a file, or a folder that it lies in, is one of some."""
    return path in hanging or any(f"/{name}/" in hanging for name in path.split("/")[1:-1])


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of problems: of all, and of those that are more than odd."""

    every: Counter[tuple[str, Pointer]]
    exact: frozenset[tuple[str, Pointer]]
    items: frozenset[tuple[str, Pointer]]
    """Whatever a place lies in."""

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> "_Places":
        """The places of some problems."""
        if not any(one.code in ODD or one.code == _ALIKE for one in problems):
            return cls(Counter(), frozenset(), frozenset())
        placed = [one for one in problems if one.pointer]
        every = Counter((one.path, one.pointer) for one in placed if one.code not in LAST)
        exact = frozenset((one.path, one.pointer) for one in placed if one.code not in ODD)
        alike = {one.path for one in problems if one.code == _ALIKE}
        inner = ((path, pointer) for path, pointer in exact if path in alike)
        items = frozenset((p, one[:size]) for p, one in inner for size in range(1, len(one)))
        return cls(every, exact, items)

    def tell_more_than(self, problem: Problem) -> bool:
        """Whether there is a more specific problem at the place of an odd one."""
        place = (problem.path, problem.pointer)
        if problem.code == _ALIKE:
            return place in self.items
        return problem.code in ODD and (
            place in self.exact or (problem.code in LAST and place in self.every)
        )


@dataclass(frozen=True, slots=True)
class _MisplacedFiles:
    """Records that are there under a wrong name or id: what is missing for them is no more said."""

    folders: frozenset[str]
    registers: frozenset[str]

    @classmethod
    def among(cls, problems: Iterable[Problem]) -> "_MisplacedFiles":
        """Those that problems speak of."""
        folders = {one.path.rpartition("/")[0] for one in problems if one.code == _MISPLACED}
        registers = {one.path for one in problems if one.code == _SAME_ID}
        of_procedures = {one for one in folders if one.startswith("procedures/")}
        return cls(frozenset(of_procedures), frozenset(registers))

    def lead_to(self, problem: Problem) -> bool:
        """Whether a problem says that one of these records is missing."""
        if problem.code == MISSING:
            place = _wanted_at(problem)
            codes = (folder.rpartition("/")[2] for folder in self.folders)
            return place in self.registers or any(f"/{code}/" in place for code in codes)
        return problem.code in _OF_THE_FOLDER and problem.path.rpartition("/")[0] in self.folders


def _version_at(path: str) -> str:
    """The code and the version of a file of a version, as records name it."""
    return "/".join(path.removesuffix(".yml").split("/")[-2:])


def _wanted_at(problem: Problem) -> str:
    """Where the record would stand that is missing; empty where that is not said."""
    place = problem.values.get("place", "")
    return str(place.values["place"] if isinstance(place, Wording) else place)


def _lies_unread_in(folder: str, problem: Problem) -> bool:
    """Whether a problem says that a record is missing which may lie in a folder that is closed."""
    kind = folder.partition("/")[0]
    if problem.code == MISSING:
        unknown = f"{kind}/" if kind == "procedures" else f"{folder}/"
        return _wanted_at(problem).startswith(unknown)
    return problem.code in _OF_A_CLOSED_FOLDER.get(kind, ())


def _is_of_what_is_gone(problem: Problem, gone: AbstractSet[str]) -> bool:
    if problem.code == MISSING:
        code = str(problem.values.get("found")).partition("/")[0]
        return code in gone or _version_at(_wanted_at(problem)) in gone
    if problem.code == "BD102":
        return any(f"/{code}/" in problem.path for code in gone)
    return problem.code == "BD105" and problem.values.get("procedure") in gone
