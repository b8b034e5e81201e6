"""Whole tasks at the desk, by keyboard alone, each until its request is open on a forge.

Slow, and so no part of the suite: `make desk-tasks` runs it. One such task is in the suite.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.imports.word.draft_files import draft_files
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.tree import load_catalogue
from tests.conftest import PROJECT, SAMPLE
from tests.desk.keyboard import MARKED
from tests.desk.office import GROUND, Office, open_office, served_office
from tests.desk.test_edits import changed_lines
from tests.desk.word_desk import draft_at_desk
from tests.imports.word.annexes import (
    NAMES,
    contents_of,
    decision_blocks,
    list_blocks,
    write_annex,
)
from tests.imports.word.documents import paragraph, table

Opening = Callable[..., Office]
PASTED = (PROJECT / "tests" / "desk" / "pasted.txt").read_text("utf8")
LAST_DRAFT = """() => Object.entries(localStorage)
  .filter(([key]) => key.startsWith("niemyet-desk "))
  .map(([, text]) => JSON.parse(text)).sort((one, other) => other.id.localeCompare(one.id))[0]"""
LONG = 120_000
"""Milliseconds within which the interpreter starts and reads, on a busy machine."""


@pytest.fixture
def open_at(browser: Browser, tmp_path: Path) -> Iterator[Opening]:
    """Opens the desk of a catalogue that lies on a kind of forge."""
    with ExitStack() as stack:
        page = stack.enter_context(closing(browser.new_context())).new_page()

        def opened(kind: str, with_rules: bool = False, only_api: bool = False) -> Office:
            office = served_office(tmp_path, kind, with_rules=with_rules, only_api=only_api)
            served, forge, address = stack.enter_context(office)
            stack.callback(lambda: _without_complaints(served.complaints))
            return open_office(served, page, forge, tmp_path, address)

        yield opened


def _without_complaints(complaints: list[str]) -> None:
    """What a test brings about is no fault, though browsers note it; nor a file not yet there."""
    meant = ("404 (", "401 (Unauthorized)", "ERR_INTERNET_DISCONNECTED")
    assert [one for one in complaints if not any(text in one for text in meant)] == []


def against_before(tree: Path, path: str, before: str) -> tuple[int, int]:
    """How many lines a version changes of the one that it was made of."""
    old = (SAMPLE / path).with_name(f"{before}.yml").read_text("utf8")
    return changed_lines(old, (tree / "catalogue" / path).read_text("utf8"))


def texts_of(page: Page) -> dict[str, str]:
    """The texts of the draft that was kept last, by path."""
    kept = page.evaluate(LAST_DRAFT)
    return {path: file["text"] for path, file in kept["files"].items()}


def test_two_new_procedures_of_which_one_has_no_code(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    desk.begin_decision("9401/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    desk.publish_copy("Đăng ký nhận tin báo hộ tịch", "Hộ tịch")
    keys.choose("Việc làm", "Công bố mới")
    keys.fill("Tên thủ tục mới", "Cấp bản sao điện tử giấy tờ hộ tịch")
    keys.fill("Mã quốc gia", "1.900199")
    keys.choose("Lĩnh vực", "Hộ tịch")
    desk.add_row()
    desk.describe_decision("Công bố hai thủ tục mới trong lĩnh vực hộ tịch (mẫu)")
    desk.open_record("Cấp bản sao điện tử giấy tờ hộ tịch, phiên bản 1")
    keys.choose("Mức độ", "Chỉ trực tiếp")
    keys.answer_problems("Quyết định không nêu.")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    unnamed = "procedures/ho-tich/chua-co-ma-dang-ky-nhan-tin-bao-ho-tich"
    assert list(desk.changed(tree)) == [
        "decisions/btp/2026/9401.yml",
        "procedures/ho-tich/1.900199/procedure.yml",
        "procedures/ho-tich/1.900199/v001.yml",
        f"{unnamed}/procedure.yml",
        f"{unnamed}/v001.yml",
    ]


def test_three_procedures_are_amended_from_different_days(open_at: Opening) -> None:
    desk = open_at("gitlab")
    keys = desk.keyboard
    desk.begin_decision("9402/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    titles = {
        "Đăng ký lại khai sinh": "",
        "Cấp Giấy xác nhận tình trạng hôn nhân": "15/12/2026",
        "Đăng ký kết hôn": "1/1/2027",
    }
    for title, day in titles.items():
        keys.pick("Tìm thủ tục", title, title)
        keys.reach("Tên thủ tục", "Quyết định nêu")
        keys.press("Space")
        desk.add_row(day=day)
    desk.describe_decision("Công bố ba thủ tục sửa đổi trong lĩnh vực hộ tịch (mẫu)")
    for title in titles:
        desk.open_record(f"{title}, phiên bản")
        keys.fill("Tên thủ tục", f"{title} (sửa đổi)")
        keys.page.wait_for_timeout(MARKED)
        assert "Đã đổi mà quyết định không nêu" not in keys.page.inner_text("main")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    said = desk.forge.requests[-1]["text"]
    assert "Quyết định 9402/QĐ-BTP, ký ngày 18/11/2026; 3 dòng:" in said
    for code, day in (("1.900105", "18/11/2026"), ("1.900104", "15/12/2026")):
        assert re.search(rf"- Sửa đổi, bổ sung: .*{code}.*, phần: Tên thủ tục, từ {day}\n", said)
    versions = [path for path in desk.changed(tree) if path.startswith("procedures/")]
    assert len(versions) == len(titles)
    for path in versions:
        before = f"v{int(Path(path).stem[1:]) - 1:03}"
        assert against_before(tree, path, before) == (2, 2)


def test_a_text_that_waits_is_amended_as_well(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    desk.begin_decision("9404/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.pick("Tìm thủ tục", "1.001193", "Đăng ký khai sinh")
    keys.reach("Tên thủ tục", "Quyết định nêu")
    keys.press("Space")
    desk.add_row()
    desk.describe_decision("Công bố thủ tục sửa đổi trong lĩnh vực hộ tịch (mẫu)")
    for number, copied in ((5, 3), (6, 4)):
        desk.open_record(f"Đăng ký khai sinh, phiên bản {number}")
        keys.page.wait_for_timeout(MARKED)
        assert "chép từ phiên bản" not in keys.page.inner_text("main"), copied
        keys.fill("Tên thủ tục", "Khai sinh")
        keys.page.wait_for_timeout(MARKED)
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    folder = "procedures/ho-tich/1.001193"
    assert against_before(tree, f"{folder}/v005.yml", "v003") == (2, 2)
    assert against_before(tree, f"{folder}/v006.yml", "v004") == (2, 2)


def test_two_procedures_become_one_and_another_ends(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    desk.replace_two("9403/QĐ-BTP", "1.900198 Xác nhận thông tin hộ tịch")
    keys.choose("Việc làm", "Bãi bỏ")
    keys.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    desk.add_row()
    desk.describe_decision("Công bố thủ tục thay thế, bãi bỏ trong lĩnh vực hộ tịch (mẫu)")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    decision = (tree / "catalogue/decisions/btp/2026/9403.yml").read_text("utf8")
    assert decision.count("  action: ") == 2
    assert len(desk.changed(tree)) == 3


def test_two_agencies_become_one(open_at: Opening) -> None:
    desk = open_at("gitlab")
    keys = desk.keyboard
    keys.push("Đổi tên, sáp nhập")
    for name in ("Sở Nội vụ", "Sở Tư pháp"):
        keys.page.wait_for_selector("#them-co-quan-cu")
        found = keys.page.evaluate(
            "name => [...document.querySelectorAll('#them-co-quan-cu-goi-y option')]"
            ".map((one) => one.value).find((one) => one.startsWith(name))",
            name,
        )
        keys.focus_here("Cơ quan thôi hoạt động")
        keys.type(found)
        keys.press("Enter")
        keys.page.wait_for_selector(f"#announcement >> text=Đã chọn: {name}")
    keys.fill("Cơ quan mới", "Sở Nội vụ và Tư pháp tỉnh Mẫu")
    keys.fill("Từ ngày", "1/10/2026")
    keys.push("Bắt đầu soạn")
    keys.page.wait_for_selector("nav button")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    title = desk.forge.requests[-1]["title"]
    assert title.startswith("Sáp nhập Sở Nội vụ")
    assert title.endswith("thành Sở Nội vụ và Tư pháp tỉnh Mẫu từ 01/10/2026")
    changed = desk.changed(tree)
    assert changed["agencies/so-noi-vu.yml"] == changed["agencies/so-tu-phap.yml"] == (3, 0)
    assert "agencies/so-noi-vu-va-tu-phap-tinh-mau.yml" in changed


def test_a_repository_that_only_publishes_its_api_has_a_desk(open_at: Opening) -> None:
    desk = open_at("gitlab", with_rules=True, only_api=True)
    keys = desk.keyboard
    assert keys.page.locator("header a").count() == 0
    desk.begin_decision("9410/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    keys.reach("Tên thủ tục", "Quyết định nêu")
    keys.press("Space")
    desk.add_row()
    keys.page.wait_for_selector("#kiem-tra:has-text('Đã kiểm tra')", timeout=LONG)
    assert keys.page.locator("a.rule").count() == 0
    desk.describe_decision("Công bố thủ tục sửa đổi trong lĩnh vực hộ tịch (mẫu)")
    desk.open_record("Đăng ký kết hôn, phiên bản")
    assert keys.page.locator(".preview").count() == 0
    keys.fill("Tên thủ tục", "Đăng ký kết hôn (sửa đổi)")
    keys.page.wait_for_timeout(MARKED)
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    assert len(desk.changed(tree)) == 2


def test_a_new_procedure_begins_from_the_pasted_words_of_an_annex(open_at: Opening) -> None:
    desk = open_at("github", with_rules=True)
    keys = desk.keyboard
    desk.begin_decision("9405/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.choose("Việc làm", "Công bố mới")
    keys.reach("Hoặc dán lời văn")
    keys.page.keyboard.insert_text(PASTED)
    keys.choose("Lĩnh vực", "Hộ tịch")
    keys.fill("Văn bản quy định việc này", GROUND)
    keys.push("Thêm vào quyết định")
    said = "#announcement >> text=nhận ra đủ 11 mục, còn 2 dòng chưa có chỗ"
    keys.page.wait_for_selector(said, timeout=LONG)
    desk.describe_decision("Công bố một thủ tục mới trong lĩnh vực hộ tịch (mẫu)")
    desk.open_record("Cấp bản sao điện tử giấy tờ hộ tịch, phiên bản 1")
    assumed = keys.page.locator("#dien-san p").all_inner_texts()
    assert [one for one in assumed if "“Cấp thực hiện” đang chọn theo" in one]
    unplaced = keys.page.locator("section[aria-label='Lời văn chưa có chỗ'] li span")
    assert unplaced.all_inner_texts() == ["MẪU SỐ 01", "Kính gửi: Ủy ban nhân dân xã"]
    keys.push("Đã xếp: MẪU SỐ 01")
    assert unplaced.count() == 1
    keys.answer_problems("Quyết định không nêu.")
    keys.page.click('.summary a[href^="#muc-channels.items.0.fees"]', timeout=LONG)
    basis = '[id="muc-channels.items.0.fees.items.0.basis"]'
    assert keys.page.evaluate("document.activeElement.id") == basis[5:-2]
    keys.page.fill(basis, GROUND)
    keys.page.press(basis, "Tab")
    keys.page.click("text=Ghi khoản thu này cho các cách nộp khác >> nth=0")
    unbased = keys.page.locator('.summary a[href*=".fees"]')
    unbased.first.wait_for(state="detached", timeout=LONG)
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    [version] = [path for path in desk.changed(tree) if path.endswith("v001.yml")]
    text = (tree / "catalogue" / version).read_text("utf8")
    assert "Cán bộ tiếp nhận kiểm tra hồ sơ" in text
    assert "amount: 8000" in text
    assert "Kính gửi" not in text


def test_a_decision_begins_from_its_word_files_with_the_drafts_of_the_command(
    open_at: Opening, tmp_path: Path
) -> None:
    files = [
        write_annex(tmp_path / "quyet-dinh.docx", *decision_blocks(), *list_blocks()),
        write_annex(tmp_path / "noi-dung.docx", *contents_of(*NAMES)),
    ]
    sources = [read_sources_of(read_word_file(file)) for file in files]
    drafted = draft_decision_of(sources, load_catalogue(SAMPLE)[0], GivenByUser())
    at_desk = draft_at_desk(tmp_path / "checker", files, GivenByUser())
    expected = at_desk["files"]
    assert set(expected) == set(draft_files(drafted, SAMPLE))
    page = open_at("gitlab", with_rules=True).keyboard.page
    page.click("text=Bắt đầu từ tệp Word")
    page.set_input_files("#tep-word", files)
    page.click("text=Đọc và bắt đầu soạn")
    page.wait_for_selector("#viec", timeout=LONG)
    assert texts_of(page) == expected
    with page.expect_download() as download:
        page.click("button.primary >> nth=0")
    download.value.save_as(tmp_path / "sent.zip")
    page.click("text=Về danh sách việc")
    page.set_input_files("#nhan-nhap", tmp_path / "sent.zip")
    page.wait_for_selector("#viec")
    assert texts_of(page) == expected


def amendment_in_word(folder: Path) -> Path:
    """A decision whose list amends a procedure without its contents."""
    heads = ("TT", "Mã số TTHC", "Tên TTHC", "Căn cứ pháp lý")
    row = ("1", "1.001193", "Đăng ký khai sinh", "")
    title = paragraph("DANH MỤC THỦ TỤC HÀNH CHÍNH SỬA ĐỔI, BỔ SUNG LĨNH VỰC HỘ TỊCH CẤP XÃ")
    return write_annex(folder / "sua.docx", *decision_blocks(), title, table(heads, row))


def test_an_amendment_out_of_a_word_file_is_compared_and_asks_for_its_parts(
    open_at: Opening, tmp_path: Path
) -> None:
    page = open_at("gitlab", with_rules=True).keyboard.page
    page.click("text=Bắt đầu từ tệp Word")
    page.set_input_files("#tep-word", amendment_in_word(tmp_path))
    page.click("text=Đọc và bắt đầu soạn")
    page.wait_for_selector("#viec", timeout=LONG)
    texts = texts_of(page)
    assert not [path for path, text in texts.items() if "TODO" in text]
    assert "amended_parts" not in next(iter(texts.values()))
    assert page.locator(".summary li >> text=Phần được sửa").count() == 1
    page.click("nav button >> text=phiên bản")
    page.wait_for_selector(".changes >> text=Thay đổi: 0 mục")
    assert "Quyết định nêu: không có." in page.inner_text("main")


def test_a_draft_out_of_its_archive_is_compared_as_before(open_at: Opening, tmp_path: Path) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    page = keys.page
    desk.begin_decision("9406/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    keys.reach("Tên thủ tục", "Quyết định nêu")
    keys.press("Space")
    desk.add_row()
    desk.publish_copy("Cấp bản sao điện tử giấy tờ hộ tịch", "Hộ tịch")
    desk.open_record("Đăng ký kết hôn, phiên bản")
    keys.fill("Tên thủ tục", "Đăng ký kết hôn (sửa đổi)")
    page.wait_for_selector(".changes ins >> text=sửa đổi")
    before = page.evaluate(LAST_DRAFT)
    with page.expect_download() as download:
        page.click("text=Tải tệp để gửi")
    download.value.save_as(tmp_path / "sent.zip")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.set_input_files("#nhan-nhap", tmp_path / "sent.zip")
    page.click("nav button >> text=Đăng ký kết hôn (sửa đổi)")
    page.wait_for_selector(".changes >> text=Thay đổi: 1 mục")
    assert "Quyết định nêu: Tên thủ tục." in page.inner_text("main")
    assert page.evaluate(LAST_DRAFT)["files"] == before["files"]
    with page.expect_download() as download:
        page.click("text=Tải tệp để gửi")
    assert "Chưa bấm “Đã đối chiếu”" in page.inner_text("#announcement")
    with zipfile.ZipFile(download.value.path()) as again:
        review = again.read("xem-lai.html").decode()
    assert review.count("Bản mới, không có bản trước để so") == 3  # the decision and the copy


def test_an_exception_is_added_to_the_copy_that_one_has(open_at: Opening, tmp_path: Path) -> None:
    given = (
        "# Ngoại lệ đã duyệt\nexceptions:\n- rule: TL104\n  record: decisions/btp/2026/9201.yml\n"
        "  reason: Đã thống nhất với Phòng Kiểm soát thủ tục.\n  until: 2027-12-31\n"
    )
    copy = tmp_path / "exceptions.yml"
    copy.write_text(given, "utf8")
    page = open_at("github").keyboard.page
    page.click("text=Ngoại lệ của quy tắc")
    page.set_input_files("#tep-ngoai-le", copy)
    page.click('[id="muc-exceptions.0-dong"]')
    page.fill('[id="muc-exceptions.0.reason"]', "Đã thống nhất với Cục Kiểm soát thủ tục.")
    page.wait_for_selector(".changes ins >> text=Cục")
    with page.expect_download() as download:
        page.click("button.primary >> nth=0")
    with zipfile.ZipFile(download.value.path()) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        after = archive.read("catalogue/exceptions.yml").decode()
    assert after == given.replace("Phòng", "Cục")
    assert manifest["base"] == {"exceptions.yml": hashlib.sha256(given.encode()).hexdigest()}
