"""The portal's fixed words and ours; each table can be read in both directions."""

KINDS = {
    "TTHC được luật giao quy định chi tiết": "assigned_regulation",
    "ASSIGNED_REGULATION": "assigned_regulation",
    "NOT_ASSIGNED_REGULATION": "not_assigned_regulation",
    "OTHER": "other",
    "CENTRAL_REGULATION": "central_internal",
    "LOCAL_REGULATION": "local_internal",
}
SCOPES = {"STANDARD": "national", "SPECIFIC": "specific", "STANDARD_INTERNAL": "internal"}
LEVELS = {"Cấp Bộ/Trung ương": "central", "Cấp Tỉnh": "province", "Cấp Xã": "commune"}
LEVEL_FLAGS = {"isMinistry": "central", "isProvince": "province", "isWard": "commune"}
METHODS = {"DIRECT": "direct", "ONLINE": "online", "POSTAL": "postal"}
UNITS = {
    "HOUR": "hour",
    "DAY": "day",
    "ngày": "day",
    "WORKING_DAY": "working_day",
    "MONTH": "month",
    "YEAR": "year",
    "OTHER": "other",
}
FEE_KINDS = {"FEE": "fee", "SERVICE_FEE": "charge", "PRICE_LEVEL": "price"}
CURRENCIES = {"Việt Nam Đồng": "VND", "USD": "USD", "VNĐ": "VND"}
SUBMITTED = {"ONLINE": "online", "OFFLINE": "offline"}
RETURNED = {"AT_SUBMISSION_PLACE": "submission_place", "AT_HOME": "home", "ONLINE": "online"}
APPLICANTS = {
    "Công dân Việt Nam": "vietnamese_citizen",
    "Người Việt Nam định cư ở nước ngoài": "overseas_vietnamese",
    "Người nước ngoài": "foreigner",
    "Người nước ngoài cư trú tại Việt Nam": "foreigner_residing",
    "Người nước ngoài đã cư trú tại Việt Nam": "foreigner_resided",
    "Doanh nghiệp": "enterprise",
    "Doanh nghiệp Việt Nam": "vietnamese_enterprise",
    "Doanh nghiệp có vốn đầu tư nước ngoài": "foreign_invested_enterprise",
    "Hợp tác xã": "cooperative",
    "Tổ chức (không bao gồm doanh nghiệp, HTX)": "organisation",
    "Tổ chức Việt Nam": "vietnamese_organisation",
    "Tổ chức nước ngoài": "foreign_organisation",
    "Cán bộ, công chức, viên chức": "civil_servant",
    "Tổ chức Đảng": "party_organisation",
    "Đảng viên": "party_member",
}
AUDIENCES = {"CITIZEN": "citizen", "CORPORATE": "business"}

TABLES = (
    KINDS,
    SCOPES,
    LEVELS,
    METHODS,
    UNITS,
    FEE_KINDS,
    CURRENCIES,
    SUBMITTED,
    RETURNED,
    APPLICANTS,
    AUDIENCES,
)

_NULL_WORDS = frozenset(
    ("không", "không có", "không quy định", "không yêu cầu", "không có yêu cầu", "none", "khong")
)


def states_none(text: str) -> bool:
    """Whether a text only states that there is nothing: "Không", "Không quy định.", …"""
    return text.strip(" .,;:-–()").lower() in _NULL_WORDS
