"""The report of two days: as text, as one HTML file, as a table."""
