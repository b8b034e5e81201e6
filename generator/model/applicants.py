"""The kinds of applicants of the national catalogue, as few as a citizen tells apart."""

from collections.abc import Iterable, Mapping

APPLICANT_GROUPS: Mapping[str, str] = {
    "vietnamese_citizen": "citizen",
    "enterprise": "business",
    "vietnamese_enterprise": "business",
    "foreign_invested_enterprise": "business",
    "cooperative": "business",
    "household_business": "business",
    "organisation": "organisation",
    "vietnamese_organisation": "organisation",
    "foreign_organisation": "organisation",
    "party_organisation": "organisation",
    "overseas_vietnamese": "foreigner",
    "foreigner": "foreigner",
    "foreigner_residing": "foreigner",
    "foreigner_resided": "foreigner",
    "civil_servant": "official",
    "armed_forces": "official",
    "party_member": "official",
}
"""The group of each kind of applicant of the schema; `other` belongs to none."""

_PEOPLE = frozenset({"citizen", "foreigner", "official"})


def are_people(applicants: Iterable[str]) -> bool | None:
    """Whether people are among the applicants; None where no group of them is known."""
    groups = {APPLICANT_GROUPS[one] for one in applicants if one in APPLICANT_GROUPS}
    return bool(groups & _PEOPLE) if groups else None
