"""federation.yml: the sites whose procedures one national index gathers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """The built site of a publisher: its folder, seen from federation.yml, and its address."""

    site: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Federation:
    """federation.yml."""

    members: tuple[Member, ...]
