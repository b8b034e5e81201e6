"""How people put questions: `tables/questions.yml` and `tables/abbreviations.yml`, as the browser's
engine reads them.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from generator.search.analyser import syllables


@cache
def read_question_table() -> Mapping[str, Any]:
    """Asking phrases, abbreviations, openings, phrases of levels and applicants, as terms.

    With the openings that nobody means unsaid, those that say nothing of the matter, and phrases
    that ask for what is narrowed to some.
    """
    table = _read_table("questions")
    asking = _phrases(phrase for phrases in table["asking"].values() for phrase in phrases)
    lone = {phrase for phrase in asking if " " not in phrase}
    groups = _read_table("abbreviations").values()
    short = {_phrase(key): _phrase(full) for group in groups for key, full in group.items()}
    return {
        "asking": [p for p in asking if p in lone or not lone.issuperset(p.split(" "))],
        "naming": _phrases(table["naming"]),
        "abbreviations": dict(sorted(short.items())),
        "endings": _phrases(table["endings"]),
        "openings": _phrases(table["openings"]),
        "levels": {key: _phrases(found) for key, found in table["levels"].items()},
        "applicants": {key: _phrases(found) for key, found in table["applicants"].items()},
        "narrowings": {key: _phrases(found) for key, found in table["narrowings"].items()},
    }


def _read_table(name: str) -> Mapping[str, Any]:
    text = (resources.files(__package__) / "tables" / f"{name}.yml").read_text(encoding="utf8")
    table: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table


def _phrases(texts: Iterable[str]) -> list[str]:
    return sorted({_phrase(text) for text in texts})


def _phrase(text: str) -> str:
    return " ".join(syllables(text))
