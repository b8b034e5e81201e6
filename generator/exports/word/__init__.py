"""Word files of decisions and procedures, which an import reads back as the same records."""
