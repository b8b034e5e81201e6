"""Keys at the desk: what a search found is taken and no form sent; long lists are passed."""

from playwright.sync_api import Page

from tests.browser.test_desk_help import begin

FORM = "#them-thu-tuc form"


def test_arrows_and_enter_take_what_was_found_and_send_nothing(desk: Page) -> None:
    begin(desk, "publish")
    desk.fill("#tim-ban-mau", "khai sinh")
    desk.wait_for_selector(f"{FORM} .results button >> nth=1")
    second = desk.text_content(f"{FORM} .results button >> nth=1")
    desk.focus("#tim-ban-mau")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        desk.keyboard.press(key)
    assert desk.text_content(f"{FORM} .picked li span") == second
    assert desk.locator(f"{FORM} .fault").count() == 0
    assert desk.evaluate("document.activeElement.id") == "tim-ban-mau"


def test_enter_in_a_search_takes_the_first_at_once(desk: Page) -> None:
    begin(desk, "amend")
    desk.focus("#tim-thu-tuc")
    desk.keyboard.type("1.900105")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(f"{FORM} .picked li")
    assert "1.900105" in (desk.text_content(f"{FORM} .picked li") or "")
    assert desk.locator(f"{FORM} .fault").count() == 0


def test_a_false_day_behind_a_number_is_refused_and_a_true_one_taken(desk: Page) -> None:
    desk.fill("#so-quyet-dinh", "Quyết định số 2155/QĐ-BTP ngày 31/02/2026")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "18/11/2026")
    desk.click("text=Bắt đầu soạn")
    assert "Ô này chỉ ghi số, ký hiệu" in (desk.text_content("#so-quyet-dinh + .fault") or "")
    desk.fill("#ngay-ky", "")
    desk.fill("#so-quyet-dinh", "Quyết định số 2155/QĐ-BTP ngày 3 tháng 11 năm 2026")
    desk.press("#so-quyet-dinh", "Tab")
    assert desk.input_value("#so-quyet-dinh") == "2155/QĐ-BTP"
    assert desk.input_value("#ngay-ky") == "03/11/2026"


def test_the_draft_of_a_letter_is_called_one(desk: Page) -> None:
    desk.fill("#so-quyet-dinh", "45/BTP-HTQTCT")
    desk.fill("#co-quan", "Bộ Tư pháp")
    desk.fill("#ngay-ky", "18/11/2026")
    desk.click("text=Bắt đầu soạn")
    desk.wait_for_selector("#phan-duoc-sua")
    said = desk.text_content("#them-thu-tuc") or ""
    assert "Thêm thủ tục vào công văn" in said
    assert "Công văn nêu sửa những phần nào" in said
    assert "Thêm vào công văn" in said


def test_many_drafts_are_passed_and_a_word_file_is_sent_elsewhere(desk: Page) -> None:
    draft = '{"id": "%d-x", "name": "Thử %d", "files": {}}'
    desk.evaluate(
        "(all) => all.forEach((one, index) => localStorage.setItem(`niemyet-desk ${index}`, one))",
        [draft % (1_700_000_000_000 + number, number) for number in range(4)],
    )
    desk.reload()
    desk.click("text=Bỏ qua danh sách")
    assert desk.evaluate("document.activeElement.id") == "so-quyet-dinh"
    word = {"name": "qd.docx", "mimeType": "application/zip", "buffer": b"PK"}
    desk.set_input_files("#nhan-nhap", word)
    assert "Bắt đầu từ tệp Word" in (desk.text_content("#announcement") or "")
