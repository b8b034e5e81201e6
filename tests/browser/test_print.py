"""What a browser prints: hand-outs of one side of A4, and pages without what is for the screen."""

import json
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.conftest import DAY, build_site
from tools.serving import Served, serve
from tools.sides import print_sides

pytestmark = pytest.mark.browser

PAPERS, FEES = 224, 36
"""More than any real procedure asks for."""


def test_every_handout_of_the_sample_takes_one_side(
    sample_site: Path, served_sample: Served, page: Page
) -> None:
    addresses = [f"t/{p.parts[-3]}/{p.parts[-2]}/" for p in sample_site.glob("t/*/*/index.html")]
    sides = {one: print_sides(page, served_sample, one, None) for one in addresses}
    assert len(sides) > 40
    assert {one: count for one, count in sides.items() if count != 1} == {}


def test_a_handout_of_too_many_papers_says_how_many_it_leaves_out(
    catalogue_copy: Path, tmp_path: Path, browser: Browser
) -> None:
    _lengthen(catalogue_copy / "procedures/ho-tich/1.900104/v001.yml")
    build_site(catalogue_copy, tmp_path)
    page = browser.new_page()
    with serve(tmp_path / "site") as served:
        assert print_sides(page, served, "t/1.900104/1/", None) == 1
        page.emulate_media(media="print")
        shown = page.locator(".papers .tick").count()
        left = page.locator(".papers .more").inner_text()
        size = page.locator(".papers .tick").first.evaluate("e => getComputedStyle(e).fontSize")
        wordy, usual = (_letters_of(page, served, code) for code in ("1.900104", "1.001193"))
    page.close()
    assert wordy < usual, "a page of many sheets is printed in smaller letters"
    assert shown > 15
    assert f"và {PAPERS - shown} giấy tờ khác" in left
    assert float(size.removesuffix("px")) >= 12  # 9 pt


def _letters_of(page: Page, served: Served, code: str) -> float:
    """The size in px of the letters in which a procedure is printed."""
    page.goto(f"{served.address}thu-tuc/{code}/")
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    return float(size.removesuffix("px"))


def _lengthen(file: Path) -> None:
    """Give a version many long papers and many fees."""
    record = yaml.safe_load(file.read_text("utf8"))
    name = "Bản sao có chứng thực giấy tờ chứng minh quan hệ giữa người yêu cầu và người có tên"
    papers = [{"id": f"g{n}", "name": f"{name} {n}", "originals": 1} for n in range(PAPERS)]
    record["dossier"]["groups"] = {"items": [{"id": "n1", "items": papers}]}
    channel = record["channels"]["items"][0]
    (fee, *_) = channel["fees"]["items"]
    channel["fees"]["items"] = [
        {**fee, "id": f"p{n}", "name": f"Lệ phí cấp giấy loại {n}", "amount": 15_000 + 1000 * n}
        for n in range(FEES)
    ]
    record = json.loads(json.dumps(record))  # no part of it twice, which YAML would refer to
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf8")


def test_a_handout_prints_its_code_and_nothing_for_the_screen(
    served_sample: Served, page: Page
) -> None:
    page.goto(f"{served_sample.address}t/1.900104/1/")
    expect(page.get_by_role("button", name="In tờ này")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="In tờ này")).to_be_hidden()
    expect(page.get_by_role("link", name="Xem đầy đủ thủ tục")).to_be_hidden()
    expect(page.get_by_role("img", name="Mã QR")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Tờ này còn đúng vào ngày 22/11/2026, theo quyết định trong kho, "
        "mới nhất ký ngày 02/11/2026."
    )


def test_without_javascript_the_handout_says_how_to_print_it(
    served_sample: Served, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served_sample.address}thu-tuc/1.900104/")
    page.get_by_role("link", name="In một tờ A4").click()
    expect(page.get_by_text("Bấm Ctrl+P")).to_be_visible()
    expect(page.get_by_role("button", name="In tờ này")).to_be_hidden()
    page.context.close()


def test_a_printed_page_begins_with_its_version_its_day_and_its_code(
    served_sample: Served, page: Page
) -> None:
    page.clock.set_fixed_time(f"{DAY}T09:00:00+07:00")
    page.goto(f"{served_sample.address}thu-tuc/1.001193/")
    head = page.locator(".paper-head")
    expect(head).to_be_hidden()
    expect(page.locator("body > .on-paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(head).to_contain_text("Phiên bản v003 · Quyết định 9201/QĐ-BTP")
    expect(page.locator("body > .on-paper")).to_contain_text("Xét hiệu lực vào ngày 22/11/2026")
    expect(head.locator("img")).to_be_visible()
    assert head.bounding_box()["y"] < 300  # type: ignore[index]
    expect(page.get_by_text("Sẽ đổi từ 01/01/2027")).to_be_visible()
    expect(page.get_by_text("thì có kết quả chậm nhất")).to_be_hidden()
    assert page.evaluate("document.querySelector('.handout').offsetHeight") == 0
    assert print_sides(page, served_sample, "thu-tuc/1.900104/", None) <= 3


@pytest.mark.parametrize(
    ("address", "day", "said", "state"),
    [
        ("t/1.001193/3/", "2026-12-31", "Tờ này còn đúng vào ngày 22/11/2026", "changing"),
        ("t/1.001193/3/", "2027-01-01", "Tờ này đã cũ từ 01/01/2027", "old"),
        ("t/1.001193/4/", "2027-02-15", "Tờ này áp dụng từ 01/01/2027", "right"),
        ("t/1.900702/1/", "2027-02-15", "Thủ tục này đã", "over"),
    ],
)
def test_a_page_that_was_not_built_again_goes_by_the_clock_of_its_reader(
    served_sample: Served, page: Page, address: str, day: str, said: str, state: str
) -> None:
    page.clock.set_fixed_time(f"{day}T09:00:00+07:00")
    page.goto(f"{served_sample.address}{address}")
    expect(page.locator(".verdict")).to_contain_text(said)
    expect(page.locator(".verdict")).to_have_class(f"verdict {state}")
