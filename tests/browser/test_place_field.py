"""The field that asks where a reader lives: by keyboard and touch, kept on the device, shared."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tools.access import violations
from tools.serving import Served

pytestmark = pytest.mark.browser

FIELD = "#noi-o"
BEN_DO = "Phường Trung Tâm, Tỉnh Mẫu"


def typed(page: Page, text: str) -> Page:
    page.locator(FIELD).press_sequentially(text, delay=10)
    expect(page.locator(".place-found")).to_be_visible()
    return page


def test_nothing_is_read_before_somebody_types(served_sample: Served, page: Page) -> None:
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url))
    page.goto(served_sample.address)
    page.focus(FIELD)
    page.wait_for_load_state("networkidle")
    assert not [url for url in read if "/places/" in url or "place-names" in url]
    typed(page, "ben do")
    assert [url for url in read if "/places/names/" in url]


def test_an_old_name_is_chosen_by_keyboard_and_kept(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    typed(page, "p ben do")
    option = page.locator("[role='option']").first
    expect(option).to_contain_text("Phường Bến Đò, Thành phố Mẫu, Tỉnh Mẫu (cũ)")
    expect(option).to_contain_text(f"nay là {BEN_DO}")
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "noi-o-0")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value(BEN_DO)
    page.goto(served_sample.address + "thu-tuc/1.001193/")
    expect(page.locator(FIELD)).to_have_value(BEN_DO)
    page.click(".place button")
    expect(page.locator(FIELD)).to_have_value("")
    page.reload()
    expect(page.locator(FIELD)).to_have_value("")


def test_a_divided_commune_offers_every_successor(served_sample: Served, browser: Browser) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = served_sample.watch(context.new_page())
    page.goto(served_sample.address)
    typed(page, "xa dong bang huyen song trong")
    offered = page.locator("[role='option'] small")
    expect(offered).to_have_text(["từ một phần Xã Đồng Bằng, Huyện Sông Trong, Tỉnh Mẫu (cũ)"] * 2)
    expect(page.locator("[role='option']")).to_contain_text(
        ["Xã Đồng Bằng, Tỉnh Mẫu", "Xã Sông Trong, Tỉnh Mẫu"]
    )
    offered.nth(1).tap()
    expect(page.locator(FIELD)).to_have_value("Xã Sông Trong, Tỉnh Mẫu")
    context.close()


def test_the_code_of_an_address_wins_and_is_not_kept(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    typed(page, "ben do")
    page.keyboard.press("Enter")
    page.goto(served_sample.address + "?o=98001")
    expect(page.locator(FIELD)).to_have_value("Xã Núi Mây, Tỉnh Mẫu")
    page.goto(served_sample.address)
    expect(page.locator(FIELD)).to_have_value(BEN_DO)


def test_escape_and_leaving_bring_the_choice_back(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    typed(page, "ben do")
    page.keyboard.press("Escape")
    expect(page.locator(".place-found")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(FIELD)).to_have_value("")


def test_a_name_that_is_not_there_is_said(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    typed(page, "qqqq")
    expect(page.locator(".place-found p")).to_contain_text("Không thấy tên này")
    page.route("**/places/names/*", lambda route: route.fulfill(status=503, body=""))
    page.reload()
    typed(page, "nui may")
    expect(page.locator(".place-found p")).to_contain_text("Chưa tải được")
    served_sample.complaints.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_open_suggestions_are_accessible_and_move_nothing(
    served_sample: Served, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = served_sample.watch(context.new_page())
    asked_before = len(served_sample.foreign)  # other tests lead this visitor to other sites
    page.goto(served_sample.address + "thu-tuc/1.001193/")
    before = page.locator("h1").bounding_box()
    typed(page, "dong")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.locator("h1").bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    low = page.evaluate(
        "[...document.querySelectorAll('.place input, .place li')]"
        ".filter((one) => one.offsetHeight < 44).length"
    )
    assert low == 0
    assert (served_sample.complaints, served_sample.foreign[asked_before:]) == ([], [])
    context.close()


def test_without_scripts_a_link_leads_to_the_provinces(
    served_sample: Served, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_sample.address)
    expect(page.locator(FIELD)).to_be_hidden()
    page.click(".place a")
    expect(page.locator("h1")).to_have_text("Theo địa bàn")
    context.close()


def test_a_page_names_the_counter_of_the_chosen_place(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + "thu-tuc/1.001193/?o=99013")
    counter = page.locator(".counter")
    expect(counter).to_have_text(
        "Tại nơi bạn chọn: Trung tâm Phục vụ hành chính công xã Đồng Bằng, tỉnh Mẫu"
    )
    page.goto(served_sample.address + "thu-tuc/1.001193/?o=99")
    expect(page.locator(FIELD)).to_have_value("Tỉnh Mẫu")
    expect(counter).to_be_hidden()


def test_a_list_begins_with_the_chosen_province(served_sample: Served, page: Page) -> None:
    first = page.locator(".entries li").first
    page.goto(served_sample.address + "cap/xa/")
    expect(first).not_to_contain_text("Tỉnh Mẫu")
    page.goto(served_sample.address + "cap/xa/?o=99001")
    expect(first).to_contain_text("Tỉnh Mẫu")
    expect(page.locator(".count")).to_have_text("27 thủ tục.")


def test_a_list_says_how_many_are_of_other_provinces(served_sample: Served, page: Page) -> None:
    def move_one(route: Route) -> None:
        items = route.fetch().json()
        next(one for one in items if one["shown"] and not one.get("province"))["province"] = "52"
        route.fulfill(json=items)

    page.route("**/cap/xa/list.json", move_one)
    page.goto(served_sample.address + "cap/xa/?o=99001")
    expect(page.locator(".count")).to_have_text(
        "27 thủ tục. Xếp ở cuối: 1 thủ tục của tỉnh, thành phố khác."
    )


def test_results_say_their_place_and_follow_the_choice(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + "tim-kiem/?day=2026-11-22")
    first = page.locator("#search-results li .about").first
    expect(first).to_contain_text("Toàn quốc")
    typed(page, "nui may")
    page.keyboard.press("Enter")
    expect(first).to_contain_text("Tỉnh Mẫu")
    assert "o=98001" in page.url


def test_a_page_of_another_province_says_so(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + "thu-tuc/3.901301/")
    line, said = page.locator(".whose"), page.locator(".other-province")
    expect(line.locator("strong")).to_have_text("Thủ tục của tỉnh Mẫu")
    expect(said).to_be_hidden()
    typed(page, "p ben do")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value(BEN_DO)
    expect(said).to_be_hidden()
    line.evaluate("one => (one.dataset.province = '01')")
    page.evaluate("document.dispatchEvent(new Event('place'))")
    expect(line).to_contain_text("Thủ tục của tỉnh Mẫu, không phải của nơi bạn chọn")
    expect(page.locator(".whose a")).to_have_text("Tìm việc này ở Tỉnh Mẫu ▸")
    page.click(".whose a")
    page.wait_for_url("**/tim-kiem/?q=*&o=99*")


def test_the_way_to_the_readers_own_procedure_stands_at_the_top(
    served_sample: Served, page: Page
) -> None:
    page.goto(served_sample.address + "thu-tuc/1.900304/?o=99001")
    way, row = page.locator(".whose a"), page.locator(".family tbody tr").nth(1)
    expect(way).to_have_count(0)
    row.evaluate("one => (one.dataset.province = '99')")
    page.evaluate("document.dispatchEvent(new Event('place'))")
    expect(way).to_contain_text("Nơi bạn chọn: ")
    assert way.evaluate("one => one.getBoundingClientRect().bottom") < 740


@pytest.mark.parametrize("path", ["", "thu-tuc/1.001193/", "cap/xa/", "viec/mo-quan-an/"])
def test_a_chosen_place_stands_in_the_address_of_its_page(
    served_sample: Served, browser: Browser, page: Page, path: str
) -> None:
    page.goto(served_sample.address + path)
    typed(page, "nui may")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("Xã Núi Mây, Tỉnh Mẫu")
    assert page.url.endswith("?o=98001")
    shared, context = page.url, browser.new_context()
    other = served_sample.watch(context.new_page())
    other.goto(shared)
    expect(other.locator(FIELD)).to_have_value("Xã Núi Mây, Tỉnh Mẫu")
    context.close()
    page.click(".place button")
    assert "o=" not in page.url


def test_who_drops_a_shared_place_keeps_their_own(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    typed(page, "ben do")
    page.keyboard.press("Enter")
    page.goto(served_sample.address + "thu-tuc/1.001193/?o=98001")
    expect(page.locator(FIELD)).to_have_value("Xã Núi Mây, Tỉnh Mẫu")
    page.click(".place button")
    expect(page.locator(FIELD)).to_have_value(BEN_DO)
    assert "o=" not in page.url


@pytest.mark.parametrize("code", ["98777", "77", "<b>"])
def test_an_address_of_an_unknown_place_says_so(
    served_sample: Served, page: Page, code: str
) -> None:
    page.goto(f"{served_sample.address}?o={code}")
    expect(page.locator(".place-doubt")).to_contain_text(f"mã “{code}”")
    expect(page.locator(FIELD)).to_have_value("")
