"""What is remembered of records: for as long as they are the same objects, and not for ever."""

import gc
import weakref

from generator.records.memoize import (
    HeldUntilTaken,
    clear_caches,
    incremental,
    memoize_by_identity,
    memoize_by_key,
    memoize_last,
    memoize_recent,
    reuse_equal,
)


class Thing:
    """Stands for a record."""


def test_what_is_made_of_the_same_objects_is_made_once() -> None:
    made: list[str] = []

    @memoize_by_key
    def make(code: str, parts: tuple[Thing, ...]) -> object:
        made.append(f"{code}{len(parts)}")
        return object()

    one, two = Thing(), Thing()
    first = make("a", (one, two))
    assert make("a", (one, two)) is first
    assert make("a", (two, one)) is not first
    assert make("b", (two, one)) is not first
    assert made == ["a2", "a2", "b2"]


def test_what_is_made_of_two_objects_is_not_mistaken_for_that_of_two_others() -> None:
    made: list[int] = []

    @memoize_by_identity
    def pair(one: Thing, two: Thing) -> int:
        made.append(id(one) - id(two))
        return len(made)

    one, two = Thing(), Thing()
    assert [pair(one, two), pair(two, one), pair(one, two)] == [1, 2, 1]


def test_what_was_made_of_a_record_goes_with_it() -> None:
    made: list[str] = []

    @memoize_by_identity
    def make(thing: Thing) -> str:
        made.append(f"of {id(thing)}")
        return made[-1]

    for _ in range(3):
        thing = Thing()
        make(thing)
        make(thing)
        gone = weakref.ref(thing)
        del thing
        assert gone() is None
    assert len(made) == 3


def test_a_memory_is_emptied_when_another_catalogue_begins() -> None:
    thing = Thing()
    for memory in (memoize_recent, HeldUntilTaken, memoize_last):
        memory(lambda found: (found,))(thing)
    memoize_by_key(lambda _code, found: (found,))("a", thing)
    gone = weakref.ref(thing)
    del thing
    gc.collect()
    assert gone() is not None
    clear_caches()
    gc.collect()
    assert gone() is None


def test_what_is_held_until_it_is_taken_is_made_once_for_both_readers() -> None:
    made: list[int] = []

    @HeldUntilTaken
    def make(thing: Thing) -> int:
        made.append(id(thing))
        return len(made)

    thing = Thing()
    gone = weakref.ref(thing)
    assert [make(thing), make(thing), make.take(thing)] == [1, 1, 1]
    assert [make.take(thing), make(thing)] == [2, 3]
    make.take(thing)
    del thing
    assert gone() is None


def test_what_is_equal_to_what_was_there_before_is_the_same_object() -> None:
    @reuse_equal
    def make(_key: str, length: int) -> list[int]:
        return [0] * length

    first = make("a", 2)
    assert make("a", 2) is first
    assert make("b", 2) is not first
    assert make("a", 3) == [0] * 3
    assert make("a", 2) is not first


def test_what_is_revised_knows_what_it_was_before() -> None:
    @incremental
    def add(numbers: list[int], before: tuple[list[int], int] | None) -> int:
        old, total = before or ([], 0)
        return total + sum(numbers) - sum(old) if before else -1

    assert add([1, 2]) == -1
    assert add([1, 2]) == -1
    assert add([1, 5]) == 2
    clear_caches()
    assert add([1, 5]) == -1
