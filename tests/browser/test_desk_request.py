"""From a decision to a request on a forge, by keyboard alone: files that the check takes."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page

from generator.cli import main
from generator.site.desk import PACKAGES
from tests.conftest import PROJECT, SAMPLE
from tests.desk.forge_server import TOKEN, ForgeState
from tests.desk.office import open_office, served_office
from tests.desk.test_edits import changed_lines
from tools.serving import Served

Opened = tuple[Served, ForgeState, Path, str]
VERSION = "procedures/ho-tich/1.900104/v002.yml"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    if not (PROJECT / PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    folder = tmp_path_factory.mktemp("office")
    with served_office(folder, "github") as (served, forge, address):
        yield served, forge, folder, address


def assert_applied(download: Download, forge: ForgeState, folder: Path, tree: Path) -> None:
    """The archive of the page, put on a branch by a colleague, is what the request holds."""
    download.save_as(folder / "sent.zip")
    clone = folder / "colleague"
    subprocess.run(["git", "clone", "-q", str(forge.repository), str(clone)], check=True)
    git = ["git", "-C", str(clone), "-c", "user.name=x", "-c", "user.email=x@x"]
    for key in ("user.name", "user.email"):
        subprocess.run([*git, "config", key, "x@x"], check=True)
    catalogue = str(clone / "catalogue")
    applied = ["apply", str(folder / "sent.zip"), "--catalogue", catalogue, "--branch", "tu-tep"]
    assert main(applied) == 0
    subprocess.run([*git, "fetch", "-q", str(tree), "HEAD"], check=True)
    compared = [*git, "diff", "--exit-code", "--stat", "tu-tep", "FETCH_HEAD"]
    assert subprocess.run(compared, capture_output=True, check=False).returncode == 0


def test_a_correction_of_a_fee_becomes_a_request(office: Opened, phone: Page) -> None:
    served, forge, folder, address = office
    desk = open_office(served, phone, forge, folder, address)
    keys = desk.keyboard
    desk.begin_decision("9301/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.choose("Việc làm", "Đính chính")
    keys.pick("Tìm thủ tục", "xac nhan tinh trang hon nhan", "Cấp Giấy xác nhận")
    keys.reach("Phí, lệ phí", "Quyết định nêu")
    keys.press("Space")
    desk.add_row(day="18/11/2026", corrects=True)
    desk.describe_decision("Đính chính mức thu (mẫu)")
    desk.open_record("Cấp Giấy xác nhận tình trạng hôn nhân, phiên bản 2")
    keys.push("Phí, lệ phí – Trực tiếp")
    keys.fill("Mức thu", "18000")
    assert "15.000" in phone.inner_text(".changes del")
    policy = phone.get_attribute("meta[http-equiv]", "content") or ""
    assert f"connect-src 'self' {address};" in policy
    tree = desk.checked_out(desk.send())
    with phone.expect_download() as download:
        phone.click("text=Tải tệp để gửi")
    assert_applied(download.value, forge, folder, tree)
    kept = phone.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "niemyet-desk" in kept
    assert TOKEN not in kept
    assert desk.is_sound(tree)
    assert list(desk.changed(tree)) == ["decisions/btp/2026/9301.yml", VERSION]
    before = (SAMPLE / VERSION.replace("v002", "v001")).read_text("utf8")
    assert changed_lines(before, (tree / "catalogue" / VERSION).read_text("utf8")) == (2, 3)
    assert [one for one in served.complaints if "404 (Not Found)" not in one] == []
    assert all(url.startswith(desk.address) for url in served.foreign)
