"""Rules on words that were copied from another matter, and stand where they say nothing true.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from generator.findings.problem import Pointer, Severity
from generator.law.citations import normalise
from generator.law.consequences import COMPARED
from generator.law.encodings import find_misread
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.journeys import FILE as JOURNEYS
from generator.law.rules.journeys import choices_of
from generator.law.rules.sources import DOSSIER, FORM_OF_A_DECISION, HOUSE, PRACTICE
from generator.law.rules.traversal import whole_text
from generator.law.text import excerpt, fold_text, is_clean
from generator.law.titles import comparable
from generator.records.decision import Decision
from generator.records.registers import LegalDocument
from generator.records.version import Version

_GENERAL_LISTED = (
    "cap giay thu tuc so dang ky va cua cho theo doi voi to don de nghi mau ban chung nhan "
    "quyet dinh van phieu cac nguoi khi tai do trong hoac mot lai sua dieu chinh gia han thay the "
    "xac bao cao viec duoc co quan ra le phi phep thong sao trich luc qua ve so chinh dien "
    "xin hop dong cong thuc hien tham bo sung thuoc quan ly nha nuoc da"
)
_GENERAL = frozenset(_GENERAL_LISTED.split())
"""Folded syllables that tell no matter from another, but beside others."""
_MOST_SAID = 2
"""How often a word that is out of place may be said in a version: there, and once in passing."""
_NUMBER = re.compile(r"(?<![\w/.-])[0-9]{1,4}/[12][0-9]{3}/(?:NĐ|TT|NQ|TTLT|QH)[\wĐ.-]*[\wĐ]")
_COLLOQUIAL = re.compile(
    r"(?<!\w)(?:bằng lái|bìa đỏ|sổ (?:đỏ|hồng)|cà vẹt|khai sanh|cavet|giấy hồng"
    r"|mở (?:quán|tiệm|công ty|cửa hàng|shop)|đóng cửa (?:quán|tiệm|công ty|cửa hàng)"
    r"|làm (?:lại|giấy|bằng|thẻ|hộ chiếu|căn cước|khai sinh|sổ)|xin (?:giấy|cấp|phép|lại|làm)"
    r"|tiền (?:người già|đẻ|thai sản|tuất)|đám (?:cưới|ma|tang)|cây xăng|ma chay)(?!\w)",
    re.I,
)
"""What people say and no title does."""
_FILLED_IN = re.compile(
    r"(?<!\W)\W*(?:mẫu )?(?:tờ khai|đơn(?: đề nghị| xin)?|giấy đề nghị|phiếu đề nghị)\b\s*+", re.I
)
_Pairs = frozenset[tuple[str, str]]


@cache
def _all_pairs(text: str) -> _Pairs:
    words = re.findall(r"\w+", fold_text(text))
    return frozenset(pairwise(words))


@cache
def _pairs_of(text: str) -> _Pairs:
    """The folded pairs of syllables of a text; not those that stand in many."""
    return frozenset(pair for pair in _all_pairs(text) if not _GENERAL.issuperset(pair))


def _telling_of(name: str) -> _Pairs:
    """The pairs of a name, up to its first comma, of which both syllables tell something."""
    return _telling(re.split(r"[,(;:]", name)[0])


def _telling(text: str) -> _Pairs:
    return frozenset(pair for pair in _pairs_of(text) if _GENERAL.isdisjoint(pair))


def _named_after_another(context: Context) -> Iterator[Breach]:
    """A result, fee or form is not named after another procedure of the field alone."""
    titles: Mapping[str, Mapping[str, _Pairs]] | None = None
    for published in context.requested_current_versions:
        version = published.version
        procedure = context.catalogue.procedures.get(published.procedure)
        if version.source is not None or procedure is None:
            continue
        titles = titles or _titles_by_field(context)
        own, others = _pairs_of(version.title), titles.get(procedure.field, {})
        for pointer, name in _names_in(version):
            told = _telling_of(name)
            if not told or _pairs_of(name) & own:
                continue
            other = next((code for code, pairs in others.items() if told == pairs), None)
            if other and not _says(version, told):
                values = {"found": excerpt(name, 0), "other": context.titled(other)}
                yield at(published.file, *pointer, **values)


def _form_for_another(context: Context) -> Iterator[Breach]:
    """A paper that is written for a procedure by its whole title is written for this one."""
    titles: dict[str, set[str]] = defaultdict(set)
    for published in context.requested_current_versions:
        version = published.version
        if version.source is not None:
            continue
        if not titles:
            for one in context.current_versions:
                titles[comparable(one.ref.header.title)].add(one.procedure)
        for pointer, name in _papers_in(version):
            others = titles.get(comparable(_FILLED_IN.sub("", name)), set())
            if others and published.procedure not in others and not _shares_words(version, name):
                values = {"found": excerpt(name, 0), "other": context.titled(min(others))}
                yield at(published.file, *pointer, **values)


def _papers_in(version: Version) -> Iterator[tuple[Pointer, str]]:
    for g, group in enumerate(version.dossier.groups.items):
        for i, item in enumerate(group.items):
            if _FILLED_IN.match(item.name) and not item.forms:
                yield ("dossier", "groups", "items", g, "items", i, "name"), item.name


_IN_MOST_TITLES = frozenset((("dang", "ky"), ("thu", "tuc")))


def _shares_words(version: Version, name: str) -> bool:
    """Whether a title has words of a form: one form may do for a family of procedures."""
    return bool(_all_pairs(version.title) & _all_pairs(name) - _IN_MOST_TITLES)


def _titles_by_field(context: Context) -> Mapping[str, Mapping[str, _Pairs]]:
    found: dict[str, dict[str, _Pairs]] = defaultdict(dict)
    for one in context.current_versions:
        procedure = context.catalogue.procedures.get(one.procedure)
        if procedure and procedure.source is None:
            found[procedure.field][one.procedure] = _telling_of(one.ref.header.title)
    return found


def _names_in(version: Version) -> Iterator[tuple[Pointer, str]]:
    results = version.results.items
    if len(results) == 1:
        yield ("results", "items", 0, "name"), results[0].name
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            if fee.name:
                place = ("channels", "items", position, "fees", "items", index, "name")
                yield place, fee.name
    for position, form in enumerate(version.forms.items):
        yield ("forms", "items", position, "name"), form.name


def _says(version: Version, pairs: _Pairs) -> bool:
    """Whether a version says a pair of syllables more often than in passing."""
    text = " ".join(re.findall(r"\w+", fold_text(whole_text(version))))
    return any(text.count(" ".join(pair)) > _MOST_SAID for pair in pairs)


def _summary_of_another(context: Context) -> Iterator[Breach]:
    """A summary that says the title of another procedure says something of its own."""
    titles: dict[str, _Pairs] = {}
    for file, procedure in context.requested_records("procedure"):
        summary = procedure.summary or "" if procedure.source is None else ""
        refs = context.catalogue.version_refs.get(procedure.id, ()) if summary else ()
        told = "; ".join((*(ref.header.title for ref in refs), *procedure.citizen_words))
        said = _pairs_of(summary)
        if not refs or said & _pairs_of(told) or _words_of(summary) & _words_of(told):
            continue
        titles = titles or {
            one.procedure: _telling(one.ref.header.title) for one in context.current_versions
        }
        other = next((code for code, pairs in titles.items() if pairs and pairs <= said), None)
        if other:
            yield at(file, "summary", found=excerpt(summary, 0), other=context.titled(other))


def _document_of_the_title(context: Context) -> Iterator[Breach]:
    """The text of law that a title names is a ground of the decision or of one of its rows."""
    documents = context.catalogue.documents
    for file, decision in context.requested_records("decision"):
        lost = _lost_ground(decision, documents) if decision.source is None else None
        if lost:
            keys = _grounds_of(decision)
            grounds = ", ".join(documents[key].number for key in keys if key in documents)
            yield at(file, "title", found=lost, grounds=grounds)


def _lost_ground(decision: Decision, documents: Mapping[str, LegalDocument]) -> str | None:
    """The first text that a title names, where none of those that it names is a ground."""
    named = _NUMBER.findall(decision.title)
    keys = _grounds_of(decision) if named else []
    known = {normalise(documents[key].number) for key in keys if key in documents}
    told = " ".join(decision.ground_texts)
    lost = [one for one in named if normalise(one) not in known and one not in told]
    return lost[0] if known and lost and lost == named else None


def _grounds_of(decision: Decision) -> list[str]:
    """The grounds of a decision, those of its rows first."""
    rows = [key for row in decision.rows for key in row.grounds]
    return list(dict.fromkeys((*rows, *decision.grounds)))


def _step_of_another_matter(context: Context) -> Iterator[Breach]:
    """A step of a journey and the procedure that takes it have words in common."""
    catalogue = context.catalogue
    journeys = list(catalogue.journeys.values())
    for pointer, choice in choices_of(context):
        step = journeys[int(pointer[1])].steps[int(pointer[3])]
        procedure = catalogue.procedures.get(choice.procedure)
        said = f"{step.name}; {step.condition or ''}"
        words = _all_pairs(said)
        if procedure is None or procedure.source is not None or not words:
            continue
        titles = [ref.header.title for ref in catalogue.version_refs.get(choice.procedure, ())]
        if not all(map(is_clean, titles)) or any(map(find_misread, titles)):
            continue  # reported itself
        told = "; ".join((*titles, *procedure.citizen_words, procedure.summary or ""))
        if not words & _all_pairs(told) and not _words_of(said) & _words_of(told):
            values = {"found": context.titled(choice.procedure), "step": step.name}
            refs = catalogue.version_refs.get(choice.procedure, ())
            files = (catalogue.path("version", ref.key) for ref in refs)
            values[COMPARED] = " ".join(f"{file}#title" for file in files)
            yield at(JOURNEYS, *pointer, "procedure", **values)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold_text(text))) - _WITH_OTHERS


_WITH_OTHERS_LISTED = (
    "cap giay thu tuc dang ky va cua cho so ho xin lam doi chuyen nha moi ten chu khai tu thay the "
    "nhan thong tin tai voi theo quyet dinh cac nguoi khi hoac mot lai cong co quan viec do"
)
_WITH_OTHERS = frozenset(_WITH_OTHERS_LISTED.split())
"""Syllables of many words that have nothing to do with each other."""


def _said_by_people(context: Context) -> Iterator[Breach]:
    """What stands as official is not what people say."""
    if not context.is_requested("citizen-words.yml"):
        return
    titles: list[str] | None = None
    for position, pair in enumerate(context.catalogue.citizen_words):
        for index, words in enumerate(pair.official):
            found = _COLLOQUIAL.search(words)
            if found and titles is None:
                titles = [comparable(one.ref.header.title) for one in context.current_versions]
            if found and not any(comparable(words) in title for title in titles or ()):
                place = ("citizen_words", position, "official", index)
                yield at("citizen-words.yml", *place, found=words, said=found[0])


_WARNING = Severity.WARNING
RULES = (
    Rule("VS541", _WARNING, PRACTICE, _named_after_another, needs=("version",), per_file=True),
    Rule("HS320", _WARNING, DOSSIER, _form_for_another, needs=("version",), per_file=True),
    Rule("VS544", _WARNING, PRACTICE, _summary_of_another, needs=("version",)),
    Rule("QD235", _WARNING, FORM_OF_A_DECISION, _document_of_the_title, per_file=True),
    Rule("NB407", _WARNING, HOUSE, _step_of_another_matter, needs=("procedure", "version")),
    Rule("NY732", _WARNING, PRACTICE, _said_by_people, needs=("version", "decision")),
)
