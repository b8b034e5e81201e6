"""Rules on what a record takes from a register, and another matter has there.

Records that were imported are as their source has them, and are not judged here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from generator.findings.problem import Pointer, Severity
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import PublishedVersion
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.law.syllables import is_bare_syllable, is_syllable
from generator.law.text import fold_text
from generator.records.registers import Procedure, WordPair
from generator.records.version import Version

_PEOPLE = frozenset(
    ("vietnamese_citizen", "overseas_vietnamese", "foreigner", "foreigner_residing")
)
_BUSINESSES = frozenset(
    ("enterprise", "vietnamese_enterprise", "foreign_invested_enterprise", "cooperative")
)
_NOBODY: frozenset[str] = frozenset()
_ONLY_FOR = {"business": _PEOPLE, "citizen": _BUSINESSES}
"""Who asks for what belongs to no situation of an audience."""


def _words_of_another_field(context: Context) -> Iterator[Breach]:
    """Words that lead to titles of some fields alone lead to some title of these fields."""
    pairs = context.catalogue.citizen_words
    if not context.is_requested("citizen-words.yml") or not any(one.fields for one in pairs):
        return
    titles = _titles_by_field(context)
    for position, pair in enumerate(pairs):
        elsewhere = [field for field, said in titles.items() if _leads_to(pair, said)]
        if pair.fields and elsewhere and not set(elsewhere) & set(pair.fields):
            place = ("citizen_words", position, "official", 0)
            values = {"found": pair.official[0], "field": _field(context, pair.fields[0])}
            other = ", ".join(_field(context, key) for key in sorted(elsewhere))
            yield at("citizen-words.yml", *place, other=other, **values)


def _words_without_marks(context: Context) -> Iterator[Breach]:
    """Words are written with their marks; readers may leave them out, and are understood."""
    named: list[tuple[str, Pointer, str]] = []
    for position, pair in enumerate(context.catalogue.citizen_words):
        for key in ("words", "official"):
            for index, words in enumerate(getattr(pair, key)):
                place: Pointer = ("citizen_words", position, key, index)
                named.append(("citizen-words.yml", place, words))
    for file, procedure in context.requested_records("procedure"):
        written = procedure.citizen_words if procedure.source is None else ()
        named += [(file, ("citizen_words", at), one) for at, one in enumerate(written)]
    for file, pointer, words in named:
        if context.is_requested(file) and _has_lost_its_marks(words):
            yield at(file, *pointer, found=words)


def _has_lost_its_marks(words: str) -> bool:
    """Whether syllables that stand together have no mark at all, of letter or of tone."""
    syllables = words.split()
    plain = words.isascii() and len(syllables) >= _FEWEST_SYLLABLES
    return plain and all(one.islower() and _may_be_read(one) for one in syllables)


def _may_be_read(syllable: str) -> bool:
    return is_syllable(syllable) or is_bare_syllable(syllable)


_FEWEST_SYLLABLES = 3
"""Two syllables in a row may well have no mark: “xe con”, “ly hôn” hardly."""


def _titles_by_field(context: Context) -> Mapping[str, str]:
    """The titles of what binds or will, folded, by field."""
    found: dict[str, list[str]] = defaultdict(list)
    for published in context.current_versions:
        procedure = context.catalogue.procedures.get(published.procedure)
        if procedure:
            found[procedure.field].append(fold_text(published.ref.header.title))
    return {field: "\n".join(titles) for field, titles in found.items()}


def _leads_to(pair: WordPair, titles: str) -> bool:
    return any(fold_text(words) in titles for words in pair.official)


def _field(context: Context, key: str) -> str:
    field = context.catalogue.fields.get(key)
    return field.name if field else key


def _event_of_others(context: Context) -> Iterator[Breach]:
    """What only people ask for is in some situation of people, and so with businesses.

    People ask for what begins a business too: a whole field that does is left alone.
    """
    catalogue = context.catalogue
    for published in context.requested_current_versions:
        procedure = catalogue.procedures.get(published.procedure)
        if procedure is None or procedure.source is not None or not procedure.life_events:
            continue
        asked = set(published.version.applicants.items)
        events = [catalogue.life_events.get(key) for key in procedure.life_events]
        strange = all(one and asked <= _ONLY_FOR.get(one.audience, _NOBODY) for one in events)
        of_people = all(one and one.audience == "citizen" for one in events)
        if asked and strange and (of_people or _stands_alone(procedure, context)):
            found = ", ".join(one.name for one in events if one)
            yield at(catalogue.path("procedure", procedure.id), "life_events", 0, found=found)


def _stands_alone(procedure: Procedure, context: Context) -> bool:
    """Whether others of its field are in situations, but in none of its audience."""
    every = context.catalogue.procedures.values()
    near = [one for one in every if one.field == procedure.field and one.id != procedure.id]
    theirs = _audiences(near, context)
    return bool(theirs) and theirs.isdisjoint(_audiences((procedure,), context))


def _audiences(procedures: Iterable[Procedure], context: Context) -> set[str]:
    """Whose the situations are in which some procedures stand."""
    known = context.catalogue.life_events
    keys = {key for one in procedures for key in one.life_events}
    return {known[key].audience for key in keys if key in known}


def _near_by_number(context: Context) -> Iterator[Breach]:
    """A text on which no other procedure of the field rests, but all on one of a near number."""
    near = _near_numbers(context)
    if not near:
        return
    users = _users(context, near)
    for published in context.requested_current_versions:
        field = _field_of(context, published)
        cited = dict.fromkeys(key for _, key in _cited(published.version))
        for pointer, key in _cited(published.version) if field else ():
            meant = near.get(key)
            alone = users.get((field, key), set()) <= {published.procedure}
            others = users.get((field, meant or ""), set()) - {published.procedure}
            if meant and alone and (others or meant in cited) and _is_single(key, published):
                documents = context.catalogue.documents
                values = {"found": documents[key].number, "title": documents[key].title}
                yield at(published.file, *pointer, wanted=documents[meant].number, **values)


def _is_single(key: str, published: PublishedVersion) -> bool:
    """Whether a version rests on a text in one place alone: a slip is made once."""
    return sum(one == key for _, one in _cited(published.version)) == 1


def _field_of(context: Context, published: PublishedVersion) -> str:
    procedure = context.catalogue.procedures.get(published.procedure)
    return procedure.field if procedure and published.version.source is None else ""


def _users(context: Context, near: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """The procedures that rest on each of the texts with a neighbour, by field."""
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for published in context.current_versions:
        field = _field_of(context, published)
        for _, key in _cited(published.version) if field else ():
            if key in near:
                users[field, key].add(published.procedure)
    return users


def _cited(version: Version) -> Iterator[tuple[Pointer, str]]:
    for position, basis in enumerate(version.legal_basis.items):
        if basis.document:
            yield ("legal_basis", "items", position, "document"), basis.document
    for position, form in enumerate(version.forms.items):
        if form.basis:
            yield ("forms", "items", position, "basis"), form.basis


def _near_numbers(context: Context) -> dict[str, str]:
    """Texts of one kind and year whose numbers differ in one figure, each with the other."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for key, document in context.catalogue.documents.items():
        number, _, rest = key.partition("-")
        if number.isdigit() and document.source is None:
            kinds[rest].append(number)
    return {
        f"{one}-{rest}": f"{other}-{rest}"
        for rest, numbers in kinds.items()
        for pair in combinations(numbers, 2)
        if _one_figure_apart(*pair)
        for one, other in (pair, pair[::-1])
    }


def _one_figure_apart(one: str, other: str) -> bool:
    """Whether a figure was exchanged, left out or typed too much.

    >>> _one_figure_apart("123", "23"), _one_figure_apart("50", "60"), _one_figure_apart("12", "35")
    (True, True, False)
    """
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_WARNING = Severity.WARNING
RULES = (
    Rule("NY733", _WARNING, PRACTICE, _words_of_another_field, needs=("procedure", "version")),
    Rule("NY734", _WARNING, HOUSE, _words_without_marks, per_file=True),
    Rule("TL135", _WARNING, HOUSE, _event_of_others),
    Rule("VD433", _WARNING, PRACTICE, _near_by_number, needs=("version",)),
)
