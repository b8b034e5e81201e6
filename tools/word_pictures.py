"""Pictures of exported Word files for the guides: `python -m tools.word_pictures`.

Needs LibreOffice (`soffice`), Chromium, and Git for a change to review.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from generator.cli import main as niemyet
from tests.imports.word.annexes import (
    NAMES,
    contents_of,
    decision_blocks,
    list_blocks,
    write_annex,
)

IMAGES = Path("docs/images")
_EDITS = (
    ("version: v001", "version: v002"),
    ("Cơ quan kiểm tra thực địa", "Cơ quan chuyên môn hẹn ngày, kiểm tra thực địa"),
    ("value: 10\n", "value: 7\n"),
)
_DECISION = """id: ubnd-tinh-mau/2026/9299
number: 9299/QĐ-UBND
number_normalised: 9299/QĐ-UBND
agency: ubnd-tinh-mau
title: Công bố thủ tục hành chính được sửa đổi (mẫu)
signer: {name: null, position: Chủ tịch, capacity: head}
signed: "2026-07-10"
listed: null
effective: "2026-08-01"
signed_file: null
rows:
- {id: d1, action: amend, procedure: "1.900601", version: v002, amended_parts: [steps, time]}
unknown: {signer: mẫu, signed_file: mẫu, listed: mẫu}
"""


def draw_pages(file: Path, pages: int) -> list[Image.Image]:
    """The first pages of a Word file, as LibreOffice sets them."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", file.parent, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(file.with_suffix(".pdf"))
    return [document[n].render(scale=1).to_pil() for n in range(min(pages, len(document)))]


def join_pictures(pictures: list[Image.Image], target: Path) -> None:
    """Pictures side by side in one file of few colours."""
    width = sum(one.width for one in pictures) + 8 * (len(pictures) - 1)
    joined = Image.new("RGB", (width, max(one.height for one in pictures)), "#999")
    place = 0
    for one in pictures:
        joined.paste(one, (place, 0))
        place += one.width + 8
    joined.quantize(64).save(target, optimize=True)


def changed_catalogue(folder: Path) -> Path:
    """A copy of the sample in a repository of its own, with an amendment not yet committed."""
    root = folder / "catalogue"
    shutil.copytree("catalogue", root)
    git = ["git", "-C", str(root), "-c", "user.name=Mẫu", "-c", "user.email=mau@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Danh mục mẫu"]):
        subprocess.run([*git, *command], check=True)
    versions = root / "procedures" / "xay-dung" / "1.900601"
    text = (versions / "v001.yml").read_text("utf8")
    for before, after in _EDITS:
        text = text.replace(before, after)
    (versions / "v002.yml").write_text(text, encoding="utf8")
    (root / "decisions/ubnd-tinh-mau/2026/9299.yml").write_text(_DECISION, encoding="utf8")
    return root


def draw_report(folder: Path) -> None:
    """The head of the report of an import: what is to be done, what to look at first."""
    shutil.copytree("catalogue", folder / "danh-muc")
    listed = write_annex(folder / "quyet-dinh.docx", *decision_blocks(), *list_blocks())
    contents = write_annex(folder / "noi-dung.docx", *contents_of(*NAMES))
    report = folder / "nhap-word.html"
    into = ["--into", str(folder / "danh-muc"), "--report", str(report)]
    niemyet(["import", "word", str(listed), str(contents), *into])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1000, "height": 1000})
        page.goto(report.as_uri())
        page.screenshot(path=folder / "nhap-word.png")
        browser.close()
    join_pictures([Image.open(folder / "nhap-word.png")], IMAGES / "nhap-word.png")


def main() -> None:
    """Draw all pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        niemyet(["export", "word", "ubnd-tinh-mau/2025/9103", "--into", name])
        made = folder / "ubnd-tinh-mau-2025-9103"
        pages = [*draw_pages(made / "quyet-dinh.docx", 1), *draw_pages(made / "phu-luc.docx", 3)]
        del pages[2:3]
        join_pictures(pages, IMAGES / "xuat-word.png")
        root = changed_catalogue(folder)
        file = folder / "thay-doi.docx"
        command = ["diff", "HEAD", "--catalogue", str(root), "--format", "docx", "--output"]
        niemyet([*command, str(file)])
        picture = draw_pages(file, 1)[0]
        picture.save(IMAGES / "so-sanh-word.png", optimize=True)
        draw_report(folder / "nhap")


if __name__ == "__main__":
    main()
