"""The parts of a version as nodes, for its own page and for that of its procedure."""

from dataclasses import dataclass
from functools import cached_property

from generator import addresses
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.model.territories import province_of
from generator.pages import sections
from generator.pages.answers import Answer, answers, filing_answers, how_long, how_much, where
from generator.pages.answers.quote_room import ON_PAPER, ROOMS, SCARCE, QuoteRoom
from generator.pages.answers.short import shown_text
from generator.pages.channels import channels
from generator.pages.deadline import deadline, due_calculator, due_examples
from generator.pages.dossier import dossier, lines_beside
from generator.pages.forms import forms
from generator.pages.frame import Frame, procedure_frames
from generator.pages.lacking import lacking
from generator.pages.narrowing import narrowing_line
from generator.pages.nodes.blocks import Block, blocks, html_block
from generator.pages.nodes.html import element, escape_html
from generator.pages.paper_names import name_all, name_each, name_first, name_whole, need_no_cut
from generator.pages.phone import Letters, lines_left
from generator.pages.process import internal_process
from generator.pages.purpose import purpose
from generator.pages.steps import own_steps, steps_section
from generator.pages.whose import whose_words
from generator.readings.answered import stated_offices
from generator.readings.brief import brief_time_of
from generator.readings.brief_values import TimeBrief
from generator.readings.recorded_papers import recorded_groups
from generator.readings.time_summary import TimeSummary, summarise_times
from generator.readings.version import VersionReadings, read_version
from generator.records.registers import NOT_EDITED, EditedAnswers, Procedure
from generator.records.version import Version


@dataclass(frozen=True, slots=True)
class PaperRoom:
    """What is quoted above the papers, the lines that it leaves them, and its small letters."""

    quoted: QuoteRoom
    lines: float
    letters: Letters = Letters.USUAL


@dataclass(frozen=True)
class VersionBody:
    """What a version says; all that has no link in it reads the same on every page."""

    version: Version
    procedure: Procedure
    edition: Edition

    @cached_property
    def read(self) -> VersionReadings:
        """What is read out of the words of the version."""
        edition = self.edition
        return read_version(self.version, self.procedure, edition.catalogue.agencies, edition.day)

    def first_screen(self, here: str) -> Block:
        """The answers that fit one screen, and the papers to bring; above them stands whose."""
        room = self._room_for_papers
        rows = self._rows(here, room.quoted, whose=False)
        shown = answers(rows, room.letters)
        return blocks([self._narrowing, shown, self._papers])

    @cached_property
    def _narrowing(self) -> Block:
        """For whom alone or where alone, and what says so: before the title is believed."""
        return narrowing_line(self.read.narrowing, self.edition.words)

    def answer_rows(self, here: str) -> tuple[Answer, ...]:
        """Where, how long, how much; as much quoted as leaves the papers their names."""
        return self._rows(here, self._room_for_papers.quoted)

    def printed_rows(self, here: str) -> tuple[Answer, ...]:
        """The same on paper, whatever room a screen has."""
        return self._rows(here, ON_PAPER)

    def _rows(self, here: str, room: QuoteRoom, *, whose: bool = True) -> tuple[Answer, ...]:
        """`whose`: the place also says of which province the procedure is."""
        version, procedure, words = self.version, self.procedure, self.edition.words
        whose = whose or not self._whose
        place = where(version, procedure, self.read.filing, self.edition, here, room, whose=whose)
        time = how_long(version, procedure, self._times, words, room)
        return place, time, how_much(version, procedure, self.read.fees, words, room)

    @cached_property
    def _room_for_papers(self) -> PaperRoom:
        """What is quoted above the papers, and the lines that it leaves them.

        The tightest only where that names more of them: less is not quoted in vain.
        """
        groups, words = recorded_groups(self.version), self.edition.words
        for quoted in ROOMS:
            room = self._room_below(quoted, Letters.USUAL)
            if need_no_cut(groups, room.lines, words):
                return room
        if name_whole(groups, room.lines, words):
            return room
        tight = self._room_below(quoted, Letters.SMALL)
        if name_all(groups, tight.lines, words):
            return tight
        scarce = self._room_below(SCARCE, Letters.LEAST)
        is_better = name_each(groups, scarce.lines, words)
        return scarce if is_better or not name_first(groups, tight.lines, words) else tight

    def _room_below(self, quoted: QuoteRoom, letters: Letters) -> PaperRoom:
        opening = shown_text(purpose(self.version, self.procedure, self.edition.words).html)
        told = answers(self._rows(addresses.HOME, quoted, whose=False), letters).html
        narrowed = shown_text(self._narrowing.html)
        title = one_line(self.version.title)
        lines = lines_left(title, told, opening, narrowed, self._whose) - self._lines_beside
        return PaperRoom(quoted, lines, letters)

    @cached_property
    def _lines_beside(self) -> float:
        return lines_beside(self.version, self._edited.papers, self.read, self.edition)

    @cached_property
    def _whose(self) -> str:
        """Whose procedure it is, in words; empty for one of no single province."""
        edition = self.edition
        province = province_of(self.procedure, edition.catalogue, edition.words)
        return whose_words(province, edition)

    @cached_property
    def _times(self) -> TimeSummary:
        return summarise_times(self.read.times)

    @property
    def brief_time(self) -> TimeBrief | None:
        """How long it takes, as a list says it."""
        return brief_time_of(self.version, self._times)

    @cached_property
    def _due_examples(self) -> Block:
        return due_examples(self.version, self._times, self.edition)

    @cached_property
    def filing(self) -> Block:
        """How to file it online, and what to do when it is late."""
        return filing_answers(self.version, self.procedure, self.edition)

    def frames(self, entry: PublishedProcedure) -> tuple[Frame, ...]:
        """What it is, in the languages of the summaries."""
        return procedure_frames(entry, self.version, self._times, self.edition)

    def sections(self, here: str) -> Block:
        """All other parts: the citizen's questions, then what clerks and lawyers look up."""
        version, edition = self.version, self.edition
        calculator = due_calculator(version, self._times, edition, here)
        return blocks(
            [
                self._asked,
                deadline(self._due_examples, calculator, edition),
                sections.linked(version, edition, here),
                self._done,
                sections.agencies_section(version, edition, here),
                self._founded,
            ]
        )

    @property
    def _edited(self) -> EditedAnswers:
        return self.procedure.answers or NOT_EDITED

    @cached_property
    def _papers(self) -> Block:
        room = self._room_for_papers.lines
        return dossier(self.version, self._edited.papers, self.read, self.edition, room)

    @cached_property
    def _asked(self) -> Block:
        """What do I do, where do I go, may I, what do I get."""
        version, edition = self.version, self.edition
        return blocks(
            [
                own_steps(version, self.read.steps, edition),
                channels(version, self.read.fees, edition),
                sections.eligibility(version, edition),
                sections.results_section(version, edition),
            ]
        )

    @cached_property
    def _done(self) -> Block:
        """What the source lacks, then below a line what the clerk and the lawyer read."""
        version, edition = self.version, self.edition
        label = escape_html(edition.words("procedure.for_staff"))
        return blocks(
            [
                lacking(version, edition, self._told),
                html_block(element("p", label, class_="divider")),
                steps_section(version, self.read.steps, edition),
                internal_process(version, edition),
                forms(version, self.read.forms, edition),
            ]
        )

    @property
    def _told(self) -> tuple[str, ...]:
        """The parts that the record leaves out and the answers tell."""
        return ("receiving",) if stated_offices(self.read.filing) or self._edited.place else ()

    @cached_property
    def _founded(self) -> Block:
        """What it rests on."""
        founded = (sections.legal_basis, sections.remarks)
        return blocks([part(self.version, self.edition) for part in founded])
