"""Every mend can be done as it is written: what it says to type is taken, and solves it."""

import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.cli.parser import build_parser, parse_options
from generator.findings.finding import Finding
from generator.law.rules.examples import apply_edits, base, examples
from generator.locale import words_of
from generator.records.schema import KINDS, layers_of, load_schema
from tests.law.checking import findings
from tests.law.copying import copy_signed
from tests.law.mending import ASSIGNED, SNIPPET, carry_out, clauses, deletes, leave_alone
from tests.law.retyping import retype

EXAMPLES = examples()
"""An example of each kind of finding, whose mends are tried."""
DELETING = sorted(
    EXAMPLES.keys()
    & {key.split(".")[1] for key, said in words_of("vi").entries.items() if "xóa" in str(said)}
)
"""Those whose mends say to delete something."""


def broken(code: str, folder: Path) -> Path:
    copy = Path(shutil.copytree(base(), folder))
    apply_edits(copy, EXAMPLES[code])
    return copy


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_a_mend_as_it_is_written_solves_it(code: str, tmp_path: Path) -> None:
    """Nothing that can be done by rule breaks the structure; one of them leaves nothing wrong."""
    found = findings(broken(code, tmp_path / "before"))
    before = {one.code for one in found}
    (first, *_) = [one for one in found if one.code == code]
    assert [one for one in found for _ in wrong_snippets(one)] == []
    after = []
    for number, clause in enumerate(clauses(first.fix) if code not in BEYOND else ()):
        for way, copy in enumerate(mended(code, first, clause, tmp_path / str(number))):
            codes = {one.code for one in findings(copy)}
            after.append((clause, way, codes))
    unread = {one: new for one, _, codes in after if (new := structural(codes) - before)}
    assert unread == {} or code[:2] == "YM"
    assert bool(after) is not (code in BY_A_PERSON)
    if after and code not in OF_OTHER_CAUSES:
        assert any(code not in codes <= before for _, _, codes in after), after


def mended(code: str, finding: Finding, clause: str, folder: Path) -> Iterator[Path]:
    """Copies of an example in which a clause was carried out, in each of the ways it has."""
    for way in (carry_out, retype):
        copy = broken(code, folder / way.__name__)
        if way(copy, finding, clause):
            yield copy
            return
    copied = copy_signed(broken(code, folder / "signed"), base(), finding, clause)
    for number, text in enumerate(copied):
        copy = broken(code, folder / str(number))
        (copy / finding.path).write_text(text, "utf8", newline="\n")
        yield copy


@pytest.mark.parametrize("code", DELETING)
def test_a_mend_of_the_only_one_of_a_list_is_said_as_well(code: str, tmp_path: Path) -> None:
    """What is deleted may be all that there is: what to do then breaks nothing either."""
    folder = broken(code, tmp_path / "before")
    (first, *_) = [one for one in findings(folder) if one.code == code]
    text = read(folder / first.path)
    alone = leave_alone(text, first) if text and code[:2] != "YM" else None
    if alone is None or alone == text or code in BEYOND:
        return
    (folder / first.path).write_text(alone, "utf8")
    found = findings(folder)
    before = {one.code for one in found}
    for one in [one for one in found if one.code == code][:1]:
        for number, clause in enumerate(filter(deletes, clauses(one.fix))):
            copy = Path(shutil.copytree(folder, tmp_path / str(number)))
            carry_out(copy, one, clause)
            assert not (structural({one.code for one in findings(copy)}) - before), clause


def read(file: Path) -> str:
    return file.read_text("utf8") if file.exists() else ""


def structural(codes: set[str]) -> set[str]:
    """The codes of what cannot be read; what was not read before may be wrong as well."""
    return {code for code in codes if code[:2] in ("CT", "YM")}


OF_OTHER_CAUSES = {
    "NY721": "without the sheet one that must hang is missing",
    "PT107": "the example is of a limit in working days",
    "PT172": "the words of the example are those of a charge",
    "QD219": "the signer of the example is of the wrong agency as well",
    "TC330": "the signed text of the example has one step alone",
    "TL101": "without the row nothing publishes the version of the example",
    "TL104": "without the row nothing publishes the version of the example",
    "TL113": "the row of the example corrects",
    "TL124": "the day of the example is odd for another reason too",
    "TL126": "late listing is told of where it is no slip",
    "TL130": "the sheet of the example hangs before that day",
    "VD421": "the number of the example is that of a decree",
    "VD424": "the document of the example was replaced",
    "VD434": "a decision of the example rests on the document",
    "YM105": "the word of the example stands for true",
    "YM110": "the symbol of the example has a figure, which no symbol has",
}
"""Rules of which only mends for another cause than that of the example can be done by rule."""
_LEFT_TO_PEOPLE = """
    CQ803 CQ815 CQ816 CQ817 CQ818 CQ820 CQ822 CQ832 CQ839 CQ840 CQ841 CQ842 CQ843 CQ848
    CQ852 CQ853 CQ854 CQ856 CT200 CT201 CT203 CT209 CT212 CT215 CT219 CT221 CT298 DG103 DV409
    DV410 HS305 HS307 HS308 HS313 HS318 NB406 NY703 NY706 NY707 NY711 NY713 NY718 NY722 NY724
    NY727 NY728 NY729 NY730 NY731 PT102 PT110 PT132 PT136
    PT137 PT142 PT143 PT153 PT155 PT163 PT165 PT166 PT169 QD203
    QD206 QD211 QD214 QD216 QD230 QD234 QD236 QD237 QD239 QD240 TC314 TC325 TC328 TL102
    TL103 TL106 TL107 TL109 TL110 TL112 TL115 TL119 TL120 TL127 TL132 TL135 TL136 TL137
    TL138 VD412 VD415 VD416 VD417 VD431 VS534 VS544 YM106 YM109 YM111 YM116 YM117
"""
BY_A_PERSON = frozenset(_LEFT_TO_PEOPLE.split())
"""Rules of whose mends none follows from the words, the key that they name, or the signed text."""
BEYOND = {"CQ818": "the item is that around the code"}


@cache
def keys_and_choices() -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """All keys of records, and what may stand at those that have a list of choices."""
    keys: set[str] = set()
    choices: dict[str, set[str]] = {}
    for kind in (*KINDS, "common"):
        for key, schema in named(load_schema(kind)):
            keys.add(key)
            for one in layers(schema):
                choices.setdefault(key, set()).update(map(str, one.get("enum", ())))
    return frozenset(keys), {key: frozenset(one) for key, one in choices.items() if one}


def layers(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The schema of a key, of its items, and of all that it refers to."""
    items = schema.get("items")
    yield from layers_of(schema)
    yield from layers_of(items) if isinstance(items, Mapping) else ()


def named(schema: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(schema, Mapping):
        for key, value in schema.get("properties", {}).items():
            if isinstance(value, Mapping):
                yield key, value
        for value in schema.values():
            yield from named(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from named(value)


def wrong_snippets(finding: Finding) -> Iterator[str]:
    """What a mend says to type that no record takes, and English that is not set off."""
    keys, choices = keys_and_choices()
    if finding.fix.count("`") % 2:
        yield finding.fix
    for told in filter(None, map(ASSIGNED.match, SNIPPET.findall(finding.fix))):
        value = told["value"].strip("\"'")
        allowed = choices.get(told["key"])
        if told["key"] not in keys or (allowed and value[0] != "(" and value not in allowed):
            yield told[0]
    said = finding.detail + finding.fix if finding.code[:2] != "YM" else ""
    english = keys | {one for every in choices.values() for one in every}
    words = re.findall(r"(?<![\w-])[a-z]{4,}(?![\w-])", bare(said))
    yield from (word for word in words if word in english)


def bare(text: str) -> str:
    """A sentence without what is set off: what is to be typed, quotations, paths."""
    return re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\w+/|\S*[/.][\w/]\S*", " ", text)


def test_the_commands_of_mends_are_taken() -> None:
    """Each `niemyet …` of a mend has the arguments that the command takes."""
    parser = build_parser(words_of("vi"))
    entries = words_of("vi").entries
    fixes = [text for key, text in entries.items() if key.startswith("findings.")]
    told = {one for text in fixes for one in SNIPPET.findall(text) if one.startswith("niemyet ")}
    whole = [one for one in told if len(one.split()) > 3]
    assert len(whole) > 5
    for command in whole:
        filled = re.sub(r"\{\w+\}", "1.000105", command)
        parse_options(parser, filled.split()[1:])


def test_many_mends_can_be_done_by_rule() -> None:
    """So that the test above does not lose sight of them."""
    entries = words_of("vi").entries
    told = [
        key
        for key, text in entries.items()
        if re.match(r"findings\.\w+\.fix", key) and set_by(text)
    ]
    assert len(told) > 80


def set_by(fix: str) -> bool:
    return any(ASSIGNED.match(one) for one in SNIPPET.findall(fix))
