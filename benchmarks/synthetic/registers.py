"""The registers of a synthetic catalogue: settings, fields, agencies, legal documents."""

import random
from collections.abc import Iterator
from typing import Any

from benchmarks.synthetic import words

SHARED_DOCUMENTS = 9
"""Texts that every procedure may rest on; the others belong to few."""

YEARS = range(2020, 2028)
COMMUNE = "ubnd-cap-xa"
"""The office of every commune."""


def field_id(place: int) -> str:
    """The id of a field."""
    return f"linh-vuc-{place:04}"


def document_id(place: int) -> str:
    """The id of a legal document."""
    return f"{place + 10}-2020-nd-cp"


def agency_id(publisher: str, place: int) -> str:
    """The id of an office below a publisher."""
    return f"{publisher}-co-quan-{place:03}"


def documents(procedures: int) -> int:
    """How many legal documents a catalogue of this size rests on."""
    return SHARED_DOCUMENTS + procedures // 8


def agencies(procedures: int) -> int:
    """How many offices a publisher of this size has."""
    return 4 + procedures // 120


def procedure(code: str, area: str, publisher: str, chance: random.Random) -> dict[str, Any]:
    """The identity and editorial text of a procedure."""
    return {
        "id": code,
        "code": code,
        "field": area,
        "agency": publisher,
        "kind": "assigned_regulation",
        "scope": "national",
        "summary": f"{chance.choice(words.CITIZENS).capitalize()} số {code} tại cơ quan gần nhất.",
        "citizen_words": [f"{one} {code}" for one in chance.sample(words.CITIZENS, 2)],
        "life_events": [chance.choice(("nha-cua", "gia-dinh", "lam-an"))],
        "last_reviewed": "2026-01-05",
    }


def files(
    publisher: str, name: str, fields: int, procedures: int
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The files of the registers."""
    yield "catalogue.yml", "catalogue", _settings(publisher, name)
    yield "fields.yml", "fields", {"fields": [_field(n, publisher) for n in range(fields)]}
    yield "life-events.yml", "life-events", {"life_events": _life_events()}
    yield "citizen-words.yml", "citizen-words", {"citizen_words": _citizen_words()}
    for year in YEARS:
        yield f"calendar/{year}.yml", "calendar", _calendar(year)
    yield f"agencies/{publisher}.yml", "agency", _agency(publisher, name, None)
    yield "agencies/chinh-phu.yml", "agency", _agency("chinh-phu", "Chính phủ", None)
    commune = {
        **_agency(COMMUNE, "Ủy ban nhân dân cấp xã", None),
        "level": "commune",
        "kind": "class",
    }
    yield f"agencies/{COMMUNE}.yml", "agency", commune
    for place in range(agencies(procedures)):
        key = agency_id(publisher, place)
        office = _agency(key, f"Cơ quan chuyên môn số {place + 1} – {name}", publisher)
        yield f"agencies/{key}.yml", "agency", office
    for place in range(documents(procedures)):
        yield f"legal-documents/{document_id(place)}.yml", "legal-document", _document(place)


def _settings(publisher: str, name: str) -> dict[str, Any]:
    return {
        "title": f"Danh mục thủ tục hành chính – {name}",
        "description": "Danh mục tổng hợp để đo tốc độ; nội dung không có giá trị.",
        "publisher": publisher,
        "base_url": f"https://{publisher}.example.org/",
        "time_zone": "Asia/Ho_Chi_Minh",
        "language": "vi",
        "sample": True,
        "contacts": [{"purpose": "feedback", "name": name, "email": "phananh@example.org"}],
    }


def _calendar(year: int) -> dict[str, Any]:
    names = {"01-01": "Tết Dương lịch", "04-30": "Ngày Chiến thắng", "09-02": "Quốc khánh"}
    names |= {f"02-{day}": "Tết Âm lịch" for day in range(10, 18)}
    holidays = [{"date": f"{year}-{day}", "name": name} for day, name in names.items()]
    return {"year": year, "holidays": holidays, "swapped_days": []}


def _field(place: int, publisher: str) -> dict[str, Any]:
    subject = words.FIELDS[place % len(words.FIELDS)]
    return {"id": field_id(place), "name": f"{subject} {place + 1}", "agency": publisher}


def _life_events() -> list[dict[str, Any]]:
    names = {"nha-cua": "Nhà cửa", "gia-dinh": "Gia đình", "lam-an": "Làm ăn"}
    return [{"id": key, "name": name, "audience": "citizen"} for key, name in names.items()]


def _citizen_words() -> list[dict[str, Any]]:
    return [
        {"words": ["làm lại", "xin lại"], "official": ["cấp lại"]},
        {"words": ["đổi"], "official": ["cấp đổi"]},
    ]


def _agency(key: str, name: str, parent: str | None) -> dict[str, Any]:
    level = "central" if key == "chinh-phu" else "province"
    known = {"id": key, "name": name, "kind": "agency", "level": level}
    return {**known, "parent": parent} if parent else known


def _document(place: int) -> dict[str, Any]:
    number = f"{place + 10}/2020/NĐ-CP"
    return {
        "id": document_id(place),
        "number": number,
        "number_normalised": number,
        "type": "decree",
        "title": f"Nghị định quy định chi tiết về lĩnh vực quản lý thứ {place + 1}",
        "issuer": "chinh-phu",
        "signed": "2020-05-04",
        "effective": "2020-07-01",
        "status": "in_force",
    }
