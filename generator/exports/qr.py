"""QR codes (ISO/IEC 18004) as pictures for pages and for paper.

To draw thousands of codes is slow in pure Python. All steps from characters to modules are linear
over GF(2) when length, level and mask are given: a code is a blank one, XOR what each character
changes in it. Few characters differ from address to address, so few codes are drawn in full: one
for each beginning, and one for each character at each of the last places.
"""

import re
import struct
import zlib
from functools import cache
from urllib.parse import quote

import segno

_QUIET_ZONE = 4
"""Light modules around the code, as many as the standard asks for."""
_LEVEL = "m"
"""Error correction that survives a fold or a stain."""
_MASK = 0
_BLANK = "0"
_OWN = 16
"""Characters at the end of an address that are its own; what stands before is that of a site."""
_DARK = re.compile("0+")
"""Modules of a row that are dark, one after another."""
_SIGNS = "%/:?#[]@!$&'()*+,;=~"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def qr_png(address: str) -> bytes:
    """The code of an address as a PNG with a pixel for each module: the page scales it.

    Its pixels are stored and not deflated: about as small, and the same bytes whatever library
    compresses. Letters beyond ASCII are percent-encoded. Raises ValueError when it is too long.
    """
    side, lines = _modules(address)
    return _png(side, lines.to_bytes(side * _stride(side), "big"))


def qr_svg(address: str) -> str:
    """The code of an address as SVG, for paper; a unit is a module. Raises as `qr_png`."""
    side, lines = _modules(address)
    bits, width = f"{lines:0{8 * side * _stride(side)}b}", 8 * _stride(side)
    rows = (bits[width * row + 8 :][:side] for row in range(side))
    dark = "".join(
        f"M{run.start()} {row}h{run.end() - run.start()}v1H{run.start()}z"
        for row, line in enumerate(rows)
        for run in _DARK.finditer(line)
    )
    box = f'viewBox="0 0 {side} {side}" shape-rendering="crispEdges"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{dark}"/></svg>'


def _modules(address: str) -> tuple[int, int]:
    """The side of a code, and its rows as one number. Raises ValueError when it is too long."""
    address = quote(address, safe=_SIGNS)
    head = max(0, len(address) - _OWN)
    side, lines = _draw(f"{address[:head]}{_BLANK * (len(address) - head)}")
    for place, character in enumerate(address[head:], head):
        if character != _BLANK:
            lines ^= _change(len(address), place, character)
    return side, lines


@cache
def _change(length: int, place: int, character: str) -> int:
    """What a character at a place changes in the blank code of so many characters."""
    blank = _BLANK * length
    _, before = _draw(blank)
    _, after = _draw(f"{blank[:place]}{character}{blank[place + 1 :]}")
    return before ^ after


@cache
def _draw(address: str) -> tuple[int, int]:
    """The side in pixels, and all rows of pixels as one number; a set bit is light."""
    code = segno.make(
        address, error=_LEVEL, mask=_MASK, mode="byte", micro=False, boost_error=False
    )
    rows = [bytes(row) for row in code.matrix_iter(border=_QUIET_ZONE)]
    return len(rows), int.from_bytes(b"".join(map(_packed, rows)), "big")


def _packed(row: bytes) -> bytes:
    """A row as PNG stores it: the byte of its filter, then a bit for each pixel."""
    stride = _stride(len(row))
    bits = "".join("0" if dark else "1" for dark in row).ljust(8 * (stride - 1), "0")
    return int(bits, 2).to_bytes(stride, "big")


def _stride(side: int) -> int:
    return 1 + (side + 7) // 8


def _png(side: int, lines: bytes) -> bytes:
    """A PNG of one bit a pixel, black and white (ISO/IEC 15948)."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 0)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
