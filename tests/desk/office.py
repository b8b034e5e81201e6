"""An officer at the desk, by keyboard alone, and what the repository then holds."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Page

from generator.cli import main
from generator.locale import words_of
from generator.records.registers import Repository
from generator.records.tree import load_catalogue
from generator.site.desk import PACKAGES, write_desk
from generator.site.static import read_assets
from tests.conftest import PROJECT, SAMPLE
from tests.desk.forge_server import APPLICATION, NAME, TOKEN, ForgeState, serve_forge
from tests.desk.keyboard import MARKED, Keyboard
from tools.serving import Served, serve

GROUND = (
    "123/2015/NĐ-CP – Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"
)
"""A legal document of the sample, as the page offers it."""


@dataclass
class Office:
    """The keyboard at a desk, and the forge to which it sends."""

    keyboard: Keyboard
    forge: ForgeState
    folder: Path
    address: str

    def begin_decision(self, number: str, agency: str, signed: str) -> None:
        """Begin a decision and fill in what every decision has."""
        keys = self.keyboard
        keys.fill("Số, ký hiệu", number)
        keys.fill("Cơ quan ban hành", agency)
        keys.fill("Ngày ký", signed)
        keys.push("Bắt đầu soạn")
        keys.page.wait_for_selector("#viec")

    def replace_two(self, number: str, *successors: str) -> None:
        """Begin a decision that replaces two procedures by new ones, made from a copy."""
        keys = self.keyboard
        self.begin_decision(number, "Bộ Tư pháp", "18/11/2026")
        keys.choose("Việc làm", "Thay thế")
        keys.pick("Thủ tục bị thay thế", "dang ky lai khai sinh", "Đăng ký lại khai sinh")
        keys.pick("Thủ tục bị thay thế", "tinh trang hon nhan", "Cấp Giấy xác nhận tình trạng")
        keys.fill("Thủ tục mới thay thế", successors[0])
        for one in successors[1:]:
            keys.press("End", "Enter")
            keys.page.keyboard.type(one)
        keys.choose("Lĩnh vực", "Hộ tịch")
        keys.pick("Bắt đầu từ bản chép", "dang ky lai khai sinh", "Đăng ký lại khai sinh")
        self.add_row()

    def publish_copy(self, title: str, field: str, code: str = "") -> None:
        """Add a new procedure to the decision that is open, made from a copy."""
        keys = self.keyboard
        keys.choose("Việc làm", "Công bố mới")
        keys.fill("Tên thủ tục mới", title)
        if code:
            keys.fill("Mã quốc gia", code)
        keys.choose("Lĩnh vực", field)
        keys.pick("Bắt đầu từ bản chép", "dang ky lai khai sinh", "Đăng ký lại khai sinh")
        self.add_row()

    def describe_decision(self, title: str) -> None:
        """Fill in the fields that are still empty; the decision is what is open."""
        self.keyboard.fill("Trích yếu", title)
        self.keyboard.fill("Họ tên", "Nguyễn Văn Mẫu")

    def add_row(self, ground: str = GROUND, day: str = "", *, corrects: bool = False) -> None:
        """Fill in what every row has, and add it to the decision."""
        if day:
            self.keyboard.fill("Bản đúng áp dụng từ" if corrects else "Hiệu lực riêng", day)
        self.keyboard.fill("Văn bản quy định việc này", ground)
        self.keyboard.push("Thêm vào")
        self.keyboard.page.wait_for_selector("#announcement >> text=Đã thêm vào")

    def open_record(self, name: str) -> None:
        """Open another record of the draft."""
        self.keyboard.push(name, back=True)
        self.keyboard.page.wait_for_selector(f"nav button[aria-current] >> text={name}")

    def send(self) -> str:
        """Send the draft to the forge, also what is left to do in it; the branch that it is on."""
        keys = self.keyboard
        keys.push("Gửi đề nghị qua mạng", back=True)
        keys.page.wait_for_selector("#ma-truy-cap")
        keys.type(TOKEN)
        sent = keys.page.locator("text=/Đã (mở|cập nhật) đề nghị/")
        asked = keys.page.locator("form .fault >> text=Vẫn muốn gửi")
        keys.push("Gửi ngay")
        sent.or_(asked).first.wait_for()
        while asked.count():  # once more when the rules have answered in between
            keys.press("Enter")
            keys.page.wait_for_timeout(MARKED)
        sent.wait_for()
        return str(self.forge.requests[-1]["branch"])

    def checked_out(self, branch: str) -> Path:
        """A working tree of a branch, whose records are in the style of the house."""
        tree = self.folder / branch.replace("/", "-")
        run = ["git", "clone", "-q", "-b", branch, str(self.forge.repository), str(tree)]
        subprocess.run(run, check=True)
        assert main(["fmt", "--check", "--catalogue", str(tree / "catalogue")]) == 0
        return tree

    def is_sound(self, tree: Path) -> bool:
        """Whether `niemyet check --base` finds no error in a working tree."""
        catalogue = str(tree / "catalogue")
        return main(["check", "--catalogue", catalogue, "--base", "origin/main"]) == 0

    def changed(self, tree: Path) -> dict[str, tuple[int, int]]:
        """How many lines came and went in each file that the branch changes."""
        run = ["git", "-C", str(tree), "diff", "--numstat", "origin/main", "HEAD"]
        lines = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
        rows = (line.split("\t") for line in lines)
        return {path.removeprefix("catalogue/"): (int(a), int(b)) for a, b, path in rows}


def _without_interpreter(folder: Path) -> Path:
    packages = folder / "node_modules"
    packages.mkdir()
    (packages / "yaml").symlink_to(PROJECT / PACKAGES / "yaml", target_is_directory=True)
    return packages


@contextmanager
def served_office(
    folder: Path, kind: str, *, with_rules: bool = False, only_api: bool = False
) -> Iterator[tuple[Served, ForgeState, str]]:
    """A desk of the sample whose repository is on a forge; the rules run in it when asked for.

    Beside it lie the styles and scripts of a site, or what a repository has that publishes its API
    alone.
    """
    site = folder / "site"
    files = [("api/v1/index.json", b"{}")] if only_api else read_assets()
    for path, content in files:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    with serve_forge(SAMPLE, folder) as (forge, address):
        catalogue = load_catalogue(SAMPLE)[0]
        application = APPLICATION if kind == "gitlab" else None
        repository = Repository(forge=kind, address=f"{address}/{NAME}", application=application)
        settings = replace(catalogue.settings, repository=repository)
        packages = PROJECT / PACKAGES if with_rules else _without_interpreter(folder)
        write_desk(replace(catalogue, settings=settings), SAMPLE, packages, site, words_of("vi"))
        with serve(site) as served:
            yield served, forge, address


def open_office(
    served: Served, page: Page, forge: ForgeState, folder: Path, address: str
) -> Office:
    """The first page of the desk."""
    opened = served.watch(page)
    opened.goto(f"{served.address}soan-thao/")
    opened.wait_for_selector("#so-quyet-dinh")
    return Office(Keyboard(opened), forge, folder, address)
