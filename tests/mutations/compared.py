"""Mistakes that a second witness gives away: a name, a neighbour, another record, the law."""

from dataclasses import replace
from datetime import date

from generator.records.stated import Fee, LimitCase, Stated
from generator.records.units import FormerUnit
from generator.records.version import DossierGroup, DossierItem
from tests.mutations.planting import Garden, Mutation, Planted, changed, with_items

V, D, P, A, L, U = "version", "decision", "procedure", "agency", "legal-document", "place"


def settings(code: str, old: str, new: str, on: str, path: str = "catalogue.yml") -> Mutation:
    """A mutation of a file of its own kind, found on the line of `on`."""

    def plant(garden: Garden) -> Planted | None:
        file = garden.root / path
        text = file.read_text("utf8").replace(old, new, 1)
        file.write_text(text, "utf8")
        return Planted(code, path, text[: text.index(on)].count("\n") + 1)

    return plant


def two_ways() -> Mutation:
    """Two ways to submit, the second of which counts other days."""
    return changed(
        V, "PT151", ("channels", "items", 1, "time", "unit"),
        lambda v: replace(v, channels=with_items(v.channels, *(
            replace(one, committed_time=None, time=replace(v.channels.items[0].time, value=5.0, unit=unit, text=None, cases=(), additions=()))
            for one, unit in zip(v.channels.items[:2], ("working_day", "day"), strict=True)))),
        lambda v: len(v.channels.items) > 1,
    )  # fmt: skip


PAPERS = {
    "identity card to be left": changed(
        V, "HS312", ("dossier", "groups", "items", 0, "items", 0, "originals"),
        lambda v: replace(v, dossier=replace(v.dossier, groups=with_items(v.dossier.groups, DossierGroup(
            id="n1", items=(DossierItem(id="gt1", name="Hộ chiếu", originals=1, copies=0),))))),
        lambda v: "sinh" in v.title,
    ),
    "a group of no papers": changed(
        V, "HS313", ("dossier", "groups", "items", 0, "items"),
        lambda v: replace(v, dossier=replace(v.dossier, groups=with_items(v.dossier.groups, DossierGroup(id="n1", items=())))),
        lambda v: not v.forms.items,
    ),
}  # fmt: skip
FIGURES = {
    "days added for the whole limit": changed(
        V, "PT149", ("channels", "items", 0, "time", "cases", 0, "value"),
        lambda v: replace(v, channels=with_items(v.channels, replace(v.channels.items[0], time=replace(
            v.channels.items[0].time, value=15.0, unit="day", text=None, cases=(
                LimitCase(kind="area", name="hải đảo", value=10.0, unit="day"),))))),
        lambda v: v.channels.items,
    ),
    "none, and a sum": changed(
        V, "PT150", ("channels", "items", 0, "fees", "text"),
        lambda v: replace(v, channels=with_items(v.channels, replace(
            v.channels.items[0], fees=Stated(none=True, text="Thu 20.000 đồng.")))),
        lambda v: v.channels.items,
    ),
    "named as one that goes on": changed(
        V, "TC331", ("title",),
        lambda v: replace(v, title="Đổi giấy phép lái xe"),
        lambda v: v.procedure == "1.900902",
    ),
    "not stated, and a sum": changed(
        V, "PT172", ("channels", "items", 0, "fees", "text"),
        lambda v: replace(v, channels=with_items(v.channels, replace(
            v.channels.items[0], fees=Stated(not_stated="Chưa rõ.", text="Thu 20.000 đồng.")))),
        lambda v: v.channels.items,
    ),
    "days of another kind": two_ways(),
    "a tenth of the limit": changed(
        V, "PT152", ("channels", "items", 0, "committed_time", "value"),
        lambda v: replace(v, channels=with_items(v.channels, replace(
            v.channels.items[0], time=replace(v.channels.items[0].time, value=30.0, unit="working_day", text=None),
            committed_time=replace(v.channels.items[0].time, value=3.0, unit="working_day", text=None)))),
        lambda v: v.channels.items,
    ),
    "one charge by page and by paper": changed(
        V, "PT153", ("channels", "items", 0, "fees", "items", 1, "unit"),
        lambda v: replace(v, channels=with_items(v.channels, replace(v.channels.items[0], fees=Stated(items=tuple(
            Fee(id=f"p{n}", name="Phí", state="not_stated", unit=unit) for n, unit in enumerate(("bản", "trang"))))))),
        lambda v: v.channels.items,
    ),
}  # fmt: skip
WORDS = {
    "a name that ends in a comma": changed(A, "VS527", ("name",), lambda a: replace(a, name=f"{a.name},")),
    "a title that begins small": changed(
        D, "VS528", ("title",), lambda d: replace(d, title=d.title[:1].lower() + d.title[1:]), lambda d: d.title.startswith("Công bố")
    ),
    "the form of another matter": changed(
        V, "HS316", ("forms", "items", 0, "name"),
        lambda v: replace(v, forms=with_items(v.forms, replace(v.forms.items[0], name="Đơn thăm dò khoáng sản biển"), *v.forms.items[1:])),
        lambda v: v.forms.items,
    ),
    "words without one mark": changed(V, "VS521", ("title",), lambda v: replace(v, title="Dang ky giam ho")),
}  # fmt: skip
LAW = {
    "effect with day and month exchanged": changed(
        D, "TL128", ("effective",), lambda d: replace(d, effective=date(2026, 1, 3)), lambda d: d.signed == date(2026, 2, 5)
    ),
    "effect ten years after signing": changed(
        L, "VD425", ("effective",), lambda r: replace(r, effective=r.effective.replace(year=r.effective.year + 10)),
        lambda r: r.signed and r.effective and r.expires is None,
    ),
    "ended on no day": changed(L, "VD424", ("status",), lambda r: replace(r, expires=None), lambda r: r.status == "expired" and r.expires),
    "ended in ten years": changed(
        L, "VD426", ("expires",), lambda r: replace(r, expires=r.expires.replace(year=r.expires.year + 10)), lambda r: r.status == "expired" and r.expires
    ),
    "a position cut short": changed(
        D, "QD225", ("signer", "position"), lambda d: replace(d, signer=replace(d.signer, position="Phó Chủ")), lambda d: d.signer.position == "Phó Chủ tịch"
    ),
    "signed on behalf of a minister": changed(
        D, "QD224", ("signer", "capacity"), lambda d: replace(d, signer=replace(d.signer, capacity="on_behalf")), lambda d: d.agency == "btp"
    ),
    "a row on a text that had ended": changed(
        D, "VD411", ("rows", 0, "grounds", 0),
        lambda d: replace(d, rows=(replace(d.rows[0], grounds=("61-2018-nd-cp",)), *d.rows[1:])),
        lambda d: d.signed and d.signed > date(2026, 1, 1) and d.rows[0].grounds,
    ),
    "a year late": changed(
        D, "TL130", ("effective",), lambda d: replace(d, effective=date(2026, 7, 1)), lambda d: d.id == "ubnd-tinh-mau/2025/9103"
    ),
    "corrected before it was": changed(
        D, "TL131", ("effective",), lambda d: replace(d, effective=date(2023, 1, 6)), lambda d: d.id == "btp/2024/9004"
    ),
    "in force beside its heir": changed(
        L, "VD427", ("status",), lambda r: replace(r, status="in_force"), lambda r: r.id == "61-2018-nd-cp"
    ),
    "signed after it was listed and recorded": changed(
        D, "TL129", ("signed",), lambda d: replace(d, signed=date(2025, 10, 7)), lambda d: d.id == "ubnd-tinh-mau/2025/9103"
    ),
    "a correction of another decision": changed(
        D, "QD226", ("title",), lambda d: replace(d, title=d.title.replace("9003/", "9030/")), lambda d: "9003/" in d.title
    ),
    "letters of a number exchanged": changed(
        L, "TC322", ("number",), lambda r: replace(r, number=r.number.replace("QH15", "QH51")), lambda r: "QH15" in r.number
    ),
}  # fmt: skip
REGISTERS = {
    "an office in a district": changed(
        A, "CQ842", ("address",), lambda a: replace(a, address="Số 1, thị trấn Sông Trong, huyện Sông Trong, tỉnh Mẫu"), lambda a: a.address and a.source is None
    ),
    "an office in a commune that was merged": changed(
        A, "CQ842", ("address",), lambda a: replace(a, address="Số 1, xã Đồi Thông, tỉnh Mẫu"), lambda a: a.address and a.source is None
    ),
    "a step of another procedure": settings(
        "NB406", 'name: Đăng ký khai tử\n    why: Mọi việc sau đều cần trích lục khai tử.\n', 'name: Tách hộ\n',
        'procedure: "1.900103"', "journeys.yml",
    ),
    "begun after it signed": changed(
        A, "CQ841", ("valid_from",), lambda a: replace(a, valid_from=date(2025, 8, 1)), lambda a: a.id == "ubnd-tinh-mau"
    ),
    "a counter that is an agency": changed(
        A, "CQ830", ("kind",), lambda a: replace(a, kind="agency"), lambda a: a.kind == "counter" and a.name.startswith("Trung tâm")
    ),
    "the place of another": changed(
        A, "CQ831", ("place",), lambda a: replace(a, place="tinh-mau/99013"), lambda a: a.place == "tinh-mau/99007"
    ),
    "begun before the old one ended": changed(
        A, "CQ832", ("valid_from",), lambda a: replace(a, valid_from=date(2025, 1, 1)), lambda a: a.id == "bnnmt"
    ),
    "letters of a symbol exchanged": changed(
        A, "CQ833", ("symbol",), lambda a: replace(a, symbol="BNNTM"), lambda a: a.symbol == "BNNMT"
    ),
    "a tier that is not in the name": changed(
        A, "CQ834", ("level",), lambda a: replace(a, level="province"), lambda a: a.id == "cong-an-xa"
    ),
    "the procedure of another ministry": changed(
        P, "CQ835", ("agency",), lambda p: replace(p, agency="byt"), lambda p: p.agency == "btp"
    ),
    "the field of another ministry": settings("CQ836", "  agency: btp", "  agency: byt", "  agency: byt", "fields.yml"),
    "decided elsewhere": changed(
        V, "CQ838", ("agencies", "deciding", "items", 0, "agency"),
        lambda v: replace(v, agencies=replace(v.agencies, deciding=with_items(
            v.agencies.deciding, replace(v.agencies.deciding.items[0], agency="dien-luc-mau")))),
        lambda v: v.procedure == "1.900110" and v.agencies.deciding.items,
    ),
    "the tier of nobody": changed(
        V, "CQ837", ("levels", "items", 0), lambda v: replace(v, levels=with_items(v.levels, "province")), lambda v: v.procedure == "1.900803"
    ),
    "a former unit without its kind": changed(
        U, "DV407", ("communes", 0, "merged_from", 0, "name"),
        lambda u: replace(u, communes=(replace(u.communes[0], merged_from=(replace(u.communes[0].merged_from[0], name="Chợ Cũ"), *u.communes[0].merged_from[1:])), *u.communes[1:])),
    ),
    "a code of none of the merged": changed(U, "DV408", ("code",), lambda u: replace(u, code="89")),
    "a former unit with two codes": changed(
        U, "DV409", ("communes", 0, "merged_from", 1, "code"),
        lambda u: replace(u, communes=(replace(u.communes[0], merged_from=tuple(
            FormerUnit(name="Xã A", district="Huyện B", code=code) for code in ("99001", "99002"))), *u.communes[1:])),
    ),
    "Victory Day a day early": settings("NY725", "2026-04-30", "2026-04-29", "2026-04-29", "calendar/2026.yml"),
    "contacts with a gap": settings("NY724", 'valid_to: "2026-01-09"', 'valid_to: "2026-01-05"', 'valid_to: "2026-01-05"'),
    "a department of a ministry": changed(A, "CQ839", ("parent",), lambda a: replace(a, parent="bnv"), lambda a: a.id == "so-tu-phap"),
    "a ministry followed by a commune": changed(A, "CQ840", ("successors", 0), lambda a: replace(a, successors=("ubnd-cap-xa",)), lambda a: a.id == "btnmt"),
    "the number of another contact": settings("NY727", "1900 0002", "1900 0000", "1900 0000\n  email: huongdan"),
    "letters of a host exchanged": settings("NY726", "huongdan@example.org", "huongdan@exampel.org", "exampel"),
}  # fmt: skip

COMPARED: dict[str, Mutation] = {**PAPERS, **FIGURES, **WORDS, **LAW, **REGISTERS}
