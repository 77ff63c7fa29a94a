"""What an instalment plan comes to: 分12期，每期本金600元、手续费46.8元，一共付出7761.6元.

The principal, the number of instalments and what is paid in each give the total, the cost and the cost of each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, apart, money, near_before, product, quotient, worded

_EACH: Final = re.compile(r"每[一个]?[期月]|月供|月付|月还")
_PAID: Final = re.compile(
    r"(?:总共?|一共|合计|总计|共|全部|加起来|连本带[息利]|本息|最[后终]|累计|下来|到期)[^，,。；\d]{0,8}$"
)
_PAYS: Final = re.compile(r"[还付偿掏交花]|支出|支付")
_COST: Final = re.compile(r"利息|手续费|服务费|息费|费用|成本|本金之外|多[还付花出]")
_SPREAD: Final = re.compile(r"^(?:折合|平均|摊到?|合|相当于|等于)")
_PRINCIPAL: Final = re.compile(r"本金")
_OTHER: Final = re.compile(
    r"提前|逾期|违约|罚|优惠|折扣|[打\d一二三四五六七八九]折|减免|首付|首期|实际到手|前[一二三四五六\d]+期|已[还付]|剩|未还|最低"
)
_TERMS: Final = ("count:期", "month")
_FAR: Final = 2  # sentences
_BESIDE: Final = 12  # characters
_MOST: Final = 6  # amounts each


def of_terms(passage: Passage) -> Iterator[Worded]:
    """The totals, costs and instalments of a line that tells of how many instalments."""
    if "期" not in passage.marks and "月" not in passage.marks:
        return
    if not any(t.figure.unit in _TERMS for t in passage.own):
        return
    for told in passage.own:
        if money([told]):
            found = _of(passage, told)
            if found is not None:
                yield found


def _of(passage: Passage, told: Told) -> Worded | None:
    words = passage.clause(told)
    near = near_before(passage, told, _FAR)
    terms = [t for t in near if t.figure.unit in _TERMS and t.value > 1 and _is_term(passage, t)]
    paid = money(near)[-_MOST:]
    if len({_many(t) for t in terms}) != 1 or not paid:
        return None
    term = terms[-1]
    if _OTHER.search(passage.text, term.start, told.end):
        return None
    each = _each(passage, paid)
    lent = [t for t in paid if t not in each]
    rates = [t for t in near if t.share and t.figure.role != "change" and _EACH.search(passage.clause(t))]
    if _EACH.search(words):
        if _PRINCIPAL.search(told.lead):
            return worded(told, [_over(p, term) for p in lent], plain=True)
        if _COST.search(told.lead):
            return worded(told, _costs_each(term, lent, each, rates), plain=True)
        if _SPREAD.search(told.lead):
            return worded(told, [_over(p, term) for p in reversed(lent)], plain=True)
        return None
    if _COST.search(told.lead) and (_goes_on(passage, told) or "另" in told.lead) and rates:
        return worded(told, _costs_each(term, lent, each, rates), plain=True)
    if _COST.search(told.lead):
        return worded(told, _costs(term, lent, each, rates), plain=True)
    if _PAID.search(words) and _PAYS.search(words):
        return worded(told, _totals(term, lent, each, rates), plain=True)
    return None


def _is_term(passage: Passage, told: Told) -> bool:
    return told.figure.unit == "count:期" or re.search(r"[分还]", told.lead + told.tail) is not None


def _goes_on(passage: Passage, told: Told) -> bool:
    """Whether an amount is told in one breath with the one before it: 每期本金500元、手续费45元."""
    return passage.text[: told.start - len(told.lead)][-1:] in ("、", "和", "及")


def _many(told: Told) -> float:
    return float(told.figure.low or 0)


def _each(passage: Passage, paid: Sequence[Told]) -> list[Told]:
    """Those that are paid in each instalment: 每期本金500元、手续费45元."""
    found: list[Told] = []
    for told in paid:
        goes_on = found and _goes_on(passage, told) and told.start - found[-1].end < _BESIDE
        if _EACH.search(passage.clause(told)) or goes_on:
            found.append(told)
    return found


def _by(one: Told, term: Told) -> Way | None:
    """An amount times the number of instalments."""
    return product(one, term._replace(value=_many(term)))


def _over(one: Told, term: Told) -> Way | None:
    return quotient(one, term, by=1.0) if term.figure.unit == "count:期" else None


def _sum_by(one: Told, other: Told, term: Told) -> Way | None:
    a, b = _by(one, term), _by(other, term)
    if a is None or b is None:
        return None
    figures = (one.figure, other.figure, term.figure)
    return Way(figures, a.found.plus(b.found), a.point + b.point, "({} + {}) × {}")


def _on_top(one: Told, way: Way | None) -> Way | None:
    if way is None:
        return None
    found = way.found.plus(_exact(one.value))
    return Way((one.figure, *way.inputs), found, one.value + way.point, f"{{}} + {way.sign}")


def _totals(
    term: Told, lent: Sequence[Told], each: Sequence[Told], rates: Sequence[Told]
) -> Iterator[Way | None]:
    """Principal and cost of all instalments."""
    for one, other in itertools.combinations(reversed(each), 2):
        yield _sum_by(other, one, term)
    for one in reversed(each):
        yield _by(one, term)
        for whole in lent:
            yield _on_top(whole, _by(one, term))
    for whole, rate in itertools.product(lent, rates):
        yield _on_top(whole, product(whole, rate, term._replace(value=_many(term))))
    for whole, more in itertools.permutations(lent, 2):
        if more.start > whole.start:
            yield _on_top(whole, Way((more.figure,), _exact(more.value), more.value, "{}"))


def _costs(
    term: Told, lent: Sequence[Told], each: Sequence[Told], rates: Sequence[Told]
) -> Iterator[Way | None]:
    """What is paid beside the principal."""
    for one, other in itertools.combinations(reversed(lent), 2):
        yield apart(one, other)
    for whole, rate in itertools.product(lent, rates):
        yield product(whole, rate, term._replace(value=_many(term)))
    for one in reversed(each):
        if _COST.search(one.lead):
            yield _by(one, term)
        for whole in lent:
            made = _by(one, term)
            if made is not None and made.point > whole.value:
                rest = made.found.minus(_exact(whole.value))
                yield Way((*made.inputs, whole.figure), rest, made.point - whole.value, f"{made.sign} − {{}}")


def _costs_each(
    term: Told, lent: Sequence[Told], each: Sequence[Told], rates: Sequence[Told]
) -> Iterator[Way | None]:
    """The cost of one instalment."""
    for whole, rate in itertools.product(lent, rates):
        yield product(whole, rate)
    costs = [t for t in lent if _COST.search(t.lead)]
    for one in reversed(costs):
        yield _over(one, term)
    for one, whole in itertools.product(each, lent):
        part = _over(whole, term)
        if part is not None and one.value > part.point:
            rest = _exact(one.value).minus(part.found)
            yield Way((one.figure, *part.inputs), rest, one.value - part.point, f"{{}} − {part.sign}")


def _exact(value: float) -> Interval:
    return Interval(value, value)
