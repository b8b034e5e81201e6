"""What is told of a place of filing where no sentence of handing in names an office."""

from dataclasses import dataclass

from generator.readings.filing_clauses import Passage
from generator.readings.filing_duties import taken_by_duty
from generator.readings.filing_givers import (
    given_to_person,
    given_to_somebody,
    proposed_to_somebody,
    told_online,
)
from generator.readings.filing_mentioned import mentioned_giving, tells_whom
from generator.readings.filing_senders import Quotes, taken_by_somebody
from generator.readings.filing_window import Doors


@dataclass(frozen=True, slots=True)
class Silent:
    """The words of a procedure that name no office.

    `counter` where one files elsewhere than online, `portal` where a portal alone is named. In an
    `internal` procedure offices hand in to offices.
    """

    words: tuple[Passage, ...]
    internal: bool
    counter: bool
    portal: bool

    def quoted(self, rules: Doors) -> tuple[Quotes, Doors]:
        """The sentence on who gets or takes what is filed, and the rules unless it tells enough."""
        told = self._told(rules)
        known = told or self.portal
        mentioned = () if known else mentioned_giving(self.words, internal=self.internal)
        return told or mentioned, () if told or tells_whom(mentioned) else rules

    def _told(self, rules: Doors) -> Quotes:
        """The sentence on who gets or takes it, or on where it is done online."""
        given = given_to_somebody(self.words) if rules else ()
        quotes = (
            given
            or taken_by_duty(self.words)
            or taken_by_somebody(self.words)
            or given_to_person(self.words)
        )
        quotes = quotes or proposed_to_somebody(self.words)
        return quotes or (() if rules or self.counter else told_online(self.words))
