"""An edition: the catalogue as of a day, with the look-ups that pages and exports share."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, TypeVar

from generator.law.intervals import Event
from generator.law.reform import Cut
from generator.law.text import number_order
from generator.law.timeline import Timeline, timelines
from generator.law.workdays import Workdays
from generator.locale import Words
from generator.model.authorities import aliases_of, authorities_of
from generator.model.communes import known_communes
from generator.model.completeness import Completeness
from generator.model.groups import News, group_news, group_pairs, order_news
from generator.model.journey_places import StepPlace, journey_places
from generator.model.newest_decision import newest_days
from generator.model.news import NewsItem, news_of
from generator.model.posting import own_posting_groups, posting_groups
from generator.model.posting_coverage import PostingCoverage, posting_coverage
from generator.model.published import Publish, PublishedProcedure, by_title, published_procedure
from generator.model.summaries import Summaries, VersionSummary, with_aliases
from generator.model.summary_groups import same_summaries, summaries_by
from generator.model.territories import province_of
from generator.readings.brief_values import Brief
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, RowReference
from generator.records.memoize import reuse_equal
from generator.records.registers import Agency, Contact, Field

if TYPE_CHECKING:
    from generator.model.families import Families

T = TypeVar("T")


@dataclass(frozen=True)
class Edition:
    """The catalogue as of `day`. Drafts, and procedures that nothing published, are left out."""

    HAS_FEEDS: ClassVar[bool] = True
    """Whether a site of this kind of edition has feeds, and lists to be posted."""
    HAS_OTHER_DAYS: ClassVar[bool] = True
    """Whether lists of this kind of edition can be asked for another day."""
    PUBLISHED: ClassVar[Publish] = staticmethod(published_procedure)
    """What makes the entry of a procedure."""
    catalogue: Catalogue
    day: date
    words: Words

    def __post_init__(self) -> None:
        """Leave out drafts: no page and no export knows of them."""
        object.__setattr__(self, "catalogue", self.catalogue.without_drafts())

    def __reduce__(self) -> tuple[Callable[..., "Edition"], tuple[object, ...]]:
        """Pickle what it was made of; what it works out, another process works out for itself."""
        return type(self), tuple(getattr(self, field.name) for field in fields(self))

    @property
    def stamp(self) -> bytes:
        """What distinguishes editions of equal catalogues; none by default."""
        return b""

    @cached_property
    def workdays(self) -> Workdays:
        """Working days by the calendars of the catalogue."""
        return Workdays(self.catalogue.calendars)

    @cached_property
    def timelines(self) -> Mapping[str, Timeline]:
        """The timeline of every procedure."""
        return timelines(self.catalogue)

    @cached_property
    def entries(self) -> Mapping[str, PublishedProcedure]:
        """Every published procedure by id, in Vietnamese alphabetical order of titles."""
        refs = self.catalogue.version_refs
        found = (
            self.PUBLISHED(
                code,
                procedure,
                refs.get(code, ()),
                self.timelines[code],
                self.day,
                province_of(procedure, self.catalogue, self.words),
            )
            for code, procedure in self.catalogue.procedures.items()
        )
        return {entry.code: entry for entry in sorted(filter(None, found), key=by_title)}

    @cached_property
    def summaries(self) -> Summaries:
        """The summaries of every procedure that was ever published, by its id."""
        return same_summaries({code: entry.summaries for code, entry in self.entries.items()})

    def brief_of(self, summary: VersionSummary) -> Brief:
        """What is said of the time and the fee of a version."""
        return summary.brief

    @cached_property
    def families(self) -> "Families":
        """The family of every procedure that has kin at other places or levels."""
        # Imported only here: it loads the readers of places and papers.
        from generator.model.families import families_of

        return families_of(self.entries, self.catalogue, self.day)

    @cached_property
    def by_field(self) -> Summaries:
        """Summaries by field; every field of fields.yml is a key."""
        found = summaries_by("field", self.summaries)
        return {key: found.get(key, ()) for key in self.catalogue.fields}

    @cached_property
    def by_level(self) -> Summaries:
        """Summaries by level."""
        return summaries_by("level", self.summaries)

    @cached_property
    def by_letter(self) -> Summaries:
        """Summaries by the letter their title is listed under."""
        return summaries_by("letter", self.summaries)

    @cached_property
    def by_life_event(self) -> Summaries:
        """Summaries by life event."""
        return summaries_by("life_event", self.summaries)

    @cached_property
    def by_agency(self) -> Summaries:
        """Summaries by the agencies that publish, execute, decide or receive.

        What names an agency by another form of its name stands under its full name too.
        """
        found = summaries_by("agency", self.summaries)
        return with_aliases(found, self.aliases) if self.aliases else found

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The agencies that only are other forms of a name, with the one of the full name."""
        return aliases_of(self.catalogue.agencies)

    @cached_property
    def authorities(self) -> Mapping[str, str]:
        """What agencies count under in figures, for those that count under another."""
        return authorities_of(self.catalogue.agencies, self.day)

    @cached_property
    def by_reception(self) -> Summaries:
        """Summaries by the places that take dossiers in."""
        return summaries_by("reception", self.summaries)

    @cached_property
    def news(self) -> News:
        """The rows about every procedure that were not annulled, by its id."""
        found = {code: news_of(code, entry) for code, entry in self.entries.items()}
        return self._as_before("news", found)

    @cached_property
    def news_by_field(self) -> News:
        """The rows about the procedures of a field, the latest published first."""
        return group_news("field", self.news)

    @cached_property
    def news_by_agency(self) -> News:
        """The rows about the procedures of an agency, the latest published first."""
        return group_news("agency", self.news)

    @cached_property
    def cuts(self) -> Mapping[str, Cut | None]:
        """How far the time limits of procedures that bind were cut, by their ids.

        None where two kinds of days mix; a procedure without a limit is not in it.
        """
        found = ((code, entry.cut) for code, entry in self.entries.items() if entry.cut)
        cuts = {code: cut if isinstance(cut, Cut) else None for code, cut in found}
        return self._as_before("cuts", cuts)

    @cached_property
    def completeness(self) -> Mapping[str, Completeness]:
        """What the procedures that bind state, by their ids."""
        stated = ((code, entry.completeness) for code, entry in self.entries.items())
        return self._as_before("completeness", {code: one for code, one in stated if one})

    def latest_news(self) -> list[NewsItem]:
        """Every row that was not annulled, the latest reported first, those without a day last."""
        return order_news(self.news)

    def has_dated_news(self) -> bool:
        """Whether any row is news since a day that is known."""
        return any(one.reported_on for changes in self.news.values() for one in changes)

    def _as_before(self, name: str, found: Mapping[str, T]) -> Mapping[str, T]:
        """The same object for what is equal, and in the order of the same summaries."""
        _, same = _reuse_with_summaries(name, self.summaries, found)
        return same

    @cached_property
    def decisions_by_agency(self) -> Mapping[str, tuple[Decision, ...]]:
        """Decisions by issuing agency, the latest first."""
        ordered = sorted(self.catalogue.decisions.values(), key=_latest_signed_first)
        return group_pairs(((d.agency,), d) for d in ordered)

    @cached_property
    def newest_days(self) -> Mapping[str, date]:
        """Up to which day decisions are known, by what is stated of them."""
        return newest_days(self.catalogue, self.day)

    @cached_property
    def annulments(self) -> Mapping[str, Mapping[str, Decision]]:
        """The decisions that annulled rows, by the decision and the row that they annulled."""
        found: dict[str, dict[str, Decision]] = defaultdict(dict)
        for decision in self.catalogue.decisions.values():
            for annulled in (row.annuls for row in decision.rows if row.annuls):
                found[annulled.decision][annulled.row] = decision
        return dict(found)

    def annulled_by(self, row: RowReference) -> Decision | None:
        """The decision that annulled a row."""
        return self.annulments.get(row.decision, {}).get(row.row)

    @cached_property
    def replacements(self) -> Mapping[str, tuple[Decision, ...]]:
        """The later decisions that ended a decision, in full or in part, by its id."""
        decisions = self.catalogue.decisions.values()
        return group_pairs(
            (dict.fromkeys(o.decision for o in d.replaces_decisions), d) for d in decisions
        )

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Ids once published, to the procedure they lead to now."""
        return {old: e.code for e in self.entries.values() for old in e.procedure.former_ids}

    @cached_property
    def journey_places(self) -> Mapping[str, tuple[StepPlace, ...]]:
        """Which steps of journeys every procedure takes."""
        return journey_places(self.catalogue)

    @cached_property
    def known_communes(self) -> Mapping[str, tuple[str, ...]]:
        """The agencies of each commune that has any, by its place."""
        return known_communes(self.catalogue)

    @cached_property
    def posting_groups(self) -> Summaries:
        """What every office answers for, by office."""
        return posting_groups(self)

    @cached_property
    def own_posting_groups(self) -> Summaries:
        """What every office posts of that, by office."""
        return own_posting_groups(self)

    @cached_property
    def posting_coverage(self) -> Mapping[str, PostingCoverage]:
        """What offices must post, and what hangs."""
        return posting_coverage(self)

    @cached_property
    def _former_names(self) -> Mapping[str, tuple[str, ...]]:
        agencies = self.catalogue.agencies.values()
        return group_pairs((agency.successors, agency.name) for agency in agencies)

    def former_names(self, key: str) -> tuple[str, ...]:
        """The names of the agencies whose place an agency took."""
        return self._former_names.get(key, ())

    def events_of(self, code: str) -> tuple[Event, ...]:
        """The rows that concern a procedure, in the order they were signed."""
        return self.timelines[code].events

    def agency(self, key: str) -> Agency | None:
        """An agency of the register."""
        return self.catalogue.agencies.get(key)

    def agency_name(self, key: str) -> str:
        """The name of an agency, or its id when the register has none."""
        agency = self.agency(key)
        return agency.name if agency else key

    def heirs(self, key: str) -> tuple[str, ...]:
        """Who has the tasks on the day of an agency that has ended by then, at the end of chains.

        Nothing for an agency that has not ended, or of which nobody says what became of it.
        """
        found: dict[str, None] = {}
        waiting, seen = [key], {key}
        while waiting:
            one = waiting.pop(0)
            agency = self.agency(one)
            following = agency.successors if agency and self._has_ended(agency) else ()
            if one != key and not following and agency:
                found[one] = None
            waiting += [heir for heir in following if heir not in seen]
            seen.update(following)
        return tuple(found)

    def _has_ended(self, agency: Agency) -> bool:
        return agency.valid_to is not None and agency.valid_to < self.day

    def field(self, key: str) -> Field:
        """A field of fields.yml; where that cannot be read, its key stands for its name."""
        return self.catalogue.fields.get(key) or Field(id=key, name=key)

    def contacts(self, purpose: str) -> tuple[Contact, ...]:
        """The contacts for a purpose that are valid on the day, with nothing left to fill in."""
        complete = (c for c in self.catalogue.settings.contacts if c.is_complete)
        return tuple(c for c in complete if c.purpose == purpose and c.valid_on(self.day))

    @property
    def site_title(self) -> str:
        """What the site is called; in the words of its language when the catalogue names none."""
        return self.catalogue.settings.title or self.words("home.title")


@reuse_equal
def _reuse_with_summaries(
    _name: str, summaries: Summaries, found: Mapping[str, T]
) -> tuple[Summaries, Mapping[str, T]]:
    return summaries, found


def _latest_signed_first(decision: Decision) -> tuple[object, ...]:
    return (-(decision.signed or date.min).toordinal(), number_order(decision.id))
