"""The words that an annex has for the values of enumerations, and back."""

from generator.exports.word.codecs import OPEN, VIETNAMESE, YES_NO, with_default, worded

METHODS = worded("method", ("direct", "online", "postal"))
LEVELS = worded("level", ("central", "province", "commune", "district"))
APPLICANTS = worded(
    "applicant",
    (
        "vietnamese_citizen",
        "overseas_vietnamese",
        "foreigner",
        "foreigner_residing",
        "foreigner_resided",
        "enterprise",
        "vietnamese_enterprise",
        "foreign_invested_enterprise",
        "cooperative",
        "organisation",
        "foreign_organisation",
        "vietnamese_organisation",
        "civil_servant",
        "party_organisation",
        "party_member",
        "armed_forces",
        "household_business",
        "other",
    ),
)
ONLINE_LEVELS = worded(
    "online",
    (
        "end_to_end",
        "partial",
        "offline_only",
        "old_level_1",
        "old_level_2",
        "old_level_3",
        "old_level_4",
        "not_stated",
    ),
)
FEE_STATES = worded("fee", ("absent", "free", "amount", "laid_down_elsewhere", "not_stated"))
FEE_KINDS = worded("fee_kind", ("fee", "charge", "price"))
CURRENCIES = {"VND": VIETNAMESE("fee.dong")}
KNOWN = with_default(YES_NO, OPEN)
REASONS = {
    "posting": "niêm yết, đăng tin",
    "survey": "đo đạc, khảo sát thực địa",
    "tax": "xác định nghĩa vụ tài chính của cơ quan thuế",
    "consultation": "lấy ý kiến",
    "verification": "xác minh, thẩm tra",
    "completion": "bổ sung hồ sơ",
    "other": "việc khác",
}
