"""Pages in a browser: every kind accessible in every theme, and what their scripts do."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.law.due_dates import adding_problem, due
from generator.law.workdays import Workdays
from generator.model.edition import Edition
from generator.records.serialise import serialise
from generator.records.stated import Duration, LimitAddition
from tests.browser.measures import SHIFTS
from tools.access import COLOURS, open_page, use_scheme, violations
from tools.kinds import KINDS, SCHEMES
from tools.serving import Served

pytestmark = pytest.mark.browser

LIMITS = ((0.5, "working_day"), (15, "working_day"), (4, "hour"), (20, "day"), (1, "month"))


@pytest.mark.parametrize(
    ("width", "schemes"),
    [(360, SCHEMES[1:2]), pytest.param(1280, SCHEMES[1:], marks=pytest.mark.thorough)],
)
def test_every_kind_of_page_is_accessible(
    served_sample: Served, browser: Browser, width: int, schemes: tuple[str, ...]
) -> None:
    """On the phone, light and dark; `make thorough` has the wide page and high contrast."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(SHIFTS)
    page = served_sample.watch(context.new_page())
    found = []
    for kind in KINDS:
        open_page(page, served_sample.address + kind)
        assert page.evaluate("window.shifted") < 0.02, kind
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        found += [(kind, SCHEMES[0], said) for said in violations(page)]
        for scheme in schemes:
            use_scheme(page, scheme)
            found += [(kind, scheme, said) for said in violations(page, COLOURS)]
    context.close()
    assert found == []
    assert (served_sample.complaints, served_sample.foreign) == ([], [])


def test_nothing_is_lost_at_twice_the_text_size(served_sample: Served, page: Page) -> None:
    page.add_init_script("localStorage.setItem('size', '5')")
    for kind in KINDS:
        open_page(page, served_sample.address + kind)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind


def test_ticks_stay_on_the_device(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    page.locator(".names + details > summary").click()
    page.locator(".papers label").nth(1).click()
    page.reload()
    ticked = page.locator(".papers input").evaluate_all("boxes => boxes.map(box => box.checked)")
    assert ticked == [False, True, False]


def test_the_calculator_says_what_the_law_says(
    served_sample: Served, page: Page, sample: Edition
) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    vectors = json.dumps(list(_vectors(workdays)))
    calendars = page.evaluate("fetch('/api/v1/calendars.json').then((answer) => answer.json())")
    found = page.evaluate(
        "([vectors, calendars]) => JSON.parse(vectors).map((v) => "
        "niemyet.due({ value: v.value, unit: v.unit }, v.day, calendars, v.late).last)",
        [vectors, calendars],
    )
    assert found == [vector["last"] for vector in json.loads(vectors)]


def _vectors(workdays: Workdays) -> Iterator[dict[str, object]]:
    for day in (date(2026, 1, 30), date(2026, 2, 14), date(2026, 8, 31), date(2026, 11, 20)):
        for value, unit in LIMITS:
            for late in (False, True):
                answer = due(Duration(value=value, unit=unit), day, workdays, late)
                assert answer is not None
                yield {
                    "day": day.isoformat(),
                    "value": value,
                    "unit": unit,
                    "late": late,
                    "last": answer.last.isoformat(),
                }


def test_the_calculator_adds_what_the_law_adds(
    served_sample: Served, page: Page, sample: Edition
) -> None:
    workdays = Workdays(sample.catalogue.calendars)
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    calendars = page.evaluate("fetch('/api/v1/calendars.json').then((answer) => answer.json())")
    for (value, unit), addition in product(LIMITS, _additions()):
        limit = Duration(value=value, unit=unit)
        wanted = due(limit, date(2026, 8, 31), workdays, additions=(addition,))
        problem = adding_problem(limit, (addition,))
        found = page.evaluate(
            "([limit, additions, calendars]) => [niemyet.addingProblem(limit, additions), "
            "niemyet.due(limit, '2026-08-31', calendars, false, additions)?.last ?? null]",
            [serialise(limit), [serialise(addition)], calendars],
        )
        assert found == [problem, wanted.last.isoformat() if wanted else None], (limit, addition)


def _additions() -> Iterator[LimitAddition]:
    for counted, (value, unit) in product((True, False, None), LIMITS):
        yield LimitAddition(reason="survey", value=value, unit=unit, counted=counted)
    yield LimitAddition(reason="tax", counted=False)
    yield LimitAddition(reason="completion", counted=False)


def test_whose_limit_it_is_can_be_chosen(served_golden: Served, golden_page: Page) -> None:
    golden_page.goto(f"{served_golden.address}thu-tuc/1.800001/")
    form = golden_page.locator(".calculator")
    form.locator("[name=day]").fill("2026-12-31")
    said = form.locator("output")
    expect(said).to_contain_text("13/01/2027 (5 ngày làm việc, cộng 3 ngày làm việc niêm yết")
    form.locator("[name=case]").select_option(label="Mốc ở núi")
    expect(said).to_contain_text("19/01/2027 (9 ngày làm việc, cộng 3 ngày làm việc niêm yết")
    form.locator("[name=channel]").select_option(label="Nộp trực tuyến")
    expect(form.locator("[name=case]")).to_be_hidden()
    expect(said).to_contain_text("4 ngày làm việc, cộng 3 ngày niêm yết: không tính được")
    form.locator("[name=channel]").select_option(label="Nộp qua bưu chính")
    expect(said).to_contain_text("chưa rõ có gồm thời gian đo đạc")
    form.locator("[name=channel]").select_option(label="Nộp trực tiếp")
    form.locator("[name=day]").fill("2026-12-30")
    expect(form.locator("[name=case]")).to_be_hidden()
    expect(said).to_contain_text("phiên bản v001")


def test_without_a_script_the_sentence_says_what_is_added(
    served_golden: Served, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_golden.address}thu-tuc/1.800001/")
        expect(page.locator(".calculator")).to_be_hidden()
        expect(page.locator("main")).to_contain_text(
            "Thời hạn Mốc ở núi 9 ngày làm việc, cộng 3 ngày làm việc niêm yết: hồ sơ đủ"
        )


def test_a_dossier_after_the_hour_counts_from_the_next_working_day(
    served_sample: Served, page: Page
) -> None:
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    form = page.locator(".calculator")
    form.locator("[name=day]").fill("2026-11-20")
    expect(form.locator("output")).to_contain_text("23/11/2026")
    form.locator("[name=hour]").fill("15:30")
    expect(form.locator("output")).to_contain_text("24/11/2026")
    expect(form.locator("output")).to_contain_text("tính là nhận ngày 23/11/2026")


def test_the_calculator_uses_the_version_of_the_day(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    form = page.locator(".calculator")
    form.locator("[name=day]").fill("2024-06-03")
    expect(form.locator("output")).to_contain_text("phiên bản v001")
    form.locator("[name=day]").fill("2020-06-03")
    expect(form.locator("output")).to_contain_text("chưa áp dụng")


def test_a_date_leads_to_the_text_of_that_day(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    page.locator(".as-of input").fill("2025-01-01")
    page.locator(".as-of button").click()
    page.wait_for_url("**/thu-tuc/1.001193/v001/?ngay=2025-01-01")
    expect(page.locator(".dated")).to_contain_text("Nội dung tại ngày 01/01/2025")
    page.goto(f"{served_sample.address}thu-tuc/1.001193/?ngay=2020-01-01")
    expect(page.locator(".dated")).to_contain_text("chưa áp dụng")
    page.locator(".dated a").click()
    page.wait_for_url("**/thu-tuc/1.001193/")


def test_a_list_shows_what_bound_on_a_day(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}linh-vuc/can-cuoc/?ngay=2025-01-01")
    titles = page.locator(".entries a")
    expect(page.locator(".count")).to_contain_text("vào ngày 01/01/2025")
    assert "Cấp lại thẻ căn cước bị mất" in titles.all_inner_texts()
    titles.filter(has_text="Cấp lại thẻ căn cước bị mất").click()
    expect(page.locator(".dated")).to_contain_text("01/01/2025")


def test_a_list_counts_apart_what_nobody_knows_of_a_day(served_sample: Served, page: Page) -> None:
    items = [
        {"title": "Có ngày", "address": "a/", "start": "2024-01-01", "sure": "2024-01-01/"},
        {"title": "Không có ngày", "address": "b/", "sure": "never"},
        {"title": "Cũng không có ngày", "address": "c/", "sure": "never"},
    ]
    page.route("**/list.json", lambda route: route.fulfill(json=items))
    page.goto(f"{served_sample.address}linh-vuc/can-cuoc/?ngay=2025-01-01")
    expect(page.locator(".entries li")).to_have_count(3)
    count = page.locator(".count")
    expect(count).to_contain_text("1 mục vào ngày 01/01/2025.")
    expect(count).to_contain_text("Còn 2 mục không biết có vào ngày đó hay không")
    items.pop(0)
    page.reload()
    expect(count).to_contain_text("Không biết 2 mục này có vào ngày 01/01/2025 hay không")
    expect(count).to_contain_text("nguồn không ghi ngày có hiệu lực")
    expect(count).not_to_contain_text("0 mục")


def test_a_list_whose_items_are_all_of_later_days_says_so(
    served_sample: Served, page: Page
) -> None:
    items = [{"title": "Sau", "address": "a/", "start": "2026-02-03", "sure": "2026-02-03/"}]
    page.route("**/list.json", lambda route: route.fulfill(json=items))
    page.goto(f"{served_sample.address}linh-vuc/can-cuoc/?ngay=2025-01-01")
    expect(page.locator(".count")).to_contain_text("mục sớm nhất của danh sách này có từ ngày")
    expect(page.locator(".count")).to_contain_text("03/02/2026")


def test_a_day_that_never_was_changes_no_page(served_sample: Served, page: Page) -> None:
    for path in ("linh-vuc/can-cuoc/", "thu-tuc/1.001193/", "quyet-dinh/btp/2026/9201/"):
        page.goto(f"{served_sample.address}{path}?ngay=2026-02-31")
        page.locator("main a").first.wait_for()
        assert not page.locator(".dated:visible").count()
        assert not page.evaluate("document.documentElement.hasAttribute('data-dated')")


def test_a_list_filters_without_accents(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}cap/xa/")
    page.locator(".list-tools .find").fill("ket hon")
    expect(page.locator(".count")).to_contain_text("1 mục")
    expect(page.locator(".entries a")).to_have_text(["Đăng ký kết hôn"])
    page.locator(".list-tools .find").fill("")
    expect(page.locator(".count")).to_contain_text("thủ tục.")


def test_a_decision_says_what_it_was_on_a_day(served_sample: Served, page: Page) -> None:
    address = f"{served_sample.address}quyet-dinh/btp/2026/9201/"
    for day, said in (
        ("2026-01-01", "chưa được ký"),
        ("2026-02-10", "đã ký nhưng chưa có hiệu lực"),
        ("2026-04-01", "đã có hiệu lực"),
    ):
        page.goto(f"{address}?ngay={day}")
        expect(page.locator(".dated").first).to_contain_text(said)


def test_a_late_answer_does_not_overwrite_a_later_choice(served_sample: Served, page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/2025\.json$"), lambda route: held.append(route))
    page.goto(f"{served_sample.address}theo-doi/")
    page.locator("select[name=linh-vuc]").select_option(["ho-tich"])
    page.locator("[name=tu]").fill("2026-01-01")
    shown = page.locator(".follow .entries li")
    expect(shown.first).to_contain_text("Đăng ký khai sinh")
    chosen = shown.all_text_contents()
    assert held, "the first choice asks for the year before"
    with page.expect_response(re.compile(r"/2025\.json$")):
        held[0].continue_()
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    assert shown.all_text_contents() == chosen


def test_a_feed_of_ones_own(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}theo-doi/")
    page.locator("select[name=linh-vuc]").select_option(["ho-tich"])
    page.locator("[name=tu]").fill("2026-01-01")
    expect(page.locator(".follow .entries a").first).to_contain_text("Đăng ký khai sinh")
    assert "linh-vuc=ho-tich" in page.url
    with page.expect_download() as waiting:
        page.locator(".make").click()
    feed = Path(waiting.value.path()).read_text("utf8")
    assert "http://www.w3.org/2005/Atom" in feed
    assert feed.count("<entry>") == page.locator(".follow .entries li").count()
    page.reload()
    expect(page.locator(".follow .entries a").first).to_contain_text("Đăng ký khai sinh")


def test_a_wrong_page_is_reported_with_code_version_and_section(
    served_sample: Served, page: Page
) -> None:
    page.goto(f"{served_sample.address}thu-tuc/1.001193/#nop-o-dau")
    link = page.locator("[data-wrong]")
    link.evaluate("link => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    target = re.sub("%20", " ", link.get_attribute("href") or "")
    for said in ("mailto:phananh@example.org", "1.001193 v003", "N%E1%BB%99p %E1%BB%9F"):
        assert said in target


def test_a_wrong_address_searches_for_its_words(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}404.html")
    page.evaluate("history.replaceState(null, '', '/thu-tuc/dang-ky-khai-sinh')")
    page.add_script_tag(url="/assets/niemyet/not-found.js")
    assert page.locator("#q").input_value() == "dang ky khai sinh"


def test_high_contrast_has_seven_to_one(served_sample: Served, page: Page) -> None:
    page.add_init_script("localStorage.setItem('scheme', 'contrast')")
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    assert violations(page, "{ runOnly: ['color-contrast-enhanced'] }") == []


def test_the_three_colour_schemes_take_turns(served_sample: Served, page: Page) -> None:
    page.goto(served_sample.address)
    seen = []
    for _ in range(3):
        seen.append(page.evaluate("document.documentElement.dataset.scheme"))
        page.click("[data-theme]")
    assert sorted(seen) == ["contrast", "default", "slate"]


def test_folded_parts_are_printed(served_sample: Served, page: Page) -> None:
    page.goto(f"{served_sample.address}so-lieu/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".tools").is_hidden()


def test_a_long_dossier_is_filtered_as_it_is_typed(served_sample: Served, page: Page) -> None:
    address = f"{served_sample.address}thu-tuc/1.001193/"

    def lengthen(route: Route) -> None:
        html = route.fetch().text()
        route.fulfill(
            body=html.replace('class="checklist"', 'class="checklist" data-find="Lọc"'),
            content_type="text/html; charset=utf-8",
        )

    page.route(address, lengthen)
    page.goto(address)
    page.locator(".names + details > summary").click()
    page.locator(".checklist .find").fill("chung sinh")
    shown = page.locator(".papers > li:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Giấy chứng sinh")
    page.locator(".checklist .find").fill("")
    expect(shown).to_have_count(3)
