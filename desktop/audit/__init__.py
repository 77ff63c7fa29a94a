"""Checks of a dossier: pure functions from figures, tables and texts to findings."""
