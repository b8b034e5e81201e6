"""Drafts: checked, reviewed, never published; and corrections made by a letter."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.findings.finding import Finding
from generator.law.rules.examples import DAY, base
from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import render_review_markdown
from generator.review.immutability import find_breaches
from generator.review.outline import Outline

WORDS = words_of("vi")
CODE = "1.000105"
DRAFT = """id: btp/du-thao/sua-phi
number: null
number_normalised: null
agency: btp
title: Công bố thủ tục hành chính sửa đổi (ví dụ)
signer: {name: null, position: Thứ trưởng, capacity: for_head}
signed: null
listed: null
effective: "2027-01-01"
signed_file: null
rows:
- id: d1
  action: amend
  procedure: "1.000105"
  version: v002
  amended_parts: [remarks]
  grounds: [63-2010-nd-cp]
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    text = (copy / f"procedures/ho-tich/{CODE}/v001.yml").read_text("utf8")
    later = text.replace("version: v001", "version: v002") + "notes:\n- Ghi chú mới.\n"
    (copy / f"procedures/ho-tich/{CODE}/v002.yml").write_text(later, "utf8")
    (copy / "decisions/btp/du-thao").mkdir()
    (copy / "decisions/btp/du-thao/sua-phi.yml").write_text(DRAFT, "utf8")
    return copy


def found(catalogue: Path) -> tuple[Finding, ...]:
    return check_catalogue(catalogue, WORDS, DAY).findings


def test_a_draft_is_checked_without_what_it_does_not_have_yet(copy: Path) -> None:
    assert not found(copy)
    draft = copy / "decisions/btp/du-thao/sua-phi.yml"
    draft.write_text(DRAFT.replace("[remarks]", "[fees]"), "utf8")
    assert {f.code for f in found(copy)} == {"QD204"}


def test_a_draft_is_reviewed_and_never_published(copy: Path) -> None:
    before, after = load_catalogue(base())[0], load_catalogue(copy)[0]
    review = render_review_markdown(Outline(compare(before, after), WORDS))
    assert "## Dự thảo – Công bố thủ tục" in review
    assert "Ghi chú mới." in review
    edition = Edition(after, date(2027, 2, 1), WORDS)
    assert edition.entries[CODE].version.version == "v001"
    assert "btp/du-thao/sua-phi" not in edition.catalogue.decisions
    assert main(["show", CODE, "--catalogue", str(copy), "--as-of", "2027-02-01"]) == 0


def test_a_draft_that_gets_its_number_is_no_deletion(copy: Path, tmp_path: Path) -> None:
    draft = copy / "decisions/btp/du-thao/sua-phi.yml"
    later = Path(shutil.copytree(copy, tmp_path / "later"))
    signed = (
        DRAFT.replace("btp/du-thao/sua-phi", "btp/2026/901")
        .replace("number: null", "number: 901/QĐ-BTP", 1)
        .replace("signed: null", 'signed: "2026-11-20"')
        + "unknown: {listed: Chưa, signed_file: Chưa, signer: Chưa, number_normalised: Chưa}\n"
    )
    (later / draft.relative_to(copy)).unlink()
    (later / "decisions/btp/2026/901.yml").write_text(signed, "utf8")
    (later / f"procedures/ho-tich/{CODE}/v002.yml").write_bytes(
        (copy / f"procedures/ho-tich/{CODE}/v002.yml").read_bytes().replace(b"moi", b"khac")
    )
    assert not list(find_breaches(load_catalogue(copy)[0], load_catalogue(later)[0]))
    assert not [f for f in found(later) if f.severity == "error"]


def test_a_signed_decision_does_not_lie_among_the_drafts(copy: Path) -> None:
    draft = copy / "decisions/btp/du-thao/sua-phi.yml"
    text = DRAFT.replace("number: null", "number: 901/QĐ-BTP", 1)
    draft.write_text(text.replace("signed: null", 'signed: "2026-11-20"'), "utf8")
    (finding,) = [f for f in found(copy) if f.code == "TC318"]
    assert "decisions/btp/2026/" in finding.detail


def test_a_draft_is_drafted_with_its_version(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    where = ["--catalogue", str(copy)]
    assert (
        main(["new", "draft", "btp", "Sửa phí hộ tịch", "--effective", "2027-01-01", *where]) == 0
    )
    draft = copy / "decisions/btp/du-thao/sua-phi-ho-tich.yml"
    assert "number: null\n" in draft.read_text("utf8")
    row = ["--decision", "btp/du-thao/sua-phi-ho-tich", "--parts", "fees"]
    assert main(["new", "version", CODE, *row, *where]) == 0
    codes = {f.code for f in found(copy)}
    assert codes == {"QD201", "QD204", "VS512"}  # what is still to be filled in
    draft.write_text(
        draft.read_text("utf8").replace("  - fees\n", "  - internal_process\n"), "utf8"
    )
    assert "QD201" not in {f.code for f in found(copy)}  # approved by the decision itself
    assert main(["new", "draft", "btp", "Sửa phí hộ tịch", *where]) == 2


_ABOLISHING = '- id: d9\n  action: abolish\n  procedure: "1.000101"\n'


@pytest.mark.parametrize(
    ("rows", "codes"), [("", []), (_ABOLISHING, ["QD212"]), (_ABOLISHING * 2, ["QD212"])]
)
def test_a_letter_corrects_and_does_nothing_else(
    rows: str, codes: list[str], tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "letter"))
    decision = copy / "decisions/btp/2026/300.yml"
    text = decision.read_text("utf8")
    annul = text[text.index("- id: d2") :]
    text = text.replace(annul, rows).replace("300/QĐ-BTP", "300/BTP-KSTT")
    decision.write_text(text, "utf8")
    told = [f for f in found(copy) if f.code in ("QD212", "TC312", "VD407")]
    assert [f.code for f in told] == codes
    lines = decision.read_text("utf8").splitlines()
    assert all(lines[f.line - 1] == "  action: abolish" for f in told)


def test_a_correction_is_held_to_the_parts_that_it_names(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "correct"))
    version = copy / "procedures/ho-tich/1.000102/v002.yml"
    version.write_text(version.read_text("utf8").replace("title: ", "title: Về "), "utf8")
    assert "QD203" in {f.code for f in found(copy)}


@pytest.mark.parametrize("action", ["publish", "abolish"])
def test_only_what_amends_or_corrects_names_parts(action: str, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "parts"))
    decision = copy / "decisions/btp/2026/200.yml"
    text = decision.read_text("utf8")
    named = f"  action: {action}\n  amended_parts: [fees]\n"
    decision.write_text(text.replace(f"  action: {action}\n", named), "utf8")
    assert {f.path for f in found(copy)} == {"decisions/btp/2026/200.yml"}


def test_what_is_to_come_is_judged_by_the_law_of_its_day(copy: Path) -> None:
    law = copy / "legal-documents/60-2014-qh13.yml"
    law.write_text(law.read_text("utf8") + 'expires: "2027-01-01"\n', "utf8")
    places = {f.path for f in found(copy) if f.code == "VD410"}
    assert places == {f"procedures/ho-tich/{CODE}/v002.yml"}


@pytest.mark.parametrize(("number", "codes"), [("300/QĐ-BTP", {"QD223"}), ("300/BTP-KSTT", set())])
def test_a_letter_needs_no_grounds(number: str, codes: set[str], tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "letter"))
    decision = copy / "decisions/btp/2026/300.yml"
    text = decision.read_text("utf8").replace("grounds:\n- 63-2010-nd-cp\n", "")
    text = text[: text.index("- id: d2")].replace("300/QĐ-BTP", number)
    decision.write_text(text, "utf8")
    assert {f.code for f in found(copy) if f.code == "QD223"} == codes
