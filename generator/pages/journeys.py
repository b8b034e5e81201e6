"""Journeys: a page for each need with several steps, and the page above them all."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.journey_kin import local_procedures
from generator.model.journey_places import StepPlace
from generator.model.journey_totals import side_by_side
from generator.pages.answers import answers
from generator.pages.answers.papers import paper_count_words
from generator.pages.contact import where_to_ask
from generator.pages.journey_kin import kin_lines, nothing_at_place, step_label
from generator.pages.journey_needs import needed_results, step_anchor
from generator.pages.journey_totals import totals
from generator.pages.nodes.blocks import (
    NO_BLOCK,
    Block,
    blocks,
    bullets,
    heading,
    html_block,
    page_body,
)
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
    lead_to_page,
)
from generator.pages.nodes.inline import (
    NOTHING,
    Inline,
    join_runs,
    lines,
    link,
    prose,
    punctuation,
    run,
    strong,
    text,
)
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.pages.page_code import code_at_end
from generator.pages.version_body import VersionBody
from generator.readings.dossier_counts import count_dossier
from generator.records.journeys import Journey, JourneyStep, StepChoice
from generator.records.registers import NOT_EDITED

_SPACE = escape_html(" ")


def journey_index(edition: Edition) -> Iterator[Page]:
    """The page above all journeys; nothing when there are none."""
    words, journeys = edition.words, edition.catalogue.journeys.values()
    if journeys:
        title, intro = words("list.journeys"), phrase(words, "list.journeys_intro")
        listed = bullets(_row(one, edition) for one in journeys)
        body = page_body(phrase(words, "list.journeys"), intro, listed)
        yield Page(addresses.JOURNEYS, title, body, words("list.journeys_intro"))


def _row(journey: Journey, edition: Edition) -> Inline:
    said = text(" ".join((journey.description or "").split()))
    return lines(journey_link(journey, addresses.JOURNEYS, edition), *([said] if said else []))


def journey_link(journey: Journey, here: str, edition: Edition) -> Inline:
    """A link to the page of a journey, and how many steps it has."""
    target = addresses.relative(addresses.journey(journey.id), here)
    count = edition.words("journey.count", count=len(journey.steps))
    return run(link(text(journey.name), target), punctuation(f" ({count})"))


def journeys_section(journeys: Iterable[Journey], here: str, edition: Edition) -> Block:
    """Journeys under their heading; nothing when there are none."""
    listed = bullets(journey_link(one, here, edition) for one in journeys)
    return blocks([section_heading(edition.words, "journey.title"), listed] if listed else [])


def step_places(code: str, here: str, edition: Edition) -> Block:
    """Which steps of journeys a procedure takes; nothing when none."""
    words = edition.words
    places = edition.journey_places.get(code, ())
    said = [element("p", _place_of(place, here, words).html) for place in places]
    return html_block(element("div", *said, class_="in-journey")) if said else NO_BLOCK


def _place_of(place: StepPlace, here: str, words: Words) -> Inline:
    target = addresses.relative(addresses.journey(place.journey), here)
    journey = link(text(place.name), target)
    return phrase(words, "journey.is_step", number=place.number, steps=place.steps, journey=journey)


def journey_page(key: str, edition: Edition) -> Page:
    """A need with its steps: for each where, how long, how much, how many papers."""
    journey, here = edition.catalogue.journeys[key], addresses.journey(key)
    words = edition.words
    body = page_body(
        text(journey.name),
        prose(journey.description or ""),
        _overview(journey, edition),
        *(part for step in journey.steps for part in _step(step, journey, here, edition)),
        phrase(words, "journey.editors"),
        code_at_end(here, "posting.scan_page", edition),
    )
    about = words("journey.about", name=journey.name, count=len(journey.steps))
    crumbs = (Crumb(words("list.journeys"), addresses.JOURNEYS),)
    return Page(here, journey.name, body, about, crumbs, kind="journey")


def _overview(journey: Journey, edition: Edition) -> Block:
    """The totals, the steps by name, and which of them can run at the same time."""
    words = edition.words
    rows = [
        (words("journey.steps"), _names(journey, edition)),
        *totals(journey, edition),
        (words("journey.lacking"), _lacking(journey, edition)),
        (words("journey.together"), _together(journey, edition)),
    ]
    shown = answers((name, said) for name, said in rows if said).html
    return html_block(element("div", shown, class_="overview"))


def _lacking(journey: Journey, edition: Edition) -> Html:
    """The procedures of its steps that the catalogue is known not to hold."""
    codes = dict.fromkeys(choice.procedure for step in journey.steps for choice in step.choices)
    absent = (edition.catalogue.absent.get(code) for code in codes)
    said = (one.label for one in absent if one)
    return join_html(element("p", escape_line(line)) for line in said)


def _names(journey: Journey, edition: Edition) -> Html:
    said = []
    for number, step in enumerate(journey.steps, 1):
        named = edition.words("journey.step", number=number, name=step.name)
        only = escape_html(f" ({edition.words('journey.if_needed')})") if step.condition else EMPTY
        said.append(element("p", anchor(named, f"#{step_anchor(number)}"), only))
    return join_html(said)


def _together(journey: Journey, edition: Edition) -> Html:
    groups = (_numbers(group, edition) for group in side_by_side(journey))
    return join_html(
        element("p", escape_line(edition.words("journey.at_once", numbers=group)))
        for group in groups
    )


def _numbers(numbers: Iterable[int], edition: Edition) -> str:
    """Numbers in words: "2, 3 và 4"."""
    *first, last = map(str, numbers)
    return edition.words("journey.and", first=", ".join(first), last=last) if first else last


def _step(step: JourneyStep, journey: Journey, here: str, edition: Edition) -> Iterator[Block]:
    words, number = edition.words, journey.numbers()[step.id]
    title = phrase(words, "journey.step", number=number, name=step.name)
    yield heading(2, title, step_anchor(number))
    said = [element("p", one) for one in _said_of(step, journey, edition) if one]
    if said:
        yield html_block(element("div", *said))
    choices = [_choice(one, here, edition) for one in step.choices]
    kin = list(kin_lines(step, here, edition))
    count = _count(len(choices), words)
    group = element("div", *choices, *kin, class_="by-place own-alone")
    if local_procedures(step, edition):
        yield html_block(element("div", *count, group, nothing_at_place(step, here, edition)))
    else:
        yield from map(html_block, (*count, group))


def _count(choices: int, words: Words) -> Iterator[Html]:
    """How many choices a step has, when it has several."""
    if choices > 1:
        said = escape_line(words("journey.one_of", count=choices))
        template = words.entries["journey.one_of"]
        yield element("p", said, class_="one-of", data_said=template)


def _said_of(step: JourneyStep, journey: Journey, edition: Edition) -> Iterator[Html]:
    """Who takes the step, why, and whose results it needs."""
    if step.condition:
        yield element("strong", escape_line(step.condition))
    yield escape_line(step.why or "")
    yield from needed_results(step, journey, edition.words)


def _choice(choice: StepChoice, here: str, edition: Edition) -> Html:
    """A procedure of a step, with its answers; the code alone when it is not published."""
    places = edition.catalogue.places
    place = places.get(choice.place or "")
    entry = edition.entries.get(choice.procedure)
    if entry is None:
        return element("div", element("p", _not_there(choice, edition).html, class_="procedure"))
    page = addresses.href(addresses.procedure(entry.code), here)
    province = place.code if place else entry.summary.province
    rows = answers(_answers(choice.procedure, page, here, edition)).html
    return element(
        "div",
        element("p", step_label(choice, entry, page, province, edition), class_="procedure"),
        rows,
        data_province=province or None,
    )


def _not_there(choice: StepChoice, edition: Edition) -> Inline:
    """That a procedure of a step is not in the catalogue, and where to ask for it."""
    words, absent = edition.words, edition.catalogue.absent.get(choice.procedure)
    if absent is None:
        return phrase(words, "journey.unknown", code=choice.procedure)
    said = phrase(words, "journey.absent", name=absent.label)
    case = run(strong(text(choice.case)), punctuation(": ")) if choice.case else NOTHING
    return join_runs(" ", [run(case, said), where_to_ask(edition)])


def _answers(code: str, page: str, here: str, edition: Edition) -> Iterator[tuple[str, Html]]:
    """The answers of the first screen, and how many papers."""
    entry = edition.entries[code]
    body = VersionBody(entry.version, entry.procedure, edition)
    for name, said in body.answer_rows(here):
        yield name, lead_to_page(said, page)
    edited = (entry.procedure.answers or NOT_EDITED).papers
    count = edited or paper_count_words(count_dossier(body.version), edition.words)
    if count:
        yield edition.words("part.dossier"), element("p", escape_line(count))
