"""The gaps of a catalogue for its editors: as sentences, as text, as a table, as one HTML file."""
