"""Search: the analyser, the lunr index, its shards, and the modules that run in the browser."""
