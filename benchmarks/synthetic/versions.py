"""The legal text of a synthetic procedure: about 8 kB, and what a later version changes."""

import random
from typing import Any

from benchmarks.synthetic import registers, words

NONE = {"none": True}
END_TO_END = {"level": "end_to_end", "payment": True}
_FORM = {"id": "m1", "name": "Mẫu đơn đề nghị", "basis": registers.document_id(3)}
_FEES = ("Phí thẩm định", "Phí cấp giấy phép")
PARTIAL = {"level": "partial", "partial_reason": "Phải kiểm tra thực tế.", "payment": True}


def version(
    code: str, publisher: str, place: int, procedures: int, chance: random.Random
) -> dict[str, Any]:
    """The first version of the procedure at a place of its catalogue."""
    level = chance.choice(("province", "commune"))
    channels = _channels(chance)
    return {
        "procedure": code,
        "version": "v001",
        "title": title(place, chance),
        "levels": {"items": [level]},
        "steps": {"items": [_step(n, chance) for n in range(chance.randint(4, 8))]},
        "channels": {"items": channels},
        "dossier": {"sets": 1, "groups": {"items": _groups(chance)}},
        "forms": {"items": [_FORM]},
        "applicants": {"items": ["vietnamese_citizen", "organisation"]},
        "agencies": _agencies(publisher, level, procedures, chance),
        "results": {
            "items": [{"id": "k1", "name": "Giấy phép hoặc văn bản trả lời, nêu rõ lý do"}]
        },
        "conditions": {"items": _conditions(chance)},
        "legal_basis": {"items": _basis(place, procedures, chance)},
        "online": chance.choice((END_TO_END, PARTIAL)),
        "postal": {"receives_dossier": len(channels) > 2, "returns_result": True},
        "linked_procedures": {"none": True},
        "internal_process": {"not_stated": "Quy trình nội bộ được phê duyệt ở quyết định riêng."},
    }


def later(content: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The next version: other time limits, one more paper."""
    channels = [
        {**channel, "time": {"value": channel["time"]["value"] + 1, "unit": "working_day"}}
        for channel in content["channels"]["items"]
    ]
    first, *others = content["dossier"]["groups"]["items"]
    paper = {"id": f"them{len(first['items'])}", "name": f"Bản cam kết {chance.random():.6f}"}
    groups = [
        {**first, "items": [*first["items"], {**paper, "originals": 1, "copies": 0}]},
        *others,
    ]
    return {
        **content,
        "channels": {"items": channels},
        "dossier": {"sets": 1, "groups": {"items": groups}},
    }


def title(place: int, chance: random.Random) -> str:
    """A title; its words are common to many, as real ones are, the whole of it is not."""
    opening = f"{words.VERBS[place % 20]} {words.OBJECTS[place // 20 % 40]}"
    case = words.CASES[place // 800 % 16]
    again = place // (20 * 40 * 16)
    group = f", nhóm {again + 1}" if again else ""
    rest = f" ({chance.choice(words.CASES)})" if place % 5 == 0 else ""
    return f"{opening} {case}{group}{rest}"


def _step(place: int, chance: random.Random) -> dict[str, Any]:
    acts = chance.sample(words.ACTS, chance.randint(3, 5))
    name, *rest = (f"{chance.choice(words.ACTORS)} {act}." for act in acts)
    text = "\n".join(f"- {one}" for one in rest)
    return {"id": f"b{place + 1}", "name": f"Bước {place + 1}: {name}", "text": text}


def _channels(chance: random.Random) -> list[dict[str, Any]]:
    """Ways of filing, with the same fees: three of every four procedures by post as well."""
    fees = {"items": [_fee(n, chance) for n in range(chance.choice((1, 1, 2)))]}
    return [_channel(n, fees, chance) for n in range(chance.choice((2, 3, 3, 4)))]


def _channel(place: int, fees: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    method = ("direct", "online", "postal", "direct")[place]
    channel = {
        "id": f"c{place + 1}",
        "method": method,
        "time": {"value": chance.randint(5, 45), "unit": "working_day"},
        "fees": fees,
        "text": words.WAYS[method],
    }
    return {**channel, "case": chance.choice(words.CASES)} if place == 3 else channel


def _fee(place: int, chance: random.Random) -> dict[str, Any]:
    fee: dict[str, Any] = {"id": f"p{place + 1}", "name": _FEES[place], "kind": "fee"}
    if chance.random() < 0.4:
        return {**fee, "state": "free"}
    amount = chance.randrange(300, 2900) * 1000
    return {
        **fee,
        "state": "amount",
        "amount": amount,
        "currency": "VND",
        "unit": "hồ sơ",
        "basis": registers.document_id(2),
        "exemptions": {"items": [{"id": "m1", "text": "Người thuộc hộ nghèo"}]},
    }


def _groups(chance: random.Random) -> list[dict[str, Any]]:
    cases = chance.choice((1, 1, 1, 2, 3))
    groups = []
    for case in range(cases):
        papers = chance.sample(range(len(words.PAPERS) - 1), chance.randint(3, 7))
        items = [_paper(10 * case + n, paper, chance) for n, paper in enumerate(papers)]
        group = {"id": f"n{case + 1}", "items": items}
        groups.append({**group, "name": f"Trường hợp {case + 1}"} if cases > 1 else group)
    return groups


def _paper(place: int, kind: int, chance: random.Random) -> dict[str, Any]:
    name = words.PAPERS[kind]
    is_copy = name.startswith("Bản sao")
    numbers = {"originals": 0 if is_copy else 1, "copies": chance.randint(1 if is_copy else 0, 2)}
    paper = {"id": f"gt{place + 1}", "name": name, **numbers}
    return {**paper, "forms": ["m1"]} if kind == 0 else paper


def _agencies(publisher: str, level: str, procedures: int, chance: random.Random) -> dict[str, Any]:
    office = registers.agency_id(publisher, chance.randrange(registers.agencies(procedures)))
    counter, decider = registers.agency_id(publisher, 0), publisher
    if level != "province":
        office = counter = decider = registers.COMMUNE
    return {
        "executing": {"items": [{"agency": office}]},
        "deciding": {"items": [{"agency": decider}]},
        "receiving": {"items": [{"agency": counter}]},
        "delegated": NONE,
        "coordinating": NONE,
    }


def _conditions(chance: random.Random) -> list[dict[str, Any]]:
    chosen = chance.sample(words.CONDITIONS, chance.randint(1, 4))
    return [{"id": f"dk{n + 1}", "text": text} for n, text in enumerate(chosen)]


def _basis(place: int, procedures: int, chance: random.Random) -> list[dict[str, Any]]:
    own = registers.SHARED_DOCUMENTS + place // 8 % max(1, procedures // 8)
    shared = chance.sample(range(registers.SHARED_DOCUMENTS), 3)
    known = [n for n in (*shared, own) if n < registers.documents(procedures)]
    return [{"document": registers.document_id(n), "provisions": f"Điều {n + 3}"} for n in known]
