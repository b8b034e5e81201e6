"""The real national catalogue, when its data lies beside the project."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.citations import legal_bases, shares
from benchmarks.search.__main__ import evaluate
from benchmarks.search.questions import answerable, read_questions
from generator.check import CheckResult
from generator.law.text import fold_text
from generator.law.titles import one_line
from generator.records.catalogue import Catalogue
from tests.conftest import PROJECT
from tests.real.conftest import DATA, check
from tests.search.node import ask
from tests.site.crawl import broken_links, clicks_from_home, documents_of
from tools.serving import Served, serve

OWN = PROJECT / "tests" / "search" / "questions.yml"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real data is not beside the project"),
]


def test_every_record_is_written_or_refused_and_nothing_is_lost(report: dict[str, Any]) -> None:
    refused = [item for item in report["refused"] if item["path"].startswith("national")]
    assert report["written"]["procedure"] + len(refused) == report["read"]["national"] == 3645
    assert report["verified"]["characters"] > 20_000_000
    assert report["verified"]["characters_lost"] == 0


def test_the_result_has_no_errors(checked: CheckResult) -> None:
    assert [f for f in checked.findings if f.severity == "error"] == []


def test_numbers_of_documents_are_read(catalogue: Catalogue) -> None:
    count, _, read = shares(legal_bases(catalogue))
    assert count > 15_000
    assert read > 0.977  # what a prototype reached
    decisions = [d.number for d in catalogue.decisions.values() for _ in d.rows]
    assert shares(decisions)[2] > 0.976


def test_a_second_check_reads_nothing_again_and_says_the_same(
    checked: CheckResult, folder: Path
) -> None:
    assert check(folder) == checked


def test_no_link_is_broken_and_everything_is_three_clicks_away(site: Path) -> None:
    documents = documents_of(site)
    assert broken_links(site, documents) == []
    clicks = clicks_from_home(site, documents)
    procedures = [a for a in clicks if a.startswith("thu-tuc/") and a.count("/") == 2]
    index = json.loads((site / "api/v1/index.json").read_text("utf8"))
    assert len(procedures) == len(index["procedures"])
    far = [address for address in procedures if clicks[address] > 3]
    assert max(clicks[address] for address in procedures) <= 4
    assert all(in_family(site, address) for address in far), far
    assert len(far) < 0.1 * len(procedures)


def in_family(site: Path, address: str) -> bool:
    """Whether lists show a procedure behind another one of its family."""
    code = address.split("/")[1]
    record = json.loads((site / f"api/v1/procedures/{code}.json").read_text("utf8"))
    return bool(record.get("family"))


def test_citizens_questions_find_their_procedures(site: Path) -> None:
    questions = read_questions(DATA / "queries.tsv")
    assert answerable(questions, site) == questions
    found = evaluate(site, questions)
    assert found["all"]["hit@1"] >= 0.8
    assert found["all"]["hit@5"] >= 0.95
    assert found["without_accents"]["all"]["hit@5"] >= 0.9
    assert found["first_three_equal"] >= 0.95
    assert found["bytes"]["first"]["p95"] <= 130_000
    assert found["bytes"]["later"]["p95"] <= 30_000


def test_the_own_questions_find_their_procedures(site: Path) -> None:
    for half in ("tuning", "unseen"):
        found = evaluate(site, answerable(read_questions(OWN, half), site))
        assert found["all"]["hit@1"] >= 0.75
        assert found["all"]["hit@5"] >= 0.92


def test_the_browser_reads_every_real_title_to_the_letter(site: Path) -> None:
    rows = json.loads((site / "api/v1/index.json").read_text("utf8"))["procedures"]
    shown = {row["id"]: one_line(row["title"]) for row in rows}
    assert ask(site, [("titles", "")]) == [shown]


def test_a_title_finds_its_procedure_with_and_without_accents(site: Path) -> None:
    rows = json.loads((site / "api/v1/index.json").read_text("utf8"))["procedures"]
    titles = Counter(fold_text(" ".join(row["title"].split())) for row in rows)
    alone = [row for row in rows if titles[fold_text(" ".join(row["title"].split()))] == 1][::10]
    for said in (str, fold_text):
        answers = ask(site, [("search", said(row["title"])) for row in alone])
        first = [found[:1] == [row["id"]] for found, row in zip(answers, alone, strict=True)]
        assert sum(first) / len(first) > 0.97


NAMES = {
    "đăng ký khai sinh": "1.001193",
    "đăng ký kết hôn": "1.000894",
    "đăng ký khai tử": "1.000656",
    "đăng ký lại khai sinh": "1.004884",
    "chứng thực bản sao từ bản chính": "2.000815",
    "đăng ký việc nuôi con nuôi trong nước": "2.001263",
    "đăng ký giám hộ": "1.004837",
    "đăng ký thường trú": "1.004222",
    "tách hộ": "1.010038",
    "đăng ký nhận cha, mẹ, con": "1.001022",
}


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Served]:
    with serve(site) as served:
        yield served


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_names_are_found_in_the_browser(served: Served, browser: Browser, name: str) -> None:
    for question in (name, fold_text(name)):
        page = served.watch(browser.new_page(viewport={"width": 360, "height": 740}))
        page.goto(served.address + "tim-kiem/")
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.type(question)
        page.keyboard.press("Enter")
        expect(page.locator("#search-status")).to_contain_text(f"“{question}”")
        expect(page.locator("#search-results li").first).to_contain_text(NAMES[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()
    assert (served.complaints, served.foreign) == ([], [])


def test_none_of_the_real_data_is_in_the_project() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert not any(name.endswith((".jsonl", ".xz", ".tsv")) for name in tracked.stdout.splitlines())
