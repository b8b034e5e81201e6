"""Short forms that offices write, and what they stand for."""

SHORT_FORMS = {
    "GP": "giấy phép", "GPLX": "giấy phép lái xe", "GPXD": "giấy phép xây dựng",
    "CCCD": "căn cước",
    "CMND": "chứng minh nhân dân", "BHXH": "bảo hiểm xã hội", "BHYT": "bảo hiểm y tế",
    "BHTN": "bảo hiểm thất nghiệp", "GCN": "giấy chứng nhận", "QSDĐ": "quyền sử dụng đất",
    "GCNQSDĐ": "giấy chứng nhận quyền sử dụng đất", "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân", "HKD": "hộ kinh doanh", "ĐKKD": "đăng ký kinh doanh",
    "LLTP": "lý lịch tư pháp", "TTHC": "thủ tục hành chính", "PCCC": "phòng cháy, chữa cháy",
    "ATTP": "an toàn thực phẩm", "ĐTM": "đánh giá tác động môi trường", "NLĐ": "người lao động",
    "NSDLĐ": "người sử dụng lao động", "CSGT": "cảnh sát giao thông",
}  # fmt: skip
