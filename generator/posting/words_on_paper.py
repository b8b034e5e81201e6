"""Words of the site that stand otherwise on a paper, whose reader has only the paper."""

from generator.locale import Words

_ON_PAPER = "posting.on_paper."


def words_on_paper(words: Words) -> Words:
    """The words of a language with those that are other ones on paper."""
    found = words.entries.items()
    own = {key.removeprefix(_ON_PAPER): said for key, said in found if key.startswith(_ON_PAPER)}
    return Words(words.language, {**words.entries, **own})
