"""The files of the search, as a browser reads them.

`manifest.json` is read anew on every visit; the files it names carry their content in their names
and may be kept for ever. The first question reads the manifest, then the cards and the shards of
its terms side by side, then the rare values that its results show; a later one only what it does
not have yet. Life events are read where nothing is found, what is absent where a question may name
it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.model.summaries import shown_count
from generator.search.analyser import pairs, syllables, title_syllables
from generator.search.cards import cards, in_card_order
from generator.search.index import CITIZENS_FIELDS, FIELDS, common_syllables, documents
from generator.search.known_absent import known_absent
from generator.search.place_files import place_table
from generator.search.questions import read_question_table
from generator.search.rare_values import COMMON, IN_A_FILE, rare_files, without_rare
from generator.search.shards import Postings, front_coded, front_decoded, postings_of, shards

ROOT = "search"
HASHED = tuple(
    f"{ROOT}/{folder}" for folder in ("cards", "rare", "shards", "life-events", "absent")
)
"""The folders of files that carry their content in their names."""
_WORDS = (
    "results.",
    "filter.any",
    "level.",
    "applicant_group.",
    "status.",
    "online.end_to_end",
    "online.partial",
    "ranking.",
    "anchor.families.",
    "list.both_vary",
    "list.time_varies",
    "list.fee_varies",
)
"""The words that results are shown with."""

_NAME = 6
"""Hexadecimal digits of a content's name; where two contents would share them, one has more."""
_SHARD_NAME = 3
"""The same of a shard, whose name begins with where it begins and is one of its own for that."""
_PART = 3
"""The syllables of a name that a question has at least, as `assets/engine/named.js` asks for."""
_NOT_IN_NAMES = re.compile(r"[^a-z0-9_]")


ENGINE = (
    "analyser",
    "slips",
    "cards",
    "titles",
    "initials",
    "repair",
    "question",
    "shards",
    "evidence",
    "ranking",
    "filters",
    "named",
    "places",
    "place-words",
    "place-question",
    "families",
    "search",
    "readers",
    "worker",
)
PAGE = ("client", "results", "filters", "view", "page")


_MARGIN = re.compile(rb"^(?: *(?://.*)?\n)+ *|^ +", re.MULTILINE)


def engine() -> bytes:
    """The engine as one script, which serves a page, a worker and a folder opened as file://."""
    return _read_script("engine", ENGINE)


def engine_part(name: str) -> bytes:
    """One file of the engine, for scripts of other pages that use it."""
    return _read_script("engine", (name,))


def page_script() -> bytes:
    """What runs the results page, as one script."""
    return _read_script("page", PAGE)


def _read_script(folder: str, names: Iterable[str]) -> bytes:
    """The files of a folder one after another, without comments and indentation."""
    home = resources.files(__package__) / "assets" / folder
    return b"".join(strip_script((home / f"{name}.js").read_bytes()) for name in names)


def strip_script(content: bytes) -> bytes:
    """A script without indentation, empty lines, and comments that have lines of their own."""
    return _MARGIN.sub(b"", content)


def as_script(path: str, content: bytes) -> tuple[str, bytes]:
    """A data file as a script, for a site opened as file://, where browsers load only scripts."""
    name = to_json(path).strip()
    return f"{path}.js", b"niemyet.receive(" + name + b"," + content.strip() + b");\n"


def search_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the manifest, the cards and the shards."""
    entries = in_card_order(edition)
    contents: dict[str, bytes] = {}
    shown = cards(edition, entries)
    common = common_syllables(entries)
    found = postings_of(documents(edition, entries, common))
    cut = list(shards(found))
    digits = [_add_shard(start, run, contents) for start, run in cut]
    rare = _add_rare(shown["columns"], contents)
    shown["columns"] = without_rare(shown["columns"])
    manifest = {
        "address": addresses.address(addresses.procedure("{code}")),
        "fields": FIELDS,
        "cards": _add_named("cards", to_json(shown), contents),
        "rare": {"common": COMMON, "in_a_file": IN_A_FILE, "files": rare},
        "shards": [front_coded(start for start, _ in cut), "".join(digits)],
        "questions": read_question_table(),
        "common": common,
        "places": place_table(edition),
        "spoken": _only_citizens_words(found, shown["words"]),
        "life_events": _add_named("life-events", to_json(_life_events(edition)), contents),
        "journeys": _journeys(edition),
        "absent": _add_absent(edition, contents),
        "words": _words(edition),
    }
    yield f"{ROOT}/manifest.json", to_json(manifest)
    for path, content in contents.items():
        yield f"{ROOT}/{path}", content


def _words(edition: Edition) -> dict[str, str]:
    """The words of results; nothing is said of unknown places where no place is recorded."""
    unsaid = () if edition.catalogue.places else ("results.place_unknown",)
    found = edition.words.entries.items()
    return {k: v for k, v in found if k.startswith(_WORDS) and k not in unsaid}


def _only_citizens_words(found: Postings, titled: str) -> list[str]:
    """The syllables that citizens say and no title has: known words, not slips."""
    spoken = {FIELDS.index(field) for field in FIELDS if field[0] in CITIZENS_FIELDS}
    known = set(syllables(titled))
    terms = (term for term, groups in found.items() if any(g[0] in spoken for g in groups))
    return [term for term in terms if "_" not in term and term not in known]


def _add_named(folder: str, content: bytes, contents: dict[str, bytes]) -> str:
    """File a content under its own name; returns the name, without the folder."""
    digest = hashlib.sha256(content).hexdigest()
    names = (digest[:length] for length in range(_NAME, len(digest) + 1))
    for name in names:
        if contents.setdefault(f"{folder}/{name}.json", content) == content:
            return name
    raise AssertionError(digest)


def _add_shard(start: str, content: bytes, contents: dict[str, bytes]) -> str:
    """File a shard under where it begins and its content; returns the digits of the content."""
    digits = hashlib.sha256(content).hexdigest()[:_SHARD_NAME]
    contents[_shard_path(start, digits)] = content
    return digits


def _add_rare(columns: dict[str, Any], contents: dict[str, bytes]) -> dict[str, str]:
    """File the rare values of columns; for each column the digits of its files in order."""
    found: dict[str, str] = {}
    for name, values in rare_files(columns):
        content, before = to_json(values), found.get(name, "")
        digits = hashlib.sha256(content).hexdigest()[:_SHARD_NAME]
        contents[_rare_path(name, len(before) // _SHARD_NAME, digits)] = content
        found[name] = before + digits
    return found


def _rare_path(column: str, number: int, digits: str) -> str:
    return f"rare/{column}-{number}-{digits}.json"


def _shard_path(start: str, digits: str) -> str:
    named = _NOT_IN_NAMES.sub(lambda match: f"-{ord(match[0]):x}-", start)
    return f"shards/{named}-{digits}.json"


def named_files(manifest: Any) -> Iterator[str]:
    """The paths of all files that a manifest names; one that is damaged raises as it may."""
    yield f"{ROOT}/cards/{manifest['cards']}.json"
    yield f"{ROOT}/life-events/{manifest['life_events']}.json"
    yield f"{ROOT}/absent/{manifest['absent'][0]}.json"
    for column, digits in manifest["rare"]["files"].items():
        for number in range(len(digits) // _SHARD_NAME):
            own = digits[number * _SHARD_NAME : (number + 1) * _SHARD_NAME]
            yield f"{ROOT}/{_rare_path(column, number, own)}"
    starts, digits = manifest["shards"]
    for number, start in enumerate(front_decoded(starts)):
        own = digits[number * _SHARD_NAME : (number + 1) * _SHARD_NAME]
        yield f"{ROOT}/{_shard_path(start, own)}"


def _life_events(edition: Edition) -> list[tuple[str, str]]:
    """(name, address) of every life event that has procedures."""
    events = edition.catalogue.life_events
    return [
        (events[key].name, addresses.address(addresses.life_event(key)))
        for key, found in edition.by_life_event.items()
        if key in events and shown_count(found)
    ]


def _journeys(edition: Edition) -> list[list[Any]]:
    """[name, address, steps in words, codes of its procedures, what people call it, …]."""
    return [
        [
            one.name,
            addresses.address(addresses.journey(one.id)),
            edition.words("journey.count", count=len(one.steps)),
            [choice.procedure for step in one.steps for choice in step.choices],
            *one.words,
        ]
        for one in edition.catalogue.journeys.values()
    ]


def _add_absent(edition: Edition, contents: dict[str, bytes]) -> list[str]:
    """File what is absent; the name of the file, and the pairs that tell who needs it."""
    found = _absent(edition)
    used = Counter(
        pair for one in edition.entries.values() for pair in pairs(title_syllables(one.title))
    )
    names = (syllables(name) for _, *named in found for name in named)
    telling = {min(_beginning(name), key=lambda pair: (used[pair], pair)) for name in names if name}
    return [_add_named("absent", to_json(found), contents), " ".join(sorted(telling))]


def _beginning(name: list[str]) -> list[str]:
    """The pairs that every question has which a name is meant by, whole or most of it.

    An opening that says nothing of the matter is left out where more than one word follows.
    """
    most = max(_PART, 2 * len(name) // 3 + 1)
    opening = next((one for one in _openings() if name[: len(one)] == one), [])
    return pairs(name[len(opening) : most]) or pairs(name[:most]) or name


def _openings() -> Iterator[list[str]]:
    return (one.split(" ") for one in read_question_table()["openings"])


def _absent(edition: Edition) -> list[list[str]]:
    """[code or "", title, what people call it, …] of every procedure known to be absent, and is."""
    return [
        [one.code, one.title, *(" ".join(syllables(said)) for said in one.citizen_words)]
        for one in known_absent(edition)
    ]
