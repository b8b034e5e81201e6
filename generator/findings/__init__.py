"""What is wrong with a catalogue: problems, findings in words, and the formats that tools read."""
