"""What was read out of words, as data: beside the recorded keys, never among them."""

from generator.readings.evidence import Evidence
from generator.readings.plain import Forms, Plain, convert_to_plain
from generator.readings.version import VersionReadings


def readings_json(read: VersionReadings) -> Plain:
    """Values with how sure they are and where they were read.

    Evidence is the place of its words in the version: a JSON pointer (RFC 6901) to a text, and the
    characters of it, counted as in RFC 5147: `/steps/items/0/text#char=0,25`.
    """
    return convert_to_plain(read, _FORMS)


def _place(evidence: Evidence) -> str:
    escaped = (str(key).replace("~", "~0").replace("/", "~1") for key in evidence.pointer)
    return f"/{'/'.join(escaped)}#char={evidence.start},{evidence.end}"


_FORMS: Forms = {Evidence: _place}
