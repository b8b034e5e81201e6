"""What was read out of words, as data: apart from the recorded keys."""

from generator.readings.plain import Plain, convert_to_plain
from generator.readings.version import VersionReadings

_EVIDENCE = frozenset({"pointer", "start", "end", "words"})


def readings_json(read: VersionReadings) -> Plain:
    """Values with how sure they are and where they were read.

    Evidence is the place of its words in the version: a JSON pointer (RFC 6901) to a text, and the
    characters of it, counted as in RFC 5147: `/steps/items/0/text#char=0,25`.
    """
    return _with_places(convert_to_plain(read))


def _with_places(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_with_places(one) for one in value]
    if isinstance(value, dict):
        if value.keys() == _EVIDENCE:
            return _place(value)
        return {key: _with_places(one) for key, one in value.items()}
    return value


def _place(evidence: dict[str, Plain]) -> str:
    keys = evidence["pointer"]
    assert isinstance(keys, list)
    escaped = (str(key).replace("~", "~0").replace("/", "~1") for key in keys)
    return f"/{'/'.join(escaped)}#char={evidence['start']},{evidence['end']}"
