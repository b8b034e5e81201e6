"""Turn a catalogue of administrative procedures into findings, pages, search indexes and a site."""

__version__ = "0.1.0"
