"""The pages of a national index: its front, and a procedure as its publishers offer it."""

from collections.abc import Iterator

from generator.exports import paths
from generator.law.edition import Edition
from generator.law.entry import Entry
from generator.law.nation import Local, Nation, version_of
from generator.pages.channels import fees_at_a_glance, time_at_a_glance
from generator.pages.contact import feedback
from generator.pages.front import home, living, procedures_page, search_page
from generator.pages.markdown import (
    blocks,
    facts,
    heading,
    html,
    html_line,
    inline,
    outside,
    prose,
    wide,
)
from generator.pages.page import Crumb, Page
from generator.pages.wording import day, joined, number

_HEADS = ("publisher", "time", "fees", "online", "since")


def national_pages(nation: Edition) -> Iterator[Page]:
    """Home, the search, and the ways in."""
    assert isinstance(nation, Nation)
    words = nation.words
    counts = words(
        "nation.counts",
        procedures=number(living(nation), words),
        publishers=number(len(nation.sites), words),
        day=nation.day.strftime("%d/%m/%Y"),
    )
    yield home(counts, nation)
    yield search_page(nation)
    yield procedures_page(nation)


def national_page(code: str, nation: Edition) -> Page:
    """A national procedure: what its variants have in common, and each of them with its site."""
    assert isinstance(nation, Nation)
    entry = nation.entries[code]
    words = nation.words
    local = nation.local[code]
    field = nation.field(entry.procedure.field)
    body = blocks(
        [
            f"# {inline(entry.title)}",
            _identity(entry, nation),
            prose(entry.procedure.summary or ""),
            _facts(entry, nation),
            heading(2, words("nation.local"), "dia-phuong"),
            words("nation.local_text"),
            _table(local, entry, nation),
            feedback(nation),
        ]
    )
    return Page(
        path=paths.procedure(code),
        title=entry.title,
        body=body,
        description=entry.procedure.summary or words("procedure.description", title=entry.title),
        crumbs=(
            Crumb(words("list.fields"), paths.FIELDS),
            Crumb(field.name, paths.field(field.id)),
        ),
        kind="national",
        about=code,
    )


def _identity(entry: Entry, nation: Nation) -> str:
    words = nation.words
    levels = joined(words(f"level.{key}") for key in entry.version.levels.items)
    said = [
        f"{words('facts.code')} {entry.procedure.code or words('facts.no_code')}",
        nation.field(entry.procedure.field).name,
        levels,
    ]
    return f'<p class="identity">{" · ".join(html_line(part) for part in said if part)}</p>'


def _facts(entry: Entry, nation: Nation) -> str:
    """What holds everywhere, or from least to most."""
    words = nation.words
    rows = [
        (words("facts.time"), time_at_a_glance(entry.version, nation)),
        (words("part.fees"), fees_at_a_glance(entry.version, nation)),
        (words("nation.publisher"), number(len(nation.local[entry.code]), words)),
        (words("facts.online"), words(f"online.{entry.version.online.level}")),
    ]
    return facts((name, html_line(value)) for name, value in rows)


def _table(local: tuple[Local, ...], entry: Entry, nation: Nation) -> str:
    """A row for every publisher; its name leads to the full text on its own site."""
    heads = "".join(f"<th>{html(nation.words(f'nation.{head}'))}</th>" for head in _HEADS)
    rows = "".join(_row(one, entry, nation) for one in local)
    made = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return wide(made, nation.words("nation.local"))


def _row(local: Local, entry: Entry, nation: Nation) -> str:
    words, variant = nation.words, local.variant
    version = version_of(variant.procedure, [variant])
    address = local.site.address + paths.address(paths.procedure(variant.procedure))
    other = f"<br><small>{html_line(variant.title)}</small>" if variant.title != entry.title else ""
    waiting = "" if variant.current else f" ({words(f'status.{variant.status}')})"
    cells = (
        html_line(time_at_a_glance(version, nation)),
        html_line(fees_at_a_glance(version, nation)),
        html_line(words(f"online.{variant.online}")),
        html_line(f"{day(variant.start, words)}{waiting}"),
    )
    name = f'<th scope="row">{outside(local.site.name, address)}{other}</th>'
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
