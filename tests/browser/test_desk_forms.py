"""Every form of the desk, with every field that its schema has: names of people, and no key."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from generator.locale import words_of
from generator.site.desk_schemas import desk_schemas
from tests.conftest import PROJECT

SCHEMAS = desk_schemas(words_of("vi"))
KINDS = sorted(kind for kind in SCHEMAS if kind != "common")
DATA_KEY = re.compile(r"[a-z]+_[a-z]+|`")
FILL = (PROJECT / "tests/browser/fill-form.js").read_text("utf8")
"""What a form says whose record has every field, for each choice that its lists offer."""


def keys_and_values(node: Any) -> Iterator[str]:
    """Every key of a record and every value of its lists, as they stand in files."""
    if isinstance(node, dict):
        yield from node.get("properties", {})
        yield from (one for one in node.get("enum", ()) if isinstance(one, str))
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from keys_and_values(one)


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_shows_a_key_or_a_value_of_the_files(desk: Page, kind: str) -> None:
    entries = {k: v for k, v in words_of("vi").entries.items() if k.startswith("desk.")}
    said = [one.strip() for one in desk.evaluate(FILL, [kind, SCHEMAS, entries])]
    written = set(keys_and_values(SCHEMAS))
    assert len(said) > 5
    assert [one for one in said if one in written or DATA_KEY.search(one)] == []


def test_a_key_that_a_schema_gains_is_filled_in_without_code(desk: Page) -> None:
    def with_motto(route: Route) -> None:
        schemas = json.loads(json.dumps(SCHEMAS))
        schemas["agency"]["properties"]["motto"] = {"type": "string", "title": "Phương châm"}
        route.fulfill(json=schemas)

    desk.route("**/schemas.json", with_motto)
    desk.reload()
    desk.fill("#tim-ban-ghi", "bo tu phap")
    desk.click(".results button >> text=Bộ Tư pháp –")
    desk.select_option("#muc--them", label="Phương châm")
    desk.click(".adder button >> nth=-1")
    assert desk.evaluate("document.activeElement.id") == "muc-motto"
    desk.keyboard.type("Gần dân")
    desk.wait_for_selector(".changes >> text=Phương châm: Gần dân")
    desk.click("text=Về danh sách việc")
    kept = desk.evaluate("Object.values(localStorage).join()")
    assert "\\nmotto: Gần dân\\n" in kept
