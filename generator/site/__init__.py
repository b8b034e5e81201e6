"""Write build/docs and what MkDocs makes of it, no more than has changed, and put it in place."""
