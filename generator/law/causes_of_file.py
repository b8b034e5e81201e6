"""What follows from another problem of one file, in time that grows with the problems alone."""

from collections import defaultdict
from collections.abc import Iterator

from generator.findings.problem import Pointer, Problem, Severity
from generator.law.causes import GUARDED, IN_THE_FILE, IN_THE_ROW, MISSING, NO_TEXT, OF_A_DAY

_SAME_ITEM_ID = "TC307"
"""Two items of one list with one id: what else is odd of the second follows from that."""
_OF_THE_FOLDER_NAME = ("procedure",)
"""What a path says best; of anything else that a path names, it is said that it is not there."""
_EDITED, _FACT_EDITED = "BD101", "BD106"
_ROW_EDITED = frozenset(("BD105", "BD107"))
"""Edits of what was published: to be taken back, with all that is wrong of them."""
_UNKNOWN_KEY, _NO_KEY = "CT202", ("CT201", "CT216")
"""A key in a wrong place is missing where it belongs."""
_CAUSES = frozenset((*(code for code, _ in IN_THE_FILE), *IN_THE_ROW, *NO_TEXT, _UNKNOWN_KEY))
_OF_THE_FILE = frozenset((*(code for code, _ in IN_THE_FILE), _FACT_EDITED))
"""Causes of what stands anywhere in the file."""
_Place = tuple[str, object]
_ANYWHERE: _Place = ("file", None)


def may_be_cause(problem: Problem) -> bool:
    """Whether others may follow from a problem."""
    return problem.code in _CAUSES or problem.code.startswith(GUARDED)


class CausesOfFile:
    """The causes in one file, by where what follows from them stands.

    Of causes that hold back the same, one is kept: a file may have thousands of them.
    """

    def __init__(self) -> None:
        self._found: dict[_Place, dict[tuple[object, ...], Problem]] = defaultdict(dict)

    def add(self, cause: Problem) -> None:
        """Take another one."""
        for place in _reaches(cause):
            self._found[place].setdefault(_alike(cause), cause)

    def hold_back(self, problem: Problem) -> bool:
        """Whether a problem of the file follows from one of them."""
        return any(
            _holds(cause, problem)
            for place in _looked_up(problem)
            for cause in self._found.get(place, {}).values()
        )


def _reaches(cause: Problem) -> Iterator[_Place]:
    """Where the problems stand that may follow from a cause."""
    if cause.code in _OF_THE_FILE:
        yield _ANYWHERE
    if cause.code == _SAME_ITEM_ID:
        yield "list", cause.pointer[:-1]
    if cause.code == _UNKNOWN_KEY:
        yield "named", cause.values.get("key")
    yield "key", cause.pointer[:1]
    yield "entry", cause.pointer[:2]
    yield "itself", cause.pointer


def _looked_up(problem: Problem) -> Iterator[_Place]:
    """Where a problem stands: every place that a cause may reach it by."""
    yield _ANYWHERE
    yield from (("list", problem.pointer[:size]) for size in range(len(problem.pointer) + 1))
    if problem.code in _NO_KEY:
        yield "named", problem.values.get("key")
    yield "key", problem.pointer[:1]
    yield "entry", problem.pointer[:2]
    yield "itself", problem.pointer


def _alike(cause: Problem) -> tuple[object, ...]:
    """What tells causes at one place apart."""
    first = str(cause.pointer[0]) if cause.pointer else None
    return cause.code, cause.severity, first if (cause.code, first) in IN_THE_FILE else None


def _holds(cause: Problem, problem: Problem) -> bool:
    """Whether a problem follows from another one in the same file; no error from a warning."""
    if problem.severity is Severity.ERROR and cause.severity is not Severity.ERROR:
        return False
    first = str(cause.pointer[0]) if cause.pointer else None
    places = ((cause.code, first), (cause.code, None))
    if any(problem.code in IN_THE_FILE.get(place, ()) for place in places):
        return True
    if problem.code in IN_THE_ROW.get(cause.code, ()):
        return cause.pointer[:2] == problem.pointer[:2]
    if cause.code == _UNKNOWN_KEY:
        return cause.values.get("key") == problem.values.get("key") and problem.code in _NO_KEY
    if {cause.code, problem.code} == {"TC303", MISSING} and cause.pointer == problem.pointer:
        return problem.code == (MISSING if cause.pointer == _OF_THE_FOLDER_NAME else "TC303")
    if cause.code == _SAME_ITEM_ID and problem.severity is not Severity.ERROR:
        size = len(cause.pointer) - 1
        return problem.pointer[:size] == cause.pointer[:size]
    if cause.code in NO_TEXT and cause.pointer == problem.pointer:
        return problem.code not in NO_TEXT
    if cause.code == _EDITED:
        return problem.code[:2] != GUARDED and cause.pointer[:1] == problem.pointer[:1]
    if cause.code in _ROW_EDITED and problem.code[:2] != GUARDED:
        return cause.pointer[:2] == problem.pointer[:2]
    if cause.code == _FACT_EDITED and cause.severity is Severity.ERROR:
        return problem.code in OF_A_DAY or problem.code == "TC304"
    guarded = cause.code.startswith(GUARDED) and cause.pointer == problem.pointer != Pointer()
    return guarded and problem.severity is not Severity.ERROR and problem.code[:2] != GUARDED
