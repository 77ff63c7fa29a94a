"""What a rate makes of an amount where words say that it does, and of which: 费用占收入的22%，约合12.76亿元.

What a rate is of is named before it (资本净额的10%) or stands right before it (净利润3.6亿元，拿出四成，共计), or the
rate and what it comes to have one stem (赔付率68%, 赔付支出).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.operand import operand
from desktop.audit.passage_names import grams
from desktop.audit.passages import Passage, Told
from desktop.audit.ways import FOLD, Way
from desktop.audit.worded import Worded, alike, near_before, product, span, worded

_OF: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,})(?:的(?:约|近)?|[里中](?:可|能|应)?(?:分成?|提取?|抽取?|扣除?|拿出?))$"
)
_VERBS: Final = re.compile(
    r"不得|不能|不应|超过|高于|低于|少于|相当于?|等于|达到?|占到?|[按将把从以拿为是到给有至约仅只要即]|计提|提取|公司|全年"
    r"|当年|今年|去年|同期|其"
)
_COMES: Final = re.compile(
    r"^[^，,。；（(\d]{0,8}[，,：:（(]?(?:大?约|那?就是|也?就是说?|意味着|即|即为|折合|[合总共]计|计|约合|相当于|等于|共"
    r"|应?派发?|金额为?|为|[须需应要](?:缴|交|付|支付|拿出)|[赚亏]掉?了?|收取?)+[^，,。；\d]{0,6}$"
)
_LIMIT: Final = re.compile(
    r"上限|限额|最[多高大低少]|至[多少]|不得?超|不得?低于|红线|底线|底价|额度|顶格|封顶|可以?[借贷融授放投]|对应"
)
_MOVED: Final = re.compile(r"[增涨降跌减升]|同比|环比|[高低多少]于|比")
_THERE: Final = re.compile(r"超出|还|仍|剩|余|差|已|实际|目前|现有|[增减]|多出|少了|突破")
_STEM: Final = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2})[率成]?[率比](?:就|也|仅|只)?(?:为|是|达到?|按|定为)?约?$"
)
_PRICED: Final = re.compile(r"付|价|要|收|到手|合|即|就是")
_PAID: Final = re.compile(r"费|佣|税|赔|提成|抽成|分成|毛利|净利|定金|首付|准备|分红|奖|补贴|息")
_OWN: Final = re.compile(r"利率|年化|收益率|增速|逾期|不良")  # for a time, or of something else
_GONE: Final = re.compile(r"补贴|报销|承担|抽|扣|减免|补助|垫付|返还?|支付|上交|付给")
_ALL: Final = 100.0
_SHARED: Final = frozenset("分提抽扣派缴")
_KEPT: Final = re.compile(r"自己|自付|自掏|自理|[只还]剩|余下|其余|剩下|到手")
_RATES: Final = ("%", "permille", "times", FOLD)
_QUALIFIED: Final = re.compile(r"[\u4e00-\u9fff]{2}$")
_TIMES: Final = ("day", "month", "year")
_FAR: Final = 2  # sentences
_LONG: Final = 4  # characters of a name
_LEAST: Final = 2


def of_rates(passage: Passage) -> Iterator[Worded]:
    """Every amount of a line that a rate makes of what the rate is said to be of."""
    own = passage.own
    for at, rate in enumerate(own):
        if rate.figure.unit not in _RATES or rate.value <= 0 or rate.figure.role == "change":
            continue
        if rate.figure.comparator not in ("=", "~"):
            continue  # 不到四成
        if passage.text[: rate.start].rstrip().endswith(("（", "(")):
            continue  # 271件（27.0%）、150件: of the amount before it
        for n, told in enumerate(own[at + 1 : at + 3]):
            if told.tail[:1] == "的" and own[at + 2 + n : at + 3 + n] and own[at + 2 + n].share:
                continue  # 相当于48万元的50%: itself a base
            found = _named(passage, rate, told) or _stemmed(own, at, told)
            if found is None and n == 0:
                found = _beside(passage, own[:at], rate, told)
            if found is not None:
                yield found
                break


def _times(base: Told, rate: Told) -> Way | None:
    """An amount times a rate, a multiple or so many tenths."""
    many = operand(rate.figure)
    return product(base, rate._replace(value=many.many, share=False)) if many is not None else None


def _named(passage: Passage, rate: Told, told: Told) -> Worded | None:
    """Of what the words before the rate name: 占收入的22%."""
    match = _OF.search(rate.lead)
    name = _VERBS.split(match["name"])[-1] if match is not None else ""
    if len(name) < _LEAST:
        return None
    bases = [t for t in _called(near_before(passage, told, _FAR), name, told) if t.start != rate.start]
    if not bases or not _comes(passage, rate, told, bases):
        return None
    return worded(told, [_times(b, rate) for b in reversed(bases)])


def _called(before: Sequence[Told], name: str, told: Told) -> list[Told]:
    """The amounts before one that are called so; by the end of the name where none is by the whole."""
    every = [t for t in alike(before, told) if t.figure.role != "change"]
    for part in (name, name[-_LONG:], name[-_LEAST:]):
        found = [t for t in every if part in t.lead + t.figure.indicator.zh and not _MOVED.search(t.lead)]
        if found:
            return found
    return []


def _comes(passage: Passage, rate: Told, told: Told, bases: Sequence[Told]) -> bool:
    """Whether words tell an amount as what the rate comes to."""
    if told.sentence == rate.sentence and not any(rate.end <= t.start < told.start for t in passage.own):
        return _comes_to(passage, rate, told)
    last = bases[-1]
    if last.start < rate.start or told.sentence - last.sentence > 1 or _THERE.search(told.lead):
        return False
    if any(last.end <= t.start < told.start for t in passage.own):
        return False
    # 不得超过资本净额的10%。资本净额36亿元，最多可以借…; 按合同总额的5%支付定金。合同总额860万元，定金…
    if rate.figure.role == "threshold" and _LIMIT.search(told.lead) is not None:
        return True
    verbs = set(rate.lead + rate.tail) & set(told.lead) & _SHARED
    return bool(verbs or grams(rate.tail) & grams(told.lead) - grams(last.lead))


def _comes_to(passage: Passage, rate: Told, told: Told) -> bool:
    between = passage.between(rate, told)
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    return _COMES.match(between + hedge) is not None and not _MOVED.search(between)


def _beside(passage: Passage, before: Sequence[Told], rate: Told, told: Told) -> Worded | None:
    """Of the amount right before the rate: 净利润3.6亿元，拿出四成分红，共计1.44亿元; 总价468万元，打九折，实付."""
    base = before[-1] if before else None
    if base is None or not alike([base], told) or rate.sentence - base.sentence > 1:
        return None
    if (
        told.sentence != rate.sentence
        or _OF.search(rate.lead)
        or _OWN.search(rate.lead)
        or _MOVED.search(rate.lead)
    ):
        return None
    if rate.figure.unit == FOLD:
        if any(t.figure.unit == FOLD for t in [t for t in passage.own if t.start > told.start][:1]):
            return None  # 标价500元打八折，…标价450元打九折
        fits = _PRICED.search(told.lead) is not None
    else:
        fits = _comes_to(passage, rate, told) and _THERE.search(told.lead) is None
    wholes = [t for t in alike(before, told) if told.sentence - t.sentence <= 1]
    if rate.share and rate.value < _ALL and _KEPT.search(told.lead) and _GONE.search(rate.lead):
        return worded(told, [_left(_whole_of(base, rate, wholes), rate)])
    return worded(told, [_times(t, rate) for t in reversed(wholes)]) if fits else None


def _whole_of(base: Told, rate: Told, wholes: Sequence[Told]) -> Told:
    """The amount that a rate is of: 造价60万元，补助18万元，补助恰为三成 is of the first, which it fits."""
    share = span(rate)
    for whole in wholes:
        own, part = span(whole), span(base)
        if whole is base or own is None or part is None or share is None:
            continue
        found = part.scaled(_ALL).over(own)
        if found is not None and found.meets(share):
            return whole
    return base


def _left(base: Told, rate: Told) -> Way | None:
    """What a rate leaves of an amount: 补贴四成，自己掏."""
    own, part = span(base), 1 - rate.value / _ALL
    if own is None:
        return None
    return Way((base.figure, rate.figure), own.scaled(part), base.value * part, "{} × (100% − {})")


def _of_two_kinds(one: str, other: str, stem: str) -> bool:
    """Whether a stem is qualified in two ways: 研发费用率 is not what makes 销售费用."""
    kinds = [_QUALIFIED.search(words.partition(stem)[0]) for words in (one, other) if stem in words]
    return all(kinds) and len({m[0] for m in kinds if m is not None}) > 1


def _stemmed(own: Sequence[Told], at: int, told: Told) -> Worded | None:
    """Of the amount beside it, where what it comes to has the stem of its name: 赔付率68%, 保费25亿元, 赔付支出."""
    rate = own[at]
    if "息" in told.lead and any(t.figure.unit in _TIMES for t in own[at + 1 :] if t.start < told.start):
        return None  # 借8万元，182天的利息
    match = _STEM.search(rate.lead)
    if rate.figure.unit not in ("%", "permille") or "占" in rate.lead or not _PAID.search(told.lead):
        return None
    if match is not None and _of_two_kinds(rate.lead, told.lead, match["stem"]):
        return None
    if match is None or match["stem"] not in told.lead:
        shared = grams(rate.figure.indicator.zh + rate.lead) & grams(told.lead)
        if not any(_PAID.search(g) and not _of_two_kinds(rate.lead, told.lead, g) for g in shared):
            return None
    if (
        _OWN.search(rate.lead)
        or _MOVED.search(rate.lead + told.lead)
        or "其中" in told.lead
        or told.sentence != rate.sentence
    ):
        return None
    behind = told is not own[at + 1]
    base = own[at + 1] if behind else own[at - 1] if at else None
    if (
        base is None
        or base.sentence != rate.sentence
        or not alike([base], told)
        or base.figure.role == "change"
    ):
        return None
    return worded(told, [_times(base, rate)], plain=True)
