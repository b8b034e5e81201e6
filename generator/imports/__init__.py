"""Other people's data into records, with a report of what was not understood."""
