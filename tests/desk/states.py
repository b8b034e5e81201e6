"""Accessibility of every state of the desk, in each scheme and width. `make desk-tasks` runs it."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.desk.end_to_end import LONG, PASTED
from tests.desk.faults import send_now
from tests.desk.forge_server import TOKEN
from tests.desk.office import GROUND, open_office, served_office

SCHEMES = ("default", "slate", "contrast", "forced")
WIDTHS = (360, 1280)
ROWS = ("publish", "amend", "replace", "abolish", "correct", "annul")


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    with ExitStack() as stack:
        opened = stack.enter_context(closing(browser.new_context())).new_page()
        office = served_office(tmp_path, "gitlab", with_rules=True)
        served, forge, address = stack.enter_context(office)
        yield open_office(served, opened, forge, tmp_path, address).keyboard.page


def complaints_in_every_scheme(page: Page, state: str) -> list[str]:
    """What axe finds in a state, and pages that are wider than their window."""
    found = []
    for scheme in SCHEMES:
        forced = scheme == "forced"
        page.emulate_media(forced_colors="active" if forced else "none")
        chosen = "default" if forced else scheme
        page.evaluate("scheme => (document.documentElement.dataset.scheme = scheme)", chosen)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            where = f"{state}, {scheme}, {width}"
            violations = Axe().run(page).response["violations"]
            found += [
                f"{where}: {one['id']} {node['html'][:160]}"
                for one in violations
                for node in one["nodes"]
            ]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{where}: wider than its window")
    return found


class States:
    """Looks at states of the page, and keeps what is complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        self.found: list[str] = []

    def look(self, state: str) -> None:
        self.seen.append(state)
        self.found += complaints_in_every_scheme(self.page, state)


def test_every_state_in_every_scheme_and_width(page: Page) -> None:
    states = States(page)
    look_at_first_page(states)
    look_at_rows(states)
    look_at_version(states)
    look_at_sending(states)
    look_without_rules(states)
    look_at_named_parts(states)
    assert states.found == []
    assert len(states.seen) >= 25


def look_at_first_page(states: States) -> None:
    page = states.page
    states.look("first page")
    for task in ("tệp Word của", "Đổi tên, sáp nhập", "Thêm văn bản", "Ngoại lệ của"):
        page.click(f"button >> text={task}")
    states.look("tasks open")
    page.fill("#them-co-quan-cu", "Bộ Y tế")
    page.press("#them-co-quan-cu", "Enter")
    page.click(".picked summary")
    states.look("an agency chosen, and what names it")
    page.fill("#co-quan", "Sở Thử nghiệm tỉnh Mẫu")
    states.look("an agency that the register lacks")
    page.fill("#co-quan", "")
    page.fill("#tim-ban-ghi", "tu phap")
    page.wait_for_selector(".results button")
    states.look("records found")
    page.click("text=Bắt đầu soạn")
    states.look("what is missing in the first form")


def look_at_rows(states: States) -> None:
    page = states.page
    begin_decision(page)
    for row in ROWS:
        page.select_option("#viec", row)
        page.wait_for_timeout(300)
        if row == "replace":
            page.fill("#thu-tuc-thay", "Việc một (mẫu)\nViệc hai (mẫu)")
        states.look(f"row: {row}")
        if page.locator("section form button.primary").count():
            page.click("section form button.primary >> nth=0")
            states.look(f"row with a fault: {row}")
            page.wait_for_timeout(100)


def look_at_version(states: States) -> None:
    page = states.page
    open_pasted(page)
    states.look("words without a place, findings")
    page.click("ol button.row >> nth=0")
    page.wait_for_timeout(300)
    states.look("an open row")
    page.click(".preview summary")
    page.wait_for_selector(".preview p >> text=Chưa dựng được trang", timeout=LONG)
    states.look("no page yet")
    describe_decision(page)
    answer_open_fields(page)
    page.click(".preview summary")
    page.wait_for_selector(".preview iframe:not([hidden])", timeout=LONG)
    states.look("the page of the draft")


def look_at_sending(states: States) -> None:
    page = states.page
    page.click("text=Gửi đề nghị qua mạng")
    states.look("sending")
    page.fill("#ma-truy-cap", "wrong")
    page.click("button >> text=Gửi ngay")
    page.wait_for_selector("text=Vẫn muốn gửi")
    states.look("asked about what is left")
    page.click("button >> text=Gửi ngay")
    page.wait_for_selector("text=Kho không nhận mã truy cập")
    states.look("a refused token")
    page.fill("#ma-truy-cap", TOKEN)
    send_now(page)
    page.wait_for_selector("text=Đã mở đề nghị")
    states.look("sent")


def look_without_rules(states: States) -> None:
    page = states.page
    page.route("**/pyodide/pyodide.mjs", lambda route: route.abort())
    page.reload()
    states.look("first page with a draft")
    page.click("text=Tiếp tục")
    page.wait_for_selector("text=Trình duyệt này không kiểm tra được", timeout=LONG)
    states.look("without rules")


def look_at_named_parts(states: States) -> None:
    page = states.page
    page.click("nav button:has-text('Quyết định')")
    page.select_option("#viec", "correct")
    page.fill("#tim-thu-tuc", "2.900107")
    page.click(".results button >> nth=0")
    page.wait_for_selector("#ban-bi-dinh-chinh")
    page.click("#phan-duoc-sua label:has-text('Phí, lệ phí')")
    states.look("a correction")
    page.fill("#ngay-rieng", "18/11/2026")
    page.click("text=Thêm vào quyết định")
    page.wait_for_selector("#announcement >> text=Đã thêm vào")
    states.look("rows of the decision")
    page.click("#them-thu-tuc .picked button >> nth=-1")
    states.look("the named parts")
    page.click("text=Hiện mọi phần")
    states.look("every part")
    page.click("text=Tải tệp để gửi")
    states.look("handed over")


def begin_decision(page: Page) -> None:
    for field, text in (("so-quyet-dinh", "777/QĐ-BTP"), ("co-quan", "Bộ Tư pháp")):
        page.fill(f"#{field}", text)
    page.fill("#ngay-ky", "18/11/2026")
    page.click("text=Bắt đầu soạn")
    page.wait_for_selector("#viec")


def describe_decision(page: Page) -> None:
    """Fill in what the decision lacks, and go back to the version."""
    page.click("nav button >> nth=0")
    page.fill("#muc-title", "Công bố một thủ tục mới (mẫu)")
    page.fill('[id="muc-signer.name"]', "Nguyễn Văn Mẫu")
    page.click("nav button >> nth=2")


def answer_open_fields(page: Page) -> None:
    """Type into each field that is still asked for."""
    unfilled = ".summary a:has-text('chưa điền')"
    for left in range(page.locator(unfilled).count(), 0, -1):
        page.locator(unfilled).first.click()
        page.keyboard.type("Quyết định không nêu.")
        page.wait_for_selector(f"{unfilled} >> nth={left - 1}", state="detached")


def open_pasted(page: Page) -> None:
    """A new procedure out of pasted words, its version open and checked."""
    page.select_option("#viec", "publish")
    page.fill("#loi-van-dan", PASTED)
    page.select_option("#linh-vuc", label="Hộ tịch")
    page.fill("#can-cu", GROUND)
    page.click("text=Thêm vào quyết định")
    page.wait_for_selector("#announcement >> text=Đã thêm", timeout=LONG)
    page.click("nav button >> nth=2")
    page.wait_for_selector("#kiem-tra:has-text('Đã kiểm tra')", timeout=LONG)
