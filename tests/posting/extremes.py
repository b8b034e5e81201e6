"""Made-up procedures that are longer than any real one, to see that paper holds them."""

from dataclasses import dataclass, replace

from generator.model.edition import Edition
from generator.model.posting import PostingItem, PostingReason
from generator.model.published import PublishedProcedure
from generator.records.stated import Fee, Stated
from generator.records.version import DossierGroup, DossierItem, Version

PAPERS, FEES, LETTERS = 224, 36, 1_300
_PAPER = "Bản sao có chứng thực giấy tờ chứng minh nội dung thứ {} của hồ sơ"
_FEE = "Mức thu đối với trường hợp thứ {} theo quy định của Bộ Tài chính"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Stands for a reference to a version that was read already."""

    loaded: Version


def longest_entry(sample: Edition, code: str = "1.001193") -> PublishedProcedure:
    """A procedure of the sample with as many papers, fees and letters as no other one."""
    entry = sample.entries[code]
    version = entry.version
    made = replace(
        version,
        title=" ".join([version.title, "đối với"] * 60)[:LETTERS].strip(),
        dossier=replace(version.dossier, groups=Stated(items=_groups())),
        channels=replace(
            version.channels,
            items=tuple(replace(one, fees=Stated(items=_fees())) for one in version.channels.items),
        ),
    )
    return replace(entry, shown=_Loaded(made))  # type: ignore[arg-type]


def longest_item(sample: Edition) -> PostingItem:
    return PostingItem(longest_entry(sample), (PostingReason.RECEIVES, PostingReason.LEVEL))


def _groups() -> tuple[DossierGroup, ...]:
    papers = [DossierItem(name=_PAPER.format(at), copies=1) for at in range(1, PAPERS + 1)]
    half = PAPERS // 2
    return (
        DossierGroup(name="Hồ sơ nộp", items=tuple(papers[:half])),
        DossierGroup(name="Hồ sơ xuất trình", items=tuple(papers[half:])),
    )


def _fees() -> tuple[Fee, ...]:
    return tuple(
        Fee(state="amount", amount=1000.0 * at, currency="VND", text=_FEE.format(at))
        for at in range(1, FEES + 1)
    )
