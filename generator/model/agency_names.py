"""Names of agencies in a list: those that two of them share are told apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model.edition import Edition
from generator.records.registers import Agency


def names_told_apart(keys: Iterable[str], edition: Edition) -> dict[str, str]:
    """The name of each agency; a shared one with the agency above it, else its code, else its id.

    An agency that the register lacks is named by its id.
    """
    listed = {key: edition.agency(key) for key in keys}
    above = {key: _with_parent(key, agency, edition) for key, agency in listed.items()}
    plain = {key: agency.name if agency else key for key, agency in listed.items()}
    shared, shared_above = _shared(plain), _shared(above)
    return {
        key: name if name not in shared else _apart(key, above[key], listed[key], shared_above)
        for key, name in plain.items()
    }


def _shared(names: Mapping[str, str]) -> set[str]:
    return {name for name, count in Counter(names.values()).items() if count > 1}


def _with_parent(key: str, agency: Agency | None, edition: Edition) -> str:
    name = agency.name if agency else key
    return f"{name}, {edition.agency_name(agency.parent)}" if agency and agency.parent else name


def _apart(key: str, above: str, agency: Agency | None, shared: set[str]) -> str:
    if above not in shared:
        return above
    codes = agency.codes if agency else ()
    return f"{above} ({codes[0].value if codes else key})"
