"""A catalogue and a damaged copy of it, reviewed both ways."""

import random
import shutil
import tempfile
from functools import cache
from pathlib import Path

import yaml

from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.formats import render_review_json, render_review_markdown
from generator.review.outline import Outline
from generator.review.page import render_review_html
from tests.conftest import SAMPLE
from tests.fuzz.mutations import change_one_place


def review_both_ways(chance: random.Random) -> str:
    """Whatever two catalogues hold, a review of them can be written."""
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as name:
        folder = Path(name) / "catalogue"
        shutil.copytree(SAMPLE, folder)
        said = [_change_file(chance, folder) for _ in range(chance.randint(1, 4))]
        try:
            other = load_catalogue(folder)[0]
            for pair in ((_sample(), other), (other, _sample())):
                outline = Outline(compare(*pair), words_of("vi"))
                render_review_markdown(outline)
                render_review_html(outline)
                render_review_json(outline)
        except Exception as error:
            return f"{said}: {type(error).__name__}: {error}"
    return ""


@cache
def _sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


def _change_file(chance: random.Random, folder: Path) -> str:
    file = chance.choice(sorted(folder.rglob("*.yml")))
    place = file.relative_to(folder).as_posix()
    if chance.random() < 0.1:
        file.unlink()
        return f"without {place}"
    data = yaml.load(file.read_text("utf8"), yaml.CSafeLoader)
    for _ in range(chance.randint(1, 3)):
        data = change_one_place(chance, data) if data else data
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf8")
    return f"{place}: {data!r}"[:2000]
