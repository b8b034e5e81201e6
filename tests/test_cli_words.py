"""The command line speaks the language asked for, its help and the sentences of argparse too."""

import argparse
import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import main
from generator.cli.argparse_words import argparse_in
from generator.cli.verb import Command
from generator.cli.verbs import NAMES, VERBS, load_command
from generator.locale import LANGUAGES, words_of

Capture = pytest.CaptureFixture[str]

ONLY_FOR_PROGRAMMERS = re.compile(
    r"conflict|\.__call__|'required' is an invalid|mutually exclusive|not callable|cannot |dest=|"
    r"invalid option string|with mode|unexpected option string"
)
"""What argparse raises when a parser is built wrongly."""


def sentences_of_argparse() -> set[str]:
    """The sentences that the argparse of this Python asks gettext for."""
    tree = ast.parse(Path(argparse.__file__).read_text("utf8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    asked = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in ("_", "ngettext")]
    texts = [a.value for c in asked for a in c.args if isinstance(a, ast.Constant)]
    return {text for text in texts if not ONLY_FOR_PROGRAMMERS.search(text)}


ENGLISH = {word for text in sentences_of_argparse() for word in re.findall(r"[a-z]{3,}", text)} - {
    "prog",
    "version",  # a verb below `new`
    "warning",  # a severity
    *NAMES,
}


def english_in(text: str) -> set[str]:
    """The words of argparse in a text; options, choices and what the user typed are no words."""
    bare = re.sub(r"\{[^}]*\}|'[^']*'|--[\w-]+|%\([a-z_]+\)", " ", text)
    return ENGLISH & set(re.findall(r"(?<![\w-])[a-z]{3,}(?![\w-])", bare))


def paths(name: str, command: Command) -> Iterator[list[str]]:
    """The words that lead to a verb, and to those below it."""
    yield [name]
    for verb, below in command.verbs.items():
        yield from ([name, *rest] for rest in paths(verb.name, below))


MODULES = {
    f"generator.cli.{path.stem}"
    for path in Path("generator/cli").glob("*.py")
    if "\nCOMMAND = " in path.read_text("utf8")
}
"""What carries out the verbs."""
PACKAGES = {"filelock", "jsonschema", "jsonschema_rs", "lunr", "markdown", "mkdocs", "msgspec"}
PACKAGES |= {"docx", "lxml", "openpyxl", "referencing", "segno", "shtab", "typst", "watchdog"}
"""What only some verbs need."""
EVERY = [path for verb in VERBS for path in paths(verb.name, load_command(verb))]


def printed(arguments: list[str], capsys: Capture) -> tuple[int, str]:
    try:
        status = main(arguments)
    except SystemExit as end:
        status = int(str(end.code or 0))
    capture = capsys.readouterr()
    return status, capture.out + capture.err


def test_the_words_have_every_sentence_of_argparse() -> None:
    assert len(sentences_of_argparse()) > 20
    for language in LANGUAGES:
        known = {k.removeprefix("argparse.") for k in words_of(language).entries}
        assert sentences_of_argparse() <= known


def test_translated_sentences_have_the_same_values() -> None:
    for key, text in words_of("vi").entries.items():
        if key.startswith("argparse."):
            values = re.findall(r"%(?:\([a-z_]+\))?[rs]", text)
            original = re.findall(r"%(?:\([a-z_]+\))?[rs]", key)
            assert set(values) == set(original) - {"%(type)s"}


@pytest.mark.parametrize(
    "wrong",
    [
        ["--no-such-option"],
        ["--lang"],
        ["--lang", "fr"],
        ["--jobs"],
        ["--format", "docx"],
        ["--port", "x"],
        ["--limit", "x", "main"],
        ["--verbose=3"],
        ["--verify=3", "--into", "x", "tep.jsonl"],
        ["một", "hai", "ba", "bốn"],
        ["fish", "fish", "fish"],
    ],
    ids=lambda wrong: wrong[0],
)
@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_no_english_of_argparse_reaches_a_vietnamese_reader(
    path: list[str], wrong: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("generator.cli._run", lambda *_: 0)
    status, text = printed([*path, *wrong], capsys)
    takes_any = path in (["check"], ["fmt"], ["post"]) and not wrong[0].startswith("-")
    assert status == (0 if takes_any else 2), text
    assert english_in(text) == set(), text


def test_an_ambiguous_option_is_refused_in_vietnamese(capsys: Capture) -> None:
    status, text = printed(["diff", "--li", "3", "--l", "4", "main"], capsys)
    assert status == 2
    assert "viết tắt chưa rõ, có thể là --limit, --lang" in text
    assert english_in(text) == set(), text


@pytest.mark.parametrize("path", [[], *EVERY], ids=" ".join)
def test_help_is_in_the_language_asked_for(path: list[str], capsys: Capture) -> None:
    status, vietnamese = printed([*path, "--help"], capsys)
    assert status == 0
    assert vietnamese.startswith("cách dùng: niemyet")
    assert english_in(vietnamese) - {"error"} == set()  # a value of --severity
    before = printed(["--lang", "en", *path, "--help"], capsys)[1]
    after = printed([*path, "--lang=en", "--help"], capsys)[1]
    assert before.startswith("usage: niemyet")
    assert before == after
    assert not re.search("[ạ-ỹ]", before)


def test_the_environment_may_name_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert printed(["--help"], capsys)[1].startswith("cách dùng")
    monkeypatch.setenv("NIEMYET_LANG", "en")
    assert printed(["--help"], capsys)[1].startswith("usage")
    assert "Source" in printed(["explain", "QD203"], capsys)[1]
    assert "Căn cứ" in printed(["--lang", "vi", "explain", "QD203"], capsys)[1]
    assert "Căn cứ" in printed(["explain", "QD203", "--lang", "vi"], capsys)[1]


def test_argparse_is_left_as_it_was() -> None:
    with argparse_in(words_of("vi")):
        assert argparse.ArgumentParser(prog="x").format_usage() == "cách dùng: x [-h]\n"
    assert argparse.ArgumentParser(prog="x").format_usage() == "usage: x [-h]\n"


def test_the_version_is_told(capsys: Capture) -> None:
    status, text = printed(["--version"], capsys)
    assert (status, text.split()[:2]) == (0, ["niemyet", __version__])


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_carries_out_verbs_is_not_loaded_to_list_them(option: str) -> None:
    script = (
        "import sys\nfrom generator.cli import main\n"
        f"try:\n main([{option!r}])\nexcept SystemExit:\n print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert len(MODULES) == len(VERBS)
    assert "generator.cli.parser" in loaded
    assert loaded & (PACKAGES | MODULES) == set()


@pytest.mark.parametrize("before", [["-v"], ["--lang", "en"], ["--la", "en"], ["--lang=en", "-v"]])
def test_options_may_stand_before_the_verb(
    before: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli._run", lambda options, _: len(options.jobs))
    assert main([*before, "check", "--jobs", "777"]) == len("777")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_every_verb(shell: str, capsys: Capture) -> None:
    status, script = printed(["completion", shell], capsys)
    assert status == 0
    assert all(name in script for name in NAMES)
    assert "--as-of" in script or "as-of" in script


def test_bash_completes_a_verb(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "complete.bash").write_text(printed(["completion", "bash"], capsys)[1], "utf8")
    command = (
        f"source {tmp_path}/complete.bash; COMP_WORDS=(niemyet fed); COMP_CWORD=1; "
        "_shtab_niemyet; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["federate"]


def test_without_the_extra_completion_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    status, text = printed(["completion", "bash"], capsys)
    assert (status, "niemyet[completion]" in text) == (2, True)
