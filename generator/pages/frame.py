"""What a page is, in a few words of other languages, for those who cannot read it.

Made of recorded values alone; what has no translation stays in the language of the site.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.locale import Words, words_of
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.formatting import figure_words
from generator.readings.time_summary import TimeSummary
from generator.records.decision import Decision
from generator.records.version import Version

_KINDS = ("home", "list", "search", "figures", "follow", "data", "handout", "page")
"""The kinds of pages that are described by what they are; all others as `page`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A description: `said` in its language, then `own`, a name in that of the site."""

    language: str
    said: str
    own: str


def frame_languages(edition: Edition) -> list[str]:
    """The languages in which pages are described: as the catalogue says, without its own."""
    wanted = edition.catalogue.settings.summary_languages
    return [one for one in wanted if one != edition.words.language]


def frames_of_kinds(edition: Edition) -> list[dict[str, object]]:
    """For the templates: each language, its name, and what pages of a kind are in it."""
    return [
        {
            "language": language,
            "name": words_of(language)("frame.language"),
            "kinds": {kind: _said(kind, words_of(language), edition) for kind in _KINDS},
        }
        for language in frame_languages(edition)
    ]


def _said(kind: str, words: Words, edition: Edition, **values: str) -> str:
    """What a kind of page is, and in which language."""
    named = words(f"frame.named.{edition.words.language}")
    return words(f"frame.{kind}", language=named, **values)


def procedure_frames(
    entry: PublishedProcedure, version: Version, times: TimeSummary, edition: Edition
) -> tuple[Frame, ...]:
    """A procedure: its code, levels, ways to file and time limit as recorded, and its field."""
    own = edition.field(entry.procedure.field).name
    return tuple(
        Frame(language, " ".join(_procedure(entry, version, times, language, edition)), own)
        for language in frame_languages(edition)
    )


def _procedure(
    entry: PublishedProcedure,
    version: Version,
    times: TimeSummary,
    language: str,
    edition: Edition,
) -> Iterator[str]:
    words = words_of(language)
    code = entry.procedure.code or words("facts.no_code")
    yield _said("procedure", words, edition, code=code)
    levels = ", ".join(words(f"level.{level}") for level in version.levels.items)
    if levels:
        yield words("frame.levels", levels=levels)
    methods = dict.fromkeys(channel.method for channel in version.channels.items)
    if methods:
        shown = ", ".join(words(f"method.{method}") for method in methods)
        yield words("frame.methods", methods=shown)
    if limit := _only_limit(times, words):
        yield words("frame.time", limit=limit)
    yield words("frame.field")


def _only_limit(times: TimeSummary, words: Words) -> str:
    """The recorded limit, where nothing read beside it changes or contradicts it."""
    beside = (times.variants, times.stages, times.added, times.longer, times.not_counted)
    base = times.base.value if times.base else None
    if (
        base is None
        or not base.recorded
        or base.then
        or any(beside)
        or times.conflicts
        or times.by_case
    ):
        return ""
    return "" if base.unit == "other" else figure_words(base.value, base.unit, words)


def decision_frames(decision: Decision, edition: Edition) -> tuple[Frame, ...]:
    """A decision: its number, when it was signed, and who issued it."""
    own = edition.agency_name(decision.agency)
    return tuple(
        Frame(language, " ".join(_decision(decision, words_of(language), edition)), own)
        for language in frame_languages(edition)
    )


def _decision(decision: Decision, words: Words, edition: Edition) -> Iterator[str]:
    yield _said("decision", words, edition, number=decision.number)
    if decision.signed:
        yield words("frame.signed", day=words.day(decision.signed))
    yield words("frame.issuer")
