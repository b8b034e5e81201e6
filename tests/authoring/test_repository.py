"""`niemyet init`: a repository with no error in it, whatever is answered; all of it or nothing."""

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.authoring import repository
from generator.authoring.repository import Answers, draft_calendar, draft_repository
from generator.check import check_catalogue
from generator.cli import main
from generator.cli.parser import build_parser
from generator.findings.problem import Severity
from generator.locale import words_of
from generator.records.layout import catalogue_files
from generator.records.tree import load_catalogue
from tests.conftest import DAY, PROJECT, build_site
from tests.review.repository import git
from tests.site.digests import digest

WORDS = words_of("vi")
STARTER = Path("generator/authoring/starter")
CALL = re.compile(r"(?m)(?:entry: |run: |- |; then |^ +)niemyet ([^\n|>;&]+)")
ALL = [
    "--publisher",
    "UBND tỉnh Thử",
    "--level",
    "province",
    "--base-url",
    "https://thu.example.vn/",
]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("answers", "to_fill_in"),
    [
        ([], {"agencies", "calendar", "catalogue.yml"}),
        (ALL, {"calendar", "catalogue.yml"}),
        ([*ALL, "--id", "ubnd-tinh"], {"calendar", "catalogue.yml"}),
        (["--level", "commune", "--publisher", "Con: “số” #1"], {"calendar", "catalogue.yml"}),
    ],
)
def test_a_new_catalogue_has_no_error_and_says_what_to_fill_in(
    answers: list[str], to_fill_in: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "new", *answers]) == 0
    said = capsys.readouterr().out
    found = check_catalogue(tmp_path / "new/catalogue", WORDS, DAY).findings
    assert not [f for f in found if f.severity == Severity.ERROR]
    warnings = [f for f in found if f.severity == Severity.WARNING]
    assert {f.path.partition("/")[0] for f in warnings} == to_fill_in
    assert all(f"{f.path}:{f.line}:" in said for f in warnings)


def test_an_address_without_its_last_slash_gets_one(tmp_path: Path) -> None:
    assert main(["init", "new", "--base-url", "https://thu.example.vn/tthc"]) == 0
    catalogue, _ = load_catalogue(tmp_path / "new/catalogue")
    assert catalogue.settings.base_url == "https://thu.example.vn/tthc/"


def test_what_is_answered_is_in_the_records(tmp_path: Path) -> None:
    assert main(["init", "new", *ALL]) == 0
    catalogue, _ = load_catalogue(tmp_path / "new/catalogue")
    assert catalogue.settings
    assert catalogue.settings.publisher == "ubnd-tinh-thu"
    assert catalogue.settings.base_url == "https://thu.example.vn/"
    agency = catalogue.agencies["ubnd-tinh-thu"]
    assert (agency.name, agency.level) == ("UBND tỉnh Thử", "province")
    assert sorted(catalogue.calendars) == [DAY.year, DAY.year + 1]
    assert len(catalogue.calendars[DAY.year].holidays) == 11
    readme = (tmp_path / "new/README.md").read_text("utf8")
    assert "UBND tỉnh Thử" in readme
    assert "https://thu.example.vn/" in readme
    assert "{" not in readme


def test_a_new_repository_is_in_the_order_of_the_schemas_and_lies_where_records_lie(
    tmp_path: Path,
) -> None:
    assert main(["init", "new"]) == 0
    assert all(place.kind for place in catalogue_files(tmp_path / "new/catalogue"))
    assert main(["fmt", "--check", "--catalogue", "new/catalogue"]) == 0


@pytest.mark.parametrize("folder", [".", "new", "a/new"])
def test_a_folder_that_is_there_may_hold_no_more_than_git(folder: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", folder)
    assert main(["init", folder]) == 0
    assert (tmp_path / folder / "catalogue/catalogue.yml").is_file()
    assert not list((tmp_path / folder).glob(".niemyet-*"))


def test_a_folder_with_files_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf8")
    assert main(["init", "."]) == 2
    assert "đã có dữ liệu" in capsys.readouterr().err
    assert main(["init", "notes.txt"]) == 2
    assert digest(tmp_path).keys() == {"notes.txt"}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (["--base-url", "thu.example.vn"], "catalogue.yml:3:11  LỖI CT205"),
        (["--id", "Sở Thử"], "so-thu"),
        (["--id", "con"], "x-con"),
        (["--publisher", "hai\ndòng"], "LỖI CT205"),
        (["--generator", "missing.whl"], "missing.whl"),
    ],
)
def test_answers_that_make_an_error_make_nothing(
    answers: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "new", *answers]) == 2
    capture = capsys.readouterr()
    assert said in capture.out + capture.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("existed", [True, False])
def test_a_disk_that_refuses_leaves_nothing(
    existed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if existed:
        (tmp_path / "new").mkdir()
    rename = Path.rename

    def refuse(source: Path, target: Path) -> Path:
        if target.name == "catalogue":
            raise OSError(28, "No space left on device")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert main(["init", "new"]) == 2
    assert [path.name for path in tmp_path.rglob("*")] == (["new"] if existed else [])


@pytest.mark.parametrize(
    ("generator", "line"),
    [
        ("niemyet==1.2.3", "niemyet==1.2.3"),
        ("git+https://git.example.org/n.git@v1", "niemyet @ git+https://git.example.org/n.git@v1"),
        ("niemyet-1.2.3-py3-none-any.whl", "./wheels/niemyet-1.2.3-py3-none-any.whl"),
    ],
)
def test_one_setting_says_where_the_program_comes_from(
    generator: str, line: str, tmp_path: Path
) -> None:
    (tmp_path / "niemyet-1.2.3-py3-none-any.whl").write_bytes(b"wheel")
    assert main(["init", "new", "--generator", generator]) == 0
    said = (tmp_path / "new/requirements.txt").read_text("utf8").splitlines()
    assert [one for one in said if not one.startswith("#")] == [line]
    if line.startswith("."):
        assert (tmp_path / "new" / line).read_bytes() == b"wheel"
    for path in (tmp_path / "new").rglob("*"):
        if path.is_file() and path.name != "requirements.txt":
            assert b"1.2.3" not in path.read_bytes()


def test_schemas_are_copied_again_after_an_upgrade(tmp_path: Path) -> None:
    assert main(["init", "new"]) == 0
    before = digest(tmp_path)
    (tmp_path / "new/schema/agency.schema.json").write_text("{}", "utf8")
    assert main(["init", "--schemas", "new"]) == 0
    assert digest(tmp_path) == before


def test_an_editor_finds_a_schema_for_every_record(tmp_path: Path) -> None:
    assert main(["init", "new"]) == 0
    settings = json.loads((tmp_path / "new/.vscode/settings.json").read_text("utf8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (tmp_path / "new" / schema).is_file()
        assert pattern.startswith("catalogue/")


def files_of_a_repository() -> dict[str, str]:
    files = draft_repository(Answers("niemyet==1.2.3"), DAY, WORDS)
    return {path: content.decode() for path, content in files.items()}


def test_every_call_in_the_files_is_one_that_the_command_understands() -> None:
    calls: set[str] = set()
    for path, text in files_of_a_repository().items():
        if path.endswith(".md"):
            quoted = re.findall(r"`niemyet ([^`]+)`", text) + re.findall(
                r"(?m)^niemyet (\S+)", text
            )
            calls |= {re.sub("<[^>]+>|…", "x", call) for call in quoted}
        elif not path.startswith(("catalogue/", "schema/")):
            calls |= set(CALL.findall(text))
    assert len(calls) > 20
    for call in calls - {"new procedure", "import portal --help"}:
        assert build_parser(WORDS).parse_args(shlex.split(call)).run, call


def test_the_templates_are_those_of_this_repository() -> None:
    files = files_of_a_repository()
    for path in [*PROJECT.glob(".github/PULL*/*.md"), PROJECT / ".vscode/settings.json"]:
        name = path.relative_to(PROJECT).as_posix()
        assert files[name] == path.read_text("utf8"), f"cp {name} {STARTER}"
    for path in PROJECT.glob(".gitlab/*/*.md"):
        assert files[path.relative_to(PROJECT).as_posix()] == path.read_text("utf8")


def test_yaml_files_are_well_formed_and_lines_end_alike() -> None:
    for path, text in files_of_a_repository().items():
        assert "\r" not in text
        assert text.endswith("\n"), path
        if path.endswith((".yml", ".yaml")):
            assert yaml.safe_load(text)


@pytest.mark.parametrize("year", range(2025, 2035))
def test_a_drafted_calendar_has_weekdays_of_its_year(year: int) -> None:
    days = [holiday.date for holiday in draft_calendar(year, WORDS).holidays]
    assert days == sorted(set(days))
    assert all(day.year == year and day.weekday() < 5 for day in days)
    assert {(9, 2), (9, 3), (9, 4)} & {(day.month, day.day) for day in days}


def test_a_holiday_on_a_weekend_is_made_up_for() -> None:
    named = {h.date: h.name for h in draft_calendar(2027, WORDS).holidays}
    assert named[date(2027, 5, 3)] == "Nghỉ bù Ngày Quốc tế lao động"
    assert date(2027, 5, 1) not in named


def test_the_words_are_in_the_package_or_beside_it() -> None:
    assert (repository.sample_folder() / "citizen-words.yml").is_file()


def test_a_new_site_shows_no_unfinished_contact_and_no_heading_over_nothing(tmp_path: Path) -> None:
    assert main(["init", "new", *ALL]) == 0
    build_site(tmp_path / "new/catalogue", tmp_path)
    home = (tmp_path / "site/index.html").read_text("utf8")
    assert "TODO" not in home
    assert "tel:" not in home
    headings = re.findall(r"<h2[^>]*>([^<]*)", home)
    assert headings == ["Cách tìm khác"]


def test_init_says_what_it_wrote_for_pip(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "new", *ALL, "--generator", "niemyet==9.8.7"]) == 0
    assert "requirements.txt: niemyet==9.8.7\n" in capsys.readouterr().out
