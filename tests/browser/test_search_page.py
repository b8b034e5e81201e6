"""The results page: what a citizen sees, types, chooses, and waits for."""

import functools
import http.server
import json
import re
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from generator.model.edition import Edition
from generator.search.files import ROOT, as_script, search_files
from generator.site.server import POLICY
from tools.access import violations
from tools.serving import Served

pytestmark = pytest.mark.browser


def asked(page: Page, served: Served, query: str) -> Page:
    page.goto(f"{served.address}tim-kiem/{query}")
    page.wait_for_selector("[data-search='ready']")
    return page


STATES = {
    "empty": "",
    "results": "?q=sổ đỏ",
    "meant": "?q=khai sihn",
    "nothing": "?q=qqqqq",
    "placed": "?q=ket hon phuong ben do",
    "filtered": "?q=đăng ký&level=commune&free=yes",
    "explained": "?q=khai sinh&explain=1",
    "browsed": "?level=province",
}
WIDER_OR_DARK = (("light", 1280), ("dark", 360), ("dark", 1280))


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 360),
        *(pytest.param(*one, marks=pytest.mark.thorough) for one in WIDER_OR_DARK),
    ],
)
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(
    served_sample: Served, browser: Browser, state: str, scheme: Any, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = asked(served_sample.watch(context.new_page()), served_sample, STATES[state])
    if state == "results":
        page.click("#search-filters summary")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_search_that_takes_time_says_so_at_once(served_sample: Served, page: Page) -> None:
    held: list[Route] = []
    page.route("**/search/manifest.json", lambda route: held.append(route))
    page.goto(f"{served_sample.address}tim-kiem/?q=khai sinh")
    status = page.locator("#search-status")
    expect(status).to_have_text("Đang tìm…")
    expect(status).to_have_attribute("aria-live", "polite")
    held[0].continue_()
    expect(status).to_contain_text("khai sinh")
    assert "zip" not in (status.get_attribute("data-folder") or "")


def test_no_console_complaint_and_no_foreign_request(served_sample: Served, page: Page) -> None:
    for query in STATES.values():
        asked(page, served_sample, query)
    assert (served_sample.complaints, served_sample.foreign) == ([], [])


def test_a_place_in_the_question_is_shown_carried_on_and_dropped(
    served_sample: Served, page: Page
) -> None:
    asked(page, served_sample, "?q=ket hon phuong ben do")
    place = page.locator("#search-place")
    expect(place).to_contain_text("nay là Phường Trung Tâm, Tỉnh Mẫu")
    link = page.locator("#search-results h2 a").first
    assert (link.get_attribute("href") or "").endswith("?o=99001")
    field = page.locator("#noi-o")
    expect(field).to_have_value("Phường Trung Tâm, Tỉnh Mẫu")
    assert "o=99001" in page.url
    assert page.evaluate("localStorage.length") == 0
    place.get_by_role("button").click()
    expect(place).to_be_hidden()
    expect(field).to_have_value("")
    assert "tu=1" in page.url
    expect(link).not_to_have_attribute("href", re.compile("o="))


def test_the_place_of_a_question_goes_with_the_reader_to_other_pages_and_searches(
    served_sample: Served, page: Page
) -> None:
    asked(page, served_sample, "?q=ket hon phuong ben do")
    field = page.locator("#noi-o")
    expect(field).to_have_value("Phường Trung Tâm, Tỉnh Mẫu")
    page.fill("main form.search input[name='q']", "khai sinh")
    page.keyboard.press("Enter")
    expect(page.locator("#search-place")).to_be_hidden()
    assert "o=99001" in page.url
    page.locator("footer a[href*='so-lieu']").first.click()
    page.wait_for_url("**/so-lieu/?o=99001")
    page.fill("header input[name='q']", "khai tu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=khai*&o=99001")
    expect(field).to_have_value("Phường Trung Tâm, Tỉnh Mẫu")
    assert page.evaluate("localStorage.length") == 0


def test_what_only_another_province_has_stands_first_and_is_called_so(
    served_sample: Served, page: Page
) -> None:
    elsewhere = {"code": "52", "province": "52", "name": "Tỉnh Khác"}
    page.add_init_script(f"localStorage.setItem('place', JSON.stringify({json.dumps(elsewhere)}))")
    asked(page, served_sample, "?q=thẻ ưu tiên xếp hàng")
    lines = page.locator("#search-results > li")
    expect(lines.nth(0)).to_contain_text("không có thủ tục khớp rõ áp dụng ở")
    expect(page.locator("#search-partial")).to_contain_text("Hỏi ở")
    expect(lines.nth(1)).to_contain_text("3.901401")
    parts = page.locator("#search-results > li.apart").all_inner_texts()
    assert len(parts) == len(set(parts))


def test_without_a_clear_match_the_nearest_stand_under_that_sentence(
    served_sample: Served, page: Page
) -> None:
    asked(page, served_sample, "?q=ban ve so trung thuong vietlott")
    expect(page.locator("#search-status")).to_contain_text("khớp rõ")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_a_result_says_what_decides(served_sample: Served, page: Page) -> None:
    first = asked(page, served_sample, "?q=lam giay khai sinh").locator("#search-results li").first
    expect(first.locator("a")).to_have_text("Đăng ký khai sinh")
    expect(first.locator("mark")).to_have_text(["khai", "sinh"])
    about = first.locator(".about")
    for said in ("1.001193", "Cấp xã", "Bộ Tư pháp", "1 ngày", "đồng", "Trực tuyến toàn trình"):
        expect(about).to_contain_text(said)
    ended = asked(page, served_sample, "?q=đổi sổ hộ khẩu").locator("#search-results li").first
    expect(ended.locator(".status")).to_have_text("Đã bãi bỏ")


@pytest.mark.parametrize(
    ("varies", "said"),
    [
        ([], ["5 ngày", "8.000 đồng"]),
        ([True, False], ["thời hạn tùy nơi", "8.000 đồng"]),
        ([False, True], ["5 ngày", "phí tùy nơi"]),
        ([True, True], ["thời hạn, phí tùy nơi"]),
    ],
)
def test_what_differs_by_place_is_said_so(
    served_sample: Served, page: Page, varies: list[bool], said: list[str]
) -> None:
    asked(page, served_sample, "")
    about = page.evaluate(
        """async ([root, varies]) => {
          const { words } = await (await fetch(`${root}search/manifest.json`)).json();
          const none = { place: [], levels: [], agency: [], narrowing: [], applicants: [] };
          const own = { code: "1.1", name: [], address: "", time: "5 ngày" };
          const more = { fee: ["amount", "8.000 đồng"], family: { codes: [], provinces: 0 } };
          const result = { ...none, ...own, ...more, varies };
          const made = niemyet.createResults(words, root).item(result, {});
          return made.querySelector(".about").textContent;
        }""",
        [served_sample.address, varies],
    )
    assert [one for one in about.split(" · ") if one != "1.1"][-len(said) :] == said


def test_the_ranking_can_be_explained(served_sample: Served, page: Page) -> None:
    first = asked(page, served_sample, "?q=khai sinh&explain=1").locator("#search-results li").first
    expect(first.locator("dt")).to_contain_text(["Tên", "Lời người dân", "Sát tên", "Điểm"])
    expect(first.locator("dd").last).to_have_text(re.compile(r"^\d+\.\d\d$"))


def test_the_address_leads_back_to_what_was_chosen(served_sample: Served, page: Page) -> None:
    asked(page, served_sample, "?q=đăng ký")
    page.click("#search-filters summary")
    commune = page.locator("select[name='level'] option[value='commune']")
    said = commune.text_content() or ""
    page.select_option("select[name='level']", "commune")
    expect(page.locator("#search-status")).to_contain_text(said.split("(")[1].rstrip(")"))
    free = page.locator("label.box", has=page.locator("input[name='free']")).locator(".count")
    left = (free.text_content() or "").strip("()")
    page.check("input[name='free']")
    expect(page.locator("#search-status")).to_contain_text(f"{left} thủ tục")
    before = page.locator("#search-status").text_content()
    assert "level=commune" in page.url
    assert "free=yes" in page.url
    page.reload()
    expect(page.locator("#search-status")).to_have_text(before or "")
    expect(page.locator("select[name='level']")).to_have_value("commune")
    page.click("button[type='reset']")
    expect(page.locator("#search-status")).not_to_have_text(before or "")
    assert "level" not in page.url


def test_a_slip_can_be_taken_back_with_a_click(served_sample: Served, page: Page) -> None:
    asked(page, served_sample, "?q=đăng ký khai sihn")
    expect(page.locator("#search-meant")).to_have_text("Ý bạn là đăng ký khai sinh?")
    page.click("#search-meant a")
    expect(page.locator("#q")).to_have_value("đăng ký khai sinh")
    expect(page.locator("#search-meant")).to_be_hidden()


def test_the_keyboard_goes_everywhere_and_back(served_sample: Served, page: Page) -> None:
    asked(page, served_sample, "")
    page.locator("#q").press_sequentially("khai sinh", delay=20)
    expect(page.locator("#search-status")).to_contain_text("“khai sinh”")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#search-results li a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.tagName"))
    assert stops[:3] == ["BUTTON", "SUMMARY", "A"]
    assert stops.count("A") >= 4


def test_results_do_not_move_the_page(served_sample: Served, page: Page) -> None:
    asked(page, served_sample, "?q=sổ đỏ bị mất")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.locator("#q").press_sequentially(" làm lại", delay=60)
    expect(page.locator("#search-status")).to_contain_text("làm lại")
    assert page.evaluate("window.shifted") < 0.02


def test_data_that_cannot_be_read_is_said(served_sample: Served, page: Page) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503, body="")

    page.route("**/search/cards/*", refuse)
    page.goto(served_sample.address + "tim-kiem/?q=khai")
    expect(page.locator("#search-status")).to_contain_text("Chưa tải được dữ liệu")
    expect(page.locator("#cach-tim-khac")).to_be_visible()
    page.route("**/search/manifest.json", refuse)
    page.goto(served_sample.address + "tim-kiem/?q=khai")
    expect(page.locator("#search-status")).to_contain_text("Chưa tải được dữ liệu")
    served_sample.complaints.clear()


def test_more_results_come_on_demand(served_sample: Served, page: Page) -> None:
    asked(page, served_sample, "?day=2026-11-22")
    expect(page.locator("#search-results li")).to_have_count(20)
    page.click("#search-more")
    expect(page.locator("#search-results li").nth(20)).to_be_visible()


def test_without_a_worker_the_page_answers_itself(served_sample: Served, page: Page) -> None:
    page.add_init_script("delete window.Worker")
    asked(page, served_sample, "?q=giay doc than")
    expect(page.locator("#search-results li").first).to_contain_text("1.900104")


def test_the_field_of_any_page_prepares_the_answer(served_sample: Served, page: Page) -> None:
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url))
    page.goto(served_sample.address + "thu-tuc/1.001193/")
    page.wait_for_load_state("networkidle")
    assert not any("search-engine" in url for url in read)
    with page.expect_request("**/search/cards/*"):
        page.focus("input[name='q']")
    assert any("search-engine" in url for url in read)


def test_a_folder_opened_without_a_server_answers(
    sample: Edition, sample_site: Path, browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(sample_site, folder)
    for path, content in search_files(sample):
        name, script = as_script(path, content)
        (folder / name).write_bytes(script)
        (folder / path).unlink()
    assert (folder / ROOT / "manifest.json.js").is_file()
    page = browser.new_page()
    page.goto(f"file://{folder}/tim-kiem/index.html?q=lam lai so do bi mat")
    expect(page.locator("#search-results li").first).to_contain_text("1.900501")
    page.close()


def test_a_folder_without_the_twins_says_so_and_offers_the_lists(
    sample_site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"file://{sample_site}/linh-vuc/index.html")
    page.locator("#noi-o").press_sequentially("nhon ly")
    expect(page.locator(".place-found p")).to_contain_text("Thư mục này mở không qua máy chủ")
    field = page.locator("form[role='search'] input[name='q']").first
    field.fill("khai sinh")
    field.press("Enter")
    page.wait_for_url("**/tim-kiem/index.html?q=*")
    expect(page.locator("#search-status")).to_contain_text("không qua máy chủ")
    expect(page.locator("main a[href*='linh-vuc']").first).to_be_visible()
    page.close()


DELAY = 0.2


class _Slow(http.server.SimpleHTTPRequestHandler):
    """Every answer takes `DELAY`, so that requests that wait for each other can be told apart."""

    def do_GET(self) -> None:
        time.sleep(DELAY)
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_two_round_trips_before_the_first_result(sample_site: Path, browser: Browser) -> None:
    serve = functools.partial(_Slow, directory=str(sample_site))
    rounds: dict[str, int] = {}
    done: list[int] = [0]

    def begun(request: Request) -> None:
        rounds[request.url] = max(done) + 1

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context().new_page()
        page.on("request", begun)
        page.on("requestfinished", lambda request: done.append(rounds[request.url]))
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/tim-kiem/?q=lam+lai+so+do+bi+mat")
        page.wait_for_selector("#search-results li")
        page.context.close()
        server.shutdown()
    needed = {url.split("/", 3)[3]: count for url, count in rounds.items()}
    search = {path: n for path, n in needed.items() if "search" in path}
    assert any("shards" in path for path in search)
    assert any("cards" in path for path in search)
    assert max(search.values()) == 3, needed  # the page itself, then two round trips


def test_an_address_with_a_day_is_answered_where_nothing_is_known_of_days(
    sample: Edition, served_sample: Served, browser: Browser
) -> None:
    today = sample.words.day(sample.day)
    said = sample.words("as_of.undated", day="15/03/2019", today=today)
    page = browser.new_page()
    for path in ("linh-vuc/", "tim-kiem/"):
        page.goto(f"{served_sample.address}{path}?ngay=2019-03-15")
        expect(page.locator("main .as-of:visible")).to_have_text(said)
        for never in ("hom-qua", "2026-02-31", "2026-13-45"):
            page.goto(f"{served_sample.address}{path}?ngay={never}")
            expect(page.locator("main .as-of:visible")).to_have_count(0)
    page.close()
