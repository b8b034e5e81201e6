"""How well, how cheaply and how fast the search of a built site answers, beside its peers."""
