"""The catalogue for machines: one format per module."""
