"""What one piece of a version says, in plain words: for redlines and reviews."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch
from itertools import groupby
from typing import Any

from generator.law.changes import NOTHING_MORE, ORDER, Change, Piece
from generator.locale import Words
from generator.pages.formatting import (
    added_time_of,
    added_words,
    case_words,
    document_number,
    fee_name,
    figure_words,
    format_duration,
    missing,
    money,
    printed_wording,
)
from generator.records.catalogue import Catalogue
from generator.records.stated import AgencyPart, ChannelTime, Clause, Duration, Fee, Stated
from generator.records.version import (
    Case,
    Channel,
    DataLookup,
    DossierGroup,
    DossierItem,
    Form,
    InternalStep,
    LateSubmission,
    LegalBasis,
    LinkedProcedure,
    Online,
    Postal,
    Result,
    Step,
)


def _alike(said: tuple[str, Piece]) -> tuple[str, object, str]:
    """What pieces of one line have in common; one that is about no alike thing has its own."""
    text, piece = said
    return piece.part, piece.about == NOTHING_MORE and piece.key, text


@dataclass(frozen=True)
class Describer:
    """Describes pieces in the words of a language, with the names that a catalogue gives.

    Without `absence` a part that is not stated is empty, where a page says once what is lacking.
    """

    catalogue: Catalogue
    words: Words
    absence: bool = True

    def part(self, change: Change) -> str:
        """The name of the part, and which of several alike things it is about."""
        return self.shared_part([change])

    def shared_part(self, changes: Sequence[Change]) -> str:
        """The name of the part of changes, and of which alike things all of them are."""
        about = "; ".join(filter(None, map(self._about, changes)))
        return ": ".join(filter(None, (self.words(f"legal_part.{changes[0].part}"), about)))

    def _about(self, change: Change | Piece) -> str:
        key, text = change.about
        return ": ".join(filter(None, (self.words(key) if key else "", text)))

    def before(self, change: Change) -> str:
        """What a piece said before; empty when it was not there."""
        return self.value(change.part, change.item, change.before)

    def after(self, change: Change) -> str:
        """What a piece says after; empty when it is gone."""
        return self.value(change.part, change.item, change.after)

    def said_of(self, pieces: Iterable[Piece]) -> Iterator[tuple[str, str, str]]:
        """What the pieces of a text say, each thing once: the part, of which alike things (all
        the ways to submit that have one time), and the words; what says nothing is left out.
        """
        said = ((self.value(one.part, one.key, one.value), one) for one in pieces)
        for _, alike in groupby(((text, one) for text, one in said if text), key=_alike):
            same = list(alike)
            about = "; ".join(filter(None, (self._about(one) for _, one in same)))
            yield same[0][1].part, about, same[0][0]

    def value(self, part: str, item: str, value: Any) -> str:
        """The value of a piece, `item` being its key; empty when it is not there."""
        if value is None:
            return ""
        if item == ORDER:
            return self.words("change.order", items=", ".join(map(self._short, value)))
        if part in ("levels", "applicants") and not item.startswith("*"):
            return self.words(f"{part.removesuffix('s')}.{value}")
        if part == "time" and isinstance(value, tuple):
            return self._time(*value)
        if item in ("*postal", "*returned", "*service", "*sets"):
            return self._service(item, value)
        return self.describe(value)

    def _short(self, key: str) -> str:
        return key.rpartition(" ")[2].removeprefix("=")[:40]

    def _time(self, allowed: Duration, promised: Duration | None) -> str:
        said, own = format_duration(allowed, self.words), self.words("change.committed")
        if promised is not None:
            said = f"{said} ({own}: {format_duration(promised, self.words)})"
        lines = (f"{own}: {line}" for line in self._additional_lines(promised))
        return _lines((said, *self._additional_lines(allowed), *lines))

    def _additional_lines(self, time: Duration | None) -> Iterator[str]:
        """The limits of some readers, and additional time, a line each."""
        if not isinstance(time, ChannelTime):
            return
        for case in time.cases:
            limit = figure_words(case.value, case.unit, self.words)
            said = f"{case_words(case, self.words)}: {limit}"
            yield ". ".join(filter(None, (said, case.text)))
        for one in time.additions:
            said = added_words(added_time_of(one, self.words), self.words)
            yield ". ".join(filter(None, (said, one.text)))

    def _service(self, item: str, value: Any) -> str:
        if item == "*sets":
            return self.words("change.sets", count=value)
        if item == "*postal":
            return self.describe(value)
        if item == "*returned":
            return "; ".join(
                f"{self.words(f'returned.after_{way.submitted}')} "
                + ", ".join(self.words(f"returned.{place}") for place in way.returned)
                for way in value
            )
        anywhere, on_the_spot = value
        said = [self.words("service.non_territorial")] if anywhere else []
        said += [self.words(f"service.on_the_spot_{on_the_spot}")] if on_the_spot else []
        return " ".join(said)

    def describe(self, value: Any) -> str:
        """A piece in words."""
        return _described(value, self)

    def document(self, key: str | None) -> str:
        """The number of a legal document; its key when there is no such document."""
        return document_number(key, self.catalogue) if key else ""


@singledispatch
def _described(value: Any, _describer: Describer) -> str:
    """A piece in words."""
    return str(value)


@_described.register
def _(value: Stated, describer: Describer) -> str:  # type: ignore[type-arg]  # dispatch needs the bare class
    if value.items:
        said = [describer.describe(item) for item in value.items]
        return _lines((*said, printed_wording(value, said)))
    absent = value.none or (value.not_stated and describer.absence)
    return _lines((missing(value, describer.words) if absent else "", printed_wording(value, ())))


@_described.register
def _(value: Step, _describer: Describer) -> str:
    return ": ".join(filter(None, (value.name, value.text)))


@_described.register
def _(value: Channel, describer: Describer) -> str:
    method = describer.words(f"method.{value.method}")
    return _lines((method, value.case, value.text, value.address))


@_described.register
def _(value: Fee, describer: Describer) -> str:
    amount = money(value, describer.words)
    name = fee_name(value, describer.words)
    said = f"{name}: {amount}" if name else amount
    exempt = describer.describe(value.exemptions) if value.exemptions else ""
    exemptions = f"{describer.words('fee.exempt')}: {exempt}" if exempt else ""
    files = (file.name for file in value.files)
    return _lines((said, value.text, describer.document(value.basis), exemptions, *files))


@_described.register
def _(value: Case, _describer: Describer) -> str:
    return f"{value.name} ({value.code})" if value.code else value.name


@_described.register
def _(value: DossierGroup, _describer: Describer) -> str:
    return value.name or ""


@_described.register
def _(value: DossierItem, describer: Describer) -> str:
    words = describer.words
    counts = [words("dossier.originals", count=value.originals)] if value.originals else []
    counts += [words("dossier.copies", count=value.copies)] if value.copies else []
    counts += [words("dossier.presented")] if value.presented_only else []
    counts += [words("dossier.not_required")] if value.required is False else []
    counts += [words("dossier.electronic_form")] if value.electronic_form else []
    name = f"{words('dossier.note')} {value.name}" if value.kind == "note" else value.name
    said = f"{name} ({', '.join(counts)})" if counts else name
    data = value.replaced_by_data
    looked_up = _looked_up(data, describer) if data else ""
    form = words("dossier.form", name=", ".join(value.forms)) if value.forms else ""
    return _lines((said, value.text, form, looked_up))


def _looked_up(data: DataLookup, describer: Describer) -> str:
    words, number = describer.words, describer.document(data.basis)
    basis = words("document.under", document=number) if number else ""
    database = words("dossier.data", database=data.database)
    return " ".join(filter(None, (database, data.text, basis)))


@_described.register
def _(value: Form, describer: Describer) -> str:
    file = value.file.name if value.file else ""
    return _lines((value.name, file, describer.document(value.basis)))


@_described.register
def _(value: AgencyPart, describer: Describer) -> str:
    agency = describer.catalogue.agencies.get(value.agency or "")
    name = agency.name if agency else value.agency or ""
    named = " – ".join(filter(None, (name, value.text)))
    return f"{named} ({value.role})" if value.role else named


@_described.register
def _(value: Result, _describer: Describer) -> str:
    return f"{value.name} ({value.code})" if value.code else value.name


@_described.register
def _(value: Clause, _describer: Describer) -> str:
    return value.text


@_described.register
def _(value: LegalBasis, describer: Describer) -> str:
    document = describer.catalogue.documents.get(value.document)
    title = value.text or (document.title if document else "")
    number = value.number_as_printed or (document.number if document else value.document)
    return ", ".join(filter(None, (value.provisions, f"{number} – {title}".strip(" –"))))


@_described.register
def _(value: LinkedProcedure, describer: Describer) -> str:
    versions = describer.catalogue.versions.get(value.procedure, ())
    title = versions[-1].title if versions else ""
    return _lines((f"{value.procedure} {title}".strip(), value.text))


@_described.register
def _(value: InternalStep, describer: Describer) -> str:
    named = " – ".join(filter(None, (value.phase, value.name, value.role)))
    return f"{named}: {format_duration(value.time, describer.words)}"


@_described.register
def _(value: Online, describer: Describer) -> str:
    level = describer.words(f"online.{value.level}")
    answer = "yes" if value.payment else "no"
    paid = "" if value.payment is None else describer.words(f"online.payment_{answer}")
    rule = describer.document(value.partial_rule)
    proactive = value.proactive_level
    ahead = "" if proactive is None else describer.words("online.proactive", level=proactive)
    return _lines((level, paid, value.partial_reason, rule, ahead, value.url))


@_described.register
def _(value: Postal, describer: Describer) -> str:
    words = describer.words
    return "; ".join(
        words(f"change.{name}_{_answer(answer)}")
        for name, answer in (
            ("post_receives", value.receives_dossier),
            ("post_returns", value.returns_result),
        )
    )


@_described.register
def _(value: LateSubmission, describer: Describer) -> str:
    return _lines((describer.words("service.late", hour=value.after), value.text))


def _answer(answer: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[answer]


def _lines(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part)
