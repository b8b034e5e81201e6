"""No body of the imported catalogue counts twice in the figures."""

from collections import Counter
from datetime import date

from generator.law.text import fold_text
from generator.locale import words_of
from generator.model.authorities import aliases_of
from generator.model.edition import Edition
from generator.model.statistics import coverage
from generator.records.catalogue import Catalogue
from tests.real.judged import needs_real_data

pytestmark = needs_real_data


def test_no_acronym_and_no_form_of_a_name_counts_apart(catalogue: Catalogue) -> None:
    edition = Edition(catalogue, date(2026, 11, 28), words_of("vi"))
    rows = coverage(edition)
    names = Counter(fold_text(edition.agency_name(row.agency)) for row in rows)
    assert [name for name, count in names.items() if count > 1] == []
    assert not {row.agency for row in rows} & aliases_of(catalogue.agencies).keys()
    assert len(rows) > 30
