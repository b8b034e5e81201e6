"""Slips in every field of the schemas, by every kind of slip, are found by the rule for them.

Each of `slips.yml` puts something else in the place of the `nth` occurrence (the first, else) of a
text in a file of the sample, and names a rule that finds it. One of each six is tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import SAMPLE
from tests.strangers.cases import Case, EditError
from tests.strangers.trials import Nursery

SLIPS = yaml.safe_load(Path(__file__).with_name("slips.yml").read_text("utf8"))
EVERY = 6


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Nursery:
    return Nursery(SAMPLE, tmp_path_factory.mktemp("slips"))


@pytest.mark.parametrize("slip", SLIPS[::EVERY], ids=lambda slip: slip["what"])
def test_a_slip_is_found(slip: Mapping[str, Any], nursery: Nursery) -> None:
    case = Case("m0", slip["what"], tuple(written(slip["edits"])), False, None, False)
    trial = nursery.try_case(case)
    assert slip["found_by"] in {finding.code for finding in trial.findings}


def written(edits: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, str]]:
    """The edits as whole files: a text may stand more than once in one."""
    texts: dict[str, str] = {}
    for edit in edits:
        text = texts.get(edit["file"]) or (SAMPLE / edit["file"]).read_text("utf8")
        parts = text.split(edit["find"])
        nth = edit.get("nth", 1)
        if len(parts) <= nth:
            raise EditError(f"not in {edit['file']}: {edit['find']!r}")
        before, after = edit["find"].join(parts[:nth]), edit["find"].join(parts[nth:])
        texts[edit["file"]] = before + edit["put"] + after
    return ({"file": file, "text": text} for file, text in texts.items())
