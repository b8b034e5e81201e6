"""Bytes with a checksum before them: what a disk, or anybody, changed is known as damaged."""

import hashlib

_SIZE = 16


class DamagedError(ValueError):
    """The content does not have the checksum that it was sealed with."""


def seal(content: bytes, name: bytes = b"") -> bytes:
    """Content behind its BLAKE2b; under another `name` (at most 64 bytes) it counts as damaged."""
    return _checksum(content, name) + content


def open_sealed(sealed: bytes, name: bytes = b"") -> bytes:
    """The content of sealed bytes. Raises DamagedError."""
    content = sealed[_SIZE:]
    if sealed[:_SIZE] != _checksum(content, name):
        raise DamagedError("the checksum does not fit")
    return content


def _checksum(content: bytes, name: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SIZE, key=name).digest()
