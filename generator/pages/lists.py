"""Lists that lead to every procedure without JavaScript: by field, agency, level, letter, event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.exports import paths
from generator.law.edition import Edition, Entry, vietnamese_order
from generator.pages.markdown import blocks, bullets, facts, heading, html, inline, link, prose
from generator.pages.page import Crumb, Page

_LEVELS = ("central", "province", "commune", "district")


def entry_line(entry: Entry, edition: Edition, here: str) -> str:
    """One procedure in a list: title, code, level, and status when it is not plainly in force."""
    words = edition.words
    label = link(inline(entry.title), paths.relative(paths.procedure(entry.code), here))
    levels = ", ".join(words(f"level.{key}") for key in entry.version.levels.items)
    code = entry.procedure.code or words("facts.no_code")
    status = "" if entry.status == "in_force" else f" – **{words(f'status.{entry.status}')}**"
    return f"{label}  \n    {inline(code)}{' · ' + inline(levels) if levels else ''}{status}"


def _split(entries: Sequence[Entry], edition: Edition, here: str) -> str:
    """Living procedures first, those that have ended below."""
    words = edition.words
    living = [e for e in entries if e.status.current or e.status == "waiting"]
    ended = [e for e in entries if e not in living]
    lines = bullets(entry_line(entry, edition, here) for entry in living)
    if not ended:
        return lines
    title = heading(2, words("list.ended"), "het-hieu-luc")
    return blocks([lines, title, bullets(entry_line(entry, edition, here) for entry in ended)])


def _index(path: str, name: str, rows: Iterable[tuple[str, str, int]], edition: Edition) -> Page:
    """A page of links: (label, target, number of procedures)."""
    title = edition.words(f"list.{name}")
    intro = edition.words(f"list.{name}_intro")
    lines = [
        f"{link(inline(label), paths.relative(target, path))} ({count})"
        for label, target, count in rows
    ]
    return Page(path, title, blocks([f"# {title}", intro, bullets(lines)]), intro)


def _listing(
    path: str,
    title: str,
    index: tuple[str, str],
    entries: Sequence[Entry],
    edition: Edition,
    intro: str = "",
) -> Page:
    words = edition.words
    count = words("list.count", count=len(entries))
    body = blocks([f"# {inline(title)}", intro, count, _split(entries, edition, path)])
    crumb = Crumb(words(f"list.{index[0]}"), index[1])
    return Page(path, title, body, f"{title}: {count}", (crumb,), kind="list")


def field_pages(edition: Edition) -> Iterator[Page]:
    """The index of fields and a list per field."""
    fields = edition.catalogue.fields
    used = {key: found for key, found in edition.by_field.items() if found}
    ordered = sorted(used, key=lambda key: vietnamese_order(fields[key].name))
    rows = [(fields[key].name, paths.field(key), len(used[key])) for key in ordered]
    yield _index(paths.FIELDS, "fields", rows, edition)
    for key in ordered:
        intro = prose(fields[key].description or "")
        index = ("fields", paths.FIELDS)
        yield _listing(paths.field(key), fields[key].name, index, used[key], edition, intro)


def level_pages(edition: Edition) -> Iterator[Page]:
    """The index of levels and a list per level."""
    names = {key: edition.words(f"level.{key}") for key in _LEVELS if edition.by_level.get(key)}
    rows = [(name, paths.level(key), len(edition.by_level[key])) for key, name in names.items()]
    yield _index(paths.LEVELS, "levels", rows, edition)
    for key, name in names.items():
        index = ("levels", paths.LEVELS)
        yield _listing(paths.level(key), name, index, edition.by_level[key], edition)


def letter_pages(edition: Edition) -> Iterator[Page]:
    """The index of letters and a list per letter."""
    words = edition.words
    found = edition.by_letter
    names = {key: key.upper() if key != "0" else words("list.other") for key in sorted(found)}
    rows = [(name, paths.letter(key), len(found[key])) for key, name in names.items()]
    yield _index(paths.LETTERS, "letters", rows, edition)
    for key, name in names.items():
        title = words("list.letter", letter=name)
        index = ("letters", paths.LETTERS)
        yield _listing(paths.letter(key), title, index, found[key], edition)


def life_event_pages(edition: Edition) -> Iterator[Page]:
    """The index of life events and a list per event."""
    events = edition.catalogue.life_events
    used = [key for key in events if edition.by_life_event.get(key)]
    rows = [(events[k].name, paths.life_event(k), len(edition.by_life_event[k])) for k in used]
    if not used:
        return
    yield _index(paths.LIFE_EVENTS, "life_events", rows, edition)
    for key in used:
        index = ("life_events", paths.LIFE_EVENTS)
        intro = prose(events[key].description or "")
        found = edition.by_life_event[key]
        yield _listing(paths.life_event(key), events[key].name, index, found, edition, intro)


def agency_pages(edition: Edition) -> Iterator[Page]:
    """The index of agencies and a page per agency, dissolved ones included."""
    agencies = edition.catalogue.agencies
    found: Mapping[str, Sequence[Entry]] = edition.by_agency
    ordered = sorted(agencies, key=lambda key: vietnamese_order(agencies[key].name))
    rows = [(agencies[k].name, paths.agency(k), len(found.get(k, ()))) for k in ordered]
    yield _index(paths.AGENCIES, "agencies", rows, edition)
    for key in ordered:
        index = ("agencies", paths.AGENCIES)
        intro = _agency_facts(key, edition)
        yield _listing(
            paths.agency(key), agencies[key].name, index, found.get(key, ()), edition, intro
        )


def _agency_facts(key: str, edition: Edition) -> str:
    words = edition.words
    agency = edition.catalogue.agencies[key]
    rows = [
        (words("facts.level"), words(f"level.{agency.level}") if agency.level else ""),
        (words("facts.address"), agency.address or ""),
        (words("facts.phone"), agency.phone or ""),
        (words("facts.hours"), agency.hours or ""),
        (words("facts.until"), agency.valid_to.strftime("%d/%m/%Y") if agency.valid_to else ""),
    ]
    here = paths.agency(key)
    heirs = [
        link(inline(edition.agency_name(heir)), paths.relative(paths.agency(heir), here))
        for heir in agency.successors
    ]
    successors = f"{words('agency.successors')}: {', '.join(heirs)}" if heirs else ""
    register = link(words("agency.decisions"), paths.relative(paths.decisions_of(key), here))
    return blocks(
        [
            facts((name, html(value)) for name, value in rows if value),
            successors,
            register if key in edition.decisions_by_agency else "",
        ]
    )


def ended_page(edition: Edition) -> Page:
    """Everything that no longer binds, so that an old reference still finds its end."""
    words = edition.words
    here = paths.ENDED
    ended = [e for e in edition.entries.values() if not (e.status.current or e.status == "waiting")]
    lines = bullets(entry_line(entry, edition, here) for entry in ended)
    title = words("list.ended")
    return Page(here, title, blocks([f"# {title}", words("list.ended_intro"), lines]), title)
