"""The page for people who write software says what the site publishes, and all of it."""

import json
import re

from generator import addresses
from generator.exports.examples import data_examples
from generator.exports.json_api import lists_json
from generator.exports.tables import figure_rows
from generator.model.edition import Edition
from generator.pages.open_data import open_data_page


def test_every_list_of_the_api_is_on_the_page(sample: Edition) -> None:
    shown = open_data_page(sample).body.html
    for path, _ in lists_json(sample):
        assert f">{path}</code>" in shown


def test_every_table_is_on_the_page_with_each_of_its_columns(sample: Edition) -> None:
    shown = open_data_page(sample).body.html
    explained = set(re.findall(r"<td><code>([a-z_]+)</code></td><td>[^<]", shown))
    for path, content in figure_rows(sample):
        assert f"<code>{path}</code>" in shown
        heads = content.decode("utf-8-sig").splitlines()[0].split(",")
        assert set(heads) <= explained, path


def test_every_key_of_a_procedure_and_of_a_version_is_explained(sample: Edition) -> None:
    shown = open_data_page(sample).body.html
    explained = set(re.findall(r"<td><code>([a-z_]+)</code></td><td>[^<]", shown))
    procedure = next(one for one in data_examples(sample) if one.kind == "procedure")
    data = json.loads(procedure.content)
    assert {*data, *data["versions"][0]} <= explained


def test_the_paths_of_examples_are_those_of_addresses(sample: Edition) -> None:
    patterns = [one.pattern for one in data_examples(sample)]
    assert patterns[:3] == [
        addresses.INDEX_DATA,
        addresses.procedure_data("{id}"),
        addresses.decision_data("{id}"),
    ]


def test_every_kind_of_file_that_the_site_writes_is_on_the_page(sample: Edition) -> None:
    shown = open_data_page(sample).body.html
    for path in ("places/{id}", "journeys/{id}", "journeys", "shard", "changes", "agencies"):
        assert f">api/v1/{path}.json</code>" in shown
