"""`python -m tests.golden`: write the expected outputs again; look at the difference in git."""

from tests.golden.outputs import write

write()
