"""Processes that work for this one, and end when it does, however it ends."""

import logging
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

from generator.records.memoize import freeze_gc

_log = logging.getLogger(__name__)


def start_pool(jobs: int) -> ProcessPoolExecutor:
    """So many processes, each beginning with everything that this one knows."""
    _log.info("starting %d worker processes by fork", jobs)
    return ProcessPoolExecutor(jobs, get_context("fork"), _begin)


def _begin() -> None:
    freeze_gc()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process waits for work for ever: nobody tells it when the one that gives it was killed."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
