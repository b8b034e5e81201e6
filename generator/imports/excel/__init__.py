"""Lists of procedures in Excel: compared with a catalogue, or drafted into it."""
