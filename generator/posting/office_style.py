"""The style of an office: its heading, emblem and colour, in one small file that it edits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_KEYS = ("heading", "emblem", "colour")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CONTRAST = 4.5
"""Of text on white paper, at least (WCAG 2.2, success criterion 1.4.3)."""
_LARGEST = 1_000_000
"""Bytes of an emblem: every document of a set holds it."""
_FORMATS = (("png", b"\x89PNG\r\n\x1a\n"), ("jpg", b"\xff\xd8\xff"))


class StyleError(Exception):
    """What is wrong in a style: `key` names the sentence, `values` are what it quotes."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class OfficeStyle:
    """Lines above the name of the office; its emblem (SVG as text, else bytes); `#rrggbb` or ""."""

    heading: tuple[str, ...] = ()
    emblem: str | tuple[int, ...] | None = None
    emblem_format: str = ""
    colour: str = ""


PLAIN_STYLE = OfficeStyle()


def read_style(file: Path) -> OfficeStyle:
    """The style in a YAML file with the keys `heading`, `emblem` (a file beside it) and `colour`.

    Raises OSError, StyleError.
    """
    known = _parse(file.read_bytes())
    unknown = [key for key in known if key not in _KEYS]
    if unknown:
        raise StyleError("key", found=unknown[0], known=", ".join(_KEYS))
    emblem, kind = _read_emblem(file.parent / known["emblem"]) if "emblem" in known else (None, "")
    heading = tuple(line for line in known.get("heading", "").splitlines() if line.strip())
    return OfficeStyle(heading, emblem, kind, _read_colour(known.get("colour", "")))


def _parse(content: bytes) -> Mapping[str, str]:
    """The values of a file that holds texts under keys and nothing else. Raises StyleError."""
    try:
        tree = yaml.safe_load(content.decode("utf8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        raise StyleError("unreadable") from None
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        raise StyleError("unreadable")
    for key, value in tree.items():
        if not isinstance(value, str):
            raise StyleError("text", found=key)
    return tree


def _read_emblem(file: Path) -> tuple[str | tuple[int, ...], str]:
    """A picture and its format. Raises OSError, StyleError."""
    content = file.read_bytes()
    if len(content) > _LARGEST:
        raise StyleError("emblem_large", file=file)
    for kind, signature in _FORMATS:
        if content.startswith(signature):
            return tuple(content), kind
    text = content.decode("utf8", errors="replace")
    if "<svg" not in text:
        raise StyleError("emblem", file=file)
    return text, "svg"


def _read_colour(found: str) -> str:
    """A colour that can be read on paper, in grey too. Raises StyleError."""
    if not found:
        return ""
    if not _COLOUR.fullmatch(found):
        raise StyleError("colour", found=found)
    if 1.05 / (_luminance(found) + 0.05) < _CONTRAST:
        raise StyleError("pale", found=found)
    return found


def _luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` (WCAG 2.2)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
