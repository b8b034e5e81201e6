"""Records as plain mappings and lists, the same keys everywhere: in YAML and in the JSON API."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date


def plain(value: object) -> object:
    """Dataclasses as mappings, tuples as lists, dates as text, whole floats as integers."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = (field for field in fields(value) if getattr(value, field.name) != _default(field))
        return {field.name: plain(getattr(value, field.name)) for field in kept}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _default(field: Field[object]) -> object:
    """The default of a field; MISSING, which equals nothing, when it has none."""
    return field.default if field.default_factory is MISSING else field.default_factory()
