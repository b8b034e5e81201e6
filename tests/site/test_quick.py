"""The quick way to HTML gives what Python-Markdown gives, or leaves the page to it."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.edition import Edition
from generator.pages.markdown import (
    anchor,
    blocks,
    bullets,
    code,
    facts,
    folded_block,
    heading,
    html_lines,
    inline,
    link,
    note,
    numbered,
    prose,
)
from generator.pages.page import Page
from generator.site.quick.inline import UnknownMarkdownError
from generator.site.quick.markdown import convert
from generator.site.quick.template import PageRenderer
from generator.site.render import write_config
from generator.site.tasks import all_tasks, make_outputs
from tests.conftest import PROJECT

ODD = st.sampled_from(
    [
        "- a",
        "+ b",
        "# c",
        "1. d",
        "2) e",
        "> f",
        "=====",
        "---",
        "***",
        "a_b_c",
        "_x_",
        "**",
        "*y*",
        "[z](x)",
        "![i](j)",
        "<b>",
        "&amp;",
        "&",
        "`k`",
        "\\",
        "\\*",
        "{#l}",
        "{: m}",
        "!!! note",
        "    n",
        "\t",
        "a  ",
        "|o|p|",
        "http://q.vn",
        "https://r.vn/_s_",
        "[t]: u",
        ":   v",
        "~~w~~",
        "Điều 1.",
        "1.",
        "1.1. Nộp",
        "a) Nộp",
        "…",
        "“trích”",
        '"nháy"',
        "😀",
        "\u200b",
        "ộ",
        "Ộ",
    ]
)
TEXT = st.one_of(ODD, st.text(max_size=20), st.lists(ODD, max_size=4).map(" ".join))
LINES = st.lists(TEXT, max_size=5).map("\n".join)


def part(draw: Callable[[st.SearchStrategy[str]], str], kind: int) -> str:
    """One block as pages make them."""
    one, many = draw(TEXT), draw(LINES)
    match kind:
        case 0:
            return heading(2, inline(one), "muc") if one.strip() else ""
        case 1:
            return prose(many)
        case 2:
            return bullets(
                [prose(many, 4) or "–", f"**{inline(one) or '–'}**", "[a](../b/index.md)"]
            )
        case 3:
            return numbered([prose(many, 4) or "–", link(inline(one) or "–", "c/index.md#d")])
        case 4:
            return facts([("Thời hạn", html_lines(many)), ("Nơi", anchor(one, "../"))])
        case 5:
            return note("warning", inline(one) or "–", prose(many) or "–")
        case 6:
            return folded_block(html_lines(one), f"<p>{html_lines(many)}</p>")
        case _:
            return code(many) if many.strip() else ""


@pytest.fixture(scope="module")
def press(sample: Edition, tmp_path_factory: pytest.TempPathFactory) -> PageRenderer:
    folder = tmp_path_factory.mktemp("build")
    (folder / "docs").mkdir()
    return PageRenderer(write_config(sample, PROJECT / "mkdocs.yml", folder))


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_whatever_stands_in_records(press: PageRenderer, data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.integers(0, 7), max_size=4))
    title = inline(data.draw(TEXT)) or "–"
    body = blocks([f"# {title}", *(part(data.draw, kind) for kind in kinds)])
    page = Page("a/e/index.md", title, body, kind="procedure")
    assert press.press(page).html == press._pressed_by_stock(page).html


def test_the_pages_of_the_sample_go_the_quick_way(sample: Edition) -> None:
    slow = []
    every = [page for job in all_tasks(sample) for page in make_outputs(job, sample)]
    pages = [page for page in every if isinstance(page, Page)]
    for page in pages:
        try:
            convert(page.body)
        except UnknownMarkdownError:
            slow.append(page.path)
    assert len(slow) < len(pages) / 50, slow


@pytest.mark.parametrize("odd", ["Cấp giấy 😀", "a\u2028b\u0085c", "\ufeffĐăng ký", "tab\there"])
def test_front_matter_takes_any_title(odd: str) -> None:
    source = Page("a/index.md", odd, "# x").render()
    matter = yaml.load(source.split("---\n")[1], Loader=yaml.CSafeLoader)
    assert matter["title"] == odd
