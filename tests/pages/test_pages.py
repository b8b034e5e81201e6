"""What the pages of the sample say."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.pages.decision import decision_page
from generator.pages.formatting import format_duration, money
from generator.pages.front import home_page
from generator.pages.navigation import Navigation
from generator.pages.page import Page
from generator.pages.sections import agencies_section
from generator.records.registers import NO_SETTINGS
from generator.records.stated import AgencyPart, Duration, Fee, File, Stated
from generator.site.tasks import all_tasks, make_outputs
from tests.conftest import edition_of


@pytest.fixture(scope="module")
def pages(sample: Edition) -> dict[str, str]:
    made = (page for job in all_tasks(sample) for page in make_outputs(job, sample))
    return {page.path: page.body.markdown for page in made if isinstance(page, Page)}


def test_a_procedure_page_answers_the_citizen_first(pages: dict[str, str]) -> None:
    body = pages["thu-tuc/1.001193/index.md"]
    order = [
        "can-chuan-bi",
        "nop-o-dau",
        "ket-qua",
        "trinh-tu",
        "can-cu",
        "quyet-dinh",
        "phien-ban",
    ]
    places = [body.index(f"{{#{anchor}}}") for anchor in order]
    assert places == sorted(places)
    for said in (
        "8.000 đồng/trường hợp",
        "Người khuyết tật",
        "Không phải nộp giấy tờ sau",
        "9201/QĐ-BTP",
    ):
        assert said in body


def test_every_version_has_a_page_and_says_whether_it_binds(pages: dict[str, str]) -> None:
    assert "thay bằng phiên bản mới hơn từ 01/07/2025" in pages["thu-tuc/1.001193/v001/index.md"]
    assert "Phiên bản v003 – Đang có hiệu lực" in pages["thu-tuc/1.001193/v003/index.md"]
    assert "có hiệu lực từ 01/01/2027" in pages["thu-tuc/1.001193/v004/index.md"]
    assert "đã được đính chính từ 01/06/2024" in pages["thu-tuc/2.900402/v001/index.md"]


def test_a_page_of_the_past_says_so_first(pages: dict[str, str]) -> None:
    replaced = pages["thu-tuc/1.900303/index.md"]
    assert "không còn áp dụng từ **01/07/2026**" in replaced
    assert "(../1.900304/index.md)" in replaced
    assert "bãi bỏ từ **15/08/2025**" in pages["thu-tuc/1.900206/index.md"]
    assert "chưa từng được áp dụng" in pages["thu-tuc/3.901401/index.md"]
    assert "chỉ áp dụng từ **01/03/2027**" in pages["thu-tuc/3.901302/index.md"]
    assert "!!!" not in pages["thu-tuc/1.001193/index.md"]


def test_the_signed_file_is_linked_with_its_checksum(sample: Edition) -> None:
    file = File(name="9201.pdf", url="https://example.org/9201.pdf", sha256="ab" * 32)
    decision = replace(sample.catalogue.decisions["btp/2026/9201"], signed_file=file)
    body = decision_page(decision, sample).body.markdown
    assert '<a href="https://example.org/9201.pdf" rel="nofollow noopener">9201.pdf</a>' in body
    assert f"SHA-256 {'ab' * 32}" in body


def test_a_procedure_without_a_code_has_a_page(pages: dict[str, str]) -> None:
    assert "chưa có mã" in pages["thu-tuc/chua-co-ma-diem-ho-tro-so/index.md"]


def test_a_decision_lists_its_rows_by_action(pages: dict[str, str]) -> None:
    body = pages["quyet-dinh/bca/2026/9202/index.md"]
    assert "## Sửa đổi, bổ sung (1)" in body
    assert "Cấp thẻ căn cước lần đầu" in body
    assert "→" in body
    assert "quyet-dinh/bnv/2023/1099/index.md" in pages
    assert "chưa rõ" in pages["quyet-dinh/bnv/2023/1099/index.md"]


def test_an_annulled_row_says_so_wherever_it_stands(pages: dict[str, str]) -> None:
    for path in ("quyet-dinh/ubnd-tinh-mau/2026/9203/index.md", "thu-tuc/3.901401/index.md"):
        assert "**Đã bị hủy** theo [9204/QĐ-UBND]" in pages[path]


def test_ids_of_headings_are_ascii_and_unique(pages: dict[str, str]) -> None:
    for path, body in pages.items():
        ids = re.findall(r"\{#([^}]+)\}", body)
        assert all(re.fullmatch(r"[a-z0-9_-]+", found) for found in ids), path
        assert len(ids) == len(set(ids)), path


def test_zero_is_never_said_to_be_free(sample: Edition) -> None:
    words = sample.words
    assert money(Fee(state="not_stated", text="0 VNĐ"), words) == "Không thấy ghi mức thu"
    assert money(Fee(state="free"), words) == "Miễn phí"
    assert money(Fee(state="amount", amount=1250000, currency="VND", unit="hồ sơ"), words) == (
        "1.250.000 đồng/hồ sơ"
    )


def test_durations_keep_their_unit_and_words(sample: Edition) -> None:
    words = sample.words
    assert format_duration(Duration(value=12.5, unit="working_day"), words) == "12,5 ngày làm việc"
    assert (
        format_duration(Duration(value=None, unit="other", text="Theo kế hoạch"), words)
        == "Theo kế hoạch"
    )
    assert "không ghi đơn vị" in format_duration(Duration(value=1, unit="other"), words)


def test_vietnamese_alphabetical_order() -> None:
    words = ["đa", "da", "ăn", "an", "ân", "ơ", "o", "ô", "uu", "ưu", "á", "à", "a"]
    ordered = ["a", "à", "á", "an", "ăn", "ân", "da", "đa", "o", "ô", "ơ", "uu", "ưu"]
    assert sorted(words, key=vietnamese_order) == ordered


def test_old_contacts_are_not_printed(sample: Edition) -> None:
    assert [c.phone for c in sample.contacts("feedback")] == ["1900 0000"]
    earlier = Edition(sample.catalogue, date(2020, 1, 1), sample.words)
    assert [c.phone for c in earlier.contacts("feedback")] == ["1900 0001"]


def test_an_english_edition_can_be_written(sample: Edition) -> None:
    from generator.locale import words_of

    english = Edition(sample.catalogue, sample.day, words_of("en"))
    made = (page for job in all_tasks(english) for page in make_outputs(job, english))
    bodies = [page.body.markdown for page in made if isinstance(page, Page)]
    assert any("What to bring" in body for body in bodies)


def test_a_catalogue_without_settings_is_named_in_the_words_of_the_language(
    catalogue_copy: Path,
) -> None:
    (catalogue_copy / "catalogue.yml").unlink()
    edition = edition_of(catalogue_copy)
    assert edition.catalogue.settings is NO_SETTINGS
    assert home_page(edition, Navigation()).title == edition.words("home.title")
    assert edition.contacts("feedback") == ()


def test_an_agency_in_words_keeps_its_lines(sample: Edition) -> None:
    version = sample.entries["1.001193"].version
    places = (AgencyPart(text="Một cửa\nphường"), AgencyPart(agency="ubnd-cap-xa", role="thay"))
    agencies = replace(version.agencies, receiving=Stated(items=places))
    shown = agencies_section(replace(version, agencies=agencies), sample, "index.md")
    assert "** Một cửa  \n    phường; [" in shown.markdown
    assert "</strong> Một cửa<br />\n    phường; <a href=" in shown.html
