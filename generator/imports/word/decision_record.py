"""What a decision says of itself into its record."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.grounds import single_grounds
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.replaced import find_replaced
from generator.law.citations import parse
from generator.law.text import slug
from generator.records.decision import Decision, Row, Signer
from generator.records.registers import TODO

_NO_EFFECT = "Văn bản đưa vào không nêu ngày có hiệu lực."
_NO_SUCH_DAY = "Ngày có hiệu lực in là {day}: lịch không có ngày này."
_UNCLEAR_EFFECT = "Điều khoản về hiệu lực chưa đọc được thành một ngày; xem các điều."


def draft_decision_record(
    printed: PrintedDecision,
    registers: DraftRegisters,
    rows: tuple[Row, ...],
    kinds: tuple[str, ...],
) -> Decision:
    """The record of a decision; what the files do not say has its reason in `unknown`."""
    number, signed = printed.number or "", printed.signed or date.min
    serial = number.partition("/")[0].lower()
    parsed = parse(number)
    grounds, ground_texts = _grounds(printed, registers)
    signer = printed.signer
    replaced = find_replaced(printed.replacing, registers.catalogue, registers.publisher)
    counted = signed + timedelta(days=printed.days_after) if printed.from_signing else None
    effective = printed.effective or counted
    unknown = dict(_open(printed, parsed is None, effective is None))
    return Decision(
        id=f"{registers.publisher}/{signed.year}/{slug(serial)}",
        number=number,
        number_normalised=parsed.text if parsed else None,
        agency=registers.publisher,
        title=printed.title or TODO,
        kinds=kinds,
        signer=Signer(
            name=signer.name if signer else None,
            position=signer.position if signer else None,
            capacity=signer.capacity if signer else None,
        ),
        signed=signed,
        listed=None,
        effective=effective,
        signed_file=None,
        rows=rows,
        grounds=grounds,
        ground_texts=ground_texts,
        recipients=printed.recipients,
        replaces_decisions=replaced,
        unknown=unknown,
        note="\n".join(printed.articles) or None,
    )


def _grounds(
    printed: PrintedDecision, registers: DraftRegisters
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The documents that are grounds, and the words that their records have not."""
    said = [one for text in printed.grounds for one in single_grounds(text)]
    known = [(text, registers.register_ground(text)) for text in said]
    more = [text for text, key in known if not registers.holds_ground(text, key)]
    return tuple(dict.fromkeys(key for _, key in known if key)), (*more, *printed.proposals)


def _open(printed: PrintedDecision, odd: bool, no_effect: bool) -> Iterator[tuple[str, str]]:
    """What the files do not say, each with its reason; an `odd` number has no usual form."""
    yield "listed", "Chưa công khai."
    yield "signed_file", "Chưa có tệp đã ký."
    if printed.signer is None or printed.signer.name is None:
        yield "signer", "Văn bản đưa vào không có hoặc bị hỏng tên người ký."
    if odd:
        yield "number_normalised", "Số, ký hiệu không theo thể thức chung; ghi như in."
    if no_effect:
        yield "effective", _why_no_effect(printed)


def _why_no_effect(printed: PrintedDecision) -> str:
    if printed.no_days:
        return _NO_SUCH_DAY.format(day=", ".join(printed.no_days))
    return _UNCLEAR_EFFECT if printed.unclear_effects else _NO_EFFECT
