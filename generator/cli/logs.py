"""The log: what the program does and why, for whoever looks into it; written to stderr.

Every module logs by its name (`logging.getLogger(__name__)`), in English, at two levels only:
`info` (-v) for what happens once in a run, `debug` (-vv) for what happens for each file or task.
Nothing is logged as a warning: what staff must know is printed in their language.
"""

import logging

_LEVELS = (logging.CRITICAL, logging.INFO, logging.DEBUG)
_FORMAT = "%(relativeCreated)7.0f ms  %(process)d  %(levelname)-5s  %(name)s: %(message)s"
_LOGGER = logging.getLogger("generator")


def configure_logging(verbosity: int) -> None:
    """Print the log from a level on: 0 nothing, 1 information, 2 and more everything."""
    for handler in tuple(_LOGGER.handlers):
        _LOGGER.removeHandler(handler)
    _LOGGER.setLevel(_LEVELS[min(verbosity, len(_LEVELS) - 1)])
    if verbosity:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT))
        _LOGGER.addHandler(handler)


def is_verbose() -> bool:
    """Whether the log is printed."""
    return _LOGGER.isEnabledFor(logging.INFO)
