"""Words of the site that stand otherwise on a paper, whose reader has only the paper."""

from collections.abc import Iterable

from generator.locale import Words

_POSTING = "posting."
_ON_PAPER = f"{_POSTING}on_paper."


def words_on_paper(words: Words) -> Words:
    """The words of a language with those that are other ones on paper.

    A paper does not speak of the source of the records: to its reader the procedure says it. Who
    receives the dossier is asked where the paper is.
    """
    found = words.entries
    own = {
        key.removeprefix(_ON_PAPER): said
        for key, said in found.items()
        if key.startswith(_ON_PAPER)
    }
    exchanged = (
        (words("posting.source"), words("posting.source_on_paper")),
        (words("posting.ask"), words("posting.ask_on_paper")),
    )
    pairs = (*exchanged, *((old.capitalize(), new.capitalize()) for old, new in exchanged))
    told = {
        key: _exchange(said, pairs) for key, said in found.items() if not key.startswith(_POSTING)
    }
    return Words(words.language, {**found, **told, **own})


def _exchange(said: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        said = said.replace(old, new)
    return said
