"""What a version states of time, fees and its internal process, in a word each."""

from dataclasses import dataclass

from generator.records.version import Version

_DEAREST_FIRST = ("amount", "laid_down_elsewhere", "not_stated", "free", "absent")


@dataclass(frozen=True, slots=True)
class Completeness:
    """Whether a time limit and an internal process are stated; `fees`: the state of the dearest.

    `forms`: every form that is named has a file, or the text that holds it. `place`: it is stated
    who receives or carries it out, or where it is handed in.
    """

    fees: str
    time: bool
    process: bool
    forms: bool = True
    place: bool = True


def completeness_of(version: Version) -> Completeness:
    """What a version states."""
    forms = all(form.file or form.basis for form in version.forms.items)
    process = bool(version.internal_process.items)
    return Completeness(_fees(version), _time(version), process, forms, _place(version))


def _fees(version: Version) -> str:
    stated = [channel.fees for channel in version.channels.items]
    states = {fee.state for fees in stated for fee in fees.items}
    states |= {"absent" for fees in stated if fees.none}
    return next((state for state in _DEAREST_FIRST if state in states), "not_stated")


def _time(version: Version) -> bool:
    return any(
        channel.time.value is not None and channel.time.unit != "other"
        for channel in version.channels.items
    )


def _place(version: Version) -> bool:
    roles = version.agencies
    named = any(one.items or one.text for one in (roles.receiving, roles.executing))
    return named or any(channel.address for channel in version.channels.items)
