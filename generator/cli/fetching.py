"""Fetch one file that others publish: over http and https alone, within limits of size and time."""

import queue
import threading
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from generator.records.received import (
    FETCHING_SECONDS,
    MOST_REDIRECTS,
    SILENT_SECONDS,
    ReceivedLimitError,
)

_SCHEMES = ("http", "https")
_HANDLERS = (
    urllib.request.ProxyHandler,
    urllib.request.HTTPHandler,
    urllib.request.HTTPSHandler,
    urllib.request.HTTPDefaultErrorHandler,
    urllib.request.HTTPErrorProcessor,
    urllib.request.UnknownHandler,
)
"""What opens an address: nothing for files, FTP and data."""


def is_address(text: str) -> bool:
    """Whether a text is an address, of whatever scheme, and no path of a folder."""
    return "://" in text


def fetch(address: str, most: int) -> bytes:
    """The content at an address. Raises OSError; ReceivedLimitError beyond a limit.

    A thread does it, so that a server that sends a byte now and then cannot make anybody wait: no
    time limit of a socket counts the whole answer.
    """
    _check_scheme(address)
    answers: queue.SimpleQueue[bytes | Exception] = queue.SimpleQueue()
    threading.Thread(target=_answer, args=(address, most, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=FETCHING_SECONDS)
    except queue.Empty:
        raise ReceivedLimitError("received.too_slow", seconds=FETCHING_SECONDS) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answer(address: str, most: int, answers: "queue.SimpleQueue[bytes | Exception]") -> None:
    try:
        answers.put(_read_answer(address, most))
    except HTTPException as error:  # an answer that is no HTTP
        answers.put(ConnectionError(str(error)))
    except Exception as error:  # raised again by the one who waits
        answers.put(error)


def _read_answer(address: str, most: int) -> bytes:
    opener = urllib.request.OpenerDirector()
    for handler in (*_HANDLERS, _BoundedRedirects):
        opener.add_handler(handler())
    with opener.open(address, timeout=SILENT_SECONDS) as answer:
        content: bytes = answer.read(most + 1)
    if len(content) > most:
        raise ReceivedLimitError("received.too_long", most=most >> 20)
    return content


def _check_scheme(address: str) -> None:
    """Raise ReceivedLimitError for an address that is neither http nor https."""
    if urlsplit(address).scheme.lower() not in _SCHEMES:
        raise ReceivedLimitError("received.odd_address", address=address)


def _check_redirect(address: str, followed: int) -> None:
    """Raise ReceivedLimitError for a redirect that is not followed."""
    _check_scheme(address)
    if followed >= MOST_REDIRECTS:
        raise ReceivedLimitError("received.too_many_redirects", most=MOST_REDIRECTS)


class _BoundedRedirects(urllib.request.HTTPRedirectHandler):
    """Follow few redirects, to http and https alone."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that a redirect leads to, if it may be followed."""
        _check_redirect(newurl, len(getattr(req, "redirect_dict", {})))
        return super().redirect_request(req, fp, code, msg, headers, newurl)
