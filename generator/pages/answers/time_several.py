"""Several limits: for whom each is, by the ways of filing or by the texts of the channels."""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.locale import Words
from generator.pages.answers.cell import answer, for_whom, stands_out
from generator.pages.answers.short import short_answer
from generator.pages.answers.time_cases import brief_limits, limit_words
from generator.pages.answers.time_texts import names_by_texts
from generator.pages.formatting import figure_words
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.answered import StatedTime
from generator.readings.time_values import TimeLimit
from generator.records.version import Channel

_OF_WORK = re.compile(
    r"thời (?:hạn|gian) |\A(?:sở|bộ|cục|chi cục|hội đồng|ubnd|[uủ][yỷ] ban|chủ tịch|văn phòng|phòng"
    r"|trung tâm|cơ quan)\s",
    re.IGNORECASE,
)
"""A name that is told of work, and not of those who it is done for."""


def several_limits(
    limits: Iterable[TimeLimit], channels: Sequence[Channel], small: list[Html], words: Words
) -> Html:
    """Recorded limits with the ways or the words of their channels, where these differ."""
    ways: dict[str, list[str]] = {limit_words(limit, words): [] for limit in limits}
    texts: dict[str, list[str]] = {said: [] for said in ways}
    for channel in channels:
        if channel.time.value is not None and channel.time.unit != "other":
            said = figure_words(channel.time.value, channel.time.unit, words)
            if said in ways:
                ways[said].append(words(f"method.{channel.method}"))
                texts[said].append(_first_line(channel.text or ""))
    named = next((found for found in (ways, texts) if _tells_apart(found)), None)
    areas: Mapping[str, str] = {}
    if named is None:
        named, areas = names_by_texts(channels, words)
    if not named:
        return answer(
            [stands_out("; ".join(ways))], [escape_line(words("answer.several_times")), *small]
        )
    whole = [for_whom(said, dict.fromkeys(told), words) for said, told in named.items()]
    brief = list(brief_limits(named, words, areas))
    return short_answer(whole, brief, small, words("answer.every_time", count=len(whole)))


def limits_by_text(
    stated: StatedTime, channels: Sequence[Channel], details: Iterable[Html], words: Words
) -> Html:
    """Recorded limits of which only the texts of the channels say for whom they are."""
    told = [one.value for one in stated.cases if not one.value.limit.recorded]
    if stated.base or not all(_OF_WORK.search(case.name) for case in told):
        return EMPTY
    named, areas = names_by_texts(channels, words)
    if not named:
        return EMPTY
    whole = [
        for_whom(said, ["; ".join(dict.fromkeys(names))], words) for said, names in named.items()
    ]
    label = words("answer.every_time", count=len(whole))
    return short_answer(whole, brief_limits(named, words, areas), details, label)


def why_several(channels: Sequence[Channel]) -> str:
    """What is said of several limits with equal names: whether the texts of channels differ."""
    texts = {channel.text for channel in channels if channel.time.value is not None}
    return "answer.see_channels" if len(texts) > 1 else "answer.several_times"


def _tells_apart(named: dict[str, list[str]]) -> bool:
    """Whether each limit has names of its own."""
    seen = [name for names in named.values() for name in set(names)]
    return all(filter(None, seen)) and len(seen) == len(set(seen)) and all(named.values())


def _first_line(text: str) -> str:
    """The first line of a text as a name; nothing where it is a length of time itself."""
    line = next(iter(text.strip().splitlines()), "").strip(" -+*:;.")
    return "" if line[:1].isdigit() else line
