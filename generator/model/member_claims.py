"""What members of a federation may not say of themselves: to be another one of them."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.law.text import fold_text
from generator.model.nation import MemberSite
from generator.records.federation import Member
from generator.records.registers import Agency


@dataclass(frozen=True, slots=True)
class Claim:
    """A member that says what is another's; `key` names the sentence, `values` fill it."""

    key: str
    values: Mapping[str, str]


def find_claims(
    members: Iterable[tuple[Member, MemberSite]], agencies: Mapping[str, Agency]
) -> Iterator[Claim]:
    """The members that go by the id, name or address of another member or of another agency.

    `agencies` is the register of the federation: what it calls an agency, no member renames.
    """
    pairs = list(members)
    yield from _find_equals(pairs, "federate.twice", lambda site: site.shard.publisher.id)
    yield from _find_equals(pairs, "federate.same_name", lambda site: _seen_name(site.name))
    yield from _find_equals(pairs, "federate.same_address", lambda site: site.address.casefold())
    names = {_seen_name(one.name): one for one in agencies.values()}
    for member, site in pairs:
        yield from _find_impostor(member, site, agencies, names)


def _find_equals(
    pairs: Iterable[tuple[Member, MemberSite]], key: str, value_of: Callable[[MemberSite], str]
) -> Iterator[Claim]:
    first: dict[str, Member] = {}
    for member, site in pairs:
        known = first.setdefault(value_of(site), member)
        if known is not member:
            yield Claim(key, {**_said(member, site), "other": known.site})


def _find_impostor(
    member: Member,
    site: MemberSite,
    agencies: Mapping[str, Agency],
    names: Mapping[str, Agency],
) -> Iterator[Claim]:
    own = site.shard.publisher
    known, named = agencies.get(own.id), names.get(_seen_name(own.name))
    if member.publisher and member.publisher != own.id:
        yield Claim("federate.not_expected", {**_said(member, site), "wanted": member.publisher})
    elif known and _seen_name(known.name) != _seen_name(own.name):
        yield Claim("federate.other_name", {**_said(member, site), "known": known.name})
    elif named and named.id != own.id:
        yield Claim("federate.other_id", {**_said(member, site), "known": named.id})


def _said(member: Member, site: MemberSite) -> Mapping[str, str]:
    publisher = site.shard.publisher
    return {
        "site": member.site,
        "publisher": publisher.id,
        "name": publisher.name,
        "address": site.address,
    }


def _seen_name(name: str) -> str:
    """A name as a reader sees it: without what is not seen, and without differences of form."""
    shown = (letter for letter in name if unicodedata.category(letter) != "Cf")
    return " ".join(fold_text(unicodedata.normalize("NFKC", "".join(shown))).split())
