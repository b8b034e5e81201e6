"""The hand-out of a version: what to bring, where, how long, how much, on one side of A4."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator import addresses
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.answers.online import online_answer
from generator.pages.answers.papers import paper_count_words
from generator.pages.answers.short import shown_text
from generator.pages.contact import contact_line
from generator.pages.formatting import code_words, effective_on, signed_on
from generator.pages.handout_fit import (
    SMALLEST,
    Density,
    SheetTexts,
    largest_type,
    lines_that_fit,
)
from generator.pages.handout_papers import (
    PaperLine,
    count_papers,
    left_out_words,
    paper_lines,
    papers_list,
    without_bare_headings,
)
from generator.pages.links import decision_link
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    join_html,
    lead_to_page,
    split_paragraphs,
)
from generator.pages.page_code import qr_element
from generator.pages.paper_fits import Fit
from generator.pages.version_body import VersionBody
from generator.pages.whose import whose_words
from generator.readings.cut_words import cut_at_sense
from generator.readings.dossier_counts import count_dossier
from generator.readings.paper_segments import cut_to_first
from generator.records.registers import NOT_EDITED
from generator.records.version import Version

_URL = re.compile('href="(http[^"]*)"')
_DOT = escape_html(" · ")
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class _Widths:
    """Characters of the name of a paper, of a paragraph of an answer and of the name of a form.

    And how many paragraphs of an answer, and forms, are shown.
    """

    paper: Fit
    said: int = 420
    form: int = 120
    paragraphs: int = 8
    forms: int = 4


_UNCUT = _Widths(Fit(_WHOLE), _WHOLE, _WHOLE, _WHOLE, _WHOLE)
_WIDTHS = (_UNCUT, *(_Widths(Fit(width)) for width in (_WHOLE, 600, 420, 320, 240, 200)))
"""From the widest: the type gets smaller before words are cut."""
_WITHOUT_REMARKS = (
    *(_Widths(Fit(width)) for width in (160, 130, 110)),
    *(
        _Widths(Fit(width, whole=False), 200, 80, 4, 3)
        for width in (320, 240, 180, 130, 110, 90, 72)
    ),
)
"""Where remarks make room for papers, and papers for others only in the last."""
Row = tuple[str, list[Html]]
"""The name of an answer, and its paragraphs."""


def sheet_identity(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> Block:
    """Of which procedure, which version and which decision a paper is."""
    return html_block(element("div", *_identity(entry, version, edition, here)))


def _identity(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> list[Html]:
    words = edition.words
    event = entry.find_publishing_event(version.version)
    code = code_words(entry.procedure.code, words)
    number = escape_line(words("handout.decision"))
    decided = join_html([number, decision_link(event.decision, here).html], escape_html(" "))
    days = f", {signed_on(event.decision.signed, words)}, {effective_on(event.effective, words)}"
    named = [code, words("version.name", version=version.version)]
    about = join_html([*map(escape_line, named), join_html([decided, escape_html(days)])], _DOT)
    title = element("h2", escape_line(one_line(version.title)))
    return [title, *_whose(entry, edition), element("p", about, class_="identity")]


def _whose(entry: PublishedProcedure, edition: Edition) -> Iterator[Html]:
    """The province that a procedure holds in; a paper is carried anywhere."""
    if said := whose_words(entry.summary.province, edition):
        yield element("p", element("strong", escape_line(said)), class_="whose")


@dataclass(frozen=True, slots=True)
class _SheetWords:
    """What stands on a sheet, cut to some widths."""

    answers: list[Row]
    papers: list[PaperLine]


@dataclass(frozen=True)
class Sheet:
    """The hand-out of a version, as it stands on the page `here`."""

    entry: PublishedProcedure
    parts: VersionBody
    edition: Edition
    here: str
    verdict: str

    @property
    def block(self) -> Block:
        """The hand-out, in the size of type in which it fits."""
        density, shown, kept = self._fitted
        papers = shown.papers
        listed = papers_list(papers, kept, self.edition, self.entry.code) if papers else EMPTY
        wide = "columns" if density.columns > 1 else ""
        return html_block(
            element(
                "div",
                element("div", *self._head, class_="head coded" if self._head[0] else "head"),
                element("dl", *(_row(*row) for row in shown.answers)),
                self._count,
                element("div", listed, class_=wide or None),
                *self._foot,
                class_=f"sheet {density.name}",
            )
        )

    @property
    def _fitted(self) -> tuple[Density, _SheetWords, list[int]]:
        """The type and the words that fit, with the places of the papers that are named."""
        for widths in (*_WIDTHS, *_WITHOUT_REMARKS):
            shown = self._shown(widths)
            texts = self._texts(shown)
            if density := largest_type(texts):
                return density, shown, [*range(len(shown.papers))]
            kept = lines_that_fit(texts)
            named = count_papers(shown.papers[at] for at in kept)
            if widths in _WITHOUT_REMARKS and named == count_papers(shown.papers):
                break
        return SMALLEST, shown, without_bare_headings(shown.papers, kept)

    def _shown(self, widths: _Widths) -> _SheetWords:
        papers = paper_lines(self.parts.version, self.edition, widths.paper)
        return _SheetWords(self._answers(widths), papers)

    def _texts(self, shown: _SheetWords) -> SheetTexts:
        _, title, *about = self._head
        return SheetTexts(
            verdict=len(self.verdict),
            title=_length(title),
            about=[_length(part) for part in about],
            rows=[[len(name), *map(_length, lines)] for name, lines in shown.answers],
            count=_length(self._count),
            foot=[_length(part) for part in self._foot],
            listed=[line.length for line in shown.papers],
            coded=bool(self._head[0]),
            remarks={at for at, line in enumerate(shown.papers) if line.is_remark},
        )

    @cached_property
    def _head(self) -> list[Html]:
        """The QR code, the title, what names the version, and the address of the code."""
        named = _identity(self.entry, self.parts.version, self.edition, self.here)
        words, base = self.edition.words, self.edition.catalogue.settings.paper_url
        if not base:
            return [EMPTY, *named]
        address = f"{base}{addresses.address(self.here)}".partition("://")[2]
        scan = element("p", escape_line(words("handout.scan_at", address=address)), class_="scan")
        version = self.parts.version.version
        picture = addresses.qr_image(self.entry.code, version)
        return [qr_element(picture, self.here, self.edition), *named, scan]

    def _answers(self, widths: _Widths) -> list[Row]:
        """The answers of the first screen, whether it can be filed online, and by which form."""
        found = [(name, self._paragraphs(name, said, widths)) for name, said in self._said]
        found.append((self.edition.words("part.forms"), self._forms(widths)))
        return [(name, lines) for name, lines in found if lines]

    @cached_property
    def _said(self) -> list[tuple[str, Html]]:
        version, procedure, edition = self.parts.version, self.parts.procedure, self.edition
        words = edition.words
        online = words("facts.online"), online_answer(version, procedure, edition)
        rows = (*self.parts.answer_rows(self.here), online)
        return [(name, self._linked(said)) for name, said in rows]

    def _paragraphs(self, name: str, said: Html, widths: _Widths) -> list[Html]:
        """What is said, with the quotations without which a time would be told too short."""
        quoted = name == self.edition.words("facts.time") and self._takes_longer_for_some
        every = [_short(one, widths.said) for one in split_paragraphs(said, quoted=quoted)]
        left = len(every) - widths.paragraphs
        return [*every[: widths.paragraphs], *_more(left, self.edition, self.entry.code)]

    @cached_property
    def _takes_longer_for_some(self) -> bool:
        """Whether a list says more of the time than one limit."""
        time = self.parts.brief_time
        return time is not None and (len(time.limits) > 1 or bool(time.added))

    def _linked(self, said: Html) -> Html:
        """Links to sections as links to them on the page of the version."""
        code, number = self.entry.code, self.parts.version.version
        shown = number == self.entry.version.version
        page = addresses.procedure(code) if shown else addresses.version_address(code, number)
        return lead_to_page(said, addresses.href(page, self.here))

    def _forms(self, widths: _Widths) -> list[Html]:
        names = [one_line(form.name) for form in self.parts.version.forms.items]
        shown = [escape_line(cut_at_sense(name, widths.form)) for name in names[: widths.forms]]
        return [*shown, *_more(len(names) - widths.forms, self.edition, self.entry.code)]

    @cached_property
    def _count(self) -> Html:
        """How many papers, and how many sets of them."""
        words, procedure = self.edition.words, self.parts.procedure
        edited = (procedure.answers or NOT_EDITED).papers
        count = edited or paper_count_words(count_dossier(self.parts.version), words)
        if not count:
            return EMPTY
        sets = self.parts.version.dossier.sets
        said = f"{words('part.dossier')}: {' '.join(count.split())}."
        more = words("handout.sets", count=sets) if sets is not None else ""
        return element("h3", escape_line(f"{said} {more}"))

    @cached_property
    def _foot(self) -> list[Html]:
        """Where to complain; the law wants it on every posted procedure."""
        edition = self.edition
        lines = [contact_line(one, edition).html for one in edition.contacts("feedback")]
        if not lines:
            return []
        right = escape_html(edition.words("handout.feedback"))
        return [element("p", right), *(element("p", line) for line in lines)]


def _row(name: str, lines: Iterable[Html]) -> Html:
    said = (element("p", line) for line in lines)
    return element("div", element("dt", escape_html(name)), element("dd", *said))


def _more(left: int, edition: Edition, code: str) -> Iterator[Html]:
    if left > 0:
        yield escape_line(left_out_words("lines", left, edition, code))


def _short(line: Html, longest: int) -> Html:
    """A paragraph, cut to its first words where it is too long."""
    if _length(line) <= longest:
        return line
    return escape_line(cut_to_first(shown_text(line), longest))


def _length(said: Html) -> int:
    """How many characters are printed, the addresses of other sites included."""
    urls = sum(map(len, _URL.findall(said)))
    return len(shown_text(said)) + urls
