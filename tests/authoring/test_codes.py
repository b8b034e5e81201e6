"""A procedure is given its code: everywhere at once, and the guard takes it for the same one."""

import shutil
from pathlib import Path

import pytest

from generator.authoring.codes import assign_code
from generator.check import check_catalogue
from generator.cli import main
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from tests.conftest import DAY, SAMPLE

OLD, NEW = "chua-co-ma-diem-ho-tro-so", "3.900888"
WORDS = words_of("vi")


def test_a_code_is_assigned_without_an_exception(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    before = {f.code for f in check_catalogue(catalogue_copy, WORDS, DAY).findings}
    base = catalogue_copy.parent / "base"
    shutil.copytree(SAMPLE, base)
    assert main(["assign-code", OLD, NEW]) == 0
    assert f"procedures/ho-tro-so/{NEW}/procedure.yml" in capsys.readouterr().out
    checked = check_catalogue(catalogue_copy, WORDS, DAY, base=base)
    assert not {finding.code for finding in checked.findings} - before
    procedure = checked.catalogue.procedures[NEW]
    assert (procedure.code, procedure.former_ids, procedure.unknown) == (NEW, (OLD,), None)
    assert OLD not in checked.catalogue.procedures
    review = compare(load_catalogue(base)[0], checked.catalogue)
    assert not review.decisions
    assert [change.key for change in review.editorial] == [NEW]
    rows = checked.catalogue.decisions["ubnd-tinh-mau/2026/9203"].rows
    assert NEW in {row.procedure for row in rows}
    assert main(["fmt", "--check", f"procedures/ho-tro-so/{NEW}/procedure.yml"]) == 0
    assert not (catalogue_copy / f"procedures/ho-tro-so/{OLD}").exists()


@pytest.mark.parametrize(("old", "new"), [(OLD, "1.001193"), (OLD, "12"), ("chua-co-ma-khac", NEW)])
def test_a_code_that_cannot_be_is_refused_and_nothing_is_written(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SAMPLE.parent)
    assert main(["assign-code", old, new]) == 2
    assert capsys.readouterr().err


def test_comments_prose_and_line_ends_stay() -> None:
    text = (
        "# chua-co-ma-x: xem công văn\r\nrows:\r\n- id: d1\r\n  action: publish\r\n"
        "  procedure: 'chua-co-ma-x'   # cũ\r\n  note: Mang tên tạm chua-co-ma-x.\r\n"
        "- id: d2\r\n  replaces: [chua-co-ma-x, chua-co-ma-xa]\r\n"
    )
    edit = assign_code("decisions/a/2026/1.yml", text.encode(), "chua-co-ma-x", "1.004884")
    assert edit
    wanted = text.replace("'chua-co-ma-x'", '"1.004884"').replace("[chua-co-ma-x,", '["1.004884",')
    assert edit.content.decode() == wanted


def test_an_exception_follows_the_folder() -> None:
    text = "exceptions:\n- rule: VS512\n  record: procedures/a/chua-co-ma-x/v001.yml\n"
    edit = assign_code("exceptions.yml", text.encode(), "chua-co-ma-x", "1.004884")
    assert edit
    assert '"procedures/a/1.004884/v001.yml"' in edit.content.decode()


def test_a_second_reason_stays_and_a_second_former_id_is_added() -> None:
    text = (
        "id: chua-co-ma-x\ncode: null\nformer_ids:\n- chua-co-ma-y\nfield: a\nagency: b\n"
        "kind: other\nscope: specific\nunknown:\n  agency: Chưa rõ.\n  code: >-\n"
        "    Chưa được\n    cấp mã.\n"
    )
    edit = assign_code(
        "procedures/a/chua-co-ma-x/procedure.yml", text.encode(), "chua-co-ma-x", "1.004884"
    )
    assert edit
    read = edit.content.decode()
    assert "former_ids:\n- chua-co-ma-x\n- chua-co-ma-y\n" in read
    assert read.endswith("unknown:\n  agency: Chưa rõ.\n")
