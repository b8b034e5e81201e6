"""What random inputs must not do; each fuzzer tries one and says what went wrong, or nothing."""

import json
import random
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator import addresses
from generator.exports.shard import UnreadableShardError, read_shard
from generator.imports.portal.convert import read_sources
from generator.imports.portal.write import verify, write_catalogue
from generator.records.registers import CitizenWords
from generator.records.tree import load_catalogue
from tests.conftest import PROJECT, SAMPLE
from tests.fuzz.mutations import change_one_place
from tests.fuzz.office import read_excel, read_word
from tests.fuzz.pages import render_right
from tests.fuzz.reviews import review_both_ways
from tests.imports.test_portal import NATIONAL
from tests.records.validator_oracle import disagreement, sound_records
from tests.records.yaml_oracle import difference
from tests.records.yaml_texts import make_text

Fuzzer = Callable[[random.Random], str]
_SMALL = 6000
"""Characters of the records that are changed: small ones are tried more often."""


@cache
def _sources() -> list[str]:
    return [file.read_text("utf8") for file in sorted(SAMPLE.rglob("*.yml"))]


@cache
def _records() -> list[tuple[str, Any]]:
    return [one for one in sound_records() if len(repr(one)) < _SMALL]


def read_yaml_right(chance: random.Random) -> str:
    """The reader of YAML gives what libyaml gives, or refuses."""
    text = make_text(chance, _sources())
    found = difference(text)
    return f"{text!r}: {found}" if found else ""


def agree_on_records(chance: random.Random) -> str:
    """Both validators say the same of a record, and what passes becomes a record."""
    kind, data = chance.choice(_records())
    for _ in range(chance.randint(1, 2)):
        data = change_one_place(chance, data)
        if not data:
            return ""
    return disagreement(kind, data)


def import_the_others(chance: random.Random) -> str:
    """A changed record of the portal is imported soundly or refused, and never ends the others."""
    odd = change_one_place(chance, {**NATIONAL, "Mã thủ tục": "1.000124"})
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as name:
        folder = Path(name)
        lines = [json.dumps(odd), json.dumps(NATIONAL)]
        (folder / "in.jsonl").write_text("\n".join(lines), "utf8")
        try:
            sources = read_sources([folder / "in.jsonl"])
            write_catalogue(sources, folder / "out", CitizenWords(citizen_words=()))
            catalogue, problems = load_catalogue(folder / "out")
            verify(sources, folder / "out")
        except Exception as error:
            return f"{odd!r}: {type(error).__name__}: {error}"
    if "1.000123" not in catalogue.procedures or problems:
        return f"{odd!r}: {sorted(catalogue.procedures)} {[one.code for one in problems]}"
    return ""


@cache
def _shard() -> Any:
    return json.loads((PROJECT / "tests/fuzz/shard.json").read_bytes())


def read_members(chance: random.Random) -> str:
    """A changed shard of a member is read, or refused by name."""
    data = change_one_place(chance, _shard())
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as name:
        file = Path(name) / addresses.SHARD
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(data), "utf8")
        try:
            shard = read_shard(Path(name))
        except UnreadableShardError:
            return ""
        except Exception as error:
            return f"{data!r}: {type(error).__name__}: {error}"
    names = [
        shard.publisher.id,
        *(v.procedure for v in shard.variants),
        *(f.id for f in shard.fields),
    ]
    odd = [one for one in names if "/" in one or "\n" in one or len(one) > 120]
    return f"{data!r}: {odd}" if odd else ""


FUZZERS: Mapping[str, Fuzzer] = {
    "yaml": read_yaml_right,
    "validators": agree_on_records,
    "import": import_the_others,
    "members": read_members,
    "pages": render_right,
    "word": read_word,
    "excel": read_excel,
    "review": review_both_ways,
}
