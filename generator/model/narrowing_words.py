"""For whom alone or where alone a procedure is, in the words of pages and results."""

from generator.locale import Words
from generator.readings.narrowing import Narrowing


def narrowing_words(narrowing: Narrowing, words: Words) -> str:
    """What a procedure is narrowed to, in a few words.

    >>> from generator.locale import words_of
    >>> from generator.readings.narrowing import NarrowingKind
    >>> narrowing_words(Narrowing(NarrowingKind.FOREIGN, ("foreigner",)), words_of("vi"))
    'Chỉ cho người nước ngoài'
    """
    if not narrowing.who:
        return words(f"narrowing.{narrowing.kind}")
    said = dict.fromkeys(words(f"narrowing.who.{one}") for one in narrowing.who)
    return words("narrowing.only", who=", ".join(said))
