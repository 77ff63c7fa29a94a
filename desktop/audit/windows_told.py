"""Over how many months an amount is told: 上半年, 前三个季度, 两年间, 季卡; and what is told for each month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.per import time_in
from desktop.audit.reading import number as counted
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.value import value

MONTHS: Final = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_N: Final = r"[一两二三四五六七八九十]{1,3}|\d{1,2}"
_WINDOW: Final = re.compile(
    r"(?P<run>(?P<first>\d{1,2})(?:月份?)?[至到—–~-]+(?P<far>(?:19|20)\d\d年|[次翌]年)?(?P<last>\d{1,2})月(?!\d))"
    rf"|(?P<quarters>(?:前|头|后|这|[全当]?年)?(?P<qn>{_N})个季度|前(?P<qm>[二两三23])季度)"
    rf"|(?P<months>(?:前|头|后|近|过去|这)?(?P<mn>{_N})个月)"
    r"|(?P<half>[上下]半年|半年(?![报前后多]))"
    r"|(?P<quarter>第?[一二三四1234]季度?|Q[1-4]|单季|当季|季[卡票费租])"
    rf"|(?P<years>(?<![\d第])(?P<yn>{_N})年(?:间|里|内|来|下来|共|合计|一共|累计|总共))"
    r"|(?P<year>全年|(?:20|19)\d\d年(?!\d|[一二三四上下第前末初底1-9])|[去今上本]年(?!同期|末|底|初)|年[费卡票租](?!用))"
    r"|(?P<month>(?<![\d.第])(?:1[0-2]|[1-9])月(?!\d)|当月|单月|月[卡票费租])"
)
_AND: Final = re.compile(r"份?(?:、|和|与|及|加上?)")
_EACH: Final = re.compile(r"[每均]|一个?[年月季]")
_GOES_ON: Final = re.compile(r"(?:变[成为]|转为|[升降涨增减提调]?[到至为成])(?:了|盈|亏|赚|亏损|盈利)*")
_BREAK: Final = re.compile(r"[，,；;：:。（(]")
_NO_AMOUNT: Final = frozenset(
    ("%", "pp", "bp", "times", "rank", "year", "month", "quarter", "week", "day", "hour", "age")
)
_STOCK: Final = re.compile(
    r"余额|存量|保有|在册|库存|[年月季期]末|年底|月底|截[至止]|目前|现有|人口|资产|净值|市值|在管|单价|均价|价格"
)


@value
class Over:
    """An amount, and the months that it is told over, 0 where they are not told; ``each`` where it is for each.

    ``near`` where the clause of the amount tells them; ``lead`` are the words back to the amount before.
    """

    figure: Figure
    months: float
    each: bool
    near: bool
    clause: str
    lead: str
    words: str


def over(sentence: Sentence) -> Iterator[Over]:
    """The amounts of a sentence in order, each with the last window that its words name."""
    at, window, words, last = 0, 0.0, "", ""
    for figure in sentence.amounts:
        if figure.role != "level" or figure.unit in _NO_AMOUNT or not value_of(figure):
            continue
        begin = figure.anchor.start - sentence.start
        gap = sentence.text[at:begin]
        at = figure.anchor.end - sentence.start
        clause, near = behind_last(_BREAK, gap), False
        behind = -1
        for match in _WINDOW.finditer(gap):
            added = behind >= 0 and _AND.fullmatch(gap, behind, match.start()) is not None
            window = _months(match) + (window if added else 0.0)  # 4月、5月和6月一共
            words, near, behind = match[0], match.end() > len(gap) - len(clause), match.end()
        each = time_in(clause) if _EACH.search(clause) else ""  # 上半年营收 is of no year
        if not each and last and _GOES_ON.fullmatch(clause):
            each = last  # 从每月赚4万元变成亏1.4万元
        last = each
        if each in MONTHS:
            yield Over(figure, MONTHS[each], True, near, clause, gap, words if near else "")
        elif each or _STOCK.search(gap):
            yield Over(figure, 0.0, False, False, clause, gap, "")
        else:
            yield Over(figure, window, False, near, clause, gap, words)


def _months(match: re.Match[str]) -> float:
    if match["run"]:  # 1—9月; from April to next March it is not told how many
        return 0.0 if match["far"] else max(0.0, float(match["last"]) - float(match["first"]) + 1)
    many = match["qn"] or match["qm"] or match["mn"] or match["yn"] or "1"
    number = float(many) if many.isdecimal() else float(counted(many))
    size = {
        "quarters": 3.0,
        "quarter": 3.0,
        "months": 1.0,
        "month": 1.0,
        "half": 6.0,
        "years": 12.0,
        "year": 12.0,
    }
    kind = next(k for k in size if match[k])
    return number * size[kind]
