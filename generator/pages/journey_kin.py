"""The procedures of other places that take a step, and what a reader of none of them is told."""

from collections.abc import Iterator
from urllib.parse import quote

from generator import addresses
from generator.model.edition import Edition
from generator.model.journey_kin import kin_of_step, local_procedures, province_holding
from generator.model.published import PublishedProcedure
from generator.model.territories import province_name
from generator.pages.as_of import UNMARKED
from generator.pages.contact import where_to_ask
from generator.pages.formatting import joined
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.pages.nodes.phrases import phrase
from generator.records.journeys import JourneyStep, StepChoice

_SPACE = escape_html(" ")


def kin_lines(step: JourneyStep, here: str, edition: Edition) -> Iterator[Html]:
    """The variants of other provinces, each shown to its own readers alone, by their levels."""
    for code in kin_of_step(step, edition):
        entry, province = edition.entries[code], province_holding(code, edition)
        page = addresses.href(addresses.procedure(entry.code), here)
        levels = joined(edition.words(f"level.{key}") for key in entry.summary.levels)
        choice = StepChoice(procedure=code, case=levels or None)
        name = element("p", step_label(choice, entry, page, province, edition), class_="procedure")
        if province:
            yield element("div", name, data_province=province, class_="kin", hidden=True)
        else:
            yield element("div", name)


def nothing_at_place(step: JourneyStep, here: str, edition: Edition) -> Html:
    """That nothing of a step is known to hold at the chosen place, a search there, whom to ask.

    A script shows it and names the place in the address of the search.
    """
    words, (local, *_) = edition.words, local_procedures(step, edition)
    asked = f"{addresses.href(addresses.SEARCH, here)}?q={quote(edition.entries[local].title)}"
    said = (
        phrase(words, "journey.elsewhere").html,
        element("a", escape_html(words("journey.find")), class_="own-search", href=asked),
        phrase(words, "journey.or_ask").html,
        where_to_ask(edition).html,
    )
    return element("p", join_html(said, _SPACE), class_="elsewhere-only", hidden=True)


def step_label(
    choice: StepChoice, entry: PublishedProcedure, page: str, province: str, edition: Edition
) -> Html:
    """A procedure by its case and name, its status unless it binds, and where alone it holds."""
    words = edition.words
    named = anchor(entry.title, page)
    case = element("strong", escape_line(choice.case)) if choice.case else EMPTY
    label = join_html([case, escape_html(": "), named]) if case else named
    status = "" if entry.status in UNMARKED else words(f"status.{entry.status}")
    marked = element("span", escape_html(status), class_="status") if status else EMPTY
    where = province_name(province, edition.catalogue, words)
    only = escape_html(words("journey.only_in", place=where)) if where else EMPTY
    return join_html(filter(None, [label, marked, only]), _SPACE)
