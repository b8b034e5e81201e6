"""One change after another, each built on top of what was there: how much is made again.

That a small build leaves what a clean one makes is looked at when expected outputs are written.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.site.last_generation import unnamed_files
from tests.golden.command import CATALOGUE, Workplace, workplace

_CHANGES: tuple[tuple[str, str, str], ...] = (
    ("procedures/ranh-gioi/1.800001/procedure.yml", "Xin Nhà nước cấp", "Xin được cấp"),
    ("procedures/ranh-gioi/1.800001/procedure.yml", "- mo-xuong\n", ""),
    ("procedures/dat-giap-ranh/2.800005/v001.yml", "Trường hợp 1", "Trường hợp đầu"),
    ("procedures/ranh-gioi/1.800001/v001.yml", "amount: 15000", "amount: 16000"),
    ("procedures/ranh-gioi/1.800002/v003.yml", "Đổi mốc ranh giới", "Đổi cọc mốc ranh giới"),
    ("procedures/nuoc-sach/3.800013/v001.yml", "level: offline_only", "level: not_stated"),
    ("procedures/nuoc-sach/3.800013/v002.yml", "Ngừng dùng", "Thôi dùng"),
    ("agencies/brg.yml", "phone: 1900 9999", "phone: 1900 8888"),
    ("agencies/quay-xa.yml", "Quầy một cửa cấp xã", "Quầy của xã"),
    ("legal-documents/901-2017-nd-cp.yml", "Nghị định về mốc", "Nghị định mới về mốc"),
    ("decisions/brg/2026/15.yml", "Sửa mức thu khi đổi mốc,", "Sửa mức thu,"),
    ("decisions/brg/2026/503.yml", "2027-02-01", "2027-02-02"),
    ("decisions/brg/2026/501.yml", 'effective: "2027-01-01"', 'effective: "2027-01-02"'),
    (
        "calendar/2027.yml",
        "swapped_days:",
        '- date: "2027-02-15"\n  name: Nghỉ thêm\nswapped_days:',
    ),
    ("fields.yml", "Đất giáp ranh", "Đất ở chỗ giáp ranh"),
    ("life-events.yml", "Mở xưởng giáp ranh", "Mở xưởng"),
    ("citizen-words.yml", "nhổ mốc", "nhổ cọc"),
    ("exceptions.yml", "Chờ đánh giá lại", "Còn chờ đánh giá lại"),
    ("catalogue.yml", "phone: 1900 0001", "phone: 1900 0009"),
)
"""A file of the catalogue, and the text that takes the place of another in it."""

_PACKED = (".gz", ".br")
_MADE = re.compile(r"Đã dựng (\d+) trang \((\d+) tệp.* Viết lại (\d+) trang")


def made_again(place: Workplace, day: str, next_day: str) -> Iterator[str]:
    """A line for each build: pages written again, a digest of the site, and one of the findings."""
    yield _built(place, "everything, for the first time", day)
    yield _built(place, "nothing was changed", day)
    for path, old, new in _CHANGES:
        _edit(place.catalogue / path, old, new)
        yield _built(place, f"{path}: {' '.join(new.split()) or '–'}", day)
    removed = "procedures/ranh-gioi/1.800012", "decisions/brg/khong-ro/9.yml", "journeys.yml"
    shutil.rmtree(place.catalogue / removed[0])
    for file in removed[1:]:
        (place.catalogue / file).unlink()
    yield _built(place, "a procedure, its decision and what names it were removed", day)
    for path in removed:
        copy = shutil.copytree if (CATALOGUE / path).is_dir() else shutil.copyfile
        copy(CATALOGUE / path, place.catalogue / path)
    yield _built(place, "they were put back", day)
    place.run("compress", "--jobs", "1")
    packed = sorted((place.folder / "site").rglob("*.gz"))
    yield _built(place, "compressed", day)
    _edit(place.catalogue / "agencies/brg.yml", "1900 8888", "1900 7777")
    yield _built(place, "compressed, then changed", day)
    left = sum(file.exists() for file in packed)
    yield f"{left} of {len(packed)} files stay compressed\n"
    (place.catalogue / "exceptions.yml").unlink()
    yield _built(place, "exceptions.yml was removed", day)
    _edit(place.folder / "mkdocs.yml", "permalink: false", "permalink: false\n  - tables")
    yield _built(place, "mkdocs.yml was changed", day)
    (place.folder / "site").rename(place.folder / "site.old")
    _leave(place.folder / "build")
    yield _built(place, "a build was killed", day)
    yield _built(place, "the next day", next_day)
    yield _built(place, "the day itself again", day)


def _leave(build: Path) -> None:
    """Leave behind what a build that was killed leaves behind."""
    (build / "edition-0123456789abcdef.pickle").write_bytes(b"")
    (build / "stage/site/thu-tuc").mkdir(parents=True)
    (build / "stage/site/thu-tuc/la.html").write_text("unfinished")


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new), "utf8")


def _built(place: Workplace, what: str, day: str) -> str:
    ran = place.run("build", "--as-of", day, "--jobs", "1")
    assert ran.status == 0, ran.printed
    counts = _MADE.search(ran.printed)
    assert counts, ran.printed
    checked, known = (place.run("check", "--as-of", day, "--jobs", "1").printed for _ in range(2))
    assert checked == known, "what is known of a catalogue is what was found"
    findings = hashlib.sha256(checked.encode()).hexdigest()[:6]
    site = digest(place.folder / "site")
    pages, files, again = counts.groups()
    return f"{again:>4} of {pages} pages, {files} files  {site}  {findings}  {what}\n"


def is_clean(place: Workplace, day: str) -> bool:
    """Whether the site is the one that a build from nothing makes of the same catalogue."""
    with workplace() as other:
        shutil.rmtree(other.catalogue)
        shutil.copytree(place.catalogue, other.catalogue)
        return digest(other.build(day)) == digest(place.folder / "site")


def digest(site: Path) -> str:
    """Twelve digits that tell what is made of records from any other site."""
    found = hashlib.sha256()
    kept = unnamed_files(site)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        made = path not in kept and not path.startswith("assets/")
        if file.is_file() and file.suffix not in _PACKED and made:
            found.update(f"{path}\n".encode() + file.read_bytes())
    return found.hexdigest()[:12]
