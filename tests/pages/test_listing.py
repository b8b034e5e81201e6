"""Lists of many items: numbered pages, and the same list as data."""

import json
import re
from datetime import date

from generator.model.edition import Edition
from generator.pages.list_lines import Item
from generator.pages.listing import PAGE_SIZE, Listing, listing_data, listing_pages


def listing(count: int) -> Listing:
    items = [
        Item(f"Việc {place}", f"thu-tuc/{place}/index.md", ("xã",), shown=place % 10 != 9)
        for place in range(count)
    ]
    return Listing("linh-vuc/x/index.md", "Lĩnh vực", items)


def test_every_item_stands_on_exactly_one_page(sample: Edition) -> None:
    pages = list(listing_pages(listing(300), sample))
    assert [page.path for page in pages] == [
        "linh-vuc/x/index.md",
        "linh-vuc/x/trang-2/index.md",
        "linh-vuc/x/trang-3/index.md",
    ]
    titles = [re.findall(r">(Việc \d+)</a>", page.body.markdown) for page in pages]
    assert [len(found) for found in titles] == [PAGE_SIZE, PAGE_SIZE, 70]
    assert [title for found in titles for title in found] == [
        f"Việc {n}" for n in range(300) if n % 10 != 9
    ]


def test_pages_lead_to_each_other(sample: Edition) -> None:
    first, second, third = (page.body.markdown for page in listing_pages(listing(300), sample))
    assert 'href="trang-2/"' in first
    assert 'href="trang-3/"' in first
    assert 'href="../"' in second
    assert 'href="../trang-3/"' in second
    assert '<strong aria-current="page">3</strong>' in third
    assert 'href="../../../thu-tuc/298/"' in third


def test_a_list_without_items_is_a_page(sample: Edition) -> None:
    (page,) = listing_pages(listing(0), sample)
    assert "0 thủ tục." in page.body.markdown


def test_the_data_has_items_of_other_days_too() -> None:
    end = date(2025, 7, 1)
    until = Item("Cũ", "thu-tuc/1/v001/index.md", (), end=end, certain=(None, end), shown=False)
    path, content = listing_data(Listing("cap/xa/index.md", "Cấp xã", [until]))
    assert path == "cap/xa/list.json"
    assert json.loads(content) == [
        {"title": "Cũ", "address": "thu-tuc/1/v001/", "end": "2025-07-01"}
    ]


def test_the_data_tells_days_that_are_known_from_days_that_are_not() -> None:
    start, end = date(2025, 1, 1), date(2025, 7, 1)
    every = [
        Item("Không rõ", "thu-tuc/1/index.md", (), start=start, certain=None),
        Item("Rõ một phần", "thu-tuc/2/index.md", (), start=start, certain=(end, None)),
        Item("Rõ", "thu-tuc/3/index.md", (), start=start, certain=(start, None)),
    ]
    _, content = listing_data(Listing("cap/xa/index.md", "Cấp xã", every))
    assert [row.get("sure") for row in json.loads(content)] == ["never", "2025-07-01/", None]


def test_a_list_of_which_no_day_is_known_offers_none(sample: Edition) -> None:
    known = Item("Rõ", "thu-tuc/1/index.md", (), certain=(date(2025, 1, 1), None))
    for items, offered in (
        ([known], True),
        ([Item("Không rõ", "thu-tuc/1/index.md", (), certain=None)], False),
    ):
        (page,) = listing_pages(Listing("cap/xa/index.md", "Cấp xã", items), sample)
        assert ('name="ngay"' in page.body.markdown) is offered


def test_a_filter_is_offered_where_it_parts_the_items(sample: Edition) -> None:
    full = Item("Một", "thu-tuc/1/index.md", ("xã",), levels=("commune",), online="full")
    none = Item("Hai", "thu-tuc/2/index.md", ("xã",), levels=("province",))
    for items, online, levels in (
        ([full], True, False),
        ([none], False, False),
        ([full, none], True, True),
        ([none, full, none], True, True),
        ([], False, False),
    ):
        (page,) = listing_pages(Listing("cap/xa/index.md", "Cấp xã", items), sample)
        assert ('name="online"' in page.body.markdown) is online
        assert ('value="province"' in page.body.markdown) is levels


def test_a_family_is_one_line_that_leads_to_its_other_places(sample: Edition) -> None:
    kin = [
        Item(f"Việc {n}", f"thu-tuc/{n}/index.md", (), family="1", elsewhere="ở 2 tỉnh ▸")
        for n in (1, 2)
    ]
    others = [Item("Việc 3", "thu-tuc/3/index.md", ()), Item("Việc 4", "thu-tuc/4/index.md", ())]
    (page,) = listing_pages(Listing("linh-vuc/x/index.md", "Lĩnh vực", [*kin, *others]), sample)
    shown = page.body.markdown
    assert re.findall(r">(Việc \d)</a>", shown) == ["Việc 1", "Việc 3", "Việc 4"]
    link = '<a class="elsewhere" href="../../thu-tuc/1/#noi-khac">ở 2 tỉnh ▸ <span'
    assert link in shown
    assert "4 thủ tục." in shown
