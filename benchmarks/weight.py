"""How many bytes, compressed, a visitor of procedure pages receives: first page and later ones.

python benchmarks/weight.py SITE
"""

import gzip
import re
import sys
from pathlib import Path
from statistics import quantiles

_ASSET = re.compile(r'(?:src|href)="([^"]*assets/niemyet/[^"]+)"')


def packed(file: Path) -> int:
    """The bytes of a file as a server sends them."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def main() -> None:
    """Print the middle, the 95th hundredth and the heaviest page, with and without assets."""
    pages = sorted(Path(sys.argv[1]).glob("thu-tuc/*/index.html"))
    named = set(_ASSET.findall(pages[0].read_text("utf8")))
    assets = sum(packed((pages[0].parent / name).resolve()) for name in named)
    later = sorted(packed(page) for page in pages)
    for name, sizes in (("first", [size + assets for size in later]), ("later", later)):
        cuts = quantiles(sizes, n=100)
        light = sum(size <= (70_000 if name == "first" else 10_000) for size in sizes)
        print(
            f"{name}: p50 {cuts[49]:.0f}, p95 {cuts[94]:.0f}, most {sizes[-1]} bytes; "
            f"within the limit {light} of {len(sizes)}"
        )


if __name__ == "__main__":
    main()
