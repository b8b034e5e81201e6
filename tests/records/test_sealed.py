"""Changed bytes are known as damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.sealed import DamagedError, open_sealed, seal


@given(st.binary(max_size=200), st.binary(max_size=64))
def test_what_was_sealed_comes_back(content: bytes, name: bytes) -> None:
    assert open_sealed(seal(content, name), name) == content


@given(st.binary(max_size=60), st.data())
def test_one_changed_bit_is_noticed(content: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(content))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << (bit % 8)
    with pytest.raises(DamagedError):
        open_sealed(bytes(sealed))


def test_content_under_another_name_is_no_answer() -> None:
    with pytest.raises(DamagedError):
        open_sealed(seal(b"content", b"one"), b"other")
