"""Find the values at a key path in a record, with the pointer that leads to each."""

from collections.abc import Iterator

from generator.records.catalogue import Catalogue
from generator.records.problems import Pointer


def values_at(record: object, path: str) -> Iterator[tuple[Pointer, str]]:
    """The strings at `path`, such as `rows[].by[].procedure`; parts that are absent yield nothing.

    Of a decision, `grounds[]` yields pairs such as `(("grounds", 0), "63-2010-nd-cp")`.
    """
    yield from _walk(record, path.split("."), ())


def _walk(value: object, steps: list[str], pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if value is None:
        return
    if not steps:
        yield pointer, str(value)
        return
    name = steps[0].removesuffix("[]")
    child = getattr(value, name)
    if not steps[0].endswith("[]"):
        yield from _walk(child, steps[1:], (*pointer, name))
        return
    for position, item in enumerate(child or ()):
        yield from _walk(item, steps[1:], (*pointer, name, position))


def records_of(catalogue: Catalogue, kind: str) -> Iterator[tuple[str, object]]:
    """Every record of a kind, with its file."""
    stores: dict[str, dict[str, object]] = {
        "agency": dict(catalogue.agencies),
        "calendar": {str(year): calendar for year, calendar in catalogue.calendars.items()},
        "legal-document": dict(catalogue.documents),
        "decision": dict(catalogue.decisions),
        "procedure": dict(catalogue.procedures),
        "version": dict(catalogue.version_files),
    }
    for key, record in stores[kind].items():
        yield catalogue.paths[kind, key], record
