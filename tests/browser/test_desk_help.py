"""What the desk says and where it leads: waits end with a word, links open what is closed."""

import json
import zipfile

from playwright.sync_api import Page

from tests.conftest import SAMPLE

CHECKED = "#kiem-tra:has-text('Đã kiểm tra')"
LONG = 120_000
"""Milliseconds within which the interpreter starts and checks, on a busy machine."""


TABS = "nav[aria-label='Các bản ghi trong bản nháp'] button"

KEPT_DRAFTS = """Object.keys(localStorage).filter((key) => key.startsWith("niemyet-desk "))
  .map((key) => localStorage.getItem(key))"""


def begin(page: Page, action: str) -> None:
    """A decision, and the form of one kind of row."""
    for field, text in (("so-quyet-dinh", "901/QĐ-BTP"), ("co-quan", "Bộ Tư pháp")):
        page.fill(f"#{field}", text)
    page.fill("#ngay-ky", "18/11/2026")
    page.click("text=Bắt đầu soạn")
    page.select_option("#viec", action)


def add_row(page: Page, found: str, part: str) -> None:
    """Choose a procedure by its code, name a part, add the row and open its version."""
    page.fill("#tim-thu-tuc", found)
    page.click(".results button >> nth=0")
    page.click(f"#phan-duoc-sua label:has-text('{part}')")
    page.fill("#can-cu", "60/2014/QH13")
    page.click("text=Thêm vào quyết định")
    page.wait_for_selector("#announcement >> text=Đã thêm vào")
    page.click("#them-thu-tuc .picked button")
    page.wait_for_selector("h2 >> text=phiên bản")


def test_a_decision_is_asked_for_in_the_order_of_a_decision(desk: Page) -> None:
    begin(desk, "amend")
    assert "Nội dung, Căn cứ" in desk.inner_text("#dien-san")
    order = desk.evaluate(
        "['#muc-title', '#muc-grounds', '#muc-rows', '#viec']"
        ".map((one) => document.querySelector(one).getBoundingClientRect().top)"
    )
    assert order == sorted(order)
    desk.click("text=Thêm thủ tục vào quyết định >> nth=0")
    assert desk.evaluate("document.activeElement.id") == "viec"


def test_procedures_of_one_name_are_told_apart(desk: Page) -> None:
    begin(desk, "amend")
    desk.fill("#tim-thu-tuc", "ban sao trich luc ho tich")
    desk.wait_for_selector(".results button >> nth=1")
    found = desk.locator(".results button").all_text_contents()
    assert "Cấp bản sao trích lục hộ tịch (2.900107; Xã; Bộ Tư pháp)" in found
    assert "Cấp bản sao trích lục hộ tịch (2.900108; Tỉnh; Bộ Tư pháp)" in found


def test_the_part_that_a_decision_names_stands_open(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "2.900107", "Phí, lệ phí")
    shown = desk.locator(".parts button").all_inner_texts()
    assert shown == ["Phí, lệ phí – Trực tiếp", "Phí, lệ phí – Trực tuyến", "Hiện mọi phần"]
    amount = '[id="muc-channels.items.0.fees.items.0.amount"]'
    assert desk.is_visible(amount)
    assert desk.locator("#muc-steps").count() == 0
    desk.click(".parts button >> text=Trực tuyến")
    focused = desk.evaluate("document.activeElement.id")
    assert focused.startswith("muc-channels.items.1.fees")
    desk.click("text=Hiện mọi phần")
    assert desk.locator("#muc-steps").count() == 1
    assert desk.evaluate("document.activeElement.textContent") == "Hiện mọi phần"


def test_a_fee_with_an_amount_asks_for_all_that_belongs_to_it(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "1.900102", "Phí, lệ phí")
    fee = "muc-channels.items.0.fees.items.0"
    desk.select_option(f'[id="{fee}.state"]', "amount")
    currency = f'[id="{fee}.currency"]'
    assert desk.input_value(currency) == "VND"
    desk.fill(currency, "usd")
    desk.press(currency, "Tab")
    assert desk.input_value(currency) == "USD"
    for key in ("unit", "basis", "exemptions-chon"):
        assert desk.is_visible(f'[id="{fee}.{key}"]'), key
    shown = desk.locator(".changes p", has_text="Trạng thái")
    assert shown.locator("del").inner_text() == "Có khoản thu nhưng được miễn"
    assert "Các mục" not in shown.inner_text()


def test_a_row_says_what_replaces_what_and_from_when(desk: Page) -> None:
    begin(desk, "replace")
    for field, code in (("#tim-thu-tuc", "1.900105"), ("#tim-thu-tuc-thay", "1.900102")):
        desk.fill(field, code)
        desk.click(".results button >> nth=0")
    desk.fill("#ngay-rieng", "1/1/2027")
    desk.fill("#can-cu", "60/2014/QH13")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào")
    said = desk.inner_text("#them-thu-tuc > ul > li > span")
    assert said == (
        "Thay thế: Đăng ký lại khai sinh (1.900105), thay bằng Đăng ký kết hôn (1.900102), "
        "từ 01/01/2027"
    )
    assert desk.locator("text=Thêm: Dòng").count() == 0
    assert desk.locator("text=Bỏ khỏi bản nháp: Quyết định").count() == 0


def test_a_correction_says_which_text_it_corrects(desk: Page) -> None:
    begin(desk, "correct")
    assert "công văn" in desk.inner_text("#them-thu-tuc")
    desk.fill("#tim-thu-tuc", "1.001193")
    desk.click(".results button >> nth=0")
    desk.wait_for_selector("#ban-bi-dinh-chinh")
    offered = desk.locator("#ban-bi-dinh-chinh option").all_inner_texts()
    assert len(offered) > 1
    desk.select_option("#ban-bi-dinh-chinh", index=0)
    desk.click("#phan-duoc-sua label:has-text('Phí, lệ phí')")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#them-thu-tuc .fault >> text=Chưa ghi bản đúng áp dụng từ ngày nào")
    desk.fill("#ngay-rieng", "18/11/2026")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Đã thêm vào")
    [kept] = desk.evaluate(KEPT_DRAFTS)
    [version] = [one["text"] for path, one in json.loads(kept)["files"].items() if "/v0" in path]
    assert "\ncorrects: v001\n" in version


def test_a_link_names_the_part_opens_its_row_and_takes_the_focus(desk: Page) -> None:
    begin(desk, "publish")
    desk.fill("#ten-thu-tuc", "Cấp thẻ mẫu")
    desk.select_option("#linh-vuc", label="Hộ tịch")
    desk.click("text=Thêm vào quyết định")
    desk.click("#them-thu-tuc .picked button")
    links = desk.locator(".summary li a").all_inner_texts()
    assert "Trình tự thực hiện › Các bước › 1: chưa điền" not in links
    assert len(set(links)) == len(links) > 8
    assert not [one for one in links if one.startswith(("Chưa nêu", "1."))]
    desk.click(".summary a >> text=Cấp thực hiện › Chưa nêu")
    assert desk.evaluate("document.activeElement.id") == "muc-levels.not_stated"
    assert "không bắt buộc" not in desk.inner_text('label[for="muc-levels.not_stated"]')
    desk.click(".summary a >> text=Thành phần, số lượng hồ sơ")
    assert desk.evaluate("document.activeElement.tagName") in ("TEXTAREA", "INPUT")


def test_pasting_without_a_name_ends_with_a_word(checked_desk: Page) -> None:
    desk = checked_desk
    begin(desk, "publish")
    desk.fill(
        "#loi-van-dan", "1. Trình tự thực hiện: Nộp hồ sơ.\n2. Cách thức thực hiện: Trực tiếp."
    )
    desk.select_option("#linh-vuc", label="Hộ tịch")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=Không thấy tên thủ tục", timeout=LONG)
    assert desk.evaluate("document.activeElement.id") == "ten-thu-tuc"
    assert desk.inner_text("#ten-thu-tuc + .fault").startswith("Không thấy tên thủ tục")


def test_a_faulty_archive_says_how_many_errors_it_has(desk: Page) -> None:
    begin(desk, "amend")
    with desk.expect_download() as download:
        desk.click("text=Tải tệp để gửi")
    said = desk.inner_text("#announcement")
    assert "còn 2 lỗi" in said
    assert "Người nhận cũng thấy" in said
    assert zipfile.is_zipfile(download.value.path())
    desk.fill("#muc-title", "Sửa đổi (mẫu)")
    desk.fill('[id="muc-signer.name"]', "Nguyễn Văn Mẫu")
    add_row(desk, "2.900107", "Tên thủ tục")
    desk.fill("#muc-title", "Cấp bản sao trích lục hộ tịch (sửa)")
    with desk.expect_download():
        desk.click("text=Tải tệp để gửi")
    assert "chưa kiểm tra xong" in desk.inner_text("#announcement")


def test_agencies_that_merge_are_chosen_by_enter_alone(desk: Page) -> None:
    desk.click("text=Đổi tên, sáp nhập")
    for name in ("Bộ Y tế", "Bộ Nội vụ"):
        desk.fill("#them-co-quan-cu", name)
        desk.press("#them-co-quan-cu", "Enter")
        assert desk.evaluate("document.activeElement.id") == "them-co-quan-cu"
    assert len(desk.locator(".picked li").all()) == 2
    desk.click("form >> nth=1 >> button.primary")
    fault = desk.locator("#co-quan-moi + .fault")
    assert fault.inner_text() == "Chưa ghi cơ quan mới hoặc cơ quan kế thừa."
    desk.keyboard.type("Bộ mới")
    assert fault.is_hidden()


KEPT = """async () => {
  const cache = await caches.open("niemyet-desk");
  const [first] = await cache.keys();
  return first ? (await (await cache.match(first)).arrayBuffer()).byteLength : 0;
}"""
DAMAGE = """async () => {
  const cache = await caches.open("niemyet-desk");
  const [first] = await cache.keys();
  const packed = new Response("damaged").body.pipeThrough(new CompressionStream("gzip"));
  await cache.put(first, new Response(packed));
}"""


def test_a_later_visit_begins_from_the_memory_that_was_kept(checked_desk: Page) -> None:
    desk = checked_desk
    begin(desk, "amend")
    desk.wait_for_selector(CHECKED, timeout=LONG)
    found = desk.inner_text("#kiem-tra")
    size = wait_for_memory(desk, 0)
    assert size > 1_000_000
    for spoil in (False, True):
        if spoil:
            desk.evaluate(DAMAGE)
            size = desk.evaluate(KEPT)
        desk.reload()
        desk.click("text=Tiếp tục")
        desk.wait_for_selector(CHECKED, timeout=LONG)
        assert desk.inner_text("#kiem-tra") == found
        kept = wait_for_memory(desk, size) if spoil else desk.evaluate(KEPT)
        assert kept > 1_000_000


def wait_for_memory(page: Page, before: int) -> int:
    """How many bytes are kept, once there are others than before."""
    for _ in range(300):
        size = int(page.evaluate(KEPT))
        if size not in (before, 0):
            return size
        page.wait_for_timeout(100)
    raise AssertionError("no memory is kept")


def test_a_row_that_is_deleted_takes_what_was_drafted_for_it(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "2.900107", "Phí, lệ phí")
    desk.click(f"{TABS} >> nth=0")
    asked: list[str] = []
    desk.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    delete = "#muc-rows button:has-text('Xóa')"
    desk.click("#muc-rows button.row >> nth=0")
    desk.click(delete)
    assert desk.locator(TABS).count() == 2
    desk.once("dialog", lambda dialog: dialog.accept())
    desk.click(delete)
    desk.wait_for_selector("#announcement >> text=Đã bỏ khỏi bản nháp")
    [kept] = desk.evaluate(KEPT_DRAFTS)
    assert [path.split("/")[0] for path in json.loads(kept)["files"]] == ["decisions"]
    assert "Xóa dòng này cùng “" in asked[0]
    assert "Cấp bản sao trích lục hộ tịch" in asked[0]
    desk.click("text=Hoàn tác")
    assert desk.locator(TABS).count() == 2


def test_a_published_decision_is_found_and_filled_in_later(desk: Page) -> None:
    desk.click("text=Điền ngày công khai, tệp đã ký")
    desk.fill("#tim-quyet-dinh", "9201/QĐ-BTP")
    desk.click(".results button >> nth=0")
    desk.wait_for_selector("#muc-listed")
    assert desk.locator("#muc-title, #muc-rows, #viec, #sua-so").count() == 0
    desk.click("text=Điền: Văn bản đã ký")
    signed = {"name": "da-ky.pdf", "mimeType": "application/pdf", "buffer": b"abc"}
    desk.set_input_files('[id="muc-signed_file-tep"]', files=[signed])  # type: ignore[list-item]
    desk.wait_for_selector(".changes >> text=da-ky.pdf")
    path = "decisions/btp/2026/9201.yml"
    [kept] = desk.evaluate(KEPT_DRAFTS)
    file = json.loads(kept)["files"][path]
    assert file["base"] == (SAMPLE / path).read_text("utf8")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert f"signed_file:\n  name: da-ky.pdf\n  sha256: {digest}\n" in file["text"]
    assert "  signed_file: Danh mục" not in file["text"]


def test_a_reason_goes_when_its_field_is_filled_in_and_may_be_given_again(desk: Page) -> None:
    begin(desk, "amend")
    assert desk.input_value('[id="muc-unknown.listed"]') == "Ngày công khai chưa có khi soạn."
    desk.fill("#muc-listed", "20/11/2026")
    desk.press("#muc-listed", "Tab")
    assert desk.locator('[id="muc-unknown.listed"]').count() == 0
    desk.fill("#muc-listed", "")
    desk.reload()
    desk.click("text=Tiếp tục")
    desk.fill('[id="muc-unknown.listed"]', "Chưa công khai.")
    desk.click("text=Về danh sách việc")
    [kept] = desk.evaluate(KEPT_DRAFTS)
    text = next(iter(json.loads(kept)["files"].values()))["text"]
    assert "listed: null\n" in text
    assert "  listed: Chưa công khai.\n" in text


def test_what_the_page_fills_in_is_marked_until_it_was_compared(desk: Page) -> None:
    begin(desk, "amend")
    desk.reload()
    desk.click("text=Tiếp tục")
    assert "Điền sẵn theo 92" in desk.inner_text("#dien-san")
    desk.click("text=Đã đối chiếu")
    assert desk.locator("#dien-san").count() == 0
    desk.click("text=Về danh sách việc")
    desk.fill("#so-quyet-dinh", "15/BTP-HTQTCT")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "18/11/2026")
    desk.click("text=Bắt đầu soạn")
    desk.wait_for_selector("#viec")
    assert desk.locator("#dien-san, #muc-grounds").count() == 0
    desk.click("text=Về danh sách việc")
    desk.route("**/catalogue/decisions/**", lambda route: route.abort())
    desk.fill("#so-quyet-dinh", "16/QĐ-BTP")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "18/11/2026")
    desk.click("text=Bắt đầu soạn")
    assert "chưa điền sẵn: Nội dung, Căn cứ" in desk.inner_text("#dien-san")


def test_what_a_row_does_is_read_and_changed_by_a_new_row(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "2.900107", "Phí, lệ phí")
    desk.click(f"{TABS} >> nth=0")
    desk.click("#muc-rows button.row >> nth=0")
    shown = desk.inner_text('[id="muc-rows.0.procedure"]')
    assert "Cấp bản sao trích lục hộ tịch (2.900107)" in shown
    assert desk.locator('[id="muc-rows.0.procedure"]:is(input)').count() == 0
    assert (
        desk.locator('[id="muc-rows.0.effective"]:is(input)').count()
        + desk.locator('#muc-rows option[value="effective"]').count()
        == 1
    )


def test_back_leads_from_a_draft_to_the_tasks_and_forward_into_it_again(desk: Page) -> None:
    begin(desk, "amend")
    desk.fill("#muc-title", "Lời vừa gõ")
    desk.go_back()
    desk.wait_for_selector("#so-quyet-dinh")
    desk.go_forward()
    desk.wait_for_selector("#muc-title")
    assert desk.input_value("#muc-title") == "Lời vừa gõ"
    assert desk.evaluate("location.pathname").endswith("/soan-thao/")


def test_a_new_paper_is_none_that_was_deleted_and_is_asked_for_its_copies(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "1.900102", "Thành phần, số lượng hồ sơ")
    papers = "muc-dossier.groups.items.0.items"
    if not desk.locator(f'fieldset[id="{papers}"]').count():
        desk.click('[id="muc-dossier.groups.items.0-dong"]')
    last = desk.locator(f'fieldset[id="{papers}"] > ol > li').count() - 1
    [kept] = desk.evaluate(KEPT_DRAFTS)
    [before] = [one["text"] for path, one in json.loads(kept)["files"].items() if "/v0" in path]
    if desk.get_attribute(f'[id="{papers}.{last}-dong"]', "aria-expanded") == "false":
        desk.click(f'[id="{papers}.{last}-dong"]')
    desk.click(f'[id="{papers}.{last}-dong"] ~ .inside > .tools button:has-text("Xóa")')
    desk.click("text=Thêm: Giấy tờ >> nth=0")
    desk.keyboard.type("Giấy mới")
    desk.keyboard.press("Tab")
    assert "Giấy mới" in desk.inner_text(f'[id="{papers}.{last}-dong"]')
    desk.click("text=Về danh sách việc")
    [kept] = desk.evaluate(KEPT_DRAFTS)
    [after] = [one["text"] for path, one in json.loads(kept)["files"].items() if "/v0" in path]
    [line] = [at for at, one in enumerate(after.splitlines()) if "Giấy mới" in one]
    given = after.splitlines()[line - 1].split("id: ")[1]
    assert f"id: {given}\n" not in before


PASTE_TABLE = """(id) => {
  const data = new DataTransfer();
  data.setData("text/plain", "Tờ khai\\t1\\t0\\nGiấy tờ B\\t0\\t1");
  document.getElementById(id).dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_a_table_pasted_into_the_name_of_a_paper_becomes_papers(desk: Page) -> None:
    begin(desk, "publish")
    desk.fill("#ten-thu-tuc", "Cấp thẻ mẫu")
    desk.select_option("#linh-vuc", label="Hộ tịch")
    desk.click("text=Thêm vào quyết định")
    desk.click("#them-thu-tuc .picked button")
    desk.click('[id="muc-dossier.groups.items.0-dong"]')
    desk.click('[id="muc-dossier.groups.items.0.items.0-dong"]')
    desk.once("dialog", lambda dialog: dialog.accept())
    desk.evaluate(PASTE_TABLE, "muc-dossier.groups.items.0.items.0.name")
    rows = desk.locator('[id="muc-dossier.groups.items.0.items"] > ol > li > button')
    assert rows.all_text_contents() == ["1. Tờ khai", "2. Giấy tờ B"]


def test_a_part_that_was_named_in_vain_is_taken_out_of_the_decision(desk: Page) -> None:
    begin(desk, "amend")
    add_row(desk, "1.900102", "Thời hạn giải quyết")
    desk.click("text=Hiện mọi phần")
    desk.fill("#muc-title", "Đăng ký kết hôn mới")
    desk.click("text=Nêu thêm trong quyết định: Tên thủ tục")
    desk.click("text=Bỏ nêu trong quyết định: Thời hạn giải quyết")
    assert desk.locator("text=Bỏ nêu trong quyết định").count() == 0
    [kept] = desk.evaluate(KEPT_DRAFTS)
    text = next(iter(json.loads(kept)["files"].values()))["text"]
    assert "  amended_parts:\n  - title\n" in text
    assert "- time\n" not in text


def test_an_amendment_of_what_is_still_to_bind_says_why_it_has_two_rows(desk: Page) -> None:
    begin(desk, "amend")
    desk.fill("#ngay-rieng", "1/7/2025")
    desk.fill("#tim-thu-tuc", "1.001193")
    desk.click(".results button >> nth=0")
    desk.wait_for_selector("#ca-ban-dang-cho")
    desk.click("#phan-duoc-sua label:has-text('Phí, lệ phí')")
    desk.fill("#can-cu", "60/2014/QH13")
    desk.click("text=Thêm vào quyết định")
    desk.wait_for_selector("#announcement >> text=cũng phải sửa")
    heads = desk.locator("#muc-rows button.row").all_text_contents()
    assert len(heads) > 1
    assert all("/20" in one for one in heads)


def test_a_law_that_no_register_has_is_told_as_such_at_its_field(desk: Page) -> None:
    begin(desk, "amend")
    desk.click("#muc-grounds button.row >> nth=0")
    desk.fill('[id="muc-grounds.0"]', "999/2099/TT-BTC")
    desk.wait_for_selector('[id="muc-grounds.0-loi"]:has-text("chưa có trong sổ")')


def test_what_cannot_be_done_is_not_offered(desk: Page) -> None:
    begin(desk, "amend")
    assert desk.locator("text=Gửi đề nghị qua mạng").count() == 0
    desk.select_option("#viec", "abolish")
    desk.click("text=Về danh sách việc")
    desk.fill("#so-quyet-dinh", "902/QĐ-BTP")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "18/11/2026")
    desk.click("text=Bắt đầu soạn")
    desk.wait_for_selector("h1 >> text=902")
    assert desk.input_value("#viec") == "amend"
    desk.click("text=Về danh sách việc")
    names = desk.locator(".kept li > span").all_text_contents()
    assert [one[:3] for one in names] == ["902", "901"]


def test_an_event_is_shown_by_its_name(desk: Page) -> None:
    desk.fill("#tim-ban-ghi", "dang ky khai tu")
    desk.click(".results button >> text=– Thủ tục")
    desk.click('[id="muc-life_events.0-dong"]')
    assert "-" not in desk.inner_text('[id="muc-life_events.0-dong"]')
    assert desk.input_value('[id="muc-life_events.0"]') == "Người thân qua đời"
