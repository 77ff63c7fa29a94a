"""Units that cannot be of what is spoken of: terabytes of a provision, per cent below a head that says 元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.units import UNITS

# Units of what nothing has but what is named for it
RARE: Final = frozenset(c for c, u in UNITS.items() if u.dimension.startswith(("data volume", "charge")))
_MARK: Final = re.compile(r"[，,。；;：:（(、]")
_MONEY: Final = re.compile(
    r"费|成本|金额|价|[欠货贷存余]款|余额|收入|支出|薪|租金|投资额|利润|准备|拨备|资金|税|佣|赔[款付]|补贴|营业额|销售额|花[了掉费]"
)
_HAS_THEM: Final = re.compile(
    r"数据|存储|日志|流量|容量|内存|硬盘|带宽|文件|备份|服务器|算力|云|显存|下载|上传|传输|磁盘|空间|语料|模型|影像|视频|照片|电池|电芯|电量|套餐|网速"
)
_IN_HEAD: Final = re.compile(
    r"[（(](?:单位[:：])?[十百千万亿]*(?P<unit>[^（）()/%％,，、十百千万亿]{1,4})[）)]\s*$"
)
_OWN: Final = re.compile(r"[%％‰]")
_IS_RATE: Final = re.compile(r"率|[占环同]比|比[例重值]|幅|增速|变[化动]|%|share|rate|growth", re.I)
_NAMES: Final = {one.name.zh: one.dimension for one in UNITS.values()}


def alien(sentence: Sentence) -> Iterator[tuple[str, Figure]]:
    """Amounts of data or charge of which a clause says that they are money, with that word."""
    rare = [f for f in sentence.amounts if f.unit in RARE]
    if not rare or _HAS_THEM.search(sentence.text):
        return
    for figure in rare:
        words = behind_last(_MARK, sentence.text[: figure.anchor.start - sentence.start])
        ends = [m.end() for m in _MONEY.finditer(words)]
        if ends:
            yield words[: ends[-1]][-8:], figure


def has_unit(head: str) -> bool:
    """Whether a head has a unit in brackets."""
    return _IN_HEAD.search(head) is not None


def against_head(sheet: Sheet, col: int, own: Sequence[Figure]) -> list[Figure]:
    """The cells in per cent of a column whose head has another unit; a row may be named for a rate of its own."""
    named = _IN_HEAD.search(sheet.head(col))
    if named is None or _IS_RATE.search(sheet.head(col)) or named["unit"] not in _NAMES:
        return []
    odd = [f for f in own if _OWN.search(f.as_printed) and not _IS_RATE.search(sheet.label(f.row or 0))]
    return odd if len(odd) < len(own) and all(f.role != "change" for f in odd) else []
