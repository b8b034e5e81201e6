"""What is decided to change a procedure after the day of the edition."""

from generator.model.edition import Edition
from generator.model.published import PublishedProcedure


def coming_change(entry: PublishedProcedure, edition: Edition) -> str:
    """What is known on the day to change a procedure later, and by which decision."""
    words, today = edition.words, edition.day
    known = (one for one in entry.timeline.events if (one.decision.signed or today) <= today)
    later = [(one.effective, one) for one in known if one.effective and one.effective > today]
    if not later:
        return ""
    day, event = min(later, key=lambda pair: pair[0])
    action = words(f"action.{event.action}").lower()
    return words(
        "posting.coming_change", day=words.day(day), action=action, number=event.decision.number
    )
