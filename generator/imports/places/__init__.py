"""Tables of administrative units and of what they were merged from, into places/."""
