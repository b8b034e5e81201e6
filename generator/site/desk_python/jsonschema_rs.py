"""The two classes of `jsonschema_rs` that the package uses, made of `jsonschema`: slower."""

from collections.abc import Iterable, Mapping
from typing import Any

import jsonschema
import referencing


class Registry:
    """Schemas by their address."""

    def __init__(self, resources: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        found = [(uri, referencing.Resource.from_contents(one)) for uri, one in resources]
        self.resources: referencing.Registry[Any] = referencing.Registry().with_resources(found)


class Draft202012Validator:
    """Says whether a value is valid, and not why not."""

    def __init__(
        self, schema: Mapping[str, Any], registry: Registry, validate_formats: bool = True
    ) -> None:
        formats = jsonschema.FormatChecker(formats=["date"]) if validate_formats else None
        self._validator = jsonschema.Draft202012Validator(
            schema, registry=registry.resources, format_checker=formats
        )

    def is_valid(self, value: object) -> bool:
        """Whether a value is valid."""
        return self._validator.is_valid(value)
