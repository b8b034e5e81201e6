"""JSON shows what hides: marks that turn the direction of writing are written as escapes."""

import json

from generator.exports.json_text import to_json


def test_a_mark_that_turns_the_writing_is_escaped_and_read_back_as_itself() -> None:
    text = "Điều 1\u202e và \u2066Điều 2\u2069"
    written = to_json(text)
    assert written == '"Điều 1\\u202e và \\u2066Điều 2\\u2069"\n'.encode()
    assert json.loads(written) == text
