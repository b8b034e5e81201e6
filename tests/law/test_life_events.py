"""Which situations of life a procedure belongs to, by the table of rules."""

import re

import pytest

from generator.law.life_events import life_events_of
from generator.law.tables import life_event_table
from tests.growth import grows_with_text

CITIZEN, FIRM = ("vietnamese_citizen",), ("enterprise",)


@pytest.mark.parametrize(
    ("field", "title", "events"),
    [
        ("Hộ tịch", "Ghi khai sinh tại nhà", ("co-con-nho",)),
        ("Hộ tịch", "Ghi khai tử tại nhà", ("nguoi-than-qua-doi",)),
        ("Hộ tịch", "Đổi chữ đệm", ("hon-nhan",)),
        ("Hộ tịch", "Ghi lại việc tử", ("nguoi-than-qua-doi",)),
        ("Đất đai", "Đổi sổ đất của tổ chức", ("dat-dai-xay-dung",)),
        ("Đất đai", "Đổi sổ đất của tổ chức, cá nhân", ("nha-dat",)),
        ("Nhà ở", "Giao chủ đầu tư xây khu tập thể", ("dat-dai-xay-dung",)),
        ("Thuế", "Khai thuế TNCN của cá nhân bán nhà", ("nop-thue",)),
        ("Hải quan", "Chuyển nhượng xe của người được miễn trừ", ("phuong-tien",)),
        ("Phát thanh", "Mở điểm cung cấp dịch vụ trò chơi điện tử", ("khoi-su",)),
        ("Phát thanh", "Mở kênh phát thanh", ("truyen-thong",)),
        ("Hàng hải", "Nhận chìm ở biển", ("moi-truong",)),
        ("Quản lý con dấu", "Làm lại con dấu", ("khoi-su",)),
        ("Bảo hiểm xã hội", "Hưởng chế độ thai sản khi nhận con nuôi", ("co-con-nho",)),
        ("Bảo hiểm xã hội", "Hưởng tiền ốm đau", ("suc-khoe",)),
        ("Bảo hiểm xã hội", "Hưởng lương hưu", ("huu-tri",)),
        ("Đất đai", "Ghi lại đất theo kết quả giải quyết khiếu nại", ("nha-dat",)),
        ("Thú y", "Cấp chứng chỉ hành nghề thú y", ("viec-lam",)),
        ("Thú y", "Kiểm dịch chim cảnh", ("nong-nghiep",)),
        ("Điện ảnh", "Duyệt phim ngắn", ("van-hoa",)),
        ("Hoà giải ở cơ sở", "Trả thù lao", ("khieu-kien",)),
        ("Đường bộ", "Cấp phép làm nút giao vào đường thôn", ("nha-dat",)),
        ("Đường bộ", "Đổi biển của xe chở gỗ", ("phuong-tien",)),
        ("Đê điều", "Giúp người của lực lượng xung kích bị tai nạn", ("tro-giup",)),
        ("Đê điều", "Cấp phép khoan đào gần đê", ("nong-nghiep",)),
        ("Giáo dục trung học", "Chia, tách trường tư", ("tai-cau-truc",)),
        ("Giáo dục khác", "Mở dịch vụ tư vấn du học", ("khoi-su",)),
        ("Chính sách BQP", "Trợ cấp một lần (kể cả người đã từ trần)", ("tro-giup",)),
        ("Hàng hải", "Tàu biển có thuyền viên người nước ngoài rời cảng", ("phuong-tien",)),
        ("Hàng hải", "Cấp sổ thuyền viên", ("viec-lam",)),
        ("Biện pháp bảo đảm", "Ghi bảo đảm bằng quyền sử dụng đất", ("nha-dat",)),
        ("Biển và hải đảo", "Giúp chủ hàng chở bằng container", ("thuong-mai",)),
        ("Hàng hải", "Góp ý việc xây dựng bến", ("dat-dai-xay-dung",)),
        ("Phòng cháy", "Cho lưu thông phương tiện chữa cháy", ("phuong-tien",)),
        ("Hải quan", "Cho chậm nộp thuế", ("nop-thue",)),
        ("Giáo dục", "Giúp trẻ nhà trẻ được hỗ trợ gạo", ("co-con-nho",)),
        ("Tổ chức cai nghiện", "Thu hồi giấy phép của nơi cai", ("cham-dut",)),
        ("Mỹ phẩm", "Nhận công bố sản phẩm kem dưỡng", ("an-toan",)),
        ("Mỹ phẩm", "Nhận công bố sản phẩm kem nhập khẩu", ("thuong-mai",)),
        ("Mỹ phẩm", "Đổi giấy đủ điều kiện sản xuất kem dưỡng", ("khoi-su",)),
        ("Dược phẩm", "Đủ điều kiện kinh doanh dược đáp ứng thực hành tốt", ("khoi-su",)),
        ("Phòng bệnh", "Nhận bản công bố hợp quy của nơi làm thuốc lá", ("an-toan",)),
        ("Thực hiện chính sách BHYT", "Trả chi phí với cơ sở khám bệnh", ("suc-khoe",)),
        ("Công nghiệp địa phương", "Hỗ trợ dựng nhà xưởng", ("dat-dai-xay-dung",)),
        ("Công nghiệp địa phương", "Hỗ trợ mua máy", ("tai-chinh",)),
        ("Tài chính doanh nghiệp", "Quyết toán tiền", ("tai-chinh",)),
        ("Chính sách BQP", "Đăng ký khám bệnh cho người đã phục viên", ("suc-khoe",)),
        ("Công tác dân tộc", "Giúp người truyền dạy đàn", ("van-hoa",)),
        ("Hợp tác quốc tế", "Hoạt động của chi nhánh nhà văn hóa nước ngoài", ("chi-nhanh",)),
        ("Du lịch", "Văn phòng đại diện kinh doanh dịch vụ lữ hành", ("chi-nhanh",)),
        ("Hải quan", "Trao đổi giữa người nộp thuế với hải quan", ("thuong-mai",)),
        ("Hộ tịch", "Bản sao trích lục hộ tịch, bản sao giấy khai sinh", ("hon-nhan",)),
        ("Hàng hải", "Công bố mở bến cho thuyền", ("khoi-su",)),
        ("Đường thủy", "Đóng bến ngang sông", ("cham-dut",)),
        ("Đường thủy", "Đặt báo hiệu trên luồng", ("dat-dai-xay-dung",)),
        ("Đường thủy", "Đánh giá an ninh cảng nhận tàu khách", ("an-toan",)),
        ("Đường thủy", "Xóa đăng ký phương tiện ở bến cũ", ("phuong-tien",)),
        ("Hàng hải", "Đến cảng biển đối với tàu gỗ", ("phuong-tien",)),
        ("Hàng không", "Cấp phép bay qua sân bay nhỏ", ("phuong-tien",)),
        ("Hàng không", "Cấp lại thẻ kiểm soát an ninh cảng hàng không", ("viec-lam",)),
        ("Hàng không", "Cấp lại giấy phép kiểm soát an ninh cảng hàng không", ("phuong-tien",)),
        ("Đăng kiểm", "Giấy đủ điều kiện hoạt động kiểm định xe", ("khoi-su",)),
        ("Đường bộ", "Cấp phép vận tải đường bộ quốc tế", ("phuong-tien",)),
        ("Sát hạch", "Cấp phép cho trung tâm sát hạch lái xe", ("khoi-su",)),
        ("Chi trả BHXH", "Nhận lương hưu của người hưởng đã chết", ("nguoi-than-qua-doi",)),
        ("Lao động ngoài nước", "Giúp thân nhân của người đã chết", ("nguoi-than-qua-doi",)),
        ("Chứng thực", "Chứng thực giấy phân chia di sản", ("nguoi-than-qua-doi",)),
        ("Giáo dục đại học", "Mở ngành đào tạo", ("hoc-tap",)),
        (
            "Nông thôn",
            "Liên kết không thuộc lĩnh vực sản xuất,\n tiêu thụ sản phẩm nông nghiệp",
            ("tai-chinh",),
        ),
        ("Lĩnh vực bịa ra", "Việc bịa ra", ()),
    ],
)
def test_the_first_rule_that_fits_leads_to_the_event(
    field: str, title: str, events: tuple[str, ...]
) -> None:
    assert life_events_of(field, title, CITIZEN) == events


def test_persons_and_organisations_each_have_their_event_where_a_rule_names_two() -> None:
    assert life_events_of("Đất đai", "Cấp sổ", CITIZEN) == ("nha-dat",)
    assert life_events_of("Đất đai", "Cấp sổ", FIRM) == ("dat-dai-xay-dung",)
    assert life_events_of("Đất đai", "Cấp sổ", CITIZEN + FIRM) == ("nha-dat", "dat-dai-xay-dung")
    assert life_events_of("Đất đai", "Cấp sổ", ()) == ("nha-dat",)


@pytest.mark.parametrize(
    ("title", "events"),
    [
        ("Tổ chức kinh tế nhận chuyển nhượng đất", ("dat-dai-xay-dung",)),
        ("Chuyển nhượng dự án đầu tư có đất", ("dat-dai-xay-dung",)),
        ("Thẩm định thiết kế nhà máy", ("dat-dai-xay-dung",)),
        ("Gia hạn phép cải tạo đường ngang", ("dat-dai-xay-dung",)),
        ("Xóa việc thuê đất trong dự án kinh doanh kết cấu hạ tầng", ("dat-dai-xay-dung",)),
        ("Giao đất ở không đấu thầu chọn nhà đầu tư cho cá nhân", ("nha-dat",)),
        ("Đo lại đất ở của hộ gia đình, cá nhân", ("nha-dat",)),
        ("Đổi sổ đất của tổ chức, cá nhân", ("nha-dat", "dat-dai-xay-dung")),
        ("Gia hạn đất không thuộc trường hợp của cá nhân", ("nha-dat", "dat-dai-xay-dung")),
        ("Dự án đủ điều kiện bán cho cá nhân", ("nha-dat", "dat-dai-xay-dung")),
        ("Đất của cá nhân; đất có công trình ngầm", ("nha-dat", "dat-dai-xay-dung")),
        (
            "Chuyển nhượng, tặng cho; thuê lại trong dự án kinh doanh kết cấu hạ tầng",
            ("nha-dat", "dat-dai-xay-dung"),
        ),
    ],
)
def test_a_title_that_is_for_one_side_alone_drops_the_event_of_the_other(
    title: str, events: tuple[str, ...]
) -> None:
    assert life_events_of("Đất đai", title, CITIZEN + FIRM) == events


def test_a_sport_business_is_found_by_who_plays_and_by_who_opens_it() -> None:
    title = "Giấy đủ điều kiện kinh doanh môn bơi"
    assert life_events_of("Thể dục thể thao", title, CITIZEN + FIRM) == ("van-hoa", "khoi-su")


def test_a_tax_on_income_of_persons_is_not_for_persons_alone() -> None:
    title = "Quyết toán thuế thu nhập cá nhân"
    assert life_events_of("Thuế", title, CITIZEN + FIRM) == ("nop-thue", "tai-chinh")


def test_one_event_alone_is_for_all() -> None:
    assert life_events_of("Hải quan", "Mở kho", CITIZEN) == ("thuong-mai",)
    assert life_events_of("Thú y", "Mở trại", FIRM) == ("nong-nghiep",)


def test_every_rule_leads_to_a_listed_event_of_its_audience_and_is_a_pattern() -> None:
    table = life_event_table()
    audiences = {one.id: one.audience for one in table.events}
    assert len(audiences) == len(table.events)
    for rule in table.rules:
        assert rule.field or rule.title
        assert rule.citizen or rule.business
        assert rule.citizen is None or audiences[rule.citizen] == "citizen"
        assert rule.business is None or audiences[rule.business] == "business"
        for pattern in (rule.field, rule.title):
            re.compile(pattern or "")


def test_every_listed_event_has_a_rule() -> None:
    table = life_event_table()
    used = {key for rule in table.rules for key in (rule.citizen, rule.business)}
    assert {one.id for one in table.events} <= used


@pytest.mark.parametrize(
    "run", ["thân nhân ", "xe ô tô ", "nhà trẻ ", "hỗ trợ ", "thành lập ", "công bố ", "thi "]
)
def test_a_title_that_repeats_itself_is_read_in_a_time_that_grows_with_its_length(run: str) -> None:
    every = [re.compile(one.title) for one in life_event_table().rules if one.title]

    def read(title: str) -> None:
        for pattern in every:
            pattern.search(title)

    assert grows_with_text(read, run, 60_000)
