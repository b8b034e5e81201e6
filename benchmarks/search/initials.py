"""How well initials of titles stand in for the table of abbreviations.

    python -m benchmarks.search.initials SITE [FILE]

Every entry of the table, or of a FILE of lines "letters: words", is read by initials alone: right,
unread, or as something else. The least number of titles was chosen on the table.
"""

import argparse
import json
import subprocess
from pathlib import Path

from benchmarks.search.__main__ import node
from generator.search.analyser import syllables
from generator.search.questions import read_question_table


def read_initials(site: Path, known: dict[str, str]) -> dict[str, str]:
    """What the engine reads letters as; empty where they stand for nothing, or for several."""
    script = Path(__file__).parent / "initials.mjs"
    asked = [node(), str(script), str(site.resolve())]
    done = subprocess.run(
        asked, input=json.dumps(known), capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def _read(path: Path) -> dict[str, str]:
    rows = (line.partition(":") for line in path.read_text("utf8").splitlines())
    return {" ".join(syllables(one)): " ".join(syllables(full)) for one, _, full in rows}


def main() -> None:
    """Print the counts, and what is read as something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("file", type=Path, nargs="?")
    options = parser.parse_args()
    known = _read(options.file) if options.file else read_question_table()["abbreviations"]
    found = read_initials(options.site, known)
    right = [one for one in known if found[one] == known[one]]
    wrong = [one for one in known if found[one] not in ("", known[one])]
    print(f"{len(known)} abbreviations: {len(right)} right, {len(wrong)} read as something else")
    for one in wrong:
        print(f"  {one}: {known[one]}, read as {found[one]}")


if __name__ == "__main__":
    main()
