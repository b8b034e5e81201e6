"""The desk in a browser: from a decision to the file that is sent, by keyboard, kept on the way."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.search.files import ROOT as SEARCH
from generator.site.desk import write_desk
from tests.browser.conftest import open_desk
from tests.conftest import PROJECT, SAMPLE
from tools.serving import Served, serve

PACKAGES = PROJECT / "build" / "desk" / "node_modules"
SECOND = "nav button >> nth=1"


@pytest.fixture(scope="module")
def served_desk(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not (PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    site = tmp_path_factory.mktemp("desk")
    for folder in (SEARCH, "assets", "quy-tac"):
        shutil.copytree(sample_site / folder, site / folder)
    write_desk(load_catalogue(SAMPLE)[0], SAMPLE, PACKAGES, site, words_of("vi"))
    with serve(site) as served:
        yield served


@pytest.fixture
def desk(served_desk: Served, silent_phone: Page) -> Page:
    return open_desk(served_desk, served_desk.watch(silent_phone))


@pytest.fixture
def checked_desk(served_desk: Served, phone: Page) -> Page:
    return open_desk(served_desk, served_desk.watch(phone))


KEPT = """() => Object.entries(localStorage).filter(([key]) => key.startsWith("niemyet-desk "))
  .map(([, text]) => JSON.parse(text))"""
"""The drafts that the browser keeps."""
DAYS_ARE_KEPT = """(days) => JSON.stringify(days) === JSON.stringify(
  Object.entries(localStorage).filter(([key]) => key.startsWith("niemyet-desk "))
    .flatMap(([, text]) => Object.values(JSON.parse(text).files))
    .flatMap(({ text }) => [...text.matchAll(/^ +effective: "(.*)"$/gm)].map(([, day]) => day)))"""
"""True once the rows of the one draft have these days of their own and no others."""


def complaints_of_axe(page: Page) -> list[str]:
    options = {"resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def begin_amendment(page: Page) -> None:
    page.focus("#so-quyet-dinh")
    for typed in ("777/QĐ-BTP", "Bộ Tư pháp", "5/11/2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.focus("#tim-thu-tuc")
    page.keyboard.type("dang ky lai khai sinh")
    page.wait_for_selector(".results button")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.focus("#phan-duoc-sua-0")
    page.keyboard.press("Space")
    page.focus("#can-cu")
    page.keyboard.type("60/2014/QH13")
    page.focus("text=Thêm vào quyết định")
    page.keyboard.press("Enter")
    page.wait_for_selector("#viec:focus")
    page.wait_for_selector(SECOND)


def test_a_procedure_is_found_by_the_search_of_the_site(desk: Page) -> None:
    desk.fill("#so-quyet-dinh", "778/QĐ-BTP")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "5/11/2026")
    desk.keyboard.press("Enter")
    desk.fill("#tim-thu-tuc", "lam giay khai sinh cho con")
    desk.click(".results button >> text=Đăng ký khai sinh (1.001193")
    desk.wait_for_selector(".picked >> text=Đăng ký khai sinh")


def test_an_amendment_is_drafted_by_keyboard_kept_and_handed_over(
    desk: Page, served_desk: Served, tmp_path: Path
) -> None:
    begin_amendment(desk)
    assert complaints_of_axe(desk) == []
    desk.focus(SECOND)
    desk.keyboard.press("Enter")
    desk.focus('[id="muc-title"]')
    desk.keyboard.press("End")
    desk.keyboard.type(" (thử)")
    desk.wait_for_selector(".changes ins >> text=(thử)")
    assert "chép từ phiên bản" not in desk.inner_text("main")
    assert complaints_of_axe(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    desk.keyboard.type(" ngay trước khi đóng")
    desk.reload()
    desk.click("text=Tiếp tục")
    with desk.expect_download() as download:
        desk.click("button.primary")
    download.value.save_as(tmp_path / "sent.zip")
    with zipfile.ZipFile(tmp_path / "sent.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        [version] = [name for name in archive.namelist() if "/procedures/" in name]
        new = archive.read(version).decode()
        review = archive.read("xem-lai.html").decode()
    assert "<p><strong>Tên thủ tục:</strong> " in review
    assert "<ins>" in review
    assert review.index("<li>Sửa đổi, bổ sung: ") < review.index("<h2>")
    assert not re.search(r"title:|rows:|\.yml|amended_parts", review)
    assert manifest["decision"] == "btp/2026/777"
    assert "(thử) ngay trước khi đóng\n" in new
    assert set(manifest["base"].values()) == {None}
    last = sorted((SAMPLE / version.removeprefix("catalogue/")).parent.glob("v*.yml"))[-1]
    before = last.read_text("utf8").splitlines()
    differing = [pair for pair in zip(before, new.splitlines(), strict=True) if len(set(pair)) > 1]
    assert [after.partition(":")[0] for _, after in differing] == ["version", "title"]
    assert (served_desk.complaints, served_desk.foreign) == ([], [])


def test_a_list_is_changed_row_by_row_and_every_step_is_undone(desk: Page) -> None:
    desk.fill("#tim-ban-ghi", "tu phap")
    desk.click(".results button >> text=Bộ Tư pháp –")
    desk.click('[id="muc-codes.0-dong"]')
    assert desk.locator("li > .inside").count() == 1
    desk.click("text=Chép")
    assert desk.evaluate("document.activeElement.id") == "muc-codes.1-dong"
    assert desk.locator(".changes ins").count() == 2
    assert complaints_of_axe(desk) == []
    desk.click("text=Hoàn tác")
    assert desk.locator(".changes ins").count() == 0


def test_a_fault_leads_to_its_field(desk: Page) -> None:
    begin_amendment(desk)
    desk.click(".summary a >> text=Trích yếu")
    desk.wait_for_function("document.activeElement.id === 'muc-title'")
    desk.keyboard.type("Công bố thủ tục")
    desk.wait_for_selector("#muc-title:not([aria-invalid])")


def test_a_full_browser_says_so_and_loses_nothing(desk: Page) -> None:
    desk.evaluate("void (Storage.prototype.setItem = () => { throw new Error() })")
    begin_amendment(desk)
    assert "không giữ được" in desk.inner_text("main")
    assert desk.locator(SECOND).count() == 1


FOLDER_OF_BROWSER = """async ([path, text]) => {
  const folder = await navigator.storage.getDirectory();
  window.showDirectoryPicker = () => Promise.resolve(folder);
  let inside = folder;
  for (const name of path.split("/").slice(0, -1))
    inside = await inside.getDirectoryHandle(name, { create: true });
  const file = await inside.getFileHandle(path.split("/").at(-1), { create: true });
  if (text === null) return (await file.getFile()).text();
  const stream = await file.createWritable();
  await stream.write(text);
  return stream.close();
}"""
"""Lets the page choose the browser's own folder, and writes or reads a file of it."""


def test_a_folder_takes_the_files_of_a_draft_unless_one_has_changed(desk: Page) -> None:
    begin_amendment(desk)
    desk.evaluate(FOLDER_OF_BROWSER, ["trống", ""])
    desk.click("text=Ghi vào thư mục trên máy")
    desk.wait_for_selector("#announcement >> text=không có danh mục")
    desk.evaluate(FOLDER_OF_BROWSER, ["catalogue/catalogue.yml", "title: x"])
    desk.click("text=Ghi vào thư mục trên máy")
    desk.wait_for_selector("#announcement >> text=Đã ghi 2 tệp")
    written = "catalogue/decisions/btp/2026/777.yml"
    assert "777/QĐ-BTP" in desk.evaluate(FOLDER_OF_BROWSER, [written, None])
    desk.evaluate(FOLDER_OF_BROWSER, [written, "id: khác"])
    desk.click("text=Ghi vào thư mục trên máy")
    desk.wait_for_selector("#announcement >> text=đã thay đổi")
    assert desk.evaluate(FOLDER_OF_BROWSER, [written, None]) == "id: khác"


def wait_for_rules(page: Page, text: str) -> None:
    page.wait_for_selector(f'#kiem-tra:has-text("{text}")', timeout=120_000)


def test_rules_are_checked_while_typing_and_findings_stand_at_their_fields(
    checked_desk: Page, served_desk: Served
) -> None:
    if not (PACKAGES / "pyodide").is_dir():
        pytest.skip(f"the interpreter of the desk is not in {PACKAGES}: run `make desk`")
    desk = checked_desk
    begin_amendment(desk)
    wait_for_rules(desk, "Đã kiểm tra")
    desk.fill("#muc-title", "Sửa đổi thủ tục")
    desk.fill('[id="muc-signer.name"]', "Nguyễn Văn Mẫu")
    desk.fill("#muc-listed", "1/11/2026")
    desk.wait_for_selector('#muc-listed-loi:has-text("trước ngày ký 05/11/2026")')
    assert desk.get_attribute("#muc-listed", "aria-invalid") == "true"
    assert "muc-listed-loi" in (desk.get_attribute("#muc-listed", "aria-describedby") or "")
    assert desk.locator('.summary .rule[href="../quy-tac/tl116/"]').count() == 1
    desk.click(".summary a >> text=Ngày công khai")
    assert desk.evaluate("document.activeElement.id") == "muc-listed"
    assert complaints_of_axe(desk) == []
    desk.click(SECOND)
    desk.click(".elsewhere button >> nth=0")
    assert desk.locator("#muc-listed").count() == 1
    desk.fill("#muc-listed", "6/11/2026")
    desk.wait_for_selector("#muc-listed:not([aria-invalid])")
    assert (served_desk.complaints, served_desk.foreign) == ([], [])


def test_without_the_program_the_page_says_so_and_goes_on(phone: Page, served_desk: Served) -> None:
    phone.route("**/pyodide/pyodide.mjs", lambda route: route.abort())
    begin_amendment(open_desk(served_desk, phone))
    wait_for_rules(phone, "Trình duyệt này không kiểm tra được")
    phone.click(".summary a >> text=Trích yếu")
    phone.keyboard.type("Công bố thủ tục")
    phone.wait_for_selector("#muc-title:not([aria-invalid])")
    phone.click("text=Thử lại")
    wait_for_rules(phone, "Trình duyệt này không kiểm tra được")


def faults_of(page: Page) -> list[str]:
    return page.locator("form .fault:not(:empty)").all_inner_texts()


def test_a_form_refuses_a_day_that_no_calendar_has_and_says_all_that_is_wrong(desk: Page) -> None:
    desk.fill("#co-quan", "không có cơ quan này")
    desk.fill("#ngay-ky", "31/11/2026")
    desk.fill("#ngay-hieu-luc-chung", "30/2/2027")
    desk.press("#ngay-ky", "Enter")
    said = faults_of(desk)
    assert len(said) == 4
    assert said[0] == "Chưa ghi số, ký hiệu."
    assert "không có cơ quan này" in said[1]
    assert said[2] == said[3]
    assert said[2].startswith("Ngày không đúng")
    assert desk.evaluate("document.activeElement.id") == "so-quyet-dinh"
    assert complaints_of_axe(desk) == []
    desk.fill("#ngay-ky", "30/11/2026")
    assert len(faults_of(desk)) == 3


def test_an_agency_does_not_end_on_a_day_that_no_calendar_has(desk: Page) -> None:
    desk.click("text=Đổi tên, sáp nhập")
    desk.fill("#them-co-quan-cu", "so tu phap")
    desk.keyboard.press("Enter")
    desk.fill("#co-quan-moi", "Sở Mới")
    desk.fill("#tu-ngay", "31/04/2027")
    desk.keyboard.press("Enter")
    assert [one[:15] for one in faults_of(desk)] == ["Ngày không đúng"]
    desk.fill("#tu-ngay", "")
    desk.keyboard.press("Enter")
    assert faults_of(desk) == ["Chưa ghi cơ quan mới hoạt động từ ngày nào."]
    desk.fill("#tu-ngay", "30/04/2027")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("nav button")
    assert "29/04/2027" in desk.inner_text(".changes") or desk.locator("nav button").count() == 2


def test_a_row_goes_whole_when_it_is_undone_and_comes_back(desk: Page) -> None:
    begin_amendment(desk)
    desk.fill('[id="muc-signer.name"]', "Nguyễn Văn Mẫu")
    desk.select_option("#viec", "abolish")
    desk.fill("#tim-thu-tuc", "dang ky ket hon")
    desk.click(".results button >> nth=0")
    desk.fill("#can-cu", "60/2014/QH13")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào")
    rows = desk.locator("#them-thu-tuc > ul > li")
    assert rows.count() == 2
    desk.click("text=Hoàn tác")
    assert rows.count() == 1
    assert desk.input_value('[id="muc-signer.name"]') == "Nguyễn Văn Mẫu"
    desk.click("text=Hoàn tác")
    assert desk.input_value('[id="muc-signer.name"]') == ""
    desk.click("text=Hoàn tác")
    assert (rows.count(), len(desk.evaluate(KEPT)[0]["files"])) == (0, 1)
    assert "cùng các bản ghi" in desk.inner_text("#announcement")
    for _ in range(3):
        desk.click("text=Làm lại")
    assert (rows.count(), len(desk.evaluate(KEPT)[0]["files"])) == (2, 2)
    assert desk.input_value('[id="muc-signer.name"]') == "Nguyễn Văn Mẫu"
    assert desk.locator("button >> text=Làm lại").is_disabled()


def test_number_and_day_of_a_decision_are_mended_and_its_file_is_renamed(desk: Page) -> None:
    begin_amendment(desk)
    assert desk.locator("#muc-signed").count() == 0
    desk.click("#sua-so summary")
    desk.fill("#so-quyet-dinh", "77/QĐ-BTP")
    desk.fill("#ngay-ky", "5/1/2027")
    desk.click("text=Sửa trong bản nháp")
    desk.wait_for_selector("#announcement >> text=77/QĐ-BTP, ký ngày 05/01/2027")
    assert desk.inner_text("h1") == "77/QĐ-BTP"
    [draft] = desk.evaluate(KEPT)
    assert next(iter(draft["files"])) == "decisions/btp/2027/77.yml"
    assert draft["decision"] == "btp/2027/77"
    text = draft["files"]["decisions/btp/2027/77.yml"]["text"]
    for line in ("id: btp/2027/77\n", "signed: 2027-01-05\n", "effective: 2027-01-05\n"):
        assert line in text.replace('"', "")
    desk.click("text=Hoàn tác")
    assert desk.locator("#them-thu-tuc > ul > li").count() == 0
    [draft] = desk.evaluate(KEPT)
    assert list(draft["files"]) == ["decisions/btp/2027/77.yml"]
    assert "77/QĐ-BTP\n" in draft["files"]["decisions/btp/2027/77.yml"]["text"]
    desk.click("text=Về danh sách việc")
    desk.click("text=Tiếp tục")
    desk.click("text=Làm lại")
    assert desk.locator("#them-thu-tuc > ul > li").count() == 1


def test_an_optional_day_that_is_emptied_goes_and_may_be_typed_again(desk: Page) -> None:
    begin_amendment(desk)
    desk.fill("#tim-thu-tuc", "dang ky ket hon")
    desk.click(".results button >> nth=0")
    desk.check("#phan-duoc-sua-0")
    desk.fill("#ngay-rieng", "1/12/2026")
    desk.fill("#can-cu", "60/2014/QH13")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào")
    desk.click('[id="muc-rows.1-dong"]')
    for typed, stored in (("", []), ("2/12/2026", ["2026-12-02"])):
        desk.fill('[id="muc-rows.1.effective"]', typed)
        desk.wait_for_function(DAYS_ARE_KEPT, arg=stored)
        assert desk.get_attribute('[id="muc-rows.1.effective"]', "aria-invalid") is None


PASTE = """(html) => {
  const area = document.getElementById("loi-van-dan");
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "chữ trơn");
  return area.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
"""Pastes into the words of a procedure; true where the page leaves it to the browser."""
TABLE = """<style>p {color: red}</style><p>Thành phần hồ sơ:</p><table><tr><td rowspan=2>STT</td>
<td rowspan=2>Tên giấy tờ</td><td colspan=2>Số lượng</td></tr><tr><td>Bản chính</td>
<td>Bản sao</td></tr><tr><td colspan=4>Trường hợp cấp mới</td></tr>
<tr><td>1</td><td><p>Tờ khai;</p><p>ảnh | màu</p></td><td>1</td><td></td></tr></table><p>Hết"""


def test_pasted_tables_keep_their_columns(desk: Page) -> None:
    begin_amendment(desk)
    desk.select_option("#viec", "publish")
    assert desk.evaluate(PASTE, "<p>không bảng</p>") is True
    assert desk.evaluate(PASTE, TABLE) is False
    assert desk.input_value("#loi-van-dan").split("\n") == [
        "Thành phần hồ sơ:",
        "| STT | Tên giấy tờ | Số lượng | Số lượng |",
        "| STT | Tên giấy tờ | Bản chính | Bản sao |",
        "| Trường hợp cấp mới |",
        "| 1 | Tờ khai; ¶ ảnh / màu | 1 |  |",
        "Hết",
    ]
    nested = "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>"
    assert desk.evaluate(PASTE, nested) is False
    assert "Chưa dán" in desk.inner_text("#announcement")


def test_a_document_that_is_missing_is_added_in_the_draft_that_needs_it(desk: Page) -> None:
    begin_amendment(desk)
    desk.fill("#can-cu", "281/2026/TT-BTC")
    desk.click("text=Thêm vào quyết định")
    assert any("281/2026/TT-BTC" in one for one in faults_of(desk))
    desk.click("#them-van-ban summary")
    desk.fill("#so-van-ban", "281/2026/TT-BTC")
    desk.fill("#ten-van-ban", "Thông tư mẫu")
    desk.fill("#noi-ban-hanh", "chinh phu")
    desk.fill("#ngay-ban-hanh", "1/10/2026")
    desk.fill("#ngay-hieu-luc", "1/11/2026")
    desk.click("text=Thêm văn bản vào bản nháp")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào bản nháp")
    assert desk.input_value("#can-cu") == "281/2026/TT-BTC – Thông tư mẫu"
    assert desk.locator("nav button >> text=Thông tư mẫu").count() == 1
    desk.fill("#tim-thu-tuc", "dang ky ket hon")
    desk.click(".results button >> nth=0")
    desk.check("#phan-duoc-sua-0")
    desk.fill("#can-cu", "281/2026/tt-btc")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào quyết định")
    [draft] = desk.evaluate(KEPT)
    assert "281-2026-tt-btc" in next(iter(draft["files"].values()))["text"]
    assert "legal-documents/281-2026-tt-btc.yml" in draft["files"]


def test_what_two_windows_type_into_one_draft_is_kept_in_both(desk: Page) -> None:
    begin_amendment(desk)
    with desk.expect_popup() as popup:
        desk.evaluate("void window.open(location.href)")
    other = popup.value
    assert "chưa gửi" in other.inner_text(".kept")
    other.click("text=Tiếp tục")
    other.fill("#muc-title", "Lời ở cửa sổ hai")
    desk.wait_for_selector("text=vừa được sửa ở cửa sổ khác")
    desk.click("button.primary")
    desk.wait_for_selector("#announcement >> text=Chưa gửi hay tải gì")
    assert "handedOver" not in desk.evaluate(KEPT)[0]
    desk.fill("#muc-title", "Lời ở cửa sổ một")
    desk.wait_for_selector("text=Đã tách thành bản nháp")
    drafts = {one["name"]: next(iter(one["files"].values()))["text"] for one in desk.evaluate(KEPT)}
    assert "Lời ở cửa sổ hai" in drafts["777/QĐ-BTP"]
    assert "Lời ở cửa sổ một" in next(
        text for name, text in drafts.items() if name.startswith("777/QĐ-BTP (bản tách lúc ")
    )
    with other.expect_download():
        other.click("button.primary")
    other.fill("#muc-title", "Lời sau khi tải")
    other.click("text=Về danh sách việc")
    assert "đã sửa sau khi tải" in other.inner_text(".kept")
    other.close()


def test_a_decision_is_not_begun_twice_in_one_browser(desk: Page) -> None:
    begin_amendment(desk)
    desk.click("text=Về danh sách việc")
    desk.fill("#so-quyet-dinh", "777/QĐ-BTP")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "5/11/2026")
    desk.keyboard.press("Enter")
    assert [one[:35] for one in faults_of(desk)] == ["Trong trình duyệt này đã có bản nháp"[:35]]
    assert len(desk.evaluate(KEPT)) == 1


def test_the_focus_stays_in_the_form_when_items_come_and_go(desk: Page) -> None:
    begin_amendment(desk)
    desk.click(SECOND)
    desk.click("text=Hiện mọi phần")
    desk.click('[id="muc-dossier.groups.items.0-dong"]')
    desk.click("text=Thêm: Giấy tờ >> nth=0")
    focused = desk.evaluate("document.activeElement.id")
    assert focused.startswith("muc-dossier.groups.items.0.items.")
    assert focused.endswith(".name")
    desk.keyboard.type("Giấy mới")
    assert desk.input_value(f'[id="{focused}"]') == "Giấy mới"


def test_what_is_announced_goes_after_a_while_and_on_another_page(desk: Page) -> None:
    desk.clock.install()
    begin_amendment(desk)
    with desk.expect_download():
        desk.click("button.primary >> nth=0")
    assert "Đã tạo tệp" in desk.inner_text("#announcement")
    desk.click("text=Về danh sách việc")
    assert desk.inner_text("#announcement") == ""
    desk.fill("#tim-ban-ghi", "tu phap")
    assert "Tìm thấy" in desk.inner_text("#announcement")
    desk.clock.run_for(6_000)
    assert desk.inner_text("#announcement") == ""


def test_a_row_says_what_is_in_it_and_nothing_is_chosen_beforehand(desk: Page) -> None:
    begin_amendment(desk)
    assert "60/2014/QH13" not in desk.inner_text('[id="muc-rows.0-dong"]')
    desk.click(SECOND)
    desk.click("text=Hiện mọi phần")
    name = desk.inner_text('[id="muc-dossier.groups.items.0-dong"]')
    assert "(trống)" not in name
    desk.click("text=Thêm: Cấp thực hiện")
    added = desk.locator('[id^="muc-levels.items."]:is(select)')
    assert added.input_value() == ""
    desk.wait_for_selector('[id^="muc-levels.items."]:is(select)[aria-invalid]')


def test_a_copied_procedure_says_what_is_still_of_the_other_one(desk: Page) -> None:
    begin_amendment(desk)
    desk.select_option("#viec", "publish")
    desk.fill("#ten-thu-tuc", "Việc mới")
    desk.select_option("#linh-vuc", "ho-tich")
    desk.fill("#tim-ban-mau", "dang ky ket hon")
    desk.click(".results button >> nth=0")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào")
    desk.click("nav button >> text=Việc mới, phiên bản 1")
    note = desk.locator("p[role=note]")
    assert "Phí, lệ phí" in note.inner_text()
    assert "Tên thủ tục" not in note.inner_text()
    desk.click("text=Về danh sách việc")
    desk.click("text=Tiếp tục")
    assert "phiên bản 1" in desk.inner_text("nav button[aria-current=true]")


def test_an_older_file_of_a_draft_stays_beside_what_came_after_it(
    desk: Page, tmp_path: Path
) -> None:
    begin_amendment(desk)
    desk.fill('[id="muc-title"]', "Trích yếu khi tải")
    desk.reload()
    with desk.expect_download() as download:
        desk.click("text=Tải bản nháp")
    download.value.save_as(tmp_path / "ban-nhap.json")
    desk.click("text=Tiếp tục")
    desk.fill('[id="muc-title"]', "Trích yếu viết sau")
    desk.reload()
    desk.set_input_files("#nhan-nhap", tmp_path / "ban-nhap.json")
    expect(desk.locator("#announcement")).to_contain_text("nên được giữ nguyên")
    expect(desk.locator('[id="muc-title"]')).to_have_value("Trích yếu khi tải")
    desk.reload()
    assert desk.get_by_text("Tải bản nháp").count() == 2
