"""The same HTML as MkDocs makes, sooner: for pages that keep to the Markdown which `pages` writes.

Nothing depends on it: `mkdocs build` of the same `build/docs` gives the same bytes, and a page with
anything else in it goes through Python-Markdown.
"""
