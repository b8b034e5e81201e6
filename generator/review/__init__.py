"""Compare two states of a catalogue: what changes, in words, and what may not change."""
