"""SHA-256 without ``hashlib``, whose OpenSSL takes longer to load than all our hashes to compute."""

from __future__ import annotations

try:
    from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore]  # before Python 3.12
    except ImportError:
        from hashlib import sha256


def sha256_of(content: bytes) -> str:
    """Return the sha256 of some bytes in hexadecimal."""
    return str(sha256(content).hexdigest())
