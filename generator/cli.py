"""`niemyet`: the verbs, exit codes and progress; the only place that prints or reads the clock."""

import argparse
import hashlib
import json
import lzma
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

from generator.check import Checked, Workshop, check, only_below
from generator.imports.portal.convert import Sources, read_sources
from generator.imports.portal.report import refusals, report
from generator.imports.portal.write import Imported, verify, write_catalogue
from generator.law.edition import Edition
from generator.locale import LANGUAGES, Words, words_of
from generator.records.findings import as_json, as_text
from generator.records.problems import Severity
from generator.records.store import Store
from generator.site.build import Built, Places, alone, render_and_publish, safe_site, write
from generator.site.render import RenderError

CLEAN, ERRORS, USAGE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130
_PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class MisuseError(Exception):
    """The command line asks for something that cannot be; the message is for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `niemyet`; returns 0 clean, 1 errors found, 2 wrong usage, 3 a fault of the program."""
    options = _parser().parse_args(arguments)
    words = words_of(options.lang)
    try:
        status: int = options.run(options, words)
    except MisuseError as misuse:
        print(misuse, file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        return CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("NIEMYET_TRACEBACK"):
            raise
        print(words("check.internal", reason=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return INTERNAL
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="niemyet", description=words_of("vi")("help.niemyet"))
    verbs = parser.add_subparsers(required=True, metavar="check | build | import")
    help_of = words_of("vi")
    _check_arguments(verbs.add_parser("check", help=help_of("help.check")))
    _build_arguments(verbs.add_parser("build", help=help_of("help.build")))
    _import_arguments(verbs.add_parser("import", help=help_of("help.import")))
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    parser.add_argument("--jobs", default=str(os.cpu_count() or 1), help=help_of("help.jobs"))


def _catalogue_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    _common(parser)
    parser.add_argument("--catalogue", default="catalogue", help=help_of("help.catalogue"))
    parser.add_argument("--as-of", default=None, help=help_of("help.as_of"))


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    _catalogue_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("paths", nargs="*", metavar="PATH", help=help_of("help.paths"))
    parser.set_defaults(run=_check)


def _build_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    _catalogue_arguments(parser)
    parser.add_argument("--site", default="site", help=help_of("help.site"))
    parser.set_defaults(run=_build)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    help_of = words_of("vi")
    systems = parser.add_subparsers(required=True, metavar="portal")
    portal = systems.add_parser("portal", help=help_of("help.portal"))
    portal.add_argument("--lang", choices=LANGUAGES, default="vi", help=help_of("help.lang"))
    portal.add_argument("files", nargs="+", metavar="FILE", help=help_of("help.files"))
    portal.add_argument("--into", required=True, metavar="DIR", help=help_of("help.into"))
    portal.add_argument("--report", metavar="FILE", help=help_of("help.report"))
    portal.add_argument("--verify", action="store_true", help=help_of("help.verify"))
    portal.set_defaults(run=_import_portal)


def _import_portal(options: argparse.Namespace, words: Words) -> int:
    into = Path(options.into).resolve()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise MisuseError(words("import.not_empty", path=into))
    try:
        sources = read_sources(Path(name) for name in options.files)
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MisuseError(words("import.unreadable", reason=error)) from None
    imported = write_catalogue(sources, into, _progress(words, "import.writing"))
    verified = verify(sources, into) if options.verify else None
    refused = refusals(sources, words)
    for line in as_text(refused, words):
        print(line)
    print(_imported(imported, sources, into, words))
    if verified:
        counts = {"strings": verified.strings, "characters": verified.characters}
        print(words("import.verified", lost=verified.lost, **counts))
    if options.report:
        numbers = report(sources, imported, verified, refused, _as_of(None, words))
        text = json.dumps(numbers, ensure_ascii=False, indent=2)
        Path(options.report).write_text(text + "\n", encoding="utf8")
    return ERRORS if verified and verified.lost else CLEAN


def _imported(imported: Imported, sources: Sources, into: Path, words: Words) -> str:
    written = imported.written
    return words(
        "import.done",
        read=sum(sources.read.values()),
        refused=len(sources.refused),
        procedures=written["procedure"],
        decisions=written["decision"],
        agencies=written["agency"],
        documents=written["legal-document"],
        repairs=sum(sources.repairs.values()),
        into=into,
    )


def _check(options: argparse.Namespace, words: Words) -> int:
    root = _folder(options.catalogue, words)
    paths = [_inside(root, path, words) for path in options.paths]
    checked = _checked(root, options, words)
    shown = Checked(checked.catalogue, only_below(checked.findings, paths))
    _print_findings(shown, options.format, words)
    return ERRORS if shown.failed else CLEAN


def _checked(root: Path, options: argparse.Namespace, words: Words) -> Checked:
    day = _as_of(options.as_of, words)
    with _executor(options.jobs, words) as executor:
        workshop = Workshop(executor, _store(root), _progress(words, "check.reading"))
        return check(root, words, day, workshop)


def _store(root: Path) -> Store:
    """What was read before, kept beside the other generated files of the working folder."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    return Store.at(Path("build").resolve() / "read" / f"{name}.msgpack")


def _build(options: argparse.Namespace, words: Words) -> int:
    root = _folder(options.catalogue, words)
    day = _as_of(options.as_of, words)
    places = _places(options, root, words)
    clock = [time.monotonic()]
    checked = _checked(root, options, words)
    if checked.failed:
        _print_findings(checked, "text", words)
        print(words("build.refused"), file=sys.stderr)
        return ERRORS
    clock.append(time.monotonic())
    language = checked.catalogue.settings.language if checked.catalogue.settings else "vi"
    edition = Edition(checked.catalogue, day, words_of(language))
    try:
        with alone(places.build):
            progress = _progress(words, "build.writing")
            written = write(edition, places, _jobs(options.jobs, words), progress)
            clock.append(time.monotonic())
            if sys.stderr.isatty():
                print(words("build.rendering"), file=sys.stderr)
            built = render_and_publish(edition, places, written)
    except (RenderError, OSError) as error:
        print(words("build.failed", reason=error), file=sys.stderr)
        return INTERNAL
    clock.append(time.monotonic())
    for warning in built.warnings:
        print(warning, file=sys.stderr)
    print(summary(checked, words))
    print(_built(built, edition, places, clock, words))
    return CLEAN


def _places(options: argparse.Namespace, root: Path, words: Words) -> Places:
    config = Path("mkdocs.yml").resolve()
    if not config.is_file():
        raise MisuseError(words("build.no_config", path=config))
    site = Path(options.site).resolve()
    if not safe_site(site, (root, config)):
        raise MisuseError(words("build.bad_site", path=site))
    return Places(config, Path("build").resolve(), site)


def _built(
    built: Built, edition: Edition, places: Places, clock: Sequence[float], words: Words
) -> str:
    read, write_, render_ = (b - a for a, b in pairwise(clock))
    own, children = (resource.getrusage(who).ru_maxrss for who in _PROCESSES)
    return words(
        "build.done",
        pages=built.written.pages,
        files=built.files,
        megabytes=round(built.bytes / 1e6, 1),
        site=places.site,
        day=edition.day.strftime("%d/%m/%Y"),
        procedures=len(edition.entries),
        decisions=len(edition.catalogue.decisions),
        read=round(read, 1),
        write=round(write_, 1),
        render=round(render_, 1),
        memory=round(max(own, children) / 1024),
    )


def _print_findings(checked: Checked, form: str, words: Words) -> None:
    if form == "json":
        print(as_json(checked.findings))
        return
    for line in as_text(checked.findings, words):
        print(line)
    for line in kinds(checked, words):
        print(line)
    print(summary(checked, words))


def kinds(checked: Checked, words: Words) -> Iterator[str]:
    """How often each kind of finding occurs, the most frequent first."""
    counted = Counter((f.severity, f.code) for f in checked.findings)
    for (severity, code), count in counted.most_common():
        title = words(f"findings.{code}.title")
        yield f"{count:>6} × {words(f'severity.{severity}')} {code}  {title}"


def summary(checked: Checked, words: Words) -> str:
    """One sentence with the numbers of a check."""
    return words(
        "check.summary",
        files=len(checked.catalogue.paths),
        procedures=len(checked.catalogue.procedures),
        decisions=len(checked.catalogue.decisions),
        errors=checked.count(Severity.ERROR),
        warnings=checked.count(Severity.WARNING),
    )


def _folder(name: str, words: Words) -> Path:
    path = Path(name)
    if not path.is_dir():
        raise MisuseError(words("check.no_catalogue", path=path))
    return path.resolve()


def _inside(root: Path, name: str, words: Words) -> str:
    """A named path relative to the catalogue, wherever the command was started."""
    for candidate in (Path(name), root / name):
        absolute = candidate.resolve()
        if absolute.exists() and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    raise MisuseError(words("check.no_such_path", path=name))


def _as_of(text: str | None, words: Words) -> date:
    """The date asked for; without one, SOURCE_DATE_EPOCH, else today in Viet Nam."""
    if text is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), VIETNAM) if epoch else datetime.now(VIETNAM)
        return moment.date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MisuseError(words("check.bad_date", found=text)) from None


@contextmanager
def _executor(jobs: str, words: Words) -> Iterator[Executor | None]:
    """A process pool for `jobs` above 1; none for 1."""
    if _jobs(jobs, words) == 1:
        yield None
        return
    with ProcessPoolExecutor(int(jobs)) as pool:
        yield pool


def _jobs(jobs: str, words: Words) -> int:
    if not jobs.isdecimal() or int(jobs) < 1:
        raise MisuseError(words("check.bad_jobs", found=jobs))
    return int(jobs)


def _progress(words: Words, key: str) -> Callable[[int, int], None] | None:
    """Rewrites one line of the terminal, at most ten times a second; silent when there is none."""
    if not sys.stderr.isatty():
        return None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > 0.1:
            last = time.monotonic()
            line = words(key, done=done, total=total)
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show
