"""What fresh eyes made of the first two phone screens of real pages, in twenty-three draws.

The first draw is of all codes (seed 71128), the others (seeds 41228, 52817, 71993, 50821 and 63718)
of codes whose SHA-256 ends in a letter, which the readers had not been tuned on, none before.
All were judged from 28 to 30 November 2026 against all that the sources say, each hours after the
faults of the one before had been mended in part. Of the fifth one judge of four read 50 pages; the
sixth was read by six; of the seventh four judges of six read 133;
of the eighth and ninth five read 165 each. The ninth (seed 93117) is of pages that no draw before
had: the last 53 of the held-out codes (`held_out`), and others. The thirteenth and fourteenth
(seeds 141130 and 301100, five judges, each with 40 pages) leave out the codes of
`read_while_mending.csv` too, as do the fifteenth and sixteenth (seeds 301500 and 301600, read as
those two were; the last at a quarter of a minute a page), and the seventeenth, which took the last
pages that nobody had read. The eighteenth (seed 301800) is of all codes again: 40 of its 200 were
read while mending, 158 of the others judged before; the nineteenth and twentieth (seeds 301900 and
302000) are too, with 37 and 44 that were read, and so are the twenty-first and twenty-second (seeds
304000 and 305000), with 47 and 46. The twenty-third has seed 306000. `read_while_mending.csv` says
after which draw a page was read. Each is a measure of its state, and examples to mend by since.
"""

from collections import Counter

import pytest

from tests.real.judged import judged_rows, needs_real_data

pytestmark = needs_real_data
QUESTIONS = ("place", "time", "fee", "papers")


@pytest.mark.parametrize(
    ("draw", "pages"),
    [
        ("", 200),
        ("_2", 200),
        ("_3", 200),
        ("_4", 200),
        ("_5", 50),
        ("_6", 200),
        ("_7", 133),
        ("_8", 165),
        ("_9", 165),
        ("_10", 164),
        ("_11", 120),
        ("_12", 200),
        ("_13", 200),
        ("_14", 200),
        ("_15", 200),
        ("_16", 200),
        ("_17", 197),
        ("_18", 200),
        ("_19", 200),
        ("_20", 200),
        ("_21", 200),
        ("_22", 200),
        ("_23", 200),
    ],
)
def test_every_page_has_a_verdict_for_each_question(draw: str, pages: int) -> None:
    rows = list(judged_rows(f"first_screens{draw}.csv"))
    assert len({row["code"] for row in rows}) == pages
    found = Counter(row[question] for row in rows for question in QUESTIONS)
    assert found.keys() == {"right", "unknown", "wrong", "missing"}


def test_no_page_of_the_last_unread_draw_was_read_while_the_readers_were_mended() -> None:
    judged = {row["code"] for row in judged_rows("first_screens_17.csv")}
    listed = list(judged_rows("read_while_mending.csv"))
    read = {row["code"] for row in listed if int(row["after"]) < 17}
    assert 450 <= len(read) < len(listed)
    assert not judged & read
    before = ("", *(f"_{draw}" for draw in range(2, 17)))
    for draw in before:
        assert not judged & {row["code"] for row in judged_rows(f"first_screens{draw}.csv")}


def test_the_ninth_draw_tells_which_codes_were_held_out() -> None:
    rows = list(judged_rows("first_screens_9.csv"))
    assert Counter(row["held_out"] for row in rows) == {"yes": 53, "no": 112}
    papers = Counter(row["papers"] for row in rows)
    assert papers == {"right": 142, "unknown": 3, "wrong": 3, "missing": 17}


def test_every_page_of_two_draws_has_a_verdict_for_time_and_fee() -> None:
    """Sixty held-out codes each (seeds 90417, 90418), none of an earlier draw, read on one evening.

    The source was read before the answer; the second draw after faults of the first were mended.
    The fourth draw of screens was made without regard to these, so some of its pages are the same.
    """
    rows = list(judged_rows("first_times.csv"))
    assert len({row["code"] for row in rows}) == 120
    assert not {row["code"] for row in rows} & {
        row["code"] for draw in ("", "_2", "_3") for row in judged_rows(f"first_screens{draw}.csv")
    }
    found = Counter(row["time"] for row in rows)
    assert found == {"right": 102, "unknown": 5, "wrong": 8, "missing": 5}
