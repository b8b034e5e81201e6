"""Papers that a source puts under a heading on how one files, though every reader brings them.

Where each heading is on filing by proxy, by post or online, the request for what the procedure
gives stands under none of its own: the export put it, and what comes with it, under the last one.
"""

import re
from dataclasses import replace

from generator.readings.paper_forms import rank_application
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper

_BY_PROXY = re.compile(
    r"(?<!\w)(?:ủy|uỷ) quyền(?!\w)|(?<!\w)qua (?:dịch vụ )?bưu chính(?!\w)", re.I
)
_WAY = re.compile(
    rf"{_BY_PROXY.pattern}|môi trường điện tử|trực tuyến|định danh điện tử|xác thực điện tử", re.I
)
"""Words of a heading by which it is on how one files."""
_OF_WAY = re.compile(
    r"(?<!\w)(?:(?:ủy|uỷ) quyền|bưu chính|giới thiệu|cung cấp dịch vụ|phân công nhiệm vụ"
    r"|môi trường điện tử|trực tuyến|định danh|hồ sơ đăng ký)(?!\w)",
    re.I,
)
"""Words of a paper that one way of filing asks for."""
_A_REQUEST = 2
"""The rank of a paper that asks for what the procedure gives."""


def split_ways(
    groups: list[RecordedGroup],
) -> tuple[tuple[RecordedPaper, ...], list[RecordedGroup]]:
    """The papers of every way of filing, and the groups without them."""
    if not groups or not all(_WAY.search(group.name) for group in groups):
        return (), groups
    general = tuple(paper for group in groups for paper in _of_every_way(group))
    return general, [
        replace(group, papers=tuple(one for one in group.papers if one not in general))
        for group in groups
    ]


def _of_every_way(group: RecordedGroup) -> list[RecordedPaper]:
    """The request for what is given, and what comes with it, under a heading on filing by proxy."""
    found = [paper for paper in group.papers if not _OF_WAY.search(paper.words)]
    asks = any(rank_application(paper.words) <= _A_REQUEST for paper in found)
    mixed = asks and len(found) < len(group.papers) and _BY_PROXY.search(group.name)
    return found if mixed else []
