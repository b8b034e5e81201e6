"""Rules on tiers and agencies: they exist on the day, and levels of service name their law."""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.families import find_families
from generator.law.family_candidates import candidate_of
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import (
    HOUSE,
    LEVELS_OF_SERVICE,
    PARTIAL_SERVICES,
    TWO_TIERS,
)
from generator.law.rules.traversal import texts_below
from generator.law.tables import ended_bodies
from generator.records.memoize import memoize_listed
from generator.records.registers import is_unwritten
from generator.records.version import AGENCY_ROLES, Version

NO_DISTRICTS_SINCE = date(2025, 7, 1)
_PARTIAL_SINCE = date(2026, 7, 1)
_LEVELS_ENDED = date(2022, 8, 1)

_ENDED = tuple(
    (re.compile(rf"\b(?:{body.written})\b"), body) for body in ended_bodies() if body.written
)
_MARKS = tuple(dict.fromkeys(mark for body in ended_bodies() for mark in body.marks))
_QUOTED = re.compile(
    r"(?:Thông tư|Quyết định|Nghị định|văn bản|Bộ trưởng|ban hành)[^.;\n]*\Z", re.I
)
_DESCRIBED_BEFORE = re.compile(
    r"(?:quản lý (?:nhà nước )?của|quy hoạch sử\sdụng\sđất|nội trú|trung tâm y tế|các dự án"
    r"|theo (?:quy định|hướng dẫn|mẫu)(?: của)?)\s\Z"
    r"|(?:chức vụ|danh hiệu)(?:(?!gửi|nộp|trình|tại|đến|đề nghị)[^.;\n])*\Z"
    r"|ngân hàng thương mại[^.;,\n]{0,20}\Z",
    re.I,
)
"""Before a name of an old paper, plan, post, title, school or rule: nobody is sent there."""
_DESCRIBED_AFTER = re.compile(
    r"[^.;\n]{0,20}(?:\btrước ngày (?:0?1 tháng 0?7 năm|0?1/0?7/)\s?2025|\btại thời điểm kê khai)"
    r"|\s*\(?cũ\b|\s*\((?:hiện )?nay là\b"
)
_MADE_BY = re.compile(r"\bdo (?:cơ quan )?\Z", re.I)
_MADE = re.compile(
    r"\s*(?:\([^()\n]*\)\s*)?(?:quản lý|cấp còn|cấp trước|ban hành|ra quyết định|thành lập)\b"
)
"""What an office did before it ended: the standards and bodies that it made are still there."""
_LOOK_BACK = 200
_BARE_LEVEL = re.compile(
    r"(?:trực tuyến|dịch vụ công)[^.;\n]{0,30}\b(?P<level>(?:mức độ|mức)\s+[1-4])\b", re.IGNORECASE
)


def _abolished_bodies(context: Context) -> Iterator[Breach]:
    """Nobody is sent to an office that no longer exists."""
    for published in context.requested_current_versions:
        day = context.judged_on(published)
        for pointer, text in _marked_directions(published.version) if day else ():
            found = _first_abolished(text, day) if day else None
            if found:
                yield at(published.file, *pointer, **found)


def _first_abolished(text: str, day: date) -> dict[str, str | Wording] | None:
    for name, body in _ENDED:
        named = name.finditer(text) if day >= body.since else ()
        found = next((one for one in named if not _only_named(text, one)), None)
        if found:
            since = Wording(day=body.since)
            return {"found": found[0], "since": since, "heir": ", ".join(body.successors)}
    return None


def _only_named(text: str, found: re.Match[str]) -> bool:
    """Whether an office is named in a title, or as what it was, and nobody is sent there."""
    before, after = text[: found.start()], text[found.end() : found.end() + _LOOK_BACK]
    near = before[-_LOOK_BACK:]
    made = _MADE_BY.search(near) and _MADE.match(after)
    described = _DESCRIBED_BEFORE.search(near) or _DESCRIBED_AFTER.match(after)
    return bool(made or described or _QUOTED.search(before))


@memoize_listed
def _marked_directions(version: Version) -> Iterator[tuple[Pointer, str]]:
    """Those of the directions to offices that may name an old one."""
    for pointer, text in _directions_to_offices(version):
        if any(mark in text for mark in _MARKS):
            yield pointer, text


def _directions_to_offices(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The texts that direct people to offices; laws and old papers may name old offices."""
    for role in AGENCY_ROLES:
        for position, part in enumerate(getattr(version.agencies, role).items):
            yield ("agencies", role, "items", position, "text"), part.text or ""
    yield from _words_of_the_rest(version)
    for position, step in enumerate(version.steps.items):
        yield ("steps", "items", position, "text"), step.text or ""
    for position, channel in enumerate(version.channels.items):
        yield ("channels", "items", position, "text"), channel.text or ""
        yield ("channels", "items", position, "address"), channel.address or ""


def _words_of_the_rest(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The words on times, fees and conditions that somebody wrote here; those of papers are old."""
    if version.source is not None:
        return
    for key in _OTHER_WORDS:
        yield from texts_below(getattr(version, key), key)
    for position, channel in enumerate(version.channels.items):
        for key in _WORDS_OF_A_WAY:
            yield from texts_below(getattr(channel, key), "channels", "items", position, key)


_WORDS_OF_A_WAY = ("time", "committed_time", "fees")
_OTHER_WORDS = ("conditions", "postal", "notes", "description")


def _district_level(context: Context) -> Iterator[Breach]:
    """There is no district tier since 1 July 2025."""
    for published in context.requested_current_versions:
        levels = published.version.levels.items
        goes_on = (published.interval.end or date.max) > NO_DISTRICTS_SINCE <= context.day
        if "district" in levels and goes_on:
            yield at(published.file, "levels", "items", levels.index("district"))


def _bare_levels(version: Version) -> Iterator[Breach]:
    """A level 3 means nothing without the regime it belongs to."""
    texts: list[tuple[Pointer, str | None]] = [(("description",), version.description)]
    for position, channel in enumerate(version.channels.items):
        texts.append((("channels", "items", position, "text"), channel.text))
    texts += [(("notes", position), note) for position, note in enumerate(version.notes)]
    for pointer, text in texts:
        found = _BARE_LEVEL.search(text or "")
        if found:
            yield here(*pointer, found=found["level"])


def _old_levels(context: Context) -> Iterator[Breach]:
    """Levels 1 to 4 are those of the law before 2022."""
    for published in context.requested_current_versions:
        decided = published.decided
        if not published.touches("online"):
            continue
        if (
            published.version.online.level.startswith("old_level")
            and decided
            and decided >= _LEVELS_ENDED
        ):
            found = Wording((f"online.{published.version.online.level}",))
            yield at(published.file, "online", "level", found=found, signed=str(decided))


def _partial_without_rule(context: Context) -> Iterator[Breach]:
    """A service that is online only in part names the rule it rests on.

    A row that amends other parts may not touch this one. A reason that is still to be written is
    asked for by VS512; the rule it rests on is not asked for before.
    """
    for published in context.requested_current_versions:
        online = published.version.online
        decided = published.decided
        bound = (decided is None or decided >= _PARTIAL_SINCE) and published.touches("online")
        bound = bound and not is_unwritten(online.partial_reason)
        if online.level == "partial" and online.partial_rule is None and bound:
            because = {BECAUSE: context.catalogue.path("decision", published.decision.id)}
            yield at(
                published.file, "online", "level", since=Wording(day=_PARTIAL_SINCE), **because
            )


def _reasons_in_vain(version: Version) -> Iterator[Breach]:
    """Only a partial service gives a reason for being partial."""
    online = version.online
    if online.level != "partial" and (online.partial_reason or online.partial_rule):
        key = "partial_reason" if online.partial_reason else "partial_rule"
        yield here("online", key).shown_at_key()


def _online_without_channel(version: Version) -> Iterator[Breach]:
    """The level of service and the channels are consistent."""
    methods = {channel.method for channel in version.channels.items}
    level = version.online.level
    key = None
    if methods and level in ("end_to_end", "partial") and "online" not in methods:
        key = "no_online_channel"
    if level == "offline_only" and "online" in methods:
        key = "online_channel"
    if key:
        said, how = (Wording((f"hint.{one}",)) for one in (key, f"{key}_mended"))
        yield here("online", "level", found=Wording((f"online.{level}",)), said=said, how=how)


def _post_without_channel(version: Version) -> Iterator[Breach]:
    posted = next((one for one in version.channels.items if one.method == "postal"), None)
    if posted and version.postal.receives_dossier is False:
        yield here("postal", "receives_dossier", id=posted.id)


def _tier_of_executor(context: Context) -> Iterator[Breach]:
    """A version handled at one tier is executed by an agency of that tier."""
    agencies = context.catalogue.agencies
    for published in context.requested_current_versions:
        levels = set(published.version.levels.items)
        for position, part in enumerate(published.version.agencies.executing.items):
            agency = agencies.get(part.agency or "")
            if agency and agency.level and levels and agency.level not in levels:
                place = ("agencies", "executing", "items", position, "agency")
                because = {BECAUSE: context.catalogue.path("agency", agency.id)}
                level = _level(agency.level)
                yield at(published.file, *place, found=agency.name, level=level, **because)


def _level(level: str) -> Wording:
    return Wording((f"level.{level}",))


def _reviews_in_vain(context: Context) -> Iterator[Breach]:
    """A review of families changes what the rules of families say."""
    catalogue = context.catalogue
    if catalogue.members or not (catalogue.family_reviews and context.is_requested("families.yml")):
        return
    shown = {one.procedure: one.ref for one in context.current_versions}
    found = find_families([candidate_of(ref, catalogue) for ref in shown.values()])
    families = {code: kin.id for kin in found for code in kin.codes}
    split = {code for review in catalogue.family_reviews for code in review.split}
    for position, review in enumerate(catalogue.family_reviews):
        for index, code in enumerate(review.split):
            if code in shown and code not in families:
                yield at("families.yml", "families", position, "split", index, found=code)
        roots = {None if code in split else families.get(code) for code in review.join}
        if len(roots) == 1 and None not in roots:
            codes = ", ".join(review.join)
            yield at("families.yml", "families", position, "join", 0, found=codes)


_VERSION = ("version",)
_WARNING, _ERROR = Severity.WARNING, Severity.ERROR
RULES = (
    Rule("CQ801", _WARNING, TWO_TIERS, _abolished_bodies, per_file=True),
    Rule("CQ802", _WARNING, TWO_TIERS, _district_level, per_file=True),
    Rule("CQ803", _WARNING, LEVELS_OF_SERVICE, _bare_levels, _VERSION),
    Rule("CQ804", _WARNING, LEVELS_OF_SERVICE, _old_levels, per_file=True),
    Rule("CQ805", _WARNING, PARTIAL_SERVICES, _partial_without_rule, per_file=True),
    Rule("CQ806", _ERROR, HOUSE, _reasons_in_vain, _VERSION, imported=_WARNING),
    Rule("CQ807", _ERROR, HOUSE, _online_without_channel, _VERSION, imported=_WARNING),
    Rule("CQ808", _ERROR, HOUSE, _post_without_channel, _VERSION, imported=_WARNING),
    Rule("CQ812", _WARNING, HOUSE, _tier_of_executor, per_file=True),
    Rule("CQ818", _WARNING, HOUSE, _reviews_in_vain, needs=("procedure", "version", "decision")),
)
