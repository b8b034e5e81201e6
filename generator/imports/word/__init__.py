"""Word files of a publishing decision into drafts of records, and a report of what was not read."""
