"""Who may act for whom: what is sound is not asked about, what is not is a warning."""

import re
import shutil
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.law.rules.examples import DAY, base
from generator.locale import words_of

OTHER = "id: {id}\nname: {name}\nkind: agency\nlevel: {level}\n{more}"


def codes(catalogue: Path) -> set[str]:
    found = check_catalogue(catalogue, words_of("vi"), DAY).findings
    return {f.code for f in found if f.code in ("QD218", "QD219", "QD220", "CQ809")}


def signed_by(tmp_path: Path, agency: str, btp: str = "") -> Path:
    """The base with decision 200 signed by another agency; `btp` is added to the old one."""
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    name = {"id": "moi", "name": "Bộ Mới", "level": "central"}
    (copy / "agencies/moi.yml").write_text(OTHER.format(**name, more=agency), "utf8")
    with (copy / "agencies/btp.yml").open("a", encoding="utf8") as file:
        file.write(btp)
    old, new = copy / "decisions/btp/2026/200.yml", copy / "decisions/moi/2026/200.yml"
    new.parent.mkdir(parents=True)
    text = old.read_text("utf8").replace("agency: btp", "agency: moi")
    new.write_text(text.replace("id: btp/2026/200", "id: moi/2026/200"), "utf8")
    old.unlink()
    later = copy / "decisions/btp/2026/300.yml"
    later.write_text(later.read_text("utf8").replace("decision: btp", "decision: moi"), "utf8")
    return copy


@pytest.mark.parametrize(
    ("agency", "btp", "wanted"),
    [
        ("", "", {"QD219", "QD220"}),
        ("", "successors:\n- moi\n", {"QD220"}),
        ("parent: btp\n", "", set()),
        ("", "parent: moi\n", set()),
        ("parent: chinh-phu\n", "parent: chinh-phu\n", {"QD219", "QD220"}),
    ],
    ids=["unrelated", "successor", "below", "above", "both under the government"],
)
def test_who_may_change_a_procedure(
    agency: str, btp: str, wanted: set[str], tmp_path: Path
) -> None:
    assert codes(signed_by(tmp_path, agency, btp)) == wanted


@pytest.mark.parametrize(
    ("level", "position", "wanted"),
    [
        ("central", "Thứ trưởng", set()),
        ("central", "Bộ trưởng", set()),
        ("central", "Chánh Văn phòng", set()),
        ("central", "Phó Chủ tịch", {"QD218"}),
        ("province", "Phó Chủ tịch", set()),
        ("province", "Chủ tịch", set()),
        ("province", "Phó Giám đốc Sở", set()),
        ("province", "Thứ trưởng", {"QD218"}),
    ],
)
def test_who_signs_for_whom(level: str, position: str, wanted: set[str], tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    agency = copy / "agencies/btp.yml"
    name = "Bộ Tư pháp" if level == "central" else "Ủy ban nhân dân tỉnh Ví dụ"
    known = agency.read_text("utf8").replace("level: central", f"level: {level}")
    agency.write_text(known.replace("Bộ Tư pháp", name), "utf8")
    decision = copy / "decisions/btp/2026/300.yml"
    text = decision.read_text("utf8")
    decision.write_text(text.replace("position: Thứ trưởng", f"position: {position}"), "utf8")
    found = check_catalogue(copy, words_of("vi"), DAY).findings
    here = {f.code for f in found if f.path.endswith("300.yml")}
    assert here & {"QD218"} == wanted


@pytest.mark.parametrize(
    ("code", "kind", "level", "wanted"),
    [
        ("6.000105", "local_internal", "commune", set()),
        ("6.000105", "local_internal", "central", {"QD221"}),
        ("6.000105", "central_internal", "central", set()),
        ("5.000105", "local_internal", "commune", {"TC313"}),
        ("1.000105", "central_internal", "central", {"TC313"}),
    ],
    ids=["followed below", "followed there", "own with a 6", "below with a 5", "no internal code"],
)
def test_internal_procedures_of_a_ministry(
    code: str, kind: str, level: str, wanted: set[str], tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    folder = copy / "procedures/ho-tich/1.000105"
    procedure = folder.rename(folder.with_name(code)) / "procedure.yml"
    for file in copy.rglob("*.yml"):
        file.write_text(file.read_text("utf8").replace("1.000105", code), "utf8")
    text = procedure.read_text("utf8").replace("scope: national", "scope: internal")
    procedure.write_text(re.sub("(?m)^kind: .*", f"kind: {kind}", text), "utf8")
    version = procedure.with_name("v001.yml")
    told = version.read_text("utf8").replace("items:\n  - commune", f"items:\n  - {level}", 1)
    version.write_text(told, "utf8")
    found = check_catalogue(copy, words_of("vi"), DAY).findings
    assert {f.code for f in found if f.code in ("QD221", "TC313")} == wanted
