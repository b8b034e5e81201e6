"""What was read out of words, as data: beside the recorded keys, never among them."""

from generator.readings.plain import Plain, convert_to_plain
from generator.readings.version import VersionReadings

_EVIDENCE = frozenset({"pointer", "start", "end", "words"})


def readings_json(read: VersionReadings) -> Plain:
    """Values with how sure they are and where they were read: `text[start:end]` of a pointer.

    The words themselves stand in the record, to which the pointer leads.
    """
    return _without_words(convert_to_plain(read))


def _without_words(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_without_words(one) for one in value]
    if isinstance(value, dict):
        is_evidence = value.keys() == _EVIDENCE
        kept = {key: one for key, one in value.items() if not (is_evidence and key == "words")}
        return {key: _without_words(one) for key, one in kept.items()}
    return value
