"""Guiyin: what an explanatory article rests on, down to the sentence."""

__version__ = "0.1.0"
