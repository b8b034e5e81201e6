"""The keys and values of any record in the reader's words, by the titles of its schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.findings.problem import Pointer
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.loose_values import choice_label
from generator.records.schema import Schema, child_of, layers_of, schema_at, title_of

_ITEM_OF: Mapping[str, Pointer] = {
    "fields": ("fields", 0),
    "life-events": ("life_events", 0),
    "journeys": ("journeys", 0),
    "absent": ("absent", 0),
}
"""Where a record stands that shares its file with others of its kind."""

KeyLine = tuple[str, str, str]
"""The name of a key or item, and what it said before and says after."""


@dataclass(frozen=True, slots=True)
class RecordDescriber:
    """Describes the keys of records of a kind; ids are told by the names in a catalogue."""

    kind: str
    catalogue: Catalogue
    words: Words

    def key_lines(self, key: str, before: Any, after: Any) -> Iterator[KeyLine]:
        """What differs in a key: of a list whose items have ids, each item that differs."""
        pointer = (*_ITEM_OF.get(self.kind, ()), key)
        old, new = _by_id(before), _by_id(after)
        if old is None or new is None:
            schema = schema_at(self.kind, *pointer)
            said, says = (self._value(value, schema, key) for value in (before, after))
            yield _last(title_of(self.kind, pointer)), said, says
            return
        numbers = {name: place for place, name in enumerate(dict.fromkeys((*new, *old)))}
        schema = child_of(schema_at(self.kind, *pointer), 0)
        for name, place in numbers.items():
            if old.get(name) != new.get(name):
                said, says = (self._value(found.get(name), schema, key) for found in (old, new))
                yield _last(title_of(self.kind, (*pointer, place))), said, says

    def _value(self, value: Any, schema: Schema, key: str) -> str:
        """A value in words: lists and mappings on a line for each item."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.words("redline.yes" if value else "redline.no")
        if isinstance(value, Mapping):
            return "\n".join(self._entries(value, schema))
        if isinstance(value, list):
            item = child_of(schema, 0)
            return "\n".join(filter(None, (self._value(one, item, key) for one in value)))
        if isinstance(value, int | float):
            return str(value) if key == "year" else self.words.number(value)
        return self._text(value, schema)

    def _entries(self, value: Mapping[str, Any], schema: Schema) -> Iterator[str]:
        for name, child in value.items():
            below = child_of(schema, name)
            said = self._value(child, below, name)
            if said and name != "id":
                title = self._name_of_key(name, below)
                yield f"{title}: {said}" if "\n" not in said else f"{title}:\n{said}"

    def _name_of_key(self, name: str, schema: Schema) -> str:
        """The title of a key; of one that itself names a key of the record, such as a reason."""
        return str(schema.get("title") or _last(title_of(self.kind, (name,))))

    def _text(self, value: Any, schema: Schema) -> str:
        """A text; a choice by its name, a day as it is printed, an id by the name it stands for."""
        if isinstance(value, date):
            return self.words.day(value)
        references = {str(layer.get("$ref", "")).rpartition("/")[2] for layer in layers_of(schema)}
        if "date" in references:
            return self.words.day(date.fromisoformat(value))
        named = next(filter(None, (self._named(value, one) for one in references)), None)
        choices = (layer for layer in layers_of(schema) if "enum" in layer)
        label = next((choice_label(layer, value, self.words) for layer in choices), value)
        return str(named or label)

    def _named(self, value: str, reference: str) -> str | None:
        """The name of what an id stands for; None when it is no id, or of nothing known."""
        catalogue = self.catalogue
        match reference:
            case "agency_id":
                agency = catalogue.agencies.get(value)
                return agency.name if agency else None
            case "field_id":
                field = catalogue.fields.get(value)
                return field.name if field else None
            case "document_id":
                document = catalogue.documents.get(value)
                return document.number if document else None
            case "life_event_id":
                event = catalogue.life_events.get(value)
                return event.name if event else None
            case "decision_id":
                decision = catalogue.decisions.get(value)
                return decision.number if decision else None
        return None


def _by_id(value: Any) -> dict[str, Any] | None:
    """The items of a list by their ids; None when they have none. What is absent has no items."""
    if value is None:
        return {}
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(item, Mapping) and item.get("id") for item in value):
        return None
    return {str(item["id"]): item for item in value}


def _last(title: str) -> str:
    """The name of a key alone, without those above it."""
    return title.rpartition(" › ")[2]
