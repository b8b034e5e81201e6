"""What differs between two versions: by ids and not by places, in words and not in letters."""

import copy
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.changes import ORDER, PARTS, changed_parts, changes
from generator.law.textdiff import ADDED, DELETED, SAME, diff_words
from generator.model.edition import Edition
from generator.records.version import Version

WORDS = st.lists(
    st.sampled_from(["hồ sơ", "8.000", "08/6/2010", "giấy", ",", "ngày", "đồng"]), max_size=12
)


@pytest.fixture(scope="module")
def version(sample: Edition) -> Version:
    return sample.entries["1.900104"].version


def test_a_version_does_not_differ_from_itself(sample: Edition) -> None:
    for versions in sample.catalogue.versions.values():
        for one in versions:
            assert changes(one, copy.deepcopy(one)) == ()


def test_a_paper_that_moves_is_only_another_order(version: Version) -> None:
    group = version.dossier.groups.items[0]
    moved = replace(group, items=tuple(reversed(group.items)))
    groups = replace(version.dossier.groups, items=(moved,))
    found = changes(version, replace(version, dossier=replace(version.dossier, groups=groups)))
    assert [(change.part, change.item) for change in found] == [("dossier", ORDER)]


def test_a_new_channel_is_one_change_and_not_three(version: Version) -> None:
    more = replace(version.channels.items[0], id="moi")
    channels = replace(version.channels, items=(*version.channels.items, more))
    assert changed_parts(version, replace(version, channels=channels)) == {"channels"}


def test_time_and_fees_are_parts_of_their_own(version: Version) -> None:
    first, *rest = version.channels.items
    quicker = replace(first, time=replace(first.time, value=1.0))
    channels = replace(version.channels, items=(quicker, *rest))
    assert changed_parts(version, replace(version, channels=channels)) == {"time"}


def test_every_part_that_can_be_declared_can_be_found(sample: Edition) -> None:
    versions = [entry.version for entry in sample.entries.values()]
    found: set[str] = set()
    for one, other in pairwise(versions):
        found |= changed_parts(one, other)
    assert found <= set(PARTS)
    assert len(found) > 12


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    runs = diff_words(old, new)
    squeezed = "".join
    assert squeezed(r.text for r in runs if r.kind != ADDED).split() == old.split()
    assert squeezed(r.text for r in runs if r.kind != DELETED).split() == new.split()


def test_numbers_are_never_split() -> None:
    runs = diff_words("thu 8.000 đồng từ 08/6/2010", "thu 15.000 đồng từ 18/6/2010")
    assert [r.text for r in runs if r.kind == DELETED] == ["8.000", "08/6/2010"]
    assert [r.text for r in runs if r.kind == ADDED] == ["15.000", "18/6/2010"]


def test_a_very_long_text_is_compared_all_the_same() -> None:
    chance = random.Random(1)
    lines = [" ".join(chance.choices("abcdefgh", k=12)) for _ in range(2000)]
    other = [*lines[:1000], "một dòng khác", *lines[1001:]]
    runs = diff_words("\n".join(lines), "\n".join(other))
    assert sum(r.kind == SAME for r in runs) == 2
