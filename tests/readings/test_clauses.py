"""Clauses of a note, with the headings that they stand under."""

from generator.readings.clauses import parentheses, split_clauses


def parts(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (tuple(text[a:b] for a, b in clause.labels), text[clause.start : clause.end].strip(" .\n"))
        for clause in split_clauses(text)
        if text[clause.start : clause.end].strip()
    ]


def test_a_semicolon_a_line_and_a_sentence_part_clauses() -> None:
    assert [body for _, body in parts("Cấp mới thu phí; cấp lại thì không.\nNộp tại quầy.")] == [
        "Cấp mới thu phí",
        "cấp lại thì không",
        "Nộp tại quầy",
    ]


def test_items_keep_the_heading_above_them() -> None:
    found = parts(
        "- Xe con:\n+ Cấp mới: 10.000 đồng\n+ Cấp lại: 20.000 đồng\n- Xe tải: 30.000 đồng"
    )
    assert [labels for labels, body in found if "đồng" in body] == [
        ("Xe con", "Cấp mới"),
        ("Xe con", "Cấp lại"),
        ("Xe tải",),
    ]


def test_a_point_in_a_number_parts_nothing() -> None:
    assert len(parts("Thu 1.200.000 đồng mỗi lần")) == 1


def test_brackets_are_found_with_their_inner_ones_inside() -> None:
    text = "một (hai (ba)) bốn (năm)"
    assert [text[a:b] for a, b in parentheses(text)] == ["(hai (ba))", "(năm)"]


def test_numbered_lines_are_headings_that_end_each_other() -> None:
    found = parts("* 1. Ong mật:\na) Trong 5 ngày.\n* 2. Ong rừng:\na) Trong 9 ngày.")
    assert found == [(("1. Ong mật",), "Trong 5 ngày"), (("2. Ong rừng",), "Trong 9 ngày")]
    assert parts("1. Ong mật:\na) 5 ngày.\n2. Ong rừng:\na) 9 ngày.") == [
        (("Ong mật",), "5 ngày"),
        (("Ong rừng",), "9 ngày"),
    ]
