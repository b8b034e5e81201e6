"""Rules on agencies: they exist on the day, come one after another, and are told apart."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.findings.problem import Pointer, Severity, Value, Wording
from generator.law.consequences import BECAUSE
from generator.law.families import ALL_LEVELS
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.law.succession import followers, way_of_successors
from generator.law.tables import ministry_codes
from generator.law.text import fold_text
from generator.records.memoize import memoize_listed
from generator.records.registers import Agency
from generator.records.units import CommuneUnit, unit_at
from generator.records.version import AGENCY_ROLES, Version


def _agencies_of_their_time(context: Context) -> Iterator[Breach]:
    """An agency that had ended, or had not begun, does nothing.

    A row that amends other parts may not touch this one: what it carries on is CQ815.
    """
    agencies = context.catalogue.agencies
    for file, decision in context.requested_records("decision"):
        agency = agencies.get(decision.agency)
        if agency and decision.signed and not _existed(agency, decision.signed):
            yield at(file, "agency", **_absence(context, agency, decision.signed))
    for published in context.requested_versions:
        for pointer, key in _agencies_of(published.version):
            agency, start = agencies.get(key), published.interval.start
            touched = published.touches("agencies")
            if agency and start and touched and not _existed(agency, start):
                yield at(published.file, *pointer, **_absence(context, agency, start))


def _absence(context: Context, agency: Agency, day: date) -> dict[str, Value]:
    """What a sentence says of an agency that was not at work on a day."""
    file = context.catalogue.path("agency", agency.id)
    after = tell_heirs(agency, context.catalogue.agencies)
    values: dict[str, Value] = {"found": agency.name, "day": day.isoformat(), "after": after}
    return {**values, "file": file, BECAUSE: file}


def _named_after_its_end(context: Context) -> Iterator[Breach]:
    """From the day on which an agency ends, a text that binds names its successor."""
    agencies = context.catalogue.agencies
    ended = any(agency.valid_to for agency in agencies.values())
    for published in context.requested_current_versions if ended else ():
        start = published.interval.start
        for pointer, key in _agencies_of(published.version):
            agency = agencies.get(key)
            if agency is None or agency.valid_to is None:
                continue
            refused = start and published.touches("agencies") and not _existed(agency, start)
            if agency.valid_to < max(context.day, start or context.day) and not refused:
                yield at(published.file, *pointer, **_end_of(agency, context))


def _ended_in_shared_files(context: Context) -> Iterator[Breach]:
    """Who publishes the catalogue and who is in charge of a field exist today."""
    for file, pointer, key, named in _named_in_shared_files(context):
        agency = context.catalogue.agencies.get(key or "")
        if agency and agency.valid_to and agency.valid_to < context.day:
            mend = Wording((f"hint.{'an_heir' if agency.successors else 'another_agency'}",))
            yield at(file, *pointer, named=named, mend=mend, **_end_of(agency, context))


def _named_in_shared_files(context: Context) -> Iterator[tuple[str, Pointer, str | None, Wording]]:
    """Where those files name an agency, which one, and for what."""
    catalogue = context.catalogue
    publisher = Wording(("hint.of_the_catalogue",))
    yield "catalogue.yml", ("publisher",), catalogue.settings.publisher, publisher
    for position, field in enumerate(catalogue.fields.values()):
        named = Wording(("hint.of_the_field",), values={"name": field.name})
        yield "fields.yml", ("fields", position, "agency"), field.agency, named


def _end_of(agency: Agency, context: Context) -> dict[str, Value]:
    """What a sentence says of an agency that has ended."""
    file = context.catalogue.path("agency", agency.id)
    after = tell_heirs(agency, context.catalogue.agencies)
    end = Wording(day=agency.valid_to)
    return {"found": agency.name, "end": end, "after": after, "file": file, BECAUSE: file}


def tell_heirs(agency: Agency, agencies: Mapping[str, Agency]) -> Wording:
    """The successors of an agency by their printed names, each with the id that is to be typed."""
    heirs = ", ".join(name_with_id(key, agencies) for key in agency.successors)
    return Wording(("hint.heirs" if heirs else "hint.no_heirs",), values={"heirs": heirs})


def name_with_id(key: str, agencies: Mapping[str, Agency]) -> str:
    """The printed name of an agency with its id; the id alone of one that is not registered."""
    return f"{agencies[key].name} (`{key}`)" if key in agencies else f"`{key}`"


@memoize_listed
def _agencies_of(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The agencies of the register that a version names, whatever they do."""
    for role in AGENCY_ROLES:
        for position, part in enumerate(getattr(version.agencies, role).items):
            if part.agency:
                yield ("agencies", role, "items", position, "agency"), part.agency


def _existed(agency: Agency, day: date) -> bool:
    return (agency.valid_from or day) <= day <= (agency.valid_to or day)


def _dates_of_agencies(agency: Agency) -> Iterator[Breach]:
    """An agency ends after it begins, and not into nothing."""
    start, end = agency.valid_from, agency.valid_to
    turned = bool(start and end and end < start)
    if end and (turned or not (agency.successors or agency.note)):
        said = {"begun": Wording(day=start)} if turned else {}
        kind = "turned" if turned else "no_heir"
        ways = {key: Wording((f"hint.{key}_{kind}",)) for key in ("why", "mend")}
        yield here("valid_to", found=end.isoformat(), **ways, **said)


def _successors_before_the_end(agency: Agency) -> Iterator[Breach]:
    """An agency that others follow has a last day."""
    if agency.successors and agency.valid_to is None and "valid_to" not in agency.unknown:
        yield here("successors", found=agency.name).shown_at_key()


def _agency_circles(context: Context) -> Iterator[Breach]:
    """No agency stands above itself: told of those that name a lower one, else of all."""
    agencies = context.catalogue.agencies
    for key in agencies:
        circle = _circle_above(key, agencies)
        wrong = [one for one in circle if _names_a_lower_parent(one, agencies)]
        if circle and key in (wrong or circle):
            chain = " → ".join(name_with_id(one, agencies) for one in (*circle, key))
            file = context.catalogue.path("agency", key)
            parent = agencies[key].parent or ""
            values = {"agency": agencies[key].name, "found": name_with_id(parent, agencies)}
            yield at(file, "parent", chain=chain, **values)


def _circle_above(start: str, agencies: Mapping[str, Agency]) -> list[str]:
    """An agency and its superiors up to itself; empty when it is not above itself."""
    chain = [start]
    while (parent := agencies[chain[-1]].parent or "") in agencies and parent not in chain:
        chain.append(parent)
    return chain if parent == start else []


def _names_a_lower_parent(key: str, agencies: Mapping[str, Agency]) -> bool:
    """Whether the agency that one names as its superior is of a lower tier."""
    agency = agencies[key]
    tier, above = (
        ALL_LEVELS.index(one.level) if one.level else None
        for one in (agency, agencies[agency.parent or key])
    )
    return tier is not None and above is not None and tier < above


def _out_of_place(context: Context) -> Iterator[Breach]:
    """A counter takes dossiers in; who decides is an agency. Who is above the tier does neither."""
    agencies = context.catalogue.agencies
    for published in context.requested_current_versions:
        for role, position, cause in _of_another_work(published.version, agencies):
            agency = agencies[getattr(published.version.agencies, role).items[position].agency]
            place = ("agencies", role, "items", position, "agency")
            because = {BECAUSE: context.catalogue.path("agency", agency.id)}
            yield at(published.file, *place, found=agency.name, **_WHY[cause], **because)


def _of_another_work(
    version: Version, agencies: Mapping[str, Agency]
) -> Iterator[tuple[str, int, str]]:
    """The agencies that are named for what they do not do: in which role and place, and why."""
    levels = [ALL_LEVELS.index(one) for one in version.levels.items]
    for role, cause in (("deciding", "counter"), ("receiving", "above")):
        items = getattr(version.agencies, role).items if version.source is None else ()
        for position, part in enumerate(items):
            agency = agencies.get(part.agency or "")
            if agency and (_is_above(agency, levels) if cause == "above" else _is_counter(agency)):
                yield role, position, cause


def _is_above(agency: Agency, levels: Sequence[int]) -> bool:
    """Whether the tier of an agency is higher than all of some."""
    return bool(agency.level and levels and ALL_LEVELS.index(agency.level) < min(levels))


def _is_counter(agency: Agency) -> bool:
    return agency.kind == "counter"


_WHY = {
    cause: {
        "why": Wording((f"hint.not_its_work_{cause}",)),
        "mend": Wording((f"hint.work_of_{cause}",)),
    }
    for cause in ("counter", "above")
}
"""What is wrong of who decides, or takes dossiers in, and what to write instead."""


def _successor_circles(context: Context) -> Iterator[Breach]:
    """No agency follows itself, at the end of the chain."""
    agencies = context.catalogue.agencies
    for key, agency in agencies.items():
        for position, successor in enumerate(agency.successors):
            if key in followers(successor, agencies):
                around = [
                    one for one in way_of_successors(successor, key, agencies) if one in agencies
                ]
                names = " → ".join(agencies[one].name for one in (key, *around))
                files = ", ".join(context.catalogue.path("agency", one) for one in around)
                values = {"found": agency.name, "way": names, "files": files}
                yield at(context.catalogue.path("agency", key), "successors", position, **values)


def _same_code_twice(context: Context) -> Iterator[Breach]:
    """A code of one system is that of one agency at a time."""
    first: dict[tuple[str, str], str] = {}
    agencies = context.catalogue.agencies
    for key, agency in agencies.items():
        for position, code in enumerate(agency.codes):
            earlier = first.setdefault((code.system, code.value), key)
            other = agencies[earlier]
            if earlier != key and not _follow(agency, other):
                file = context.catalogue.path("agency", key)
                place = ("codes", position, "value")
                values = {"other": other.name, "file": context.catalogue.path("agency", earlier)}
                values[BECAUSE] = values["file"]
                yield at(file, *place, found=code.value, **values)


def _follow(one: Agency, other: Agency) -> bool:
    """Whether two agencies did not exist at the same time."""
    pairs = ((one, other), (other, one))
    return any(a.valid_to and b.valid_from and a.valid_to < b.valid_from for a, b in pairs) or any(
        b.id in a.successors for a, b in pairs
    )


def _kind_of_its_place(context: Context) -> Iterator[Breach]:
    """An agency of a ward is not named as that of a commune, nor the other way."""
    places = context.catalogue.places
    for file, agency in context.requested_records("agency"):
        goes_on = agency.source is None and agency.valid_to is None
        stands = unit_at(places, agency.place) if goes_on and agency.place else None
        commune = stands[-1] if stands else None
        if not isinstance(commune, CommuneUnit):
            continue
        named = _KIND_BEFORE_A_NAME.search(agency.name)
        proper = _KINDS_OF_COMMUNES.get(commune.kind)
        same = named and named["name"].strip().lower() == commune.name.lower()
        if named and same and proper and named["kind"].lower() != proper:
            yield at(file, "name", found=agency.name, proper=f"{proper} {commune.name}")


_KINDS_OF_COMMUNES = {"commune": "xã", "ward": "phường", "special_zone": "đặc khu"}
_KIND_BEFORE_A_NAME = re.compile(r"\b(?P<kind>xã|phường|đặc khu) (?P<name>[^,;()]+)\Z", re.I)
_AGENCY = ("agency",)


def _heirs_that_had_ended(context: Context) -> Iterator[Breach]:
    """What follows an agency goes on after the day on which that one ended."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        end = agency.valid_to if agency.source is None else None
        for position, key in enumerate(agency.successors if end else ()):
            heir = agencies.get(key)
            if end and heir and heir.valid_to and heir.valid_to <= end:
                values = {"found": heir.name, "day": Wording(day=heir.valid_to)}
                yield at(file, "successors", position, agency=agency.name, **values)


def _code_of_another_ministry(agency: Agency) -> Iterator[Breach]:
    """A ministry has its code of the national list, not that of another one."""
    own = {fold_text(name): code for code, name in ministry_codes().items()}
    wanted = own.get(fold_text(agency.name))
    for position, code in enumerate(agency.codes):
        other = ministry_codes().get(code.value)
        if wanted and other and code.value != wanted:
            values = {"found": code.value, "other": other, "wanted": wanted}
            yield here("codes", position, "value", agency=agency.name, **values)


RULES = (
    Rule("CQ855", Severity.WARNING, HOUSE, _code_of_another_ministry, _AGENCY, written_here=True),
    Rule("CQ853", Severity.WARNING, HOUSE, _heirs_that_had_ended, per_file=True),
    Rule("CQ852", Severity.WARNING, HOUSE, _kind_of_its_place, per_file=True),
    Rule("CQ809", Severity.ERROR, HOUSE, _agencies_of_their_time, per_file=True),
    Rule("CQ810", Severity.WARNING, HOUSE, _dates_of_agencies, _AGENCY),
    Rule("CQ824", Severity.WARNING, HOUSE, _successors_before_the_end, _AGENCY),
    Rule("CQ811", Severity.ERROR, HOUSE, _agency_circles),
    Rule("CQ815", Severity.WARNING, HOUSE, _named_after_its_end, per_file=True),
    Rule("CQ816", Severity.ERROR, HOUSE, _successor_circles),
    Rule("CQ827", Severity.WARNING, PRACTICE, _out_of_place, per_file=True),
    Rule("CQ819", Severity.WARNING, HOUSE, _ended_in_shared_files),
    Rule("CQ817", Severity.ERROR, HOUSE, _same_code_twice, imported=Severity.WARNING),
)
