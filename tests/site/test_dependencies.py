"""What a task depends on: a change of any record of a store that it read as a whole counts."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.site.dependencies import DependencyDigests

STORES = {"calendars": "calendar/", "agencies": "agencies/", "documents": "legal-documents/"}


def digest(store: str, edition: Edition) -> bytes:
    return DependencyDigests(edition, b"").digest(f"{store}/*")


@pytest.mark.parametrize("store", STORES)
def test_a_whole_store_changes_with_the_contents_of_any_file(store: str, sample: Edition) -> None:
    digests = sample.catalogue.digests
    path = next(path for path in digests if path.startswith(STORES[store]))
    changed = replace(sample.catalogue, digests={**digests, path: b"another"})
    assert digest(store, Edition(changed, sample.day, sample.words)) != digest(store, sample)
