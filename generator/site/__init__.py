"""Write build/docs, run MkDocs on it, and put the finished site in place."""
