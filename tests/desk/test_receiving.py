"""What a reviewer is told of a draft: all of it, legible, with what its sender has left open."""

from typing import Any

import pytest

from benchmarks.node import ask_script
from generator.locale import words_of
from generator.site.desk_schemas import desk_schemas
from tests.conftest import PROJECT, SAMPLE
from tests.desk.conftest import Modules

WORDS = words_of("vi")
COPIED = (SAMPLE / "procedures/ho-tich/1.001193/v001.yml").read_text("utf8")
FEE = """procedure: "1.000101"
version: v002
title: Cấp bản sao
channels:
  items:
  - id: c1
    method: direct
    fees:
      items:
      - id: p1
        state: amount
        amount: AMOUNT
        currency: VND
        exemptions:
          EXEMPT
"""


def received(modules: Modules, **files: dict[str, Any]) -> dict[str, str]:
    """The review and the text of the request of a draft."""
    whole = {
        path: {"kind": "version", "base": None, "sha256": None, **file}
        for path, file in files.items()
    }
    entries = {key: text for key, text in WORDS.entries.items() if key.startswith("desk.")}
    asked = {
        "draft": {"id": "1", "name": "Thử", "files": whole},
        "schemas": desk_schemas(WORDS),
        "entries": entries,
    }
    script = PROJECT / "tests" / "desk" / "receive.mjs"
    (found,) = [ask_script(script, modules.folder, [asked])]
    return dict(found)


def test_a_copied_procedure_is_told_whole_with_where_it_comes_from(modules: Modules) -> None:
    text = COPIED.replace("version: v002", "version: v001")
    found = received(modules, moi={"text": text, "before": COPIED})
    for told in found.values():
        assert "Chép từ “" in told
        assert told.count("Trình tự thực hiện") > 1
        assert "Bản chép chưa đổi gì ngoài tên: moi" in told


@pytest.fixture(scope="module")
def amended(modules: Modules) -> dict[str, str]:
    """What is told of a fee that an amendment changes, by one who compared nothing."""
    before = FEE.replace("AMOUNT", "8000").replace("EXEMPT", "none: true")
    after = FEE.replace("AMOUNT", "10000").replace("EXEMPT", "not_stated: Không nói")
    filled = {"prefilled": {"like": None, "names": []}}
    return received(modules, sua={"text": after, "before": before, "from": "v001", **filled})


def test_numbers_stand_apart_and_are_written_alike(amended: dict[str, str]) -> None:
    assert "<del>8.000</del> <ins>10.000</ins>" in amended["review"]
    assert "\n- 8.000\n+ 10.000\n" in amended["proposal"]


def test_what_is_stated_to_be_none_is_said_in_its_own_words(amended: dict[str, str]) -> None:
    assert "Miễn, giảm:</strong> <del>Không có</del>" in amended["review"]


def test_what_its_sender_has_not_compared_is_told(amended: dict[str, str]) -> None:
    assert all("Chưa bấm “Đã đối chiếu”" in told for told in amended.values())
