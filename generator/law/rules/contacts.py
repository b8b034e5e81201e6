"""Rules on contacts and addresses: one follows another, and what they name is there.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.registers_compared import slips_between
from generator.law.rules.sources import FEEDBACK, TWO_TIERS
from generator.records.registers import Contact, Settings

_DAY = timedelta(days=1)
_FEW_SLIPS = 2
_TWO_TIERS_FROM = date(2025, 7, 1)
_DISTRICT = re.compile(
    r"(?<!bà )(?<!ông )\b(?:(?:huyện|quận|thị trấn|thị xã)\s++(?=[A-ZĐÀ-Ỹ0-9])[^,;.]{1,80}"
    r"|thành phố\s++[^,;.]{1,80}+(?=,\s{0,3}(?:tỉnh|thành phố)\s))",
    re.IGNORECASE,
)
"""A unit of the tier between province and commune, as an address names it."""
_COMMUNE = re.compile(r"\b(?:xã|phường)\s+[^,;.()]+", re.IGNORECASE)


def _contacts_in_turn(settings: Settings) -> Iterator[Breach]:
    """Of two contacts for one purpose, the next begins on the day after the end of the last."""
    for position, contact in enumerate(settings.contacts):
        later = [
            other.valid_from
            for place, other in enumerate(settings.contacts)
            if other.purpose == contact.purpose and other.valid_from and place != position
        ]
        end = contact.valid_to
        near = [day for day in later if end and day > (contact.valid_from or date.min)]
        if end and near and end + _DAY not in near:
            begun = min(near, key=lambda day: abs(day - end))
            values = {"found": Wording(day=end), "begun": Wording(day=begun)}
            yield here("contacts", position, "valid_to", name=contact.name, **values)


def _data_of_another(settings: Settings) -> Iterator[Breach]:
    """Two contacts of different names have different numbers and addresses of mail."""
    first: dict[tuple[str, str], Contact] = {}
    for position, contact in enumerate(settings.contacts):
        for key in ("phone", "email"):
            value = getattr(contact, key)
            other = first.setdefault((key, value), contact) if value else contact
            both = contact.valid_to is None and other.valid_to is None
            if both and other.name != contact.name:
                yield here("contacts", position, key, found=value, other=other.name)


def _almost_the_same_host(settings: Settings) -> Iterator[Breach]:
    """Addresses of mail in one office have one host; one that differs by a letter was mistyped."""
    hosts = Counter(host for one in settings.contacts if (host := _host(one)))
    for position, contact in enumerate(settings.contacts):
        host = _host(contact)
        more = [other for other in hosts if hosts[other] > hosts[host]] if host else []
        near = [one for one in more if one != host and slips_between(one, host or "") <= _FEW_SLIPS]
        if near:
            yield here("contacts", position, "email", found=contact.email, host=near[0])


def _host(contact: Contact) -> str | None:
    return contact.email.rpartition("@")[2].lower() if contact.email else None


def _address_of_the_past(context: Context) -> Iterator[Breach]:
    """The address of an office that is at work names units of today."""
    heirs: Mapping[str, str] | None = None
    for file, pointer, address in _addresses(context):
        district = _DISTRICT.search(address)
        if heirs is None and not district:
            heirs = _heirs(context)
        communes = () if district else _COMMUNE.findall(address)
        ended = next((one for one in communes if _folded(one) in (heirs or {})), None)
        named = district[0] if district else ended
        if named:
            heir = "" if district or not heirs else heirs[_folded(named)]
            today = Wording(("hint.unit_today",) if heir else (), values={"heir": heir})
            yield at(file, *pointer, found=named.strip(), heir=today)


def _addresses(context: Context) -> Iterator[tuple[str, Pointer, str]]:
    for file, agency in context.requested_records("agency"):
        ended = agency.valid_to and agency.valid_to < _TWO_TIERS_FROM
        if agency.address and agency.source is None and not ended:
            yield file, ("address",), agency.address
    requested = context.is_requested("catalogue.yml")
    contacts = context.catalogue.settings.contacts if requested else ()
    for position, contact in enumerate(contacts):
        ended = contact.valid_to and contact.valid_to < _TWO_TIERS_FROM
        if contact.address and not ended:
            yield "catalogue.yml", ("contacts", position, "address"), contact.address


def _heirs(context: Context) -> dict[str, str]:
    """The communes that ended, by their folded names, with one of today that each went into.

    Names that a commune of today has again lead nobody astray.
    """
    places = context.catalogue.places.values()
    communes = [commune for place in places for commune in place.communes]
    today = {_folded(f"{kind} {one.name}") for one in communes for kind in _KINDS}
    return {
        folded: one.name
        for one in communes
        for former in one.merged_from
        if (folded := _folded(former.name)) not in today
    }


_KINDS = ("xã", "phường")


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


_WARNING = Severity.WARNING
RULES = (
    Rule("NY724", _WARNING, FEEDBACK, _contacts_in_turn, ("catalogue",)),
    Rule("NY727", _WARNING, FEEDBACK, _data_of_another, ("catalogue",)),
    Rule("NY726", _WARNING, FEEDBACK, _almost_the_same_host, ("catalogue",)),
    Rule("CQ842", _WARNING, TWO_TIERS, _address_of_the_past, needs_named=("place",), per_file=True),
)
