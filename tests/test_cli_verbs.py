"""The verbs that lawyers use: show, explain, new, fmt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.locale import words_of
from tests.conftest import DAY

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: str) -> tuple[int, str]:
    status = main(list(arguments))
    capture = capsys.readouterr()
    return status, capture.out + capture.err


@pytest.fixture
def here(catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(catalogue_copy.parent)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return catalogue_copy


def test_what_was_in_force_and_which_decision_says_so(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    status, said = run(capsys, "show", "1.001193", "--as-of", "2025-08-01")
    assert status == 0
    assert "Ngày 01/08/2025: Đang có hiệu lực – v002" in said
    assert "→ v002  01/07/2025 → 28/02/2026" in said
    assert "Sửa đổi, bổ sung 9102/QĐ-BTP (ký ngày 25/06/2025): Cách thức thực hiện" in said


@pytest.mark.parametrize(
    ("verb", "status"), [("gaps", 1), ("report --as-of 2026-01-01 --and 2026-06-30", 0)]
)
def test_what_counts_goes_on_without_a_file_of_names_that_cannot_be_read(
    here: Path, capsys: Capture, verb: str, status: int
) -> None:
    (here / "fields.yml").write_text("[[[", encoding="utf8")
    found, said = run(capsys, *verb.split())
    assert found == status
    assert "lỗi bên trong" not in said


def test_what_was_said_on_one_day_about_another(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    about = ("show", "1.900501", "--as-of", "2025-07-05", "--known-on")
    assert "– v001" in run(capsys, *about, "2025-07-14")[1]
    assert "– v002" in run(capsys, *about, "2025-07-15")[1]


def test_a_site_as_of_a_day_knows_nothing_of_later_decisions(here: Path, capsys: Capture) -> None:
    project = Path(__file__).parent.parent
    (here.parent / "mkdocs.yml").write_bytes((project / "mkdocs.yml").read_bytes())
    assert run(capsys, "build", "--as-of", "2025-07-05")[0] == 0
    page = Path("site/thu-tuc/1.900501/index.html").read_text("utf8")
    assert "9101/QĐ-UBND" in page
    assert "9103/QĐ-UBND" not in page  # signed on 10 July, reaching back to the 1st
    assert not Path("site/quyet-dinh/ubnd-tinh-mau/2025/9103").exists()
    assert run(capsys, "build", "--as-of", "2025-07-05", "--known-on", "2026-11-22")[0] == 0
    page = Path("site/thu-tuc/1.900501/index.html").read_text("utf8")
    assert "9103/QĐ-UBND" in page


def test_show_as_json(here: Path, capsys: Capture) -> None:
    assert here.is_dir()
    data = json.loads(run(capsys, "show", "1.900301", "--format", "json")[1])
    assert data["status"] == "replaced"
    assert data["successors"] == ["1.900304", "1.900305"]
    assert data["ended"]["number"] == "9202/QĐ-BCA-C06"
    assert data["phases"][0]["end"] == "2026-07-01"


def test_an_old_code_shows_the_procedure_it_leads_to(here: Path, capsys: Capture) -> None:
    file = here / "procedures/ho-tich/1.900104/procedure.yml"
    old = 'former_ids:\n- "1.900199"\nfield: ho-tich'
    file.write_text(file.read_text("utf8").replace("field: ho-tich", old), "utf8")
    assert run(capsys, "show", "1.900199")[1].startswith("1.900104")
    assert "1.001193" in run(capsys, "show", "1.00119")[1]
    assert run(capsys, "show", "9.999999")[0] == 2


@pytest.mark.parametrize("code", ["TL104", "tc301", "YM103", "BD101", "NL605", "HT901"])
def test_every_code_can_be_explained(code: str, capsys: Capture) -> None:
    status, said = run(capsys, "explain", code)
    assert status == 0
    assert said.startswith(code.upper())
    assert "Cách sửa" in said
    assert "Căn cứ" in said


def test_all_codes_are_listed_and_an_unknown_one_is_not_invented(capsys: Capture) -> None:
    assert len(run(capsys, "explain")[1].splitlines()) > 150
    assert run(capsys, "explain", "XX000")[0] == 2
    assert {line[:2] for line in run(capsys, "explain", "tl")[1].splitlines()} == {"TL"}
    assert "Source" in run(capsys, "explain", "QD203", "--lang", "en")[1]


def test_a_new_procedure_is_valid_and_says_what_is_still_to_do(here: Path, capsys: Capture) -> None:
    new = ("new", "procedure", "Cấp thẻ đọc sách", "--field", "ho-tich", "--agency", "btp")
    assert run(capsys, *new)[0] == 0
    findings = check_catalogue(here, words_of("vi"), DAY).findings
    drafts = [f for f in findings if "chua-co-ma-cap-the-doc-sach" in f.path]
    assert {f.code for f in drafts} >= {"VS512", "TL106", "TC314"}
    assert not any(f.severity == "error" for f in drafts)
    version = here / "procedures/ho-tich/chua-co-ma-cap-the-doc-sach/v001.yml"
    drafted = version.read_text("utf8")
    assert drafted.startswith("# Mỗi phần trả lời một trong ba")
    assert "steps:\n  items:\n  - id: b1\n    text: TODO\n" in drafted
    assert run(capsys, *new)[0] == 2


def test_a_new_version_keeps_comments_and_gets_its_row(here: Path, capsys: Capture) -> None:
    file = here / "procedures/ho-tich/1.900104/v001.yml"
    file.write_text("# theo phụ lục II\n" + file.read_text("utf8"), "utf8")
    decision = here / "decisions/btp/2026/9205.yml"
    decision.write_text(decision.read_text("utf8").replace("rows:", "# các dòng\nrows:"), "utf8")
    new = ("new", "version", "1.900104", "--decision", "btp/2026/9205", "--parts", "time,fees")
    assert run(capsys, *new)[0] == 0
    made = (here / "procedures/ho-tich/1.900104/v002.yml").read_text("utf8")
    assert made.startswith("# theo phụ lục II\n")
    assert "version: v002\n" in made
    catalogue = check_catalogue(here, words_of("vi"), DAY).catalogue
    row = catalogue.decisions["btp/2026/9205"].rows[-1]
    assert (row.id, row.version, row.amended_parts) == ("d2", "v002", ("time", "fees"))
    assert "# các dòng\nrows:" in decision.read_text("utf8")


def test_a_new_decision_follows_the_last_one_of_the_agency(here: Path, capsys: Capture) -> None:
    days = ("--signed", "2026-11-20", "--effective", "2026-12-20")
    assert run(capsys, "new", "decision", "btp", "9400/QĐ-BTP", *days)[0] == 0
    made = check_catalogue(here, words_of("vi"), DAY).catalogue.decisions["btp/2026/9400"]
    assert made.signer.position == "Thứ trưởng"
    assert made.grounds == ("63-2010-nd-cp", "92-2017-nd-cp")
    assert run(capsys, "new", "decision", "btp", "9400/QĐ-BTP", *days)[0] == 2
    assert run(capsys, "new", "decision", "khong-co", "1/QĐ-X", *days)[0] == 2


def test_a_new_document_has_the_type_of_its_number(here: Path, capsys: Capture) -> None:
    new = ("new", "document", "Nghị định số 45/2030/NĐ-CP", "Nghị định thử", "--issuer")
    assert run(capsys, *new, "khong-co")[0] == 2
    assert run(capsys, *new, "chinh-phu")[0] == 0
    checked = check_catalogue(here, words_of("vi"), DAY)
    made = checked.catalogue.documents["45-2030-nd-cp"]
    assert made.type == "decree"
    assert made.number == made.number_normalised == "45/2030/NĐ-CP"
    assert not any(f.path.endswith("45-2030-nd-cp.yml") for f in checked.findings)
    assert run(capsys, *new, "chinh-phu")[0] == 2


def test_a_new_agency(here: Path, capsys: Capture) -> None:
    assert run(capsys, "new", "agency", "so-y-te", "Sở Y tế", "--level", "province")[0] == 0
    assert (
        check_catalogue(here, words_of("vi"), DAY).catalogue.agencies["so-y-te"].name == "Sở Y tế"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "version", "9.999999"),
        ("new", "version", "1.900104", "--decision", "btp/2026/1", "--parts", "time"),
        ("new", "version", "1.900104", "--decision", "btp/2026/9205"),
        ("new", "version", "1.900104", "--parts", "khong-co"),
        ("new", "procedure", "A", "--field", "khong-co", "--agency", "btp"),
        ("new", "procedure", "A", "--field", "ho-tich", "--agency", "khong-co"),
        ("new", "procedure", "A", "--field", "ho-tich", "--agency", "btp", "--code", "1.00119"),
        ("new", "agency", "Sở Y tế", "Sở Y tế", "--level", "province"),
    ],
)
def test_what_cannot_be_drafted_is_said_and_nothing_is_written(
    here: Path, capsys: Capture, arguments: tuple[str, ...]
) -> None:
    before = sorted(here.rglob("*.yml"))
    assert run(capsys, *arguments)[0] == 2
    assert sorted(here.rglob("*.yml")) == before


def test_fmt_puts_keys_in_order_and_check_only_looks(here: Path, capsys: Capture) -> None:
    file = here / "agencies/btp.yml"
    mixed = file.read_text("utf8").removeprefix("id: btp\n") + "id: btp\n"
    file.write_text(mixed, "utf8")
    status, said = run(capsys, "fmt", "--check")
    assert (status, "agencies/btp.yml" in said) == (1, True)
    assert file.read_text("utf8") == mixed
    assert run(capsys, "fmt")[0] == 0
    assert file.read_text("utf8").startswith("id: btp\n")
    assert run(capsys, "fmt", "--check")[0] == 0


def test_notes_can_be_left_out(here: Path, capsys: Capture) -> None:
    assert "GHI CHÚ" in run(capsys, "check")[1]
    assert "GHI CHÚ" not in run(capsys, "check", "--severity", "warning")[1]
    (here / "agencies/btp.yml").write_text("id: btp\n", "utf8")
    status, said = run(capsys, "check", "--severity", "error")
    assert (status, "LỖI CT201" in said) == (1, True)


def test_the_command_starts_without_what_it_does_not_need() -> None:
    code = "import sys, generator.cli; print('playwright' in sys.modules, 'lunr' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "False"


def test_a_mistyped_verb_or_choice_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    for given, meant in (
        (["chek"], "check"),
        (["new", "vesion", "1.001193"], "version"),
        (["new", "row", "--action", "amendd", "x"], "amend"),
    ):
        with pytest.raises(SystemExit):
            main(given)
        assert capsys.readouterr().err.rstrip().endswith(f": {meant}")


def test_a_version_is_not_published_twice_by_one_decision(here: Path, capsys: Capture) -> None:
    given = ("new", "version", "1.900110", "--decision", "btp/2026/9201", "--parts", "time")
    assert run(capsys, *given)[0] == 0
    files = sorted(here.rglob("v*.yml"))
    status, said = run(capsys, *given)
    assert status == 2
    assert "đã có dòng d2" in said
    assert sorted(here.rglob("v*.yml")) == files
