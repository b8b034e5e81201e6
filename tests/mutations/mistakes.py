"""The mistakes, by the code of the rule that must find each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from generator.findings.problem import Pointer
from generator.law.intervals import Event
from generator.law.timeline import timelines
from generator.records.decision import ReplacedDecision, Row, RowReference, Target
from generator.records.families import Families, FamilyReview
from generator.records.journeys import Journeys, StepChoice
from generator.records.layout import path_of
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Duration,
    Fee,
    File,
    LimitAddition,
    LimitCase,
    Stated,
)
from generator.records.units import FormerUnit, ProvinceUnit
from generator.records.version import (
    Case,
    DossierGroup,
    DossierItem,
    Form,
    InternalStep,
    LateSubmission,
    LegalBasis,
    LinkedProcedure,
    Online,
    Step,
    Version,
)
from tests.mutations.compared import COMPARED
from tests.mutations.planting import Garden, Mutation, Planted, changed, typed, with_items

V, D, P, A, L, U = "version", "decision", "procedure", "agency", "legal-document", "place"
DAY = date(2026, 11, 22)


def title(code: str, spoil: Callable[[str], str]) -> Mutation:
    return changed(V, code, ("title",), lambda v: replace(v, title=spoil(v.title)))


def first_step(code: str, text: str) -> Mutation:
    return changed(
        V,
        code,
        ("steps", "items", 0, "text"),
        lambda v: replace(v, steps=with_items(v.steps, Step(id="b1", text=text))),
        lambda v: v.late_submission is None,
    )


def channel(version: Version, **values: Any) -> Version:
    first, *rest = version.channels.items
    return replace(version, channels=with_items(version.channels, replace(first, **values), *rest))


def with_channel(v: Version) -> bool:
    return bool(v.channels.items)


def timed(code: str, key: str, allowed: Duration, promised: Duration | None, end: str) -> Mutation:
    pointer = ("channels", "items", 0, key, end) if end else ("channels", "items", 0, key)
    return changed(
        V,
        code,
        pointer,
        lambda v: channel(v, time=allowed, committed_time=promised),
        with_channel,
    )


def ended_in_charge(garden: Garden) -> Planted:
    """The first field is that of a ministry that has ended."""
    file = garden.root / "fields.yml"
    first, agency, rest = file.read_text("utf8").partition("  agency: ")
    file.write_text(f"{first}{agency}bgtvt\n{rest.partition(chr(10))[2]}", "utf8")
    return Planted("CQ836", "fields.yml", first.count("\n") + 1)


def special(code: str, end: tuple[str | int, ...], **values: Any) -> Mutation:
    time = replace(DAYS, **values)
    return changed(
        V,
        code,
        ("channels", "items", 0, "time", *end),
        lambda v: channel(v, time=time, committed_time=None),
        with_channel,
    )


def charged(code: str, end: str, **values: Any) -> Mutation:
    whole: dict[str, Any] = {
        "id": "p1",
        "name": "Lệ phí",
        "state": "amount",
        "amount": 8000.0,
        "currency": "VND",
        "unit": "hồ sơ",
        "exemptions": Stated(none=True),
    }

    def spoil(v: Version) -> Version:
        basis = v.legal_basis.items[0].document
        fee = Fee(**{**whole, "basis": basis, **values})
        return channel(v, fees=Stated(items=(fee,)))

    place = ("channels", "items", 0, "fees", "items", 0)
    pointer = (*place, end) if end else place
    return changed(V, code, pointer, spoil, lambda v: with_channel(v) and v.legal_basis.items)


def paper(code: str, end: str, *items: DossierItem, at: int = 0) -> Mutation:
    def spoil(v: Version) -> Version:
        group = DossierGroup(id="n1", items=items)
        return replace(v, dossier=replace(v.dossier, groups=with_items(v.dossier.groups, group)))

    place = ("dossier", "groups", "items", 0, "items", at)
    return changed(V, code, (*place, end) if end else place, spoil, living)


def living(v: Version) -> bool:
    return (v.procedure, v.version) in LIVING


UNREAD = {"signed": "Chưa kiểm tra được."}
"""Why the day of signing of a text is not known."""
LIVING: set[tuple[str, str]] = set()
"""Versions in force on the day; filled in for each catalogue."""

DAYS = ChannelTime(value=5.0, unit="working_day")
ISLANDS = LimitCase(kind="area", name="hải đảo", value=40.0, unit="hour")
POSTING = LimitAddition(reason="posting", value=15.0, unit="day", counted=False)
ITEM = DossierItem(id="gt1", name="Tờ khai", originals=1, copies=0)


def online(code: str, key: str, level: str, **values: Any) -> Mutation:
    return changed(
        V,
        code,
        ("online", key),
        lambda v: replace(v, online=Online(level=level, payment=None, **values)),
        lambda v: any(c.method == "online" for c in v.channels.items) and living(v),
    )


TEXT: dict[str, Mutation] = {
    "no-break space in a title": title("VS502", lambda t: t.replace(" ", "\u00a0", 1)),
    "zero-width space in a title": title("VS502", lambda t: t[:3] + "\u200b" + t[3:]),
    "Cyrillic letter in a title": title("VS502", lambda t: t + " \u0410B"),
    "Eth in a title": title("VS502", lambda t: "\u00d0" + t),
    "decomposed letters in a title": title("VS502", lambda t: t + " e\u0301"),
    "private-use bullet in a step": first_step("VS502", "Nộp \uf0b7 hồ sơ"),
    "direction mark in a step": first_step("VS503", "Nộp \u202e hồ sơ"),
    "two tone styles": first_step("VS504", "Số hóa hồ sơ, văn hoá phẩm"),
    "title too long": changed(
        V, "VS505", ("title",), lambda v: replace(v, title="Cấp giấy " * 40), lambda v: len(v.title) < 270
    ),
    "title in capitals": title("VS506", lambda t: t.upper() + " CẤP GIẤY"),
    "title with a dot": title("VS507", lambda t: t.rstrip(".") + "."),
    "code in a title": title("VS508", lambda t: t + " 1.001193"),
    "title over two lines": title("VS509", lambda t: t + "\ncấp giấy"),
    "two spaces in a title": title("VS510", lambda t: t + "  cấp giấy"),
    "a number and other words": first_step("PT131", "Trả kết quả trong 05 (sáu) ngày"),
    "a title of TCVN3": title("VS513", lambda _: "CÊp GiÊy x¸c nhËn"),
    "a step of VNI": first_step("VS513", "Noäp hoà sô taïi boä phaän moät cöûa"),
    "a step read in another code page": first_step("VS513", "Ná»™p há»“ sÆ¡"),
    "a title with lost letters": title("VS514", lambda t: t + " th? t?c"),
    "tags in a step": first_step("VS515", "<p>Nộp hồ sơ<br/>tại bộ phận một cửa</p>"),
    "an entity in a title": title("VS515", lambda t: t + " &amp; cấp giấy"),
    "marks of a merge in a step": first_step("VS516", "Nộp\n=======\nGửi"),
    "a sign in a word": title("VS517", lambda t: t + " n¬ước"),
    "a title in Word's quotes": title("VS518", lambda _: "“Cấp giấy”"),
    "a quote that is not closed": first_step("VS519", "Nộp “đơn"),
    "a word with the wrong accent": title("VS520", lambda t: t + " kêt hôn"),
    "keys of Telex in a step": first_step("VS520", "Nộp hoof sơ tại quầy"),
    "a step without accents": first_step("VS521", "Cong chuc kiem tra va tra ket qua"),
    "a word typed twice": first_step("VS522", "Nộp hồ sơ hồ sơ tại quầy"),
    "a step that breaks off": first_step("VS523", "Nộp đơn và"),
    "a step in capitals": first_step("VS524", "NỘP HỒ SƠ TẠI QUẦY"),
    "a step that is still to come": first_step("VS512", "Đang cập nhật"),
    "test data": title("VS501", lambda t: "TEST " + t),
    "unfinished text": first_step("VS512", "TODO"),
    "a mobile number at the counter": changed(
        V, "VS511", ("channels", "items", 0, "address"),
        lambda v: channel(v, address="Quầy 14, số ĐT 0912 345 678"), with_channel,
    ),
    "a mobile number of an agency": changed(
        A, "VS511", ("phone",), lambda a: replace(a, phone="0987654321")
    ),
}  # fmt: skip

FILES: dict[str, Mutation] = {
    "code without quotes": typed(P, "YM103", 'code: "', "code: 1.001190 # ", on="1.001190"),
    "a moment for a day": typed(D, "YM104", "\nsigned: ", "\nsigned: 2026-01-05T00:00:00Z # ", on="2026-01"),
    "a printed day": typed(D, "CT220", "\nsigned: ", "\nsigned: 05/01/2026 # ", on="05/01"),
    "key twice": typed(P, "YM102", "\nfield: ", "\nfield: x\nfield: ", on="field: x", below=1),
    "yes for true": typed(V, "YM105", "none: true", "none: yes"),
    "colon in a title": typed(P, "YM101", "\nfield: ", "\nnote: Lưu ý: đọc kỹ\nfield: ", on="note"),
    "tab for spaces": typed(V, "YM101", "\n  items:", "\n\titems:", on="\titems"),
    "anchor": typed(P, "YM106", "\nfield: ", "\nnote: &a x\nsummary: *a\nfield: ", on="note"),
    "tag": typed(P, "YM107", "\nfield: ", "\nnote: !x y\nfield: ", on="note"),
    "number in disguise": typed(P, "YM110", "\nfield: ", "\nnote: 0x12\nfield: ", on="note"),
    "not UTF-8": typed(P, "YM100", "\nfield: ", "\nnote: \udcff\nfield: ", on="note"),
    "unknown key": typed(P, "CT202", "\nfield: ", "\nlinh_vuc: x\nfield: ", on="linh_vuc"),
    "required key missing": typed(P, "CT201", "\nkind: ", "\n# kind: ", on="id:"),
    "part missing": typed(V, "CT216", "\nconditions:\n  ", "\n# \n# ", on="procedure:"),
    "value of no list": typed(P, "CT204", "\nkind: ", "\nkind: thu-tuc # ", on="kind"),
    "list for a line": typed(P, "CT203", "\nfield: ", "\nfield: [a] # ", on="field"),
    "version number": typed(D, "CT205", "version: v001", "version: v1"),
    "no such day": typed(D, "CT206", "\neffective: ", '\neffective: "2026-02-30" # ', on="effective"),
    "empty text": typed(A, "CT207", "\nname: ", '\nname: "" # ', on="name"),
    "item twice": changed(
        D, "CT208", ("grounds", 1), lambda d: replace(d, grounds=(d.grounds[0], d.grounds[0])),
        lambda d: d.grounds,
    ),
    "neither yes nor no": typed(V, "CT209", "delegated:\n    none: true\n", "delegated:\n    text: Sai cách\n", on="text: Sai cách"),
    "agency nowhere": changed(
        V, "CT210", ("agencies", "executing", "items", 0),
        lambda v: replace(v, agencies=replace(v.agencies, executing=Stated(items=(AgencyPart(role="Lãnh đạo"),)))),
    ),
    "empty step": changed(V, "CT211", ("steps", "items", 0), lambda v: replace(v, steps=with_items(v.steps, Step(id="b1")))),
    "fee elsewhere, but where": changed(
        V, "CT212", ("channels", "items", 0, "fees", "items", 0),
        lambda v: channel(v, fees=Stated(items=(Fee(id="p", state="laid_down_elsewhere"),))), with_channel,
    ),
    "negative days": changed(
        V, "CT214", ("channels", "items", 0, "time", "value"),
        lambda v: channel(v, time=ChannelTime(value=-5.0, unit="day")), with_channel,
    ),
}  # fmt: skip


def misplaced(garden: Garden) -> Planted | None:
    (garden.root / "thu-tuc").mkdir()
    (garden.root / "thu-tuc/1.yml").write_text("id: x\n", "utf8")
    return Planted("CT200", "thu-tuc/1.yml", 1)


def emptied(garden: Garden) -> Planted | None:
    path, _ = garden.records("agency")[0]
    (garden.root / path).write_text("", "utf8")
    return Planted("YM111", path, 1)


def reference(kind: str, pointer: tuple[str | int, ...], change: Any, fits: Any = None) -> Mutation:
    return changed(kind, "TC301", pointer, change, fits or (lambda _: True))


IDENTITY: dict[str, Mutation] = {
    "file in no place": misplaced,
    "empty file": emptied,
    "unknown agency": reference(P, ("agency",), lambda p: replace(p, agency="khong-co")),
    "unknown field": reference(P, ("field",), lambda p: replace(p, field="khong-co")),
    "unknown life event": reference(
        P, ("life_events", 0), lambda p: replace(p, life_events=("khong-co",))
    ),
    "unknown legal document": reference(
        V, ("legal_basis", "items", 0, "document"),
        lambda v: replace(v, legal_basis=with_items(v.legal_basis, LegalBasis(document="khong-co"))),
    ),
    "unknown version": reference(
        D, ("rows", 0, "version"),
        lambda d: replace(d, rows=(replace(d.rows[0], version="v077"), *d.rows[1:])),
        lambda d: d.rows and d.rows[0].version and d.rows[0].action == "publish",
    ),
    "unknown ground": reference(D, ("grounds", 0), lambda d: replace(d, grounds=("khong-co",))),
    "id and file differ": changed(A, "TC303", ("id",), lambda a: replace(a, id="ten-khac")),
    "version in another folder": changed(
        V, "TC303", ("procedure",), lambda v: replace(v, procedure="1.999999")
    ),
    "year of signing and folder differ": changed(
        D, "TC304", ("signed",), lambda d: replace(d, signed=date(2019, 1, 5)), lambda d: d.signed
    ),
    "serial and file differ": changed(
        D, "TC304", ("number",),
        lambda d: replace(d, number=f"77{d.number}", number_normalised=f"77{d.number_normalised}"),
        lambda d: d.number == d.number_normalised and d.id.rpartition("/")[2][0].isdigit(),
    ),
    "form that is not there": paper("TC305", "forms", replace(ITEM, forms=("m99",))),
    "code of another": changed(P, "TC306", ("code",), lambda p: replace(p, code="1.999999"), lambda p: p.code),
    "paper id twice": paper("TC307", "id", ITEM, replace(ITEM, name="Đơn"), at=1),
    "null without a reason": changed(
        D, "TC308", ("signed_file",), lambda d: replace(d, signed_file=None, unknown={k: v for k, v in d.unknown.items() if k != "signed_file"})
    ),
    "known, yet unknown": changed(
        D, "TC309", ("unknown", "effective"),
        lambda d: replace(d, effective=date(2026, 1, 1), unknown={**d.unknown, "effective": "Chưa rõ."}),
    ),
    "old id of somebody": changed(
        P, "TC310", ("former_ids", 0), lambda p: replace(p, former_ids=(p.id,))
    ),
    "normalised otherwise": changed(
        L, "TC311", ("number_normalised",), lambda r: replace(r, number_normalised="1/2020/NĐ-CP"), lambda r: r.number_normalised
    ),
    "bare number": changed(L, "TC312", ("number",), lambda r: replace(r, number="2565", number_normalised=None)),
    "kind against code": changed(
        P, "TC313", ("kind",), lambda p: replace(p, kind="central_internal"), lambda p: (p.code or "").startswith("1")
    ),
    "no code yet": changed(
        P, "TC314", ("code",), lambda p: replace(p, code=None, unknown={"code": "Chưa cấp."}), lambda p: p.code
    ),
    "code with a digit too many": changed(P, "TC315", ("code",), lambda p: replace(p, code="1.0133611"), lambda p: p.code),
    "case of another procedure": changed(
        V, "TC316", ("cases", 0, "code"), lambda v: replace(v, cases=(Case(name="a", code="9.999999.01"),))
    ),
}  # fmt: skip

LAW: dict[str, Mutation] = {
    "provisions the wrong way round": changed(
        V, "VD401", ("legal_basis", "items", 0, "provisions"),
        lambda v: replace(v, legal_basis=with_items(v.legal_basis, replace(v.legal_basis.items[0], provisions="Điều 3 khoản 2"))),
        lambda v: v.legal_basis.items,
    ),
    "provisions that are none": changed(
        V, "VD401", ("legal_basis", "items", 0, "provisions"),
        lambda v: replace(v, legal_basis=with_items(v.legal_basis, replace(v.legal_basis.items[0], provisions="khoản hai"))),
        lambda v: v.legal_basis.items,
    ),
    "31 June in a step": first_step("VD402", "Nộp trước ngày 31/6/2026."),
    "year 20210": first_step("VD402", "Theo Nghị định ngày 08/6/20210."),
    "two slashes": first_step("VD402", "Từ ngày 10/11//2025."),
    "type against number": changed(
        L, "VD403", ("type",), lambda r: replace(r, type="circular"), lambda r: r.type == "decree"
    ),
    "year against number": changed(
        L, "VD404", ("signed",), lambda r: replace(r, signed=date(1999, 1, 1), effective=None, expires=None),
        lambda r: "/20" in (r.number_normalised or "") and r.type == "decree",
    ),
    "expired before it began": changed(
        L, "VD405", ("expires",), lambda r: replace(r, effective=date(2020, 1, 1), expires=date(2019, 1, 1), signed=None, unknown=UNREAD)
    ),
    "in force after its end": changed(
        L, "VD406", ("status",), lambda r: replace(r, status="in_force", expires=date(2020, 1, 1), signed=None, effective=None, unknown=UNREAD)
    ),
    "printed number of another": changed(
        V, "VD409", ("legal_basis", "items", 0, "number_as_printed"),
        lambda v: replace(v, legal_basis=with_items(v.legal_basis, replace(v.legal_basis.items[0], number_as_printed="99/1999/NĐ-CP"))),
        lambda v: v.legal_basis.items and "nd-cp" in v.legal_basis.items[0].document,
    ),
    "basis twice": changed(
        V, "VD415", ("legal_basis", "items", 1, "document"),
        lambda v: replace(v, legal_basis=with_items(v.legal_basis, v.legal_basis.items[0], v.legal_basis.items[0])),
        lambda v: v.legal_basis.items,
    ),
    "replaced by itself": changed(L, "VD414", ("replaced_by", 0), lambda r: replace(r, replaced_by=(r.id,))),
}  # fmt: skip

FEES: dict[str, Mutation] = {
    "steps over the limit": changed(
        V, "PT101", ("internal_process", "items"),
        lambda v: replace(
            v, channels=with_items(v.channels, replace(v.channels.items[0], time=DAYS, committed_time=None)),
            internal_process=Stated(items=(InternalStep(id="q", name="Xét", role="Phòng", time=Duration(value=9.0, unit="working_day")),)),
        ), with_channel,
    ),
    "steps in two units": changed(
        V, "PT102", ("internal_process", "items", 1, "time", "unit"),
        lambda v: replace(v, internal_process=Stated(items=(
            InternalStep(id="q", name="Xét", role="Phòng", time=Duration(value=1.0, unit="working_day")),
            InternalStep(id="r", name="Ký", role="Sở", time=Duration(value=1.0, unit="day")),
        ))),
    ),
    "promise over the limit": timed("PT103", "committed_time", DAYS, replace(DAYS, value=7.0), ""),
    "promise in other days": timed("PT104", "committed_time", DAYS, ChannelTime(value=4.0, unit="day"), ""),
    "no time at all": timed("PT105", "time", replace(DAYS, value=0.0), None, "value"),
    "figure against words": timed("PT106", "time", replace(DAYS, text="Không quá 07 ngày làm việc"), None, "value"),
    "unit against words": timed("PT106", "time", ChannelTime(value=5.0, unit="day", text="05 ngày làm việc"), None, "value"),
    "figure without a unit": timed("PT107", "time", ChannelTime(value=5.0, unit="other"), None, "unit"),
    "fee without a unit": charged("PT108", "", unit=None),
    "fee without a basis": charged("PT108", "", basis=None),
    "fee without exemptions": charged("PT109", "", exemptions=None),
    "dollars as dong": charged("PT110", "currency", amount=10.0, text="10 USD/giấy"),
    "three zeros missing": charged("PT111", "amount", amount=8.0),
    "an amount of nothing": charged("PT112", "amount", amount=0.0),
    "free, but 8.000": charged("PT112", "amount", state="free"),
    "amount against words": charged("PT113", "amount", text="80.000 đồng"),
    "amount in other words": charged("PT133", "amount", text="Chín mươi nghìn đồng"),
    "charged for each copy": charged("PT135", "unit", text="8.000 đồng/bản", unit="hồ sơ", amount=8000.0),
    "dong for dollars": charged("PT134", "currency", text="20.000 đồng", amount=20000.0, currency="USD"),
    "free with a sum": charged("PT132", "state", state="free", amount=None, text="15.000 đồng"),
    "exempt in words only": charged("PT114", "exemptions", text="Miễn cho hộ nghèo."),
    "area in words": timed("PT117", "time", replace(DAYS, text="Ở hải đảo không quá 10 ngày làm việc"), None, "text"),
    "posting in words": timed("PT118", "time", replace(DAYS, text="Cộng niêm yết trong 15 ngày"), None, "text"),
    "case like the usual limit": special("PT119", ("cases", 0, "value"), cases=(ISLANDS,)),
    "case of nothing": special("PT120", ("cases", 0, "value"), cases=(replace(ISLANDS, value=0.0),)),
    "posting in other days": special("PT121", ("additions", 0, "unit"), additions=(POSTING,)),
    "closing hour of other words": changed(
        V, "PT139", ("late_submission", "after"),
        lambda v: replace(v, steps=with_items(v.steps, Step(id="b1", text="Nhận sau 15 giờ thì tính sang ngày làm việc tiếp theo.")), late_submission=LateSubmission(after="16:00")),
    ),
    "field of an ended agency": ended_in_charge,
    "closing hour in words": first_step("PT115", "Nhận sau 15 giờ thì tính sang ngày làm việc tiếp theo."),
}  # fmt: skip

DOSSIER: dict[str, Mutation] = {
    "copy of the identity card": paper("HS301", "name", replace(ITEM, name="Bản sao thẻ căn cước", originals=0, copies=1)),
    "household book": paper("HS302", "name", replace(ITEM, name="Sổ hộ khẩu")),
    "neither original nor copy": paper("HS303", "", replace(ITEM, originals=0)),
    "no number of sets": changed(
        V, "HS304", ("dossier", "sets"), lambda v: replace(v, dossier=replace(v.dossier, sets=None)), lambda v: v.dossier.groups.items and v.dossier.sets
    ),
    "none beside a list": changed(
        V, "HS321", ("conditions", "text"),
        lambda v: replace(v, conditions=replace(v.conditions, text="Không có.")), lambda v: v.conditions.items,
    ),
    "paper twice": paper("HS305", "", ITEM, replace(ITEM, id="gt2")),
    "case without a name": changed(
        V, "HS306", ("dossier", "groups", "items", 1),
        lambda v: replace(v, dossier=replace(v.dossier, groups=with_items(
            v.dossier.groups, DossierGroup(id="n1", name="A", items=(ITEM,)), DossierGroup(id="n2", items=(replace(ITEM, id="x"),))))),
    ),
    "form of no paper": changed(
        V, "HS307", ("forms", "items", 1, "id"),
        lambda v: replace(
            v, forms=Stated(items=(Form(id="m1", name="A", basis=v.legal_basis.items[0].document), Form(id="m9", name="B", basis=v.legal_basis.items[0].document))),
            dossier=replace(v.dossier, groups=with_items(v.dossier.groups, DossierGroup(id="n1", items=(replace(ITEM, forms=("m1",)),)))),
        ), lambda v: v.legal_basis.items,
    ),
    "form without a file": changed(V, "NY705", ("forms", "items", 0), lambda v: replace(v, forms=Stated(items=(Form(id="m1", name="A"),)))),
}  # fmt: skip

AGENCIES: dict[str, Mutation] = {
    "sent to a district": changed(
        V, "CQ801", ("steps", "items", 0, "text"),
        lambda v: replace(v, steps=with_items(v.steps, Step(id="b1", text="Nộp tại UBND cấp huyện."))), living,
    ),
    "sent to a ministry that is no more": changed(
        V, "CQ801", ("steps", "items", 0, "text"),
        lambda v: replace(v, steps=with_items(v.steps, Step(id="b1", text="Gửi Bộ Giao thông vận tải."))), living,
    ),
    "district tier": changed(
        V, "CQ802", ("levels", "items", 0), lambda v: replace(v, levels=with_items(v.levels, "district")), living
    ),
    "bare level 3": changed(
        V, "CQ803", ("channels", "items", 0, "text"),
        lambda v: channel(v, text="Dịch vụ công trực tuyến mức độ 3."), with_channel,
    ),
    "reason for being partial": online("CQ806", "partial_reason", "end_to_end", partial_reason="Phải ký."),
    "offline, with an online channel": online("CQ807", "level", "offline_only"),
    "a ministry of a province": changed(A, "CQ821", ("level",), lambda a: replace(a, level="province"), lambda a: a.name.startswith("Bộ ")),
    "ended without an heir": changed(A, "CQ810", ("valid_to",), lambda a: replace(a, valid_to=date(2025, 6, 30), successors=(), note=None)),
    "above itself": changed(A, "CQ811", ("parent",), lambda a: replace(a, parent=a.id)),
}  # fmt: skip


def commune(rule: str, at: int, key: str, **values: Any) -> Mutation:
    def spoil(place: ProvinceUnit) -> ProvinceUnit:
        communes = list(place.communes)
        communes[at] = replace(communes[at], **values)
        return replace(place, communes=tuple(communes))

    return changed(U, rule, ("communes", at, key), spoil, lambda place: len(place.communes) > at)


UNITS: dict[str, Mutation] = {
    "agency of nowhere": changed(A, "DV405", ("place",), lambda a: replace(a, place="tinh-khac/99001")),
    "code of another": commune("DV401", 1, "code", code="99001"),
    "name with its kind": commune("DV406", 0, "name", name="Xã Sông Trong"),
    "name of another": commune("DV402", 2, "name", name="Sông Trong"),
    "ends before it begins": commune("DV403", 0, "valid_to", valid_to=date(2025, 6, 30)),
    "two names of one former code": changed(
        U, "DV404", ("communes", 2, "merged_from", 0, "name"),
        lambda u: replace(u, communes=(*u.communes[:2], replace(u.communes[2], merged_from=(FormerUnit(name="Xã Khác", code="99010"),)), *u.communes[3:])),
    ),
}  # fmt: skip


def journeys(code: str, end: Pointer, **values: Any) -> Mutation:
    """A mutation of the last step of the first journey."""

    def plant(garden: Garden) -> Planted:
        first, *others = garden.catalogue.journeys.values()
        *steps, last = first.steps
        spoilt = replace(first, steps=(*steps, replace(last, **values)))
        garden.write("journeys.yml", Journeys(journeys=(spoilt, *others)))
        pointer = ("journeys", 0, "steps", len(steps), *end)
        return Planted(code, "journeys.yml", garden.line("journeys.yml", pointer))

    return plant


def review(code: str, key: str, *end: int, **codes: tuple[str, ...]) -> Mutation:
    """A mutation that writes families.yml with one join or split."""

    def plant(garden: Garden) -> Planted:
        garden.write("families.yml", Families(families=(FamilyReview(reason="Thử.", **codes),)))
        pointer = ("families", 0, key, *end)
        return Planted(code, "families.yml", garden.line("families.yml", pointer))

    return plant


def choice(code: str, key: str, *choices: StepChoice) -> Mutation:
    return journeys(code, ("choices", len(choices) - 1, key), choices=choices)


JOURNEYS: dict[str, Mutation] = {
    "step over": choice("NB401", "procedure", StepChoice(procedure="1.900206")),
    "step of nothing": choice("TC301", "procedure", StepChoice(procedure="1.999999")),
    "step of nowhere": choice("TC301", "place", StepChoice(procedure="3.901301", place="khong-co")),
    "waits for itself": journeys("NB402", ("needs", 0), needs=("dien",)),
    "waits for nothing": journeys("NB402", ("needs", 0), needs=("khong-co",)),
    "step twice": journeys("NB403", ("id",), id="giay-to", needs=()),
    "procedure twice": choice("NB403", "procedure", StepChoice(procedure="1.900701")),
    "split from nothing": review("CQ818", "split", 0, split=("2.900401",)),
    "joined already": review("CQ818", "join", 0, join=("1.900304", "1.900305")),
    "joined to nothing": review("TC301", "join", 1, join=("2.900401", "1.999999")),
    "which of them": choice("NB404", "procedure", StepChoice(procedure="3.901302", case="Có"), StepChoice(procedure="3.901301")),
}  # fmt: skip


def first_row(code: str, end: str, change: Callable[[Row, Any], Row], fits: Any = None) -> Mutation:
    pointer = ("rows", 0, end) if end else ("rows", 0)
    return changed(
        D,
        code,
        pointer,
        lambda d: replace(d, rows=(change(d.rows[0], d), *d.rows[1:])),
        fits or (lambda d: d.rows and d.rows[0].action == "publish"),
    )


DECISIONS: dict[str, Mutation] = {
    "amended without a ground": first_row(
        "QD201", "", lambda r, _: replace(r, grounds=()), lambda d: d.rows and d.rows[0].action == "amend" and d.rows[0].grounds
    ),
    "published as an amendment": first_row("TL102", "", lambda r, _: replace(r, action="amend", amended_parts=("time",), grounds=())),
    "overdue to be listed": changed(
        D, "NY717", ("listed",), lambda d: replace(d, listed=None, unknown={k: v for k, v in d.unknown.items() if k != "listed"})
    ),
    "abolished by a name": first_row("QD202", "procedure", lambda r, _: Row(id=r.id, action="abolish", procedure="chua-co-ma-x")),
    "replaces itself": changed(
        D, "QD205", ("replaces_decisions", 0, "decision"),
        lambda d: replace(d, replaces_decisions=(ReplacedDecision(decision=d.id, extent="partial"),)),
    ),
    "deputy signs as the head": changed(
        D, "QD207", ("signer", "capacity"), lambda d: replace(d, signer=replace(d.signer, position="Phó Chủ tịch", capacity="head"))
    ),
    "row under another tier": first_row("QD208", "levels", lambda r, _: replace(r, levels=("district",))),
    "printed title": first_row("QD209", "title_as_printed", lambda r, _: replace(r, title_as_printed="Tên khác hẳn")),
    "count of rows": changed(D, "QD210", ("declared_counts", "publish"), lambda d: replace(d, declared_counts={"publish": 99})),
    "submission for a decision": changed(
        D, "QD212", ("number",), lambda d: replace(d, number=(n := d.number.replace("QĐ-", "TTr-")), number_normalised=n),
        lambda d: d.number == d.number_normalised and "/QĐ-" in d.number and d.number.count("/") == 1,
    ),
    "signed file without a checksum": changed(
        D, "QD213", ("signed_file",),
        lambda d: replace(d, signed_file=File(name="a.pdf"), unknown={k: v for k, v in d.unknown.items() if k != "signed_file"}),
    ),
    "no rows": changed(D, "QD214", ("rows",), lambda d: replace(d, rows=())),
    "one procedure in two rows": changed(
        D, "QD215", ("rows", 1), lambda d: replace(d, rows=(d.rows[0], replace(d.rows[0], id="x9"))), lambda d: d.rows and d.rows[0].procedure
    ),
    "amends what never was": first_row(
        "TL102", "", lambda r, _: replace(r, action="amend", amended_parts=("time",)), lambda d: len(d.rows) > 1 and d.rows[0].action == "publish" and "2023" not in d.id
    ),
    "listed before signed": changed(
        D, "TL116", ("listed",), lambda d: replace(d, listed=d.signed - timedelta(days=9), unknown={k: v for k, v in d.unknown.items() if k != "listed"}), lambda d: d.signed
    ),
    "its own date, but the same": first_row(
        "TL118", "effective", lambda r, d: replace(r, effective=d.effective), lambda d: d.rows and d.effective
    ),
    "effect before signing": first_row(
        "TL108", "", lambda r, d: replace(r, effective=d.signed - timedelta(days=30)),
        lambda d: d.rows and d.signed and d.effective and d.effective >= d.signed,
    ),
    "annulled twice": changed(
        D, "TL114", ("rows", 1, "annuls"),
        lambda d: replace(d, rows=tuple(
            Row(id=f"h{n}", action="annul", annuls=RowReference(decision=d.id, row="h0")) for n in range(2))),
    ),
    "replaced in a circle": changed(
        D, "TL112", ("rows", 0, "by", 0),
        lambda d: replace(d, rows=(Row(id="t", action="replace", replaces=(d.rows[0].procedure,), by=(Target(procedure=d.rows[0].procedure, version="v001"),)),)),
        lambda d: d.rows and d.rows[0].procedure and d.rows[0].action == "publish",
    ),
}  # fmt: skip


def unpublished(garden: Garden) -> Planted | None:
    path, version = garden.records("version")[0]
    made = path.rpartition("/")[0] + "/v077.yml"
    garden.write(made, replace(version, version="v077", corrects=None))
    return Planted("TL106", made, garden.line(made, ("version",)))


def without_version(garden: Garden) -> Planted | None:
    code = next(iter(garden.catalogue.versions))
    for version in garden.catalogue.versions[code]:
        (garden.root / garden.catalogue.path("version", f"{code}/{version.version}")).unlink()
    return Planted("TL107", garden.catalogue.path("procedure", code), 1)


def signed_tomorrow(garden: Garden) -> Planted | None:
    found = garden.first("decision", lambda d: d.signed)
    if found is None:
        return None
    path, decision = found
    garden.write(
        path, replace(decision, signed=DAY + timedelta(days=9), listed=None, recorded=None)
    )
    return Planted("TL117", path, garden.line(path, ("signed",)))


def published_twice(garden: Garden) -> Planted | None:
    found = garden.first("decision", lambda d: d.rows and d.rows[0].version and d.agency)
    if found is None:
        return None
    path, decision = found
    made = path.rpartition("/")[0] + "/99999.yml"
    copy = replace(
        decision, id=made[len("decisions/") : -4], number="99999/QĐ-BTP", number_normalised=None
    )
    row = next(r for r in decision.rows if r.published)
    garden.write(
        made,
        replace(
            copy,
            rows=(replace(row, id="d1"),),
            unknown={**decision.unknown, "number_normalised": "x"},
        ),
    )
    later = max(path, made)
    return Planted("TL101", later, None)


def same_number(garden: Garden) -> Planted | None:
    found = garden.first("decision", lambda d: d.signed and d.id.rpartition("/")[2].isdigit())
    if found is None:
        return None
    path, decision = found
    made = f"{path.removesuffix('.yml')}-ban-sao.yml"
    garden.write(made, replace(decision, id=made[len("decisions/") : -4], rows=()))
    return Planted("TC317", made, None)


def settings(code: str, old: str, new: str) -> Mutation:
    def plant(garden: Garden) -> Planted | None:
        file = garden.root / "catalogue.yml"
        text = file.read_text("utf8")
        if old not in text:
            return None
        file.write_text(text.replace(old, new), "utf8")
        return Planted(code, "catalogue.yml", None)

    return plant


def posted(code: str, fits: Callable[[Version], bool], times: int = 1) -> Mutation:
    """Sheets of one version, the last of which is wrong."""

    def plant(garden: Garden) -> Planted | None:
        found = garden.first(V, lambda v: fits(v) and (times > 1 or has_ended(garden, v)))
        if found is None:
            return None
        version = found[1]
        sheet = PostedSheet(procedure=version.procedure, version=version.version)
        levels = version.levels.items
        office = next((one.id for _, one in garden.records(A) if one.level in levels), None)
        if office is None:
            return None
        record = PostingRecord(office=office, posted=DAY, sheets=(sheet,) * times)
        path = path_of("posting", record.key)
        garden.write(path, record)
        key = "version" if times == 1 else "procedure"
        return Planted(code, path, garden.line(path, ("sheets", times - 1, key)))

    return plant


def taken_down(garden: Garden) -> Planted | None:
    """The last sheet of a wall is missing."""
    record = next(iter(garden.catalogue.postings.values()), None)
    if record is None:
        return None
    path = path_of("posting", record.key)
    garden.write(path, replace(record, sheets=record.sheets[:-1]))
    return Planted("NY728", path, garden.line(path, ("office",)))


def has_ended(garden: Garden, version: Version) -> bool:
    """Whether another version of the procedure binds on the day."""
    interval = timelines(garden.catalogue)[version.procedure].interval_of(version.version)
    return bool(interval and interval.end and interval.end <= DAY)


def renamed(garden: Garden) -> Planted | None:
    found = garden.first("version", lambda v: v.version == "v001")
    if found is None:
        return None
    path, version = found
    (garden.root / path).unlink()
    made = path.replace("v001.yml", "v077.yml")
    garden.write(made, replace(version, version="v077", corrects=None))
    return Planted("TL119", made, garden.line(made, ("version",)))


def corrected_but_not_later(garden: Garden) -> Planted | None:
    """A decision that made a text for a later day corrects the one before it, and not its own."""
    lives = timelines(garden.catalogue).items()
    pairs = ((code, *pair) for code, life in lives for pair in pairwise(life.binding))
    found = next((one for one in pairs if waits_with_the_title(garden, *one)), None)
    return correct_title(garden, *found) if found else None


def waits_with_the_title(garden: Garden, code: str, earlier: Event, later: Event) -> bool:
    """Whether the text of `later` is to bind behind that of `earlier`, under its title."""
    one, other = (garden.catalogue.version(code, e.version or "") for e in (earlier, later))
    by_us = later.decision.signed and not later.decision.source
    days = earlier.effective and later.effective and earlier.effective < later.effective
    return bool(one and other and one.title == other.title and by_us and days)


def correct_title(garden: Garden, code: str, earlier: Event, later: Event) -> Planted | None:
    wrong = garden.catalogue.version(code, earlier.version or "")
    assert wrong
    made = replace(wrong, version="v077", corrects=wrong.version, title=f"{wrong.title} (khác)")
    path = garden.catalogue.path("version", f"{code}/{wrong.version}")
    garden.write(f"{path.rpartition('/')[0]}/v077.yml", made)
    row = Row(id="dc", action="correct", procedure=code, version="v077", amended_parts=("title",))
    rows = (*later.decision.rows, replace(row, effective=earlier.effective))
    decided = garden.catalogue.path("decision", later.decision.id)
    garden.write(decided, replace(later.decision, rows=rows))
    return Planted("TL136", decided, garden.line(decided, ("rows", len(rows) - 1)))


def level_lost(garden: Garden) -> Planted | None:
    """One of two replaced procedures was done at a level that the replacement lacks."""
    found = garden.first(
        "decision", lambda d: d.signed and any(len(r.replaces) > 1 for r in d.rows)
    )
    if found is None:
        return None
    path, decision = found
    position = next(n for n, row in enumerate(decision.rows) if len(row.replaces) > 1)
    row = decision.rows[position]
    after = {
        level
        for target in row.by
        for level in garden.catalogue.version_files[target.key].levels.items
    }
    more = next(level for level in ("commune", "province", "central") if level not in after)
    old = garden.catalogue.versions[row.replaces[0]][-1]
    file = garden.catalogue.path("version", f"{old.procedure}/{old.version}")
    garden.write(file, replace(old, levels=Stated(items=(*sorted(after), more))))
    return Planted("TL139", path, garden.line(path, ("rows", position, "by", 0)))


TIME: dict[str, Mutation] = {
    "a level lost where two are replaced": level_lost,
    "a correction of one of two texts": corrected_but_not_later,
    "a version that lost its place": renamed,
    "linked to itself": changed(
        V, "TL134", ("linked_procedures", "items", 0, "procedure"),
        lambda v: replace(v, linked_procedures=Stated(items=(LinkedProcedure(procedure=v.procedure),))), living,
    ),
    "a version that nobody publishes": unpublished,
    "a procedure without a version": without_version,
    "signed in the future": signed_tomorrow,
    "published twice": published_twice,
    "one number twice in a year": same_number,
    "a contact without a way to it": settings("NY702", "contacts:", "contacts:\n- purpose: feedback\n  name: Phòng") ,
    "a sheet that ended": posted("NY707", lambda v: v.version == "v001"),
    "a sheet that does not hang": taken_down,
    "a sheet twice": posted("NY708", living, times=2),
    "no feedback contact": settings("NY701", "purpose: feedback", "purpose: help"),
    "a contact that ends before it begins": settings(
        "NY704", 'valid_to: "2026-01-09"', 'valid_to: "2016-01-09"'
    ),
}  # fmt: skip


def with_calendar(code: str, end: str, text: str) -> Mutation:
    def plant(garden: Garden) -> Planted | None:
        file = garden.root / "calendar/2031.yml"
        file.parent.mkdir(exist_ok=True)
        days = "".join(f'- date: "2031-03-{n:02}"\n  name: Lễ\n' for n in range(3, 14))
        file.write_text(f"year: 2031\nholidays:\n{days}{text}", "utf8")
        line = file.read_text("utf8")[: file.read_text("utf8").index(end)].count("\n") + 1
        return Planted(code, "calendar/2031.yml", line)

    return plant


CALENDAR: dict[str, Mutation] = {
    "holiday of another year": with_calendar("NY714", "2030-01-01", '- date: "2030-01-01"\n  name: Lễ\nswapped_days: []\n'),
    "holiday twice": with_calendar("NY715", "2031-03-03\"\n  name: Lần", '- date: "2031-03-03"\n  name: Lần nữa\nswapped_days: []\n'),
    "Saturday taken off": with_calendar("NY715", "2031-03-01", 'swapped_days:\n- off: "2031-03-01"\n  worked: "2031-03-08"\n'),
    "weekday worked instead": with_calendar("NY715", "2031-03-18", 'swapped_days:\n- off: "2031-03-17"\n  worked: "2031-03-18"\n'),
}  # fmt: skip


def unneeded_exception(garden: Garden) -> Planted | None:
    path, _ = garden.records("agency")[0]
    text = f'exceptions:\n- rule: VS502\n  record: {path}\n  reason: x\n  until: "2030-01-01"\n'
    (garden.root / "exceptions.yml").write_text(text, "utf8")
    return Planted("NX903", "exceptions.yml", 2)


EXCEPTIONS: dict[str, Mutation] = {"an exception that nobody needs": unneeded_exception}

MISTAKES: dict[str, Mutation] = {
    **TEXT,
    **FILES,
    **IDENTITY,
    **LAW,
    **FEES,
    **DOSSIER,
    **AGENCIES,
    **UNITS,
    **JOURNEYS,
    **DECISIONS,
    **TIME,
    **CALENDAR,
    **EXCEPTIONS,
    **COMPARED,
}
