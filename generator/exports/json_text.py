"""JSON as this project writes it: UTF-8, one line, deterministic."""

import json
import re

from generator.law.text import DIRECTION


def to_json(value: object) -> bytes:
    """Encode plain data; marks that turn the direction of writing are escaped: none can hide."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (DIRECTION.sub(_escape, text) + "\n").encode()


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
