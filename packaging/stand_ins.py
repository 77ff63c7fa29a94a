"""Runs in the bundle before anything of ours: stand-ins for modules that libraries import and that we never use.

They would bring HTTP clients (trafilatura can fetch the pages that it reads, pandas its tables), OpenSSL with all of
TLS (pdfminer decrypts with its AES; ours is in ``ciphers.py``) and a binding of OpenGL as large as the other bindings
together (pyqtgraph can paint with it). A stand-in has every name that is asked of it: a class that can be derived
from and made, as libraries do when they are imported, and whose objects can nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType

NAMES = (
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "cryptography",
    "cryptography.hazmat",
    "cryptography.hazmat.backends",
    "cryptography.hazmat.primitives",
    "http.client",
    "http.cookiejar",
    "trafilatura.downloads",
    "urllib.request",
    "urllib3",
    "urllib3.exceptions",
    "urllib3.response",
    "urllib3.util",
)
CIPHERS = "cryptography.hazmat.primitives.ciphers"


class StandIn(ModuleType):
    """A module without content."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []  # so that a part of it can be imported, if it has a stand-in too

    def __getattr__(self, name: str) -> object:
        """Return what stands for ``name``: a module where there is one, else a class."""
        if name.startswith("__"):
            raise AttributeError(name)
        whole = f"{self.__name__}.{name}"
        return sys.modules.get(whole) or type(name, (_Missing,), {"__doc__": whole})


class Ciphers(ModuleType):
    """Ours in the place of ``cryptography``'s, loaded when a PDF asks for them."""

    def __getattr__(self, name: str) -> object:
        """Return what ``ciphers.py`` has under that name."""
        import ciphers

        return getattr(ciphers, name)


class _Missing:
    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __getattr__(self, name: str) -> object:
        raise NotImplementedError(f"{type(self).__doc__} is not part of this bundle (asked for {name})")


def put() -> None:
    """Put the stand-ins where an import looks first."""
    for name in NAMES:
        sys.modules[name] = StandIn(name)
    sys.modules[CIPHERS] = Ciphers(CIPHERS)


put()
