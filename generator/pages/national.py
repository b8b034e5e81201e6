"""The pages of a national index: its front, and a procedure as its publishers offer it."""

from collections.abc import Iterator

from generator import addresses
from generator.model.edition import Edition
from generator.model.nation import Local, Nation, version_of
from generator.model.published import PublishedProcedure
from generator.pages.channels import fees_at_a_glance, time_at_a_glance
from generator.pages.contact import feedback
from generator.pages.formatting import format_day, joined
from generator.pages.front import home, living_count, procedures_page, search_page
from generator.pages.markdown import blocks, facts, heading, html, html_line, inline, outside, prose
from generator.pages.page import Crumb, Page


def national_pages(nation: Edition) -> Iterator[Page]:
    """Home, the search, and the ways in."""
    assert isinstance(nation, Nation)
    words = nation.words
    counts = words(
        "nation.counts",
        procedures=words.number(living_count(nation)),
        publishers=words.number(len(nation.sites)),
        day=words.day(nation.day),
    )
    yield home(counts, nation)
    yield search_page(nation)
    yield procedures_page(nation)


def national_page(code: str, nation: Edition) -> Page:
    """A national procedure: what its variants have in common, and each of them with its site."""
    assert isinstance(nation, Nation)
    entry = nation.entries[code]
    words = nation.words
    field = nation.field(entry.procedure.field)
    body = blocks(
        [
            f"# {inline(entry.title)}",
            _identity(entry, nation),
            prose(entry.procedure.summary or ""),
            _facts(entry, nation),
            heading(2, words("nation.local"), "dia-phuong"),
            words("nation.local_text"),
            _publishers(entry, nation),
            feedback(nation),
        ]
    )
    return Page(
        path=addresses.procedure(code),
        title=entry.title,
        body=body,
        description=entry.procedure.summary or words("procedure.description", title=entry.title),
        crumbs=(
            Crumb(words("list.fields"), addresses.FIELDS),
            Crumb(field.name, addresses.field(field.id)),
        ),
        kind="national",
        about=code,
    )


def _identity(entry: PublishedProcedure, nation: Nation) -> str:
    words = nation.words
    levels = joined(words(f"level.{key}") for key in entry.version.levels.items)
    said = [
        f"{words('facts.code')} {entry.procedure.code or words('facts.no_code')}",
        nation.field(entry.procedure.field).name,
        levels,
    ]
    return f'<p class="identity">{" · ".join(html_line(part) for part in said if part)}</p>'


def _facts(entry: PublishedProcedure, nation: Nation) -> str:
    """What holds everywhere, or from least to most."""
    words = nation.words
    rows = [
        (words("facts.time"), time_at_a_glance(entry.version, nation)),
        (words("part.fees"), fees_at_a_glance(entry.version, nation)),
        (words("nation.publisher"), words.number(len(nation.local[entry.code]))),
        (words("facts.online"), words(f"online.{entry.version.online.level}")),
    ]
    return facts((name, html_line(value)) for name, value in rows)


def _publishers(entry: PublishedProcedure, nation: Nation) -> str:
    """Every publisher: its name leads to the full text on its own site."""
    rows = "".join(_line(one, entry, nation) for one in nation.local[entry.code])
    return f'<ol class="entries">{rows}</ol>'


def _line(local: Local, entry: PublishedProcedure, nation: Nation) -> str:
    words, variant = nation.words, local.variant
    version = version_of(variant.procedure, [variant])
    address = local.site.address + addresses.address(addresses.procedure(variant.procedure))
    start = format_day(variant.start, words)
    said = (
        variant.title if variant.title != entry.title else "",
        time_at_a_glance(version, nation),
        fees_at_a_glance(version, nation),
        words(f"online.{variant.online}"),
        words("nation.since", day=start) if variant.start else "",
    )
    status = "" if variant.current else words(f"status.{variant.status}")
    shown = f' <span class="status">{html(status)}</span>' if status else ""
    about = " · ".join(html_line(part) for part in said if part)
    return f'<li>{outside(local.site.name, address)}{shown}<span class="about">{about}</span></li>'
