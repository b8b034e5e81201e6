"""A synthetic nation: many publishers built apart, and the index that gathers them.

    python -m benchmarks.nation FOLDER --publishers 34 --procedures 2000

Of the procedures of a publisher nineteen in twenty are national ones that all carry out; the others
are its own.
"""
