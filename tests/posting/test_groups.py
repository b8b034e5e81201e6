"""Whose procedures a set holds: told apart by the bodies that they name."""

from dataclasses import replace

import pypdfium2
import pytest

from generator.model.edition import Edition
from generator.model.posting import PostingItem, PostingReason, own_items
from generator.model.posting_groups import PostingGroup, group_of, strangers_of
from generator.pages.dossier import dossier
from generator.pages.version_body import VersionBody
from generator.posting.documents import PostedSet, print_sheets
from generator.posting.parts import printed_parts
from generator.posting.sheets import sends_away, sheet_of
from generator.posting.tree import plain_words
from generator.records.registers import NOT_EDITED
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Version

COMMUNE = frozenset({"commune"})
NOBODY: Stated[AgencyPart] = Stated(items=())


def naming(sample: Edition, *names: str, told: str | None = None) -> Version:
    """A version of which some bodies decide and the only channel tells something."""
    version = next(iter(sample.entries.values())).version
    parts = Stated(items=tuple(AgencyPart(text=name) for name in names))
    agencies = replace(version.agencies, receiving=NOBODY, executing=NOBODY, deciding=parts)
    channel = replace(version.channels.items[0], text=told, address=None)
    return replace(version, agencies=agencies, channels=Stated(items=(channel,)))


@pytest.mark.parametrize(
    ("names", "told", "group"),
    [
        (("Ủy ban nhân dân cấp xã",), None, "own"),
        (("Chi cục Hải quan khu vực",), None, "vertical"),
        (("Chi cục Hải quan khu vực", "Ủy ban nhân dân xã"), None, "own"),
        (("Chi cục Hải quan khu vực",), "Nộp tại Bộ phận Một cửa", "own"),
        (("Chi cục Hải quan khu vực",), "Nộp tại Bộ phận Một cửa của Chi cục Hải quan", "vertical"),
        (
            ("Chi cục Hải quan khu vực",),
            "Nộp tại Trung tâm Phục vụ hành chính công cấp tỉnh",
            "vertical",
        ),
        (("Phòng Văn hóa - Xã hội",), None, "own"),
        (("Cơ quan, tổ chức đang quản lý sổ gốc",), None, "own"),
        (("Cơ quan đang quản lý sổ gốc", "Sở Tư pháp"), None, "own"),
        (("Bảo hiểm xã hội cấp tỉnh",), "Nộp tại cơ quan bảo hiểm xã hội", "vertical"),
        (("Kho bạc Nhà nước cấp xã",), None, "vertical"),
        (("Đồn Biên phòng cửa khẩu",), None, "vertical"),
        (("Công an cấp xã",), None, "own"),
        (("Sở Nội vụ",), None, "elsewhere"),
        (("Sở Nội vụ", "Bộ Quốc phòng"), None, "elsewhere"),
        ((), None, "own"),
    ],
)
def test_what_names_no_office_of_the_level_is_told_apart(
    sample: Edition, names: tuple[str, ...], told: str | None, group: str
) -> None:
    assert group_of(naming(sample, *names, told=told), COMMUNE, sample) == group


@pytest.mark.parametrize(
    ("names", "told", "strangers"),
    [
        (("Sở Xây dựng TP HCM",), None, ("Sở Xây dựng thành phố Hồ Chí Minh",)),
        (("Sở Xây dựng",), None, ()),
        (("Sở Xây dựng tỉnh Gia Lai",), None, ()),
        (("Sở Xây dựng TP HCM", "Sở Xây dựng tỉnh Gia Lai"), None, ()),
        (("Bộ Xây dựng",), "Gửi Sở Y tế tỉnh Cà Mau", ("Sở Y tế tỉnh Cà Mau",)),
    ],
)
def test_a_body_of_another_province_is_a_stranger(
    sample: Edition, names: tuple[str, ...], told: str | None, strangers: tuple[str, ...]
) -> None:
    home = replace(next(iter(sample.catalogue.places.values())), name="Gia Lai", kind="province")
    placed = replace(sample.catalogue, places={home.id: home})
    edition = Edition(placed, sample.day, sample.words)
    version = naming(edition, *names, told=told)
    assert strangers_of(version, home.code, edition) == strangers
    assert strangers_of(version, "", edition) == ()


def test_a_sheet_sends_nobody_to_another_province(sample: Edition) -> None:
    item = PostingItem(next(iter(sample.entries.values())), (PostingReason.LEVEL,))
    plain = sheet_of(item, sample)
    strangers = ("Sở Xây dựng thành phố Hồ Chí Minh",)
    warned = sheet_of(replace(item, strangers=strangers), sample)
    assert plain.warning == ""
    assert "Sở Xây dựng thành phố Hồ Chí Minh" in warned.warning
    assert "Hãy hỏi tại nơi treo tờ này" in warned.warning
    assert [plain_words(said) for _, said in warned.answers] == [
        plain_words(said) for _, said in plain.answers
    ]


@pytest.mark.parametrize(
    ("said", "sends"),
    [
        ("Gửi hồ sơ đến Sở Giao thông công chánh TP Hồ Chí Minh", True),
        ("Gửi hồ sơ đến Sở Xây dựng, Sở Giao thông công chánh TP Hồ Chí Minh", False),
        ("Báo cáo Sở Giao thông công chánh: Sở Giao thông công chánh TP Hồ Chí Minh", True),
        ("Cục Đường sắt Việt Nam; Sở Giao thông công chánh TP Hồ Chí Minh", True),
        ("Gửi hồ sơ đến Sở Xây dựng", False),
    ],
)
def test_a_place_is_told_where_a_department_of_all_other_provinces_is_named(
    said: str, sends: bool
) -> None:
    assert sends_away(said, ("Sở Giao thông công chánh thành phố Hồ Chí Minh",)) is sends


def test_a_set_is_printed_in_parts_of_whole_fields(sample: Edition) -> None:
    entry = next(iter(sample.entries.values()))
    sizes = (60, 30, 30, 120)
    items = {
        f"{field}-{number}": PostingItem(
            replace(entry, procedure=replace(entry.procedure, field=str(field))),
            (PostingReason.LEVEL,),
        )
        for field, size in enumerate(sizes)
        for number in range(size)
    }
    parts = printed_parts(items)
    assert [len(part) for part in parts] == [90, 30, 100, 20]
    assert [code for part in parts for code in part] == list(items)


def test_what_is_an_offices_own_can_be_asked_for_alone(sample: Edition) -> None:
    entry = next(iter(sample.entries.values()))
    items = {
        group: PostingItem(entry, (PostingReason.LEVEL,), PostingGroup(group))
        for group in ("own", "vertical", "elsewhere")
    }
    assert list(own_items(items)) == ["own"]


def test_a_sheet_ticks_what_the_page_lets_a_reader_tick_and_has_all_steps_in_order(
    sample: Edition,
) -> None:
    ticks = boxes = 0
    for code, entry in sample.entries.items():
        item = PostingItem(entry, (PostingReason.LEVEL,))
        body = VersionBody(entry.version, entry.procedure, sample)
        sheet = sheet_of(item, sample)
        said = plain_words(sheet.parts)
        texts = [" ".join(one.text.split())[:30] for one in entry.version.steps.items if one.text]
        places = [said.find(text) for text in texts]
        assert -1 in places or places == sorted(places), code
        pdf = print_sheets(PostedSet("Cơ quan", {code: item}, sample), [sheet])
        pages = pypdfium2.PdfDocument(pdf)
        boxes += sum(page.get_textpage().get_text_range().count("☐") for page in pages)
        edited = entry.procedure.answers or NOT_EDITED
        papers = dossier(entry.version, edited.papers, body.read, sample)
        ticks += papers.html.count('type="checkbox"')
    assert boxes == ticks > 50
