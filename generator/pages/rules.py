"""The rules a catalogue is held to: why each is there, what is right and what is wrong."""

from collections.abc import Iterator
from itertools import groupby

from generator import addresses
from generator.law.rules.examples import Edit
from generator.law.rules.explanation import Explanation, explanations
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.markdown import (
    blocks,
    bullets,
    code,
    facts,
    heading,
    html,
    inline,
    link,
    with_code,
)
from generator.pages.page import Crumb, Page


def rule_pages(edition: Edition) -> Iterator[Page]:
    """The list of all rules by family, and a page for each."""
    every = list(explanations(edition.words))
    yield _list_page(every, edition.words)
    for one in every:
        yield _rule_page(one, edition.words)


def _list_page(every: list[Explanation], words: Words) -> Page:
    here = addresses.RULES
    families = [
        blocks([heading(2, words(f"family.{name}"), name.lower()), bullets(_lines(group, words))])
        for name, group in groupby(every, key=lambda one: one.family)
    ]
    intro = words("rules.intro")
    body = blocks([f"# {words('rules.title')}", intro, *families])
    return Page(here, words("rules.title"), body, intro)


def _lines(group: Iterator[Explanation], words: Words) -> Iterator[str]:
    for one in group:
        name = link(f"{one.code} – {inline(one.title)}", _to(one.code, addresses.RULES))
        yield f"{name} ({words(f'severity.{one.severity}').lower()})"


def _to(rule: str, here: str) -> str:
    return addresses.relative(addresses.rule(rule), here)


def _rule_page(one: Explanation, words: Words) -> Page:
    title = f"{one.code} – {one.title}"
    rows = [
        (words("explain.severity"), html(_severity(one, words))),
        (words("explain.source"), html(one.source)),
    ]
    if one.since:
        rows.append((words("explain.from"), words.day(one.since)))
    body = blocks(
        [
            f"# {inline(title)}",
            inline(one.example.why) if one.example else "",
            facts(rows),
            heading(2, words("check.fix"), "cach-sua"),
            with_code(_sentence(one.fix)),
            *(_example(edit, words) for edit in (one.example.edits[:1] if one.example else ())),
        ]
    )
    crumbs = (Crumb(words("rules.title"), addresses.RULES),)
    return Page(addresses.rule(one.code), title, body, one.title, crumbs)


def _severity(one: Explanation, words: Words) -> str:
    said = words(f"severity.{one.severity}")
    if one.imported is None:
        return said
    return f"{said}. {words('explain.imported', severity=words(f'severity.{one.imported}'))}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _example(edit: Edit, words: Words) -> str:
    right, wrong = edit.sides
    return blocks(
        [
            heading(2, words("explain.right"), "dung"),
            inline(edit.path),
            code(right or words("explain.absent")),
            heading(2, words("explain.wrong"), "sai"),
            code(wrong or words("explain.absent")),
        ]
    )
