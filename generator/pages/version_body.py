"""The parts of a version as nodes, for its own page and for that of its procedure."""

from dataclasses import dataclass
from functools import cached_property

from generator.model.edition import Edition
from generator.pages import sections
from generator.pages.channels import channels, fees_at_a_glance, time_at_a_glance
from generator.pages.deadline import deadline
from generator.pages.dossier import dossier
from generator.pages.formatting import agency_part
from generator.pages.lacking import lacking
from generator.pages.nodes.blocks import Block, blocks, facts, html_block
from generator.pages.nodes.html import element, escape_html, escape_line
from generator.pages.process import internal_process
from generator.records.version import Version

_SHORT_PLACE = 100
"""The longest name of a place, in characters, that fits among the facts."""


@dataclass(frozen=True)
class VersionBody:
    """What a version says; all that has no link in it reads the same on every page."""

    version: Version
    edition: Edition

    def sections(self, here: str) -> Block:
        """All parts: the citizen's questions, then what clerks and lawyers look up."""
        version, edition = self.version, self.edition
        return blocks(
            [
                self._asked,
                deadline(version, edition, here),
                sections.linked(version, edition, here),
                lacking(version, edition),
                self._done,
                sections.agencies_section(version, edition, here),
                self._founded,
            ]
        )

    @cached_property
    def facts(self) -> Block:
        """The four answers that fit one screen: how long, how much, where, and whether online."""
        words = self.edition.words
        rows = [
            (words("facts.time"), time_at_a_glance(self.version, self.edition)),
            (words("part.fees"), fees_at_a_glance(self.version, self.edition)),
            (words("facts.place"), self._place),
        ]
        if self.version.online.level != "not_stated":
            rows.append((words("facts.online"), words(f"online.{self.version.online.level}")))
        return facts((name, escape_line(value)) for name, value in rows)

    @property
    def _place(self) -> str:
        roles = self.version.agencies
        parts = (*roles.receiving.items, *roles.executing.items)
        places = (agency_part(part, self.edition) for part in parts)
        short = (place for place in places if len(place) <= _SHORT_PLACE)
        return next(short, self.edition.words("unknown.see_text"))

    @cached_property
    def _asked(self) -> Block:
        """May I, what do I bring, where do I go, what do I get."""
        asked = (sections.eligibility, dossier, channels, sections.results_section)
        return blocks([part(self.version, self.edition) for part in asked])

    @cached_property
    def _done(self) -> Block:
        """How it is done, below the line where the clerk and the lawyer begin to read."""
        label = escape_html(self.edition.words("procedure.for_staff"))
        divider = html_block(element("p", label, class_="divider"))
        done = (sections.steps_section, internal_process, sections.forms)
        return blocks([divider, *(part(self.version, self.edition) for part in done)])

    @cached_property
    def _founded(self) -> Block:
        """What it rests on."""
        founded = (sections.legal_basis, sections.remarks)
        return blocks([part(self.version, self.edition) for part in founded])
