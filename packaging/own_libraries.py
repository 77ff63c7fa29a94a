"""Runs in the bundle before anything of ours: programs that we start, a browser say, use their own libraries.

PyInstaller's start sets LD_LIBRARY_PATH to the bundle. The loader has read it by now, so that taking it back changes
nothing for us, and keeps the libraries that we carry out of everybody else's process.
"""

from __future__ import annotations

import os

_NAME = "LD_LIBRARY_PATH"
_before = os.environ.pop(f"{_NAME}_ORIG", None)
if _before:
    os.environ[_NAME] = _before
else:
    os.environ.pop(_NAME, None)
