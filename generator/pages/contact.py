"""Where to complain or ask; the law wants it posted with every procedure.

Source: Decree 20/2008/NĐ-CP, articles 6 to 13; Decree 63/2010/NĐ-CP, article 17.
"""

from generator.model.edition import Edition
from generator.model.elsewhere import portal_home
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets
from generator.pages.nodes.inline import NOTHING, Inline, external_link, join_runs, strong, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.registers import Contact


def feedback(edition: Edition) -> Block:
    """The section that says where feedback goes; nothing when no contact is valid on the day."""
    words = edition.words
    lines = [contact_line(contact, edition) for contact in edition.contacts("feedback")]
    if not lines:
        return NO_BLOCK
    right = phrase(words, "feedback.right")
    return blocks([section_heading(words, "part.feedback"), right, bullets(lines)])


def where_to_ask(edition: Edition) -> Inline:
    """Who answers what a catalogue cannot: the portal, and whom the catalogue names."""
    words = edition.words
    portal = portal_home(edition.catalogue.settings)
    contacts = dict.fromkeys((*edition.contacts("help"), *edition.contacts("feedback")))
    said = [external_link(words("partial.portal"), portal)] if portal else []
    said += [contact_line(one, edition) for one in contacts]
    return join_runs("; ", said) if said else phrase(words, "partial.office")


def contact_line(contact: Contact, edition: Edition) -> Inline:
    """One contact on one line: name, address, phone, mail, page."""
    words = edition.words
    phone, email, url = contact.phone, contact.email, contact.url
    parts = [
        strong(text(contact.name)),
        text(contact.address or ""),
        phrase(words, "contact.phone", phone=phone) if phone else NOTHING,
        external_link(email, f"mailto:{email}") if email else NOTHING,
        external_link(words("contact.page"), url) if url else NOTHING,
    ]
    return join_runs(" – ", parts)
