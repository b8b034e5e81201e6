"""The search field, and what the results page holds for its script to fill."""

from collections.abc import Iterable

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_summaries
from generator.pages.as_of import undated_words
from generator.pages.contact import where_to_ask
from generator.pages.nodes.blocks import Block, html_block, html_row
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, join_html, void_element
from generator.pages.nodes.inline import NOTHING, tagged
from generator.pages.nodes.phrases import phrase

_CHOICES = ("field", "level", "agency", "applicant")
_BOXES = ("online", "free")
_ORDERS = (("best", "best"), ("title", "by_title"))
_TIPS = ("fewer", "own_words", "filters")


def search_form(edition: Edition, action: str, results: bool = False) -> Block:
    """The search field; without JavaScript it leads to the page of results, which says what to do.

    On that page itself it has the focus, and is there with JavaScript alone.
    """
    words = edition.words
    field = void_element(
        "input",
        id="q",
        name="q",
        type="search",
        autocomplete="off",
        enterkeyhint="search",
        autofocus=results,
        placeholder=words("search.placeholder"),
    )
    button = element("button", escape_html(words("search.button")), type="submit")
    form = element(
        "form",
        element("label", escape_html(words("search.label")), for_="q"),
        element("div", field, button, class_="search-row"),
        class_="search scripted" if results else "search",
        action=action,
        method="get",
        role="search",
    )
    return html_block(form)


def search_without_script(edition: Edition) -> Block:
    """Why nothing is found without JavaScript, and what to do instead."""
    said = escape_html(edition.words("search.no_script"))
    return html_block(element("p", said, class_="unscripted"))


def search_filters(edition: Edition) -> Block:
    """The filters; hidden until the script of the page knows what they would leave."""
    words = edition.words
    choices = [_choice(words, name, element("select", name=name)) for name in _CHOICES]
    input_of_day = void_element("input", type="date", name="day")
    day = _choice(words, "day", input_of_day) if _has_days(edition) else EMPTY
    order = _choice(words, "order", element("select", *_orders(words), name="order"))
    reset = element("button", escape_html(words("filter.clear")), type="reset")
    details = element(
        "details",
        element("summary", escape_html(words("filter.title"))),
        element("div", *choices, day, order, class_="filter-row"),
        element("div", *_boxes(edition), reset, class_="filter-row"),
    )
    return html_block(element("form", details, id="search-filters", class_="filters", hidden=True))


def _choice(words: Words, name: str, field: Html) -> Html:
    return element("label", escape_html(words(f"filter.{name}")), field)


def _orders(words: Words) -> Iterable[Html]:
    for value, name in _ORDERS:
        yield element("option", escape_html(words(f"filter.{name}")), value=value)


def _has_days(edition: Edition) -> bool:
    """Whether it is known of any day what binds on it."""
    return any(known for entry in edition.entries.values() for *_, known in entry.spans)


def _is_known(name: str, summary: VersionSummary) -> bool:
    """Whether it is known if a box would leave a procedure."""
    return summary.online != "not_stated" if name == "online" else summary.brief.fee is not None


def _is_answerable(name: str, edition: Edition) -> bool:
    """Whether it is known of half of all procedures; else a box would hide what it asks for."""
    known = [_is_known(name, summary) for summary in shown_summaries(edition.summaries)]
    return any(known) and sum(known) * 2 >= len(known)


def _boxes(edition: Edition) -> Iterable[Html]:
    words = edition.words
    for name in _BOXES:
        if not _is_answerable(name, edition):
            continue
        box = void_element("input", type="checkbox", name=name, value="yes")
        count = element("span", class_="count")
        label = element("span", escape_html(f"{words(f'filter.{name}')} "), count)
        yield element("label", box, label, class_="box")


def search_answer(edition: Edition) -> Block:
    """Where the script puts what it found, and what it says when there is nothing.

    An address with a day is answered by that results are of the day of the edition.

    In a folder opened without a server it says what works there.
    """
    status = {"role": "status", "aria_live": "polite"}
    words, has_copy = edition.words, edition.catalogue.settings.offline_copy
    folder = words("search.folder_copy") if has_copy else words("search.folder")
    failed = words("results.failed")
    said = {"data_failed": failed, "data_folder": folder, "data_seeking": words("results.seeking")}
    offline = escape_html(words("search.offline"))
    undated = escape_html(undated_words(edition))
    return html_row(
        [
            element("p", offline, id="search-offline", hidden=True),
            element("p", undated, id="search-undated", class_="as-of", hidden=True),
            element("p", id="search-status", **status, **said),
            element("p", id="search-meant", hidden=True),
            element("div", id="search-place", hidden=True, aria_live="polite"),
            _partial(edition),
            element("ul", id="search-journeys", class_="journeys"),
            element("ol", id="search-results", class_="results"),
            tagged("button", NOTHING, id="search-more", type="button", hidden=True),
            _nothing_found(words),
        ]
    )


def _partial(edition: Edition) -> Html:
    """That a catalogue may lack what is asked for, and where else to ask."""
    words = edition.words
    said = phrase(words, "partial.may_lack", where=where_to_ask(edition))
    return element(
        "div",
        element("div", id="search-narrowed"),
        element("p", said.html),
        id="search-partial",
        class_="partial",
        hidden=True,
        aria_live="polite",
    )


def _nothing_found(words: Words) -> Html:
    tips = join_html(element("li", escape_html(words(f"nothing.{name}"))) for name in _TIPS)
    events = escape_html(words("nothing.events"))
    return element(
        "div",
        element("h2", escape_html(words("nothing.title"))),
        element("ul", tips),
        element("h2", events, id="search-events-title", hidden=True),
        element("ul", id="search-events"),
        id="search-nothing",
        hidden=True,
    )
