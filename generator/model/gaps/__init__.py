"""What a catalogue leaves open or says in two ways, procedure by procedure, for its editors."""
