"""The process of the preview that serves the site and watches the files.

Both need threads, and the process that builds is to have none, because it forks its workers. The
two talk over one connection: this one sends the paths of changed files, and looks again when the
other one has answered, so that looking takes no time from building.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Semaphore, Thread

from generator.records.watcher import State, watch
from generator.site.server import Preview, start_server


class PortError(OSError):
    """The preview cannot be served at the port that is asked for."""


class _Answer(Enum):
    """What the process that builds says."""

    SHOW = auto()
    GO_ON = auto()


@dataclass(frozen=True, slots=True)
class PreviewProcess:
    """The other process, seen from the one that builds."""

    address: str
    connection: Connection

    def announce(self) -> None:
        """Have every open page load again."""
        self.connection.send(_Answer.SHOW)

    def changes(self) -> Iterator[set[str]]:
        """The paths of records that were changed, added or removed, each time there are some."""
        while True:
            yield self.connection.recv()
            self.connection.send(_Answer.GO_ON)


@contextmanager
def start_preview(site: Path, root: Path, known: State, port: int) -> Iterator[PreviewProcess]:
    """Serve `site`, and watch the catalogue below `root` for what is no longer as `known`.

    Port 0 takes a free one. Raises PortError.
    """
    ours, theirs = Pipe()
    arguments = (theirs, site, root, known, port)
    process = get_context("spawn").Process(target=_run, args=arguments, daemon=True)
    process.start()
    theirs.close()
    try:
        answer: int | str = ours.recv()
        if isinstance(answer, str):
            raise PortError(answer)
        yield PreviewProcess(f"http://127.0.0.1:{answer}/", ours)
    finally:
        ours.close()
        process.join()


def _run(connection: Connection, site: Path, root: Path, known: State, port: int) -> None:
    """Serve and watch until the process that builds closes the connection, or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for that one, which then ends this one
    preview = Preview()
    try:
        server = start_server(site, preview, port)
    except OSError as error:
        connection.send(str(error))
        return
    answered = Semaphore(0)
    Thread(target=_listen, args=(connection, preview, answered), daemon=True).start()
    with watch(root, known) as changes:
        connection.send(server.server_port)
        for paths in changes:
            connection.send(paths)
            answered.acquire()


def _listen(connection: Connection, preview: Preview, answered: Semaphore) -> None:
    while True:
        try:
            answer = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        if answer is _Answer.SHOW:
            preview.announce()
        else:
            answered.release()
