"""Composition root: the only layer that sees all others."""
