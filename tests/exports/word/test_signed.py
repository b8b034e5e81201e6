"""The annex to sign: each thing once, in the words of the law; the record travels unseen."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from generator.exports.word.annexes import list_rows, printed_procedures, sections_of
from generator.exports.word.carried import NAMESPACE
from generator.exports.word.codecs import NOT_PRINTED
from generator.exports.word.decision_words import decision_values
from generator.exports.word.documents import ANNEX, DECISION, WordExporter
from generator.exports.word.references import References
from generator.exports.word.said_once import limit_lines
from generator.exports.word.signed_parts import NO_CONTENT, UNKNOWN, print_signed
from generator.exports.word.versions import carried_by_word
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.exported_versions import NO_REASON
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import read_lists
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, WordSources, read_sources_of
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Clause,
    Fee,
    LimitAddition,
    LimitCase,
    Stated,
)
from generator.records.tree import load_catalogue
from generator.records.unwritten import doubt_title
from generator.records.version import Agencies, Channel, Dossier, Online, Step, Version
from tools.word_round_trip import differences, imported_versions, one_decision

SAMPLE = Path("catalogue")
TAX = "Đối với hồ sơ cần xác định nghĩa vụ tài chính: thêm 10 ngày làm việc của cơ quan thuế"
TIME = f"Không quá 05 ngày làm việc.\nĐối với xã miền núi: 15 ngày làm việc.\n{TAX}."
DECIDES = "Cơ quan có thẩm quyền quyết định: Chủ tịch Ủy ban nhân dân cấp xã."
OPEN: Stated[object] = Stated(not_stated="TODO: chưa có")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


@pytest.fixture
def version(sample: Catalogue) -> Version:
    """A version as an import of Word makes it: the words of an annex, and values read from them."""
    time = ChannelTime(
        value=5,
        unit="working_day",
        text=TIME,
        cases=(LimitCase(kind="area", name="xã miền núi", value=15, unit="working_day"),),
        additions=(
            LimitAddition(reason="tax", value=10, unit="working_day", text=TAX, counted=False),
        ),
    )
    fees = Stated(items=(Fee(state="absent", text="Không quy định"),))
    said = "Nộp tại Trung tâm, qua Cổng Dịch vụ công hoặc qua bưu chính."
    channels = tuple(
        Channel(method=one, time=time, fees=fees, text=said)
        for one in ("direct", "online", "postal")
    )
    nobody: Stated[AgencyPart] = Stated(not_stated=NOT_PRINTED)
    head = AgencyPart(text="Chủ tịch Ủy ban nhân dân cấp xã")
    return replace(
        sample.versions["1.900104"][-1],
        channels=Stated(items=channels),
        applicants=Stated(items=("vietnamese_citizen", "enterprise"), text="Cá nhân, tổ chức."),
        agencies=Agencies(
            executing=nobody,
            deciding=Stated(items=(head,), text=DECIDES),
            receiving=nobody,
            delegated=nobody,
            coordinating=nobody,
        ),
        conditions=Stated(not_stated=NOT_PRINTED),
        late_submission=None,
    )


def signed(version: Version, sample: Catalogue) -> dict[str, list[str]]:
    printed = print_signed(version, References(sample))
    return {part: [line.text for line in lines] for part, lines in printed.items()}


def test_a_part_with_words_of_its_own_is_those_words_alone(
    version: Version, sample: Catalogue
) -> None:
    said = signed(version, sample)
    assert said["time"] == [TIME]
    assert said["applicants"] == ["Cá nhân, tổ chức."]
    assert said["agencies"] == [
        "Cơ quan có thẩm quyền quyết định: Chủ tịch Ủy ban nhân dân cấp xã."
    ]
    assert said["channels"] == ["Nộp tại Trung tâm, qua Cổng Dịch vụ công hoặc qua bưu chính."]
    assert said["fees"] == ["Không quy định"]


def test_values_that_the_words_do_not_state_are_printed_beside_them(
    version: Version, sample: Catalogue
) -> None:
    (channel, *_) = version.channels.items
    bare = replace(channel.time, text="Kể từ ngày nhận đủ hồ sơ hợp lệ.", additions=())
    changed = replace(version, channels=Stated(items=(replace(channel, time=bare),)))
    assert signed(changed, sample)["time"] == [
        "5 ngày làm việc",
        "Kể từ ngày nhận đủ hồ sơ hợp lệ.",
        "xã miền núi: 15 ngày làm việc",
    ]


def test_a_charge_and_a_step_that_say_a_thing_twice_are_printed_once(
    version: Version, sample: Catalogue
) -> None:
    (channel, *_) = version.channels.items
    council = Fee(state="laid_down_elsewhere", text="Do Hội đồng nhân dân tỉnh quy định")
    fees = Stated(items=(council, replace(council, kind="fee")))
    steps = (
        Step(name="Bước 1: Nộp hồ sơ;...", text="Nộp hồ sơ; nhận giấy hẹn."),
        Step(name="Bước 2: Trả kết quả", text="Cơ quan trả giấy."),
    )
    changed = replace(
        version,
        channels=Stated(items=(replace(channel, fees=fees),)),
        steps=Stated(items=steps),
    )
    said = signed(changed, sample)
    assert said["fees"] == ["Do Hội đồng nhân dân tỉnh quy định"]
    assert said["steps"][-4:] == [
        "Bước 1",
        "Nộp hồ sơ; nhận giấy hẹn.",
        "Bước 2: Trả kết quả",
        "Cơ quan trả giấy.",
    ]


def test_a_length_of_a_later_line_and_an_addition_of_a_case_are_printed_once(
    sample: Catalogue,
) -> None:
    refs = References(sample)
    said = "Thu hồi 20 ngày.\nCấp lại 20 ngày.\n40 ngày (vùng núi: 50 ngày)"
    time = ChannelTime(value=40, unit="day", text=said)
    assert list(limit_lines(time, refs)) == [said]
    later = replace(time, text="Theo dự án\n40 ngày làm việc đối với vùng núi")
    assert next(limit_lines(later, refs)) == "40 ngày"
    added = "Đối với hồ sơ thuế: tăng thêm 10 ngày"
    text = f"Cấp đổi: 7 ngày (vùng núi: 9 ngày)\n{added}\nCấp lại: 5 ngày"
    one = LimitAddition(id="th1", reason="tax", value=10, unit="day", text=f"Cấp đổi: {added}")
    cases = (
        LimitCase(id="tr1", kind="case", name="Cấp đổi", value=7, unit="day"),
        LimitCase(id="tr2", kind="case", name="Cấp lại", value=5, unit="day"),
    )
    both = ChannelTime(value=None, unit="other", text=text, cases=cases, additions=(one,))
    assert list(limit_lines(both, refs)) == [text]
    other = replace(both, text=f"Cấp đổi: 7 ngày\nCấp lại: 5 ngày\n{added}")
    assert list(limit_lines(other, refs))[-1] == f"Cấp đổi: {added}"


def test_an_addition_keeps_its_condition(version: Version, sample: Catalogue) -> None:
    (channel, *_) = version.channels.items
    worded = replace(channel.time, text="Không quá 05 ngày làm việc.", cases=())
    changed = replace(version, channels=Stated(items=(replace(channel, time=worded),)))
    assert signed(changed, sample)["time"] == ["Không quá 05 ngày làm việc.", TAX]
    key = f"{version.procedure}/{version.version}"
    known = replace(sample, version_files={**sample.version_files, key: changed})
    decision = publishing(key, known)
    rows = list_rows(printed_procedures(decision, known), known, References(known))
    times = [one["time"] for one in rows if one.get("name") == version.title]
    assert times == [f"Không quá 05 ngày làm việc.\n{TAX}"]


def publishing(key: str, catalogue: Catalogue) -> Decision:
    return next(
        one
        for one in catalogue.decisions.values()
        if any(target.key == key for row in one.rows for target in row.published)
    )


def test_what_is_not_known_is_one_line_for_the_drafter(version: Version, sample: Catalogue) -> None:
    said = signed(version, sample)
    assert said["conditions"] == [UNKNOWN.text]
    assert not any("Chưa nêu" in text for texts in said.values() for text in texts)
    bare = list_only(version)
    assert signed(bare, sample) == {}


def list_only(version: Version) -> Version:
    """A version of which only a row of a list is known."""
    nobody: Stated[AgencyPart] = Stated(not_stated=NOT_PRINTED)
    roles = ("executing", "deciding", "receiving", "delegated", "coordinating")
    parts = ("steps", "forms", "applicants", "results", "conditions", "legal_basis")
    return replace(
        version,
        **dict.fromkeys(parts, OPEN),  # type: ignore[arg-type]  # each is a Stated
        dossier=Dossier(sets=None, groups=Stated(not_stated=NOT_PRINTED)),
        agencies=Agencies(**dict.fromkeys(roles, nobody)),
        linked_procedures=Stated(not_stated=NOT_PRINTED),
        notes=(),
        cases=(),
        description=None,
    )


def round_trip(
    version: Version,
    sample: Catalogue,
    folder: Path,
    change: Callable[[docx.document.Document], object] = lambda _: None,
) -> Version:
    """What the annex of one version is read as, after somebody changed it in Word."""
    key = f"{version.procedure}/{version.version}"
    known = replace(sample, version_files={**sample.version_files, key: version})
    decision = one_decision([version], "ubnd-tinh-mau")
    sources = read_changed(known, decision, folder, change)
    empty = replace(sample, procedures={}, decisions={}, versions={}, version_files={})
    drafted = draft_decision_of(sources, empty, GivenByUser(agency="ubnd-tinh-mau"))
    found = drafted.procedures[0].version
    assert found is not None
    return found


def read_changed(
    known: Catalogue,
    decision: Decision,
    folder: Path,
    change: Callable[[docx.document.Document], object],
) -> list[WordSources]:
    """The files of a decision, read after somebody changed each."""
    sources = []
    for name, content in WordExporter(known, SAMPLE).export_decision(decision):
        document = docx.Document(io.BytesIO(content))
        change(document)
        document.save(str(folder / name))
        sources.append(read_sources_of(read_word_file(folder / name)))
    return sources


def test_a_signed_annex_comes_back_with_all_that_it_does_not_print(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    assert list(differences(version, round_trip(version, sample, tmp_path))) == []


def test_a_procedure_known_from_a_list_comes_back_with_its_notes_to_the_drafter(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    bare = list_only(version)
    found = round_trip(bare, sample, tmp_path)
    assert list(differences(bare, found)) == []
    assert found.steps.not_stated == "TODO: chưa có"


def replace_words(old: str, new: str) -> Callable[[docx.document.Document], object]:
    def change(document: docx.document.Document) -> None:
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
        inner = (one for cell in cells for one in cell.paragraphs)
        for one in (*document.paragraphs, *inner):
            if old in one.text:
                one.runs[0].text = one.text.replace(old, new)
                for run in one.runs[1:]:
                    run.text = ""

    return change


def test_words_that_somebody_changed_win_over_the_record_behind_them(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    found = round_trip(version, sample, tmp_path, replace_words("05 ngày", "07 ngày"))
    times = {one.time.value for one in found.channels.items}
    assert times == {7}
    assert [one.method for one in found.channels.items] == ["direct", "online", "postal"]
    assert found.applicants == version.applicants, "its words are as they were"
    found = round_trip(version, sample, tmp_path, replace_words("Cá nhân, tổ chức.", "Cá nhân."))
    assert found.applicants.text == "Cá nhân."
    assert "enterprise" not in found.applicants.items


def test_only_the_words_that_somebody_changed_change_the_record(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    none: Stated[Any] = Stated(none=True)
    before = replace(version, linked_procedures=none)
    change = replace_words(version.steps.items[0].text or "", "Nộp hồ sơ ở cổng tre.")
    found = round_trip(before, sample, tmp_path, change)
    assert found.steps.items[0].text == "Nộp hồ sơ ở cổng tre."
    assert found.linked_procedures.none, "no line says it"
    steps = (
        replace(found.steps.items[0], text=version.steps.items[0].text),
        *found.steps.items[1:],
    )
    unchanged = replace(found, steps=replace(found.steps, items=steps))
    assert list(differences(before, unchanged)) == []


def test_a_condition_in_place_of_the_words_that_there_is_none_is_a_condition(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    said = "Không có yêu cầu, điều kiện."
    before = replace(version, conditions=Stated(none=True, text=said))
    found = round_trip(before, sample, tmp_path, replace_words(said, "Có vườn tre."))
    assert not found.conditions.none
    assert [one.text for one in found.conditions.items] == ["Có vườn tre."]


def test_a_fee_that_somebody_changed_keeps_its_basis_and_its_exemptions(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    exempt: Stated[Clause] = Stated(items=(Clause(id="e1", text="Trẻ em"),))
    fee = Fee(id="p1", name="Phí tre", state="amount", amount=8000, currency="VND")
    fees: Stated[Fee] = Stated(items=(replace(fee, exemptions=exempt),))
    items = tuple(replace(one, fees=fees) for one in version.channels.items)
    before = replace(version, channels=replace(version.channels, items=items))
    found = round_trip(before, sample, tmp_path, replace_words("8.000", "10.000"))
    (made,) = {one.fees.items for one in found.channels.items}
    assert (made[0].amount, made[0].exemptions) == (10000, exempt)


def test_a_title_that_somebody_changed_changes_the_title_alone(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    found = round_trip(version, sample, tmp_path, replace_words(version.title, "Cấp thẻ tre"))
    assert found.title == "Cấp thẻ tre"
    assert list(differences(version, replace(found, title=version.title))) == []


def test_a_level_changed_to_a_part_asks_for_its_reason(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    items = tuple(replace(one, text=None) for one in version.channels.items)
    channels = replace(version.channels, items=items)
    whole = replace(version, channels=channels, online=Online(level="end_to_end", payment=True))
    change = replace_words("Trực tuyến toàn trình", "Trực tuyến một phần")
    found = round_trip(whole, sample, tmp_path, change)
    assert (found.online.level, found.online.payment) == ("partial", True)
    assert found.online.partial_reason == NO_REASON


def test_a_cell_that_somebody_changed_wins_where_only_the_list_says_it(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    bare = list_only(version)
    found = round_trip(bare, sample, tmp_path, replace_words("05 ngày", "07 ngày"))
    assert {one.time.value for one in found.channels.items} == {7}
    fees = [one.fees for one in found.channels.items]
    assert fees == [one.fees for one in carried_by_word(bare, keeps_open=True).channels.items]


def test_a_record_whose_words_are_not_those_of_the_file_is_not_believed(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    """Somebody may write any record behind any words."""

    def forge(document: docx.document.Document) -> None:
        for part in document.part.package.iter_parts():
            if NAMESPACE.encode() in part.blob:
                part._blob = part.blob.replace(
                    "Cá nhân, tổ chức.".encode(), "Ai cũng được.".encode()
                )

    found = round_trip(version, sample, tmp_path, forge)
    assert found.applicants.text == "Cá nhân, tổ chức."


def test_without_its_record_a_file_is_read_by_its_words_each_at_its_level(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    """Two procedures of one name: of the province's nothing but the list is known."""
    province = replace(
        list_only(version), procedure="chua-co-ma-a", levels=Stated(items=("province",))
    )
    commune = replace(version, procedure="chua-co-ma-b", levels=Stated(items=("commune",)))
    both = (province, commune)
    files = {f"{one.procedure}/{one.version}": one for one in both}
    procedures = {one.procedure: sample.procedures[version.procedure] for one in both}
    known = replace(
        sample,
        version_files={**sample.version_files, **files},
        procedures={**sample.procedures, **procedures},
    )

    def strip(document: docx.document.Document) -> None:
        for part in document.part.package.iter_parts():
            if NAMESPACE.encode() in part.blob:
                part._blob = b"<stripped/>"

    decision = one_decision(both, "ubnd-tinh-mau")
    sources = read_changed(known, decision, tmp_path, strip)
    empty = replace(sample, procedures={}, decisions={}, versions={}, version_files={})
    drafted = draft_decision_of(sources, empty, GivenByUser(agency="ubnd-tinh-mau"))
    found = {one.version.levels.items: one.version for one in drafted.procedures if one.version}
    assert found[("province",)].steps.items == ()
    assert found[("commune",)].steps == carried_by_word(version).steps
    assert {one.time.value for one in found[("province",)].channels.items} == {5}
    assert {one.time.text for one in found[("commune",)].channels.items} == {TIME}


def test_the_record_behind_a_file_is_in_no_text_that_word_shows(
    version: Version, sample: Catalogue
) -> None:
    decision = one_decision([version], "ubnd-tinh-mau")
    key = f"{version.procedure}/{version.version}"
    known = replace(sample, version_files={**sample.version_files, key: version})
    content = dict(WordExporter(known, SAMPLE).export_decision(decision))[ANNEX]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        carrying = [name for name in package.namelist() if NAMESPACE.encode() in package.read(name)]
        shown = package.read("word/document.xml").decode()
    assert [name.split("/")[0] for name in carrying] == ["customXml"]
    assert "Doanh nghiệp" not in shown


def test_articles_and_a_position_that_an_export_supplied_are_in_no_record(
    sample: Catalogue, tmp_path: Path
) -> None:
    plain = sample.decisions["ubnd-tinh-mau/2025/9103"]
    title = doubt_title("Công bố thủ tục mói ban hành", "“mói” (thường viết “mới”)")
    signer = replace(plain.signer, position=None)
    decision = replace(plain, note=None, signer=signer, title=title)
    registers = replace(sample, decisions={})
    found, _ = imported_versions(decision, sample, tmp_path, registers)
    assert (found.note, found.signer, found.title) == (None, signer, title)


def test_a_report_on_an_unchanged_export_asks_about_no_cell_and_no_missing_part(
    version: Version, sample: Catalogue, tmp_path: Path
) -> None:
    bare = list_only(version)
    key = f"{bare.procedure}/{bare.version}"
    known = replace(sample, version_files={**sample.version_files, key: bare})
    decision = one_decision([bare], "ubnd-tinh-mau")
    sources = read_changed(known, decision, tmp_path, lambda _: None)
    empty = replace(sample, procedures={}, decisions={}, versions={}, version_files={})
    drafted = draft_decision_of(sources, empty, GivenByUser(agency="ubnd-tinh-mau"))
    told = [line.line.words for line in keep_ledger(drafted).of(WordUse.REPORTED)]
    assert not [words for words in told if "05 ngày làm việc" in words or "Không quy định" in words]
    assert not [words for words in told if words.startswith("Điều ")]
    assert [one.kind for one in drafted.procedures[0].remarks if one.kind == "missing"] == []


def test_sections_are_numbered_as_the_list_and_head_the_contents(
    sample: Catalogue, tmp_path: Path
) -> None:
    versions = [one[-1] for one in sample.versions.values()]
    decision = one_decision(versions, "ubnd-tinh-mau")
    listed = printed_procedures(decision, sample)
    sections = list(sections_of(listed))
    assert len(sections) > 1
    assert [section.members[0][0] for section in sections] == [1] * len(sections)
    content = dict(WordExporter(sample, tmp_path).export_decision(decision))[ANNEX]
    document = docx.Document(io.BytesIO(content))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert heads == [f"{one.letter}. {one.title}" for one in sections]
    titles = [one.text for one in document.paragraphs if one.style.name == "NY Tên thủ tục"]
    numbers = [int(re.findall(r"\d+", one)[0]) for one in titles]
    assert numbers == [number for one in sections for number, _ in one.members]


def test_rows_break_over_pages_and_empty_columns_go(sample: Catalogue, tmp_path: Path) -> None:
    version = replace(sample.versions["1.900104"][-1], legal_basis=Stated(not_stated="TODO"))
    key = f"{version.procedure}/{version.version}"
    known = replace(sample, version_files={**sample.version_files, key: version})
    decision = one_decision([version], "ubnd-tinh-mau")
    content = dict(WordExporter(known, tmp_path).export_decision(decision))[ANNEX]
    table = docx.Document(io.BytesIO(content)).tables[0]
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads[:4] == ["STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết"]
    assert not {"Căn cứ pháp lý", "Ghi chú"} & set(heads)
    assert "cantSplit" not in table._tbl.xml
    assert len(table._tbl.tblGrid.findall("{*}gridCol")) == len(heads)


def test_equal_grounds_below_each_other_are_one_cell_that_an_import_shares(
    sample: Catalogue, tmp_path: Path
) -> None:
    first = sample.versions["1.900104"][-1]
    cited = next(one.legal_basis for versions in sample.versions.values() for one in versions)
    field = sample.procedures["1.900104"].field
    keys = [key for key, one in sample.procedures.items() if one.field == field]
    made = [
        replace(first, procedure=key, title=f"Thủ tục {key}", legal_basis=basis)
        for key, basis in zip(keys[:3], (cited, cited, Stated(not_stated="TODO")), strict=True)
    ]
    files = {f"{one.procedure}/{one.version}": one for one in made}
    known = replace(sample, version_files={**sample.version_files, **files})
    exporter = WordExporter(known, tmp_path)
    content = dict(exporter.export_decision(one_decision(made, "ubnd-tinh-mau")))[ANNEX]
    table = docx.Document(io.BytesIO(content)).tables[0]._tbl
    marks = [one.get(qn("w:val")) for one in table.iter(qn("w:vMerge"))]
    assert marks == ["restart", "continue"]
    (tmp_path / "a.docx").write_bytes(content)
    rows = read_lists(read_word_file(tmp_path / "a.docx").blocks).rows
    bases = [row.text(ListColumn.BASIS) for row in rows]
    assert bases[0] == bases[1] != ""
    assert bases[2] != bases[0]


def test_a_decision_that_lists_nothing_has_no_annex(sample: Catalogue) -> None:
    decision = replace(sample.decisions["ubnd-tinh-mau/2025/9103"], rows=())
    assert [*dict(WordExporter(sample, SAMPLE).export_decision(decision))] == [DECISION]


def test_a_ground_is_printed_in_the_words_of_its_decision(sample: Catalogue) -> None:
    plain = next(one for one in sample.decisions.values() if len(one.grounds) > 1)
    document = sample.documents[plain.grounds[-1]]
    own = f"Căn cứ Văn bản số {document.number} với lời riêng của quyết định này"
    decision = replace(plain, ground_texts=(own,))
    shown = decision_values(decision, sample, References(sample))["grounds"]
    assert len(shown) == len(plain.grounds)
    assert shown[-1] == f"{own}."


def test_a_leaflet_does_not_name_a_way_to_submit_twice(sample: Catalogue) -> None:
    version = sample.versions["1.900104"][-1]
    (channel, *rest) = version.channels.items
    address = "- Trực tiếp: Quầy số 1;\n- Trực tuyến: https://dvc.example"
    plain = [replace(one, address=None) for one in rest]
    channels = Stated(items=(replace(channel, address=address), *plain))
    content = WordExporter(sample, SAMPLE).export_leaflet(replace(version, channels=channels))
    said = [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
    at = said.index("Nộp ở đâu, bằng cách nào")
    assert said[at + 1 : at + 4] == [*address.split("\n"), "Bao lâu có kết quả"]
    assert any(text.startswith("Số lượng: 01 bộ") for text in said)


def test_the_line_for_a_missing_content_is_highlighted(version: Version, sample: Catalogue) -> None:
    bare = list_only(version)
    key = f"{version.procedure}/{version.version}"
    known = replace(sample, version_files={**sample.version_files, key: bare})
    decision = one_decision([bare], "ubnd-tinh-mau")
    content = dict(WordExporter(known, SAMPLE).export_decision(decision))[ANNEX]
    document = docx.Document(io.BytesIO(content))
    lines = [one for one in document.paragraphs if one.text == NO_CONTENT.text]
    assert [one.style.font.highlight_color is not None for one in lines] == [True]
