"""What is kept whole of all that the command makes; of everything else a digest is kept."""

FILES = (
    "lich.ics",
    "feed.xml",
    "feed.json",
    "sitemap.xml",
    "opensearch.xml",
    "so-lieu/thu-tuc.csv",
    "so-lieu/quyet-dinh.csv",
    "so-lieu/thoi-han.csv",
    "co-quan/so-rg/feed.xml",
    "linh-vuc/dat-giap-ranh/feed.json",
    "api/v1/manifest.json",
    "api/v1/index.json",
    "api/v1/calendars.json",
    "api/v1/changes.json",
    "api/v1/procedures/1.800001.json",
    "api/v1/decisions/brg/2026/501.json",
    "linh-vuc/ranh-gioi/list.json",
    "co-quan/list.json",
    "thu-tuc/1.800001/v002/van-ban.md.txt",
)
"""Files of the site that are kept whole; of all of them `digests.txt` has a line each."""

FRAMED = ("index.html", "404.html")
"""Pages that are kept with what frames every page of the site."""

PAGES = (
    "cap/index.html",
    "chu-cai/index.html",
    "co-quan/index.html",
    "co-quan/ubnd-bo-tay-cu/index.html",
    "co-quan/so-rg/index.html",
    "het-hieu-luc/index.html",
    "linh-vuc/index.html",
    "linh-vuc/ranh-gioi/index.html",
    "moi/index.html",
    "noi-tiep-nhan/quay-xa/index.html",
    "quy-tac/ny711/index.html",
    "quyet-dinh/brg/index.html",
    "quyet-dinh/brg/2017/21/index.html",
    "quyet-dinh/brg/2025/300/index.html",
    "quyet-dinh/brg/2026/501/index.html",
    "quyet-dinh/brg/2026/503/index.html",
    "sap-hieu-luc/index.html",
    "so-lieu/index.html",
    "so-lieu/thoi-han/index.html",
    "su-kien/index.html",
    "t/1.800001/1/index.html",
    "t/1.800001/2/index.html",
    "t/2.800005/1/index.html",
    "theo-doi/index.html",
    "thu-tuc/index.html",
    "thu-tuc/1.700010/index.html",
    "thu-tuc/1.800001/index.html",
    "thu-tuc/1.800001/v001/index.html",
    "thu-tuc/1.800001/v002/thay-doi/index.html",
    "thu-tuc/1.800007/index.html",
    "thu-tuc/1.800012/index.html",
    "thu-tuc/2.800005/index.html",
    "thu-tuc/3.800010/v002/thay-doi/index.html",
    "tim-kiem/index.html",
)
"""Pages whose main part is kept as text."""

OVERNIGHT = (
    "api/v1/index.json",
    "co-quan/index.html",
    "het-hieu-luc/index.html",
    "index.html",
    "lich.ics",
    "linh-vuc/dat-giap-ranh/index.html",
    "moi/index.html",
    "sap-hieu-luc/index.html",
    "so-lieu/index.html",
    "so-lieu/thu-tuc.csv",
    "so-lieu/thoi-han.csv",
    "thu-tuc/1.800002/index.html",
    "thu-tuc/1.800007/index.html",
    "thu-tuc/1.800008/index.html",
    "thu-tuc/2.800005/index.html",
    "thu-tuc/chua-co-ma-nuoc-sach/index.html",
)
"""What is compared with the day before and the day after."""

NATION = (
    "index.html",
    "api/v1/index.json",
    "api/v1/procedures/1.800002.json",
    "linh-vuc/ranh-gioi/index.html",
    "thu-tuc/1.800001/index.html",
    "thu-tuc/1.800002/index.html",
)
"""Files of the index of two sites that are kept whole."""

CODES = (
    "1.800001",
    "1.800002",
    "1.800003",
    "1.800004",
    "1.800007",
    "1.800008",
    "1.800011",
    "1.800012",
    "2.800005",
    "3.800010",
    "1.700010",
    "3.800013",
    "chua-co-ma-nuoc-sach",
)
