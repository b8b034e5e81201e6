"""Records into Markdown: one module per kind of page, small pure functions, one place that escapes."""
