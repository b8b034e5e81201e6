"""Keep the schema of readings in the documentation as a site writes it.

python -m tools.readings_schema            write docs/readings.schema.json
python -m tools.readings_schema --check    exit 1 when it is not what would be written
"""

import argparse
import json
import sys
from pathlib import Path

from generator.exports.readings_schema import readings_schema

TARGET = Path(__file__).parent.parent / "docs" / "readings.schema.json"


def main() -> None:
    """Write or check the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    text = json.dumps(readings_schema(), ensure_ascii=False, indent=2) + "\n"
    if not parser.parse_args().check:
        TARGET.write_text(text, encoding="utf8")
    elif TARGET.read_text("utf8") != text:
        sys.exit(f"{TARGET.name} is not current: python -m tools.readings_schema")


if __name__ == "__main__":
    main()
