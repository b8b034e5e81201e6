"""The address of every page and data file: the one place that knows them.

Paths are those of the Markdown source below `build/docs`; `address` is what a browser sees.
"""

import posixpath

HOME = "index.md"
SEARCH = "tim-kiem/index.md"
PROCEDURES = "thu-tuc/index.md"
DECISIONS = "quyet-dinh/index.md"
FIELDS = "linh-vuc/index.md"
AGENCIES = "co-quan/index.md"
LEVELS = "cap/index.md"
PLACES = "dia-ban/index.md"
LETTERS = "chu-cai/index.md"
LIFE_EVENTS = "su-kien/index.md"
JOURNEYS = "viec/index.md"
ENDED = "het-hieu-luc/index.md"
CHANGES = "moi/index.md"
SOON = "sap-hieu-luc/index.md"
RECEPTION = "noi-tiep-nhan/index.md"
FIGURES = "so-lieu/index.md"
FOLLOW = "theo-doi/index.md"
OPEN_DATA = "du-lieu/index.md"
RULES = "quy-tac/index.md"
DESK = "soan-thao/index.md"
DESK_FOLDER = "soan-thao"
OFFLINE = "ngoai-tuyen/index.md"
OFFLINE_FOLDER = "ngoai-tuyen"

API = "api/v1"
INDEX_DATA = f"{API}/index.json"
CALENDARS = f"{API}/calendars.json"
AGENCIES_DATA = f"{API}/agencies.json"
READINGS_SCHEMA = f"{API}/readings.schema.json"
JOURNEYS_DATA = f"{API}/journeys.json"
CHANGES_DATA = f"{API}/changes.json"
SHARD = f"{API}/shard.json"
CALENDAR_FEED = "lich.ics"

_LEVEL_NAMES = {
    "central": "trung-uong",
    "province": "tinh",
    "commune": "xa",
    "district": "huyen",
}
_LETTER_NAMES = {"đ": "dd"}


def procedure(code: str) -> str:
    """The page of a procedure as of the day of the build."""
    return f"thu-tuc/{code}/index.md"


def version_address(code: str, number: str) -> str:
    """The permanent page of one version."""
    return f"thu-tuc/{code}/{number}/index.md"


def short_address(code: str, number: str) -> str:
    """The short permanent page of one version, such as `t/1.900104/2/` for its version v002.

    Printed papers carry it as a QR code, so what was once published there must always answer.
    """
    return f"t/{code}/{number.removeprefix('v').lstrip('0')}/index.md"


def qr_image(code: str, number: str) -> str:
    """The picture of the QR code that leads to the short page of a version."""
    return qr_of_page(short_address(code, number))


def qr_of_page(path: str) -> str:
    """The picture of the QR code that leads to a page."""
    return path.replace("index.md", "qr.png")


def redline(code: str, number: str) -> str:
    """What a version says differently from the one before it."""
    return f"thu-tuc/{code}/{number}/thay-doi/index.md"


def decision(key: str) -> str:
    """The page of a decision, `key` being agency/year/number."""
    return f"quyet-dinh/{key}/index.md"


def decisions_of(agency: str) -> str:
    """The register of an agency's decisions."""
    return f"quyet-dinh/{agency}/index.md"


def field(key: str) -> str:
    """The list of a field's procedures."""
    return f"linh-vuc/{key}/index.md"


def agency(key: str) -> str:
    """The page of an agency."""
    return f"co-quan/{key}/index.md"


def wall_list(agency_key: str) -> str:
    """What an office posts, to be printed."""
    return agency(agency_key).replace("index.md", "niem-yet/index.md")


def field_wall_list(field_key: str) -> str:
    """What is posted of a field, to be printed."""
    return field(field_key).replace("index.md", "niem-yet/index.md")


def province(key: str) -> str:
    """The page of a province."""
    return f"dia-ban/{key}/index.md"


def commune(province_key: str, code: str) -> str:
    """The page of a commune."""
    return f"dia-ban/{province_key}/{code}/index.md"


def commune_anchor(code: str) -> str:
    """Where a commune stands on the page of its province."""
    return f"x{code}"


def place_data(key: str) -> str:
    """The JSON of a province."""
    return f"{API}/places/{key}.json"


def reception(key: str) -> str:
    """What one place takes in."""
    return f"noi-tiep-nhan/{key}/index.md"


def decisions_in(year: str) -> str:
    """The register of a year's decisions, of all agencies."""
    return f"quyet-dinh-theo-nam/{year}/index.md"


def level(key: str) -> str:
    """The list of the procedures of one level."""
    return f"cap/{_LEVEL_NAMES[key]}/index.md"


def letter(key: str) -> str:
    """The list of the procedures whose title starts with a letter."""
    return f"chu-cai/{_LETTER_NAMES.get(key, key)}/index.md"


def life_event(key: str) -> str:
    """The list of a life event's procedures."""
    return f"su-kien/{key}/index.md"


def journey(key: str) -> str:
    """The page of a need with several steps."""
    return f"viec/{key}/index.md"


def journey_data(key: str) -> str:
    """The JSON of a journey."""
    return f"{API}/journeys/{key}.json"


def rule(code: str) -> str:
    """The explanation of a rule."""
    return f"quy-tac/{code.lower()}/index.md"


def relative(target: str, here: str) -> str:
    """`target` as a link from the page `here`; both are source paths."""
    folders, names = here.split("/")[:-1], target.split("/")
    shared = 0
    for folder, name in zip(folders, names, strict=False):
        if folder != name:
            break
        shared += 1
    return "/".join([".."] * (len(folders) - shared) + names[shared:]) or "."


def version_as_text(code: str, number: str) -> str:
    """One version as plain Markdown; `.txt`, since MkDocs makes a page of every `.md`."""
    return f"thu-tuc/{code}/{number}/van-ban.md.txt"


def procedure_data(code: str) -> str:
    """The JSON of a procedure."""
    return f"{API}/procedures/{code}.json"


def feed(page: str, kind: str) -> str:
    """The feed beside a page; `kind` is xml (Atom) or json (JSON Feed)."""
    return f"{page.removesuffix('index.md')}feed.{kind}"


def changes_list(year: str) -> str:
    """The changes that could be read from a year on."""
    return f"{API}/changes/{year}.json"


def decision_data(key: str) -> str:
    """The JSON of a decision."""
    return f"{API}/decisions/{key}.json"


def row_anchor(row: str) -> str:
    """The anchor of a row on the page of its decision."""
    return f"dong-{row}"


def href(target: str, here: str) -> str:
    """The address of the page `target` as a link in the HTML of the page `here`."""
    found = relative(target, here)
    return f"{posixpath.dirname(found) or '.'}/" if found.endswith("index.md") else found


def address(path: str) -> str:
    """The address of a page below the root of the site, such as `thu-tuc/1.001193/`."""
    return path.removesuffix("index.md")
