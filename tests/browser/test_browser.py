"""A citizen with a page, a keyboard, or no JavaScript, under a strict content policy."""

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.law.text import fold_text
from generator.model.edition import Edition
from tools.access import open_page
from tools.serving import Served

pytestmark = pytest.mark.browser

NAMES = {
    "Đăng ký khai sinh": "1.001193",
    "Đăng ký kết hôn": "1.900102",
    "Đăng ký khai tử": "1.900103",
    "Cấp Giấy xác nhận tình trạng hôn nhân": "1.900104",
    "Đăng ký thường trú": "1.900201",
    "Đăng ký tạm trú": "1.900202",
    "Tách hộ": "1.900204",
    "Chứng thực chữ ký": "2.900402",
    "Đăng ký thành lập hộ kinh doanh": "1.900701",
    "Đổi giấy phép lái xe": "1.900901",
}
PAGES = [
    "",
    "tim-kiem/?q=dat",
    "thu-tuc/1.001193/",
    "thu-tuc/1.900301/",
    "thu-tuc/1.001193/v001/",
    "linh-vuc/",
    "linh-vuc/ho-tich/",
    "quyet-dinh/",
    "quyet-dinh/bca/2026/9202/",
    "co-quan/ubnd-cap-huyen/",
    "404.html",
]


@pytest.mark.parametrize("name", NAMES)
def test_search_by_keyboard_opens_the_right_page(
    served_sample: Served, browser: Browser, name: str
) -> None:
    for question in (name, fold_text(name)):
        page = served_sample.watch(browser.new_page())
        page.goto(served_sample.address)
        page.keyboard.press("Tab")  # the link to the content
        while page.evaluate("document.activeElement.id") != "q":
            page.keyboard.press("Tab")
        page.keyboard.type(question)
        page.keyboard.press("Enter")
        page.wait_for_selector("#search-results a")
        expect(page.locator("#q")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/thu-tuc/{NAMES[name]}/")
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(served_sample: Served, page: Page, path: str) -> None:
    open_page(page, served_sample.address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    too_small = page.evaluate(
        "[...document.querySelectorAll('button, input')].filter(e => e.offsetParent)"
        ".map(e => e.type === 'checkbox' ? e.closest('label') : e)"
        ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    )
    assert too_small == []


def test_results_follow_the_typing_and_are_announced(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + "tim-kiem/")
    page.locator("#q").press_sequentially("sổ đỏ bị mất")
    status = page.locator("#search-status")
    expect(status).to_contain_text("thủ tục phù hợp với “sổ đỏ bị mất”")
    assert status.get_attribute("aria-live") == "polite"
    assert "q=s%E1%BB%95" in page.url
    page.locator("#q").fill("zzzz")
    expect(status).to_contain_text("Không tìm thấy “zzzz”")
    expect(page.locator("#cach-tim-khac")).to_be_visible()


def test_text_size_and_colours_survive_the_next_page(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    before = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    )
    page.click("[data-size='1']")
    page.click("[data-theme]")
    page.goto(served_sample.address + "thu-tuc/1.001193/")
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    assert after > before
    assert page.evaluate("document.documentElement.dataset.scheme") == "slate"


def test_without_javascript_the_lists_lead_everywhere(
    served_sample: Served, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served_sample.address)
    page.fill("#q", "khai sinh")
    page.press("#q", "Enter")
    page.get_by_role("main").get_by_role("link", name="Theo lĩnh vực").click()
    page.get_by_role("main").get_by_role("link", name="Hộ tịch").click()
    page.get_by_role("main").get_by_role("link", name="Đăng ký khai sinh").click()
    expect(page.get_by_role("heading", name="Cần chuẩn bị những gì")).to_be_visible()


def test_printing_leaves_out_what_is_for_the_screen(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + "thu-tuc/1.001193/")
    page.emulate_media(media="print")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()


def test_no_errors_and_no_requests_elsewhere(
    sample: Edition, served_sample: Served, browser: Browser
) -> None:
    page = served_sample.watch(browser.new_page())
    for path in PAGES:
        open_page(page, served_sample.address + path)
    assert sample.entries
    assert (served_sample.complaints, served_sample.foreign) == ([], [])
