"""Why the system refused something, in the reader's words and not in those of the system."""

import lzma

from generator.locale import Words

_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (FileNotFoundError, "missing"),
    (FileExistsError, "exists"),
    (IsADirectoryError, "folder"),
    (NotADirectoryError, "no_folder"),
    (PermissionError, "forbidden"),
    (ConnectionError, "no_answer"),
    (TimeoutError, "no_answer"),
    (UnicodeDecodeError, "no_text"),
    (lzma.LZMAError, "broken"),
    (EOFError, "broken"),
    (OSError, "system"),
)
"""The key under `reason` of each kind of error; the first that fits counts."""


def reason_key(error: BaseException) -> str | None:
    """The key of the words for an error of the system; None for one with words of our own."""
    found = (f"reason.{key}" for kind, key in _REASONS if isinstance(error, kind))
    return next(found, None)


def error_words(error: BaseException, words: Words) -> str:
    """Why something failed: an error of the system in words, with the file that it is about."""
    key = reason_key(error)
    if key is None or (isinstance(error, OSError) and error.errno is None and str(error)):
        return str(error)
    file = getattr(error, "filename", None)
    return f"{words(key)}: {file}" if file else words(key)
