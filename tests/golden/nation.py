"""Two finished sites gathered into one index: that of the catalogue, and another publisher's."""

import re
import shutil
from pathlib import Path

from tests.golden.command import Workplace, workplace

_SHARED = ("catalogue.yml", "fields.yml", "life-events.yml", "citizen-words.yml")
_CHANGES = (
    ("catalogue.yml", "publisher: ubnd-bo-tay-cu", "publisher: brg"),
    ("catalogue.yml", "https://ranhgioi.example.org/", "https://brg.example.org/"),
    ("fields.yml", "name: Ranh giới", "name: Ranh giới, mốc giới"),
    ("procedures/ranh-gioi/1.800002/v003.yml", "value: 12", "value: 16"),
    ("procedures/ranh-gioi/1.800002/v003.yml", "amount: 50000", "amount: 60000"),
    ("procedures/ranh-gioi/1.800001/procedure.yml", "- cắm mốc đất", "- mốc đất"),
    ("procedures/ranh-gioi/1.800007/v001.yml", "Xóa mốc ranh giới", "Xóa mốc"),
    ("families.yml", "ở ao hồ là", "ao hồ là"),
    ("decisions/brg/2026/501.yml", 'effective: "2027-01-01"', 'effective: "2027-01-05"'),
    ("decisions/brg/2025/300.yml", 'effective: "2025-12-30"', 'effective: "2025-12-29"'),
)


def gathered(place: Workplace, day: str) -> Path:
    """Build both sites and their index; returns its folder."""
    place.build(day)
    (place.folder / "site").rename(place.folder / "one")
    with workplace() as other:
        for path, old, new in _CHANGES:
            file = other.catalogue / path
            text, count = re.subn(re.escape(old), new, file.read_text("utf8"))
            assert count, (path, old)
            file.write_text(text, "utf8")
        other.build(day)
        shutil.move(other.folder / "site", place.folder / "two")
    for file in place.catalogue.iterdir():
        if file.name not in (*_SHARED, "agencies"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    members = "members:\n- site: ../two\n- site: ../one\n  address: https://mot.example.org/x\n"
    (place.catalogue / "federation.yml").write_text(members, "utf8")
    ran = place.run("federate", "--as-of", day, "--site", "all", "--jobs", "1")
    assert ran.status == 0, ran.printed
    return place.folder / "all"
