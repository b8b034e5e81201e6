"""Verbs that are killed, or refused by the system, at one of their file operations."""
