"""Texts that look like Markdown or HTML, and nodes made of them, for tests of properties."""

from hypothesis import strategies as st

from generator.pages.nodes.blocks import (
    Block,
    Body,
    ListBlock,
    bullets,
    code_block,
    facts,
    heading,
    html_block,
    note,
    numbered,
    page_body,
)
from generator.pages.nodes.html import anchor, element, escape_lines, folded_block
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    code,
    emphasis,
    external_link,
    flow,
    flow_lines,
    join_runs,
    lines,
    link,
    prose,
    punctuation,
    run,
    strong,
    tagged,
    text,
)

ODD = [
    *("- a", "+ b", "# c", "1. d", "2) e", "> f", "=====", "---", "***", "h\n==", "--", "1.", "a)"),
    *("a_b_c", "_x_", "**", "*y*", "[z](x)", "![i](j)", "[t]: u", "]: x", ":   v", "~~w~~", "`k`"),
    *("`a`b`", "\\", "\\*", "\\\\", "{#l}", "{: m}", "!!! note", "    n", "\t", "a\tb", "a  "),
    "  ",
    *("|o|p|", "|a|b|\n|-|-|\n|c|d|", "http://q.vn", "https://r.vn/_s_", "www.x.vn", "<a@b.vn>"),
    *("<b>", "<div>", "</div>", "<p>", "<A", "<!-- x -->", "&amp;", "&", "&#45;", "#", "x #", "C#"),
    *("a\n\nb", "a\n\n\n\nb", "*a*\n\n*b*", "- a\n\n- b", "\r", "a\rb", "\u2028", "x\u2028\u2028y"),
    *("\x02", "\x031\x03", "0 \x03", "\x0b", "\u202ea", "\u200b", "ộ", "Ộ", "😀", "…", "“trích”"),
    *('"nháy"', "Điều 1.", "1.1. Nộp", "a) Nộp"),
]
TEXT = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=20),
    st.lists(st.sampled_from(ODD), max_size=4).map(" ".join),
)
LINES = st.lists(TEXT, max_size=5).map("\n".join)


def _one(data: st.DataObject) -> Inline:
    return text(data.draw(TEXT)) or text("–")


def _many(data: st.DataObject) -> Flow:
    return prose(data.draw(LINES)) or text("–")


def _inline(data: st.DataObject) -> Inline:
    match data.draw(st.integers(0, 8)):
        case 0:
            return strong(_one(data))
        case 1:
            return emphasis(_one(data))
        case 2:
            return link(_one(data), "#d")
        case 3:
            parts = (_one(data), punctuation(" – "), strong(_one(data)), punctuation(" ("))
            return run(*parts, link(_one(data), "#e"), punctuation(")"))
        case 4:
            return run(tagged("span", NOTHING, id=data.draw(TEXT)), _one(data))
        case 5:
            return external_link(data.draw(TEXT), f"https://a.vn/{data.draw(TEXT)}")
        case 6:
            return code(data.draw(TEXT))
        case 7:
            return join_runs("; ", [_one(data), _one(data)])
        case _:
            return _one(data)


def _item(data: st.DataObject) -> Flow:
    match data.draw(st.integers(0, 4)):
        case 0:
            return _many(data)
        case 1:
            return lines(*(_inline(data) for _ in range(data.draw(st.integers(1, 3)))))
        case 2:
            return flow(strong(_one(data)), punctuation(": "), _many(data), _inline(data))
        case 3:
            return flow_lines(_inline(data), _many(data), _inline(data))
        case _:
            return _inline(data)


def _list(data: st.DataObject) -> ListBlock:
    items = [_item(data) for _ in range(data.draw(st.integers(1, 3)))]
    return data.draw(st.sampled_from([bullets, numbered]))(items)


def _block(data: st.DataObject) -> Block | Flow:
    match data.draw(st.integers(0, 8)):
        case 0:
            return heading(2, _inline(data), "muc")
        case 1:
            return _many(data)
        case 2:
            return _list(data)
        case 3:
            rows = [
                ("Hạn", escape_lines(data.draw(LINES))),
                ("Nơi", anchor(data.draw(TEXT), "../")),
            ]
            return facts(rows)
        case 4:
            return note("warning", _one(data), [_many(data), _list(data)])
        case 5:
            inner = element("p", escape_lines(data.draw(LINES)), title=data.draw(LINES))
            return html_block(folded_block(escape_lines(data.draw(TEXT)), inner))
        case 6:
            return code_block(data.draw(LINES))
        case 7:
            return note("note", _inline(data), [_many(data)])
        case _:
            return _inline(data)


def drawn_body(data: st.DataObject) -> Body:
    """A body of a few blocks of any kind."""
    parts = [_block(data) for _ in range(data.draw(st.integers(0, 4)))]
    return page_body(_one(data), *parts)
