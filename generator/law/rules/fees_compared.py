"""Rules on the fees of a version, compared with one another from one way to submit to the next.

Records that were imported are as their source has them, and are not judged here.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.findings.problem import Pointer, Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import FEES
from generator.law.titles import comparable
from generator.records.stated import Fee
from generator.records.version import Version


def _fees(version: Version) -> Iterator[tuple[Pointer, str, Fee]]:
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            place = ("channels", "items", position, "fees", "items", index)
            yield place, f"{channel.method}|{channel.case}", fee


def _fee_twice(version: Version) -> Iterator[Breach]:
    """One way to submit has a fee of one name and amount once."""
    seen: set[tuple[object, ...]] = set()
    for pointer, _, fee in _fees(version):
        key = (pointer[2], comparable(fee.name or ""), fee.amount, fee.unit, fee.text)
        if fee.name and fee.amount and key in seen:
            yield here(*pointer, "name", found=fee.name)
        seen.add(key)


_FAR = 3
"""No fee is so many times higher for those who submit online: the other amount lost a figure."""


def _dearer_online(version: Version) -> Iterator[Breach]:
    """No fee is higher for those who submit online than for those who come."""
    single = all(len(channel.fees.items) < 2 for channel in version.channels.items)
    direct = {
        (comparable(fee.name or ""), fee.unit): (pointer, fee.amount)
        for pointer, way, fee in _fees(version)
        if way == "direct|None" and fee.amount
    }
    for pointer, way, fee in _fees(version) if single else ():
        place, known = direct.get((comparable(fee.name or ""), fee.unit), ((), 0))
        if way == "online|None" and fee.amount and 0 < known < fee.amount:
            odd = place if fee.amount > _FAR * known else pointer  # a figure is missing there
            yield here(*odd, "amount", found=_dong(fee.amount), other=_dong(known))


def _dong(amount: float) -> str:
    return f"{amount:,.0f}".replace(",", ".")


def _other_exemptions(version: Version) -> Iterator[Breach]:
    """Who is exempt from a fee is exempt whichever way the dossier is submitted."""
    first: dict[tuple[object, ...], frozenset[str]] = {}
    single = all(len(channel.fees.items) < 2 for channel in version.channels.items)
    for pointer, way, fee in _fees(version) if single else ():
        if not (fee.name and fee.exemptions and fee.exemptions.items):
            continue
        clauses = frozenset(comparable(one.text) for one in fee.exemptions.items)
        key = (fee.kind, fee.unit, fee.basis, way.partition("|")[2])
        if clauses != (others := first.setdefault(key, clauses)):
            texts = enumerate(one.text for one in fee.exemptions.items)
            odd = [("items", n, "text") for n, text in texts if comparable(text) not in others]
            breach = here(*pointer, "exemptions", *(odd[0] if odd else ()), name=fee.name)
            yield replace(breach, on_key=not odd)
            return


_WARNING = Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("PT163", _WARNING, FEES, _dearer_online, _VERSION, written_here=True),
    Rule("PT164", _WARNING, FEES, _fee_twice, _VERSION, written_here=True),
    Rule("PT165", _WARNING, FEES, _other_exemptions, _VERSION, written_here=True),
)
