"""The table of a run: medians, spread, ratios, and how time and memory grow with size."""

import math
import os
import platform
import re
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from benchmarks.sites.peers import Peer

WHOLE = "niemyet build, everything"
CHECK = "niemyet check, cold"
OURS = "niemyet"
SCHEMA_ONLY = "check-jsonschema"
_OURS = ("mkdocs", "mkdocs-material", "jsonschema-rs", "msgspec", "pyyaml")
_STEP = re.compile(r"^  (\S.*?) +([0-9]+\.[0-9])$", re.MULTILINE)
_EXPLAINED = (
    "The same Markdown pages for all, of synthetic catalogues unless the command names another.",
    "Ours reads YAML, checks it, and makes pages, lists, search, feeds and the JSON API; the",
    "peers only render, Pagefind only makes a search of finished pages, check-jsonschema only",
    "validates. A ratio below 1: ours is quicker. What takes longer than three minutes runs once.",
)


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, the largest process in MB, and what was printed."""

    seconds: float
    megabytes: float
    said: str = ""

    @property
    def steps(self) -> dict[str, float]:
        """The seconds of each kind of work, where the command said them."""
        return {name: float(seconds) for name, seconds in _STEP.findall(self.said)}


@dataclass(frozen=True)
class Measured:
    """The runs of everything at one size, and what the commands said that failed."""

    procedures: int
    pages: int
    runs: dict[str, list[Run]]
    failed: dict[str, str] = field(default_factory=dict)

    def median(self, name: str) -> float:
        """The median of the seconds."""
        return statistics.median(run.seconds for run in self.runs[name])

    def memory(self, name: str) -> float:
        """The largest process in any run, in MB."""
        return max(run.megabytes for run in self.runs[name])


def report(measured: Sequence[Measured], peers: Sequence[Peer]) -> str:
    """The whole table as Markdown."""
    return "\n".join(
        [
            *_head(peers),
            *(line for one in measured for line in (*_table(one), *_split(one))),
            *_growth(measured),
        ]
    )


def _head(peers: Sequence[Peer]) -> Iterator[str]:
    yield "# Builds side by side"
    yield ""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    yield f"{machine}, Python {platform.python_version()}."
    yield f"Ours with {', '.join(f'{name} {version(name)}' for name in _OURS)}."
    yield f"Peers: {'; '.join(_version(peer) for peer in peers) or 'none'}."
    yield ""
    yield from _EXPLAINED


def _version(peer: Peer) -> str:
    said = subprocess.run(peer.version, capture_output=True, text=True, check=False).stdout
    number = re.search(r"[0-9]+\.[0-9.]+[0-9]", said.strip().splitlines()[-1] if said else "")
    return f"{peer.name} {number[0]}" if number else peer.name


def _table(one: Measured) -> Iterator[str]:
    yield ""
    yield f"## {one.procedures} procedures, {one.pages} pages"
    yield ""
    yield "| | median s | all runs s | largest process MB | ours to this |"
    yield "|---|---:|---|---:|---:|"
    for name, runs in one.runs.items():
        seconds = ", ".join(f"{run.seconds:.1f}" for run in runs)
        own = CHECK if name == SCHEMA_ONLY else WHOLE
        ratio = "" if name.startswith(OURS) else f"{one.median(own) / one.median(name):.2f}"
        yield f"| {name} | {one.median(name):.1f} | {seconds} | {one.memory(name):.0f} | {ratio} |"
    for name, said in one.failed.items():
        yield f"| {name} | failed | {said.replace('|', '/')} |  |  |"


def _split(one: Measured) -> Iterator[str]:
    """Where the time of our whole build goes."""
    steps = [run.steps for run in one.runs[WHOLE]]
    yield ""
    yield "| niemyet build: the last lines count the seconds of all processes | median s |"
    yield "|---|---:|"
    for name in steps[0]:
        yield f"| {name} | {statistics.median(step.get(name, 0.0) for step in steps):.1f} |"


def _growth(measured: Sequence[Measured]) -> Iterator[str]:
    """The exponent of growth between the smallest and the largest size: 1 is proportional."""
    if len(measured) < 2:
        return
    small, large = measured[0], measured[-1]
    factor = math.log(large.procedures / small.procedures)
    yield ""
    yield f"## Growth from {small.procedures} to {large.procedures} procedures"
    yield ""
    yield "| | exponent of time | exponent of memory |"
    yield "|---|---:|---:|"
    for name in (name for name in small.runs if name in large.runs):
        time = math.log(large.median(name) / small.median(name)) / factor
        memory = math.log(large.memory(name) / small.memory(name)) / factor
        yield f"| {name} | {time:.2f} | {memory:.2f} |"
