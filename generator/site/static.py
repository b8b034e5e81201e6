"""Style sheets, scripts and the icon, as the files that pages link to."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from generator.search.files import engine, engine_part, page_script, strip_script

ASSETS = "assets/niemyet"
_STYLES = ("tokens", "base", "frame", "forms", "place", "procedure", "lists", "print")
"""The parts of the style sheet, in the order in which later ones may refine earlier ones."""
_SCRIPTS = {
    "preferences": ("preferences",),
    "page": ("page", "carry-place"),
    "list": ("fold", "shorten", "entries"),
    "not-found": ("not-found",),
    "place": ("place-choice", "place-field"),
    "place-counter": ("place-counter", "place-first"),
    "follow": ("follow",),
    "decision": ("decision",),
    "handout": ("handout",),
    "print": ("print",),
    "procedure": (
        "fold",
        "due",
        "calculator",
        "checklist",
        "find",
        "citation",
        "as-of",
        "family",
        "print",
    ),
}
"""The scripts of the pages, each put together from files that know one thing."""


@cache
def read_assets() -> tuple[tuple[str, bytes], ...]:
    """(path, content) of every file; Material's style sheet is that of the installed package."""
    own = [*_files("generator.site", "assets"), *_files("generator.search", "assets")]
    material = resources.files("material") / "templates" / "assets" / "stylesheets"
    foundation = next(f for f in _sorted(material) if _is_main_style(f.name))
    named = [(file.name, file.read_bytes()) for file in own]
    place_names = _read_joined("script", "js", ("place-names",))
    named += [
        ("material.css", _without_map(foundation.read_bytes())),
        ("site.css", _read_joined("style", "css", _STYLES)),
        ("handout.css", _read_joined("style", "css", ("tokens", "handout"))),
        *(
            (f"{name}.js", strip_script(_read_joined("script", "js", parts)))
            for name, parts in _SCRIPTS.items()
        ),
        ("place-names.js", engine_part("analyser") + engine_part("readers") + place_names),
        ("place-lookup.js", strip_script(place_names)),
        ("search-engine.js", engine()),
        (
            "search-page.js",
            strip_script(_read_joined("script", "js", ("shorten",))) + page_script(),
        ),
    ]
    return tuple((f"{ASSETS}/{name}", content) for name, content in named)


def desk_style() -> bytes:
    """The style sheet of the desk, which stands outside the frame of the other pages."""
    return _read_joined("style", "css", ("tokens", "desk"))


def _read_joined(kind: str, suffix: str, parts: Iterable[str]) -> bytes:
    folder = resources.files("generator.site") / "assets" / kind
    return b"\n".join((folder / f"{name}.{suffix}").read_bytes() for name in parts)


def _is_main_style(name: str) -> bool:
    return name.startswith("main.") and name.endswith(".css")


def _files(package: str, folder: str) -> list[Traversable]:
    return _sorted(resources.files(package) / folder)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name)


def _without_map(style: bytes) -> bytes:
    """The style sheet without its pointer to a source map, which is not published."""
    return style.partition(b"/*# sourceMappingURL")[0]
