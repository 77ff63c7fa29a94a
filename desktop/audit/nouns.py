"""Names fit to be read out: what the reader took from a clause is cut to its noun, or left out where it is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# Words that a noun does not end with: 余额先 is the 余额, 续保率停 the 续保率.
_TAIL: Final = re.compile(
    r"(?:[也先停排就还只却才又再已均仍曾竟则相各把被将向给让使由从在至到要会收]|(?<![成首古])都|(?<!方)便|正好|整整|可以|一共|分别|拆成|没有|达成|"
    r"反而|预计|大约)+$"
)
# Pieces that a date cut off before (年末, 期间) or a pronoun (其他) leaves at the head.
_HEAD: Final = re.compile(r"^(?:[里间中末底内度]的?(?![部地期心学央层等接程位隔断小型])|他(?![人国乡]))")
# Words of a sentence, not of a name; a name of a measure may have some (获得一名新客户的平均花费).
_CLAUSE: Final = re.compile(
    r"[了着把被让说却就]|没有|可以|不再|因为|为什么|什么|怎么|首次|选了|连着|最[高低多少大小贵快慢]$|^(?:[按若]|占(?!比)|每收|后者|前者|前后|"
    r"原来|此后|那样|上一年|再一年|一点|绝对额|正好|合起来|折合|估算|留下|用满|存满)"
)
_MEASURE: Final = re.compile(
    r"(?:率|额度?|量|数|占比|比例|比重|份额|成本|价格?|费用?|收入|利润|规模|余额|增速|时长|时间|支出|营收|花费|单价|均价|年龄)$"
)


@lru_cache(maxsize=20000)
def noun(name: str) -> str:
    """The part of a Chinese name that can be read out as one; "" where nothing of it can."""
    if name.isascii():
        return name
    cut = _TAIL.sub("", _HEAD.sub("", name)).strip("的 ·")
    if len(cut) < 2 and cut != name:
        return ""
    return "" if _CLAUSE.search(cut) and (not _MEASURE.search(cut) or cut[0] in "按若") else cut
