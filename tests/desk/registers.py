"""Registers at the desk, by keyboard alone, and what is seen before asking. `make desk-tasks`."""

from collections.abc import Callable

from tests.desk.end_to_end import LONG, PASTED, open_at, texts_of
from tests.desk.keyboard import MARKED
from tests.desk.office import GROUND, Office

__all__ = ["open_at"]
Opening = Callable[..., Office]


def sent_lines(desk: Office) -> dict[str, tuple[int, int]]:
    """The lines that a sound request changes, by file."""
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    return desk.changed(tree)


def test_a_legal_document_is_added(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    keys.push("Thêm văn bản")
    keys.page.wait_for_selector("#so-van-ban")
    keys.focus_here("Số, ký hiệu")
    keys.type("999/2026/NĐ-CP")
    keys.fill("Tên văn bản", "Nghị định mẫu về hộ tịch")
    keys.fill("Cơ quan ban hành", "Chính phủ")
    keys.fill("Ngày ký", "1/10/2026")
    keys.fill("Ngày có hiệu lực", "15/11/2026")
    keys.push("Bắt đầu soạn")
    keys.page.wait_for_selector("#muc-title")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    assert list(desk.changed(tree)) == ["legal-documents/999-2026-nd-cp.yml"]
    text = (tree / "catalogue/legal-documents/999-2026-nd-cp.yml").read_text("utf8")
    assert "type: decree\n" in text
    assert 'effective: "2026-11-15"\n' in text or "effective: 2026-11-15\n" in text


def test_words_of_citizens_gain_a_line(open_at: Opening) -> None:
    desk = open_at("gitlab")
    keys = desk.keyboard
    keys.push("Lời người dân")
    keys.page.wait_for_selector("fieldset.list")
    keys.push("1. ")
    keys.push("Thêm", "Lời người dân")
    keys.page.wait_for_timeout(MARKED)
    keys.page.keyboard.type("xin cấp lần nữa")
    keys.page.wait_for_selector(".changes >> text=xin cấp lần nữa")
    assert sent_lines(desk) == {"citizen-words.yml": (1, 0)}


def test_a_contact_gets_another_telephone(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    keys.push("Đầu mối liên hệ")
    keys.page.wait_for_selector("fieldset.list")
    keys.push("1. ", "Liên hệ")
    keys.fill("Điện thoại", "1900 9999")
    keys.page.wait_for_selector(".changes ins >> text=9999")
    assert sent_lines(desk) == {"catalogue.yml": (1, 1)}


def test_the_calendar_of_a_year_is_added(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    keys.push("Thêm lịch nghỉ năm 2028")
    keys.page.wait_for_selector("fieldset.list")
    keys.push("Thêm", "Ngày nghỉ")
    keys.fill("Ngày", "3/1/2028")
    keys.fill("Dịp", "Nghỉ bù Tết Dương lịch")
    keys.page.wait_for_timeout(MARKED)
    tree = desk.checked_out(desk.send())
    text = (tree / "catalogue/calendar/2028.yml").read_text("utf8")
    assert text.startswith("year: 2028\nholidays:\n- date: ")
    assert "2028-01-03" in text
    assert "name: Nghỉ bù Tết Dương lịch\n" in text
    assert desk.is_sound(tree)


def test_an_exception_is_begun_anew(open_at: Opening) -> None:
    keys = open_at("github").keyboard
    keys.push("Ngoại lệ của quy tắc")
    keys.push("Tạo tệp ngoại lệ mới")
    keys.page.wait_for_selector("fieldset.list")
    keys.push("Thêm", "Ngoại lệ")
    keys.fill("Quy tắc", "TL104")
    keys.fill("Tệp", "decisions/btp/2026/9201.yml")
    keys.fill("Lý do", "Đã thống nhất.")
    keys.fill("Đến ngày", "31/12/2027")
    keys.page.wait_for_selector(".summary >> text=Các ô bắt buộc đã điền")


def test_a_row_that_waits_is_annulled(open_at: Opening) -> None:
    desk = open_at("gitlab")
    keys = desk.keyboard
    desk.begin_decision("9407/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.choose("Việc làm", "Hủy")
    keys.page.wait_for_selector("#dong-bi-huy")
    keys.reach("Dòng bị hủy")
    keys.push("Thêm vào quyết định")
    keys.page.wait_for_selector("#announcement >> text=Đã thêm vào")
    desk.describe_decision("Hủy một nội dung chưa có hiệu lực (mẫu)")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    decision = (tree / "catalogue/decisions/btp/2026/9407.yml").read_text("utf8")
    assert "action: annul\n" in decision
    assert list(desk.changed(tree)) == ["decisions/btp/2026/9407.yml"]


def test_a_decision_of_an_agency_that_the_register_lacks_brings_its_record(
    open_at: Opening,
) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    page = keys.page
    keys.fill("Số, ký hiệu", "12/QĐ-STM")
    keys.fill("Cơ quan ban hành", "Sở Thử nghiệm tỉnh Mẫu")
    keys.fill("Ngày ký", "18/11/2026")
    keys.push("Bắt đầu soạn")
    page.wait_for_selector(".fault >> text=“Sở Thử nghiệm tỉnh Mẫu” chưa có trong danh sách")
    keys.reach("Lập bản ghi của cơ quan “Sở Thử nghiệm tỉnh Mẫu”")
    keys.press("Space")
    keys.choose("Cấp", "Tỉnh")
    keys.push("Bắt đầu soạn")
    page.wait_for_selector("#viec")
    texts = texts_of(page)
    assert set(texts) == {
        "agencies/so-thu-nghiem-tinh-mau.yml",
        "decisions/so-thu-nghiem-tinh-mau/2026/12.yml",
    }
    assert "name: Sở Thử nghiệm tỉnh Mẫu\n" in texts["agencies/so-thu-nghiem-tinh-mau.yml"]
    assert page.input_value("#co-quan") == "Sở Thử nghiệm tỉnh Mẫu"
    page.click("text=Về danh sách việc")
    page.fill("#co-quan", "Sở Thử nghiệm tỉnh Mẫu")
    assert page.locator("label[for=co-quan-lap]").is_visible()


def test_two_procedures_become_two_others(open_at: Opening) -> None:
    desk = open_at("github")
    desk.replace_two("9408/QĐ-BTP", "1.900196 Xác nhận khai sinh", "1.900197 Xác nhận hôn nhân")
    desk.describe_decision("Công bố thủ tục thay thế trong lĩnh vực hộ tịch (mẫu)")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    decision = (tree / "catalogue/decisions/btp/2026/9408.yml").read_text("utf8")
    assert decision.count("\n  - procedure: ") == 2
    assert len(desk.changed(tree)) == 5


def test_a_procedure_is_replaced_by_one_whose_contents_are_pasted(open_at: Opening) -> None:
    desk = open_at("github", with_rules=True)
    page = desk.keyboard.page
    desk.begin_decision("9413/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    page.select_option("#viec", "replace")
    desk.keyboard.pick("Thủ tục bị thay thế", "dang ky lai khai sinh", "Đăng ký lại khai sinh")
    page.fill("#thu-tuc-thay", "Việc khác (mẫu)\n1.900191 Cấp bản sao điện tử (mẫu)")
    boxes = page.locator("textarea[id^=loi-van-dan]")
    assert [one.split("“")[1] for one in page.locator("label[for^=loi-van]").all_inner_texts()] == [
        "Việc khác (mẫu)” (không bắt buộc)",
        "1.900191 Cấp bản sao điện tử (mẫu)” (không bắt buộc)",
    ]
    boxes.nth(1).fill(PASTED)
    page.fill("#thu-tuc-thay", "1.900191 Cấp bản sao điện tử (mẫu)")
    assert boxes.count() == 1
    page.select_option("#linh-vuc", "ho-tich")
    page.fill("#can-cu", GROUND)
    page.click("#them-thu-tuc form button.primary")
    page.wait_for_selector("#announcement >> text=nhận ra đủ 11 mục", timeout=LONG)
    texts = texts_of(page)
    version = texts["procedures/ho-tich/1.900191/v001.yml"]
    assert "title: Cấp bản sao điện tử (mẫu)\n" in version
    assert "Cán bộ tiếp nhận kiểm tra hồ sơ" in version
    assert 'by:\n  - procedure: "1.900191"\n' in texts["decisions/btp/2026/9413.yml"]


def test_an_agency_that_is_renamed_tells_which_procedures_in_force_name_it(
    open_at: Opening,
) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    page = keys.page
    keys.push("Đổi tên, sáp nhập")
    page.wait_for_selector("#them-co-quan-cu")
    keys.focus_here("Cơ quan thôi hoạt động")
    keys.type("Bộ Xây dựng")
    keys.press("Enter")
    page.wait_for_selector(".picked summary >> text=thủ tục đang áp dụng nêu cơ quan này")
    named = page.locator(".picked details li")
    assert named.count() == 0
    page.click(".picked summary")
    named.first.wait_for()
    count = page.inner_text(".picked summary").split()[0]
    assert named.count() == int(count)
    keys.fill("Cơ quan mới", "Bộ Xây dựng và Đô thị")
    keys.fill("Từ ngày", "1/10/2026")
    keys.push("Bắt đầu soạn")
    page.wait_for_selector("nav button")
    changed = sent_lines(desk)
    assert "agencies/bo-xay-dung-va-do-thi.yml" in changed
    assert changed["agencies/bxd.yml"] == (3, 0)
    assert changed["fields.yml"] == (1, 1)
    title = desk.forge.requests[-1]["title"]
    assert title == "Đổi Bộ Xây dựng thành Bộ Xây dựng và Đô thị từ 01/10/2026"


def test_a_finding_in_another_record_of_the_draft_leads_to_its_field(open_at: Opening) -> None:
    desk = open_at("github", with_rules=True)
    page = desk.keyboard.page
    desk.begin_decision("9414/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    desk.keyboard.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    desk.keyboard.reach("Tên thủ tục", "Quyết định nêu")
    desk.keyboard.press("Space")
    desk.add_row()
    desk.describe_decision("Công bố thủ tục sửa đổi (mẫu)")
    desk.open_record("Đăng ký kết hôn, phiên bản")
    page.fill("#muc-title", "Đăng ký kết hôn 1.900106")
    page.click("nav button >> text=Quyết định")
    found = page.locator(".elsewhere li:has-text('tên không có mã thì bỏ mã')")
    found.wait_for(timeout=LONG)
    found.locator("button").click()
    page.wait_for_selector("[id='muc-title-loi']:has-text('tên không có mã thì bỏ mã')")
    assert page.evaluate("document.activeElement.id") == "muc-title"


def test_the_page_of_a_draft_counts_with_its_new_limit(open_at: Opening) -> None:
    desk = open_at("github", with_rules=True)
    keys = desk.keyboard
    desk.begin_decision("9409/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    keys.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    keys.reach("Thời hạn", "Quyết định nêu")
    keys.press("Space")
    desk.add_row(GROUND, "1/12/2026")
    desk.describe_decision("Công bố thủ tục sửa đổi (mẫu)")
    desk.open_record("Đăng ký kết hôn, phiên bản")
    keys.push("Thời hạn theo quy định – Trực tiếp")
    keys.focus_here("Số")
    keys.type("9")
    keys.page.wait_for_timeout(MARKED)
    keys.reach("Xem trang như người dân", tags=("SUMMARY",))
    keys.press("Enter")
    keys.page.wait_for_selector(".preview iframe:not([hidden])", timeout=LONG)
    shown = keys.page.frame_locator(".preview iframe")
    shown.locator("[name=day]").fill("2026-12-01")
    shown.locator("output >> text=10/12/2026 (9 ngày, theo phiên bản v002)").wait_for()
    keys.page.fill('[id="muc-channels.items.0.time.value"]', "10")
    shown.locator("p >> text=10 ngày").first.wait_for()


def test_a_procedure_is_moved_out_of_a_wrong_field(open_at: Opening) -> None:
    desk = open_at("github")
    keys = desk.keyboard
    page = keys.page
    desk.begin_decision("9411/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    desk.publish_copy("Cấp bản sao điện tử giấy tờ hộ tịch", "Chứng thực", "1.900199")
    desk.describe_decision("Công bố thủ tục mới trong lĩnh vực hộ tịch (mẫu)")
    page.click("nav button >> text=thông tin chung")
    page.click("text=Chọn nhầm lĩnh vực? Sửa ở đây")
    page.select_option("#linh-vuc-dung", "ho-tich")
    page.click("details button >> text=Sửa trong bản nháp")
    page.wait_for_selector("#announcement >> text=Đã chuyển sang lĩnh vực Hộ tịch")
    tree = desk.checked_out(desk.send())
    assert desk.is_sound(tree)
    assert list(desk.changed(tree))[1:] == [
        "procedures/ho-tich/1.900199/procedure.yml",
        "procedures/ho-tich/1.900199/v001.yml",
    ]
    identity = (tree / "catalogue/procedures/ho-tich/1.900199/procedure.yml").read_text("utf8")
    assert "field: ho-tich\n" in identity
    assert "citizen_words:\n" in identity


def test_a_published_record_that_is_opened_twice_is_one_draft(open_at: Opening) -> None:
    page = open_at("github").keyboard.page
    for _ in range(2):
        page.fill("#tim-ban-ghi", "Bộ Tư pháp")
        page.click(".results button >> text=/^Bộ Tư pháp/")
        page.wait_for_selector("h1 >> text=Bộ Tư pháp")
        page.click("text=Về danh sách việc")
    assert page.locator(".kept li").count() == 1


def test_a_page_that_is_left_while_it_is_made_complains_of_nothing(open_at: Opening) -> None:
    desk = open_at("github", with_rules=True)
    page = desk.keyboard.page
    desk.begin_decision("9412/QĐ-BTP", "Bộ Tư pháp", "18/11/2026")
    desk.keyboard.pick("Tìm thủ tục", "dang ky ket hon", "Đăng ký kết hôn")
    desk.keyboard.reach("Tên thủ tục", "Quyết định nêu")
    desk.keyboard.press("Space")
    desk.add_row()
    desk.describe_decision("Công bố thủ tục sửa đổi (mẫu)")
    desk.open_record("Đăng ký kết hôn, phiên bản")
    page.click(".preview summary")
    page.click("nav button >> text=Quyết định")
    page.wait_for_selector("#kiem-tra:has-text('Đã kiểm tra')", timeout=LONG)
    page.click("nav button >> text=phiên bản")
    page.click(".preview summary")
    page.wait_for_selector(".preview iframe:not([hidden])", timeout=LONG)
