"""What the command makes of the catalogue of boundaries is what it made when somebody looked."""

import pytest

from tests.golden.outputs import EXPECTED, Outputs, difference, outputs

_RENEW = (
    "If this change is meant, run `python -m tests.golden`, and read"
    " `git diff tests/golden/expected` before you commit it."
)
NAMES = sorted(f.relative_to(EXPECTED).as_posix() for f in EXPECTED.rglob("*") if f.is_file())


@pytest.fixture(scope="module")
def made() -> Outputs:
    return outputs()


@pytest.mark.parametrize("name", NAMES)
def test_an_output_is_what_was_looked_at(made: Outputs, name: str) -> None:
    found = made.get(name)
    assert found is not None, f"Nothing makes {name} any more. {_RENEW}"
    expected = (EXPECTED / name).read_bytes().decode()
    if found != expected:
        pytest.fail(f"{difference(expected, found, name)}\n{_RENEW}", pytrace=False)


def test_every_output_was_looked_at(made: Outputs) -> None:
    assert sorted(made) == NAMES, _RENEW
