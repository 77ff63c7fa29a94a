"""Texts whose numbers and words were changed at random: an audit tells what it tells, and never ends in an error."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from check_cases import record

from desktop.audit.engine import audit
from desktop.importers.draft import draft
from desktop.importers.reading import read

TEXTS = sorted((Path(__file__).parents[2] / "benchmarks" / "seeded" / "texts").glob("*.md"))
MARK = re.compile(r"\[\[(.*?)//.*?\]\]|\{\{(.*?)##.*?\}\}")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NUMBERS = ("0", "0.0", "1", "-3", "99999999999999", "1e9", "0.00001", "2024", "几", "零", "半", "∞", "²", "½",
           "一百", "五分之零", "3-2", "7～7")  # fmt: skip
WORDS = ("不", "第", "分别", "其中", "合计", "占", "倍", "%", "个百分点", "万", "亿", "年", "月", "日", "、", "。",
         "|", "\n", "（", "“", "至", "到", "从", "元", "每", "最", "成", "翻番")  # fmt: skip


def _mangled(text: str, chance: random.Random) -> str:
    """A quarter of the numbers are others; words come in and letters go."""
    plain = MARK.sub(lambda m: m[1] or m[2] or "", text)

    def other(found: re.Match[str]) -> str:
        return (
            chance.choice((*NUMBERS, found[0] + "0", "-" + found[0])) if chance.random() < 0.25 else found[0]
        )

    plain = NUMBER.sub(other, plain)
    for _ in range(chance.randrange(25)):
        at = chance.randrange(len(plain))
        plain = (
            plain[:at] + chance.choice(WORDS) + plain[at:]
            if chance.random() < 0.5
            else plain[:at] + plain[at + chance.randrange(1, 9) :]
        )
    return plain


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_mangled_text_is_audited(path: Path) -> None:
    chance = random.Random(path.stem)  # the same every time
    for _ in range(2):
        made = draft(read(path.name, _mangled(path.read_text("utf-8"), chance).encode()), record().register)
        found = audit(made, record())
        assert found.total == len(made.figures) + len(made.policies)
        assert found.coverage.checked <= found.total
