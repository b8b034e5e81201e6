"""Life events of an import, and for a catalogue that names none."""

from pathlib import Path
from typing import Any

from generator.check import check_catalogue
from generator.cli import main
from generator.locale import words_of
from generator.records.tree import load_catalogue
from tests.conftest import DAY
from tests.imports.test_portal import NATIONAL, run

BIRTH: dict[str, Any] = NATIONAL | {
    "Lĩnh vực": "Hộ tịch",
    "Tên thủ tục": "Ghi khai sinh tại nhà",
    "Đối tượng thực hiện": ["Công dân Việt Nam"],
}


def test_an_import_leads_procedures_to_events_and_lists_those_in_use(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, BIRTH)
    catalogue = load_catalogue(into)[0]
    assert catalogue.procedures["1.000123"].life_events == ("co-con-nho",)
    assert [one.name for one in catalogue.life_events.values()] == ["Có con nhỏ"]


def test_events_are_added_to_procedures_that_have_none_and_nothing_else_changes(
    tmp_path: Path,
) -> None:
    _, into, _ = run(tmp_path, BIRTH)
    file = into / "procedures/ho-tich/1.000123/procedure.yml"
    imported = file.read_text("utf8")
    bare = imported.replace("life_events:\n- co-con-nho\n", "")
    file.write_text(f"# ghi chú\n{bare}", "utf8")
    (into / "life-events.yml").write_text(
        "life_events:\n- id: khac\n  name: Khác\n  audience: citizen\n", "utf8"
    )
    assert main(["import", "life-events", "--into", str(into)]) == 0
    assert file.read_text("utf8").startswith("# ghi chú\n")
    checked = check_catalogue(into, words_of("vi"), DAY)
    assert [f for f in checked.findings if f.severity == "error"] == []
    assert checked.catalogue.procedures["1.000123"].life_events == ("co-con-nho",)
    assert list(checked.catalogue.life_events) == ["khac", "co-con-nho"]
    before = file.read_text("utf8")
    assert main(["import", "life-events", "--into", str(into)]) == 0
    assert file.read_text("utf8") == before
