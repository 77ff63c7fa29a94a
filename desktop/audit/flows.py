"""What comes in and goes out from one count to the next: 新入驻1.5万家、退出3.9万家，年末5.6万家."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.marks import any_of
from desktop.audit.sentence import Sentence

_IN: Final = re.compile(
    r"(?:新?(?:入驻|加入|入职|注册|流入|购入|调入|录入|入库|进货|到货|招聘|招收|招生)|新(?:增|开|招|进|建|入|添|设|收|签|购)|净流入|补充|增补)[^，,。；;、\d]{0,6}$"
)
_OUT: Final = re.compile(
    r"(?:退出|关闭|关停|关掉|注销|离职|离开|流失|流出|卖出|售出|调出|出库|报废|毕业|退休|裁掉|裁减|淘汰|撤销|撤店|撤掉|退租|拆除|搬走|闭店|关店)[^，,。；;、\d]{0,6}$"
)
NEEDS: Final = (
    "入册货招新补",
    "退关销离失出废毕裁淘撤拆搬闭",
)  # marks of what comes in, and of what goes out
_MARKS: Final = tuple(map(any_of, NEEDS))
_BOTH: Final = (re.compile(_IN.pattern.removesuffix("$")), re.compile(_OUT.pattern.removesuffix("$")))


def flows(lead: str) -> int:
    """1 where the words before an amount say that it came in, −1 where it went out, else 0."""
    return 1 if _IN.search(lead) else -1 if _OUT.search(lead) else 0


def in_and_out(sentence: Sentence) -> bool:
    """Whether a sentence tells of both."""
    if any(map(sentence.marks.isdisjoint, _MARKS)):
        return False
    return all(pattern.search(sentence.text) for pattern in _BOTH)
