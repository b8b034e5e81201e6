"""What `niemyet post --record` writes: an office that has no record yet, how a set was drawn."""

import argparse
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from generator.cli import main
from generator.cli.common import MisuseError
from generator.cli.posting_coverage import coming_words, coverage_lines
from generator.cli.posting_days import parse_days
from generator.cli.posting_record import require_known_sheets
from generator.cli.posting_report import PrintedPosting
from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.posting import own_summaries, posting_set, posting_summaries
from generator.model.posting_coverage import coverage_of, due_sheets
from generator.model.posting_groups import PostingGroup
from generator.posting.documents import PostedSet, print_cover, print_sheets, print_wall_list
from generator.posting.office import UnknownNameError, place_name, posting_order
from generator.posting.rows import Row, contents
from generator.posting.sheets import sheet_of
from generator.records.catalogue import Catalogue
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.tree import load_catalogue
from generator.records.yaml_writer import to_yaml
from tests.conftest import DAY

COUNTER = "ttpvhcc-xa-song-trong"
ASK = ["--as-of", "2026-11-22", "--jobs", "1"]
NOT_ITS_OWN = ("1.900102", "1.900104")


def post(catalogue: Path, *asked: str) -> int:
    into = catalogue.parent / "pdf"
    return main(["post", *asked, *ASK, "--catalogue", str(catalogue), "--into", str(into)])


@pytest.mark.parametrize("place", ["99007", "tinh-mau/99999", "tinh-la"])
def test_an_office_in_an_unknown_place_prints_nothing(
    catalogue_copy: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = catalogue_copy / "agencies" / f"{COUNTER}.yml"
    file.write_text(re.sub("place: .*", f'place: "{place}"', file.read_text("utf8")), "utf8")
    assert post(catalogue_copy, COUNTER, "--record") == 2
    said = capsys.readouterr().err
    assert f"agencies/{COUNTER}.yml ghi place: {place}, không phải nơi nào" in said
    assert "dấu / và mã của xã" in said
    assert not (catalogue_copy.parent / "pdf").exists()


def test_a_place_without_a_record_of_its_counter_gets_one(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, "tinh-mau/99013", "--record") == 0
    capsys.readouterr()
    assert post(catalogue_copy, "tinh-mau/99013", "--check") == 0
    assert "--since" not in capsys.readouterr().out
    catalogue, problems = load_catalogue(catalogue_copy)
    assert problems == []
    key = "ttpvhcc-tinh-mau-99013"
    counter, record = catalogue.agencies[key], catalogue.postings[f"{key}/2026-11-22"]
    assert counter.name == "Trung tâm Phục vụ hành chính công xã Đồng Bằng, tỉnh Mẫu"
    assert (counter.kind, counter.level, counter.place) == ("counter", "commune", "tinh-mau/99013")
    assert (len(record.sheets), record.own) == (32, True)
    coverage = Edition(catalogue, DAY, words_of("vi")).posting_coverage[key]
    assert coverage.wall
    assert (coverage.wall.right, coverage.wall.missing, coverage.wall.outdated) == (32, 0, 0)
    assert main(["check", "--catalogue", str(catalogue_copy), *ASK]) == 0


def test_fields_of_a_place_are_no_whole_set_to_record(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, "tinh-mau/99013", "hộ tịch", "--record") == 2
    assert "chỉ ghi được cho cả bộ" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([COUNTER, "--check", "--record"], "--check chỉ xem, không đi cùng --record"),
        ([COUNTER, "--check", "--since", "2026-06-30"], "không đi cùng --since"),
        (["--record"], "--record cần tên cơ quan hay nơi"),
        ([COUNTER, "--record", "--as-of", "2999-05-01"], "ngày 01/05/2999 chưa đến"),
    ],
)
def test_no_option_is_passed_over_in_silence(
    catalogue_copy: Path, asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--catalogue", str(catalogue_copy), "--into", str(catalogue_copy.parent / "pdf")]
    as_of = [] if "--as-of" in asked else ASK
    assert main(["post", *asked, *as_of, *folder]) == 2
    assert said in capsys.readouterr().err
    assert not (catalogue_copy.parent / "pdf").exists()


@pytest.mark.parametrize("verb", ["post", "check"])
def test_without_a_catalogue_the_way_to_one_is_told(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([verb]) == 2
    assert "ghi đường dẫn tới danh mục sau --catalogue" in capsys.readouterr().err


def test_an_option_that_no_verb_has_leads_to_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["post", COUNTER, "--tu", "2026-01-01"])
    assert "thêm --help ngay sau tên lệnh" in capsys.readouterr().err


def test_where_no_file_can_be_written_another_folder_is_asked_for(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = catalogue_copy.parent / "pdf"
    file.write_text("", "utf8")
    assert post(catalogue_copy, COUNTER, "1.900102") == 2
    assert "Chọn thư mục khác sau --into." in capsys.readouterr().err


def test_the_newest_decision_of_all_is_told_from_that_of_the_set(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, COUNTER, "--check") == 0
    said = capsys.readouterr().out
    assert "mới nhất làm đổi bộ tờ này: 9203/QĐ-UBND, đổi từ ngày 20/08/2026.\n" in said
    assert "  Ngày 02/11/2026 ghi ở bìa là ngày ký mới nhất trong cả kho, không phải" in said


@pytest.mark.parametrize(
    ("told", "lacks"),
    [("tại Ủy ban nhân dân cấp xã nơi cư trú của một bên", False), ("nơi được báo", True)],
)
def test_a_place_that_only_steps_tell_is_on_the_sheet(
    catalogue_copy: Path, told: str, lacks: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = catalogue_copy.glob("procedures/*/1.900102/v001.yml")
    text = file.read_text("utf8").replace("tại Ủy ban nhân dân cấp xã nơi cư trú của một bên", told)
    unsaid = "\\1:\n    not_stated: Bỏ trống.\n"
    roles = "(  (?:executing|receiving)):\n    items:\n    - .*\n"
    file.write_text(re.sub(roles, unsaid, text), "utf8")
    assert post(catalogue_copy, "commune", "--check") == 0
    assert ("chưa ghi nơi nộp" in capsys.readouterr().out) is lacks


def test_another_record_of_the_same_day_is_kept(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, COUNTER, "--record") == 0
    assert post(catalogue_copy, COUNTER, "--record") == 0
    file = catalogue_copy / "postings" / COUNTER / "2026-11-22.yml"
    text = file.read_text("utf8").rpartition("- procedure:")[0]
    file.write_text(text, "utf8")
    assert post(catalogue_copy, COUNTER, "--record") == 2
    said = capsys.readouterr().err
    assert f"postings/{COUNTER}/2026-11-22.yml đã ghi những tờ khác" in said
    assert file.read_text("utf8") == text


def test_few_changed_sheets_are_named_on_the_screen(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, COUNTER, "--since", "2026-06-30", "--own") == 0
    said = capsys.readouterr().out
    assert re.search(
        r"\n  Tờ phải thay: 1[.]90\d{4} – .+ \(v001 → v002\)[.] Quyết định .+/QĐ-", said
    )
    assert "1.900201 – Đăng ký thường trú (v001 → v002)" in said
    assert said.count("thời hạn cơ quan cam kết đã đổi.") == 2
    assert "(thay thế). Thay cho: 1.900301, 1.900302, 1.900303.\n" in said
    named = [line for line in said.splitlines() if re.match("  Tờ (phải|niêm yết)", line)]
    counts = re.search(r"gỡ (\d+), thay (\d+), niêm yết mới (\d+) tờ", said)
    assert counts
    assert len(named) == sum(map(int, counts.groups()))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("UBND xã Sông Tróng", True),
        ("xã Sông Trong", True),
        ("Trung tâm Phục vụ hành chính công xã Sông Tróng", True),
        ("Trung tâm Phục vụ hành chính công xã Sông Trong", False),
        ("trung tam phuc vu hanh chinh cong xa song trong", False),
        ("TTPVHCC xã Sông Trong", False),
        (COUNTER, False),
    ],
)
def test_a_name_that_is_taken_for_another_is_told(
    catalogue_copy: Path, typed: str, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, typed, "--check") == 0
    said = capsys.readouterr().out
    meant = "Trung tâm Phục vụ hành chính công xã Sông Trong"
    assert (f"“{typed}” được hiểu là: {meant}." in said) is told
    assert ("được hiểu là" in said) is told


@pytest.fixture
def two_of_others(catalogue: Catalogue) -> Edition:
    """A sample in which state bodies follow two procedures of the commune among themselves."""
    internal = {code: replace(catalogue.procedures[code], scope="internal") for code in NOT_ITS_OWN}
    catalogue = replace(catalogue, procedures={**catalogue.procedures, **internal})
    items = posting_set(posting_order([COUNTER], _edition(catalogue)).target, _edition(catalogue))
    assert {
        code for code, one in items.items() if one.group is PostingGroup.INTERNAL
    } == internal.keys()
    sheets = tuple(
        PostedSheet(procedure=code, version=item.entry.version.version)
        for code, item in items.items()
        if code not in NOT_ITS_OWN
    )
    record = PostingRecord(office=COUNTER, posted=date(2026, 11, 1), own=True, sheets=sheets)
    return _edition(replace(catalogue, postings={record.key: record}))


def _edition(catalogue: Catalogue) -> Edition:
    return Edition(catalogue, DAY, words_of("vi"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


@pytest.mark.parametrize(("own", "missing"), [(True, 0), (False, 2)])
def test_a_recorded_set_keeps_how_it_was_drawn(
    two_of_others: Edition, own: bool, missing: int
) -> None:
    (record,) = two_of_others.catalogue.postings.values()
    record = replace(record, own=own)
    drawn = replace(two_of_others.catalogue, postings={record.key: record})
    wall = _edition(drawn).posting_coverage[COUNTER].wall
    assert wall
    assert (wall.right, wall.missing, wall.outdated) == (30, missing, 0)
    assert len(due_sheets(_edition(drawn))[COUNTER]) == 30 + missing


def test_what_may_hang_in_another_version_is_not_recorded(sample: Edition) -> None:
    order = posting_order([COUNTER], sample)
    posted = PostedSet(COUNTER, posting_set(order.target, sample), sample)
    known = PrintedPosting(order, posted, (), date(2026, 3, 1))
    require_known_sheets(known, [COUNTER], sample.words)
    with pytest.raises(MisuseError, match=f"1 tờ không biết .* niemyet post {COUNTER} --record"):
        require_known_sheets(replace(known, unknown=("1.900102",)), [COUNTER], sample.words)


def test_what_is_not_its_own_is_left_out_of_the_summaries(two_of_others: Edition) -> None:
    target = posting_order([COUNTER], two_of_others).target
    every = posting_summaries(target, two_of_others)
    own = own_summaries(target, two_of_others)
    assert {one.procedure for one in every} - {one.procedure for one in own} == set(NOT_ITS_OWN)
    coverage = coverage_of(own, two_of_others, every=every)
    assert (coverage.count, coverage.left_out) == (30, 2)
    assert two_of_others.own_posting_groups[COUNTER] == own


@pytest.mark.parametrize(("asked", "own"), [((), True), (("--all",), False), (("--own",), True)])
def test_all_is_printed_when_it_is_asked_for(
    catalogue_copy: Path, asked: tuple[str, ...], own: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in NOT_ITS_OWN:
        (file,) = catalogue_copy.glob(f"procedures/*/{code}/procedure.yml")
        text = re.sub("^scope: .*", "scope: internal", file.read_text("utf8"), flags=re.M)
        file.write_text(text, "utf8")
    assert post(catalogue_copy, "ttpvhcc-xa", "--check", *asked) == 0
    said = capsys.readouterr().out
    assert "2 thủ tục nội bộ giữa các cơ quan" in said
    assert ("thêm --all" in said) is own


@pytest.mark.parametrize("own", [True, False])
def test_how_a_set_was_drawn_is_written(own: bool) -> None:
    record = PostingRecord(office=COUNTER, posted=DAY, own=own, sheets=())
    assert ("own: true" in to_yaml("posting", record)) is own


def test_where_the_folder_itself_is_a_catalogue_the_option_is_named(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    assert main(["post"]) == 0
    monkeypatch.chdir(catalogue_copy)
    assert main(["post"]) == 2
    assert "thêm --catalogue . vào lệnh" in capsys.readouterr().err


def test_paper_of_a_catalogue_without_address_and_contacts(catalogue: Catalogue) -> None:
    settings = replace(catalogue.settings, base_url="", contacts=())
    edition = _edition(replace(catalogue, settings=settings))
    order = posting_order([COUNTER], edition)
    items = dict(list(posting_set(order.target, edition).items())[:2])
    posted = PostedSet(order.name, items, edition, agency=order.agency)
    sheets = print_sheets(posted, [sheet_of(one, edition) for one in items.values()])
    files = (sheets, print_cover(posted), print_wall_list(posted, "a4"))
    said = [_text(file) for file in files]
    assert not any("mã QR" in text or "danh mục chưa ghi" in text for text in said)
    assert said[0].count("Nơi nhận, điện thoại: ....") == 2
    assert "Quét mã" not in said[2]


def test_an_address_of_an_example_is_told_as_such(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who gave one was told to give one."""
    file = catalogue_copy / "catalogue.yml"
    file.write_text(file.read_text("utf8").replace("sample: true", "sample: false"), "utf8")
    address = "https://tthc.gialai.example/"
    assert post(catalogue_copy, COUNTER, "Chứng thực", "--also", "--base-url", address) == 0
    said = capsys.readouterr().err
    assert f"không có thẻ mã QR, vì {address} là địa chỉ mẫu" in said


def _text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_what_another_office_settles_is_told_in_words_of_citizens(catalogue: Catalogue) -> None:
    edition = _edition(catalogue)
    order = posting_order([COUNTER], edition)
    item = next(iter(posting_set(order.target, edition).values()))
    field = edition.field(item.entry.procedure.field).name
    (own,) = contents([item], edition)
    (other,) = contents([replace(item, group=PostingGroup.VERTICAL)], edition)
    assert own["name"] == field
    assert other["name"] == (
        f"{field} (hỏi cơ quan ghi trên tờ: thuế, hải quan, kho bạc, bảo hiểm xã hội …)"
    )
    whys = [row["why"] for rows in (own["rows"], other["rows"]) for row in cast("list[Row]", rows)]
    assert whys == ["nộp hồ sơ tại đây", "hỏi cơ quan ghi trên tờ"]


def test_the_command_for_changes_keeps_how_the_set_was_printed(
    catalogue_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, COUNTER, "--paper", "a3", "--also", "--own") == 0
    said, folder = capsys.readouterr().out, catalogue_copy.parent
    asked = f"--as-of {DAY} --into {folder}/pdf --paper A3 --own --also --since 2026-08-21"
    assert f"niemyet post {COUNTER} --catalogue {catalogue_copy} {asked}" in said


def test_all_codes_of_what_a_set_lacks_are_listed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = _edition(catalogue)
    order = posting_order([COUNTER], edition)
    shown = posting_summaries(order.target, edition)
    every = tuple(one for one in shown if one.current)
    monkeypatch.setattr("generator.cli.posting_coverage.lacking_sheets", lambda *_: {"fees": every})
    (line,) = (one for one in coverage_lines(order, edition, ()) if "chưa rõ phí" in one)
    assert line.startswith("  32 thủ tục chưa rõ phí: ")
    assert [one in line for one in (str(item.code or item.procedure) for item in every)] == [
        True
    ] * 32


def test_one_sheet_is_printed_beside_the_set(catalogue_copy: Path) -> None:
    assert post(catalogue_copy, COUNTER, "1.900102", "--also") == 0
    folder = catalogue_copy.parent / "pdf" / COUNTER / "2026-11-22-to-1-900102"
    files = sorted(file.name for file in folder.iterdir())
    assert files == ["bo-to.txt", "the-qr.pdf", "thu-tuc.pdf", "to-gap.pdf"]
    assert post(catalogue_copy, COUNTER, "1.900102", "--also") == 0, "the same set, printed again"
    said = _text((folder / "thu-tuc.pdf").read_bytes())
    assert "1.900102" in said
    assert "1.900104" not in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["1.900102"], 'niemyet post "tên cơ quan" 1.900102'),
        ([COUNTER, "1.900102", "--record"], "không đi cùng --record hay --since"),
        (["so-noi-vu", "1.900102"], "1.900102 không thuộc bộ tờ của"),
        (["so-noi-vu", "1.900102"], "vào ngày 22/11/2026. Thủ tục ấy ghi cấp: cấp xã; nơi nhận"),
        (
            [COUNTER, "1.900301"],
            "Thủ tục này đã được thay thế từ 01/07/2026. Thủ tục thay thế: 1.900304, 1.900305.",
        ),
        (["dang ky ket hon"], 'niemyet post "tên cơ quan" 1.900102'),
        (["trung tâm một cửa xã"], "gõ: niemyet post "),
        ([COUNTER, "1.999999"], "không có thủ tục nào mã 1.999999"),
        ([COUNTER, "--since", "31/6/2026"], "Lịch không có ngày 31/6/2026"),
    ],
)
def test_a_sheet_is_one_of_an_office(
    catalogue_copy: Path, asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post(catalogue_copy, *asked) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("xã Đồng Bằngg", ["Xã Đồng Bằng, Tỉnh Mẫu"]),
        ("Tỉnh Mẫuu", ["Tỉnh Mẫu"]),
        ("xã Không Có Đâu", []),
    ],
)
def test_a_mistyped_place_is_recognised(catalogue: Catalogue, typed: str, near: list[str]) -> None:
    edition = _edition(catalogue)
    with pytest.raises(UnknownNameError) as caught:
        posting_order([typed], edition)
    names = {place_name(one, None, edition) for one in catalogue.places.values()} | {
        place_name(one, unit, edition) for one in catalogue.places.values() for unit in one.communes
    }
    assert [name for name in caught.value.near if name in names] == near


def test_an_office_is_known_whatever_fields_are_asked_for(catalogue: Catalogue) -> None:
    """Its address stands on the cover, and the code leads to its page."""
    order = posting_order([COUNTER, "hộ tịch"], _edition(catalogue))
    assert (order.agency, order.host) == ("", COUNTER)


def test_the_only_decision_of_a_number_needs_no_more_than_its_digits(
    catalogue: Catalogue,
) -> None:
    options = argparse.Namespace(as_of="2026-11-22", since="9203")
    whole = argparse.Namespace(as_of="2026-11-22", since="9203/QĐ-UBND")
    words = words_of("vi")
    assert parse_days(options, catalogue, words) == parse_days(whole, catalogue, words)
    unknown = argparse.Namespace(as_of="2026-11-22", since="98765")
    with pytest.raises(MisuseError):
        parse_days(unknown, catalogue, words)


def test_every_change_to_come_is_told_also_of_a_sheet_not_yet_put_up(catalogue: Catalogue) -> None:
    edition = Edition(catalogue, date(2026, 8, 1), words_of("vi"))
    every = [one for found in edition.posting_groups.values() for one in found]
    waiting = next(one for one in every if not one.current and not one.over)
    start = waiting.possible[0]
    assert start is not None
    (line,) = coming_words({}, [waiting], edition)
    assert (waiting.code or waiting.procedure) in line
    assert f"--as-of {start}" in line
