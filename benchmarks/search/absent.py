"""How often the search says wrongly, or fails to say, that nothing clearly matches.

    python -m benchmarks.search.absent SITE QUESTIONS...

Questions of which the site has a right procedure among the first five lines should not be called
absent; questions of which it has none should. Halves are by the SHA-256 of a question: the
threshold in `assets/engine/ranking.js` was chosen on `tuned`; `reported` was seen for thresholds
near it, so it is not blind.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.node import ask_script
from benchmarks.search.questions import Question, answerable, read_questions

HALVES = ("tuned", "reported")


def count_verdicts(site: Path, questions: list[Question]) -> Counter[tuple[str, str, bool]]:
    """How many questions of a half, `answered` or `unanswerable`, were called absent or not."""
    known = set(answerable(questions, site))
    answers = ask_script(
        Path(__file__).with_suffix(".mjs"), site.resolve(), [one.question for one in questions]
    )
    counted: Counter[tuple[str, str, bool]] = Counter()
    for one, answer in zip(questions, answers, strict=True):
        if one in known and not set(one.codes) & set(answer["codes"]):
            continue  # missed by the ranking: neither verdict is right
        kind = "answered" if one in known else "unanswerable"
        counted[half_of(one.question), kind, answer["absent"]] += 1
    return counted


def half_of(question: str) -> str:
    """The half of a question."""
    return HALVES[hashlib.sha256(question.encode()).digest()[0] % 2]


def _lines(counted: Counter[tuple[str, str, bool]]) -> Iterable[str]:
    for half in HALVES:
        wrong, right = counted[half, "answered", True], counted[half, "answered", False]
        missed, said = counted[half, "unanswerable", False], counted[half, "unanswerable", True]
        yield f"{half}: false absent {wrong}/{wrong + right}"
        yield f"{half}: false present {missed}/{missed + said}"


def main() -> None:
    """Print the rates of each half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    options = parser.parse_args()
    asked = [one for path in options.questions for one in read_questions(path)]
    print("\n".join(_lines(count_verdicts(options.site, asked))))


if __name__ == "__main__":
    main()
