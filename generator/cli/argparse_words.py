"""The sentences of argparse itself, such as "usage:", in the language asked for."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from generator.locale import Words


@contextmanager
def argparse_in(words: Words) -> Iterator[None]:
    """Have argparse take its sentences from `words`, where they stand under `argparse`.

    argparse asks gettext for them by the names `_` and `ngettext` of its module, and gettext reads
    only compiled catalogues in a folder: so the two names are replaced for a while. A sentence that
    a later Python adds stays English until the words have it.
    """

    def translate(text: str) -> str:
        """A sentence of argparse in our words, or as it is."""
        return words.entries.get(f"argparse.{text}", text)

    def translate_plural(one: str, several: str, count: int) -> str:
        """The form of a sentence that goes with a count, in our words."""
        return translate(one if count == 1 else several)

    namespace = vars(argparse)
    saved = {name: namespace[name] for name in ("_", "ngettext")}
    namespace.update(_=translate, ngettext=translate_plural)
    try:
        yield
    finally:
        namespace.update(saved)
