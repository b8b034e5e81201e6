"""A Python that ends a run in which a process is forked while it has more than one thread."""

import os
import sys
import threading
import traceback


def _look() -> None:
    if threading.active_count() > 1:
        traceback.print_stack()
        sys.stderr.write(f"forked with {threading.enumerate()}\n")
        os._exit(99)


os.register_at_fork(before=_look)
