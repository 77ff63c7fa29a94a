"""AES in CBC mode, for PDFs that are encrypted without a password: what pdfminer asks of ``cryptography``.

That package is a whole OpenSSL, TLS included, and 12 MB: in the bundle, this takes its place (``stand_ins.py``).
Nothing is kept secret with it, so that time and memory may show what is computed.
"""

from __future__ import annotations

from functools import cache, reduce
from operator import xor
from typing import Any, Final

BLOCK: Final = 16


class AES:
    """A key of 16, 24 or 32 bytes; raises ValueError for another length."""

    def __init__(self, key: bytes) -> None:
        if len(key) not in (16, 24, 32):
            raise ValueError(f"a key of AES has 16, 24 or 32 bytes, not {len(key)}")
        self.key = bytes(key)


class CBC:
    """The block that the first one is mixed with; raises ValueError where it is not of 16 bytes."""

    def __init__(self, start: bytes) -> None:
        if len(start) != BLOCK:
            raise ValueError(f"CBC starts with {BLOCK} bytes, not {len(start)}")
        self.start = bytes(start)


class Cipher:
    """A key and a mode, as ``cryptography`` has it."""

    def __init__(self, algorithm: AES, mode: CBC, backend: object = None) -> None:
        self._keys, self._start = round_keys(algorithm.key), mode.start

    def decryptor(self) -> _Stream:
        """Return what decrypts."""
        return _Stream(decrypt, self._keys, self._start)

    def encryptor(self) -> _Stream:
        """Return what encrypts."""
        return _Stream(encrypt, self._keys, self._start)


class _Stream:
    def __init__(self, work: Any, keys: list[bytes], start: bytes) -> None:
        self._work, self._keys, self._before, self._rest = work, keys, start, b""

    def update(self, data: bytes) -> bytes:
        """Return what the whole blocks become; an incomplete one waits for the rest."""
        data = self._rest + bytes(data)
        whole = len(data) - len(data) % BLOCK
        data, self._rest = data[:whole], data[whole:]
        if not data:
            return b""
        done: bytes = self._work(self._keys, self._before, data)
        self._before = (data if self._work is decrypt else done)[-BLOCK:]
        return done

    def finalize(self) -> bytes:
        """Raise ValueError where a block is incomplete."""
        if self._rest:
            raise ValueError("the data is no multiple of the block's length")
        return b""


class algorithms:  # noqa: N801 - the name that is asked for
    """Where ``cryptography`` keeps its ciphers."""

    AES = AES


class modes:  # noqa: N801 - the name that is asked for
    """Where ``cryptography`` keeps their modes."""

    CBC = CBC


def times(one: int, other: int) -> int:
    """Multiply in the field of AES (FIPS 197, 4.2)."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = one << 1 ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def boxes() -> tuple[bytes, bytes]:
    """Return the substitution of bytes and its inverse (FIPS 197, 5.1.1)."""
    power = [1]  # of 3, which runs through the whole field
    while len(power) < 255:
        power.append(times(power[-1], 3))
    inverse = dict(zip(power, reversed([*power[1:], 1]), strict=True)) | {0: 0}
    box = bytearray(256)
    for byte in range(256):
        turned = [inverse[byte] << bits for bits in range(5)]
        box[byte] = reduce(xor, ((bits >> 8 ^ bits) & 0xFF for bits in turned), 0x63)
    return bytes(box), bytes(box.index(byte) for byte in range(256))


def round_keys(key: bytes) -> list[bytes]:
    """Return a key of 16 bytes for each round (FIPS 197, 5.2)."""
    box, _ = boxes()
    step = len(key) // 4
    words = [key[n : n + 4] for n in range(0, len(key), 4)]
    turn = 1
    while len(words) < 4 * (step + 7):
        word = words[-1]
        if len(words) % step == 0:
            word = bytes([box[word[1]] ^ turn, box[word[2]], box[word[3]], box[word[0]]])
            turn = times(turn, 2)
        elif step == 8 and len(words) % step == 4:
            word = bytes(box[byte] for byte in word)
        words.append(bytes(a ^ b for a, b in zip(words[-step], word, strict=True)))
    return [b"".join(words[n : n + 4]) for n in range(0, len(words), 4)]


def decrypt(keys: list[bytes], before: bytes, data: bytes) -> bytes:
    """Decrypt whole blocks, all at once: each needs only the one before it as it came."""
    import numpy as np

    _, box = boxes()
    unbox = np.frombuffer(box, np.uint8)
    factors = {n: np.array([times(byte, n) for byte in range(256)], np.uint8) for n in (9, 11, 13, 14)}
    rows = [(n - 4 * (n % 4)) % BLOCK for n in range(BLOCK)]
    given = np.frombuffer(before + data, np.uint8).reshape(-1, BLOCK)
    rounds = [np.frombuffer(key, np.uint8) for key in reversed(keys)]
    state = given[1:] ^ rounds[0]
    for key in rounds[1:]:
        state = unbox[state[:, rows]] ^ key
        if key is not rounds[-1]:
            columns = state.reshape(-1, 4, 4)
            mixed = factors[14][columns]
            for distance, n in ((1, 11), (2, 13), (3, 9)):
                mixed ^= np.roll(factors[n][columns], -distance, axis=2)
            state = mixed.reshape(-1, BLOCK)
    return bytes((state ^ given[:-1]).tobytes())


@cache
def tables() -> tuple[list[int], ...]:
    """Return what each byte of a row adds to a column after substitution and mixing, as a number of four bytes."""
    box, _ = boxes()
    column = [(times(byte, 2), byte, byte, times(byte, 3)) for byte in box]
    return tuple(
        [int.from_bytes(bytes(one[(place - row) % 4] for place in range(4))) for one in column]
        for row in range(4)
    )


def encrypt(keys: list[bytes], before: bytes, data: bytes) -> bytes:
    """Encrypt whole blocks, one after the other, because each is mixed with the last."""
    box, _ = boxes()
    t0, t1, t2, t3 = tables()
    rounds = [[int.from_bytes(key[n : n + 4]) for n in range(0, BLOCK, 4)] for key in keys]
    first, last = rounds[0], int.from_bytes(keys[-1])
    done = []
    block = int.from_bytes(before)
    for place in range(0, len(data), BLOCK):
        block ^= int.from_bytes(data[place : place + BLOCK])
        a, b, c, d = (
            block >> shift & 0xFFFFFFFF ^ key for shift, key in zip((96, 64, 32, 0), first, strict=True)
        )
        for k0, k1, k2, k3 in rounds[1:-1]:
            a, b, c, d = (
                t0[a >> 24] ^ t1[b >> 16 & 255] ^ t2[c >> 8 & 255] ^ t3[d & 255] ^ k0,
                t0[b >> 24] ^ t1[c >> 16 & 255] ^ t2[d >> 8 & 255] ^ t3[a & 255] ^ k1,
                t0[c >> 24] ^ t1[d >> 16 & 255] ^ t2[a >> 8 & 255] ^ t3[b & 255] ^ k2,
                t0[d >> 24] ^ t1[a >> 16 & 255] ^ t2[b >> 8 & 255] ^ t3[c & 255] ^ k3,
            )
        turned = bytes(
            box[word >> shift & 255]
            for words in ((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))
            for word, shift in zip(words, (24, 16, 8, 0), strict=True)
        )
        block = int.from_bytes(turned) ^ last
        done.append(block.to_bytes(BLOCK))
    return b"".join(done)
