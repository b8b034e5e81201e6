"""Search: what is indexed, the files a browser reads, and the engine that runs in the browser."""
