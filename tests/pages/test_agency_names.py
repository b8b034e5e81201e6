"""Agencies of one name are told apart in a list, by what their records know and nothing else."""

from dataclasses import replace

from generator.model.agency_names import names_told_apart
from generator.model.edition import Edition
from generator.pages.posting import posted_offices
from generator.records.registers import Agency
from generator.records.stated import Identifier


def test_a_shared_name_has_the_agency_above_it_then_its_code_then_its_id(sample: Edition) -> None:
    plain = Agency(id="mot", name="Sở Một", kind="agency", level="province")
    code = (Identifier(system="portal", value="H18.1"),)
    rooms = [
        replace(plain, id="tren", name="Phòng Kinh tế", parent="mot"),
        replace(plain, id="co-ma", name="Phòng Kinh tế", codes=code),
        replace(plain, id="khong-ma", name="Phòng Kinh tế"),
        replace(plain, id="ten-la-ma", name="la"),
    ]
    registers = {one.id: one for one in [plain, *rooms]}
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=registers))
    assert names_told_apart([*registers, "la"], edition) == {
        "mot": "Sở Một",
        "tren": "Phòng Kinh tế, Sở Một",
        "co-ma": "Phòng Kinh tế (H18.1)",
        "khong-ma": "Phòng Kinh tế (khong-ma)",
        "ten-la-ma": "la (ten-la-ma)",
        "la": "la (la)",
    }


def test_offices_of_one_name_that_post_are_told_apart(sample: Edition) -> None:
    coverage = next(iter(sample.posting_coverage.values()))
    plain = Agency(id="mot", name="Phòng Kinh tế", kind="agency", level="commune")
    registers = {key: replace(plain, id=key) for key in ("mot", "hai")}
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=registers))
    edition.__dict__["posting_coverage"] = dict.fromkeys(registers, coverage)
    table = "".join(one.html for one in posted_offices(edition))
    assert ">Phòng Kinh tế (mot)</a>" in table
    assert ">Phòng Kinh tế (hai)</a>" in table
