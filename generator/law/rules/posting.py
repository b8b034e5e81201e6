"""NY701: what public posting asks of the catalogue as a whole."""

from collections.abc import Iterator

from generator.law.rules.engine import Breach, Rule
from generator.records.catalogue import Catalogue
from generator.records.problems import Severity


def _feedback_contact(catalogue: Catalogue) -> Iterator[Breach]:
    """Where to complain is posted with every procedure (Decree 20/2008, article 9)."""
    settings = catalogue.settings
    if settings and not any(contact.purpose == "feedback" for contact in settings.contacts):
        yield Breach("catalogue.yml", ("contacts",), on_key=True)


RULES = (Rule("NY701", Severity.WARNING, _feedback_contact),)
