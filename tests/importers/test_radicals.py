"""Radicals that stand for characters, as PDFs have them."""

from __future__ import annotations

from desktop.importers.readers.normal import clean
from desktop.importers.readers.radicals import characters


def test_radicals_become_the_characters_they_look_like() -> None:
    assert clean("\u2f49租由\u2f00万元，\u2f7d店主\u2f08\u2ed3期亏损") == "月租由一万元，而店主人长期亏损"


def test_every_radical_becomes_one_character() -> None:
    assert all(len(character) == 1 for character in characters().values())
    assert not set(characters()) & {ord(c) for c in characters().values()}
