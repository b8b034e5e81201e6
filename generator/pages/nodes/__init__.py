"""The nodes that pages consist of: each holds its Markdown and the equivalent HTML.

A node is that pair, concatenated from the pairs of its parts: nothing is parsed, there is no tree
to walk, and a part that several pages share is made once. `build/docs` gets the Markdown, `site/`
the HTML; a test compares the HTML with what Python-Markdown makes of the Markdown.

`Html` and `Markdown` are types of their own. Text of a record is a plain `str`; it becomes one of
them only through `escape_html`, `text` and the functions built on these, so the type checker
reports text that was not escaped.
"""
