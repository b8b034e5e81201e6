"""Random and hostile inputs: seconds in the suite, minutes by `make fuzz`."""
