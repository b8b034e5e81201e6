"""What is compared: every kind of output that the command makes of the catalogue, as text."""

import hashlib
import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from generator.records.tree import load_catalogue
from tests.golden.again import is_clean, made_again
from tests.golden.chosen import CODES, FILES, FRAMED, NATION, OVERNIGHT, PAGES
from tests.golden.command import HERE, PROJECT, Workplace, workplace
from tests.golden.limits import lay_cases
from tests.golden.nation import gathered
from tests.golden.reading import main_text_of, text_of

EXPECTED = HERE / "expected"
AFTER = HERE / "after"
BEFORE, DAY, NEXT = "2026-12-30", "2026-12-31", "2027-01-01"
"""The day of the catalogue, on which much begins and ends, and the days before and after it."""

Outputs = dict[str, str]


def outputs() -> Outputs:
    """Every output by the name of the file that holds it in `expected/`."""
    with workplace() as place:
        made = dict(_site(place))
        made |= _checks(place)
        made |= _shown(place)
        made |= _gaps(place)
        made |= _days(place)
    with workplace() as place:
        made |= _reviews(place)
    with workplace() as place:
        made |= _nation(place)
    with workplace() as place:
        made["limits.txt"] = "".join(_limits(place))
    with workplace() as place:
        made["again.txt"] = "".join(made_again(place, DAY, NEXT))
    return made


def _site(place: Workplace) -> Iterator[tuple[str, str]]:
    """The files and pages kept whole, the search's data, and a digest of everything else."""
    site = place.build(DAY)
    for path in FILES:
        yield f"site/{path}", readable(site / path)
    for path in (*FRAMED, *PAGES):
        name = path.removesuffix("/index.html").removesuffix(".html").replace("/", "_")
        yield f"pages/{name}.txt", readable(site / path) if path in FRAMED else _main(site / path)
    (cards,) = (site / "search/cards").glob("*.json")
    yield "site/search/cards.json", readable(cards)
    yield "digests.txt", "".join(_digests(site))


def _digests(site: Path) -> Iterator[str]:
    """A line for every file that is made of records: twelve digits of its text's SHA-256.

    The pages that explain rules share one line.
    """
    rules = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(("assets/", "search/")):
            continue
        if path.startswith("quy-tac/"):
            rules.update(readable(file).encode())
        else:
            yield f"{_digest(readable(file))}  {path}\n"
    yield f"{rules.hexdigest()[:12]}  quy-tac/\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _days(place: Workplace) -> Iterator[tuple[str, str]]:
    """What another day changes, as differences between what is made for either."""
    (place.catalogue / "exceptions.yml").unlink()  # one of them is an error on the next day
    made = {day: _texts(place.build(day)) for day in (BEFORE, DAY, NEXT)}
    for old, new in ((BEFORE, DAY), (DAY, NEXT)):
        found = (difference(made[old][path], made[new][path], path, 0) for path in OVERNIGHT)
        yield f"overnight/{old}--{new}.diff", "".join(found)


def _texts(site: Path) -> Outputs:
    return {
        path: _main(site / path) if path.endswith(".html") else readable(site / path)
        for path in OVERNIGHT
    }


def _checks(place: Workplace) -> Iterator[tuple[str, str]]:
    """The findings, in every format; the day after, when an exception has run out, as text."""
    for form in ("text", "json", "github", "gitlab", "sarif"):
        ran = place.run("check", "--as-of", DAY, "--jobs", "1", "--format", form)
        assert ran.status == 0, ran.printed
        yield f"check/{form}.txt", ran.printed if form in ("text", "github") else _json(ran.printed)
    for day, status in ((BEFORE, 0), (NEXT, 1)):
        ran = place.run("check", "--as-of", day, "--jobs", "1", "--severity", "warning")
        assert ran.status == status, ran.printed
        yield f"check/{day}.txt", ran.printed
    yield "check/en.txt", place.run("check", "--as-of", DAY, "--jobs", "1", "--lang", "en").printed


def _shown(place: Workplace) -> Iterator[tuple[str, str]]:
    """The life of each procedure; how it looks from another day, and as it was known before."""
    lives = {day: _lives(place, "--as-of", day) for day in (BEFORE, DAY, NEXT)}
    yield f"show/{DAY}.txt", lives[DAY]
    yield f"show/{BEFORE}.diff", difference(lives[DAY], lives[BEFORE], BEFORE, 0)
    yield f"show/{NEXT}.diff", difference(lives[DAY], lives[NEXT], NEXT, 0)
    known = _lives(place, "--as-of", NEXT, "--known-on", BEFORE)
    yield f"show/{NEXT}-known-on-{BEFORE}.diff", difference(lives[NEXT], known, NEXT, 0)
    ran = place.run("show", CODES[1], "--as-of", DAY, "--jobs", "1", "--format", "json")
    yield f"show/{CODES[1]}.json", _json(ran.printed)


def _gaps(place: Workplace) -> Iterator[tuple[str, str]]:
    """What the catalogue leaves open, in every format, and in the other language."""
    options = ("gaps", "--as-of", DAY, "--jobs", "1", "--limit", "0")
    ran = {form: place.run(*options, "--format", form) for form in ("text", "html", "csv")}
    assert all(one.status == 0 for one in ran.values()), ran
    yield "gaps/text.txt", ran["text"].printed
    yield "gaps/html.txt", text_of(ran["html"].printed)
    yield "gaps/gaps.csv", ran["csv"].printed.lstrip("\ufeff").replace("\r\n", "\n")
    yield "gaps/en.txt", place.run(*options, "--lang", "en").printed


def _lives(place: Workplace, *options: str) -> str:
    return "\n".join(place.run("show", code, "--jobs", "1", *options).printed for code in CODES)


def _reviews(place: Workplace) -> Iterator[tuple[str, str]]:
    """What a pull request changes, and what the guards say of it."""
    site = place.build(DAY)
    same = place.run("verify", "--as-of", DAY, "--jobs", "1", "site")
    assert same.status == 0, same.printed
    place.commit()
    place.lay(AFTER)
    ran = {
        form: place.run("diff", "main", "--jobs", "1", "--format", form)
        for form in ("markdown", "html", "json")
    }
    assert all(one.status == 0 for one in ran.values()), ran
    yield "review/review.md", ran["markdown"].printed
    yield "review/html.txt", text_of(ran["html"].printed)
    yield "review/digest.txt", f"{_digest(_json(ran['json'].printed))}  review.json\n"
    ran = place.run("verify", "--as-of", DAY, "--jobs", "1", site.name)
    assert ran.status == 1, ran.printed
    yield "review/verify.txt", ran.printed
    ran = place.run("check", "--as-of", DAY, "--jobs", "1", "--base", "main")
    yield "review/check.txt", ran.printed


def _nation(place: Workplace) -> Iterator[tuple[str, str]]:
    """The index of two sites."""
    site = gathered(place, DAY)
    for path in NATION:
        text = _main(site / path) if path.endswith(".html") else readable(site / path)
        yield f"nation/{path.removesuffix('/index.html').replace('/', '_')}.txt", text
    (cards,) = (site / "search/cards").glob("*.json")
    yield "nation/cards.json", readable(cards)
    yield "nation/digests.txt", "".join(_digests(site))


def _limits(place: Workplace) -> Iterator[str]:
    """Every case of limits.yml with what is found in its files and was not found before.

    What cannot be read is checked first, and made sound for the others: some rules are silent
    while a record is missing that they would need.
    """
    options = ("check", "--as-of", DAY, "--jobs", "1", "--format", "json")
    before = {_found(finding) for finding in json.loads(place.run(*options).printed)}
    laid = lay_cases(place)
    names = laid.names
    unread = load_catalogue(place.catalogue)[0].unread_files & names.keys()
    first = json.loads(place.run(*options).printed)
    for path in unread:
        laid.make_sound(path)
    rest = json.loads(place.run(*options).printed)
    files: dict[str, list[str]] = {path: [] for path in names}
    told = [one for one in first if one["path"] in unread]
    told += [one for one in rest if one["path"] not in unread]
    for finding in told:
        if _found(finding) not in before:
            files.setdefault(finding["path"], []).append(_said(finding))
    last = ""
    for path, found in files.items():
        name = names.get(path, path)
        yield f"{name}\n" if name != last else ""
        yield from found
        last = name


def _found(finding: dict[str, object]) -> tuple[object, ...]:
    return finding["path"], finding["code"], finding["detail"]


def _said(finding: dict[str, object]) -> str:
    place = f"{str(finding['path']).rpartition('/')[2]}:{finding['line']}:{finding['column']}"
    return f"    {place} {finding['severity']} {finding['code']}: {finding['detail']}\n"


def readable(file: Path) -> str:
    """A file as text: HTML in reading order, JSON in short lines, else what it holds."""
    if file.suffix == ".png":
        return file.read_bytes().hex()
    text = file.read_bytes().decode("utf-8-sig" if file.suffix == ".csv" else "utf8")
    match file.suffix:
        case ".html":
            return text_of(text)
        case ".json":
            return _json(text)
        case ".xml" if file.name == "sitemap.xml":
            return _dated(text)
    return text.replace("\r\n", "\n")


def _main(page: Path) -> str:
    return main_text_of(page.read_text("utf8"))


def _dated(sitemap: str) -> str:
    """The pages of a sitemap that have a date, and how many have none."""
    lines = sitemap.splitlines(keepends=True)
    undated = [line for line in lines if "<url>" in line and "<lastmod>" not in line]
    dated = "".join(line for line in lines if line not in undated)
    return f"{dated}{len(undated)} undated {_digest(''.join(undated))}\n"


def _json(text: str) -> str:
    return f"{folded(json.loads(text))}\n"


def folded(value: object, indent: str = "") -> str:
    """JSON in which whatever fits on a line of 120 characters stands on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent + flat) <= 120 or not isinstance(value, dict | list) or not value:
        return flat
    deeper = indent + " "
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(k, ensure_ascii=False)}: {folded(v, deeper)}" for k, v in value.items()
        ]
    else:
        parts = [folded(one, deeper) for one in value]
    first, last = ("{", "}") if isinstance(value, dict) else ("[", "]")
    return f"{first}\n{deeper}" + f",\n{deeper}".join(parts) + f"\n{indent}{last}"


def difference(expected: str, found: str, name: str, context: int = 3) -> str:
    """A unified difference of two texts."""
    lines = (text.splitlines(keepends=True) for text in (expected, found))
    return "".join(unified_diff(*lines, name, name, n=context))


def write() -> None:
    """Write `expected/` again from what the command makes now.

    Raises AssertionError when a site built step by step is not the one that a clean build makes.
    """
    with workplace() as place:
        for line in made_again(place, DAY, NEXT):
            day = NEXT if line.endswith("the next day\n") else DAY
            assert "pages" not in line or is_clean(place, day), f"no clean build makes this: {line}"
    made = outputs()
    for file in EXPECTED.rglob("*"):
        if file.is_file() and file.relative_to(EXPECTED).as_posix() not in made:
            file.unlink()
    for name, text in made.items():
        file = EXPECTED / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


__all__ = ["DAY", "EXPECTED", "PROJECT", "difference", "folded", "outputs", "write"]
