"""The decision itself, in the layout of Decree 30/2020/NĐ-CP: what its first pages say.

A value that is blank in a draft, or damaged, is None: nothing is invented.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from generator.imports.word.articles import ARTICLE, ending_clauses, read_articles, read_effect
from generator.imports.word.blocks import WordLine
from generator.imports.word.paragraphs import join_lines
from generator.imports.word.recipients import read_recipients
from generator.imports.word.signing import PrintedSigner, read_signer, split_foot
from generator.law.text import fold_text

_NUMBER = re.compile(
    r"\bSố\s*+:?\s*+(?P<serial>\d{1,5}[A-Z]?)?\s*+/\s*+"
    r"(?P<symbol>QĐ\s*-\s*[A-ZĐƯ][A-ZĐƯ0-9.&-]*[A-ZĐƯ0-9])"
)
_WITH = re.compile(
    r"kèm theo\s+Quyết định\s+số\s*+:?\s*+(?P<serial>\d{1,5}[A-Z]?)\s*/\s*"
    r"(?P<symbol>QĐ-[A-ZĐƯ0-9.&-]+)"
    r"\s+ngày\s+(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})\s*(?:/|năm)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_BY = re.compile(
    r"kèm theo\s+Quyết định\b[^()]{0,120}?\bcủa\s+(?:Chủ tịch\s+)?"
    r"(?P<body>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:tỉnh|thành phố|xã|phường|đặc khu)\s"
    r"[^()\n,;.]{2,40})",
    re.IGNORECASE,
)
_BY_OFFICE = re.compile(
    r"kèm theo\s+Quyết định\b[^()]{0,120}?\bcủa\s+(?P<body>Văn phòng\s+"
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:tỉnh|thành phố)(?:\s[^()\n,;.]{2,40})?)",
    re.IGNORECASE,
)
_SIGNED_ON = re.compile(
    r"ngày\s+(\d{1,2})\s*(?:tháng|[/.])\s*(\d{1,2})\s*(?:năm|[/.])\s*(\d{4})(?![\d/.]\d)",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(rf"(?:[^,.;]{{2,40}},)?\s{{0,3}}{_SIGNED_ON.pattern}\s{{0,3}}", re.I)
"""A line of the place and the day alone: a title may name the day of another decision."""
_HEAD = re.compile(r"\A\s*QUYẾT ĐỊNH\s*(?P<rest>.*)\Z", re.DOTALL)
_OFFICE = re.compile(
    r"\A\s*(?:CHÁNH VĂN|CHỦ TỊCH|ỦY BAN NHÂN DÂN|BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG)", re.I
)
_GROUND = re.compile(r"\A\s*(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện)\b", re.IGNORECASE)
_ANNEX = re.compile(r"\A\s*(?:PHỤ LỤC|DANH MỤC|PHẦN I\b|NỘI DUNG CỤ THỂ|QUY TRÌNH)")
_NATIONAL = ("cong hoa xa hoi", "doc lap")
_PLACES = re.compile(r"\b(tỉnh|thành phố|xã|phường|đặc khu|huyện)\s+(.+)\Z")
_PLACE_ONLY = re.compile(r"(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s")
_UNNAMED = re.compile(r"(?:tỉnh|thành phố)\Z")
_MOST_LINES = 160
_FIRST_LINES = 30


@dataclass(slots=True)
class PrintedDecision:
    """What a decision says of itself, and the lines that say it.

    `agency` is the name of the issuing body, `above` that of the body it belongs to, where one is
    printed over it; `effective` None and `from_signing` True for "kể từ
    ngày ký", or `days_after` it; `unclear_effects` are articles on the effect that were not
    understood, `no_days` the days of effect that no calendar has; `unclear_signing` lines beside
    the signer; `replacing` are the paragraphs that end older decisions; `lines` those that were
    read.
    """

    number: str | None = None
    symbol: str | None = None
    agency: str | None = None
    above: str | None = None
    signed: date | None = None
    title: str | None = None
    signer: PrintedSigner | None = None
    grounds: list[str] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    recipients: tuple[str, ...] = ()
    articles: list[str] = field(default_factory=list)
    effective: date | None = None
    from_signing: bool = False
    days_after: int = 0
    unclear_effects: list[str] = field(default_factory=list)
    no_days: list[str] = field(default_factory=list)
    unclear_signing: list[str] = field(default_factory=list)
    replacing: list[str] = field(default_factory=list)
    lines: list[WordLine] = field(default_factory=list)

    @property
    def agency_cut(self) -> bool:
        """Whether the agency is an office of "the province", which annexes leave unnamed."""
        return bool(self.agency and _UNNAMED.search(self.agency))

    @property
    def approves_processes(self) -> bool:
        """Whether its title or an article approves internal processes."""
        said = fold_text("\n".join([self.title or "", *self.articles]))
        return re.search(r"(?:phe duyet|ban hanh|cong bo)[^.\n]*quy trinh noi bo", said) is not None


def read_decision(lines: Sequence[WordLine]) -> PrintedDecision | None:
    """The decision at the head of a file; None when the file is an annex only."""
    found = PrintedDecision()
    front = _front(lines)
    headed = any(_HEAD.match(line.words) for line in front)
    if not headed or not any(ARTICLE.match(line.words) for line in front):
        return None
    found.lines = list(front)
    _read_heading(front, found)
    _read_body(front, found)
    found.signer, found.unclear_signing = read_signer(_after_articles(front))
    found.recipients = read_recipients(front)
    return found


def read_reference(lines: Sequence[WordLine]) -> PrintedDecision | None:
    """The decision that an annex says it came with: its number and day, and whose it is."""
    head = "\n".join(line.words for line in lines[:_FIRST_LINES])
    said = _BY.search(head) or _BY_OFFICE.search(head)
    agency = printed_name(said["body"].strip()) if said else None
    for line in lines[:_MOST_LINES]:
        match = _WITH.search(line.words)
        if match:
            number = f"{match['serial']}/{match['symbol']}"
            day = _day(match["day"], match["month"], match["year"])
            return PrintedDecision(number, match["symbol"], agency, signed=day)
    return PrintedDecision(agency=agency) if agency else None


def _front(lines: Sequence[WordLine]) -> list[WordLine]:
    """The lines of the decision itself: up to the first heading of an annex behind its articles."""
    front, articles = [], False
    for line in lines[:_MOST_LINES]:
        articles = articles or bool(ARTICLE.match(line.words))
        if articles and _ANNEX.match(line.words):
            break
        texts = split_foot(line.words) if articles and not line.aside else (line.words,)
        front += [replace(line, words=text) for text in texts]
    return front


def _read_heading(front: list[WordLine], found: PrintedDecision) -> None:
    head: list[str] = []
    for line in front:
        if _GROUND.match(line.words) or ARTICLE.match(line.words):
            break
        head += line.words.split("\n")
    text = "\n".join(head)
    number = _NUMBER.search(text)
    if number:
        found.symbol = re.sub(r"\s+", "", number["symbol"])
        found.number = f"{number['serial']}/{found.symbol}" if number["serial"] else None
    above = "\n".join(takewhile(lambda line: not _HEAD.match(line), head))
    alone = (_DATE_LINE.fullmatch(line) for line in head)
    signed = _SIGNED_ON.search(above) or next(filter(None, alone), None)
    found.signed = _day(*signed.groups()) if signed else None
    found.agency, found.above = _agencies(head)
    found.title = _title(head)


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _agencies(head: list[str]) -> tuple[str | None, str | None]:
    """The issuing body, which is the last one above the number, and the one printed over it."""
    names = [printed_name(name) for name in _names_above(head)]
    if not names:
        return None, None
    own, above = names[-1], names[-2] if len(names) > 1 else None
    place = _PLACES.search(above) if above else None
    if place is None or _PLACES.search(own):
        return own, above
    if own.lower() in ("văn phòng", "văn phòng ủy ban nhân dân"):
        return f"Văn phòng {above}", above
    return f"{own} {place[0]}", above


def _names_above(head: list[str]) -> list[str]:
    """The bodies in capitals above the number; a place on a line of its own ends the last name."""
    names: list[str] = []
    for line in head:
        if _NUMBER.search(line) or _HEAD.match(line):
            break
        name = re.split(r"C[ỘO]NG H[ÒO]A|Độc lập", line)[0].strip(" -–_:")
        folded = fold_text(line)
        if name and _is_capitals(name) and not folded.startswith(_NATIONAL):
            names.append(name)
    if len(names) > 1 and _PLACE_ONLY.match(names[-1]):
        names[-2:] = [f"{names[-2]} {names[-1]}"]
    return names


def _is_capitals(text: str) -> bool:
    """Whether most letters are capitals: converted files spoil some."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) * 10 > len(letters) * 7


def printed_name(capitals: str) -> str:
    """A name in capitals as it is written in a text.

    >>> printed_name("UBND TỈNH QUẢNG NINH"), printed_name("VĂN PHÒNG UBND")
    ('Ủy ban nhân dân tỉnh Quảng Ninh', 'Văn phòng Ủy ban nhân dân')
    """
    low = " ".join(capitals.lower().split())
    low = re.sub(r"\bubnd\b|\buỷ ban nhân dân\b", "ủy ban nhân dân", low)
    low = low.replace("ủy ban nhân dân", "Ủy ban nhân dân")
    named = _PLACES.search(low)
    if named:
        low = low[: named.start(2)] + named[2].title()
    return low[:1].upper() + low[1:]


def _title(head: list[str]) -> str | None:
    """What stands between "QUYẾT ĐỊNH" and the office that decides."""
    title: list[str] = []
    inside = False
    for line in head:
        match = _HEAD.match(line)
        if match and not inside:
            inside = True
            title += [match["rest"]] if match["rest"].strip(" :") else []
        elif inside and _OFFICE.match(line) and (line.isupper() or "van phong" in fold_text(line)):
            break
        elif inside:
            title.append(line)
    text = " ".join(" ".join(title).split())
    return text[:1].upper() + text[1:] if text else None


def _read_body(front: list[WordLine], found: PrintedDecision) -> None:
    for paragraph in join_lines(line for line in front if not line.aside):
        text = paragraph.text
        if ARTICLE.match(text):
            break
        if _GROUND.match(text):
            target = found.grounds if fold_text(text).startswith("can cu") else found.proposals
            target.append(text)
    found.articles = read_articles(front)
    found.replacing = [one for article in found.articles for one in ending_clauses(article)]
    effect = read_effect(found.articles)
    found.effective, found.from_signing = effect.day, effect.from_signing
    found.days_after = effect.days_after
    found.unclear_effects, found.no_days = list(effect.unclear), list(effect.no_days)


def _after_articles(front: list[WordLine]) -> Iterator[tuple[str, str]]:
    begins = max((n for n, line in enumerate(front) if ARTICLE.match(line.words)), default=-1)
    for line in front[begins + 1 :]:
        for text in line.words.split("\n"):
            yield text.strip(), line.aside
