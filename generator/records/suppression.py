"""Go on after an error that costs only time or space, and log it: nothing is lost silently."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def suppress_logged(log: logging.Logger, action: str, *errors: type[Exception]) -> Iterator[None]:
    """Suppress `errors` in the body, logged as the failure of `action`."""
    try:
        yield
    except errors as error:
        log.info("cannot %s: %s: %s", action, type(error).__name__, error)
