"""How long a catalogue takes to check and build: each command several times, medians and spread.

    python benchmarks/catalogue.py my-catalogue [--runs 3] [--jobs 2]

Prints one JSON object: seconds of each run, their median, peak memory in MB, pages and bytes of the
site. Everything runs in fresh processes, one after another.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def timed(command: list[str]) -> tuple[float, float]:
    """Run a command; seconds of wall clock and peak memory of its largest process in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def measured(command: list[str], runs: int, cold: bool = False) -> dict[str, object]:
    """Run a command several times; `cold` forgets before each run what was read in earlier ones."""
    found = []
    for _ in range(runs):
        if cold:
            shutil.rmtree("build/read", ignore_errors=True)
        found.append(timed(command))
    seconds = [round(second, 2) for second, _ in found]
    return {
        "seconds": seconds,
        "median": statistics.median(seconds),
        "peak_mb": round(max(memory for _, memory in found)),
    }


def main() -> None:
    """Measure `check` and `build` on one catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", default=str(os.cpu_count()))
    options = parser.parse_args()
    niemyet = [sys.executable, "-m", "generator"]
    one = str(min(Path(options.catalogue).glob("procedures/*/*/v001.yml")))
    shared = ["--catalogue", options.catalogue, "--jobs", options.jobs]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        result: dict[str, object] = {
            "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
            "python": platform.python_version(),
            "check cold": measured([*niemyet, "check", *shared], options.runs, cold=True),
            "check again": measured([*niemyet, "check", *shared], options.runs),
            "check one file": measured([*niemyet, "check", *shared, one], options.runs),
            "build": measured([*niemyet, "build", *shared, "--site", str(site)], options.runs),
            "pages": sum(1 for _ in site.rglob("*.html")),
            "files": sum(path.is_file() for path in site.rglob("*")),
            "megabytes": round(
                sum(p.stat().st_size for p in site.rglob("*") if p.is_file()) / 1e6, 1
            ),
        }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
