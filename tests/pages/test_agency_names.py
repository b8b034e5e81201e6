"""Agencies of one name are told apart in a list, by what their records know and nothing else."""

from dataclasses import replace

from generator.model.agency_names import names_told_apart
from generator.model.edition import Edition
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
