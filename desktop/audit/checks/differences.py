"""What is left: income less cost is the gap, a stock less what was sold is the rest; and the parts of a year."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "differences"
_LEFT: Final = re.compile(
    r"(?:还|仍|尚|只|仅|就|净|共)?(?:剩余?|余|欠|差|缺)(?:下|了|有)?(?:约|近|不到|不足)?$|结余|盈余|缺口|窟窿|亏空|差额|入不敷出|净增加?|净减少?|净流[入出]|顺差|逆差|轧差"
)
_NOT_LEFT: Final = re.compile(
    r"其余|累计|滚存|历年|上年|相差|差[距价别]|时差|误差|偏差|余额|业余|剩余(?:寿命|期限|年限|流动)|率"
)
_YEAR: Final = re.compile(r"^(?:[前去今当]年|上年|如今|现在|(?:19|20)\d\d年末?)")
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_GAP: Final = re.compile(r"缺口|窟窿|亏空|差额|结余|盈余|入不敷出|顺差|逆差|轧差")
_NET: Final = re.compile(r"净[增减流]")
_TAKEN: Final = re.compile(
    r"卖|售|用|花|支|付|拨|还|补|填|贴|发|走|退|关|减|扣|去|消耗|完成|交|吃|投|拆|撤|裁|离|死|坏|报废|出|成本|费用"
)
_SPEAKS: Final = re.compile(r"剩|余|欠|差|缺|窟窿|亏空|入不敷出|净[增减流]|半年|季度|分别|总")
_PERIODS: Final = (
    ("上半年", "下半年"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("前三季度", "四季度"),
    ("前三季度", "第四季度"),
)
_DATED: Final = re.compile(r"^(?:(?:19|20)\d\d年?|[今去前当]年|上年)?第?")
_WHOLE_YEAR: Final = re.compile(r"全年|一年|年度")
_ALL: Final = re.compile(
    r"总(?P<noun>[\u4e00-\u9fff]{1,3})(?:达|为|是|共|约|超|近|高达|达到)?$|全年(?:共|合计|一共)?[\u4e00-\u9fff]{0,3}$"
)
_MORE: Final = re.compile(r"追加|再[加投]|加上|另[加投]")
_RATES: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "age", "")
LEFT = Text("{0}减去{1}是{2}，不是文中的{3}。", "{0} less {1} is {2}, not {3}.")
PARTS = Text("各期（{0}）相加是{1}，不是文中的{2}。", "The parts ({0}) add up to {1}, not {2}.")


@check(
    KEY,
    "差额与分期",
    "differences and parts of a year",
    "prose",
    needs={"prose": ("剩余欠差缺窟亏敷净季别总半",)},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check rests and gaps against the two amounts before them, and a year against its halves or quarters."""
    if not _SPEAKS.search(piece.text):
        return
    for before, sentence in itertools.pairwise((None, *piece.sentences)):
        if sentence is None or not _SPEAKS.search(sentence.text):
            continue
        values, carried = _values(sentence), _values(before) if before is not None else []
        goes_on = before is not None and before.text.endswith(("；", ";"))
        for claim in sentence.amounts:
            if claim.unit not in _RATES:
                yield from _left(sentence, values, claim, carried, goes_on=goes_on)
        yield from _periods(sentence, values)
        yield from _listed(sentence, values)
        yield from _added(sentence, values)


def _values(sentence: Sentence) -> list[Figure]:
    """The amounts that are neither shares nor changes."""
    return [f for f in sentence.amounts if f.unit not in _RATES and f.role == "level"
            and value_of(f) is not None and not is_change(sentence, f)]  # fmt: skip


def _clause(sentence: Sentence, figure: Figure) -> str:
    return _CLAUSE.split(sentence.lead(figure))[-1]


def _left(
    sentence: Sentence, values: Sequence[Figure], claim: Figure, carried: Sequence[Figure], *, goes_on: bool
) -> Iterable[Result]:
    clause = _clause(sentence, claim)
    told = _LEFT.search(clause)
    if told is None or _NOT_LEFT.search(clause):
        return
    alike = [f for f in values if f.anchor.end <= claim.anchor.start and same_dimension(f.unit, claim.unit)]
    gap = bool(_GAP.search(clause))
    if len(alike) == 1 and gap and "相抵" in sentence.lead(claim):
        # "against the cost": an amount that the sentence before gives by that name
        lead = sentence.lead(claim)
        named = [f for f in carried if same_dimension(f.unit, claim.unit) and len(f.indicator.zh) > 1
                 and f.indicator.zh[-2:] in lead]  # fmt: skip
        alike = [*alike, *named] if len(named) == 1 else alike
    if (
        len(alike) > 2
        and not gap
        and not _NET.search(clause)
        and "差" in clause
        and _earlier_gap(sentence, alike)
    ):
        alike = alike[-2:]
    if len(alike) == 1 and goes_on and "差额" in clause:
        alike = [*(f for f in carried if same_dimension(f.unit, claim.unit)), *alike]
    if len(alike) > 2 and "差额" in clause:
        alike = _apart(claim, alike)
    if len(alike) != 2 or all(_YEAR.search(_clause(sentence, f)) for f in (*alike, claim)):
        return  # 前年120家，去年90家，今年只剩45家: one count at three times
    one, other = alike
    a, b, c = value_of(one), value_of(other), value_of(claim)
    if a is None or b is None or c is None:
        return
    if not gap and not _NET.search(clause) and (a < b or not _TAKEN.search(_clause(sentence, other))):
        return
    if _NET.search(clause) and a < b:
        one, other, a, b = other, one, b, a
    most, least = (one, other) if a >= b else (other, one)
    yield from _held(most, least, claim)


def _apart(claim: Figure, alike: Sequence[Figure]) -> list[Figure]:
    """The two amounts that a difference is of: any two that give it, else the last; none where more are taken off."""
    own = as_claim(claim)
    for pair in itertools.combinations(reversed(alike), 2):
        one, other = (as_claim(f) for f in pair)
        if own is None or one is None or other is None:
            return []
        if own.meets(one.minus(other)) or own.meets(other.minus(one)):
            return [pair[1], pair[0]]
    top = max(alike, key=lambda f: value_of(f) or 0.0)
    rest = added([f for f in alike if f is not top])
    left = (value_of(top) or 0.0) - rest[1] if rest is not None else 0.0
    return [] if own is None or own.holds(abs(left)) else list(alike[-2:])


def _earlier_gap(sentence: Sentence, alike: Sequence[Figure]) -> bool:
    """Whether what is left is left of a gap that the sentence itself has stated: 缺口11亿，补了8亿，还差3亿."""
    return bool(_GAP.search(_clause(sentence, alike[-2]))) and bool(
        _TAKEN.search(_clause(sentence, alike[-1]))
    )


def _held(most: Figure, least: Figure, claim: Figure) -> Iterable[Result]:
    own, one, other = as_claim(claim), as_claim(most), as_claim(least)
    a, b = value_of(most), value_of(least)
    if own is None or one is None or other is None or a is None or b is None:
        return
    rest = one.minus(other)
    written = formula("{} − {} = {}", bare(most), bare(least), amount(a - b, claim, exact=True))
    figures = (claim, most, least)
    if rest.meets(own):
        point = value_of(claim) or 0.0
        yield say.passed(KEY, figures, written, rounded=abs(a - b - point) > 1e-9 * max(1.0, point))
    else:
        said = LEFT.format(bare(most), bare(least), amount(a - b, claim, exact=True), stated(claim))
        yield say.finding(KEY, "inconsistent", figures, written, said, "left")


def _periods(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """Halves or quarters, and the year."""
    for names in _PERIODS if "半年" in sentence.text or "季度" in sentence.text else ():
        parts = [f for name in names for f in values if _DATED.sub("", _clause(sentence, f)).startswith(name)]
        parts = [f for n, f in enumerate(parts) if f not in parts[:n]]
        if len(parts) != len(names):
            continue
        last = parts[-1]
        whole = [f for f in values if f not in parts and _WHOLE_YEAR.search(_clause(sentence, f))]
        if len(whole) == 1 and all(same_dimension(p.unit, whole[0].unit) for p in parts) and last in values:
            yield from _sum(parts, whole[0])
            return


def _listed(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """ "三期分别投资2亿元、3亿元和5亿元，总投资12亿元": a list told with 分别, and a total of that name."""
    if "分别" not in sentence.text:
        return
    for at, whole in enumerate(values):
        told = _ALL.search(_clause(sentence, whole))
        if told is None or at < 2:
            continue
        parts: list[Figure] = []
        for figure in reversed(values[:at]):
            if not same_dimension(figure.unit, whole.unit):
                break
            parts.insert(0, figure)
            if "分别" in sentence.lead(figure):
                break
        first = sentence.lead(parts[0]) if parts else ""
        named = told["noun"] is None or told["noun"][:2] in first or whole.unit not in ("CNY", "person")
        if len(parts) >= 2 and "分别" in first and named and not re.search(r"均|每|率|比|价", first[-8:]):
            yield from _sum(parts, whole)
            return


def _added(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """ "计划投资5亿元，追加1.2亿元，总投资6.2亿元"."""
    for whole in values:
        told = _ALL.search(_clause(sentence, whole))
        if told is None or told["noun"] is None:
            continue
        parts = [
            f
            for f in sentence.amounts
            if f.anchor.end <= whole.anchor.start and same_dimension(f.unit, whole.unit)
        ]
        if len(parts) != 2:
            continue
        if _MORE.search(_clause(sentence, parts[1])) and told["noun"][:2] in sentence.lead(parts[0]):
            yield from _sum(parts, whole)


def _sum(parts: Sequence[Figure], whole: Figure) -> Iterable[Result]:
    both, own, value = added(parts), as_claim(whole), value_of(whole)
    if both is None or own is None or value is None:
        return
    written = formula_of(parts, both[1], whole)
    found: Interval = both[0]
    if found.meets(own):
        yield say.passed(KEY, (whole, *parts), written, rounded=abs(both[1] - value) > 1e-9 * value)
    else:
        shown = say.listed([bare(p) for p in parts])
        said = PARTS.format(shown, amount(both[1], whole, exact=True), stated(whole))
        yield say.finding(KEY, "inconsistent", (whole, *parts), written, said, "parts")
