"""Rules on public posting: contacts, forms, and the words citizens use."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.findings.problem import Severity, Value, Wording
from generator.law.consequences import BECAUSE
from generator.law.intervals import Event
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import FEEDBACK, HOUSE, POSTING, PRACTICE
from generator.law.text import fold_text
from generator.law.timeline import Timeline
from generator.records.postings import PostedSheet, PostingRecord, latest_postings
from generator.records.registers import Settings
from generator.records.schema_errors import shown
from generator.records.version import Version

_LISTED = 5
"""How many procedures a finding names."""


def _feedback_contact(settings: Settings) -> Iterator[Breach]:
    """Where to complain is posted with every procedure."""
    if not any(contact.purpose == "feedback" for contact in settings.contacts):
        yield here("contacts").shown_at_key()


def _unreachable(settings: Settings) -> Iterator[Breach]:
    """A contact can be reached: by post, phone, mail or page."""
    for position, contact in enumerate(settings.contacts):
        if not (contact.address or contact.phone or contact.email or contact.url):
            yield here("contacts", position, found=contact.name)


def _no_contact_today(context: Context) -> Iterator[Breach]:
    contacts = [c for c in context.catalogue.settings.contacts if c.purpose == "feedback"]
    if contacts and not any(contact.valid_on(context.day) for contact in contacts):
        day, position = Wording(day=context.day), _next_contact(context)
        if position is None:
            yield at("catalogue.yml", "contacts", found=day, to_come="").shown_at_key()
        else:
            to_come = Wording(("hint.contact_to_come",))
            place = ("contacts", position, "valid_from")
            yield at("catalogue.yml", *place, found=day, to_come=to_come)


def _next_contact(context: Context) -> int | None:
    """The feedback contact that begins first after the day: its year may be mistyped."""
    contacts = context.catalogue.settings.contacts
    begin = [(one.valid_from, place) for place, one in enumerate(contacts) if one.valid_from]
    later = [
        (day, place)
        for day, place in begin
        if day > context.day and contacts[place].purpose == "feedback"
    ]
    return min(later)[1] if later else None


def _contact_dates(settings: Settings) -> Iterator[Breach]:
    for position, contact in enumerate(settings.contacts):
        start, end = contact.valid_from, contact.valid_to
        if start and end and end < start:
            yield here("contacts", position, "valid_to", found=str(end), start=str(start))


def _contact_never_ended(settings: Settings) -> Iterator[Breach]:
    """A contact that another one of its purpose follows has a last day."""
    for position, contact in enumerate(settings.contacts):
        later = [
            other
            for other in settings.contacts
            if other.purpose == contact.purpose and other.valid_from and contact.valid_from
            if other.valid_from > contact.valid_from
        ]
        if later and contact.valid_to is None:
            start = str(later[0].valid_from)
            yield here("contacts", position, "valid_from", found=later[0].name, start=start)


def _form_without_file(version: Version) -> Iterator[Breach]:
    """Forms are posted right behind their procedure: each has a file, or the text that holds it."""
    for position, form in enumerate(version.forms.items):
        if form.file is None and form.basis is None:
            yield here("forms", "items", position, found=form.name)


def _unnamed_by_citizens(context: Context) -> Iterator[Breach]:
    """Official titles that no words of citizens lead to; counted, since words come one by one."""
    catalogue = context.catalogue
    if not context.is_requested("citizen-words.yml"):
        return
    general = [fold_text(text) for pair in catalogue.citizen_words for text in pair.official]
    titles = {one.procedure: one.ref.header.title for one in context.current_versions}
    lost = [
        code
        for code, title in titles.items()
        if not _named(catalogue.procedures.get(code)) and not _any_in(general, fold_text(title))
    ]
    if lost and catalogue.has("citizen-words", "citizen-words"):
        values = {"found": len(lost), "all": len(titles), "first": ", ".join(sorted(lost)[:3])}
        yield at("citizen-words.yml", "citizen_words", **values).shown_at_key()


def _named(procedure: object) -> bool:
    return bool(getattr(procedure, "citizen_words", ()))


def _any_in(phrases: list[str], title: str) -> bool:
    return any(phrase in title for phrase in phrases)


def _posted_twice(record: PostingRecord) -> Iterator[Breach]:
    """A procedure has one sheet in a record of what hangs."""
    once = {sheet.procedure: (position, sheet) for position, sheet in _once_each(record)}
    for position, sheet in enumerate(record.sheets):
        earlier, other = once[sheet.procedure]
        if position != earlier:
            sheets = {"first": earlier + 1, "second": position + 1}
            values = {"other": other.version, "version": sheet.version, **sheets}
            yield here("sheets", position, "procedure", found=sheet.procedure, **values)


def _once_each(record: PostingRecord) -> Iterator[tuple[int, PostedSheet]]:
    """The sheets of a record with their positions, without what stands in it a second time."""
    seen: set[str] = set()
    for position, sheet in enumerate(record.sheets):
        if sheet.procedure not in seen:
            yield position, sheet
        seen.add(sheet.procedure)


def _outdated_sheets(context: Context) -> Iterator[Breach]:
    """What hangs in an office is what binds: in the last record of each before the day."""
    for record in latest_postings(context.catalogue.postings.values(), context.day).values():
        file = context.catalogue.path("posting", record.key)
        for position, sheet in _once_each(record):
            timeline = context.timelines.get(sheet.procedure)
            interval = timeline.interval_of(sheet.version) if timeline else None
            ended = interval.possible[1] if interval else None
            if timeline and interval and ended and ended <= context.day:
                values = _ended_by(interval.ended_by, context)
                values |= {"procedure": sheet.procedure, "found": sheet.version}
                values |= {"named": context.titled(sheet.procedure), "until": Wording(day=ended)}
                cure = _cure(timeline, context.day)
                yield at(file, "sheets", position, "version", mend=cure, **values)


def _ended_by(event: Event | None, context: Context) -> dict[str, Value]:
    """The decision that ended what a sheet says, by its number, and the file that it rests on."""
    if event is None:
        return {"decision": ""}
    number = shown(event.decision.number)
    because = context.catalogue.path("decision", event.decision.id)
    return {"decision": Wording(("hint.by_decision",), values={"number": number}), BECAUSE: because}


def _cure(timeline: Timeline, day: date) -> Wording:
    """What to do with an outdated sheet: nothing takes its place where the procedure is over."""
    exchanged = timeline.status(day).current
    return Wording(("hint.exchange_sheet" if exchanged else "hint.take_down_sheet",))


def _missing_sheets(context: Context) -> Iterator[Breach]:
    """All that an office must post hangs there, by its last record; one finding for an office."""
    for office, record in latest_postings(context.catalogue.postings.values(), context.day).items():
        hung = {sheet.procedure for sheet in record.sheets}
        missing = [code for code in context.due_sheets.get(office, ()) if code not in hung]
        if missing:
            file = context.catalogue.path("posting", record.key)
            more = len(missing) - _LISTED
            rest = Wording(("posting.check.more",), values={"count": str(more)})
            listed = ", ".join(map(context.titled, missing[:_LISTED]))
            values = {"found": len(missing), "first": listed, "more": rest if more > 0 else ""}
            yield at(file, "office", office=_name_of(office, context), id=office, **values)


def _name_of(office: str, context: Context) -> str:
    agency = context.catalogue.agencies.get(office)
    return agency.name if agency else office


ON_SETS = (Rule("NY728", Severity.WARNING, POSTING, _missing_sheets),)
"""What needs `due_sheets`."""


def _sheets_of_the_future(context: Context) -> Iterator[Breach]:
    """What was put up had begun to bind, or was about to."""
    for key, record in context.catalogue.postings.items():
        file = context.catalogue.path("posting", key)
        for position, sheet in _once_each(record):
            timeline = context.timelines.get(sheet.procedure)
            interval = timeline.interval_of(sheet.version) if timeline else None
            begun = interval.start if interval else None
            if interval and begun and begun - record.posted > _BEFORE_EFFECT:
                because = context.catalogue.path("decision", interval.begun_by.decision.id)
                values = {"procedure": sheet.procedure, "found": sheet.version, BECAUSE: because}
                days = {"begun": Wording(day=begun), "posted": Wording(day=record.posted)}
                yield at(file, "sheets", position, "version", **values, **days)


_BEFORE_EFFECT = timedelta(days=45)
"""How early a sheet is put up at most."""
RULES = (
    *ON_SETS,
    Rule("NY701", Severity.WARNING, FEEDBACK, _feedback_contact, ("catalogue",)),
    Rule("NY702", Severity.ERROR, FEEDBACK, _unreachable, ("catalogue",)),
    Rule("NY703", Severity.WARNING, FEEDBACK, _no_contact_today),
    Rule("NY704", Severity.ERROR, FEEDBACK, _contact_dates, ("catalogue",)),
    Rule("NY720", Severity.WARNING, FEEDBACK, _contact_never_ended, ("catalogue",)),
    Rule("NY705", Severity.WARNING, POSTING, _form_without_file, ("version",)),
    Rule("NY706", Severity.INFO, PRACTICE, _unnamed_by_citizens, needs=("procedure", "decision")),
    Rule("NY707", Severity.WARNING, POSTING, _outdated_sheets, needs=("procedure", "decision")),
    Rule("NY729", Severity.WARNING, POSTING, _sheets_of_the_future, needs=("decision",)),
    Rule("NY708", Severity.ERROR, HOUSE, _posted_twice, ("posting",)),
)
