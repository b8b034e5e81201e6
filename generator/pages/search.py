"""The search field, and what the results page holds for its script to fill."""

from generator.model.edition import Edition
from generator.pages.markdown import html

_CHOICES = ("field", "level", "agency", "applicant")
_BOXES = ("online", "free")
_TIPS = ("fewer", "own_words", "filters")


def search_form(edition: Edition, action: str, focus: str = "") -> str:
    """The search field; without JavaScript it leads to the search page, which lists the ways in."""
    words = edition.words
    return (
        f'<form class="search" action="{html(action)}" method="get" role="search">'
        f'<label for="q">{html(words("search.label"))}</label>'
        '<div class="search-row">'
        f'<input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search"{focus} '
        f'placeholder="{html(words("search.placeholder"))}">'
        f'<button type="submit">{html(words("search.button"))}</button>'
        "</div></form>"
    )


def search_filters(edition: Edition) -> str:
    """The filters; hidden until the script of the page knows what they would leave."""
    words = edition.words
    choices = "".join(
        f'<label>{html(words(f"filter.{name}"))}<select name="{name}"></select></label>'
        for name in _CHOICES
    )
    boxes = "".join(
        f'<label class="box"><input type="checkbox" name="{name}" value="yes">'
        f'<span>{html(words(f"filter.{name}"))} <span class="count"></span></span></label>'
        for name in _BOXES
    )
    orders = "".join(
        f'<option value="{value}">{html(words(f"filter.{name}"))}</option>'
        for value, name in (("best", "best"), ("title", "by_title"))
    )
    return (
        '<form id="search-filters" class="filters" hidden><details>'
        f"<summary>{html(words('filter.title'))}</summary>"
        f'<div class="filter-row">{choices}'
        f'<label>{html(words("filter.day"))}<input type="date" name="day"></label>'
        f'<label>{html(words("filter.order"))}<select name="order">{orders}</select></label></div>'
        f'<div class="filter-row">{boxes}'
        f'<button type="reset">{html(words("filter.clear"))}</button></div>'
        "</details></form>"
    )


def search_answer(edition: Edition) -> str:
    """Where the script puts what it found, and what it says when there is nothing."""
    words = edition.words
    tips = "".join(f"<li>{html(words(f'nothing.{name}'))}</li>" for name in _TIPS)
    return (
        '<p id="search-status" role="status" aria-live="polite" '
        f'data-failed="{html(words("results.failed"))}"></p>'
        '<p id="search-meant" hidden></p>'
        '<ol id="search-results" class="results"></ol>'
        '<button id="search-more" type="button" hidden></button>'
        '<div id="search-nothing" hidden>'
        f"<h2>{html(words('nothing.title'))}</h2><ul>{tips}</ul>"
        f'<h2 id="search-events-title" hidden>{html(words("nothing.events"))}</h2>'
        '<ul id="search-events"></ul></div>'
    )
