"""The way over successors from one agency to another."""

from generator.law.succession import followers, way_of_successors
from generator.records.registers import Agency


def _agency(key: str, *heirs: str) -> Agency:
    return Agency(id=key, name=key, kind="agency", level="province", successors=heirs)


AGENCIES = {
    one.id: one for one in (_agency("a", "b", "c"), _agency("b", "d"), _agency("c"), _agency("d"))
}


def test_all_that_follow_an_agency_are_found() -> None:
    assert followers("a", AGENCIES) == {"a", "b", "c", "d"}
    assert followers("d", AGENCIES) == {"d"}


def test_the_way_names_each_agency_once() -> None:
    assert list(way_of_successors("a", "d", AGENCIES)) == ["a", "b", "d"]
    assert list(way_of_successors("d", "a", AGENCIES)) == []
    circle = {"a": _agency("a", "b"), "b": _agency("b", "a")}
    assert list(way_of_successors("b", "a", circle)) == ["b", "a"]
    assert list(way_of_successors("b", "c", circle)) == []
