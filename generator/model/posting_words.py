"""What an office must post and what is missing for that, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.locale import Words
from generator.model.posting_coverage import PostingCoverage, WallState

if TYPE_CHECKING:
    from generator.model.edition import Edition


def set_words(coverage: PostingCoverage, words: Words) -> str:
    """How many sheets a set holds, of how many fields, when it last changed, what it leaves out."""
    counts = {"count": coverage.count, "fields": coverage.fields}
    said = [words("posting.set_holds", **{key: words.number(one) for key, one in counts.items()})]
    if coverage.changed:
        said.append(words("posting.set_changed", day=words.day(coverage.changed)))
    if coverage.left_out:
        said.append(words("posting.set_leaves_out", count=words.number(coverage.left_out)))
    return "; ".join(said)


def lacking_words(coverage: PostingCoverage, words: Words) -> Iterator[str]:
    """How many sheets cannot state what the law wants on them, a text for each kind."""
    for key, count in coverage.lacking:
        yield lack_words(key, count, words)


def lack_words(key: str, count: int, words: Words) -> str:
    """How many sheets lack one thing, by its name in `LACKS`."""
    return words("posting.lacking", count=words.number(count), what=words(f"posting.lack.{key}"))


def contact_words(edition: "Edition") -> str:
    """That no feedback contact is valid on the day, which posting needs; else ""."""
    return "" if edition.contacts("feedback") else edition.words("posting.no_feedback")


def wall_words(wall: WallState, words: Words) -> str:
    """How far the wall is behind."""
    counts = {"right": wall.right, "missing": wall.missing, "outdated": wall.outdated}
    shown = {key: words.number(one) for key, one in counts.items()}
    return words("posting.wall_state", day=words.day(wall.posted), **shown)
