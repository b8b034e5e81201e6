"""Pages for people who listen to them, use the keyboard alone, enlarge them, or run no script."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tools.access import LARGEST, ZOOMED, open_page, problems
from tools.kinds import KINDS
from tools.serving import Served

pytestmark = pytest.mark.browser

PROCEDURE = "thu-tuc/1.001193/"
UNFOLD = "for (const part of document.querySelectorAll('details')) part.open = true"
LANDMARKS = {"banner", "navigation", "main", "contentinfo", "search", "region"}
FOCUSED = "document.activeElement"
STOPS = """
  [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility() && one.type !== 'date' && one.type !== 'time').length
"""
"""How many stops the keyboard has; a date has several of its own."""
HERE = """
  (() => {
    const here = document.activeElement;
    window.stops ??= [];
    if (here === document.body) return null;
    if (!window.stops.includes(here)) window.stops.push(here);
    const parts = here.type === 'date' || here.type === 'time';
    const seen = parts || getComputedStyle(here).outlineStyle !== 'none';
    return { at: window.stops.indexOf(here), html: here.outerHTML, parts, seen };
  })()
"""
DEAD = """
  [...document.querySelectorAll('button, input, select, output')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest('form[role=search], .papers label'))
    .map((one) => one.outerHTML)
"""
"""What can be seen and does nothing: a form that asks works, and a paper can be ticked."""


@pytest.fixture
def plain(served_sample: Served, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield served_sample.watch(context.new_page())
    context.close()


@pytest.mark.parametrize(
    ("size", "window"),
    [
        (1, (360, 740)),
        pytest.param(LARGEST, (360, 740), marks=pytest.mark.thorough),
        pytest.param(1, ZOOMED, marks=pytest.mark.thorough),
    ],
)
def test_names_levels_and_text_are_in_order_at_every_size(
    served_sample: Served, page: Page, size: int, window: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.add_init_script(f"localStorage.setItem('size', '{size}')")
    found = []
    for kind in KINDS:
        open_page(page, served_sample.address + kind)
        found += [(kind, "folded", one) for one in problems(page)]
        page.evaluate(UNFOLD)
        found += [(kind, "unfolded", one) for one in problems(page)]
    assert found == []


def test_links_of_one_name_are_told_apart(served_golden: Served, golden_page: Page) -> None:
    for address in ("linh-vuc/ranh-gioi/", "moi/", "tim-kiem/?q=nuoc sach"):
        open_page(golden_page, served_golden.address + address)
        assert problems(golden_page) == [], address
    heard = golden_page.locator(
        "#search-results a", has_text="Ngừng dùng nước sạch"
    ).all_text_contents()
    assert len(set(heard)) == len(heard) == 2
    golden_page.goto(f"{served_golden.address}linh-vuc/ranh-gioi/")
    golden_page.locator(".list-tools .find").fill("ranh gioi")
    expect(golden_page.locator(".count")).to_contain_text("phù hợp")
    assert problems(golden_page) == []


def tree(page: Page) -> list[dict[str, Any]]:
    """What a screen reader is given: the nodes of the accessibility tree that it does not skip."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"]]


def role(node: dict[str, Any]) -> str:
    return str(node["role"]["value"])


def name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


@pytest.mark.parametrize("address", ["", PROCEDURE, "linh-vuc/ho-tich/", "tim-kiem/?q=khai sinh"])
def test_a_screen_reader_finds_each_landmark_once(
    served_sample: Served, page: Page, address: str
) -> None:
    open_page(page, served_sample.address + address)
    found = [(role(node), name(node)) for node in tree(page) if role(node) in LANDMARKS]
    roles = [one for one, _ in found]
    assert [roles.count(one) for one in ("banner", "main", "contentinfo")] == [1, 1, 1]
    named = [one for one in found if one[0] == "navigation"]
    assert all(label for _, label in named)
    assert len(set(named)) == len(named)
    headings = [node for node in tree(page) if role(node) == "heading"]
    levels = [
        prop["value"]["value"]
        for node in headings
        for prop in node["properties"]
        if prop["name"] == "level"
    ]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_answers_are_read_as_terms_and_what_they_are(
    served_sample: Served, page: Page
) -> None:
    page.goto(served_sample.address + PROCEDURE)
    read = page.locator("main .answers").aria_snapshot().splitlines()
    terms = [line.split(": ")[1] for line in read if "- term" in line]
    assert terms == ["Nộp tại", "Thời hạn", "Phí, lệ phí"]
    rows = page.locator(".answers > div")
    said = [" ".join(row.split()) for row in rows.all_inner_texts()]
    assert said[0].startswith("Nộp tại Trung tâm Phục vụ hành chính công cấp xã")
    for row in rows.all():
        assert row.locator("> dt + dd").count() == 1


def test_a_box_has_the_whole_name_of_its_paper_and_its_notes(
    served_golden: Served, golden_page: Page
) -> None:
    page = golden_page
    open_page(page, f"{served_golden.address}thu-tuc/1.800001/")
    page.locator("summary", has_text="Danh sách để đánh dấu").click()
    boxes = [node for node in tree(page) if role(node) == "checkbox"]
    labels = page.locator(".papers label").all_inner_texts()
    assert [" ".join(name(box).split()) for box in boxes] == [
        " ".join(label.split()) for label in labels
    ]
    noted = page.locator(".papers input[aria-describedby]").first
    note = page.locator(f"#{noted.get_attribute('aria-describedby')}").inner_text()
    described = next(box for box in boxes if "description" in box)["description"]["value"]
    assert " ".join(note.split()) in " ".join(described.split())


def test_cases_and_results_are_headings(served_golden: Served, golden_page: Page) -> None:
    golden_page.goto(f"{served_golden.address}thu-tuc/1.800001/")
    assert golden_page.locator("p.case, span.case").count() == 0
    open_page(golden_page, f"{served_golden.address}tim-kiem/?q=ranh gioi")
    results = golden_page.locator("#search-results > li")
    assert results.count() == golden_page.locator("#search-results > li > h2 > a").count() > 1


def test_the_keyboard_skips_to_the_content_and_to_its_list(
    served_sample: Served, page: Page
) -> None:
    page.goto(served_sample.address + PROCEDURE)
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => link.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "noi-dung"
    page.goto(served_sample.address + PROCEDURE)
    page.locator(".to-contents a").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "muc-luc"
    expect(page.locator("#muc-luc")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('#muc-luc') !== null")
    parts = page.locator("#muc-luc a")
    assert parts.count() == page.locator("main h2").count()


def test_a_fold_keeps_the_focus_and_escape_closes_it(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}cap/xa/")
    fold = page.locator("details", has=page.locator("summary")).first
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    assert page.evaluate(f"{FOCUSED}.tagName") == "SUMMARY"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('details') !== null")
    page.keyboard.press("Escape")
    assert fold.get_attribute("open") is None
    assert page.evaluate(f"{FOCUSED}.tagName") == "SUMMARY"


@pytest.mark.parametrize("address", ["", PROCEDURE, "thu-tuc/1.900303/", "tim-kiem/?q=khai sinh"])
def test_the_keyboard_reaches_everything_once_and_sees_where_it_is(
    served_sample: Served, page: Page, address: str
) -> None:
    open_page(page, served_sample.address + address)
    stops = page.evaluate(STOPS)
    page.evaluate(f"{FOCUSED}.blur()")
    reached: set[int] = set()
    for _ in range(3 * stops):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:  # the page is left, and entered again from its top
            continue
        assert here["seen"], here
        if not here["parts"]:
            reached.add(here["at"])
    assert len(reached) == stops


def test_text_size_and_colours_are_announced(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    status = page.locator(".tools [role=status]")
    expect(status).to_have_text("")
    page.click("button[data-size='1']")
    expect(status).to_have_text("Cỡ chữ 115 %")
    for _ in range(5):
        page.click("button[data-size='1']", force=True)
    expect(status).to_have_text("Cỡ chữ 200 %")
    expect(page.locator("button[data-size='1']")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("button[data-size='-1']")).to_have_attribute("aria-disabled", "false")
    page.click("[data-theme]")
    expect(status).to_have_text("Màu: tối")
    expect(page.get_by_role("button", name="Màu: tối")).to_be_visible()


def test_a_day_is_asked_for_when_none_was_given(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address + PROCEDURE)
    field = page.locator(".as-of input")
    assert field.evaluate("field => field.matches(':valid')")
    page.locator(".as-of button").click()
    expect(field).to_be_focused()
    assert field.evaluate("field => field.matches(':invalid')")
    assert "ngay" not in page.url


def test_more_results_take_the_focus_with_them(served_sample: Served, page: Page) -> None:
    open_page(page, f"{served_sample.address}tim-kiem/?q=&day=2026-11-22")
    expect(page.locator("#search-results li")).to_have_count(20)
    page.click("#search-more")
    expect(page.locator("#search-results a").nth(20)).to_be_focused()


def test_filters_say_how_many_are_left(served_sample: Served, page: Page) -> None:
    open_page(page, f"{served_sample.address}tim-kiem/?q=đăng ký")
    for address, said in (("tim-kiem/?q=đăng ký", "#search-status"), ("cap/xa/", ".count")):
        open_page(page, served_sample.address + address)
        assert page.locator(said).first.get_attribute("role") == "status"
    page.locator(".list-tools .find").fill("ket hon")
    expect(page.locator(".count")).to_have_text("1 mục phù hợp.")


def test_without_a_script_no_control_is_dead(served_sample: Served, plain: Page) -> None:
    dead = []
    for kind in KINDS:
        plain.goto(served_sample.address + kind)
        dead += [(kind, control) for control in plain.evaluate(DEAD)]
    assert dead == []


def test_without_a_script_the_search_says_so_and_offers_lists(
    served_sample: Served, plain: Page
) -> None:
    plain.goto(served_sample.address)
    plain.fill("#q", "khai sinh")
    plain.press("#q", "Enter")
    main = plain.locator("main")
    expect(main).to_contain_text("không chạy JavaScript")
    assert "q=khai+sinh" in plain.url
    assert plain.locator("main form").first.is_hidden()
    for way in ("Theo chữ cái", "Theo lĩnh vực", "Theo cơ quan"):
        expect(main.get_by_role("link", name=way)).to_be_visible()


def test_nothing_moves_for_those_who_ask_for_it(served_sample: Served, browser: Browser) -> None:
    page = served_sample.watch(browser.new_page(reduced_motion="reduce"))
    page.goto(served_sample.address + PROCEDURE)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one)).filter((style) => "
        "parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== 'none' || "
        "style.animationName !== 'none' || style.scrollBehavior === 'smooth').length"
    )
    assert moving == 0
    page.close()


def test_each_page_says_in_english_what_it_is(served_sample: Served, page: Page) -> None:
    for address in KINDS:
        page.goto(served_sample.address + address)
        said = page.locator("#en[lang=en]")
        expect(said).to_contain_text("administrative procedure", ignore_case=True)
        expect(said).to_contain_text("in Vietnamese")
    page.goto(served_sample.address + PROCEDURE)
    page.get_by_role("link", name="English").click()
    assert page.evaluate(f"{FOCUSED}.id") == "en"
    expect(page.locator("#en")).to_contain_text("Administrative procedure 1.001193 of Viet Nam")
    expect(page.locator("#en [lang=vi]")).to_have_text("Hộ tịch")
