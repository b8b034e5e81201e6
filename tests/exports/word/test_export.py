"""Word files of the sample: read back as the same records, the same bytes, text as typed."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from generator.cli import main
from generator.exports.word.annexes import list_rows, printed_procedures
from generator.exports.word.decision_words import decision_values
from generator.exports.word.documents import DECISION, PROCESSES, TEMPLATE_FOLDER, WordExporter
from generator.exports.word.grammar import LineReader
from generator.exports.word.paragraphs import paragraph_xml
from generator.exports.word.record_layouts import DOSSIER, FEES
from generator.exports.word.references import References
from generator.exports.word.rendering import BadTemplateError, fill_template
from generator.exports.word.row_notes import RowNote, read_row_note
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.versions import (
    NOT_CARRIED,
    carried_by_word,
    print_version,
    read_printed_version,
)
from generator.imports.word.decisions import read_decision
from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.exported import read_exported_processes
from generator.imports.word.ledger import keep_ledger
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.reading import read_word_file
from generator.imports.word.report import ReportPart, render_word_report
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.imports.word.write import find_broken
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.decision import ReplacedDecision, Signer
from generator.records.registers import count_unwritten
from generator.records.stated import ChannelTime, Fee, LimitAddition, LimitCase, Stated
from generator.records.tree import load_catalogue
from generator.records.unwritten import NOT_PRINTED, doubt_title
from generator.records.version import Dossier, DossierGroup, DossierItem, Version
from tools.word_round_trip import (
    catalogue_before,
    compare_round_trip,
    drawn_versions,
    imported_versions,
    one_decision,
    rows_without_order,
)
from tools.word_templates import FOLDER, TEMPLATES, template_bytes

SAMPLE = Path("catalogue")
VI = words_of("vi")
ODD = "A & B <c> {{ x }} {% y %} {_{ z }_} “đ”\ndòng hai"


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_every_procedure_of_the_sample_comes_back_from_word_field_by_field(
    sample: Catalogue,
) -> None:
    versions = drawn_versions(sample, 1000, 23)
    assert len(versions) == len(sample.procedures)
    assert list(compare_round_trip(versions, sample, "ubnd-tinh-mau")) == []


def test_every_decision_of_the_sample_comes_back_with_its_number_day_and_rows(
    sample: Catalogue, tmp_path: Path
) -> None:
    actions = {row.action for one in sample.decisions.values() for row in one.rows}
    assert actions == {"publish", "amend", "replace", "abolish", "correct", "annul"}
    for decision in sample.decisions.values():
        before = catalogue_before(decision, sample)
        found, versions = imported_versions(decision, sample, tmp_path, before)
        for name in ("id", "number", "agency", "signed", "effective", "title", "grounds"):
            assert getattr(found, name) == getattr(decision, name), (decision.id, name)
        carried, printed = (rows_without_order(one, sample) for one in (found, decision))
        assert carried == printed, decision.id
        corrects = {one.corrects for one in versions if one.corrects}
        published = (sample.version_files[t.key] for row in decision.rows for t in row.published)
        assert corrects == {one.corrects for one in published if one.corrects}


def test_decisions_that_one_ends_and_an_acting_head_come_back(
    sample: Catalogue, tmp_path: Path
) -> None:
    plain = sample.decisions["ubnd-tinh-mau/2026/9203"]
    ended = (ReplacedDecision(decision="ubnd-tinh-mau/2025/9103", extent="full"),)
    signer = Signer(name="Lê Văn Mẫu", position="Quyền Chủ tịch", capacity="head")
    decision = replace(plain, replaces_decisions=ended, signer=signer, note=None)
    found, _ = imported_versions(decision, sample, tmp_path, catalogue_before(plain, sample))
    assert [(one.decision, one.extent) for one in found.replaces_decisions] == [
        ("ubnd-tinh-mau/2025/9103", "full")
    ]
    assert found.signer == signer
    partly = replace(decision, replaces_decisions=(replace(ended[0], extent="partial"),))
    found, _ = imported_versions(partly, sample, tmp_path, catalogue_before(plain, sample))
    assert found.replaces_decisions == ()
    assert "thay thế một phần Quyết định số 9103/QĐ-UBND" in (found.note or "")


def test_a_note_that_a_clerk_wrote_by_hand_is_kept_or_understood(sample: Catalogue) -> None:
    lines = [
        "Nội dung sửa đổi: thời hạn; phí, lệ phí",
        "Hiệu lực từ: 01/03/2027",
        "Hiệu lực từ: tháng sau",
        "Nội dung sửa đổi: thời hạn; mức thu",
        "Chờ hướng dẫn.",
    ]
    note = read_row_note(lines, sample.decisions, References(sample))
    assert note == RowNote(
        amended_parts=("time", "fees"),
        effective=date(2027, 3, 1),
        note="Hiệu lực từ: tháng sau\nNội dung sửa đổi: thời hạn; mức thu\nChờ hướng dẫn.",
    )


def test_word_does_not_carry_what_the_guide_lists() -> None:
    guide = Path("docs/xuat-word.md").read_text("utf8")
    listed = {line.split("`")[1] for line in guide.splitlines() if line.startswith("| `")}
    assert listed >= NOT_CARRIED | {"id"}


def test_a_field_that_word_does_not_carry_is_left_out(sample: Catalogue) -> None:
    version = sample.versions["1.900104"][-1]
    assert carried_by_word(replace(version, corrects="v001")).corrects is None
    assert carried_by_word(version).title == version.title


def test_the_same_records_make_the_same_bytes(sample: Catalogue) -> None:
    decision = sample.decisions["ubnd-tinh-mau/2025/9103"]
    first = dict(WordExporter(sample, SAMPLE).export_decision(decision))
    again = dict(WordExporter(sample, SAMPLE).export_decision(decision))
    assert first == again
    for content in first.values():
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_templates_are_what_their_source_makes() -> None:
    for name in TEMPLATES:
        assert (FOLDER / name).read_bytes() == template_bytes(name), name


def test_text_of_records_is_never_a_placeholder(sample: Catalogue, tmp_path: Path) -> None:
    version = replace(sample.versions["1.900104"][-1], title=ODD)
    content = WordExporter(sample, SAMPLE).export_leaflet(replace(version, notes=(ODD,)))
    assert text_of(content).count(ODD) == 2
    file = tmp_path / "tờ.docx"
    file.write_bytes(content)
    lines = [line.words for line in read_sources_of(read_word_file(file)).file.lines]
    assert f"{ODD} (1.900104)" in lines


def test_characters_that_no_xml_holds_are_left_out() -> None:
    assert "\x07" not in paragraph_xml(StyledLine(LineStyle.ITEM, "a\x07b"))


def own_template(path: Path, change: Callable[[docx.document.Document], object]) -> Path:
    document = docx.Document(str(FOLDER / DECISION))
    change(document)
    document.save(str(path))
    return path


def test_a_list_says_for_which_channel_a_fee_is(sample: Catalogue) -> None:
    decision = sample.decisions["ubnd-tinh-mau/2025/9103"]
    refs = References(sample)
    rows = list_rows(printed_procedures(decision, sample), sample, refs)
    fees = {row["code"]: row["fee"] for row in rows if row.get("code")}
    assert fees["1.900701"] == (
        "Nộp trực tiếp: Lệ phí đăng ký hộ kinh doanh: 100.000 đồng/lần\n"
        "Nộp trực tuyến: Không thu phí, lệ phí."
    )
    assert fees["1.900702"] == "Không thu phí, lệ phí."


def test_a_basis_that_is_still_to_be_written_is_open_in_the_list(sample: Catalogue) -> None:
    decision = sample.decisions["ubnd-tinh-mau/2025/9103"]
    refs, listed = References(sample), printed_procedures(decision, sample)
    version = listed[0].version
    assert version
    draft = replace(version, legal_basis=Stated(not_stated="TODO: căn cứ"))
    rows = list_rows([replace(listed[0], version=draft)], sample, refs)
    assert rows[-1]["basis"] == "…"


def test_a_leaflet_is_for_those_who_apply_and_no_annex(sample: Catalogue, tmp_path: Path) -> None:
    version = sample.versions["1.900104"][-1]
    content = WordExporter(sample, SAMPLE).export_leaflet(version)
    said = text_of(content).split("\n")
    heads = ("Nộp ở đâu, bằng cách nào", "Bao lâu có kết quả", "Phí, lệ phí", "Cần chuẩn bị")
    places = [said.index(head) for head in heads]
    assert places == sorted(places), "where, how long, how much, what to bring"
    assert "☐ Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (1 bản chính)" in said
    assert "Nộp trực tiếp, Nộp trực tuyến: 2 ngày làm việc (theo quy định: 3 ngày làm việc)" in said
    assert not re.search(r"Bản sao: 0|Theo mẫu thứ|Sau khi cắt giảm", "\n".join(said))
    file = tmp_path / "to.docx"
    file.write_bytes(content)
    given = GivenByUser(number="9/QĐ-BTP", signed=date(2026, 11, 1), agency="btp")
    with pytest.raises(UnreadableFileError, match=r"office\.nothing"):
        draft_decision_of([read_sources_of(read_word_file(file))], sample, given)


def test_a_leaflet_says_what_is_not_stated_and_never_todo(sample: Catalogue) -> None:
    version = sample.versions["1.900104"][-1]
    open_one = replace(version, dossier=Dossier(sets=None, groups=Stated(not_stated="TODO: hồ sơ")))
    content = WordExporter(sample, SAMPLE).export_leaflet(open_one)
    said = text_of(content).split("\n")
    assert said[said.index("Cần chuẩn bị") + 1] == "…"
    assert "TODO" not in "".join(said)


@pytest.mark.parametrize("number", ["9203/QĐ-UBND", "9888/QĐ-UBND"])
def test_an_export_is_read_back_though_its_decision_is_gone_or_has_another_number(
    sample: Catalogue, tmp_path: Path, number: str
) -> None:
    """Its versions are in the catalogue already: rows refer to them, or are asked about."""
    key = "ubnd-tinh-mau/2026/9203"
    decision = sample.decisions[key]
    files = list(WordExporter(sample, SAMPLE).export_decision(decision))
    for name, content in files:
        (tmp_path / name).write_bytes(content)
    sources = [read_sources_of(read_word_file(tmp_path / name)) for name, _ in files[:2]]
    others = {one: each for one, each in sample.decisions.items() if one != key}
    is_same = number == decision.number
    catalogue = replace(sample, decisions=others) if is_same else sample
    drafted = draft_decision_of(sources, catalogue, GivenByUser(number=number))
    made, printed = (
        {
            (row.action, row.procedure, row.version, row.amended_parts)
            for row in rows
            if row.procedure and not row.procedure.startswith("chua-co-ma")
        }
        for rows in (drafted.decision.rows, decision.rows)
    )
    assert made == {one for one in printed if is_same or one[0] == "abolish"}
    assert find_broken(draft_files(drafted, SAMPLE)) == []


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        ("{{ khong_co }}", "word.unknown_placeholder", "khong_co"),
        ("{{ title ", "word.bad_placeholder", "title"),
        ("{% for a in grounds %}", "word.bad_placeholder", "for"),
    ],
)
def test_a_bad_template_is_refused_with_the_name_of_its_placeholder(
    tmp_path: Path, text: str, key: str, named: str
) -> None:
    template = own_template(tmp_path / DECISION, lambda one: one.add_paragraph(text))
    with pytest.raises(BadTemplateError) as caught:
        fill_template(template, dict.fromkeys(VALUES, "") | {"grounds": [], "articles": []})
    assert caught.value.key == key
    assert caught.value.values["part"] == "word.part.body"
    said = caught.value.values.get("name") or caught.value.values["place"]
    assert named in said or key == "word.bad_placeholder"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{{ title.__class__.__mro__ }}", "word.refused_placeholder"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "word.refused_placeholder"),
        ("{% for a in range(9) %}{% endfor %}", "word.refused_placeholder"),
        ("{{ 'a' * 9999999999 }}", "word.refused_placeholder"),
        ("{% set a = grounds %}{{ a }}", "word.refused_placeholder"),
        ("{{ title|center(999999999) }}", "word.refused_placeholder"),
        ("{{ title ~ title }}", "word.refused_placeholder"),
        ("{{ title|safe }}", "word.refused_placeholder"),
        ("{% macro a() %}{% endmacro %}", "word.refused_placeholder"),
        (
            "{% for a in grounds %}{% for b in grounds %}{% for c in grounds %}x{% endfor %}"
            "{% endfor %}{% endfor %}",
            "word.endless_template",
        ),
    ],
)
def test_a_template_prints_loops_and_chooses_and_nothing_else(
    tmp_path: Path, text: str, key: str
) -> None:
    template = own_template(tmp_path / DECISION, lambda one: one.add_paragraph(text))
    values = dict.fromkeys(VALUES, "") | {"grounds": ["a"] * 99, "articles": []}
    with pytest.raises(BadTemplateError) as caught:
        fill_template(template, values)
    assert caught.value.key == key
    assert caught.value.values["part"] == "word.part.body"


VALUES = [
    "agency_above",
    "agency",
    "number",
    "place_and_day",
    "title",
    "office",
    "recipients",
    "filed",
    "capacity",
    "signer",
]


def test_a_placeholder_in_the_foot_is_said_to_stand_there(tmp_path: Path) -> None:
    def write_foot(document: docx.document.Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ chan_trang }}"

    template = own_template(tmp_path / DECISION, write_foot)
    with pytest.raises(BadTemplateError) as caught:
        fill_template(template, dict.fromkeys(VALUES, "") | {"grounds": [], "articles": []})
    assert caught.value.values == {"part": "word.part.margins", "name": "chan_trang"}


def test_a_file_that_is_no_template_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "x.docx"
    bad.write_bytes(b"no zip")
    with pytest.raises(BadTemplateError) as caught:
        fill_template(bad, {})
    assert caught.value.key == "word.bad_file"
    plain = tmp_path / "plain.docx"
    docx.Document().save(str(plain))
    with pytest.raises(BadTemplateError) as caught:
        fill_template(plain, {})
    assert caught.value.key == "word.no_style"


def test_a_catalogue_may_bring_its_own_template(sample: Catalogue, tmp_path: Path) -> None:
    (tmp_path / TEMPLATE_FOLDER).mkdir()
    own_template(
        tmp_path / TEMPLATE_FOLDER / DECISION, lambda one: one.add_paragraph("Của sở: {{ number }}")
    )
    decision = sample.decisions["ubnd-tinh-mau/2025/9103"]
    name, content = next(WordExporter(sample, tmp_path).export_decision(decision))
    assert name == DECISION
    assert "Của sở: 9103/QĐ-UBND" in text_of(content)


def test_the_command_writes_files_and_names_what_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = str(tmp_path / "ra")
    assert main(["export", "word", "9103/QĐ-UBND", "1.900104", "--into", into]) == 0
    *files, forms = capsys.readouterr().out.splitlines()
    assert len(files) == 3
    assert forms.startswith("Phụ lục chỉ nêu tên 3 mẫu đơn, mẫu tờ khai")
    assert main(["export", "word", "khong-co", "--into", into]) == 2
    assert "khong-co" in capsys.readouterr().err


def edited_annex(
    sample: Catalogue, folder: Path, change: Callable[[docx.document.Document], object]
) -> Version:
    """What an annex that somebody edited in Word is imported as."""
    version = sample.versions["1.900601"][-1]
    decision = one_decision([version], "ubnd-tinh-mau")
    files = []
    for name, content in WordExporter(sample, SAMPLE).export_decision(decision):
        document = docx.Document(io.BytesIO(content))
        change(document)
        document.save(str(folder / name))
        files.append(read_sources_of(read_word_file(folder / name)))
    empty = replace(sample, procedures={}, decisions={}, versions={}, version_files={})
    drafted = draft_decision_of(files, empty, GivenByUser(agency="ubnd-tinh-mau"))
    found = drafted.procedures[0].version
    assert found is not None
    assert found.title in render_word_report([ReportPart(drafted, keep_ledger(drafted))], VI)
    return found


def test_a_paper_that_is_added_in_word_is_a_paper_of_the_record(
    sample: Catalogue, tmp_path: Path
) -> None:
    def add_paper(document: docx.document.Document) -> None:
        for one in document.paragraphs:
            if one.text == "Giấy tờ về quyền sử dụng đất":
                one.insert_paragraph_before("Bản vẽ nhà bên cạnh", one.style)

    found = edited_annex(sample, tmp_path, add_paper)
    items = found.dossier.groups.items[0].items
    assert [one.name for one in items][:3] == [
        "Đơn đề nghị cấp giấy phép xây dựng",
        "Bản vẽ nhà bên cạnh",
        "Giấy tờ về quyền sử dụng đất",
    ]
    assert items[2].replaced_by_data is not None


def test_a_paper_typed_without_a_style_among_the_papers_is_one_of_them(
    sample: Catalogue, tmp_path: Path
) -> None:
    def add_paper(document: docx.document.Document) -> None:
        for one in document.paragraphs:
            if one.text == "Giấy tờ về quyền sử dụng đất":
                one.insert_paragraph_before("- Bản vẽ nhà bên cạnh", "Normal")
        document.add_paragraph("Ghi ở cuối tệp")

    found = edited_annex(sample, tmp_path, add_paper)
    items = found.dossier.groups.items[0].items
    assert [one.name for one in items][1:3] == [
        "Bản vẽ nhà bên cạnh",
        "Giấy tờ về quyền sử dụng đất",
    ]
    before = carried_by_word(sample.versions["1.900601"][-1])
    assert len(items) == len(before.dossier.groups.items[0].items) + 1
    assert found.legal_basis == before.legal_basis, "what stands behind all parts may be anything"


def test_a_count_that_somebody_changed_changes_nothing_else(
    sample: Catalogue, tmp_path: Path
) -> None:
    def count_more(document: docx.document.Document) -> None:
        for one in document.paragraphs:
            if one.text.startswith("Bản chính: 2"):
                one.text = one.text.replace("2", "3", 1)

    before = carried_by_word(sample.versions["1.900601"][-1]).dossier
    changed = tuple(
        replace(
            group,
            items=tuple(
                replace(one, originals=3) if one.originals == 2 else one for one in group.items
            ),
        )
        for group in before.groups.items
    )
    found = edited_annex(sample, tmp_path, count_more).dossier
    assert found.groups.items == changed != before.groups.items


def test_a_part_beyond_its_layout_is_read_like_any_other_annex(
    sample: Catalogue, tmp_path: Path
) -> None:
    def spoil(document: docx.document.Document) -> None:
        for one in document.paragraphs:
            if one.text.startswith("Bản chính: 2"):
                one.text = "Hai bản, đóng dấu"

    found = edited_annex(sample, tmp_path, spoil)
    names = [one.name for group in found.dossier.groups.items for one in group.items]
    assert "Hai bản, đóng dấu" in names
    assert found.channels == carried_by_word(sample.versions["1.900601"][-1]).channels


def test_a_style_has_no_comma_which_word_takes_for_another_name() -> None:
    assert not [style for style in LineStyle if "," in style]


def listed(version: Version, sample: Catalogue) -> dict[str, str]:
    """The row of a version in the list of an annex."""
    key = f"{version.procedure}/{version.version}"
    changed = replace(sample, version_files={**sample.version_files, key: version})
    decision = next(
        one
        for one in sample.decisions.values()
        if any(target.key == key for row in one.rows for target in row.published)
    )
    rows = list_rows(printed_procedures(decision, changed), changed, References(changed))
    return next(one for one in rows if one.get("name") == version.title)


def test_what_is_not_written_yet_is_a_row_of_points_in_word_and_open_again_when_read(
    sample: Catalogue,
) -> None:
    version = sample.versions["1.900104"][-1]
    channels = tuple(
        replace(c, fees=Stated(not_stated="TODO: phí")) for c in version.channels.items
    )
    draft = replace(
        version,
        channels=replace(version.channels, items=channels),
        conditions=Stated(not_stated="TODO: nội dung (partial_rule)"),
    )
    refs = References(sample)
    printed = print_version(draft, refs)
    shown = "\n".join(line.text for lines in printed.values() for line in lines)
    assert "TODO" not in shown
    assert "Chưa nêu: …" in shown
    assert listed(draft, sample)["fee"] == "…"
    assert count_unwritten(draft) == 1 + len(channels)
    found, broken = read_printed_version(printed, {}, refs)
    assert not broken
    assert found["conditions"] == Stated(not_stated="TODO")


def test_the_list_gives_the_limits_of_cases_and_the_time_that_is_added(sample: Catalogue) -> None:
    version = sample.versions["1.900104"][-1]
    time = ChannelTime(
        value=15,
        unit="working_day",
        cases=(LimitCase(kind="area", name="Hải đảo", value=25, unit="day"),),
        additions=(
            LimitAddition(reason="tax", value=10, unit="day", counted=False),
            LimitAddition(reason="posting", text="theo thông báo", counted=True),
        ),
    )
    channels = tuple(
        replace(c, time=time, committed_time=None, address="Quầy số 1")
        for c in version.channels.items
    )
    agencies = replace(version.agencies, receiving=Stated(not_stated="chưa ghi"))
    channel = replace(version.channels, items=channels)
    row = listed(replace(version, channels=channel, agencies=agencies), sample)
    assert row["time"].splitlines() == [
        "15 ngày làm việc",
        "Hải đảo: 25 ngày",
        "Cộng thêm xác định nghĩa vụ tài chính của cơ quan thuế: 10 ngày",
        "Trong đó niêm yết, đăng tin: theo thông báo",
    ]
    assert row["place"] == "Quầy số 1"


def test_a_decision_that_approves_only_processes_has_no_annex(sample: Catalogue) -> None:
    decision = next(
        one
        for one in sample.decisions.values()
        if any(
            sample.version_files[t.key].internal_process.items
            for r in one.rows
            for t in r.published
        )
    )
    rows = tuple(replace(row, amended_parts=("internal_process",)) for row in decision.rows)
    files = dict(WordExporter(sample, SAMPLE).export_decision(replace(decision, rows=rows)))
    assert [*files] == [DECISION, PROCESSES]


def test_what_is_said_of_a_whole_process_goes_to_word_and_back(
    sample: Catalogue, tmp_path: Path
) -> None:
    decision, version = next(
        (decision, sample.version_files[target.key])
        for decision in sample.decisions.values()
        for row in decision.rows
        for target in row.published
        if sample.version_files[target.key].internal_process.items
    )
    said = "Cơ quan phối hợp: Cơ quan thuế\nThẩm quyền phê duyệt: Chủ tịch xã"
    process = replace(version.internal_process, text=said)
    key = f"{version.procedure}/{version.version}"
    files = {**sample.version_files, key: replace(version, internal_process=process)}
    known = replace(sample, version_files=files)
    written = dict(WordExporter(known, SAMPLE).export_decision(decision))
    (tmp_path / PROCESSES).write_bytes(written[PROCESSES])
    found = read_exported_processes(read_word_file(tmp_path / PROCESSES).lines)
    assert said in [one.stated.text for one in found]


@pytest.mark.parametrize(
    ("fee", "lines"),
    [
        (
            Fee(state="amount", name="Lệ phí cấp", kind="charge", amount=15000, currency="VND"),
            ["Lệ phí cấp", "Có thu; Lệ phí; Mức: 15.000 đồng"],
        ),
        (
            Fee(state="amount", name="Phí", amount=7, currency="USD"),
            ["Phí", "Có thu; Mức: 7; Tiền: USD"],
        ),
        (Fee(state="free", name="Phí", currency="VND"), ["Phí", "Miễn phí; Tiền: VND"]),
    ],
)
def test_a_fee_is_said_in_phrases_and_read_back(
    sample: Catalogue, fee: Fee, lines: list[str]
) -> None:
    refs = References(sample)
    printed = list(FEES.print(Stated(items=(fee,)), refs))
    assert [line.text for line in printed] == lines
    assert FEES.read(LineReader(printed, refs)) == Stated(items=(fee,))


def test_a_paper_says_yes_and_no_without_labels(sample: Catalogue) -> None:
    refs = References(sample)
    item = DossierItem(name="Đơn", originals=1, required=False, presented_only=True)
    group = DossierGroup(name="Gồm có", items=(item,))
    dossier = Dossier(sets=1, groups=Stated(items=(group,)))
    printed = list(DOSSIER.print(dossier, refs))
    assert "Bản chính: 1; Không bắt buộc; Chỉ xuất trình" in [line.text for line in printed]
    assert DOSSIER.read(LineReader(printed, refs)) == dossier


def test_an_odd_number_of_a_record_comes_back_as_it_is_written(
    sample: Catalogue, tmp_path: Path
) -> None:
    version = next(one[-1] for one in sample.versions.values() if one[-1].results.items)
    (result, *_) = version.results.items
    odd = replace(result, name="Giấy theo Nghị định số 165/2024/NĐ- CP và 61/2024/nq-hđnd")
    changed = replace(version, results=Stated(items=(odd,)))
    file = tmp_path / "a.docx"
    file.write_bytes(WordExporter(sample, SAMPLE).export_leaflet(changed))
    assert odd.name in [line.words for line in read_word_file(file).lines]


def test_a_law_leads_the_grounds_though_the_register_lacks_it(sample: Catalogue) -> None:
    decision = next(one for one in sample.decisions.values() if one.grounds)
    texts = ("Căn cứ Quy chế làm việc", "Luật Mẫu ngày 01 tháng 01 năm 2025")
    shown = decision_values(replace(decision, ground_texts=texts), sample, References(sample))
    assert shown["grounds"][0] == "Căn cứ Luật Mẫu ngày 01 tháng 01 năm 2025;"
    assert shown["grounds"][-1] == "Căn cứ Quy chế làm việc."


def test_recipients_go_to_word_and_back_and_blanks_are_none(
    sample: Catalogue, tmp_path: Path
) -> None:
    decision = next(one for one in sample.decisions.values() if one.rows)
    sent = ("Như Điều 3", "Cục A & B; (báo cáo)", "Lưu: VT, K1")
    for recipients in (sent, sent[:2], ()):
        given = replace(decision, recipients=recipients)
        files = dict(WordExporter(sample, SAMPLE).export_decision(given))
        (tmp_path / DECISION).write_bytes(files[DECISION])
        printed = read_decision(read_word_file(tmp_path / DECISION).lines)
        assert printed
        assert printed.recipients == recipients
    values = decision_values(decision, sample, References(sample))
    assert values["recipients"][-1] == "…", "nobody wrote them"


def test_the_office_of_a_committee_stands_below_the_committee(sample: Catalogue) -> None:
    decision = next(iter(sample.decisions.values()))
    agency = replace(
        sample.agencies[decision.agency],
        name="Văn phòng Ủy ban nhân dân tỉnh Mẫu",
        parent=None,
        level="province",
    )
    known = replace(sample, agencies={**sample.agencies, agency.id: agency})
    title = doubt_title("Công bố thủ tục mói ban hành", "“mói” (thường viết “mới”)")
    doubted = replace(decision, title=title)
    shown = decision_values(doubted, known, References(known))
    assert shown["agency_above"] == "ỦY BAN NHÂN DÂN TỈNH MẪU"
    assert shown["agency"] == "VĂN PHÒNG"
    assert shown["issuer"] == "Chánh Văn phòng Ủy ban nhân dân tỉnh Mẫu"
    assert shown["title"] == "Công bố thủ tục mói (chưa đối chiếu với bản ký) ban hành"


def test_what_an_imported_file_left_out_is_an_open_place_and_no_sentence_on_word_files(
    sample: Catalogue,
) -> None:
    version = replace(
        sample.versions["1.900104"][-1],
        results=Stated(not_stated=NOT_PRINTED),
        linked_procedures=Stated(not_stated=NOT_PRINTED),
    )
    refs = References(sample)
    printed = print_version(version, refs)
    shown = "\n".join(line.text for lines in printed.values() for line in lines)
    assert NOT_PRINTED not in shown
    found, broken = read_printed_version(printed, {}, refs)
    assert not broken
    assert found["results"] == carried_by_word(version).results == Stated(not_stated="TODO")
    assert found["linked_procedures"] == carried_by_word(version).linked_procedures
