"""The pages of a national index: its front, and a family as its publishers offer it."""

from collections.abc import Iterator

from generator import addresses
from generator.law.family_titles import title_words
from generator.model.edition import Edition
from generator.model.nation import Local, Nation, version_of
from generator.model.published import PublishedProcedure
from generator.pages.channels import fees_at_a_glance, time_at_a_glance
from generator.pages.contact import feedback
from generator.pages.formatting import code_words, format_day, joined
from generator.pages.front import home, living_count, procedures_page, search_page
from generator.pages.list_lines import status_mark
from generator.pages.navigation import Navigation
from generator.pages.nodes.blocks import Block, facts, html_block, page_body
from generator.pages.nodes.html import (
    Html,
    element,
    escape_html,
    escape_line,
    external_anchor,
    join_html,
)
from generator.pages.nodes.inline import prose, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.pages.procedure import identity_line


def national_pages(nation: Edition, navigation: Navigation) -> Iterator[Page]:
    """Home, the search, and the ways in."""
    assert isinstance(nation, Nation)
    words = nation.words
    counts = phrase(
        words,
        "nation.counts",
        procedures=words.number(living_count(nation)),
        publishers=words.number(len(nation.sites)),
        day=words.day(nation.day),
    )
    yield home(counts, nation, navigation)
    yield search_page(nation, navigation)
    yield procedures_page(nation, navigation)


def national_page(code: str, nation: Edition) -> Page:
    """A family: what its variants have in common, and each of them with its site."""
    assert isinstance(nation, Nation)
    entry = nation.entries[code]
    words = nation.words
    field = nation.field(entry.procedure.field)
    body = page_body(
        text(entry.title),
        _identity(entry, nation),
        prose(entry.procedure.summary or ""),
        _facts(entry, nation),
        section_heading(words, "nation.local"),
        phrase(words, "nation.local_text"),
        _publishers(entry, nation),
        feedback(nation),
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


def _identity(entry: PublishedProcedure, nation: Nation) -> Block:
    words = nation.words
    levels = joined(words(f"level.{key}") for key in entry.version.levels.items)
    code = code_words(entry.procedure.code, words)
    return identity_line([code, nation.field(entry.procedure.field).name, levels])


def _facts(entry: PublishedProcedure, nation: Nation) -> Block:
    """What holds everywhere, or from least to most."""
    words = nation.words
    rows = [
        (words("facts.time"), time_at_a_glance(entry.version, nation)),
        (words("part.fees"), fees_at_a_glance(entry.version, nation)),
        (words("nation.publisher"), words.number(len(entry.summary.agencies))),
        (words("facts.online"), words(f"online.{entry.version.online.level}")),
    ]
    return facts((name, escape_line(value)) for name, value in rows)


def _publishers(entry: PublishedProcedure, nation: Nation) -> Block:
    """Every publisher: its name leads to the full text on its own site."""
    rows = (_line(one, entry, nation) for one in nation.local[entry.code])
    return html_block(element("ol", *rows, class_="entries"))


def _line(local: Local, entry: PublishedProcedure, nation: Nation) -> Html:
    words, variant = nation.words, local.variant
    version = version_of(variant.procedure, [variant])
    address = local.site.address + addresses.address(addresses.procedure(variant.procedure))
    levels = joined(words(f"level.{key}") for key in variant.levels.items)
    is_one_of_many = len(nation.local[entry.code]) > 1
    is_original = local.site.shard.publisher.level == "central"
    about = (
        words("nation.original") if is_original and is_one_of_many else "",
        variant.title if title_words(variant.title) != title_words(entry.title) else "",
        levels,
        time_at_a_glance(version, nation),
        fees_at_a_glance(version, nation),
        words(f"online.{variant.online}"),
        words("nation.since", day=format_day(variant.start, words)) if variant.start else "",
    )
    shown = join_html((escape_line(part) for part in about if part), escape_html(" · "))
    return element(
        "li",
        external_anchor(local.site.name, address),
        status_mark("" if variant.current else words(f"status.{variant.status}")),
        element("span", shown, class_="about"),
    )
