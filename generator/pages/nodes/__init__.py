"""What pages are made of: nodes that hold their Markdown and the HTML that it stands for.

A node is the pair of both, joined bottom-up out of the pairs of its parts: nothing is parsed, no
tree is walked, and a part that many pages share is joined once. `build/docs` gets the Markdown,
`site/` the HTML; that Python-Markdown makes the one of the other is a test.

`Html` and `Markdown` are types of their own. What a record says is a plain `str`, which becomes one
of them through `escape_html` or `text` (and what is made of these), so that the type checker finds
text that was not escaped.
"""
