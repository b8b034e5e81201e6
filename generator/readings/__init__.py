"""What is read out of people's words: a derived layer that never overrules what is recorded.

A reader is a pure function from a version to readings. A reading carries the words it rests on,
their place in the record, and how sure it is; an editor confirms or corrects it in procedure.yml.
"""
