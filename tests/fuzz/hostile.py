"""Hostile files before each verb: a finding or a sentence, the documented exit code, small cost.

Usage: python -m tests.fuzz.hostile [VERB ...] [--every N]
"""

import argparse
import contextlib
import os
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from generator.cli import main as niemyet
from tests.conftest import SAMPLE

SECONDS, MEGABYTES = 2.0, 300
"""What a case may cost over the same verb on a sound catalogue, in CPU and in memory."""
_CODES = (0, 1, 2)
_HANGS = 60
_KEYS = "".join(f"khoa{number}: x\n" for number in range(8000)).encode()
CONTENTS: Mapping[str, bytes | Callable[[bytes], bytes]] = {
    "empty": b"",
    "zero bytes": b"\0" * 3000,
    "no utf-8": b"\xff\xfe\xfa",
    "utf-16": "title: Tên".encode("utf-16"),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "deep brackets": b"a: " + b"[" * 30_000,
    "deep braces": b"{a: " * 20_000,
    "deep dashes": b"- " * 20_000,
    "deep questions": b"? " * 20_000,
    "aliases of aliases": b"a: &a [x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 8)) for n in range(98, 110)
    ),
    "unknown keys": lambda sound: sound + b"\n" + _KEYS,
    "unknown keys alone": _KEYS,
    "wrong items": b"items:\n" + b"- 1\n" * 20_000,
    "a list": b"- a\n- b\n",
    "a word": b"x",
    "nothing but a comment": b"# x\n",
    "two documents": lambda sound: sound + b"\n---\n" + sound,
    "said twice": lambda sound: sound + b"\n" + sound,
    "a tag": b"a: !!python/object/apply:os.system [true]\n",
    "an unknown version": b"%YAML 9.9\n---\na: b\n",
    "a merge": b"a: &a {b: c}\nd: {<<: *a}\n",
    "tabs": b"a:\n\tb: c\n",
    "a byte order mark inside": lambda sound: sound[:40] + b"\xef\xbb\xbf" + sound[40:],
    "a long number": b"decimals: " + b"9" * 5000 + b"\n",
    "an integer beyond 64 bits": b"decimals: 18446744073709551617\n",
    "numbers of no end": b"amount: .inf\nvalue: 1e999\nsets: .nan\n",
    "a long key": b"k" * 3000 + b": x\n",
    "a long line": b"title: " + b"x" * 2_000_000 + b"\n",
    "a word and a no-break space": lambda sound: (
        sound + b"\nnotes: " + b"x" * 30_000 + b"\xc2\xa0\n"
    ),
    "spaces": lambda sound: sound.replace(
        b": ", b": " + b" " * 3000 + b"x" + b" " * 3000 + b"x", 3
    ),
    "texts of spaces": lambda sound: sound.replace(b": ", b': "' + b" " * 3000 + b'x" #', 3),
    "no characters": lambda sound: sound.replace(b": ", ': "\ufffe\uffff" #'.encode(), 1),
    "marks of direction": lambda sound: sound.replace(b": ", ": \u202e".encode(), 5),
    "half of it": lambda sound: sound[: len(sound) // 2],
    "one byte less": lambda sound: sound[:-1],
    "carriage returns": lambda sound: sound.replace(b"\n", b"\r"),
    "impossible days": b"signed: 2026-02-30\neffective: 9999-99-99\nlisted: 0000-00-00\n",
}
"""What a file holds instead, or what is made of it."""
TARGETS = (
    "procedure.yml",
    "version",
    "decision",
    "agencies",
    "catalogue.yml",
    "fields.yml",
    "calendar",
)
VERBS: Mapping[str, Sequence[str]] = {
    "check": ("check", "--jobs", "1"),
    "fmt": ("fmt", "--check", "--jobs", "1"),
    "show": ("show", "1.900801", "--jobs", "1"),
    "gaps": ("gaps", "--jobs", "1"),
    "report": ("report", "--as-of", "2026-01-01", "--and", "2026-06-30", "--jobs", "1"),
    "build": ("build", "--jobs", "1"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took, how it ended and what it said."""

    code: int
    said: str
    seconds: float = 0.0
    megabytes: float = 0.0


def every_case(verbs: Sequence[str] = ()) -> Iterator[tuple[str, str, str]]:
    """Verb, file and content: all of them for `check`, each content once for the others."""
    for verb in verbs or VERBS:
        if verb == "check":
            yield from ((verb, *pair) for pair in product(TARGETS, CONTENTS))
        else:
            for number, content in enumerate(CONTENTS):
                yield verb, TARGETS[number % len(TARGETS)], content


def try_case(verb: str, target: str, content: str) -> Cost:
    """Run a verb on a catalogue with one hostile file, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as name:
        folder = Path(name)
        shutil.copytree(SAMPLE, folder / "catalogue")
        shutil.copy(SAMPLE.parent / "mkdocs.yml", folder)
        if target:
            _spoil(_file(folder / "catalogue", target), content)
        return _run(VERBS[verb], folder)


def _file(catalogue: Path, target: str) -> Path:
    files = sorted(catalogue.rglob("*.yml"))
    if target.endswith(".yml"):
        return next(file for file in files if file.name == target)
    if target == "version":
        return next(file for file in files if file.parts[-2] == "1.900801" and file.name[0] == "v")
    return next(file for file in files if f"/{target}" in file.parent.as_posix())


def _spoil(file: Path, content: str) -> None:
    made = CONTENTS[content]
    file.write_bytes(made(file.read_bytes()) if callable(made) else made)


def _run(arguments: Sequence[str], folder: Path) -> Cost:
    child = os.fork()
    if not child:
        _run_in_child(arguments, folder)
    until = time.monotonic() + _HANGS
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > until:
            os.kill(child, 9)
        time.sleep(0.01)
    said = (folder / "said").read_text("utf8", errors="replace")
    return Cost(
        os.waitstatus_to_exitcode(status),
        said,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
    )


def _run_in_child(arguments: Sequence[str], folder: Path) -> None:
    code = 99
    try:
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with (folder / "said").open("w", encoding="utf8") as said:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            sys.stdout = sys.stderr = said
            try:
                code = niemyet([*arguments])
            except SystemExit as end:
                code = int(end.code or 0)
            except BaseException:
                traceback.print_exc()
    finally:
        os._exit(code)


def fault_of(cost: Cost, usual: Cost) -> str:
    """What is wrong with how a case ended; "" for nothing."""
    if cost.code not in _CODES:
        return f"exit code {cost.code}: {cost.said[-300:]}"
    if "Traceback" in cost.said or not (cost.said.strip() or cost.code == 0):
        return f"no sentence: {cost.said[-300:]!r}"
    if cost.seconds > usual.seconds + SECONDS:
        return f"{cost.seconds:.1f} s, usually {usual.seconds:.1f}"
    if cost.megabytes > usual.megabytes + MEGABYTES:
        return f"{cost.megabytes:.0f} MB, usually {usual.megabytes:.0f}"
    return ""


def main() -> int:
    """Try all cases, print each fault and the worst figures; exits 1 when there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verbs", nargs="*", choices=[*VERBS, []])
    parser.add_argument("--every", type=int, default=1, help="each case, or each third, and so on")
    options = parser.parse_args()
    verbs = options.verbs or list(VERBS)
    return int(sum(_try_verb(verb, options.every) for verb in verbs) > 0)


def _try_verb(verb: str, every: int) -> int:
    usual, faults, worst = try_case(verb, "", ""), 0, [0.0, 0.0]
    cases = list(every_case([verb]))[::every]
    for case in cases:
        cost = try_case(*case)
        worst = [max(worst[0], cost.seconds), max(worst[1], cost.megabytes)]
        if fault := fault_of(cost, usual):
            faults += 1
            sys.stdout.write(f"    {case}: {fault}\n")
    sys.stdout.write(
        f"{verb}: {len(cases)} cases, {faults} faults; at most {worst[0]:.1f} s and"
        f" {worst[1]:.0f} MB, usually {usual.seconds:.1f} s and {usual.megabytes:.0f} MB\n"
    )
    sys.stdout.flush()
    return faults


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
