"""The program elsewhere: without what Windows and macOS lack, and installed from its wheel."""
