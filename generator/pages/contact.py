"""Where to complain or ask; the law wants it posted with every procedure.

Source: Decree 20/2008/NĐ-CP, articles 6 to 13; Decree 63/2010/NĐ-CP, article 17.
"""

from generator.model.edition import Edition
from generator.pages.markdown import blocks, bullets, heading, inline, outside
from generator.records.registers import Contact


def feedback(edition: Edition) -> str:
    """The section that says where feedback goes; nothing when no contact is valid on the day."""
    words = edition.words
    lines = [contact_line(contact, edition) for contact in edition.contacts("feedback")]
    title = heading(2, words("part.feedback"), "phan-anh")
    return blocks([title, words("feedback.right"), bullets(lines)]) if lines else ""


def contact_line(contact: Contact, edition: Edition) -> str:
    """One contact on one line: name, address, phone, mail, page."""
    words = edition.words
    parts = [
        f"**{inline(contact.name)}**",
        inline(contact.address or ""),
        words("contact.phone", phone=inline(contact.phone)) if contact.phone else "",
        outside(contact.email, f"mailto:{contact.email}") if contact.email else "",
        outside(words("contact.page"), contact.url) if contact.url else "",
    ]
    return " – ".join(part for part in parts if part)
