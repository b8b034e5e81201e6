"""Every text of a record is found, one by one and as a whole."""

from dataclasses import dataclass

import pytest

from generator.law.rules.traversal import texts_of, whole_text
from generator.model.edition import Edition


@dataclass(frozen=True)
class Named:
    """A record with one key, which holds a text."""

    name: str


def test_a_record_with_one_key_is_read_as_one_text() -> None:
    assert whole_text(Named("Hộ tịch")) == "Hộ tịch"
    assert texts_of(Named("Hộ tịch")) == ((("name",), "Hộ tịch"),)


@pytest.mark.parametrize("kind", ["agency", "legal-document", "decision", "procedure", "version"])
def test_the_whole_text_of_a_record_is_all_its_texts(kind: str, sample: Edition) -> None:
    for record in sample.catalogue.store(kind).values():
        assert whole_text(record).split("\n|\n") == [text for _, text in texts_of(record)]
