"""Golden outputs: what the command makes of a small catalogue that consists of boundaries.

`catalogue/` is made up; nearly every date in it lies one day before, on, or one day after a day on
which something changes for a reader. `expected/` holds what the command made of it when somebody
last looked. `python -m tests.golden` writes `expected/` again, on purpose.
"""
