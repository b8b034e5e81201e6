"""Rules on entries of registers that their own names, or other entries, contradict.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.findings.problem import Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import DAYS_OFF, FORM_OF_NUMBERS, HOUSE, PRACTICE
from generator.law.succession import followers
from generator.law.text import fold_text
from generator.law.timeline import Timeline
from generator.records.registers import Agency, Calendar, Procedure
from generator.records.units import ProvinceUnit, unit_at

_KINDS = (
    (
        re.compile(r"trung tâm phục vụ hành chính công|bộ phận (?:một cửa|tiếp nhận)", re.I),
        "counter",
    ),
    (re.compile(r"(?:công ty )?(?:điện lực|cấp nước|viễn thông)", re.I), "utility"),
    (re.compile(r"(?:ủy|uỷ) ban nhân dân cấp |công an cấp ", re.I), "class"),
    (re.compile(r"bộ (?!phận|chỉ huy|tư lệnh)|chính phủ|quốc hội", re.I), "agency"),
)
"""What the name of an agency begins with, and the kind that it then is."""
_TIERS = (
    (re.compile(r"(?<!\w)cấp tỉnh\Z", re.I), "province"),
    (re.compile(r"(?<!\w)cấp huyện\Z", re.I), "district"),
    (re.compile(r"(?<!\w)cấp xã\Z", re.I), "commune"),
)
_LOCAL = re.compile(r"sở |phòng |trung tâm phục vụ hành chính công|bộ phận một cửa", re.I)
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban nhân dân|văn phòng|sở |trung tâm", re.I)
_ABBREVIATED = re.compile(r"(?:bộ|sở)\s", re.I)
_PARTICLES = frozenset(("va", "cua", "cac"))
_OVERLAP = timedelta(days=731)
_DAY = timedelta(days=1)
_FIXED = (
    ("tết dương lịch", (1, 1)),
    ("chiến thắng", (4, 30)),
    ("quốc tế lao động", (5, 1)),
    ("quốc khánh", (9, 2)),
)
"""Holidays that the law sets on a day of the solar year."""
_SATURDAY = 5


def _kind_of_the_name(agency: Agency) -> Iterator[Breach]:
    """A counter, a utility and a class of agencies are named as such."""
    wanted = next((kind for name, kind in _KINDS if name.match(agency.name)), None)
    if wanted and agency.kind != wanted:
        found, named = (Wording((f"agency_kind.{one}",)) for one in (agency.kind, wanted))
        yield here("kind", found=found, wanted=named, proper=wanted, agency=agency.name)


def _tier_of_the_name(agency: Agency) -> Iterator[Breach]:
    """A name that ends in a tier is that of a body of the tier."""
    wanted = next((level for name, level in _TIERS if name.search(agency.name)), None)
    yield from other_level(agency, wanted)


def other_level(agency: Agency, named: str | None) -> Iterator[Breach]:
    """The level of an agency, where its name tells another (`named`, if it tells one)."""
    if named and agency.level and agency.level != named:
        found, wanted = (Wording((f"level.{one}",)) for one in (agency.level, named))
        yield here("level", found=found, wanted=wanted, proper=named, agency=agency.name)


def _place_of_the_name(context: Context) -> Iterator[Breach]:
    """An agency whose name names a unit of the register stands in that unit."""
    places = context.catalogue.places
    for file, agency in context.requested_records("agency"):
        goes_on = agency.source is None and agency.valid_to is None
        if not (agency.place and goes_on and unit_at(places, agency.place)):
            continue
        name = fold_text(agency.name)
        named = [key for words, key in _named_units(places) if name.endswith(words)]
        if named and agency.place not in named:
            yield at(file, "place", agency=agency.name, found=agency.place, proper=named[0])


def _named_units(places: Mapping[str, ProvinceUnit]) -> Iterator[tuple[str, str]]:
    """The folded name of every unit, with its kind, and the address of the unit."""
    for province, place in places.items():
        word = "tinh" if place.kind == "province" else "thanh pho"
        yield fold_text(f"{word} {place.name}"), province
        for one in place.communes:
            if one.kind in _WORDS:
                yield fold_text(f"{_WORDS[one.kind]} {one.name}"), f"{province}/{one.code}"


_WORDS = {"commune": "xa", "ward": "phuong", "special_zone": "dac khu"}


def _below_another(context: Context) -> Iterator[Breach]:
    """A department of a locality, and its counter, stand below its people's committee."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        parent = agencies.get(agency.parent or "")
        goes_on = agency.source is None and agency.valid_to is None
        local = goes_on and agency.level != "central" and _LOCAL.match(agency.name)
        if parent and local and not _COMMITTEE.match(parent.name):
            yield at(file, "parent", found=parent.name, agency=agency.name)


def _heir_of_another_tier(context: Context) -> Iterator[Breach]:
    """What a central body did is taken over by central bodies, not by one of a locality."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        central = agency.level == "central" and agency.source is None
        for position, key in enumerate(agency.successors if central else ()):
            heir = agencies.get(key)
            if heir and heir.level and heir.level != "central":
                values = {"found": heir.name, "agency": agency.name}
                likely = _begun_the_day_after(agency, agencies)
                yield at(file, "successors", position, likely=likely, **values)


def _begun_the_day_after(agency: Agency, agencies: Mapping[str, Agency]) -> Wording:
    """A hint at the one central body that began when an agency had ended; none of several."""
    central = (one for one in agencies.values() if one.level == "central" and one.valid_from)
    begun = [one for one in central if agency.valid_to and one.valid_from == agency.valid_to + _DAY]
    if len(begun) != 1:
        return Wording()
    return Wording(("hint.begun_then",), values={"name": begun[0].name, "id": begun[0].id})


def _begun_too_early(context: Context) -> Iterator[Breach]:
    """A successor begins on the day after the end of what it follows, not before."""
    agencies = context.catalogue.agencies
    ends: dict[str, list[date]] = defaultdict(list)
    for agency in agencies.values():
        for heir in agency.successors:
            if agency.valid_to:
                ends[heir].append(agency.valid_to)
    for file, agency in context.requested_records("agency"):
        begun, last = agency.valid_from, ends.get(agency.id, [])
        if begun and last and agency.source is None and begun - _DAY not in last:
            nearest = min(last, key=lambda day: abs(day - begun))
            if begun <= nearest < begun + _OVERLAP:
                values = {"found": Wording(day=begun), "end": Wording(day=nearest)}
                yield at(file, "valid_from", agency=agency.name, **values)


def _letters_of_the_name(agency: Agency) -> Iterator[Breach]:
    """The symbol of a ministry or department has the first letters of its name, in their order."""
    if not agency.symbol or not _ABBREVIATED.match(agency.name):
        return
    wanted = initials_of(agency.name)
    found = re.sub(r"\W", "", fold_text(agency.symbol))
    if found != wanted and _is_slip(found, wanted):
        yield here("symbol", found=agency.symbol, wanted=wanted.upper(), agency=agency.name)


def initials_of(name: str) -> str:
    """The first letters of the words of a name, folded, those that only join words left out."""
    words = re.findall(r"\w+", fold_text(name))
    return "".join(word[0] for word in words if word not in _PARTICLES)


def _is_slip(found: str, wanted: str) -> bool:
    """Whether letters are exchanged, or one is wrong, missing or too many."""
    return sorted(found) == sorted(wanted) or slips_between(found, wanted) == 1


def _symbol_of_another(context: Context) -> Iterator[Breach]:
    """No two central bodies of one time have one symbol: a number would not say whose it is."""
    first: dict[str, Agency] = {}
    for key, agency in sorted(context.catalogue.agencies.items(), key=_misfits_last):
        if not agency.symbol or agency.level != "central" or agency.valid_to or agency.source:
            continue
        other = first.setdefault(agency.symbol, agency)
        file = context.catalogue.path("agency", key)
        if other.id != agency.id and context.is_requested(file):
            yield at(file, "symbol", found=agency.symbol, other=other.name)


def _misfits_last(named: tuple[str, Agency]) -> tuple[bool, str]:
    """Those whose symbol has the letters of their id or name before the others."""
    key, agency = named
    letters = (agency.symbol or "").casefold().replace("đ", "d")
    return letters not in (key, initials_of(agency.name)), key


def slips_between(one: str, other: str) -> int:
    """How many letters must be changed, left out or put in to make one text of another."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]


def _agency_of_another(context: Context) -> Iterator[Breach]:
    """The agency of a procedure is one that published it, or that it goes back to."""
    agencies = context.catalogue.agencies
    for file, procedure in context.requested_records("procedure"):
        timeline = context.timelines.get(procedure.id)
        agency = agencies.get(procedure.agency)
        if procedure.source is not None or timeline is None or not timeline.events:
            continue
        owners = _owners_of(procedure, timeline, context)
        kin = {key for one in owners for key in followers(one, agencies)}
        named = agency is not None and agency.kind == "agency"
        if agency and named and kin and kin.isdisjoint(followers(agency.id, agencies)):
            names = ", ".join(agencies[one].name for one in owners)
            decision = context.catalogue.path("decision", timeline.events[-1].decision.id)
            because = f"{decision} {_files_of((procedure.agency, *owners), context)}"
            yield at(file, "agency", found=agency.name, made=names, **{BECAUSE: because})


def _files_of(agencies: Iterable[str], context: Context) -> str:
    """The files of agencies, as a breach names those on which it rests."""
    return " ".join(context.catalogue.path("agency", one) for one in agencies)


def _owners_of(procedure: Procedure, timeline: Timeline, context: Context) -> list[str]:
    """Who may own a procedure: its publishers; below a central body, the agency of its field."""
    agencies = context.catalogue.agencies
    made = [event.decision.agency for event in timeline.events]
    known = [one for one in dict.fromkeys(made) if one in agencies]
    if not _is_above(procedure.agency, known, context):
        return known
    field = context.catalogue.fields.get(procedure.field)
    owner = field.agency if field and field.agency in agencies else None
    return [owner] if owner and agencies[owner].level == "central" else []


def _is_above(agency: str, others: Sequence[str], context: Context) -> bool:
    """Whether an agency is of a higher tier than all others: its procedure is theirs to publish."""
    agencies = context.catalogue.agencies
    tiers = [agencies[one].level for one in others]
    own = agencies[agency].level if agency in agencies else None
    return own == "central" and "central" not in tiers


def _agency_of_a_field(context: Context) -> Iterator[Breach]:
    """The agency of a field is that of a procedure of the field."""
    if not context.is_requested("fields.yml"):
        return
    catalogue = context.catalogue
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for procedure in catalogue.procedures.values():
        if procedure.source is None:
            owners[procedure.field][procedure.agency] += 1
    for position, field in enumerate(catalogue.fields.values()):
        known = owners.get(field.id)
        agency = catalogue.agencies.get(field.agency or "")
        if not known or agency is None or known.keys() & followers(agency.id, catalogue.agencies):
            continue
        if any(agency.id in followers(one, catalogue.agencies) for one in known):
            continue
        most = catalogue.agencies.get(known.most_common(1)[0][0])
        if most and is_of_higher_tier(agency, most) is False:
            values = {"found": agency.name, "wanted": most.name, "field_name": field.name}
            named = (field.agency or "", known.most_common(1)[0][0])
            values[BECAUSE] = _files_of(named, context)
            yield at("fields.yml", "fields", position, "agency", proper=most.id, **values)


def is_of_higher_tier(agency: Agency, other: Agency) -> bool | None:
    """Whether an agency is of a higher tier than another one; None where a tier is not known."""
    if agency.level not in _RANKS or other.level not in _RANKS:
        return None
    return _RANKS.index(agency.level) > _RANKS.index(other.level)


_RANKS = ("commune", "district", "province", "central")


def _day_of_a_holiday(calendar: Calendar) -> Iterator[Breach]:
    """A holiday that the law sets on a day of the solar year is on that day."""
    for words, (month, day) in _FIXED:
        named = [
            (position, one.date)
            for position, one in enumerate(calendar.holidays)
            if words in one.name.lower() and "bù" not in one.name.lower()
        ]
        meant = date(calendar.year, month, day)
        days = {one for _, one in named}
        on_a_weekend = meant.weekday() >= _SATURDAY  # a day in lieu is taken off, and named so
        if days and meant not in days and not on_a_weekend and _year_of(days) == calendar.year:
            position, _ = min(named, key=lambda pair: abs(pair[1] - meant))
            name = calendar.holidays[position].name
            values = {"found": Wording(day=named[0][1]), "wanted": Wording(day=meant)}
            yield here("holidays", position, "date", name=name, **values)


def _year_of(days: Iterable[date]) -> int | None:
    years = {day.year for day in days}
    return years.pop() if len(years) == 1 else None


_WARNING = Severity.WARNING
_AGENCY = ("agency",)
RULES = (
    Rule("CQ830", _WARNING, HOUSE, _kind_of_the_name, _AGENCY, written_here=True),
    Rule("CQ831", _WARNING, PRACTICE, _place_of_the_name, needs_named=("place",), per_file=True),
    Rule("CQ832", _WARNING, HOUSE, _begun_too_early, per_file=True),
    Rule("CQ833", _WARNING, FORM_OF_NUMBERS, _letters_of_the_name, _AGENCY, written_here=True),
    Rule("CQ854", _WARNING, FORM_OF_NUMBERS, _symbol_of_another),
    Rule("CQ834", _WARNING, HOUSE, _tier_of_the_name, _AGENCY, written_here=True),
    Rule("CQ839", _WARNING, PRACTICE, _below_another, per_file=True),
    Rule("CQ840", _WARNING, PRACTICE, _heir_of_another_tier, per_file=True),
    Rule(
        "CQ835",
        _WARNING,
        HOUSE,
        _agency_of_another,
        needs=("decision", "agency"),
        per_file=True,
    ),
    Rule("CQ836", _WARNING, HOUSE, _agency_of_a_field, needs=("procedure", "agency")),
    Rule("NY725", _WARNING, DAYS_OFF, _day_of_a_holiday, ("calendar",)),
)
