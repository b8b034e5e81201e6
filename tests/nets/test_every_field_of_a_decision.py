"""Every field of a decision is shown, exported and reviewed, or it is said here why not."""

from dataclasses import fields, replace
from typing import Any

import msgspec
import pytest

from generator.exports.json_api import decision_json
from generator.model.edition import Edition
from generator.pages.page import Page
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.review.compare import compare
from generator.review.formats import render_review_markdown
from generator.review.outline import Outline
from generator.site.task_kinds import Task
from generator.site.tasks import TASK_KINDS, make_outputs
from generator.site.tracking import track_reads
from tests.nets.examples import KNOWN, Path, changed, example, leaves

CODE = "1.001193"
KEY = "btp/2026/1"
VALUES = {
    **KNOWN,
    "action": ("publish", "amend"),
    "amended_parts": ("time", "fees"),
    "annuls.decision": ("btp/2024/1098", "btp/2025/2045"),
    "annuls.row": ("dong-1", "dong-2"),
    "capacity": ("head", "for_head"),
    "declared_counts.signed": (3, 4),
    "extent": ("full", "partial"),
    "grounds": ("123-2015-nd-cp", "31-2024-qh15"),
    "ground_texts": ("Căn cứ Luật A", "Căn cứ Luật B"),
    "id": (KEY, KEY),
    "kinds": ("procedure_list", "internal_process"),
    "method": ("mean_of_rates", "share_of_days"),
    "number": ("1/QĐ-BTP", "2/QĐ-BTP"),
    "by.procedure": (CODE, "1.900102"),
    "replaces": (CODE, "1.900102"),
    "replaces_decisions.decision": ("btp/2024/1098", "btp/2025/2045"),
    "version": ("v001", "v002"),
}
FIXED = ("id",)
"""The identity of the record: it cannot change."""
NOT_SHOWN = {
    "declared_counts.signed": "checked against the rows",
    "figures.decimals": "on the page of figures",
    "figures.method": "on the page of figures",
    "figures.percent": "on the page of figures",
    "figures.text": "on the page of figures",
    "identifiers.system": "for programs, in the API",
    "identifiers.value": "for programs, in the API",
    "note": "an editor's note",
    "number_normalised": "how programs find a number; people read it as printed",
    "recorded": "when the catalogue learnt of it: for `--known-on`",
    "signed_file.identifiers.system": "for programs, in the API",
    "signed_file.identifiers.value": "for programs, in the API",
    "signed_file.path": "the link of a file leads to its address on the web",
    "source.records": "for programs, in the API",
    "source.system": "for programs, in the API",
    "source.unmapped.key": "for programs, in the API",
    "source.unmapped.value": "for programs, in the API",
}
"""Fields that no page of the decision shows, and why."""

_ROW_OF = {
    "publish": ("replaces", "by", "annuls"),
    "replace": ("procedure", "version", "annuls"),
    "annul": ("procedure", "version", "replaces", "by"),
}
"""What a row that does one thing has not."""


def _base() -> Any:
    """A decision with every field filled, and a row for each shape that a row can have."""
    data = example(Decision, VALUES)
    (row,) = data["rows"]
    rows = [
        {k: v for k, v in row.items() if k not in without} | {"id": f"dong-{action}"}
        for action, without in _ROW_OF.items()
    ]
    return {**data, "rows": rows}


BASE = _base()
LEAVES = [path for path in dict.fromkeys(leaves(BASE)) if ".".join(path) not in FIXED]


def _name(path: Path) -> str:
    return ".".join(name for name in path if name != "*")


def _decision(data: Any) -> Decision:
    return msgspec.convert(data, Decision)


def _with(catalogue: Catalogue, decision: Decision) -> Catalogue:
    known = {**catalogue.decisions, decision.id: decision}
    return replace(catalogue, decisions=known)


def _page(sample: Edition, data: Any) -> str:
    edition = Edition(_with(sample.catalogue, _decision(data)), sample.day, sample.words)
    made = make_outputs(Task("decision", KEY), edition)
    return "\n".join(page.render() for page in made if isinstance(page, Page))


@pytest.mark.parametrize("path", LEAVES, ids=_name)
def test_the_api_has_every_field(path: Path) -> None:
    after = decision_json(_decision(changed(BASE, path, VALUES)))
    assert after != decision_json(_decision(BASE)), f"`{_name(path)}`: see exports/json_api.py"


@pytest.mark.parametrize("path", LEAVES, ids=_name)
def test_a_page_shows_every_field(path: Path, sample: Edition) -> None:
    shown = _page(sample, BASE) != _page(sample, changed(BASE, path, VALUES))
    assert shown is (_name(path) not in NOT_SHOWN), (
        f"the page of a decision does not show `{_name(path)}`: add it to pages/decision.py"
    )


@pytest.mark.parametrize("path", LEAVES, ids=_name)
def test_a_review_names_every_field(path: Path, sample: Edition) -> None:
    before = _with(sample.catalogue, _decision(BASE))
    after = _with(sample.catalogue, _decision(changed(BASE, path, VALUES)))
    review = compare(before, after)
    assert not review.empty
    text = render_review_markdown(Outline(review, sample.words))
    assert text != render_review_markdown(Outline(compare(before, before), sample.words)), (
        f"a review does not say that `{_name(path)}` was edited: see review/compare.py"
    )


READ_ELSEWHERE = {
    "digests": "what the dependency digests are made of",
    "exceptions": "the checks read them; no page does",
    "paths": "where problems are shown",
    "members": "a federation reads them",
    "postings": "pages read what offices have to post, which is made of them",
    "version_refs": "pages read the entries that are made of them",
}


def test_every_store_of_a_catalogue_is_read_by_a_task(sample: Edition) -> None:
    twin, reads = track_reads(sample)
    reads.clear()
    for kind in TASK_KINDS:
        for task in kind.tasks(twin):
            list(make_outputs(task, twin))
    stores = {name.partition("/")[0] for name in reads} | {"settings"}
    unread = {field.name for field in fields(Catalogue)} - stores
    assert unread == set(READ_ELSEWHERE), "say in site/tasks.py what is made of a new store"
