"""How well names of places lead to today's units."""
