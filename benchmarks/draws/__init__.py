"""Draws for a judge: what a catalogue says beside its source, with an empty verdict."""
