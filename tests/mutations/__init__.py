"""Planted mistakes: what a lawyer, a copy from Word or an import gets wrong."""
