"""What the law makes of the records: timelines, document numbers, rules."""
