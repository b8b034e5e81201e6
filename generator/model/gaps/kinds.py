"""The kinds of gaps, and how much harm each does: the one place that ranks them."""

from collections.abc import Mapping
from enum import StrEnum


class GapKind(StrEnum):
    """What is unknown, unsure or contradicts itself."""

    FEE_CONTRADICTED = "fee_contradicted"
    """The recorded fee and the words beside it, or another channel, give different sums."""
    FEE_IMPLAUSIBLE = "fee_implausible"
    """A sum above nothing and below the least note in use."""
    FEE_ENDED = "fee_ended"
    """A recorded sum whose own words say that it has ended."""
    TIME_CONTRADICTED = "time_contradicted"
    PLACE_CONTRADICTED = "place_contradicted"
    PLACE_EXECUTING = "place_executing"
    """The executing body is recorded as receiving, and no words say that it receives."""
    PLACE_FOREIGN = "place_foreign"
    """A body of another territory is named as the place."""
    SETS_CONTRADICTED = "sets_contradicted"
    """The recorded number of sets of a dossier is not that of the words."""
    ANSWER_OUTDATED = "answer_outdated"
    """An editor's answer does not fit what is published by now."""
    BODY_ENDED = "body_ended"
    """A body is named that has ended."""
    PLACE_UNKNOWN = "place_unknown"
    PLACE_UNSURE = "place_unsure"
    FEE_UNKNOWN = "fee_unknown"
    FEE_UNSURE = "fee_unsure"
    TIME_UNKNOWN = "time_unknown"
    TIME_UNSURE = "time_unsure"
    PAPERS_UNKNOWN = "papers_unknown"
    PAPERS_UNSURE = "papers_unsure"
    """It is not sure which of the items are papers, so their count is not sure."""
    DOSSIER_CHOICE = "dossier_choice"
    """Whether all groups of papers are needed or one of them is not known."""
    COPIES_ZERO = "copies_zero"
    """A paper of which neither an original nor a copy is asked for, where others are counted."""
    FORM_UNLISTED = "form_unlisted"
    """A form that the papers name and the record does not list."""
    DAYS_UNKNOWN = "days_unknown"
    """Nobody knows from when the version binds."""
    GROUND_ENDED = "ground_ended"
    """A legal document on which the procedure rests has ended."""
    PLACE_BY_RULE = "place_by_rule"
    """No place is named; pages give that of the one-stop rule and say so."""
    FEE_ELSEWHERE = "fee_elsewhere"
    """The fee is laid down elsewhere, and no document is named."""
    TIME_ADDITION = "time_addition"
    """Words do not say whether a time beside the limit is part of it."""
    PORTAL_ID = "portal_id"
    """Without an identifier on the portal no link leads there."""
    AGENCY_UNLINKED = "agency_unlinked"
    """An agency is named in words and not by its id in the register."""
    PART_MISSING = "part_missing"
    """The source states nothing of a part."""


class Harm(StrEnum):
    """What a reader loses, the worst first."""

    CONTRADICTION = "contradiction"
    PLACE = "place"
    FEE = "fee"
    TIME = "time"
    PAPERS = "papers"
    DAYS = "days"
    REST = "rest"


_K = GapKind
_KINDS: Mapping[Harm, tuple[GapKind, ...]] = {
    Harm.CONTRADICTION: (
        _K.FEE_CONTRADICTED,
        _K.FEE_IMPLAUSIBLE,
        _K.FEE_ENDED,
        _K.TIME_CONTRADICTED,
        _K.PLACE_CONTRADICTED,
        _K.ANSWER_OUTDATED,
        _K.SETS_CONTRADICTED,
    ),
    Harm.PLACE: (
        _K.PLACE_UNKNOWN,
        _K.PLACE_UNSURE,
        _K.PLACE_FOREIGN,
        _K.PLACE_EXECUTING,
        _K.BODY_ENDED,
    ),
    Harm.FEE: (_K.FEE_UNKNOWN, _K.FEE_UNSURE),
    Harm.TIME: (_K.TIME_UNKNOWN, _K.TIME_UNSURE),
    Harm.PAPERS: (
        _K.PAPERS_UNKNOWN,
        _K.PAPERS_UNSURE,
        _K.DOSSIER_CHOICE,
        _K.COPIES_ZERO,
        _K.FORM_UNLISTED,
    ),
    Harm.DAYS: (_K.DAYS_UNKNOWN, _K.GROUND_ENDED),
    Harm.REST: (
        _K.PLACE_BY_RULE,
        _K.FEE_ELSEWHERE,
        _K.TIME_ADDITION,
        _K.PORTAL_ID,
        _K.AGENCY_UNLINKED,
        _K.PART_MISSING,
    ),
}

HARM_OF: Mapping[GapKind, Harm] = {kind: harm for harm, kinds in _KINDS.items() for kind in kinds}
"""How much harm a kind of gap does.

Who reads two values follows the wrong one; who reads none asks. Of what is not known, the place
costs a journey, the fee and the time a second one, papers the dossier; a day or a ground that
is not known matters to lawyers, and the rest leads nobody astray.
"""

RANK: Mapping[GapKind, int] = {kind: rank for rank, kind in enumerate(HARM_OF)}
"""The kinds in the order in which they are to be mended, the most harmful first."""

SUBJECT: Mapping[str, tuple[GapKind, ...]] = {
    "fees": (
        _K.FEE_CONTRADICTED,
        _K.FEE_IMPLAUSIBLE,
        _K.FEE_ENDED,
        _K.FEE_UNKNOWN,
        _K.FEE_UNSURE,
        _K.FEE_ELSEWHERE,
    ),
    "time": (_K.TIME_CONTRADICTED, _K.TIME_UNKNOWN, _K.TIME_UNSURE, _K.TIME_ADDITION),
    "place": (
        _K.PLACE_CONTRADICTED,
        _K.PLACE_EXECUTING,
        _K.PLACE_FOREIGN,
        _K.PLACE_UNKNOWN,
        _K.PLACE_UNSURE,
        _K.PLACE_BY_RULE,
    ),
    "papers": (_K.PAPERS_UNKNOWN, _K.PAPERS_UNSURE, _K.DOSSIER_CHOICE, _K.COPIES_ZERO),
}
"""The gaps that an editor's answer closes for readers, by the key of `answers` that does."""
