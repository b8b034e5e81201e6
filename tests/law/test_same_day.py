"""Several decisions on one procedure: from one day, in crossing days, and there and back again."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.exports.word.documents import WordExporter
from generator.law.intervals import Status
from generator.law.rules.examples import DAY, base
from generator.law.timeline import Timeline, timelines
from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.page import Page
from generator.pages.paper_head import version_identity
from generator.pages.reuse import citation
from generator.pages.validity import validity
from generator.records.tree import load_catalogue
from generator.site.task_kinds import Task
from generator.site.tasks import make_outputs
from tests.exports.word.test_export import text_of

CODE = "1.000105"
FOLDER = f"procedures/ho-tich/{CODE}"
WORDS = words_of("vi")


def add(catalogue: Path, number: int, signed: str, effective: str, rows: str) -> None:
    """Add a decision; `rows` are lines of YAML."""
    file = catalogue / f"decisions/btp/2026/{number}.yml"
    file.write_text(
        f"id: btp/2026/{number}\nnumber: {number}/QĐ-BTP\nnumber_normalised: {number}/QĐ-BTP\n"
        "agency: btp\ntitle: Công bố thủ tục hành chính sửa đổi (ví dụ)\n"
        "signer: {name: Nguyễn Văn Mẫu, position: Thứ trưởng, capacity: for_head}\n"
        f'signed: "{signed}"\nlisted: "{signed}"\neffective: "{effective}"\n'
        "grounds: [63-2010-nd-cp]\nsigned_file: null\n"
        f"rows:\n{rows}unknown:\n  signed_file: Ví dụ không kèm tệp.\n",
        "utf8",
    )


def amend(row: str, version: str, part: str, effective: str = "") -> str:
    own = f', effective: "{effective}"' if effective else ""
    return (
        f'- {{id: {row}, action: amend, procedure: "{CODE}", version: {version}, '
        f"amended_parts: [{part}], grounds: [63-2010-nd-cp]{own}}}\n"
    )


def write(catalogue: Path, version: str, *edits: tuple[str, str]) -> None:
    text = (catalogue / FOLDER / "v001.yml").read_text("utf8")
    for old, new in (("version: v001", f"version: {version}"), *edits):
        assert old in text
        text = text.replace(old, new)
    (catalogue / FOLDER / f"{version}.yml").write_text(text, "utf8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(base(), tmp_path / "catalogue"))


def checked(catalogue: Path) -> tuple[set[str], Mapping[str, Timeline]]:
    found = check_catalogue(catalogue, WORDS, DAY)
    return {f.code for f in found.findings}, timelines(found.catalogue)


NOTE = ("legal_basis:", "notes:\n- Ghi chú.\nlegal_basis:")
TITLE = ("title: ", "title: Về ")


@pytest.mark.parametrize("second_signed", ["2026-11-10", "2026-11-12"])
def test_two_decisions_amend_other_parts_from_one_day(copy: Path, second_signed: str) -> None:
    write(copy, "v002", NOTE)
    write(copy, "v003", NOTE, TITLE)
    add(copy, 901, "2026-11-10", "2026-12-15", amend("d1", "v002", "remarks"))
    add(copy, 902, second_signed, "2026-12-15", amend("d1", "v003", "title"))
    codes, found = checked(copy)
    assert codes <= {"NY711", "VS504"}
    timeline = found[CODE]
    assert timeline.shown_on(date(2026, 12, 14)) == "v001"
    assert timeline.shown_on(date(2026, 12, 15)) == "v003"
    last = timeline.interval_of("v003")
    assert last
    assert [event.decision.number for event in last.joined] == ["901/QĐ-BTP"]
    assert timeline.carrier_of("v002") == "v003"


def test_its_page_names_both_decisions(copy: Path) -> None:
    write(copy, "v002", NOTE)
    write(copy, "v003", NOTE, TITLE)
    add(copy, 901, "2026-11-10", "2026-12-15", amend("d1", "v002", "remarks"))
    add(copy, 902, "2026-11-10", "2026-12-15", amend("d1", "v003", "title"))
    edition = Edition(load_catalogue(copy)[0], date(2026, 12, 20), WORDS)
    pages = {
        page.path: page.render()
        for page in make_outputs(Task("procedure", CODE), edition)
        if isinstance(page, Page)
    }
    assert "có hiệu lực cùng ngày với v003" in "".join(pages.values())
    entry, old = edition.entries[CODE], edition.catalogue.version(CODE, "v002")
    assert old
    assert "hãy dùng v003" in validity(entry, old, edition).sentence
    (own,) = [text for path, text in pages.items() if "v003" in path and "901/QĐ-BTP" in text]
    assert "902/QĐ-BTP" in own


def test_two_decisions_of_one_day_that_amend_one_part_contradict_each_other(copy: Path) -> None:
    write(copy, "v002", NOTE)
    write(copy, "v003", ("legal_basis:", "notes:\n- Khác.\nlegal_basis:"))
    add(copy, 901, "2026-11-10", "2026-12-15", amend("d1", "v002", "remarks"))
    add(copy, 902, "2026-11-10", "2026-12-15", amend("d1", "v003", "remarks"))
    assert "TL104" in checked(copy)[0]


@pytest.mark.parametrize(("part", "contradicts"), [("internal_process", False), ("title", True)])
def test_a_process_may_be_approved_on_the_day_of_the_decision_that_publishes(
    copy: Path, part: str, contradicts: bool
) -> None:
    edit = TITLE if contradicts else ("name: Kiểm tra, ký", "name: Kiểm tra, trình ký")
    write(copy, "v002", edit)
    add(copy, 201, "2026-06-01", "2026-07-01", amend("d1", "v002", part))
    codes, found = checked(copy)
    assert ("TL104" in codes) == contradicts
    assert found[CODE].shown_on(date(2026, 7, 1)) == "v002"


def test_a_decision_on_a_process_alone_is_not_the_one_that_published(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A leaflet, a sheet and a citation name the decision whose text citizens read."""
    write(copy, "v002", ("name: Kiểm tra, ký", "name: Kiểm tra, trình ký"))
    add(copy, 201, "2026-06-01", "2026-07-01", amend("d1", "v002", "internal_process"))
    catalogue = load_catalogue(copy)[0]
    edition = Edition(catalogue, date(2026, 12, 20), WORDS)
    entry = edition.entries[CODE]
    first, _ = entry.timeline.events
    assert entry.version.version == "v002"
    assert entry.find_publishing_event("v002") == first
    number = first.decision.number
    assert f"Quyết định {number}" in version_identity(entry, entry.version, edition)
    cited = citation(entry, entry.version, edition)
    assert f"công bố theo Quyết định số {number}" in cited
    assert "; quy trình nội bộ theo Quyết định số 201/QĐ-BTP." in cited
    leaflet = text_of(WordExporter(catalogue, copy).export_leaflet(entry.version))
    assert f"Theo Quyết định số {number} " in leaflet
    assert main(["show", CODE, "--catalogue", str(copy)]) == 0
    assert "v001  01/07/2026: không áp dụng ngày nào" in capsys.readouterr().out


def test_a_decision_signed_later_may_take_effect_before_one_signed_earlier(copy: Path) -> None:
    """It amends the text that binds until that day, and the one that is to come."""
    write(copy, "v002", NOTE)
    write(copy, "v003", TITLE)
    write(copy, "v004", NOTE, TITLE)
    rows = amend("d1", "v003", "title") + amend("d2", "v004", "title", "2027-01-01")
    add(copy, 901, "2026-11-02", "2027-01-01", amend("d1", "v002", "remarks"))
    add(copy, 902, "2026-11-10", "2026-12-15", rows)
    codes, found = checked(copy)
    assert codes <= {"NY711", "VS504"}
    shown = [found[CODE].shown_on(date(*day)) for day in ((2026, 12, 15), (2027, 1, 1))]
    assert shown == ["v003", "v004"]
    assert found[CODE].carrier_of("v002") == "v004"


def test_an_earlier_amendment_that_the_later_one_forgot_is_named(copy: Path) -> None:
    write(copy, "v002", NOTE)
    write(copy, "v003", TITLE)
    add(copy, 901, "2026-11-02", "2027-01-01", amend("d1", "v002", "remarks"))
    add(copy, 902, "2026-11-10", "2026-12-15", amend("d1", "v003", "title"))
    assert "TL109" in checked(copy)[0]


def test_a_procedure_that_was_replaced_may_come_back(copy: Path) -> None:
    """1.000103 was replaced by 1.000105 on 1 July 2026."""
    text = (copy / "procedures/ho-tich/1.000103/v001.yml").read_text("utf8")
    later = copy / "procedures/ho-tich/1.000103/v002.yml"
    later.write_text(text.replace("version: v001", "version: v002"), "utf8")
    row = (
        f'- id: d1\n  action: replace\n  replaces: ["{CODE}"]\n'
        '  by: [{procedure: "1.000103", version: v002}]\n  grounds: [63-2010-nd-cp]\n'
    )
    add(copy, 901, "2026-11-10", "2026-12-15", row)
    codes, found = checked(copy)
    assert codes <= {"NB408", "NY711", "VS504"}
    assert found["1.000103"].status(date(2026, 12, 15)) is Status.IN_FORCE
    assert found["1.000103"].successors == ()
    assert found[CODE].successors == ("1.000103",)


def test_a_procedure_that_was_abolished_may_be_published_anew(copy: Path) -> None:
    """1.000104 was abolished on 1 July 2026."""
    text = (copy / "procedures/ho-tich/1.000104/v001.yml").read_text("utf8")
    later = copy / "procedures/ho-tich/1.000104/v002.yml"
    later.write_text(text.replace("version: v001", "version: v002"), "utf8")
    row = '- {id: d1, action: publish, procedure: "1.000104", version: v002}\n'
    add(copy, 901, "2026-11-10", "2026-12-15", row)
    codes, found = checked(copy)
    assert codes <= {"NY711", "VS504"}
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 15)]
    assert [found["1.000104"].status(day).current for day in days] == [True, False, True]


def correct(row: str, version: str, effective: str) -> str:
    return (
        f'- {{id: {row}, action: correct, procedure: "{CODE}", version: {version}, '
        f'amended_parts: [remarks], effective: "{effective}"}}\n'
    )


MENDED = ("legal_basis:", "notes:\n- Ghi chú đúng.\nlegal_basis:")
"""What a correction adds to the text, which an amendment to come lacks."""
BOTH_CORRECTED = (
    "corrects: v001\nversion: v003",
    "corrects: v002\nversion: v004",
)


def test_a_letter_corrects_the_text_in_force_and_the_one_to_come(copy: Path) -> None:
    """Each by a row of its own; the amendment to come is not undone by the first."""
    write(copy, "v002", TITLE)
    write(copy, "v003", MENDED, ("version: v003", BOTH_CORRECTED[0]))
    write(copy, "v004", MENDED, TITLE, ("version: v004", BOTH_CORRECTED[1]))
    rows = correct("d1", "v003", "2026-07-01") + correct("d2", "v004", "2027-01-01")
    add(copy, 901, "2026-11-02", "2027-01-01", amend("d1", "v002", "title"))
    add(copy, 902, "2026-11-10", "2026-11-10", rows)
    codes, found = checked(copy)
    assert codes <= {"NY707", "NY711", "TL108", "VS504"}
    shown = [found[CODE].shown_on(date(*day)) for day in ((2026, 12, 31), (2027, 1, 1))]
    assert shown == ["v003", "v004"]


def test_a_correction_from_a_day_of_another_text_is_named(copy: Path) -> None:
    write(copy, "v002", TITLE)
    write(copy, "v003", MENDED, ("version: v003", BOTH_CORRECTED[0]))
    add(copy, 901, "2026-11-02", "2027-01-01", amend("d1", "v002", "title"))
    add(copy, 902, "2026-11-10", "2026-11-10", correct("d1", "v003", "2027-01-02"))
    assert "TL137" in checked(copy)[0]


def test_what_is_to_end_may_be_corrected_and_amended_until_then(copy: Path) -> None:
    write(copy, "v002", TITLE)
    end = f'- {{id: d1, action: abolish, procedure: "{CODE}", grounds: [63-2010-nd-cp]}}\n'
    add(copy, 901, "2026-11-02", "2027-01-01", end)
    add(copy, 902, "2026-11-10", "2026-12-15", amend("d1", "v002", "title"))
    codes, found = checked(copy)
    assert "TL111" not in codes
    assert found[CODE].shown_on(date(2026, 12, 15)) == "v002"
    assert found[CODE].status(date(2027, 1, 1)) is Status.ABOLISHED


def test_a_draft_begins_with_the_text_of_its_day(copy: Path) -> None:
    """And not with the last one, which is yet to come."""
    write(copy, "v002", TITLE)
    add(copy, 901, "2026-11-02", "2027-01-01", amend("d1", "v002", "title"))
    other = '- {id: d1, action: abolish, procedure: "1.000101", grounds: [63-2010-nd-cp]}\n'
    add(copy, 902, "2026-11-10", "2026-12-01", other)
    arguments = ["new", "version", CODE, "--decision", "btp/2026/902", "--action", "correct"]
    assert main([*arguments, "--catalogue", str(copy)]) == 0
    made = (copy / FOLDER / "v003.yml").read_text("utf8")
    assert "corrects: v001\n" in made
    assert "title: Về " not in made
