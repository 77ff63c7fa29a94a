"""Guiyin: what an explanatory article rests on, down to the sentence."""

import sys

__version__ = "0.1.0"

if sys.version_info < (3, 12):
    # PySide6 6.12.0 releases None, True and False once too often whenever a virtual method written in
    # Python returns one, until the interpreter aborts ("deallocating None"). From Python 3.12 on they
    # cannot be deallocated; before, so many references have the same effect.
    import ctypes

    for _constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_constant)).value += 1 << 40
