"""Real publishers cut from the portal's exports: each is imported and built, then all are gathered.

    python -m benchmarks.nation.publishers EXPORTS FOLDER

EXPORTS is a folder with the portal's three exports; FOLDER is empty or new. The sites are
`site-N` and the common site `site`, of which `benchmarks.draws` has figures (`--nation`). The
common site has the reviewed families of the tests on real data. Prints how many variants lead on.
"""

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.cli import main as run_verb

_SIX = (
    "UBND tỉnh Gia Lai",
    "UBND tỉnh Bắc Ninh",
    "UBND Thành phố Hải Phòng",
    "UBND tỉnh Đắk Lắk",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Tư pháp",
)
_EXPORTS = ("national-procedures", "portal-details", "portal-list")
_SAMPLE = Path(__file__).parents[2] / "catalogue"
_REVIEWED = Path(__file__).parents[2] / "tests/real/families.yml"
_KEEPER = "ubnd-tinh-mau"
_EXAMPLE = "https://tthc.example.org/"


def build_member(exports: Path, folder: Path, number: int, name: str, day: str) -> None:
    """Import one publisher and build its site, with an address of its own."""
    catalogue = folder / f"catalogue-{number}"
    files = [str(exports / f"{one}.jsonl.xz") for one in _EXPORTS]
    _run("import", "portal", *files, "--publisher", name, "--into", str(catalogue))
    settings = catalogue / "catalogue.yml"
    text = settings.read_text("utf8")
    settings.write_text(text.replace(_EXAMPLE, f"https://m{number}.example.org/"), "utf8")
    site = str(folder / f"site-{number}")
    _run("build", "--catalogue", str(catalogue), "--site", site, "--as-of", day)


def build_common(folder: Path, members: int, day: str) -> None:
    """Gather the sites under the sample's settings, life events and publisher, with reviews."""
    catalogue = folder / "catalogue"
    catalogue.mkdir()
    for name in ("catalogue.yml", "life-events.yml"):
        shutil.copy(_SAMPLE / name, catalogue)
    shutil.copy(_REVIEWED, catalogue)
    (catalogue / "agencies").mkdir()
    keeper = (_SAMPLE / "agencies" / f"{_KEEPER}.yml").read_text("utf8")
    bare = "\n".join(line for line in keeper.splitlines() if not line.startswith("place:"))
    (catalogue / "agencies" / f"{_KEEPER}.yml").write_text(f"{bare}\n", "utf8")
    lines = "".join(f"- site: ../site-{number}\n" for number in range(1, members + 1))
    (catalogue / "federation.yml").write_text(f"members:\n{lines}", encoding="utf8")
    site = str(folder / "site")
    _run("federate", "--catalogue", str(catalogue), "--site", site, "--as-of", day)


def count_links(folder: Path) -> str:
    """How many variants of the common site lead to their page at their publisher's."""
    index = json.loads((folder / "site/api/v1/index.json").read_text("utf8"))
    entries = (
        json.loads((folder / "site" / row["file"]).read_text("utf8")) for row in index["procedures"]
    )
    found = [_leads(folder, variant) for one in entries for variant in one["variants"]]
    return f"{sum(found)} of {len(found)} variants lead to the page of their publisher"


def _leads(folder: Path, variant: Mapping[str, str]) -> bool:
    address = urlsplit(variant["address"])
    number = address.netloc.partition(".")[0].removeprefix("m")
    page = folder / f"site-{number}" / address.path.strip("/") / "index.html"
    return page.is_file() and variant["procedure"] in page.read_text("utf8")


def _run(*arguments: str) -> None:
    if run_verb(list(arguments)):
        raise SystemExit(f"failed: {' '.join(arguments)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the sites of six publishers and gather them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exports", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--day", default="2026-11-28")
    options = parser.parse_args(arguments)
    exports, folder = options.exports.resolve(), options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(_SIX, 1):
        build_member(exports, folder, number, name, options.day)
    build_common(folder, len(_SIX), options.day)
    print(count_links(folder))


if __name__ == "__main__":
    main()
