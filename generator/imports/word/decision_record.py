"""What a decision says of itself into its record."""

from collections.abc import Sequence
from datetime import date

from generator.imports.word.decisions import PrintedDecision
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.replaced import find_replaced
from generator.law.citations import parse
from generator.law.text import slug
from generator.records.decision import Decision, Row, Signer
from generator.records.registers import TODO

_NO_EFFECT = "Tệp Word không nêu ngày có hiệu lực."
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
    known = [(text, registers.register_ground(text)) for text in single_grounds(printed.grounds)]
    unknown = {"listed": "Chưa công khai.", "signed_file": "Chưa có tệp đã ký."}
    signer = printed.signer
    if signer is None or signer.name is None:
        unknown["signer"] = "Tệp Word không có hoặc bị hỏng tên người ký."
    if parsed is None:
        unknown["number_normalised"] = "Số, ký hiệu không theo thể thức chung; ghi như in."
    replaced = find_replaced(printed.replacing, registers.catalogue, registers.publisher)
    effective = printed.effective or (signed if printed.from_signing else None)
    if effective is None:
        unknown["effective"] = _NO_EFFECT if not printed.unclear_effects else _UNCLEAR_EFFECT
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
        grounds=tuple(dict.fromkeys(key for _, key in known if key)),
        ground_texts=tuple(text for text, key in known if not key) + tuple(printed.proposals),
        recipients=printed.recipients,
        replaces_decisions=replaced,
        unknown=unknown,
        note="\n".join(printed.articles) or None,
    )


def single_grounds(grounds: Sequence[str]) -> list[str]:
    """The documents that grounds name, one by one."""
    return [
        one.strip() for text in grounds for one in text.rstrip(" .;").split("; ") if one.strip()
    ]
