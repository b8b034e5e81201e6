"""QR codes that are put together are those that are drawn in full."""

import pytest
import segno

from generator.exports import qr


@pytest.mark.parametrize(
    "address",
    ["t/1/", "https://x.vn/t/1.000105/2/", "https://thu-tuc.example.gov.vn/t/2.002516/14/"],
)
def test_a_code_of_parts_is_the_code_that_is_drawn_in_full(address: str) -> None:
    code = segno.make(
        address, error=qr._LEVEL, mask=qr._MASK, mode="byte", micro=False, boost_error=False
    )
    rows = [bytes(row) for row in code.matrix_iter(border=qr._QUIET_ZONE)]
    lines = b"".join(map(qr._packed, rows))
    assert qr.qr_png(address) == qr._png(len(rows), lines)
