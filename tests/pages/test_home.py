"""The home page says whose the catalogue is, what it lacks, and what people need most first."""

from dataclasses import replace

from generator.model.edition import Edition
from generator.pages.front import home_page
from generator.pages.navigation import Navigation
from generator.records.registers import UNKNOWN_AGENCY
from generator.records.stated import Source

NO_LINKS = Navigation()


def imported(sample: Edition) -> Edition:
    """The sample as if nothing were known of its publisher and its terms."""
    settings = replace(
        sample.catalogue.settings,
        publisher=UNKNOWN_AGENCY,
        contacts=(),
        licence=None,
        source=Source(system="portal"),
    )
    return replace(sample, catalogue=replace(sample.catalogue, settings=settings))


def test_the_publisher_stands_at_home(sample: Edition) -> None:
    publisher = sample.agency_name(sample.catalogue.settings.publisher)
    page = home_page(sample, NO_LINKS).body.html
    assert f"<dt>Cơ quan công bố</dt><dd>{publisher}</dd>" in page


def test_an_import_names_its_source_and_in_one_line_what_is_not_known(sample: Edition) -> None:
    page = home_page(imported(sample), NO_LINKS).body.html
    assert "Tệp xuất của Cổng Dịch vụ công quốc gia" in page
    assert "Cơ quan công bố</dt>" not in page
    assert page.count("Nguồn không ghi: cơ quan công bố danh mục; ngày xuất dữ liệu; ") == 1


def test_fields_stand_by_how_many_procedures_people_ask_for_themselves(sample: Edition) -> None:
    page = home_page(sample, NO_LINKS).body.html
    counts = {
        key: sum(one.shown and one.for_citizens for one in found)
        for key, found in sample.by_field.items()
    }
    order = sorted(
        (key for key in counts if f'"linh-vuc/{key}/"' in page),
        key=lambda key: page.index(f'"linh-vuc/{key}/"'),
    )
    found = [counts[key] for key in order]
    assert len(found) > 3
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1]


def test_what_people_need_stands_before_what_the_catalogue_holds(sample: Edition) -> None:
    page = home_page(imported(sample), NO_LINKS).body.html
    needs = [page.index("Việc cần nhiều bước"), page.index('"su-kien/')]
    assert max(needs) < min(page.index("Xét hiệu lực vào ngày"), page.index("Nguồn không ghi: "))
