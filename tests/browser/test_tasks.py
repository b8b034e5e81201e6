"""What people come for: without JavaScript by links alone, and with the keyboard alone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.edition import Edition
from tools.serving import Served

pytestmark = pytest.mark.browser

Task = tuple[tuple[str, ...], str, str]
"""The links to click from the home page, where on the last page the answer is, and the answer."""

TASKS: dict[str, Task] = {
    "What do I bring to register a birth?": (
        ("Có con nhỏ", "Đăng ký khai sinh"),
        ".checklist",
        "Giấy chứng sinh",
    ),
    "How much does a permit to build a house cost, and who pays nothing?": (
        ("Xây dựng", "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ"),
        ".channels",
        "đồng",
    ),
    "Where do I hand in a marriage?": (
        ("Hôn nhân và gia đình", "Đăng ký kết hôn"),
        ".answers",
        "Trung tâm Phục vụ hành chính công cấp xã",
    ),
    "By when must a lost land certificate be replaced?": (
        ("Điện, nhà ở, đất đai", "Cấp lại Giấy chứng nhận quyền sử dụng đất"),
        "main",
        "thì có kết quả chậm nhất ngày",
    ),
    "Which decision abolished the household book?": (
        ("Không còn áp dụng", "Cấp đổi sổ hộ khẩu"),
        "main",
        "9104/QĐ-BCA-C06",
    ),
    "What came in the place of the lost identity card?": (
        ("Không còn áp dụng", "Cấp lại thẻ căn cước bị mất", "Cấp, đổi, cấp lại thẻ căn cước"),
        ".identity",
        "1.900304",
    ),
    "What takes effect soon?": (("Sắp có hiệu lực",), ".entries", "01/01/2027"),
    "What did decision 9201/QĐ-BTP change, word by word?": (
        ("Quyết định công bố", "Năm 2026", "9201/QĐ-BTP", "xem thay đổi so với v002"),
        ".redline",
        "Sổ hộ khẩu",
    ),
    "When is the counter of the commune open?": (
        ("Theo nơi tiếp nhận", "Trung tâm Phục vụ hành chính công cấp xã"),
        ".facts",
        "7 giờ 30",
    ),
    "What was said of registering a birth before July 2025?": (
        ("Hộ tịch", "Đăng ký khai sinh", "Phiên bản v001"),
        "main",
        "Sổ hộ khẩu của cha, mẹ",
    ),
    "How far were time limits cut?": (("Số liệu cải cách",), "main", "trung bình các tỷ lệ"),
    "Where do I complain?": (
        ("Hộ tịch", "Đăng ký khai sinh"),
        "main",
        "phananh@example.org",
    ),
}


@pytest.fixture
def plain(served_sample: Served, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield served_sample.watch(context.new_page())
    context.close()


@pytest.mark.parametrize("question", TASKS)
def test_a_question_is_answered_without_javascript(
    served_sample: Served, plain: Page, question: str
) -> None:
    clicks, place, answer = TASKS[question]
    assert len(clicks) <= 4
    plain.goto(served_sample.address)
    for name in clicks:
        links = plain.locator("main a")
        named = [text.strip().startswith(name) for text in links.all_inner_texts()]
        links.nth(named.index(True)).click()
        plain.wait_for_load_state()
    expect(plain.locator(place).first).to_contain_text(answer)


def test_by_keyboard_from_search_to_page_to_form_to_feedback(
    served_sample: Served, browser: Browser
) -> None:
    page = served_sample.watch(browser.new_page(viewport={"width": 360, "height": 740}))
    page.goto(served_sample.address)
    tab_to(page, "#q")
    page.keyboard.type("khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thu-tuc/1.001193/")
    tab_to(page, ".names + details > summary")
    page.keyboard.press("Enter")
    tab_to(page, ".papers input")
    page.keyboard.press("Space")
    assert page.locator(".papers input").first.is_checked()
    tab_to(page, ".calculator [name=day]")
    page.keyboard.type("11202026")
    expect(page.locator(".calculator output")).to_contain_text("23/11/2026")
    tab_to(page, "[data-wrong]")
    assert page.locator("[data-wrong]").evaluate("link => link.href").startswith("mailto:")
    page.close()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names has the focus; it must show that it has."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", selector
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_first_view_is_light(served_sample: Served, browser: Browser) -> None:
    page = served_sample.watch(browser.new_page(viewport={"width": 360, "height": 740}))
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    page.wait_for_load_state("networkidle")
    first = sum(received)
    received.clear()
    page.goto(f"{served_sample.address}thu-tuc/1.900502/")
    page.wait_for_load_state("networkidle")
    assert 1000 < first <= 70_000
    assert 1000 < sum(received) <= 10_000
    page.close()


def test_paper_shows_the_text_and_nothing_for_the_screen(
    served_sample: Served, browser: Browser
) -> None:
    page = served_sample.watch(browser.new_page())
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    page.emulate_media(media="print")
    for gone in (".top-search", ".menu", ".tools", ".calculator", ".as-of", ".copy", ".wrong"):
        assert page.locator(gone).first.is_hidden(), gone
    for kept in ("h1", ".checklist", ".channels", "#can-cu", "#phan-anh"):
        assert page.locator(kept).first.is_visible(), kept
    page.close()


def test_search_engines_read_what_the_page_says(sample: Edition, sample_site: Path) -> None:
    for code, entry in sample.entries.items():
        html = (sample_site / f"thu-tuc/{code}/index.html").read_text("utf8")
        assert f'<meta property="og:title" content="{entry.title}' in html
        data = linked_data(html)
        assert data["@type"] == "GovernmentService"
        assert data["name"] == entry.title
        assert data["url"] == f"https://tthc.example.org/thu-tuc/{code}/"
    decision = (sample_site / "quyet-dinh/btp/2026/9201/index.html").read_text("utf8")
    data = linked_data(decision)
    assert (data["@type"], data["legislationIdentifier"]) == ("Legislation", "9201/QĐ-BTP")


def linked_data(html: str) -> dict[str, str]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    data: dict[str, str] = json.loads(found[1])
    return data
