"""Made-up dossiers to read."""

from collections.abc import Sequence
from dataclasses import replace

from generator.records.stated import Stated
from generator.records.version import Dossier, DossierGroup, DossierItem, Form, Version
from tests.readings.versions import version


def item(name: str, originals: int | None = 1, copies: int | None = 0) -> DossierItem:
    return DossierItem(name=name, originals=originals, copies=copies)


def group(*items: str | DossierItem, name: str | None = None) -> DossierGroup:
    found = tuple(item(one) if isinstance(one, str) else one for one in items)
    return DossierGroup(items=found, name=name)


def dossier(
    *groups: DossierGroup,
    title: str = "Cấp giấy phép nuôi ong",
    steps: Sequence[str] = (),
    forms: Sequence[Form] = (),
) -> Version:
    return replace(
        version(*steps),
        title=title,
        dossier=Dossier(sets=None, groups=Stated(items=groups)),
        forms=Stated(items=tuple(forms)),
    )


def papers(*items: str | DossierItem, title: str = "Cấp giấy phép nuôi ong") -> Version:
    return dossier(group(*items), title=title)
