"""federation.yml: the sites whose procedures one national index gathers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """The built site of a publisher: its folder, seen from federation.yml, and its address.

    `publisher` is the id of the agency that this site is expected to be of; None accepts any.
    """

    site: str
    publisher: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Federation:
    """federation.yml."""

    members: tuple[Member, ...]
