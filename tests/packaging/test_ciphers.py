"""Our AES against the one that it stands in for, and against the standard's own examples."""

from __future__ import annotations

import ciphers
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st
from pdfminer import pdfdocument

KEYS = st.sampled_from((16, 24, 32)).flatmap(lambda size: st.binary(min_size=size, max_size=size))
STARTS = st.binary(min_size=16, max_size=16)
DATA = st.integers(0, 12).flatmap(lambda blocks: st.binary(min_size=16 * blocks, max_size=16 * blocks))

# FIPS 197, appendix C: key and cipher text of the plain text 00112233…
EXAMPLES = (
    ("000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"),
    ("000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191"),
    ("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "8ea2b7ca516745bfeafc49904b496089"),
)


@pytest.mark.parametrize(("key", "expected"), EXAMPLES)
def test_the_examples_of_the_standard(key: str, expected: str) -> None:
    plain = bytes.fromhex("00112233445566778899aabbccddeeff")
    cipher = ciphers.Cipher(ciphers.AES(bytes.fromhex(key)), ciphers.CBC(bytes(16)))
    assert cipher.encryptor().update(plain).hex() == expected
    assert cipher.decryptor().update(bytes.fromhex(expected)) == plain


@given(KEYS, STARTS, DATA, st.integers(0, 200))
def test_both_ways_are_those_of_the_library(key: bytes, start: bytes, data: bytes, cut: int) -> None:
    theirs = Cipher(algorithms.AES(key), modes.CBC(start))
    ours = ciphers.Cipher(ciphers.algorithms.AES(key), ciphers.modes.CBC(start), backend=object())
    for a, b in ((theirs.encryptor(), ours.encryptor()), (theirs.decryptor(), ours.decryptor())):
        assert b.update(data[:cut]) + b.update(data[cut:]) + b.finalize() == a.update(data) + a.finalize()


def test_what_is_not_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="bytes"):
        ciphers.AES(b"short")
    with pytest.raises(ValueError, match="bytes"):
        ciphers.CBC(b"short")
    stream = ciphers.Cipher(ciphers.AES(bytes(16)), ciphers.CBC(bytes(16))).decryptor()
    assert stream.update(b"17 bytes of noise") != b""
    with pytest.raises(ValueError, match="multiple"):
        stream.finalize()


def test_the_password_hash_of_new_pdfs_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    handler = object.__new__(pdfdocument.PDFStandardSecurityHandlerV5)
    expected = handler._r6_password(b"", b"saltsalt", bytes(48))
    monkeypatch.setattr(pdfdocument, "Cipher", ciphers.Cipher)
    monkeypatch.setattr(pdfdocument, "algorithms", ciphers.algorithms)
    monkeypatch.setattr(pdfdocument, "modes", ciphers.modes)
    assert handler._r6_password(b"", b"saltsalt", bytes(48)) == expected
