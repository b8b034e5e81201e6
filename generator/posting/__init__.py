"""Posting sets on paper: what an office hangs on its wall, set by Typst from parts of pages."""
