"""The shard of a site: the file from which a national index gathers its procedures."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.model.variants import Shard, Variant, shard_of
from generator.records.memoize import memoize_by_identity
from generator.records.received import MOST_SHARD, read_bounded
from generator.records.schema import title_of, validate
from generator.records.serialise import serialise


class UnreadableShardError(ValueError):
    """The folder holds no site, or one without a shard that this program can read."""


def shard_json(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the shard of an edition: a line for every variant."""
    shard = shard_of(edition)
    head = to_json(serialise(replace(shard, variants=()))).removesuffix(b"}\n")
    rows = b",\n".join(map(_row, shard.variants))
    yield addresses.SHARD, head + b',"variants":[\n' + rows + b"\n]}\n"


@memoize_by_identity
def _row(variant: Variant) -> bytes:
    """A variant as JSON."""
    return to_json(serialise(variant)).rstrip()


def read_shard(site: Path) -> Shard:
    """The shard of a built site, which others wrote.

    Raises UnreadableShardError, saying why; ReceivedLimitError for one that is too large.
    """
    try:
        content = read_bounded(site / addresses.SHARD, MOST_SHARD)
        data = msgspec.json.decode(content)
    except (OSError, msgspec.MsgspecError, RecursionError) as error:
        raise UnreadableShardError(str(error)) from error
    for problem in validate("shard", data, addresses.SHARD):
        raise UnreadableShardError(title_of("shard", problem.pointer))
    try:
        shard = msgspec.convert(data, Shard)
    except msgspec.ValidationError as error:
        raise UnreadableShardError(str(error)) from error
    return replace(shard, digest=hashlib.sha256(content).digest())
