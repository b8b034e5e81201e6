"""Records into Markdown: a module per kind of page, small pure functions, one that escapes."""
