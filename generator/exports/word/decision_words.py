"""What a decision says of itself, in the layout of Decree 30/2020/NĐ-CP, annex I."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.exports.word.codecs import print_title
from generator.exports.word.references import CITED_TYPES, References
from generator.law.citations import numbers_in
from generator.law.worded_grounds import unworded_grounds
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.registers import Agency, LegalDocument

_PLACE = re.compile(r"\b(?:tỉnh|thành phố|xã|phường|đặc khu)\s+(.+)\Z")
_COMMITTEE = re.compile(r"\A(ủy ban nhân dân)\s+(.+)\Z", re.IGNORECASE)
_OFFICE_OF = re.compile(r"\A(Văn phòng)\s+(Ủy ban nhân dân\s.+)\Z")
_ARTICLE = re.compile(r"\AĐiều\s+\d+[.:]?")
_LAW = re.compile(r"(?:Căn cứ )?(?:Hiến pháp|Bộ luật|Luật)\b")
_GROUND = re.compile(r"\A(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện)\b", re.IGNORECASE)
_HEADS = (
    ("Bộ ", "Bộ trưởng"),
    ("Ủy ban", "Chủ tịch"),
    ("Sở ", "Giám đốc"),
    ("Cục ", "Cục trưởng"),
    ("Văn phòng ", "Chánh Văn phòng"),
)
_NAMED_IN_HEAD = "Văn phòng "
"""What "Chánh Văn phòng" says already; "Bộ trưởng" is printed before "Bộ Tư pháp"."""
_MARKS = {"for_head": "KT.", "by_order": "TL.", "delegated": "TUQ."}
_ACTING = re.compile(r"\AQUYỀN ")
_FIRST = "Điều 1. Công bố kèm theo Quyết định này {count} thủ tục hành chính (có Phụ lục kèm theo)."
_LAST = (
    "Điều 3. Các cơ quan, đơn vị, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành "
    "Quyết định này./."
)
_BARE_MONTHS = 3
"""Months from here on are written without a nought (Decree 30/2020/NĐ-CP, annex I)."""
_TYPES = re.compile(r"\A(Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định)\s+(.+)\Z")
_FILED = "Lưu"
"""How the last line of the recipients begins: where the file is kept."""
_BLANK_DAY = "ngày … tháng … năm …"


def decision_values(decision: Decision, catalogue: Catalogue, refs: References) -> dict[str, Any]:
    """The values for the placeholders of a decision and of the heads of its annexes."""
    agency = catalogue.agencies[decision.agency]
    above, name = _printed_heads(agency, catalogue)
    articles = [_parted(article) for article in _articles(decision, catalogue)]
    return {
        "agency_above": above.upper(),
        "agency": _COMMITTEE.sub(r"\1\n\2", name).upper(),
        "agency_name": agency.name,
        "issuer": _issuer(agency),
        "number": decision.number,
        "day": day_in_words(decision.signed),
        "place_and_day": f"{_place(agency)}, {day_in_words(decision.signed)}",
        "title": print_title(decision.title),
        "office": _issuer(agency).upper(),
        "grounds": list(_grounds(decision, catalogue, refs)),
        "articles": articles,
        **_recipients(decision, articles[-1]["label"].rstrip(".:")),
        "capacity": list(_capacity(decision, agency)),
        "signer": decision.signer.name or "",
    }


def _recipients(decision: Decision, last_article: str) -> dict[str, Any]:
    """Whom it is sent to, and where the file is kept: blanks where the record has none."""
    filed = [text for text in decision.recipients if text.startswith(_FILED)]
    sent = [text for text in decision.recipients if text not in filed]
    if not decision.recipients:
        return {"recipients": [f"Như {last_article}", "…"], "filed": f"{_FILED}: VT, …"}
    return {"recipients": sent, "filed": "; ".join(filed) + "." * bool(filed)}


def _printed_heads(agency: Agency, catalogue: Catalogue) -> tuple[str, str]:
    """The body above the one that decides, and that one: an office of a committee stands below
    the committee that its own name names (Decree 30/2020/NĐ-CP, annex I).
    """
    office = _OFFICE_OF.match(agency.name)
    if office:
        return office[2], office[1]
    above = catalogue.agencies.get(agency.parent or "")
    return (above.name if above else ""), agency.name


def day_in_words(day: date | None) -> str:
    """A day as decisions write it; blanks where there is none yet."""
    if day is None:
        return _BLANK_DAY
    month = f"{day.month:02}" if day.month < _BARE_MONTHS else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _place(agency: Agency) -> str:
    if agency.level == "central":
        return "Hà Nội"
    found = _PLACE.search(agency.name)
    return found[1] if found else "…"


def _head(agency: Agency) -> str:
    name = agency.name
    return next((title for start, title in _HEADS if name.startswith(start)), "Thủ trưởng")


def _issuer(agency: Agency) -> str:
    return f"{_head(agency)} {agency.name.removeprefix(_NAMED_IN_HEAD)}"


def _grounds(decision: Decision, catalogue: Catalogue, refs: References) -> Iterator[str]:
    """The grounds, each with a semicolon but the last (Decree 30/2020/NĐ-CP, annex I).

    A ground whose words the record has is printed in them. What the register lacks follows what it
    has, but for laws, which always lead.
    """
    keys = unworded_grounds(decision, catalogue.documents)
    recorded = [_ground(key, decision, catalogue, refs) for key in keys]
    more = [text for text in decision.ground_texts if text not in recorded]
    laws = [text for text in more if _LAW.match(text)]
    texts = [*laws, *recorded, *(text for text in more if text not in laws)]
    for number, text in enumerate(texts, 1):
        whole = text if _GROUND.match(text) else f"Căn cứ {text}"
        yield f"{whole.rstrip(' .;')}{'.' if number == len(texts) else ';'}"


def _ground(key: str, decision: Decision, catalogue: Catalogue, refs: References) -> str:
    """A document in the words of the decision, where the record has them; else as it is cited."""
    document = catalogue.documents.get(key)
    if document is None:
        return refs.print_document(key)
    own = (text for text in decision.ground_texts if _first_number(text) == document.number)
    return next(own, None) or _cited(document, catalogue)


def _first_number(text: str) -> str | None:
    """The number of the document that a ground names; those behind it are what that one amends."""
    return next(numbers_in(text), None)


def _cited(document: LegalDocument, catalogue: Catalogue) -> str:
    """A document as grounds cite it: its type, number, day and issuer, then what it is about."""
    if document.number in "".join(document.title.split()):
        return document.title
    found = _TYPES.match(document.title)
    kind = found[1] if found else CITED_TYPES.get(document.type, "")
    if not kind:
        return f"{document.title} số {document.number}"
    issuer = catalogue.agencies.get(document.issuer or "")
    parts = [kind, f"số {document.number}"]
    parts += [day_in_words(document.signed)] if document.signed else []
    parts += [f"của {issuer.name}"] if issuer else []
    return " ".join([*parts, found[2] if found else document.title])


def _parted(article: str) -> dict[str, str]:
    """An article as its number, which is bold, and its words."""
    label = _ARTICLE.match(article)
    return {"label": label[0] if label else "", "text": article[label.end() if label else 0 :]}


def _articles(decision: Decision, catalogue: Catalogue) -> Iterator[str]:
    """The articles that the record keeps in its note; else those that every such decision has."""
    if _keeps_articles(decision):
        yield from (decision.note or "").split("\n")
        return
    count = len({code for row in decision.rows for code in row.procedures})
    yield _FIRST.format(count=count)
    effect = day_in_words(decision.effective) if decision.effective else "ngày …"
    ended = "".join(f" và {one}" for one in _ended(decision, catalogue))
    yield f"Điều 2. Quyết định này có hiệu lực thi hành kể từ {effect}{ended}."
    yield _LAST


def supplied_words(decision: Decision, catalogue: Catalogue) -> tuple[str, ...]:
    """The articles and the position of the signer that no record has.

    The articles of a decision that ends a part of an older one say what no field of it can.
    """
    words: list[str] = []
    partial = any(one.extent != "full" for one in decision.replaces_decisions)
    if not _keeps_articles(decision) and not partial:
        words += _articles(decision, catalogue)
    if not decision.signer.position:
        words.append(_head(catalogue.agencies[decision.agency]).upper())
    return tuple(words)


def _keeps_articles(decision: Decision) -> bool:
    return bool(_ARTICLE.match(decision.note or ""))


def _ended(decision: Decision, catalogue: Catalogue) -> Iterator[str]:
    """What the decision does to older ones, which it names with their number and day."""
    for one in decision.replaces_decisions:
        old = catalogue.decisions.get(one.decision)
        part = "" if one.extent == "full" else "một phần "
        if old:
            yield f"thay thế {part}Quyết định số {old.number} {day_in_words(old.signed)}"


def _capacity(decision: Decision, agency: Agency) -> Iterator[str]:
    capacity = decision.signer.capacity
    position = _ACTING.sub("Q. ", (decision.signer.position or "").upper())
    if capacity == "on_behalf":
        yield f"TM. {agency.name.upper()}"
    elif capacity in _MARKS:
        yield f"{_MARKS[capacity]} {_head(agency).upper()}"
    yield position or _head(agency).upper()
