"""Importers: data of other systems into records, with a report of what was not understood."""
