"""Help for those who write records: scaffolds, and keys in their order."""
