"""Differences of records that hold lists of things with names: commune by commune, step by step."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.locale import Words
from generator.records.schema import Schema, child_of, load_schema
from generator.review.records_compared import RecordChange

NESTED = ("place", "posting", "journeys")
"""The kinds of records that are compared so."""
Difference = tuple[str, str, str]
"""What differs, by its titles from the top down, and what it said before and says now."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IDENTITIES = (("code",), ("id",), ("procedure",), ("system", "value"), ("name",))
"""The keys that tell items of a list apart: the first of which an item has all."""
Item = Mapping[str, Any]


def nested_differences(change: RecordChange, words: Words) -> Iterator[Difference]:
    """What differs in a record of one of the kinds `NESTED`, in words."""
    schema = load_schema(change.kind)
    if change.kind == "journeys":
        schema = child_of(child_of(schema, "journeys"), 0)
    before = {key: old for key, old, _ in change.keys if old is not None}
    after = {key: new for key, _, new in change.keys if new is not None}
    yield from _Comparison(words).keys(before, after, schema, ())


@dataclass(frozen=True, slots=True)
class _Comparison:
    words: Words

    def keys(
        self, before: Item, after: Item, schema: Schema, above: tuple[str, ...]
    ) -> Iterator[Difference]:
        """The keys of an item that differ; the items below are in `above`."""
        for key in dict.fromkeys((*before, *after)):
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            child = child_of(schema, key)
            label = (*above, str(child.get("title", key)))
            old_items, new_items = _by_identity(old), _by_identity(new)
            if old_items is not None and new_items is not None:
                yield from self._items(old_items, new_items, child_of(child, 0), above, label)
            elif key == "kind":
                yield _joined(label), self._named(before), self._named(after)
            else:
                yield _joined(label), self._said(old, child), self._said(new, child)

    def _items(
        self,
        before: Mapping[object, Item],
        after: Mapping[object, Item],
        schema: Schema,
        above: tuple[str, ...],
        label: tuple[str, ...],
    ) -> Iterator[Difference]:
        for identity in dict.fromkeys((*after, *before)):
            old, new = before.get(identity), after.get(identity)
            if old and new:
                yield from self.keys(old, new, schema, (*above, self._label(new)))
            else:
                yield _joined(label), self._said(old, schema), self._said(new, schema)
        earlier = [one for one in before if one in after]
        now = [one for one in after if one in before]
        if earlier != now:
            old_order, new_order = (self._listed(after, one) for one in (earlier, now))
            yield _joined((*label, self.words("review.order"))), old_order, new_order

    def _listed(self, items: Mapping[object, Item], order: Iterable[object]) -> str:
        return "; ".join(self._named(items[one]) for one in order)

    def _label(self, item: Item) -> str:
        """An item by its name, and by the code that tells it from others of the same name."""
        return f"{self._named(item)} ({item['code']})" if "code" in item else self._named(item)

    def _named(self, item: Item) -> str:
        """An item as people name it: "Phường Trung Tâm", "Đăng ký hộ kinh doanh"."""
        name = str(item.get("name") or item.get("procedure") or item.get("value") or "")
        key = f"place.kind.{item.get('kind')}"
        return self.words(key, name=name) if self.words.has(key) else name

    def _said(self, value: Any, schema: Schema) -> str:
        """A value in words: days as they are written, items with all that they say."""
        if value is None:
            return ""
        if isinstance(value, list):
            return "; ".join(self._said(one, child_of(schema, 0)) for one in value)
        if isinstance(value, dict):
            return self._whole(value, schema)
        text = str(value)
        return self.words.day(date.fromisoformat(text)) if _DAY.fullmatch(text) else text

    def _whole(self, item: Item, schema: Schema) -> str:
        parts = [self._label(item)]
        for key, value in item.items():
            if key not in ("code", "name", "kind", "procedure"):
                child = child_of(schema, key)
                parts.append(f"{child.get('title', key)}: {self._said(value, child)}")
        return ", ".join(parts)


def _by_identity(value: Any) -> dict[object, Item] | None:
    """The items of a list by what tells them apart; None for other values, and where two are alike.

    No value at all is an empty list.
    """
    if value is None:
        return {}
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return None
    found = {_identity(one): one for one in value}
    return found if len(found) == len(value) and None not in found else None


def _identity(item: Item) -> object:
    keys = next((keys for keys in _IDENTITIES if all(key in item for key in keys)), None)
    return tuple(item[key] for key in keys) if keys else None


def _joined(label: Iterable[str]) -> str:
    return " › ".join(label)
