"""A page between two versions that followed one another, the decision beside the change."""

import json
from pathlib import Path

from generator.model.edition import Edition
from tests.site.crawl import Document


def page(site: Path, address: str) -> Document:
    return Document((site / address / "index.html").read_text("utf8"))


def test_every_two_versions_in_a_row_have_a_redline(sample: Edition, sample_site: Path) -> None:
    for code, entry in sample.entries.items():
        void = {event.reference for event in entry.timeline.annulled}
        published = [
            event.version
            for event in entry.timeline.events
            if event.version and event.reference not in void
        ]
        for number, version in enumerate(published):
            redline = sample_site / f"thu-tuc/{code}/{version}/thay-doi/index.html"
            assert redline.is_file() == (number > 0), (code, version)


def test_what_was_dropped_and_what_was_added_stand_side_by_side(sample_site: Path) -> None:
    html = (sample_site / "thu-tuc/1.001193/v003/thay-doi/index.html").read_text("utf8")
    assert "<del>Sổ hộ khẩu</del>" in html
    assert "<ins>Giấy tờ chứng minh nơi cư trú</ins>" in html
    text = " ".join(page(sample_site, "thu-tuc/1.001193/v003/thay-doi").text.split())
    assert "Sửa đổi, bổ sung: 9201/QĐ-BTP, ký ngày 05/02/2026, hiệu lực từ 01/03/2026." in text
    assert "Quyết định nêu" in text


def test_a_version_leads_to_what_it_changed(sample_site: Path) -> None:
    html = (sample_site / "thu-tuc/1.001193/v003/index.html").read_text("utf8")
    assert 'href="thay-doi/"' in html


def test_the_manifest_names_every_published_version(sample: Edition, sample_site: Path) -> None:
    manifest = json.loads((sample_site / "api/v1/manifest.json").read_text("utf8"))
    assert len(manifest["versions"]) == len(sample.catalogue.version_files)
    assert all(len(version["sha256"]) == 64 for version in manifest["versions"])
    assert set(sample.entries) <= set(manifest["procedures"])
