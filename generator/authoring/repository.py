"""A catalogue repository of one's own: what `niemyet init` lays out, all of it or nothing.

Most files are copied from `starter/`, where a leading dot is written `dot_`; the records are made
of the answers, and say TODO where there is none, which `niemyet check` finds (VS512).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.authoring.scaffold import CannotDraftError
from generator.imports.words import FILE as WORDS
from generator.imports.words import of_fields, read_words, sample_folder
from generator.law.text import slug
from generator.locale import Words
from generator.records.layout import catalogue_file, path_of
from generator.records.registers import Agency, Calendar, Contact, Holiday, Settings
from generator.records.schema import schema_folder
from generator.records.yaml_writer import to_yaml

Files = Mapping[str, bytes]
"""The content of files by their paths."""

_DOT = "dot_"
_FILLED_IN = ("README.md", "requirements.txt", "catalogue/fields.yml")
"""The files of `starter/` in which names in braces stand for answers."""
_GITHUB_TEMPLATES = ".github/PULL_REQUEST_TEMPLATE/"
_GITLAB_TEMPLATES = ".gitlab/merge_request_templates/"
_TODO_ADDRESS = "https://todo.example/"
_HOLIDAYS = ((1, 1, "new_year"), (4, 30, "victory"), (5, 1, "labour"), (9, 2, "independence"))
"""The days off on a fixed day: Labour Code 45/2019/QH14, article 112."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Answers:
    """What a publisher says of its catalogue; None is left to be filled in.

    `requirement` is a line of pip's requirements files that installs this program.
    """

    requirement: str
    publisher: str | None = None
    id: str | None = None
    level: str | None = None
    base_url: str | None = None

    @property
    def address(self) -> str:
        """The address of the site to be, with the slash at its end that paths are put behind."""
        address = self.base_url or _TODO_ADDRESS
        return address if address.endswith("/") else f"{address}/"

    @property
    def agency(self) -> str:
        """The id of the publisher."""
        return self.id or slug(self.publisher or "co-quan-cong-khai")


def draft_repository(answers: Answers, day: date, words: Words) -> Files:
    """Every file of a new repository. Raises CannotDraftError for an id that cannot be.

    There are calendars for the year of `day` and the next one.
    """
    agency = path_of("agency", answers.agency)
    if catalogue_file(agency).kind is None:
        raise CannotDraftError("new.bad_id", found=answers.agency, wanted=slug(answers.agency))
    citizen_words = of_fields(read_words(sample_folder() / WORDS), ())
    records = {
        path_of("catalogue", ""): to_yaml("catalogue", _settings(answers, words)),
        agency: to_yaml("agency", _publisher(answers, words)),
        path_of("citizen-words", ""): to_yaml("citizen-words", citizen_words),
        path_of("calendar", str(day.year)): _read_calendar(day.year, words),
        path_of("calendar", str(day.year + 1)): _draft_calendar(day.year + 1, words),
    }
    return {
        **dict(_starter(answers, words)),
        **{f"catalogue/{path}": text.encode() for path, text in records.items()},
        **read_schemas(),
    }


def read_schemas() -> Files:
    """The schemas of this program, by which editors explain each key while it is typed."""
    files = sorted(schema_folder().glob("*.json"))
    return {f"schema/{file.name}": file.read_bytes() for file in files}


def is_free(folder: Path) -> bool:
    """Whether a repository may be laid out in a folder: nothing is there, but for git's own."""
    return not folder.exists() or (
        folder.is_dir() and {entry.name for entry in folder.iterdir()} <= {".git"}
    )


def write_repository(folder: Path, files: Files, approve: Callable[[Path], None]) -> None:
    """Write files into a free folder: all of them, or none.

    `approve` is called with a folder that holds them all; when it raises, nothing is left of them.
    Raises OSError.
    """
    existed = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".niemyet-", dir=folder) as name:
            write_files(Path(name), files)
            approve(Path(name))
            _move_entries(Path(name), folder)
    except BaseException:
        if not existed:
            folder.rmdir()
        raise


def write_files(folder: Path, files: Files) -> None:
    """Write files below a folder, over those that are there. Raises OSError."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _move_entries(source: Path, target: Path) -> None:
    names = [entry.name for entry in source.iterdir()]
    try:
        for name in names:
            (source / name).rename(target / name)
    except OSError:
        for name in names:
            if not (source / name).exists():
                (target / name).rename(source / name)
        raise


def _starter(answers: Answers, words: Words) -> Iterator[tuple[str, bytes]]:
    values = {
        "{publisher}": answers.publisher or words("starter.publisher"),
        "{id}": answers.agency,
        "{base_url}": answers.address,
        "{requirement}": answers.requirement,
    }
    for path, content in _read_files_below(resources.files(__package__) / "starter", ""):
        if path in _FILLED_IN:
            content = _filled_in(content.decode(), values).encode()
        yield path, content
        if path.startswith(_GITHUB_TEMPLATES):
            yield path.replace(_GITHUB_TEMPLATES, _GITLAB_TEMPLATES), content


def _filled_in(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _read_files_below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = prefix + entry.name.replace(_DOT, ".", 1)
        if entry.is_dir():
            yield from _read_files_below(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()


def _settings(answers: Answers, words: Words) -> Settings:
    known = answers.publisher
    feedback = Contact(
        purpose="feedback", name=words("starter.feedback"), phone=words("starter.phone")
    )
    return Settings(
        title=words("starter.title"),
        description=words("starter.description", publisher=known) if known else None,
        publisher=answers.agency,
        base_url=answers.address,
        time_zone="Asia/Ho_Chi_Minh",
        language=words.language,
        sample=False,
        contacts=(feedback,),
    )


def _publisher(answers: Answers, words: Words) -> Agency:
    return Agency(
        id=answers.agency,
        name=answers.publisher or words("starter.publisher"),
        kind="agency",
        level=answers.level,
        unknown={} if answers.level else {"level": words("starter.level")},
    )


def _read_calendar(year: int, words: Words) -> str:
    """The calendar of a year, as the sample has it; else one with the days that never move."""
    known = sample_folder() / path_of("calendar", str(year))
    if known.is_file():
        return known.read_text(encoding="utf8")
    return _draft_calendar(year, words)


def _draft_calendar(year: int, words: Words) -> str:
    """A calendar of the days that never move: those of a year to come are not announced yet."""
    return to_yaml("calendar", draft_calendar(year, words))


def draft_calendar(year: int, words: Words) -> Calendar:
    """A calendar with the holidays that never move, each on a weekday, and the rest to fill in.

    One that falls on a weekend is made up for on the next working day (Labour Code, article 111).
    """
    days: dict[date, Holiday] = {}
    for month, number, name in _HOLIDAYS:
        said = words(f"starter.{name}")
        day = date(year, month, number)
        while day.weekday() >= _SATURDAY or day in days:
            day += timedelta(1)
            said = words("starter.in_lieu", name=words(f"starter.{name}"))
        days[day] = Holiday(date=day, name=said)
    return Calendar(
        year=year,
        holidays=tuple(days.values()),
        swapped_days=(),
        legal_source=words("starter.calendar_source"),
        note=words("starter.calendar_note"),
    )
