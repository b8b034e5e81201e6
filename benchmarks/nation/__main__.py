"""Write the catalogues of a nation, build each site, gather them, and say what that took."""

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.quiet import put_away
from benchmarks.synthetic.__main__ import write
from benchmarks.synthetic.catalogue import Plan
from generator.addresses import SHARD
from generator.records.yaml_writer import to_yaml

OWN = 20
"""One procedure in so many is a publisher's own."""
CONFIG = Path("mkdocs.yml")


@dataclass(frozen=True)
class Step:
    """What one step took: seconds by the clock, the largest process in MB, what it left in MB."""

    name: str
    seconds: float
    memory: int
    disk: float
    files: int


def plans(publishers: int, procedures: int) -> Iterator[Plan]:
    """One plan for every publisher."""
    shared = procedures - procedures // OWN
    for place in range(publishers):
        yield Plan(
            procedures,
            seed=1,
            publisher=f"ubnd-tinh-{place + 1:02}",
            name=f"Ủy ban nhân dân tỉnh Mẫu {place + 1}",
            shared=shared,
            first=place * (procedures // OWN),
        )


def main() -> None:
    """Build a nation in a folder that is empty or new."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nation", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--publishers", type=int, default=34)
    parser.add_argument("--procedures", type=int, default=2000, help="of each publisher")
    parser.add_argument("--day", default="2026-11-22")
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        raise SystemExit(f"{options.folder} is not empty")
    root = options.folder.resolve()
    (root / "away").mkdir(parents=True)
    steps = []
    for plan in plans(options.publishers, options.procedures):
        steps.append(_published(root, plan, options.day))
        print(f"{plan.publisher}: {steps[-1].seconds:.1f} s", flush=True)
    steps.append(_gathered(root, options.day))
    steps.append(_step("again", root / "nation", ("federate", "--site", "site"), options.day))
    _report(steps, options)
    shutil.rmtree(root / "away")


def _published(root: Path, plan: Plan, day: str) -> Step:
    """One publisher's site, built in a folder of its own; its catalogue is put away."""
    home = root / "members" / plan.publisher
    home.mkdir(parents=True)
    write(home / "catalogue", plan)
    _configure(home)
    step = _step(plan.publisher, home, ("build",), day)
    for left in ("catalogue", "build"):
        put_away(home / left, root / "away")
    return step


def _gathered(root: Path, day: str) -> Step:
    home = root / "nation"
    catalogue = home / "catalogue"
    write(catalogue, Plan(0, publisher="co-quan-dau-moi", name="Cơ quan đầu mối"))
    members = [{"site": f"../../members/{found.name}/site"} for found in _members(root)]
    (catalogue / "federation.yml").write_text(to_yaml("federation", {"members": members}), "utf8")
    _configure(home)
    return _step("nation", home, ("federate", "--site", "site"), day)


def _members(root: Path) -> list[Path]:
    return sorted((root / "members").iterdir())


def _configure(home: Path) -> None:
    overrides = Path("generator/site/overrides").resolve()
    text = CONFIG.read_text(encoding="utf8").replace("generator/site/overrides", str(overrides))
    (home / "mkdocs.yml").write_text(text, encoding="utf8")


def _step(name: str, home: Path, verb: Sequence[str], day: str) -> Step:
    """Run `niemyet` in a folder, once the disk is quiet."""
    os.sync()
    niemyet = Path(sys.executable).with_name("niemyet")
    start = time.monotonic()
    done = subprocess.run([niemyet, *verb, "--as-of", day], cwd=home, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    if done.returncode:
        raise SystemExit(f"{name}: niemyet {' '.join(verb)} failed")
    files = [file.stat() for file in (home / "site").rglob("*") if file.is_file()]
    disk = sum(one.st_blocks for one in files) * 512 / 1e6
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Step(name, round(seconds, 2), memory, round(disk, 1), len(files))


def _report(steps: Sequence[Step], options: argparse.Namespace) -> None:
    *members, nation, again = steps
    shards = [path / "site" / SHARD for path in _members(options.folder)]
    figures = {
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "publishers": len(members),
        "procedures": options.publishers * options.procedures,
        "members_seconds": round(sum(step.seconds for step in members), 1),
        "members_disk_mb": round(sum(step.disk for step in members)),
        "members_files": sum(step.files for step in members),
        "largest_process_mb": max(step.memory for step in steps),
        "shards_mb": round(sum(path.stat().st_size for path in shards) / 1e6, 1),
        "nation": asdict(nation),
        "nation_unchanged": asdict(again),
    }
    text = json.dumps(figures, indent=2)
    print(text)
    if options.into:
        options.into.write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
