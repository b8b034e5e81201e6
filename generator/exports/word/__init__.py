"""Word files of decisions and procedures, in words that an import reads back as the same records."""
