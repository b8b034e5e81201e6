"""Which findings follow from which: by their codes, as `consequences` uses them."""

from collections.abc import Mapping

GUARDED = "BD"
"""How the codes of edits of what was published begin."""
MISSING = "TC301"
"""A reference to a record that is not there."""
OF_A_DAY = frozenset(
    (
        *("NY711", "NY712", "NY713", "NY717", "TC317", "TL108", "TL116", "TL122", "TL124"),
        *("TL126", "TL129", "TL130", "VD411", "VD412", "VD413", "VD416", "VD417"),
    )
)
"""What is compared with the day of signing of the same decision."""
IN_THE_FILE: Mapping[tuple[str, str | None], frozenset[str]] = {
    ("TC303", "year"): frozenset(("NY714", "NY715", "NY716", "NY719")),
    ("TL117", "signed"): OF_A_DAY | {"TC304", "TL102", "TL110", "TL115"},
    ("TL121", "signed"): OF_A_DAY | {"TC304", "TL117"},
    ("TC304", "signed"): OF_A_DAY - {"TL129"} | {"TL102", "TL111", "TL138"},
    ("TC304", "number"): frozenset(("TC311", "VD407", "QD212")),
    ("TC303", "agency"): frozenset(("CQ809", "QD211", "QD218", "VD407")),
    ("TL104", None): frozenset(("TL109", "TL130")),
    ("TL101", None): frozenset(("TL104", "TL109", "TL110", "TL115")),
    ("TL116", "listed"): frozenset(("NY712", "TL124", "TL126")),
    ("TC323", "signed"): OF_A_DAY,
    ("TL129", "signed"): OF_A_DAY - {"TL129"} | {"TL128", "TC304", "TL102", "TL110", "TL115"},
    ("TL116", "recorded"): frozenset(("TL124",)),
    ("TL122", "effective"): frozenset(("TL108", "TL124", "VD416", "VD417")),
    ("TL123", None): frozenset(("NY712", "TL124", "TL126")),
    ("TL126", "listed"): frozenset(("NY712", "TL124")),
    ("TL124", None): frozenset(("NY712", "TL108")),
    ("QD205", None): frozenset(("QD206",)),
    ("VD414", None): frozenset(("VD419", "VD423")),
    ("YM106", None): frozenset(("CT201", "CT202", "CT203", "CT204")),
    ("CQ802", None): frozenset(("CQ812", "CQ837", "CQ846")),
    ("CQ837", None): frozenset(("CQ812", "CQ846")),
    ("CQ829", "channels"): frozenset(("PT163", "PT164", "PT165")),
    ("CQ831", "place"): frozenset(("CQ848",)),
    ("CQ842", None): frozenset(("CQ848",)),
    ("BD108", "name"): frozenset(("CQ821", "CQ830", "CQ831", "CQ833", "CQ834")),
    **dict.fromkeys(
        ((code, None) for code in ("CQ809", "CQ812", "CQ815", "CQ827")),
        frozenset(("CQ838", "CQ846")),
    ),
    ("PT104", None): frozenset(("PT151",)),
    ("PT148", None): frozenset(("PT152",)),
    ("TC322", None): frozenset(("TC311", "TC312", "VD403", "VD404", "VD408", "VD422")),
    ("TC301", "grounds"): frozenset(("QD223",)),
    ("TC301", "agencies"): frozenset(("CQ838",)),
    ("TC301", "agency"): frozenset(("CQ835",)),
    ("TC301", "corrects"): frozenset(("TL113",)),
    ("TC302", None): frozenset(("CQ836",)),
    ("TC303", "id"): frozenset(("TC304", "TC306", "TC314", "VD422", "CQ817")),
    ("TC317", "number"): frozenset(("QD214",)),
    ("TC306", "code"): frozenset(("TC309", "TC313")),
    ("NY703", "contacts"): frozenset(("NY724",)),
    ("NY721", None): frozenset(("NY728",)),
    **dict.fromkeys((("NB401", None), ("NB408", None)), frozenset(("NB407",))),
    ("VD405", None): frozenset(("TL124", "VD406")),
    ("TC307", "dossier"): frozenset(("HS305", "HS306")),
    ("TC307", "internal_process"): frozenset(("PT101",)),
    ("TC307", "rows"): frozenset(("QD215", "TL101")),
    ("NY704", "contacts"): frozenset(("NY720", "NY724")),
    ("NY715", "swapped_days"): frozenset(("NY722",)),
    ("CQ821", None): frozenset(("CQ822",)),
    ("CQ834", None): frozenset(("CQ822",)),
    ("CQ825", None): frozenset(("CQ807", "CQ808", "CQ823", "CQ829")),
    ("PT103", "channels"): frozenset(("PT140",)),
    ("QD218", "signer"): frozenset(("QD207",)),
    ("TL122", "rows"): frozenset(("TL108", "VD416", "VD417")),
    ("VD404", "signed"): frozenset(("VD405", "VD422", "VD425")),
    ("VD425", "effective"): frozenset(("VD405", "VD406", "VD434")),
    ("PT134", None): frozenset(("PT147",)),
    ("QD211", "agency"): frozenset(("QD218", "QD219", "TL109", "VD407")),
    **dict.fromkeys(
        ((code, None) for code in ("PT111", "PT113", "PT133", "PT141", "PT142", "PT147")),
        frozenset(("PT163", "PT164", "PT165")),
    ),
    ("TC313", None): frozenset(("TC327",)),
    ("TL120", None): frozenset(("TL132",)),
    ("TL127", None): frozenset(("TL132",)),
    ("QD221", None): frozenset(("TC327",)),
    ("VD431", None): frozenset(("VD420",)),
    ("VD407", "issuer"): frozenset(("VD431",)),
    ("VD403", "type"): frozenset(("VD421", "VD431")),
    ("VD422", None): frozenset(("VD430",)),
    ("TC311", None): frozenset(("VD430",)),
    **dict.fromkeys((("QD203", None), ("QD204", None)), frozenset(("QD240",))),
    ("HS311", None): frozenset(("HS316",)),
    ("HS316", None): frozenset(("VS529",)),
    **dict.fromkeys(((code, None) for code in ("CQ838", "QD208")), frozenset(("CQ846",))),
}
"""By a code and the first key of its place: what is held back in the same file."""
IN_THE_ROW = {
    "TC301": frozenset(("QD203", "QD204", "QD219", "TL102", "TL110", "TL111", "TL113")),
    "TL101": frozenset(("QD203", "QD204", "QD208")),
    "TL112": frozenset(("QD203", "QD204", "QD208", "TL101")),
    "QD204": frozenset(("QD203",)),
    "TC302": frozenset(("TC320",)),
    "QD202": frozenset(("TC301",)),
    "CT213": frozenset(("CT201",)),
    "DV401": frozenset(("DV402",)),
    "QD217": frozenset(("TL102", "TL105")),
    "TL102": frozenset(("QD201",)),
    "NY721": frozenset(("NY707",)),
    "CQ836": frozenset(("CQ819",)),
    "NY717": frozenset(("TC308",)),
}
"""What is held back in the same entry of a list."""
NO_TEXT = frozenset(("VS502", "VS512", "VS513", "VS514"))
"""What stands for a text that is still to come, or has wrong letters, is not judged as a text."""
ODD = frozenset(
    (
        *(
            "CT205",
            "VD406",
            "VD434",
            "CQ834",
            "DV407",
            "DV408",
            "DV409",
            "NY725",
            "PT151",
            "PT152",
            "PT153",
        ),
        *("NB407", "TL124", "TL128", "TL130", "VS520", "VS540", "VS527", "VS528"),
        *("VS531", "VS532", "VS533"),
    )
)
"""What gives way to whatever else is found at the same place."""
LAST = frozenset(("VS540", "PT151", "PT152", "PT153", "TL130"))
"""What gives way to the others of these as well."""
IN_DOUBT = frozenset(
    (
        "CQ810",
        "CQ816",
        "CQ820",
        "CQ821",
        "CQ830",
        "CQ833",
        "CQ834",
        "CQ837",
        "DV401",
        "QD212",
        "TC312",
        "TC319",
        "TC322",
        "TL101",
        "TL117",
        "TL121",
        "TL122",
        "TL124",
        "TL130",
        "VD404",
        "VD405",
        "VD406",
        "VD434",
        "VD419",
        "VD424",
        "VS516",
    )
)
"""What puts the days, level or status of a record in doubt, on which other files rest."""
