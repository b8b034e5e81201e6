"""Go on after an error that costs only time or space, and log it: nothing is lost silently."""

import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def suppress_logged(log: logging.Logger, action: str, *errors: type[Exception]) -> Iterator[None]:
    """Suppress `errors` in the body, logged as the failure of `action`."""
    try:
        yield
    except errors as error:
        log.info("cannot %s: %s: %s", action, type(error).__name__, error)


def remove_folder(log: logging.Logger, folder: Path) -> None:
    """Remove a folder with all that is in it; log what cannot be removed, and leave it.

    A folder that does not exist is no failure.
    """

    def log_failure(_action: Callable[..., object], path: str, error: BaseException) -> None:
        """Log what could not be removed, unless it is gone already."""
        if not isinstance(error, FileNotFoundError):
            log.info("cannot remove %s: %s: %s", path, type(error).__name__, error)

    if sys.version_info >= (3, 12):
        shutil.rmtree(folder, onexc=log_failure)
    else:
        shutil.rmtree(folder, onerror=lambda act, path, info: log_failure(act, path, info[1]))
