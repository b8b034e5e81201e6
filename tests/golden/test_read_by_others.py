"""Each format, read by a library of its field: the facts are those that the YAML states."""

import csv
import hashlib
import io
import json
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest
import rdflib
import sarif_om
from icalendar import Calendar

from tests.golden import records
from tests.golden.command import workplace
from tests.golden.outputs import DAY
from tests.golden.records import Effect

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # in rdflib's own parser

TODAY = date.fromisoformat(DAY)
BASE = records.settings()["base_url"]
WORDS = {
    "publish": "Công bố",
    "amend": "Sửa đổi, bổ sung",
    "replace": "Thay thế",
    "abolish": "Bãi bỏ",
    "correct": "Đính chính",
}
STATUSES = {
    "1.800001": "in_force",  # its second version since this very day
    "1.800002": "in_force",
    "1.800003": "ending",  # replaced from tomorrow
    "1.800004": "ending",
    "1.800007": "ending",  # abolished from tomorrow by a decision of today
    "1.800008": "abolished",  # from today
    "1.800011": "annulled",
    "1.800012": "published",  # since an unknown day
    "1.800015": "in_force",
    "1.800016": "in_force",
    "1.800017": "in_force",
    "2.800005": "waiting",
    "2.800006": "waiting",
    "3.800010": "in_force",
    "3.800013": "in_force",
    "chua-co-ma-nuoc-sach": "waiting",
}
"""What a lawyer would say of each procedure on the last day of 2026."""


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    with workplace() as place:
        yield place.build(DAY)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test asks the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def json_of(file: Path) -> Any:
    return json.loads(file.read_text("utf8"))


def identity(effect: Effect) -> str:
    return f"{BASE}quyet-dinh/{effect.decision}/#dong-{effect.row}:{effect.procedure}"


def address(effect: Effect) -> str:
    return f"{BASE}thu-tuc/{effect.procedure}/{f'{effect.version}/' if effect.version else ''}"


def headline(effect: Effect) -> str:
    return f"{WORDS[effect.action]}: {effect.title}"


EFFECTS = {identity(effect): effect for effect in records.effects(TODAY)}


def test_the_calendar_holds_what_takes_effect_from_a_year_ago_on(site: Path) -> None:
    calendar = Calendar.from_ical((site / "lich.ics").read_bytes())
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    first = TODAY - timedelta(days=365)
    wanted = {key: e for key, e in EFFECTS.items() if e.effective and e.effective >= first}
    assert min(effect.effective for effect in wanted.values()) == first
    assert any(e.effective == first - timedelta(days=1) for e in EFFECTS.values() if e.effective)
    assert events.keys() == wanted.keys()
    assert len(events) == len(calendar.walk("VEVENT"))
    for key, event in events.items():
        effect = wanted[key]
        assert event["DTSTART"].dt == effect.effective
        assert event["DTEND"].dt == effect.effective + timedelta(days=1)
        assert event["DTSTAMP"].dt.date() == effect.reported_on
        assert str(event["SUMMARY"]) == headline(effect)
        assert str(event["URL"]) == address(effect)
        assert records.decisions()[effect.decision]["number"] in str(event["DESCRIPTION"])
        assert effect.effective.strftime("%d/%m/%Y") in str(event["DESCRIPTION"])


def feeds_of(site: Path) -> list[tuple[Path, set[str]]]:
    """Feeds with the ids of the changes they should hold: those that have a day."""
    dated = {key: effect for key, effect in EFFECTS.items() if effect.reported_on}
    found = [(site, set(dated))]
    for field in ("ranh-gioi", "dat-giap-ranh", "nuoc-sach", "chua-dung"):
        ids = {k for k, e in dated.items() if records.procedures()[e.procedure]["field"] == field}
        found.append((site / "linh-vuc" / field, ids))
    for code in STATUSES:
        ids = {key for key, effect in dated.items() if effect.procedure == code}
        found.append((site / "thu-tuc" / code, ids))
    return found


def test_a_feed_reader_sees_every_change_once(site: Path) -> None:
    for folder, wanted in feeds_of(site):
        feed = feedparser.parse((folder / "feed.xml").read_bytes())
        assert not feed.bozo
        assert feed.version == "atom10"
        assert {entry.id for entry in feed.entries} == wanted
        assert len(feed.entries) == len(wanted)
        days = [datetime.fromisoformat(entry.updated) for entry in feed.entries]
        assert days == sorted(days, reverse=True)
        if days:
            assert datetime.fromisoformat(feed.feed.updated) == days[0]
        for entry in feed.entries:
            effect = EFFECTS[entry.id]
            told = effect.reported_on
            assert told
            assert entry.updated == f"{told.isoformat()}T00:00:00+07:00"
            assert entry.title == headline(effect)
            assert entry.link == address(effect)


def test_the_json_feed_says_what_the_atom_feed_says(site: Path) -> None:
    for folder, _ in feeds_of(site):
        atom = feedparser.parse((folder / "feed.xml").read_bytes())
        feed = json_of(folder / "feed.json")
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] == atom.feed.title
        assert feed["home_page_url"] == atom.feed.link
        assert feed["feed_url"].removesuffix("json") == _self(atom).removesuffix("xml")
        for item, entry in zip(feed["items"], atom.entries, strict=True):
            assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
            assert (item["content_text"], item["date_published"]) == (entry.summary, entry.updated)


def _self(feed: Any) -> str:
    (own,) = (link.href for link in feed.feed.links if link.rel == "self")
    return str(own)


def test_the_changes_by_year_are_all_changes(site: Path) -> None:
    index = json_of(site / "api/v1/changes.json")
    assert index["as_of"] == DAY
    found = []
    for year in index["years"]:
        changes = json_of(site / year["file"])
        assert len(changes) == year["count"]
        assert all(change["told"][:4] == f"{year['year']:04}" for change in changes)
        found += [(c["decision"], c["procedure"], c["version"], c["effective"]) for c in changes]
    wanted = [
        (e.decision, e.procedure, e.version, e.effective and e.effective.isoformat())
        for e in EFFECTS.values()
        if e.reported_on
    ]
    assert Counter(found) == Counter(wanted)
    assert index["undated"] == len(EFFECTS) - len(wanted) > 0


ADDED = ("status", "start", "end", "address", "short_address")
"""What the API says of a version beside its record."""


def test_the_manifest_holds_the_digest_of_every_version_that_was_published(site: Path) -> None:
    manifest = json_of(site / "api/v1/manifest.json")
    signed = {(e["procedure"], e["version"]): e["sha256"] for e in manifest["versions"]}
    later = {("3.800010", "v003")}  # its decision is signed tomorrow
    assert signed.keys() == records.published() - later
    for code in STATUSES:
        for version in json_of(site / f"api/v1/procedures/{code}.json")["versions"]:
            for added in (*ADDED, "unknown", "readings"):
                version.pop(added, None)
            text = json.dumps(version, ensure_ascii=False, separators=(",", ":")) + "\n"
            digest = hashlib.sha256(text.encode()).hexdigest()
            assert digest == signed[code, version["version"]]
    former = {old for p in records.procedures().values() for old in p.get("former_ids", ())}
    assert set(manifest["procedures"]) == set(STATUSES) | former


def test_the_api_repeats_the_yaml_key_by_key(site: Path) -> None:
    for code, status in STATUSES.items():
        data = json_of(site / f"api/v1/procedures/{code}.json")
        assert data["status"] == status
        assert_within(records.procedures()[code], data)
        for version in data["versions"]:
            assert_within(records.versions()[code, version["version"]], version)
    for key, decision in records.decisions().items():
        file = site / f"api/v1/decisions/{key}.json"
        assert file.exists() == ((decision["signed"] or DAY) <= DAY)
        if file.exists():
            assert_within(decision, json_of(file))


def assert_within(wanted: Any, found: Any) -> None:
    """What the YAML says is what the JSON says; JSON may say more."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            assert_within(value, found.get(key))
    elif isinstance(wanted, list):
        assert len(wanted) == len(found)
        for one, other in zip(wanted, found, strict=True):
            assert_within(one, other)
    else:
        assert wanted == found


def test_the_index_lists_every_record_and_where_it_is(site: Path) -> None:
    index = json_of(site / "api/v1/index.json")
    assert {row["id"]: row["status"] for row in index["procedures"]} == STATUSES
    assert [row["id"] for row in index["decisions"]] == sorted(
        key for key, decision in records.decisions().items() if (decision["signed"] or DAY) <= DAY
    )
    for row in (*index["procedures"], *index["decisions"]):
        assert (site / row["file"]).is_file()
        assert (site / row["address"] / "index.html").is_file()


SCHEMA = "https://schema.org/"


def triples_of(page: Path) -> rdflib.Graph:
    """What a page says in JSON-LD; the context, which is not fetched, is taken as a vocabulary."""
    document = html5lib.parse(page.read_text("utf8"), namespaceHTMLElements=False)
    (script,) = document.findall(".//script[@type='application/ld+json']")
    data = json.loads(script.text or "")
    assert data["@context"] == "https://schema.org"
    data["@context"] = {"@vocab": SCHEMA}
    return rdflib.Graph().parse(data=json.dumps(data), format="json-ld")


def said(graph: rdflib.Graph, subject: Any, name: str) -> list[str]:
    return sorted(str(value) for value in graph.objects(subject, rdflib.URIRef(SCHEMA + name)))


def test_linked_data_describe_each_procedure_as_a_service(site: Path) -> None:
    units = {"day": "P{}D", "month": "P{}M", "year": "P{}Y"}
    for (code, number), version in records.versions().items():
        page = site / "thu-tuc" / code / number / "index.html"
        if not page.exists():
            continue
        graph = triples_of(page)
        kind = rdflib.URIRef(f"{SCHEMA}GovernmentService")
        (service,) = graph.subjects(rdflib.RDF.type, kind)
        procedure = records.procedures()[code]
        assert said(graph, service, "name") == [version["title"]]
        assert said(graph, service, "identifier") == [procedure["code"]] * bool(procedure["code"])
        assert said(graph, service, "description") == [procedure.get("summary")] * (
            "summary" in procedure
        )
        assert said(graph, service, "url") == [f"{BASE}thu-tuc/{code}/"]
        (provider,) = graph.objects(service, rdflib.URIRef(f"{SCHEMA}provider"))
        assert said(graph, provider, "name") == [records.agencies()[procedure["agency"]]["name"]]
        limits = [
            c.get("committed_time") or c["time"]
            for c in version["channels"].get("items", ())
            if all(one.get("counted") for one in c["time"].get("additions", ()))
        ]
        wanted = [
            units[limit["unit"]].format(f"{limit['value']:g}")
            for limit in limits
            if limit["value"] is not None and limit["unit"] in units
        ]
        channels = graph.objects(service, rdflib.URIRef(f"{SCHEMA}availableChannel"))
        found = [time for channel in channels for time in said(graph, channel, "processingTime")]
        assert Counter(found) == Counter(wanted)


def test_linked_data_describe_each_decision_as_legislation(site: Path) -> None:
    for key, decision in records.decisions().items():
        page = site / "quyet-dinh" / key / "index.html"
        if not page.exists():
            continue
        graph = triples_of(page)
        (text,) = graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SCHEMA}Legislation"))
        assert said(graph, text, "legislationIdentifier") == [decision["number"]]
        for name, own in (("legislationDate", "signed"), ("datePublished", "listed")):
            assert said(graph, text, name) == ([decision[own]] if decision[own] else [])


def test_pages_are_sound_html_and_their_links_lead_somewhere(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        document = parser.parse(page.read_text("utf8"))
        assert not parser.errors, (page, parser.errors)
        if page.name == "404.html":
            continue
        headings = document.findall(".//h1")
        assert len(headings) == 1, page
        for link in document.iter("a"):
            target = link.get("href", "").partition("#")[0].partition("?")[0]
            if target and ":" not in target:
                found = (page.parent / target).resolve()
                assert (found / "index.html" if found.is_dir() else found).is_file(), (page, target)


def test_the_timeline_of_a_page_has_the_days_of_the_decisions(site: Path) -> None:
    page = html5lib.parse(
        (site / "thu-tuc/1.800001/index.html").read_text("utf8"), namespaceHTMLElements=False
    )
    items = page.findall(".//ol[@class='timeline']/li")
    found = [(li.get("data-version"), li.get("data-start"), li.get("data-end")) for li in items]
    first = records.decisions()["brg/2010/1"]["effective"]
    second = records.decisions()["brg/2026/501"]["effective"]
    assert found == [("v003", None, None), ("v002", second, ""), ("v001", first, second)]


def rows_of(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "by this mark spreadsheets know UTF-8"
    found = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{head: cell.removeprefix("'") for head, cell in row.items()} for row in found]


def test_the_tables_hold_the_rows_of_the_yaml(site: Path) -> None:
    rows = {row["procedure"]: row for row in rows_of(site / "so-lieu/thu-tuc.csv")}
    assert {code: row["status"] for code, row in rows.items()} == STATUSES
    for code, row in rows.items():
        version = records.versions()[code, row["version"]]
        assert row["title"] == version["title"]
        assert row["levels"].split() == version["levels"].get("items", [])
        assert row["online"] == version["online"]["level"]
    for row in rows_of(site / "so-lieu/quyet-dinh.csv"):
        decision = records.decisions()[row["decision"]]
        for key in ("number", "agency", "signed", "effective", "listed"):
            assert row[key] == (decision[key] or "")
        if row["days_late"]:
            late = date.fromisoformat(row["listed"]) - date.fromisoformat(row["list_by"])
            assert int(row["days_late"]) == late.days


def test_the_table_of_cuts_is_the_arithmetic_of_the_yaml(site: Path) -> None:
    hours = {"hour": 1, "working_day": 8}
    days = {"day": 1, "month": 30, "year": 365}
    rows = [row for row in rows_of(site / "so-lieu/thoi-han.csv") if row["status"] == "counted"]
    found = {row["procedure"]: row for row in rows}
    shown = {row["procedure"]: row["version"] for row in rows_of(site / "so-lieu/thu-tuc.csv")}
    for code, row in found.items():
        assert STATUSES[code] in ("in_force", "ending", "published")
        channels = records.versions()[code, shown[code]]["channels"]["items"]
        longest = max(
            channels, key=lambda c: (hours | days).get(c["time"]["unit"], 0) * c["time"]["value"]
        )
        law, own = longest["time"], longest.get("committed_time")
        worth = hours if row["counted_in"] == "working_hour" else days
        assert float(row["allowed"]) == worth[law["unit"]] * law["value"]
        assert (float(row["value"]), row["unit"]) == (law["value"], law["unit"])
        if own is None:
            assert (row["promised"], row["cut_percent"]) == ("", "")
            continue
        allowed, promised = (worth[t["unit"]] * t["value"] for t in (law, own))
        assert float(row["promised"]) == promised
        assert float(row["cut_percent"]) == round(100 * (allowed - promised) / allowed, 2)


def test_the_sitemap_names_every_page_once(site: Path) -> None:
    places = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    named = [place.text or "" for place in tree.findall("s:url/s:loc", places)]
    pages = {
        f"{BASE}{page.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for page in site.rglob("index.html")
    }
    moved = {f"{BASE}thu-tuc/1.700010/"}
    pages = {page for page in pages if not page.startswith(f"{BASE}t/")}
    assert len(named) == len(set(named))
    assert set(named) - moved == pages - moved


def test_the_search_can_be_added_to_a_browser(site: Path) -> None:
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    tree = ElementTree.fromstring((site / "opensearch.xml").read_bytes())
    short = tree.findtext("o:ShortName", namespaces=names)
    assert short == records.settings()["title"][:16]
    (url,) = tree.findall("o:Url", names)
    assert url.get("template") == f"{BASE}tim-kiem/?q={{searchTerms}}"


def test_the_cards_of_the_search_say_the_status_of_each_procedure(site: Path) -> None:
    (file,) = (site / "search/cards").glob("*.json")
    cards = json_of(file)
    procedures = records.procedures()
    keys = ("agency", "field")
    order = sorted(STATUSES, key=lambda code: (*(procedures[code][key] for key in keys), code))
    assert cards["former"] == {"1.700010": order.index("3.800010")}
    column = cards["columns"]["status"]
    signs = [sign for sign in map(chr, range(0x21, 0x7F)) if sign != "\\"]
    found = [column["values"][signs.index(sign)] for sign in column["of"]]
    assert dict(zip(order, found, strict=True)) == STATUSES


def test_every_format_of_findings_holds_the_same_findings() -> None:
    with workplace() as place:
        options = ("check", "--as-of", DAY, "--jobs", "1", "--format")
        found = json.loads(place.run(*options, "json").printed)
        sarif = json.loads(place.run(*options, "sarif").printed)
        gitlab = json.loads(place.run(*options, "gitlab").printed)
        lines = place.run(*options, "github").printed.splitlines()[:-1]
    log = sarif_om.SarifLog(version=sarif["version"], runs=sarif["runs"])
    results = [
        sarif_om.Result(message=r["message"], rule_id=r["ruleId"], locations=r["locations"])
        for r in log.runs[0]["results"]
    ]
    places = [result.locations[0]["physicalLocation"] for result in results]
    wanted = [(one["code"], f"catalogue/{one['path']}", one["line"]) for one in found]
    assert [
        (result.rule_id, place["artifactLocation"]["uri"], place["region"]["startLine"])
        for result, place in zip(results, places, strict=True)
    ] == wanted
    assert [
        (one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"])
        for one in gitlab
    ] == wanted
    assert len(lines) == len(found)
    for line, (code, path, number) in zip(lines, wanted, strict=True):
        assert f"file={path},line={number}," in line
        assert f"title={code} " in line


ANSWERS = {
    "1.800001": {  # posting of three working days comes on top
        "5 ngày làm việc, cộng 3 ngày làm việc niêm yết": "13/01/2027",
        "Mốc ở núi 9 ngày làm việc, cộng 3 ngày làm việc niêm yết": "19/01/2027",
    },
    "1.800002": {"4 giờ": "04/01/2027", "8 giờ": "04/01/2027", "9 giờ": "05/01/2027"},
    "1.800007": {"25 ngày làm việc": "15/02/2027", "26 ngày làm việc": "16/02/2027"},
    "2.800005": {
        "1 tháng": "01/02/2027",  # 31 January is a Sunday
        "45 ngày": "15/02/2027",  # 14 February is a Sunday
        "20 ngày": "20/01/2027",
        "11 tháng": "30/11/2027",  # there is no 31 November
        "30 ngày": "01/02/2027",  # 30 January is a Saturday
        "0,5 ngày": "04/01/2027",  # 1 January is a holiday, a weekend follows
    },
}
"""Counted by hand with the calendars of 2026 and 2027, for a dossier received on the day."""


def test_answers_are_due_when_a_clerk_would_count_them(site: Path) -> None:
    for code, answers in ANSWERS.items():
        page = html5lib.parse(
            (site / f"thu-tuc/{code}/index.html").read_text("utf8"), namespaceHTMLElements=False
        )
        lines = ["".join(item.itertext()) for item in page.iter("li")]
        for limit, last in answers.items():
            (line,) = [line for line in lines if line.startswith(f"Thời hạn {limit}: ")]
            assert line.endswith(f"chậm nhất ngày {last}.")
    undecided = (site / "thu-tuc/2.800006/index.html").read_text("utf8")
    assert "Danh mục chưa có lịch nghỉ năm 2028" in undecided
