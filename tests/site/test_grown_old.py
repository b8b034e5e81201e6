"""A page that was not built for some days says so, by the clock of Viet Nam."""

from pathlib import Path

from benchmarks.node import ask_script

RUN = Path(__file__).parent / "grown_old.mjs"


def test_a_page_says_how_old_it_is_from_the_third_day_on() -> None:
    seen = {
        ("2026-11-22", "2026-11-22T10:00:00+07:00"): "",
        ("2026-11-22", "2026-11-24T23:59:00+07:00"): "",
        ("2026-11-22", "2026-11-25T00:01:00+07:00"): "tính đến 3 ngày",
        ("2026-06-20", "2026-11-28T12:00:00+07:00"): "tính đến 161 ngày",
        ("2026-11-22", "2026-11-01T00:00:00+07:00"): "",
    }
    assert dict(zip(seen, ask_script(RUN, Path(), list(seen)), strict=True)) == seen


def test_every_page_has_the_day_it_was_built_for(sample_site: Path) -> None:
    for page in ("index.html", "thu-tuc/1.001193/index.html", "tim-kiem/index.html"):
        text = (sample_site / page).read_text("utf8")
        assert 'data-built="2026-11-22"' in text, page
        assert "data-old=" in text
        assert "{count}" in text
