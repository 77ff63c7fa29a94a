"""Shares told in a row that are all of one whole, and what some of them come to together.

由三方出，省里出45%，市里出35%，企业出20%: as many as announced are all. 人工与维修合占64.0%: any that
add up to it clear it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import bare, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits
from desktop.audit.passage_names import grams
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "share_rows"
_COUNT: Final = re.compile(
    r"(?P<n>[两二三四五六七])(?:个?[人方家类种等档块级项路股者批段省市地])(?!成|分之|[多余]|年|月|倍|次)"
)
_DIGITS: Final = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_MADE_UP: Final = re.compile(
    r"构成|组成|结构|分为|分成|分摊|划分|按[^，。；]{1,8}[分看][，：:]?|来源|去向|出资|占股|持股|股权"
)
_NO_WHOLE: Final = re.compile(
    r"[率价]|增|减|降|升|涨|跌|同比|环比|[高低多少]于|由|从|目标|预计|其中|均|满意|认为|表示|觉得|提到|担心|抱怨|嫌|希望|愿意|支持|多选|"
    r"(?<![省市县乡镇村区厂店家])里[^，]|中[^，]|去年|上年|此前|原来|(?:19|20)\d\d"
)
_TOGETHER: Final = re.compile(
    r"(?:合计|合起来|加起来|加在一[起块]|加总|一共|总共|共|(?<![集综联组混])合|相加|之和)(?:起来|正好|恰好|刚好|就|已|便|只|仅|要|也|还)*(?:占|拿|出|有|为|是|达|到|了|去|超过|约|近)*$"
)
_AND: Final = re.compile(r"[和与、及跟加]")
_FEW: Final = re.compile(
    r"(?P<which>前|后|这|以上|上述|头)?(?P<n>[两二三四五六七])(?:大?[项类家个者种块档条款处]|大[^，]{1,2}|部分)"
)
_OTHER_TIME: Final = re.compile(r"[；;，,](?:而|但)?到?(?:了|如今|(?:19|20)\d\d年)")
_BELOW: Final = re.compile(r"以下|以内|未满|不满|不足|不到")
_ABOVE: Final = re.compile(r"以上|超过|及?以后")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_LEAST_STEPS: Final = 3
_LEAST: Final = 40.0  # percent that shares of one whole come to at least
_OTHERS: Final = 2  # shares more than are told together
_FAR: Final = 24  # characters between two shares of a row
_MOST: Final = 8  # shares that may be added
_TURN: Final = re.compile(r"却占|[^，]却|反而|反倒")
OVER: Final = Text(
    "{0}相加是{1}，同一整体的各部分不可能超过100%。",
    "{0} add up to {1}; parts of one whole cannot exceed 100%.",
)
UNDER: Final = Text(
    "{0}相加只有{1}，而它们应当合成100%。", "{0} add up to only {1}, though they should make up the whole."
)
SUM: Final = Text("{0}相加是{1}，不是文中的{2}。", "{0} add up to {1}, not {2} as the text says.")


@check(KEY, "并列占比", "shares in a row", "section", needs={"section": ("%*2",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up the shares of each row that is all of a whole, and those that are told together."""
    for passage in passages(piece):
        shares = [t for t in passage.own if t.share and t.figure.role != "change"]
        if not shares or (len(shares) < 2 and not any(t.share for t in passage.above)):
            continue
        if len(shares) >= _LEAST_STEPS and _BELOW.search(passage.text) is not None:
            yield from _steps(passage, shares)
        for row in _rows(passage, shares):
            yield from _all(passage, row)
        for told in shares:
            if _TOGETHER.search(told.lead):
                yield from _together(passage, told)


def _rows(passage: Passage, shares: Sequence[Told]) -> Iterator[list[Told]]:
    """The shares of a sentence that stand in a row, each with its name."""
    row: list[Told] = []
    for told in shares:
        plain = not _NO_WHOLE.search(told.lead) and told.name and told.figure.comparator in ("=", "~")
        if row and (
            not plain
            or told.sentence != row[0].sentence
            or told.start - row[-1].end > _FAR
            or _OTHER_TIME.search(passage.between(row[-1], told))
            or _TURN.search(told.lead)  # 笔数占六成，投诉却占四分之三: of another whole
        ):
            yield row
            row = []
        if plain and not _TOGETHER.search(told.lead):
            row = [*row, told]
    yield row


def _all(passage: Passage, row: Sequence[Told]) -> Iterator[Result]:
    both = added([t.figure for t in row]) if len(row) > 1 else None
    if both is None or "其中" in passage.text[row[0].start : row[-1].start]:
        return
    found, point = both
    before = passage.text[max(0, row[0].start - 60) : row[0].start]
    if any(_is_sum(t, row[0], found) for t in passage.own):
        return  # 这四种占了80%：白27.6%，…: they are all of what is told before them
    told = [_DIGITS[m["n"]] for m in _COUNT.finditer(before)]
    counted = len(row) in told[-1:]
    parallel = len(row) > 2 and _parallel([t.name for t in row]) and all("占" in t.lead for t in row)
    stands = _of_amount(passage, row) or (
        len(row) > 2 and "剩" in row[-1].lead and all("占" in t.lead for t in row[:-1])
    )
    if not counted and not parallel and not stands and not _MADE_UP.search(before[-30:]):
        return
    figures = [t.figure for t in reversed(row)]
    written = formula_of([t.figure for t in row], point, row[0].figure)
    listed = say.listed([bare(t.figure) for t in row])
    if found.holds(100):
        yield say.passed(KEY, figures, written, rounded=abs(point - 100) > 1e-9)
    elif found.low > 100:
        yield say.finding(KEY, "inconsistent", figures, written, OVER.format(listed, percent(point)), "over")
    elif counted and point > _LEAST and _ends(passage, row[-1]):
        yield say.finding(
            KEY, "inconsistent", figures, written, UNDER.format(listed, percent(point)), "under"
        )


def _steps(passage: Passage, shares: Sequence[Told]) -> Iterator[Result]:
    """Shares of steps, outside of which nothing lies: 30岁以下占45%，30岁到40岁占35%，40岁以上占20%."""
    rows = itertools.groupby(shares, key=lambda t: t.sentence)
    for row in (list(own) for _, own in rows):
        names = [passage.clause(t) for t in row]
        ends = [[float(n) for n in _NUMBER.findall(words)] for words in names]
        turned = names and _ABOVE.search(names[0]) is not None
        if turned:
            names.reverse()
            ends.reverse()
        if not all("占" in n and "率" not in n for n in names):
            continue
        if len(row) < _LEAST_STEPS or _BELOW.search(names[0]) is None or _ABOVE.search(names[-1]) is None:
            continue
        if [len(e) for e in ends] != [1, *([2] * (len(row) - 2)), 1]:
            continue
        both = added([t.figure for t in row])
        if both is None or not all(0 <= b[0] - a[-1] <= 1 for a, b in itertools.pairwise(ends)):
            continue
        figures = [t.figure for t in reversed(row)]
        written = formula_of([t.figure for t in row], both[1], row[0].figure)
        if both[0].holds(100):
            yield say.passed(KEY, figures, written, rounded=abs(both[1] - 100) > 1e-9)
        else:
            said = (OVER if both[1] > 100 else UNDER).format(
                say.listed([bare(t.figure) for t in row]), percent(both[1])
            )
            yield say.finding(KEY, "inconsistent", figures, written, said, "steps")


def _is_sum(told: Told, first: Told, found: Interval) -> bool:
    """Whether a share told before a row in its sentence is what the row comes to."""
    claim = as_claim(told.figure) if told.share and told.end <= first.start else None
    return claim is not None and told.sentence == first.sentence and found.meets(claim)


def _of_amount(passage: Passage, row: Sequence[Told]) -> bool:
    """Whether shares stand right behind the amount that they are of: 全省发电量2,860亿千瓦时，火电占61%，水电占14%…."""
    before = [t for t in passage.own if t.end <= row[0].start]
    return (
        len(row) > 2
        and bool(before)
        and not before[-1].share
        and before[-1].sentence == row[0].sentence
        and row[0].start - before[-1].end <= _FAR
        and all(t.lead.find("占") > 1 and "占总" not in t.lead for t in row)
    )


def _parallel(names: Sequence[str]) -> bool:
    """Whether names are of one make: 做服装的, 做玩具的, 做五金的."""
    return len({n[0] for n in names}) == 1 or len({n[-1] for n in names}) == 1


def _ends(passage: Passage, last: Told) -> bool:
    """Whether a row ends with its last share, and no rest is told behind it."""
    behind = passage.text[last.end : last.end + 16]
    return not re.search(r"其余|剩|余下|其他|另", behind) and not any(
        t.share and t.sentence == last.sentence and 0 < t.start - last.end < _FAR for t in passage.own
    )


def _together(passage: Passage, told: Told) -> Iterator[Result]:
    """Two that are named, or the last few: any so many shares that come to it clear it."""
    claim = as_claim(told.figure)
    pool = [t for t in passage.before(told) if t.share and t.figure.role != "change"]
    pool = [t for t in pool if not _TOGETHER.search(t.lead)]
    who = _TOGETHER.sub("", passage.clause(told))
    meant = _named(who, pool)
    few = _FEW.search(who)
    if not meant and few is not None and (many := _DIGITS[few["n"]]) <= len(pool):
        near = [t for t in pool if t in passage.own] or pool
        entries = [t for t in passage.above if t.share and t.sentence == 0 and t.start < _FAR]
        near = entries if len(entries) == many and near is pool else near
        if len(near) < many or len(near) > many + _OTHERS:
            return
        meant = near[:many] if few["which"] in ("前", "头") else near[-many:]
    exact = len(meant) > 1 and all(t.figure.comparator == "=" for t in meant)
    both = added([t.figure for t in meant]) if exact else None
    if both is None or claim is None or both[1] > 105:
        return
    figures = (told.figure, *(t.figure for t in meant))
    written = formula_of([t.figure for t in meant], both[1], told.figure)
    if claim.meets(both[0]):
        plain = digits(told.figure)
        yield say.passed(KEY, figures, written, rounded=plain is None or not plain.holds(both[1]))
        return
    printed = [t for t in pool if t.figure.as_printed[:1].isdigit()]  # 三分之一 fits too much
    for some in itertools.combinations(printed[-_MOST:], len(meant)):
        made = added([t.figure for t in some])
        if made is not None and claim.holds(made[1]):
            return
    if few is not None and len(meant) < len(pool) and few["which"] not in ("前", "头", "后"):
        sums = (
            added([t.figure for t in some]) for some in itertools.combinations(printed[-_MOST:], len(meant))
        )
        if any(made is not None and claim.meets(made[0]) for made in sums):
            return
    said = SUM.format(say.listed([bare(t.figure) for t in meant]), percent(both[1]), stated(told.figure))
    yield say.finding(KEY, "inconsistent", figures, written, said, "together")


def _named(who: str, pool: Sequence[Told]) -> list[Told]:
    """The shares whose names stand in words that join some: 人工与维修."""
    names = [n for n in _AND.split(re.sub(r"[两三][者项类家个]", "", who)) if len(n) > 1]
    found = [t for t in pool if len(who) > 3 and who[:2] in t.name] if len(names) == 1 else []
    if found:
        return found
    for name in names if len(names) > 1 else ():
        own = [t for t in pool if grams(t.name) & grams(name)]
        if len({t.value for t in own}) != 1:
            return []
        found.append(own[-1])
    return found if len({t.figure.id for t in found}) == len(names) else []
