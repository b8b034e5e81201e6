"""Authoring records: drafts to fill in, and keys in the order of the schema."""
