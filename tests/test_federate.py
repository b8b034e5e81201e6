"""One index over several sites: what a citizen finds in it, and what goes wrong clearly."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import addresses
from generator.cli import main
from generator.exports.shard import read_shard
from generator.model.nation import MemberSite, Nation, nation_of
from generator.model.variants import Shard, shard_of
from generator.records.catalogue import Catalogue
from generator.records.stated import ChannelTime
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths
from tests.conftest import DAY, PROJECT, SAMPLE, edition_of
from tests.search.node import ask
from tests.site.crawl import clicks_from_home
from tests.site.digests import digest
from tools.serving import serve

CODE = "1.900801"
OWN = "9.000001"
OTHER = "2.999999"


@pytest.fixture(scope="module")
def one(sample_site: Path) -> Shard:
    return read_shard(sample_site)


@pytest.fixture(scope="module")
def other(one: Shard) -> Shard:
    """Another publisher: one procedure has another limit and title, one is its own."""
    first, second, *_ = sorted(one.variants, key=lambda variant: variant.procedure != CODE)
    assert first.procedure == CODE
    day = ChannelTime(value=77, unit="working_day")
    channels = tuple(replace(c, time=day, committed_time=None) for c in first.channels.items)
    slower = replace(
        first,
        procedure=OTHER,
        family=CODE,
        channels=replace(first.channels, items=channels),
        title="Tên của riêng <b>tỉnh</b>",
    )
    own = replace(second, procedure=OWN, family=OWN, code=None, title="Thủ tục riêng của tỉnh")
    publisher = replace(one.publisher, id="ubnd-tinh-khac", name='Tỉnh "Khác" <i>')
    return replace(one, publisher=publisher, variants=(slower, own), digest=b"2")


def nation(*sites: MemberSite) -> Nation:
    edition = edition_of(SAMPLE)
    bare = Catalogue(
        settings=edition.catalogue.settings,
        fields={},
        life_events=edition.catalogue.life_events,
        citizen_words=edition.catalogue.citizen_words,
        exceptions=(),
        calendars={},
        agencies={},
        documents={},
        decisions={},
        procedures={},
        versions={},
        version_files={},
        paths={},
    )
    return nation_of(replace(edition, catalogue=bare), sites)


@pytest.fixture(scope="module")
def both(one: Shard, other: Shard) -> Nation:
    return nation(
        MemberSite(one, "https://mot.example/"), MemberSite(other, "https://hai.example/")
    )


@pytest.fixture(scope="module")
def index(both: Nation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    places = BuildPaths(PROJECT / "mkdocs.yml", folder / "build", folder / "site")
    built = build(both, places)
    assert not built.warnings
    return folder / "site"


def test_a_shard_is_read_as_it_was_written(one: Shard, sample_site: Path) -> None:
    content = (sample_site / addresses.SHARD).read_bytes()
    keys = json.loads(content, object_pairs_hook=lambda pairs: [key for key, _ in pairs])
    assert len(keys) == len(set(keys))
    assert len(content.splitlines()) == len(one.variants) + 2
    assert replace(one, digest=b"") == shard_of(edition_of(SAMPLE))


def page(index: Path, path: str) -> str:
    return (index / path.replace(".md", ".html")).read_text(encoding="utf8")


def test_a_procedure_has_one_page_that_leads_to_every_publisher(index: Path, one: Shard) -> None:
    shown = page(index, addresses.procedure(CODE))
    assert f'href="https://mot.example/thu-tuc/{CODE}/"' in shown
    assert f'href="https://hai.example/thu-tuc/{OTHER}/"' in shown
    assert one.publisher.name in shown
    assert "77 ngày làm việc" in shown
    assert not (index / "thu-tuc" / OTHER).exists()


def test_every_page_of_an_index_is_reached_from_its_home_page(index: Path) -> None:
    made = {page.parent.relative_to(index).as_posix() for page in index.rglob("index.html")}
    found = {address.rstrip("/") or "." for address in clicks_from_home(index)}
    assert made - found == {"tim-kiem"}, "all but the search, which a form leads to"


def test_what_a_publisher_calls_things_is_text_and_not_markup(index: Path) -> None:
    shown = page(index, addresses.procedure(CODE))
    assert "Tên của riêng &lt;b&gt;tỉnh&lt;/b&gt;" in shown
    assert "Tỉnh &quot;Khác&quot; &lt;i&gt;" in shown


def test_lists_lead_across_publishers(index: Path) -> None:
    shown = page(index, addresses.agency("ubnd-tinh-khac"))
    assert f"thu-tuc/{CODE}/" in shown
    assert f"thu-tuc/{OWN}/" in shown
    assert "https://hai.example/" in shown
    assert 'type="date"' not in shown


def test_the_search_finds_what_one_publisher_alone_has(index: Path, both: Nation) -> None:
    (titles,) = ask(index, [("titles", "")])
    assert OWN in titles
    assert set(titles) == set(both.entries)


def test_a_question_is_answered_across_publishers(index: Path, browser: Browser) -> None:
    with serve(index) as served:
        tab = served.watch(browser.new_page(viewport={"width": 360, "height": 740}))
        tab.goto(f"{served.address}/tim-kiem/?q=thu+tuc+rieng+cua+tinh")
        first = tab.locator("#search-results a").first
        first.wait_for()
        assert first.inner_text() == "Thủ tục riêng của tỉnh"
        first.click()
        tab.wait_for_url(f"**/thu-tuc/{OWN}/")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
        assert not served.complaints
        assert not served.foreign
        tab.close()


def test_the_index_as_data_names_members_and_variants(index: Path) -> None:
    data = json.loads((index / addresses.INDEX_DATA).read_bytes())
    members = {member["address"] for member in data["members"]}
    assert members == {"https://mot.example/", "https://hai.example/"}
    (row,) = (row for row in data["procedures"] if row["id"] == CODE)
    assert row["publishers"] == 2
    variants = json.loads((index / row["file"]).read_bytes())["variants"]
    assert {one["address"] for one in variants} == {
        f"https://mot.example/thu-tuc/{CODE}/",
        f"https://hai.example/thu-tuc/{OTHER}/",
    }


def test_two_processes_give_the_same_bytes(both: Nation, index: Path, tmp_path: Path) -> None:
    places = BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")
    build(both, places, BuildOptions(2))
    assert digest(places.site) == digest(index)


def test_a_changed_member_changes_the_index(
    one: Shard, other: Shard, both: Nation, tmp_path: Path
) -> None:
    places = BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")
    build(both, places)
    assert build(both, places).done == 0
    shorter = replace(other, variants=other.variants[:1], digest=b"3")
    build(
        nation(MemberSite(one, "https://mot.example/"), MemberSite(shorter, "https://x.example/")),
        places,
    )
    assert not (places.site / "thu-tuc" / OWN).exists()
    assert "https://x.example/" in page(places.site, addresses.procedure(CODE))


@pytest.fixture
def federation(tmp_path: Path, sample_site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder with the catalogue of a federation of one member."""
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    catalogue = tmp_path / "catalogue"
    for name in ("catalogue.yml", "fields.yml", "life-events.yml"):
        catalogue.mkdir(exist_ok=True)
        shutil.copy(SAMPLE / name, catalogue)
    for folder in ("agencies", "places"):
        shutil.copytree(SAMPLE / folder, catalogue / folder)
    shutil.copytree(sample_site, tmp_path / "mot")
    _members(catalogue, "../mot")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _members(catalogue: Path, *sites: str) -> None:
    lines = "".join(f"- site: {site}\n" for site in sites)
    (catalogue / "federation.yml").write_text(f"members:\n{lines}", encoding="utf8")


def federate() -> int:
    return main(["federate", "--as-of", DAY.isoformat(), "--site", "chung", "--jobs", "1"])


def test_the_command_gathers_sites(federation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert federate() == 0
    assert "Đã gộp 1 cơ quan" in capsys.readouterr().out
    assert (federation / "chung" / "thu-tuc" / CODE / "index.html").is_file()


def test_a_member_that_cannot_be_read_leaves_the_last_index(
    federation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert federate() == 0
    before = digest(federation / "chung")
    (federation / "mot" / addresses.SHARD).write_text("{", encoding="utf8")
    assert federate() == 1
    said = capsys.readouterr().err
    assert "../mot" in said
    assert "niemyet build" in said
    assert digest(federation / "chung") == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("base_url", "javascript:alert(1)"),
        ("variants", None),
        ("publisher", {"id": "../x", "name": "Tỉnh", "kind": "agency", "level": None}),
    ],
)
def test_what_a_member_says_of_itself_is_not_taken_on_trust(
    federation: Path, capsys: pytest.CaptureFixture[str], key: str, value: object
) -> None:
    file = federation / "mot" / addresses.SHARD
    data = json.loads(file.read_bytes())
    if key == "variants":
        value = [{**data["variants"][0], "family": ".."}]
    file.write_text(json.dumps({**data, key: value}), encoding="utf8")
    assert federate() == 1
    assert "../mot" in capsys.readouterr().err
    assert not (federation / "chung").exists()


def test_a_member_brings_no_more_than_its_share(
    federation: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.exports.shard.MOST_SHARD", 1000)
    assert (federation / "mot" / addresses.SHARD).stat().st_size > 1000
    assert federate() == 1
    assert "../mot" in capsys.readouterr().err
    assert not (federation / "chung").exists()


def test_a_publisher_stands_in_a_federation_once(
    federation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(federation / "mot", federation / "hai")
    _members(federation / "catalogue", "../mot", "../hai")
    assert federate() == 1
    assert "hai lần" in capsys.readouterr().err


def test_a_keeper_with_procedures_is_told_to_be_a_member_too(
    federation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE, federation / "catalogue", dirs_exist_ok=True)
    assert federate() == 0
    assert "chính danh mục này" not in capsys.readouterr().err
    file = federation / "mot" / addresses.SHARD
    data = json.loads(file.read_bytes())
    data["publisher"] |= {"id": "ubnd-tinh-khac", "name": "Ủy ban nhân dân tỉnh Khác"}
    file.write_text(json.dumps(data), encoding="utf8")
    assert federate() == 0
    assert "chính danh mục này không có trên trang chung" in capsys.readouterr().err


def test_a_catalogue_without_members_says_where_to_name_them(
    federation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (federation / "catalogue" / "federation.yml").unlink()
    assert federate() == 2
    assert "federation.yml" in capsys.readouterr().err


def test_a_misspelt_member_is_found_with_its_line(
    federation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = federation / "catalogue" / "federation.yml"
    file.write_text("members:\n- sites: ../mot\n", encoding="utf8")
    assert federate() == 1
    assert "federation.yml:2" in capsys.readouterr().out


def _with_own_codes(shard: Shard, **changes: object) -> Shard:
    """The site of a province that gives its copies codes of their own."""
    copies = [
        replace(one, procedure=f"3.{number:06}", family=f"3.{number:06}", code=None)
        for number, one in enumerate(shard.variants, 700001)
    ]
    first = replace(copies[0], **changes)
    publisher = replace(shard.publisher, id="ubnd-tinh-ba", name="Tỉnh ba", level="province")
    return replace(shard, publisher=publisher, variants=(first, *copies[1:]), digest=b"4")


def test_codes_of_their_own_do_not_part_what_is_one_subject(one: Shard) -> None:
    central = replace(one, publisher=replace(one.publisher, level="central"))
    own = _with_own_codes(one)
    found = nation(MemberSite(central, "https://a.example/"), MemberSite(own, "https://b.example/"))
    families = {
        local.variant.procedure: key for key, every in found.local.items() for local in every
    }
    for national, copy in zip(one.variants, own.variants, strict=True):
        assert families[copy.procedure] == families[national.procedure]
        assert families[copy.procedure] in {variant.procedure for variant in one.variants}
    assert {join.code for joins in found.joins.values() for join in joins} >= {
        copy.procedure for copy in own.variants
    }
    assert found.former_ids[own.variants[0].procedure] == families[own.variants[0].procedure]


def test_what_a_member_split_off_stands_alone(one: Shard) -> None:
    own = _with_own_codes(one, split=True)
    found = nation(MemberSite(one, "https://a.example/"), MemberSite(own, "https://b.example/"))
    assert [local.variant for local in found.local["3.700001"]] == [own.variants[0]]
    assert "3.700002" not in found.local
