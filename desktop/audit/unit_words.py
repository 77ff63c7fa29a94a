"""Whether the words of an amount and of what units bind it to can go together: what it is of, and at what rate."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.unit_ways import Guess
from desktop.audit.ways import is_told, like
from desktop.audit.worked import Worked

_EXACT: Final = 0.01
_RECKONED: Final = re.compile(r"[乘算按]")
_COMES_TO: Final = re.compile(
    r"^[^，,：:（(\d]{0,8}[，,：:（(]?(?:大?约|那?就是|也就是|即|即为|折合|合计?|约合|相当于|等于|计|=|＝)+[^，,\d]{0,4}$"
)
_YIELD: Final = re.compile(  # what is paid, earned or lost at a rate of an amount
    r"息|佣|税|费|提成|分成|抽成|准备|拨备|计提|应[缴纳付]|[净少多倒][赚亏贴拿付得赔]|不良|逾期|收益|分红|返利|到手|损失|坏账|罚金|亏损"
)
_KINDS: Final = (
    re.compile(r"利润|毛利|净利|[赚亏损]"),
    re.compile(r"成本|费|支出|投入|耗|花|租|薪|工资|造价"),
    re.compile(r"收入|营收|销售|营业额|流水|成交|票房|创收|产值|票款"),
)
_NOUNS: Final = re.compile(  # what a clause says besides the name of the amount
    r"[每单](?:一?个?[\u4e00-\u9fff](?:[次里米])?)?|[\u4e00-\u9fff]均|客单|平均|[时车]速|速度|一[\u4e00-\u9fff]|摊到?|分到?|约|合|大概|算下来|就?是|只|要|得|能|有|了|才|"
    r"花费?|付|承担|负担|折合|折算|相当于|也就是|等于|到|达|为|下来|总?共|合计|总计|全部?|每?[天日月年]|收|卖|挣|[A-Za-z\s]+"
)
_WORD: Final = 2  # characters of a noun
_RATE: Final = re.compile(r"率|比例|比重|点$")
_GENERIC: Final = frozenset("年度数量额均每人单件的总收入支出元户家笔个约为是达率比例占高低到末底计")


def of_it(told: Worked, guess: Guess, *, together: bool) -> bool:
    """Whether the clause of an amount names nothing but what its parts are of: 票款 for each is no part of a 成本."""
    total = guess.parts[0]
    known = total.lead + total.figure.indicator.zh
    if guess.over:
        if not together:
            return False
    elif kind_apart(total.lead, told.clause):
        return False
    else:
        known += guess.parts[1].lead
    shared = alike_named(told.clause, known)
    return shared or (not guess.over and _RECKONED.search(told.sentence) is not None)


def alike_named(words: str, known: str) -> bool:
    """Whether the words of an amount name nothing, or something that other words have, too."""
    name = _NOUNS.sub("", words)
    return len(name) < _WORD or bool(set(name) & set(known) - _GENERIC)


def kind_apart(one: str, other: str) -> bool:
    """Whether words speak of a gain, a cost or an income, and other words of another of the three."""
    kinds = [{n for n, k in enumerate(_KINDS) if k.search(words)} for words in (one, other)]
    return bool(kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]))


def named(told: Worked, guess: Guess) -> bool:
    """Whether the clause is of what a rate is of: 赔付率62%，赔款; or only says what it comes to: 75%，即."""
    rate = next((p for p in guess.parts if p.rate), None)
    if rate is None:
        return False
    shared = _RATE.search(rate.lead) is not None and bool((set(rate.lead) & set(told.clause)) - _GENERIC)
    name = told.clause.strip(" 约有共是为达")
    return shared or comes_to(told, guess) or (len(name) > _WORD and rate.lead.startswith(name))


def comes_to(told: Worked, guess: Guess) -> bool:
    """Whether an amount is told right behind a rate as what that comes to."""
    rate = next((p for p in guess.parts if p.rate), None)
    if rate is None or rate.figure not in told.before[-1:]:
        return False
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    return _COMES_TO.match(told.between(rate.figure, told.figure) + hedge) is not None


def paid(told: Worked, guess: Guess) -> bool:
    """Whether the clause is of what is paid, earned or lost at a rate, or of what the rate is of."""
    return _YIELD.search(told.clause + told.tail) is not None or named(told, guess)


def worked_rate(told: Worked, guess: Guess) -> bool:
    """Whether a rate is the quotient of two amounts before it, and so says nothing of the next."""
    rate = next(p for p in guess.parts if p.rate)
    values = [value_of(f) or 0.0 for f in (*told.earlier, *told.before) if like(f, guess.parts[0].figure)]
    pairs = itertools.permutations([v for v in values if v > 0], 2)
    return any(abs(a / b / rate.many - 1) < _EXACT for a, b in pairs)


def told_already(told: Worked, guess: Guess) -> bool:
    """Whether another amount before is what a guess gives, so that this one is something else."""
    parts = [p.figure for p in guess.parts]
    for figure in (*told.before, *told.earlier[-6:]):
        value = value_of(figure)
        if value and 0.9 < guess.point / value < 1.1 and like(figure, told.figure) and figure not in parts:
            way = guess.way()
            if way is not None and is_told(way, figure):
                return True
    return False


def of_other_year(told: Worked, guess: Guess) -> bool:
    """Whether a part is of another year than the amount."""
    years = {f.period.start.year for f in (told.figure, *(p.figure for p in guess.parts))
             if f.period is not None and f.period.start is not None}  # fmt: skip
    return len(years) > 1
