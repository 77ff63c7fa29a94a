"""Ratios whose name says what is over what: 存贷比 is loans over deposits, 资产负债率 debts over assets.

The two amounts are known by their names, so that a ratio turned upside down is found, too; any other two amounts of
these names clear it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits
from desktop.audit.passages import Passage, Told, alike, passages
from desktop.audit.scope import Section
from desktop.core.text import Text, same

KEY: Final = "named_ratios"


class _Ratio(NamedTuple):
    """A name, and the names of the amounts over and under the line."""

    name: re.Pattern[str]
    over: re.Pattern[str]
    under: re.Pattern[str]


_INCOME: Final = r"营业?总?收入?(?!占)|营收|销售额|(?:^|总|全年|半年|季度?|年|公司|实现|集团)收入"
_COSTS: Final = ("研发", "销售", "管理", "财务", "营销")
_RATIOS: Final = tuple(
    _Ratio(*map(re.compile, row)) for row in (
        ("[存]贷[款]?比(?:率|例)?|贷存比", r"贷款(?!损失|利率)", r"存款(?!准备|保险|利率)"),
        ("资产负债率|负债率", r"负债", r"(?<!净)资产(?!负债|支持|净)"),
        ("产销率", r"销售?[量额]|售出|卖出", r"产[量值]|生产"),
        ("城镇化率", r"城镇(?:常住|人口)?", r"(?:常住|总)人口(?!中)"),
        ("恩格尔系数", r"食品", r"消费(?:性?支出|支出总额)"),
        ("毛利率", r"毛利(?!率)", _INCOME),
        ("净利率|净利润率", r"净利(?!率)", _INCOME),
        *((f"{kind}费用(?:占比|率)", f"{kind}费用(?!率|占)", _INCOME) for kind in _COSTS),
        ("赔付率", r"赔付(?!率)|赔款", r"已赚保费"),
        ("不良(?:贷款)?率", r"不良(?!率|贷款率)", r"贷款(?!率)"),
        ("拨备覆盖率", r"拨备(?!覆盖)|损失准备", r"不良(?!率|贷款率)"),
        ("城乡(?:居民)?(?:人均)?收入(?:倍?差|之?比)", r"城镇", r"农村|乡村"),
        ("流动比率", r"流动资产", r"流动负债"),
        ("(?<!核心)偿付能力充足率", r"实际资本", r"最低资本"),
        ("(?<!能力)(?<!一级)资本充足率", r"(?<!一级)资本净额", r"风险加权资产"),
    )
)  # fmt: skip
_BETWEEN: Final = re.compile(r"^(?:约|分别|仅|只|已|大?约|也|就|则|便|高?达|[为是到有至：:])*$")
_MOVED: Final = re.compile(
    r"增|减|[升降涨跌]|同比|[日月季年户]均|每|[比较][^，]*$|[去上]年|同期|目标|计划|预计|其中|上限|新发|净增|[多少高低]于|核销|处置|占"
)
_WHOSE: Final = re.compile(
    r"集团|[母子]公司|合并|本部|个人|住户|企业|对公|零售|(?<!本)外币|人民币|户籍|[甲乙丙A-Z]"
)
_TWO: Final = 2
_FILL: Final = re.compile(r"[营业总主达到为是约实现额有入收]")
_PLAIN: Final = re.compile(
    r"[\s*“”]|[上下]半年|第?[一二三四]季度|前[两三]季度|报告期内?|本期|综合|[年期季月][末底初]|[全本该当][市行县省区年]|公司|集团|银行|整体|总体|对应的?|其|则|而|但|的"
)
SAID: Final = Text(
    "按{0}的含义，{1}除以{2}等于{3}，不是文中的{4}。", "{1} over {2} is {3}, not the {0} of {4} in the text."
)


@check(
    KEY, "名称写明的比率", "ratios by their names", "section",
    needs={"section": ("贷比|存比|负债|产销|镇化|格尔|毛利|净利|不良|拨备|费用|赔付|入比|入之|收入|流动|充足",)},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each ratio that is named after two amounts against the amounts of these names."""
    for passage in passages(piece):
        if len(passage.sizes) > 1:
            for told in passage.own:
                if told.figure.unit in ("%", "", "times") and told.figure.role != "change":
                    yield from _of(passage, told)


def _of(passage: Passage, told: Told) -> Iterator[Result]:
    clause = passage.clause(told)
    for ratio in _RATIOS:
        name = ratio.name.search(clause)
        if name is None or not _BETWEEN.match(clause[name.end() :].strip(" *“”")):
            continue
        subject = _PLAIN.sub("", clause[: name.start()].rpartition("：")[2])
        if _MOVED.search(subject) or _moves_on(passage, told):
            return
        over, under = _called(passage, told, ratio.over), _called(passage, told, ratio.under, ratio.over)
        if told.share and not (over and under):  # 毛利率32%。收入50亿元，毛利16亿元
            over = over or _called(passage, told, ratio.over, behind=True)
            under = under or _called(passage, told, ratio.under, ratio.over, behind=True)
            if not _side_by_side(passage, ratio, clause, (*over, *under)):
                return
        whose = {frozenset(_WHOSE.findall(passage.clause(t))) for t in (*over, *under)}
        called = not subject or any(subject in passage.clause(t) for t in over)  # 住房贷款的不良率
        if len(whose) == 1 and called:  # 母公司的负债 is over no 集团总资产
            yield from _held(told, name[0], over, under)
        return


def _moves_on(passage: Passage, told: Told) -> bool:
    """Whether a ratio is one of two: 由13.0%升至15.0%, 分别为…和…."""
    after = passage.text[told.end : told.end + 2]
    return after[:1] in ("、", "和", "与") or after[:1] in ("升", "降", "提", "上", "下", "增", "减", "变")


def _called(
    passage: Passage,
    told: Told,
    name: re.Pattern[str],
    but: re.Pattern[str] | None = None,
    *,
    behind: bool = False,
) -> list[Told]:
    """The amounts of a sentence, or of one before or ``behind`` it, that are called by a name and not by another."""
    found = []
    for one in passage.sizes:
        far = one.sentence - told.sentence if behind else told.sentence - one.sentence
        if (one.start > told.start) == behind and far <= 1 and one.figure.role != "change":
            words = passage.clause(one)
            other = but is not None and but.search(words) is not None
            if name.search(words) and not other and not _MOVED.search(words):
                found.append(one)
    return found


def _side_by_side(passage: Passage, ratio: _Ratio, clause: str, two: Sequence[Told]) -> bool:
    """Whether two amounts stand right beside each other and name nothing that the clause of their ratio does not."""
    sizes = [t for t in passage.sizes if t in two]
    if len(sizes) != len(two) or len(two) != _TWO or sizes[0].sentence != sizes[1].sentence:
        return False
    if any(sizes[0].start < t.start < sizes[1].start for t in passage.sizes):
        return False
    words = (ratio.over.sub("", ratio.under.sub("", t.lead)) for t in sizes)
    return all(not (left := _FILL.sub("", _PLAIN.sub("", w))) or left in clause for w in words)


def _held(told: Told, name: str, over: Sequence[Told], under: Sequence[Told]) -> Iterator[Result]:
    claim = as_claim(told.figure)
    pairs = [(a, b) for a in over for b in under if a is not b and alike(a, b)]
    tried = [(a, b, found) for a, b in pairs if (found := _over(told, a, b)) is not None]
    if claim is None or not tried:
        return
    one, other, found = next((t for t in tried if claim.meets(t[2])), tried[-1])
    times = 100 if told.share else 1
    point = one.value / other.value * times
    shown = percent(point) if told.share else same(number(point, 2))
    figures = (told.figure, one.figure, other.figure)
    written = formula("{} ÷ {} = {}", bare(one.figure), bare(other.figure), shown)
    if claim.meets(found):
        plain = digits(told.figure)
        yield say.passed(KEY, figures, written, rounded=plain is None or not plain.holds(point))
    elif len(over) == len(under) == 1:
        said = SAID.format(quote(name), bare(one.figure), bare(other.figure), shown, stated(told.figure))
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _over(told: Told, one: Told, other: Told) -> Interval | None:
    a, b = as_claim(one.figure), as_claim(other.figure)
    return a.scaled(100 if told.share else 1).over(b) if a is not None and b is not None else None
