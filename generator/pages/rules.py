"""The rules a catalogue is held to: why each is there, what is right and what is wrong."""

import re
from collections.abc import Iterator
from itertools import groupby

from generator import addresses
from generator.law.rules.examples import Edit
from generator.law.rules.explanation import Explanation, explanations
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.nodes.blocks import (
    Block,
    blocks,
    bullets,
    code_block,
    facts,
    heading,
    page_body,
)
from generator.pages.nodes.html import Html, escape_html
from generator.pages.nodes.inline import NOTHING, Inline, code, link, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.records.memoize import memoize_recent

_TYPED = re.compile("`([^`]*)`")


def rule_pages(edition: Edition) -> Iterator[Page]:
    """The list of all rules by family, and a page for each."""
    yield from _pages(edition.words)


@memoize_recent
def _pages(words: Words) -> tuple[Page, ...]:
    """They are the same in every site of a language."""
    every = list(explanations(words))
    return (_list_page(every, words), *(_rule_page(one, words) for one in every))


def _list_page(every: list[Explanation], words: Words) -> Page:
    families = [
        _family(name, group, words)
        for name, group in groupby(_in_families(every), lambda one: one.family)
    ]
    body = page_body(phrase(words, "rules.title"), phrase(words, "rules.intro"), *families)
    return Page(addresses.RULES, words("rules.title"), body, words("rules.intro"))


def _in_families(every: list[Explanation]) -> list[Explanation]:
    """The rules of a family one after another, families in the order of their first rules."""
    order = list(dict.fromkeys(one.family for one in every))
    return sorted(every, key=lambda one: order.index(one.family))


def _family(name: str, group: Iterator[Explanation], words: Words) -> Block:
    title = heading(2, phrase(words, f"family.{name}"), name.lower())
    return blocks([title, bullets(_line(one, words) for one in group)])


def _line(one: Explanation, words: Words) -> Inline:
    target = addresses.relative(addresses.rule(one.code), addresses.RULES)
    name = run(text(one.code), punctuation(" – "), text(one.title))
    severity = words(f"severity.{one.severity}").lower()
    return run(link(name, target), punctuation(f" ({severity})"))


def _rule_page(one: Explanation, words: Words) -> Page:
    title = f"{one.code} – {one.title}"
    example = one.example
    body = page_body(
        text(title),
        text(example.why) if example else NOTHING,
        facts(_facts(one, words)),
        section_heading(words, "check.fix"),
        _instruction(one.fix[:1].upper() + one.fix[1:]),
        *(_sides(edit, words) for edit in (example.edits[:1] if example else ())),
    )
    crumbs = (Crumb(words("rules.title"), addresses.RULES),)
    return Page(addresses.rule(one.code), title, body, one.title, crumbs)


def _facts(one: Explanation, words: Words) -> Iterator[tuple[str, Html]]:
    yield words("explain.severity"), escape_html(_severity(one, words))
    yield words("explain.source"), escape_html(one.source)
    if one.since:
        yield words("explain.from"), escape_html(words.day(one.since))


def _severity(one: Explanation, words: Words) -> str:
    own = words(f"severity.{one.severity}")
    if one.imported is None:
        return own
    return f"{own}. {words('explain.imported', severity=words(f'severity.{one.imported}'))}"


def _instruction(sentence: str) -> Inline:
    """A sentence of our own, in which backticks enclose what is typed."""
    before, *others = _TYPED.split(sentence)
    parts = [(punctuation if place % 2 else code)(part) for place, part in enumerate(others)]
    start = text(before)
    space = punctuation(" ") if start and before.endswith(" ") else NOTHING
    return run(start, space, *parts)


def _sides(edit: Edit, words: Words) -> Block:
    """What is right and what is wrong, side after side."""
    right, wrong = edit.sides
    return blocks(
        [
            section_heading(words, "explain.right"),
            text(edit.path),
            code_block(right or words("explain.absent")),
            section_heading(words, "explain.wrong"),
            code_block(wrong or words("explain.absent")),
        ]
    )
