"""What an edition groups: news under each of some keys, and anything under several."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from generator.model.news import NewsItem, latest_first
from generator.records.memoize import memoize_by_key

T = TypeVar("T")
News = Mapping[str, tuple[NewsItem, ...]]
"""Rows that were not annulled, under each of some keys."""
_NEWS_KEYS: Mapping[str, Callable[[NewsItem], Iterable[str]]] = {
    "field": lambda change: (change.field,),
    "agency": lambda change: change.agencies,
}
"""What news are grouped by."""


@memoize_by_key
def group_news(name: str, news: News) -> News:
    """News under each of their fields or agencies, the latest first."""
    return group_pairs((_NEWS_KEYS[name](change), change) for change in order_news(news))


def order_news(news: News) -> list[NewsItem]:
    """All news, the latest first."""
    return sorted((one for changes in news.values() for one in changes), key=latest_first)


def group_pairs(pairs: Iterable[tuple[Iterable[str], T]]) -> dict[str, tuple[T, ...]]:
    """Values under each of their keys, in the order in which they come."""
    groups: dict[str, list[T]] = defaultdict(list)
    for keys, value in pairs:
        for key in keys:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
