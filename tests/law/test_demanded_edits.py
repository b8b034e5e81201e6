"""Correct work is never refused: what a rule demands can be done, and breaks no other rule."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.law.changes import changed_parts
from generator.law.rules import RULES
from generator.law.rules.examples import Example, apply_edits, base, examples
from generator.records.tree import load_catalogue
from generator.records.version import Version
from tests.law.checking import findings

DECISION = "decisions/btp/2026/900.yml"
SIGNED = """id: btp/2026/900
number: 900/QĐ-BTP
number_normalised: 900/QĐ-BTP
agency: btp
title: Công bố thủ tục hành chính sửa đổi (ví dụ)
signer: {name: Nguyễn Văn Mẫu, position: Thứ trưởng, capacity: for_head}
signed: "2026-11-02"
listed: "2026-11-03"
effective: "2026-12-01"
signed_file: null
rows:
- id: d1
  action: amend
  procedure: "%s"
  version: %s
  amended_parts: [%s]
  grounds: [63-2010-nd-cp]
unknown:
  signed_file: Ví dụ không kèm tệp.
"""


LAST = {
    f"procedures/ho-tich/{key}.yml" for key in ("1.000101/v002", "1.000104/v001", "1.000105/v001")
}
"""Versions that decision 900 may amend."""
ABOLISHED = '- id: d3\n  action: abolish\n  procedure: "1.000104"\n  grounds:\n  - 12-2026-nd-cp\n'


def edited_version(example: Example) -> str | None:
    """The version that an example edits, where it is the last of a procedure in force."""
    paths = [edit.path for edit in example.edits if edit.file]
    found = [path for path in paths if "/v0" in path]
    if len(found) != 1 or len(set(paths)) != 1 or found[0] not in LAST:
        return None
    return found[0]


ERRORS = {rule.code for rule in RULES if rule.severity == Severity.ERROR}
CASES = {
    code: path
    for code, example in examples().items()
    if code in ERRORS and (path := edited_version(example))
}
"""By the code of a rule that refuses, the version that breaks it."""


def errors(catalogue: Path) -> list[Finding]:
    return [one for one in findings(catalogue) if one.severity == "error"]


def codes(catalogue: Path) -> set[str]:
    """The codes of all findings, warnings among them."""
    return {one.code for one in findings(catalogue)}


def add_version(catalogue: Path, path: str, text: str, parts: str) -> str:
    """Add a version with a text after that in `path`, which decision 900 publishes."""
    procedure, name = path.split("/")[-2:]
    number = f"v{int(name[1:4]) + 1:03}"
    later = path.replace(name, f"{number}.yml")
    own = text.replace(f"version: {name[:4]}", f"version: {number}", 1)
    (catalogue / later).write_text(own, "utf8")
    decision = catalogue / DECISION
    decision.parent.mkdir(parents=True, exist_ok=True)
    decision.write_text(SIGNED % (procedure, number, parts), "utf8")
    return later


def copied(tmp_path: Path) -> Path:
    """A copy of the base in which 1.000104 is not abolished."""
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    decision = copy / "decisions/btp/2026/200.yml"
    decision.write_text(decision.read_text("utf8").replace(ABOLISHED, ""), "utf8")
    return copy


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_row_that_amends_another_part_is_not_asked_for_this_one(
    code: str, tmp_path: Path
) -> None:
    """What was in the text before stays as it was told, and no error of its own comes from it."""
    copy, path = copied(tmp_path), CASES[code]
    apply_edits(copy, examples()[code])
    text = (copy / path).read_text("utf8")
    earlier = {finding.code for finding in errors(copy)}
    note = "notes:\n- Đã rà soát năm 2026.\n"
    with_note = text.replace("notes:\n", note, 1) if "\nnotes:\n" in text else f"{text}{note}"
    add_version(copy, path, with_note, "remarks")
    assert {finding.code for finding in errors(copy)} <= earlier


@pytest.mark.parametrize("code", sorted(CASES))
def test_what_a_rule_demands_can_be_done_by_a_row_that_amends_this_part(
    code: str, tmp_path: Path
) -> None:
    copy, path = copied(tmp_path), CASES[code]
    right = (copy / path).read_text("utf8")
    apply_edits(copy, examples()[code])
    added = add_version(copy, path, right, "time")
    catalogue, _ = load_catalogue(copy)
    before, after = (version(catalogue.version_files, one) for one in (path, added))
    if before is None or after is None:
        pytest.fail(f"{code}: the versions cannot be read")
    parts = sorted(changed_parts(before, after))
    if not parts:
        return
    add_version(copy, path, right, ", ".join(parts))
    places = {(finding.path, finding.code) for finding in errors(copy)}
    assert not [place for place in places if place[0] in (added, DECISION)]


def version(files: Mapping[str, Version], path: str) -> Version | None:
    return files.get(path.removeprefix("procedures/ho-tich/").removesuffix(".yml"))


PARTIAL = "level: partial\n  partial_reason: Phải ký vào sổ tại quầy."


@pytest.mark.parametrize(("parts", "asked"), [("remarks", False), ("online, remarks", True)])
def test_the_rule_of_2026_asks_only_the_row_that_amends_the_part(
    parts: str, asked: bool, tmp_path: Path
) -> None:
    copy = copied(tmp_path)
    path = "procedures/ho-tich/1.000105/v001.yml"
    text = (copy / path).read_text("utf8").replace("level: end_to_end", PARTIAL)
    (copy / path).write_text(text, "utf8")
    assert not errors(copy)
    later = text.replace("sổ tại quầy.", "sổ.") if asked else text
    add_version(copy, path, f"{later}notes:\n- Đã rà soát năm 2026.\n", parts)
    assert not errors(copy)
    every = {f.code for f in findings(copy)}
    assert ("CQ805" in every) is asked


@pytest.mark.parametrize(("parts", "code"), [("remarks", "CQ815"), ("agencies, remarks", "CQ809")])
def test_an_agency_that_ended_is_asked_of_the_row_that_amends_the_part(
    parts: str, code: str, tmp_path: Path
) -> None:
    copy = copied(tmp_path)
    path = "procedures/ho-tich/1.000105/v001.yml"
    agency = copy / "agencies/so-cu.yml"
    agency.write_text(agency.read_text("utf8").replace("2025-06-30", "2026-10-31"), "utf8")
    right = "  deciding:\n    items:\n    - agency: ubnd-xa"
    old = (copy / path).read_text("utf8")
    text = old.replace(right, right.replace("ubnd-xa", "so-cu"))
    before = old if code == "CQ809" else text
    (copy / path).write_text(before, "utf8")
    later = add_version(copy, path, f"{text}notes:\n- Đã rà soát năm 2026.\n", parts)
    found = findings(copy)
    assert code in {f.code for f in found if f.path == later}
    assert {f.code for f in found if f.severity == "error"} == {"CQ809"} & {code}


def test_a_reason_that_is_still_to_be_written_is_asked_for_once(tmp_path: Path) -> None:
    """A TODO is a finding of its own; the rule asks when something is written in its place."""
    copy = copied(tmp_path)
    apply_edits(copy, examples()["CQ805"])
    file = copy / "procedures/ho-tich/1.000105/v001.yml"
    text = file.read_text("utf8")
    assert "CQ805" in codes(copy)
    file.write_text(text.replace("partial_reason: ", "partial_reason: 'TODO'  # "), "utf8")
    assert "CQ805" not in codes(copy)


def test_a_fee_whose_exemptions_are_still_to_be_written_is_asked_for_once(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    file = copy / "procedures/ho-tich/1.000105/v001.yml"
    text = re.sub(
        r" +basis: 60-2014-qh13\n( +exemptions:\n)", r"\1", file.read_text("utf8"), count=1
    )
    for reason, codes in (("TODO", set()), ("Chưa rõ", {"PT108"})):
        stated = re.sub(
            r"(exemptions:\n +)items:\n +- id: m1\n +text: .*\n", rf"\1not_stated: {reason}\n", text
        )
        file.write_text(stated, "utf8")
        assert {one.code for one in errors(copy)} == codes


def test_a_resolution_may_be_numbered_like_a_law(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    file = copy / "legal-documents/60-2014-qh13.yml"
    text = file.read_text("utf8")
    for kind, wrong in (("resolution", False), ("decree", True)):
        file.write_text(text.replace("type: law", f"type: {kind}"), "utf8")
        assert ("VD403" in {one.code for one in errors(copy)}) == wrong
