"""Lighthouse and the Nu HTML checker over a built site of the sample.

    python -m tools.audit SITE FOLDER-WITH-node_modules

Exits with 1 when a page falls short: 100 in accessibility, best practices and SEO, 95 in
performance (the median of three runs on a telephone profile); no error in any kind of page.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tools.kinds import KINDS
from tools.serving import serve

PAGES = ("", "linh-vuc/ho-tich/", "thu-tuc/1.001193/", "tim-kiem/?q=so do")
LIMITS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
RUNS = 3


def lighthouse(site: Path, modules: Path) -> bool:
    """Print the scores of the pages; whether all reach the limits."""
    good = True
    with serve(site) as served:
        for page in PAGES:
            runs = [_scores(served.address + page, modules) for _ in range(RUNS)]
            scores = {name: median(run[name] for run in runs) for name in LIMITS}
            good &= all(scores[name] >= limit for name, limit in LIMITS.items())
            told = ", ".join(f"{name} {score:.0f}" for name, score in scores.items())
            sys.stdout.write(f"/{page}: {told}\n")
    return good


def _scores(address: str, modules: Path) -> dict[str, float]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    answer = subprocess.run(
        [
            modules / "node_modules/.bin/lighthouse",
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(LIMITS)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        capture_output=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "CHROME_PATH": chromium, "HOME": str(modules)},
    )
    report = json.loads(answer.stdout)
    for audit in report["audits"].values():
        if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0:
            sys.stdout.write(f"  {audit['id']}: {audit['title']}\n")
    return {name: 100 * found["score"] for name, found in report["categories"].items()}


def checker(site: Path, modules: Path) -> bool:
    """Check the HTML of every kind of page; whether it has no error."""
    files = [site / address.partition("?")[0] for address in KINDS]
    pages = [file if file.suffix == ".html" else file / "index.html" for file in files]
    return check_html(list(dict.fromkeys(pages)), modules)


def check_html(pages: Sequence[Path], modules: Path) -> bool:
    """Check files with the Nu HTML checker and print its errors; whether there is none."""
    jar = modules / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", jar, "--format", "gnu", "--errors-only", *pages]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    sys.stdout.write(answer.stderr)
    sys.stdout.write(f"{len(pages)} pages checked as HTML\n")
    return answer.returncode == 0


def main() -> int:
    """Run both; 0 when nothing falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("modules", type=Path)
    options = parser.parse_args()
    modules = options.modules.resolve()
    return 0 if checker(options.site, modules) & lighthouse(options.site, modules) else 1


if __name__ == "__main__":
    raise SystemExit(main())
