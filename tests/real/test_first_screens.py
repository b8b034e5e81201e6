"""What fresh eyes made of the first two phone screens of 200 real pages, and that they are kept.

Drawn from all codes with seed 71128, judged against the record of each on 28 November 2026, before
the faults that were found were mended: a measure of that state, and examples to mend by since.
"""

from collections import Counter

from tests.real.judged import judged_rows, needs_real_data

pytestmark = needs_real_data
QUESTIONS = ("place", "time", "fee", "papers")


def test_every_page_has_a_verdict_for_each_question() -> None:
    rows = list(judged_rows("first_screens.csv"))
    assert len({row["code"] for row in rows}) == 200
    found = Counter(row[question] for row in rows for question in QUESTIONS)
    assert found.keys() == {"right", "unknown", "wrong", "missing"}
