"""Code points that are no characters: findings in a record, and no break of a format.

XML refuses them even when they are escaped (XML 1.0, 2.2).
"""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from generator.check import check_catalogue
from generator.exports.word.documents import WordExporter
from generator.exports.xml_text import xml_text
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.review.compare import compare
from generator.review.outline import Outline
from generator.review.word import render_review_docx
from tests.conftest import DAY, SAMPLE, build_site
from tests.pages.poison import CODE, DECISION, POISONED, poison_sample

ODD = "a\ufffeb\uffffc\ufdd0d\U0001fffee\x07f\x00g\x0ch\x1bi\x85j\u2028k"


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return poison_sample(tmp_path_factory.mktemp("odd"), ODD)


@pytest.fixture(scope="module")
def odd_site(odd: Path) -> Path:
    """As `niemyet build` makes it when exceptions allow the findings."""
    build_site(odd, odd.parent)
    return odd.parent / "site"


def parse_package(content: bytes) -> list[ElementTree.Element]:
    """The parts of a Word file, parsed by a reader that mends nothing."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return [ElementTree.fromstring(package.read(name)) for name in names]


def test_each_is_a_finding_in_every_kind_of_record(odd: Path) -> None:
    findings = check_catalogue(odd, words_of("vi"), DAY).findings
    errors = {(one.path, one.code) for one in findings if one.severity == "error"}
    assert errors == {(path, "VS502") for _, path in POISONED}


@pytest.mark.parametrize("letter", "\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff\x00\x0b\x7f")
def test_one_alone_is_a_finding(catalogue_copy: Path, letter: str) -> None:
    file = catalogue_copy / f"procedures/ho-tich/{CODE}/v001.yml"
    text = file.read_text("utf8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    odd = f'title: "{title[7:].strip(chr(34))} \\U{ord(letter):08x}"'
    file.write_text(text.replace(title, odd), "utf8")
    found = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    assert [one.code for one in found if one.severity == "error"] == ["VS502"]


def test_every_xml_file_of_a_site_is_well_formed(odd_site: Path) -> None:
    files = [file for ending in ("xml", "svg") for file in odd_site.rglob(f"*.{ending}")]
    for file in files:
        ElementTree.parse(file)
    names = {file.name for file in files}
    assert {"feed.xml", "sitemap.xml", "opensearch.xml"} <= names
    feed = (odd_site / f"thu-tuc/{CODE}/feed.xml").read_text("utf8")
    assert "<title>abc\ufdd0d" in feed


def test_every_calendar_of_a_site_is_read(odd_site: Path) -> None:
    files = list(odd_site.rglob("*.ics"))
    assert files
    for file in files:
        Calendar.from_ical(file.read_bytes())


def test_word_files_are_well_formed(odd: Path) -> None:
    catalogue, _ = load_catalogue(odd)
    exporter = WordExporter(catalogue, odd)
    decision = catalogue.decisions[DECISION.removeprefix("decisions/").removesuffix(".yml")]
    files = dict(exporter.export_decision(decision))
    files["leaflet"] = exporter.export_leaflet(catalogue.versions[CODE][-1])
    assert len(files) > 2
    for content in files.values():
        texts = [text for part in parse_package(content) for text in part.itertext()]
        assert any("abc\ufdd0d" in text for text in texts)


def test_a_review_in_word_is_well_formed(odd: Path) -> None:
    states = (load_catalogue(SAMPLE)[0], load_catalogue(odd)[0])
    parts = parse_package(render_review_docx(Outline(compare(*states), words_of("vi"))))
    assert any("abc\ufdd0d" in text for part in parts for text in part.itertext())


def test_what_xml_holds_stays() -> None:
    text = "Đơn <1> & '2'\t\n\u2028\x85\ufdd0\ufffd\U0001f600\U0010ffff"
    assert xml_text(text) == text
    assert xml_text("\r\x0b\ufffe\uffff\ud800") == ""
