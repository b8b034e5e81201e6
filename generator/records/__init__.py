"""The records of a catalogue: strict YAML, schema, frozen dataclasses, loading a tree."""
