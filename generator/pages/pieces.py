"""What one piece of a version says, in plain words: for redlines and reviews."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Any

from generator.law.changes import ORDER, Change
from generator.locale import Words
from generator.pages.wording import duration, missing, money
from generator.records.catalogue import Catalogue
from generator.records.stated import AgencyPart, Clause, Duration, Fee, Stated
from generator.records.version import (
    Case,
    Channel,
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


@dataclass(frozen=True)
class Teller:
    """Says pieces in the words of a language, with the names that a catalogue gives."""

    catalogue: Catalogue
    words: Words

    def part(self, change: Change) -> str:
        """The name of the part, and which of several alike things it is about."""
        key, text = change.about
        more = [self.words(key)] if key else []
        more += [text] if text else []
        return ": ".join((self.words(f"legal_part.{change.part}"), *more))

    def before(self, change: Change) -> str:
        """What a piece said before; empty when it was not there."""
        return self.value(change.part, change.item, change.before)

    def after(self, change: Change) -> str:
        """What a piece says after; empty when it is gone."""
        return self.value(change.part, change.item, change.after)

    def value(self, part: str, item: str, value: Any) -> str:
        """The value of a piece, `item` being its key; empty when it is not there."""
        if value is None:
            return ""
        if item == ORDER:
            return self.words("change.order", items=", ".join(map(self._short, value)))
        if part in ("levels", "applicants") and isinstance(value, str):
            return self.words(f"{part.removesuffix('s')}.{value}")
        if part == "time" and isinstance(value, tuple):
            return self._time(*value)
        if item in ("postal", "returned", "service", "sets"):
            return self._service(item, value)
        return self.say(value)

    def _short(self, key: str) -> str:
        return key.rpartition(" ")[2].removeprefix("=")[:40]

    def _time(self, allowed: Duration, promised: Duration | None) -> str:
        said = duration(allowed, self.words)
        if promised is None:
            return said
        return f"{said} ({self.words('change.committed')}: {duration(promised, self.words)})"

    def _service(self, item: str, value: Any) -> str:
        if item == "sets":
            return self.words("change.sets", count=value)
        if item == "postal":
            return self.say(value)
        if item == "returned":
            return "; ".join(
                f"{self.words(f'returned.after_{way.submitted}')} "
                + ", ".join(self.words(f"returned.{place}") for place in way.returned)
                for way in value
            )
        anywhere, on_the_spot = value
        said = [self.words("service.non_territorial")] if anywhere else []
        said += [self.words(f"service.on_the_spot_{on_the_spot}")] if on_the_spot else []
        return " ".join(said)

    @singledispatchmethod
    def say(self, value: Any) -> str:
        """A piece in words."""
        return str(value)

    @say.register
    def _(self, value: Stated) -> str:  # type: ignore[type-arg]  # dispatch needs the bare class
        if value.items:
            return _lines(self.say(item) for item in value.items)
        return missing(value, self.words) if value.none or value.not_stated else value.text or ""

    @say.register
    def _(self, value: Step) -> str:
        return ": ".join(filter(None, (value.name, value.text)))

    @say.register
    def _(self, value: Channel) -> str:
        method = self.words(f"method.{value.method}")
        return _lines((method, value.case, value.text, value.address))

    @say.register
    def _(self, value: Fee) -> str:
        amount = money(value, self.words)
        said = f"{value.name}: {amount}" if value.name else amount
        exempt = self.say(value.exemptions) if value.exemptions else ""
        exemptions = f"{self.words('fee.exempt')}: {exempt}" if exempt else ""
        return _lines((said, value.text, self._document(value.basis), exemptions))

    @say.register
    def _(self, value: Case) -> str:
        return f"{value.name} ({value.code})" if value.code else value.name

    @say.register
    def _(self, value: DossierGroup) -> str:
        return value.name or value.id or ""

    @say.register
    def _(self, value: DossierItem) -> str:
        words = self.words
        counts = [words("dossier.originals", count=value.originals)] if value.originals else []
        counts += [words("dossier.copies", count=value.copies)] if value.copies else []
        counts += [words("dossier.presented")] if value.presented_only else []
        counts += [words("dossier.not_required")] if value.required is False else []
        counts += [words("dossier.electronic_form")] if value.electronic_form else []
        said = f"{value.name} ({', '.join(counts)})" if counts else value.name
        data = value.replaced_by_data
        looked_up = words("dossier.data", database=data.database) if data else ""
        form = words("dossier.form", name=", ".join(value.forms)) if value.forms else ""
        return _lines((said, value.text, form, looked_up))

    @say.register
    def _(self, value: Form) -> str:
        file = value.file.name if value.file else ""
        return _lines((value.name, file, self._document(value.basis)))

    @say.register
    def _(self, value: AgencyPart) -> str:
        agency = self.catalogue.agencies.get(value.agency or "")
        name = agency.name if agency else value.agency or ""
        named = " – ".join(filter(None, (name, value.text)))
        return f"{named} ({value.role})" if value.role else named

    @say.register
    def _(self, value: Result) -> str:
        return value.name

    @say.register
    def _(self, value: Clause) -> str:
        return value.text

    @say.register
    def _(self, value: LegalBasis) -> str:
        document = self.catalogue.documents.get(value.document)
        title = value.text or (document.title if document else "")
        number = value.number_as_printed or (document.number if document else value.document)
        return ", ".join(filter(None, (value.provisions, f"{number} – {title}".strip(" –"))))

    @say.register
    def _(self, value: LinkedProcedure) -> str:
        versions = self.catalogue.versions.get(value.procedure, ())
        title = versions[-1].title if versions else ""
        return _lines((f"{value.procedure} {title}".strip(), value.text))

    @say.register
    def _(self, value: InternalStep) -> str:
        return f"{value.name} – {value.role}: {duration(value.time, self.words)}"

    @say.register
    def _(self, value: Online) -> str:
        level = self.words(f"online.{value.level}")
        answer = "yes" if value.payment else "no"
        paid = "" if value.payment is None else self.words(f"online.payment_{answer}")
        rule = self._document(value.partial_rule)
        return _lines((level, paid, value.partial_reason, rule, value.url))

    @say.register
    def _(self, value: Postal) -> str:
        words = self.words
        return "; ".join(
            words(f"change.{name}_{_answer(answer)}")
            for name, answer in (
                ("post_receives", value.receives_dossier),
                ("post_returns", value.returns_result),
            )
        )

    @say.register
    def _(self, value: LateSubmission) -> str:
        return value.text or self.words("service.late", hour=value.after)

    def _document(self, key: str | None) -> str:
        document = self.catalogue.documents.get(key or "")
        return document.number if document else key or ""


def _answer(answer: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[answer]


def _lines(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part)
