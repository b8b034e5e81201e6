"""Errors that say in the words of the program what is wrong."""


class WordedError(ValueError):
    """Something is refused; `key` names the sentence in the words, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
