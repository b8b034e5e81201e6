"""What goes wrong at the desk: a sentence each, and nothing is lost. `make desk-tasks` runs it."""

import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.desk.end_to_end import LAST_DRAFT, LONG, open_at
from tests.desk.forge_server import TOKEN
from tests.desk.office import Office

__all__ = ["open_at"]
Opening = Callable[..., Office]
DECISION = "catalogue/decisions/btp/2026/9301.yml"
TITLE = "Đính chính mức thu (mẫu)"


def begin_correction(desk: Office, number: str = "9301/QĐ-BTP") -> Page:
    """A draft whose decision has a title and one row."""
    desk.begin_decision(number, "Bộ Tư pháp", "18/11/2026")
    desk.keyboard.choose("Việc làm", "Đính chính")
    desk.keyboard.pick("Tìm thủ tục", "xac nhan tinh trang hon nhan", "Cấp Giấy xác nhận")
    desk.keyboard.reach("Phí, lệ phí", "Quyết định nêu" if "QĐ" in number else "Công văn nêu")
    desk.keyboard.press("Space")
    desk.add_row(day="18/11/2026", corrects=True)
    desk.describe_decision(TITLE)
    return desk.keyboard.page


def assert_kept(page: Page, files: int = 2) -> None:
    """The draft is in the browser with what was typed last, and on the screen."""
    draft = page.evaluate(LAST_DRAFT)
    assert len(draft["files"]) == files
    assert TITLE in json.dumps(draft, ensure_ascii=False)
    assert "9301/QĐ-BTP" in page.inner_text("h1")


def try_to_send(page: Page, token: str = TOKEN) -> None:
    if not page.locator("#ma-truy-cap").is_visible():
        page.click("text=Gửi đề nghị qua mạng")
    page.fill("#ma-truy-cap", token)
    send_now(page)


def send_now(page: Page) -> None:
    """Press the button, a second time where it asks."""
    page.click("button >> text=Gửi ngay")
    if page.locator("form .fault >> text=Vẫn muốn gửi").count():
        page.click("button >> text=Gửi ngay")


def test_a_closed_tab_loses_nothing(open_at: Opening) -> None:
    page = begin_correction(open_at("github"))
    page.keyboard.type(" và ký tên")
    other = page.context.new_page()
    page.close()
    other.goto(page.url)
    other.click("text=Tiếp tục")
    assert_kept(other)
    assert "Mẫu và ký tên" in json.dumps(other.evaluate(LAST_DRAFT), ensure_ascii=False)


def test_without_a_network_the_draft_stays_and_a_sentence_says_so(open_at: Opening) -> None:
    page = begin_correction(open_at("github"))
    page.context.set_offline(True)
    try_to_send(page)
    page.wait_for_selector("text=Không kết nối được với kho; bản nháp vẫn còn")
    page.fill("#tim-thu-tuc", "dang ky ket hon")
    page.click(".results button >> text=Đăng ký kết hôn")
    page.click("label:has-text('Tên thủ tục') >> nth=0")
    page.fill("#ngay-rieng", "18/11/2026")
    page.click("text=Thêm vào quyết định")
    page.wait_for_selector("text=Không tải được bản ghi; kiểm tra mạng rồi thử lại.")
    assert_kept(page)
    page.context.set_offline(False)
    page.click("text=Thêm vào quyết định")
    page.wait_for_selector("#announcement >> text=Đã thêm vào")
    assert_kept(page, files=3)


def test_a_refused_token_can_be_typed_again(open_at: Opening) -> None:
    desk = open_at("gitlab")
    page = begin_correction(desk)
    try_to_send(page, "wrong")
    page.wait_for_selector("text=Kho không nhận mã truy cập; bản nháp vẫn còn")
    assert_kept(page)
    assert desk.forge.requests == []
    try_to_send(page)
    page.wait_for_selector("text=Đã mở đề nghị")


def test_a_draft_with_errors_is_asked_about_once(open_at: Opening) -> None:
    desk = open_at("github")
    page = begin_correction(desk)
    page.fill("#muc-title", "")
    page.wait_for_selector(".summary >> text=chưa điền")
    page.click("text=Gửi đề nghị qua mạng")
    page.fill("#ma-truy-cap", TOKEN)
    page.click("button >> text=Gửi ngay")
    page.wait_for_selector("form .fault >> text=Chưa gửi: bản nháp còn 1 lỗi")
    assert "Chưa bấm “Đã đối chiếu” phần điền sẵn ở: Quyết định." in page.inner_text("main")
    assert desk.forge.requests == []
    page.click("button >> text=Gửi ngay")
    page.wait_for_selector("text=Đã mở đề nghị")
    assert len(desk.forge.requests) == 1


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_draft_that_is_sent_again_is_the_same_request(open_at: Opening, kind: str) -> None:
    desk = open_at(kind)
    page = begin_correction(desk)
    try_to_send(page)
    page.wait_for_selector("text=Đã mở đề nghị")
    send_now(page)
    page.wait_for_selector("text=không có gì mới để gửi")
    page.reload()
    page.click("text=Tiếp tục")
    page.fill("#muc-title", f"{TITLE} lần hai")
    page.click("text=Gửi đề nghị qua mạng")
    page.wait_for_selector("text=gửi lại thì cập nhật chính đề nghị ấy")
    try_to_send(page)
    page.wait_for_selector("text=Đã cập nhật đề nghị đã gửi")
    [request] = desk.forge.requests
    assert request["title"] == f"9301/QĐ-BTP: {TITLE} lần hai"
    assert "lần hai" in desk.forge.git("show", f"{request['branch']}:{DECISION}")


def test_two_drafts_of_one_version_are_told_of_each_other(open_at: Opening) -> None:
    desk = open_at("github")
    page = begin_correction(desk)
    page.click("text=Về danh sách việc")
    begin_correction(desk, "9302/BTP-HTQTCT")
    said = page.locator(
        "main .fault >> text=Bản nháp “9301/QĐ-BTP” trong trình duyệt này cũng soạn"
    )
    said.first.wait_for()
    assert "phiên bản 2" in said.first.inner_text()
    assert page.locator("nav button >> text=Công văn").count() == 1
    assert page.input_value("#viec") == "correct"
    with page.expect_download():
        page.click("text=Tải tệp để gửi")
    page.wait_for_selector("#announcement >> text=Hai đề nghị sẽ đụng nhau")
    page.click("text=Mở “9301/QĐ-BTP”")
    page.wait_for_selector("h1 >> text=9301/QĐ-BTP")


def test_a_branch_that_exists_gets_another_name(open_at: Opening) -> None:
    desk = open_at("github")
    page = begin_correction(desk)
    main = desk.forge.git("rev-parse", "main")
    desk.forge.branch("de-nghi/9301-qd-btp", main)
    try_to_send(page)
    page.wait_for_selector("text=Đã có một đề nghị tên de-nghi/9301-qd-btp")
    assert_kept(page)
    send_now(page)
    page.wait_for_selector("text=Đã mở đề nghị")
    assert desk.forge.requests[-1]["branch"] == "de-nghi/9301-qd-btp-2"


def test_a_repository_that_has_changed_is_not_written_over(open_at: Opening) -> None:
    desk = open_at("github")
    page = begin_correction(desk)
    tree = desk.forge.tree("main", {DECISION: "id: btp/2026/9301\n"})
    commit = desk.forge.commit(tree, desk.forge.git("rev-parse", "main"), "another")
    desk.forge.git("update-ref", "refs/heads/main", commit)
    try_to_send(page)
    page.wait_for_selector(f"text=Kho đã thay đổi từ khi bắt đầu bản nháp: {DECISION}; chưa gửi gì")
    assert_kept(page)
    assert desk.forge.requests == []


def test_a_full_browser_keeps_the_draft_on_the_screen_and_in_the_archive(open_at: Opening) -> None:
    page = open_at("github").keyboard.page
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error() })")
    page.fill("#so-quyet-dinh", "9301/QĐ-BTP")
    page.fill("#co-quan", "Bộ Tư pháp")
    page.fill("#ngay-ky", "18/11/2026")
    page.click("text=Bắt đầu soạn")
    page.fill("#muc-title", TITLE)
    page.wait_for_selector("text=Trình duyệt không giữ được bản nháp")
    with page.expect_download() as download:
        page.click("text=Tải tệp để gửi")
    assert TITLE.encode() in download.value.path().read_bytes()


def test_a_worker_that_is_killed_is_replaced_and_the_draft_stays(open_at: Opening) -> None:
    page = begin_correction(open_at("github", with_rules=True))
    page.wait_for_selector("#kiem-tra:has-text('Đã kiểm tra')", timeout=LONG)
    page.clock.install()
    [rules] = [one for one in page.workers if one.url.endswith("/worker.mjs")]
    rules.evaluate("void self.close()")
    page.fill("#muc-title", f"{TITLE} lần hai")
    for _ in range(3):  # what was typed comes out of the worker for texts in real time
        time.sleep(0.5)
        page.clock.run_for(2_000)
    page.clock.run_for(70_000)
    page.wait_for_selector("text=Trình duyệt này không kiểm tra được theo quy tắc")
    assert_kept(page)
    page.click("text=Thử lại")
    page.clock.resume()
    page.wait_for_selector("#kiem-tra:has-text('Đã kiểm tra')", timeout=LONG)


def wait_until_kept(page: Page, text: str) -> None:
    """Wait until a text is in the draft; the policy of the page lets no test wait inside it."""
    for _ in range(100):
        if text in json.dumps(page.evaluate(LAST_DRAFT), ensure_ascii=False):
            return
        time.sleep(0.1)
    raise AssertionError(f"not kept: {text}")


def test_what_is_typed_is_kept_when_the_worker_for_texts_is_killed(open_at: Opening) -> None:
    page = begin_correction(open_at("github"))
    wait_until_kept(page, "Nguyễn Văn Mẫu")
    [texts] = [one for one in page.workers if one.url.endswith("/text-worker.mjs")]
    texts.evaluate("void self.close()")
    page.fill("#muc-title", f"{TITLE} lần hai")
    wait_until_kept(page, "lần hai")
    assert_kept(page)


def test_a_login_at_gitlab_sends_without_a_token_and_stores_none(open_at: Opening) -> None:
    desk = open_at("gitlab")
    page = begin_correction(desk)
    page.click("text=Gửi đề nghị qua mạng")
    page.click("text=Đăng nhập GitLab")
    page.wait_for_selector("text=Đã đăng nhập")
    send_now(page)
    page.wait_for_selector("text=Đã mở đề nghị")
    stored = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert TOKEN not in stored
    assert desk.forge.challenges == {}
