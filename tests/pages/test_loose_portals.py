"""A word for any site is no door: where the source names no site, the answer shows none."""

from generator.model.edition import Edition
from generator.pages.answers.place import _portals
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Evidence, Reading


def shown(sample: Edition, *names: str) -> list[str]:
    where = (Evidence(("steps", "text"), 0, 1, "x"),)
    doors = [Reading(Door(DoorKind.PORTAL, name=one), Certainty.SURE, where) for one in names]
    return list(_portals(doors, sample))


def test_only_sites_with_a_name_are_shown(sample: Edition) -> None:
    assert shown(sample, "trang thông tin điện tử", "Hệ thống thông tin") == []
    named = "Cổng thông tin điện tử Bộ Ong"
    assert shown(sample, "Trang điện tử", named) == [sample.words("answer.by_portal", name=named)]
