"""What an office has to post, what is missing for that, and what hangs there."""

from collections.abc import Iterator

from generator import addresses
from generator.model.edition import Edition
from generator.model.posting_coverage import (
    PostingCoverage,
    WallState,
    post_command,
    since_of,
)
from generator.pages.charts import Caption, html_table
from generator.pages.formatting import format_day
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, facts, html_block
from generator.pages.nodes.html import Html, anchor, element, escape_html, join_html
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.wall_list import print_link

_SEMICOLON = escape_html("; ")


def office_posting(key: str, here: str, edition: Edition) -> Block:
    """The posting set of an office, as the facts of its page say it; empty when it has none."""
    coverage = edition.posting_coverage.get(key)
    if coverage is None:
        return NO_BLOCK
    words = edition.words
    rows = [
        (words("facts.must_post"), escape_html(_set_words(coverage, edition))),
        (words("facts.posting_latest"), _latest(key, coverage, edition)),
        (words("facts.posting_lacks"), _lacks(coverage, edition)),
    ]
    if coverage.wall:
        rows.append((words("facts.on_the_wall"), escape_html(_wall_words(coverage.wall, edition))))
    known = facts([(name, said) for name, said in rows if said])
    if not coverage.count:
        return known
    return blocks([known, print_link(addresses.wall_list(key), here, edition)])


def _set_words(coverage: PostingCoverage, edition: Edition) -> str:
    words = edition.words
    counts = {"count": coverage.count, "fields": coverage.fields}
    count = words("posting.set_holds", **{key: words.number(one) for key, one in counts.items()})
    if coverage.changed is None:
        return count
    return f"{count}; {words('posting.set_changed', day=words.day(coverage.changed))}"


def _latest(key: str, coverage: PostingCoverage, edition: Edition) -> Html:
    """The decisions that changed the set last, and the command that prints that change alone."""
    words, decisions = edition.words, edition.catalogue.decisions
    since = since_of(coverage, edition)
    if not since:
        return escape_html("")
    numbers = ", ".join(decisions[one].number for one in coverage.decisions)
    how = escape_html(words("posting.only_latest", command=""))
    command = element("code", escape_html(post_command([key], since)))
    return join_html([escape_html(f"{numbers}. " if numbers else ""), how, command])


def _lacks(coverage: PostingCoverage, edition: Edition) -> Html:
    words = edition.words
    said = [
        words("posting.lacking", count=words.number(count), what=words(f"posting.lack.{key}"))
        for key, count in coverage.lacking
    ]
    if not edition.contacts("feedback"):
        said.append(words("posting.no_feedback"))
    return join_html((escape_html(one.removesuffix(".")) for one in said), _SEMICOLON)


def _wall_words(wall: WallState, edition: Edition) -> str:
    words = edition.words
    counts = {
        "right": words.number(wall.right),
        "missing": words.number(wall.missing),
        "outdated": words.number(wall.outdated),
    }
    return words("posting.wall_state", day=words.day(wall.posted), **counts)


def posted_offices(edition: Edition) -> Iterator[Block]:
    """The table of the offices of which a record says what hangs; nothing where there is none."""
    found = [(key, one) for key, one in edition.posting_coverage.items() if one.wall]
    if not found:
        return
    words = edition.words
    heads = ("agency", "must_post", "posted_since", "right", "missing", "outdated")
    rows = (_row(key, one, one.wall, edition) for key, one in found if one.wall)
    caption = Caption(words("figures.table"), words("figures.posting"))
    named = tuple(words(f"figures.{head}") for head in heads)
    yield blocks([section_heading(words, "figures.posting"), phrase(words, "figures.posting_text")])
    yield html_block(html_table(caption, named, rows, 1))


def _row(
    key: str, coverage: PostingCoverage, wall: WallState, edition: Edition
) -> tuple[Html, ...]:
    words = edition.words
    office = anchor(
        edition.agency_name(key), addresses.href(addresses.agency(key), addresses.FIGURES)
    )
    counts = (coverage.count, wall.right, wall.missing, wall.outdated)
    must, *rest = (escape_html(words.number(count)) for count in counts)
    return (office, must, escape_html(format_day(wall.posted, words)), *rest)
