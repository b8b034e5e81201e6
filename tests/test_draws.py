"""The words that a judge of a draw reads beside what a catalogue says."""

import pytest

from benchmarks.draws.sources import SourceWords

_SOURCE = SourceWords(
    contents={
        "1": {"Cơ quan thực hiện": "Bộ Một"},
        "2": {"Cơ quan thực hiện": ""},
        "3": {"Cơ quan thực hiện": "Bộ Khác", "Địa chỉ tiếp nhận HS": ""},
    },
    listed={"2": {"departments": ["Sở Hai", None]}},
    details={
        "3": {
            "departmentsExecuting": [{"name": "Sở Ba"}],
            "unitGroupsExecuting": [{"name": "Nhóm\nBa"}],
            "departmentsAuthority": [],
            "unitGroupsAuthority": [],
            "dossierReceivingAddresses": "Quầy  Ba",
        }
    },
)


@pytest.mark.parametrize(
    ("code", "role", "cell"),
    [
        ("1", "executing", "Bộ Một"),
        ("2", "executing", "Sở Hai"),
        ("2", "deciding", ""),
        ("3", "executing", "Sở Ba; Nhóm Ba"),
        ("3", "deciding", ""),
        ("3", "receiving", "Quầy Ba"),
        ("4", "executing", ""),
    ],
)
def test_the_cell_of_an_agency_is_the_one_that_an_import_reads(
    code: str, role: str, cell: str
) -> None:
    assert _SOURCE.agency_cell(code, role) == cell
