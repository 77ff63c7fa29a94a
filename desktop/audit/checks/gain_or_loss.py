"""A gain that the amounts beside it make a loss, or the other way: cost 48.1元, income 44.9元, "等于净赚3.2元"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose, Section
from desktop.audit.ways import like
from desktop.audit.worked import Worked, worked
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "gain_or_loss"
_NET: Final = re.compile(
    r"(?P<gain>净赚|倒赚|白赚|反赚|盈利|盈余|结余|净得|净?挣|赚(?!钱)|净利|profit|gain|surplus)|(?P<loss>净亏|倒亏|反亏|亏损?|倒贴|倒赔|赔|净赔|入不敷出|缺口|\bloss|lost\b|deficit|shortfall)"
)
_ENDS: Final = re.compile(r"(?:了|掉|约|大约|近|出|进|上|额|为|是|of|about|\s)*[£$]?$")
_IN: Final = re.compile(
    r"收入(?!房)|income|revenue|sales|takings|营收|进账|到账|[售卖票房单]价|价格?(?:是|为|定在)?$|卖|(?<![出月房])收(?:取|到|上|了)?$|学费|票款|回款|销售额|定价"
)
_OUT: Final = re.compile(
    r"成本|花|开销|支出|费用?|租|人工|采购|薪|工资|摊|付|加起来|合计|共|总计|进价|损耗|水电|折旧|赔款|赔付"
)
_SPENT: Final = re.compile(r"成本|花[掉费]|支出|开销|进价|付出")
_NOT: Final = re.compile(r"[不没未]|如果|若|原[来本]|预计|目标|以前|去年|累计|比|少|多|扭亏|减亏|转")
_MOST: Final = 8
SAID: Final = Text(
    "{0}是收入、{1}是支出，相减是{2}{3}，文中却说{4}。",
    "{0} came in and {1} went out, which is a {2} of {3}; the text says {4}.",
)
HUNDRED: Final = Text(
    "每收{0}元要花{1}，{3}应是{2}，文中却写成{4}。",
    "Of every {0} that come in, {1} goes out: {3} is a {2}, which the text makes a {4}.",
)
GAIN, LOSS = Text("盈余", "gain"), Text("亏损", "loss")
_CLAUSE: Final = re.compile(r"[，,。；：:]")
_RATES: Final = ("%", "times", "pp", "year", "")
_HUNDRED: Final = re.compile(r"每(?P<n>[百千])元")
_SIZES: Final = {"百": 100.0, "千": 1000.0}


@check(
    KEY,
    "盈还是亏",
    "gain or loss",
    "prose",
    "section",
    needs={"prose": ("赚盈结净亏贴赔敷缺挣 latin",), "section": ("百千", "赚盈余得净亏贴赔缺敷挣 latin")},
)
def run(piece: Prose | Section, _world: World) -> Iterable[Result]:
    """Hold a stated gain or loss against income less costs told before it in its paragraph, or out of each hundred."""
    if isinstance(piece, Section):
        for told in worked(piece):
            hundred = _HUNDRED.search(told.clause)
            net = _NET.search(told.clause)
            if hundred is not None and net is not None and not _NOT.search(told.clause):
                yield from _of_a_hundred(told, _SIZES[hundred["n"]], gain=net["loss"] is None)
        return
    for n, figure in enumerate(piece.figures):
        if figure.is_date or figure.unit in _RATES or value_of(figure) is None:
            continue
        begin = piece.figures[n - 1].anchor.end - piece.start if n else 0
        clause = _CLAUSE.split(piece.text[begin : figure.anchor.start - piece.start])[-1]
        found = list(_NET.finditer(clause))
        if found and _ENDS.match(clause, found[-1].end()) and not _NOT.search(clause):
            earlier = [f for f in piece.figures[:n] if not f.is_date and f.role == "level"][-_MOST:]
            own = [f for f in earlier if same_dimension(f.unit, figure.unit)]
            yield from _held(piece, figure, found[-1], own, clause)


def _held(
    piece: Prose, claim: Figure, net: re.Match[str], earlier: list[Figure], clause: str
) -> Iterable[Result]:
    size = as_claim(claim)
    if size is None or size.low <= 0:
        return
    turned: tuple[Figure, tuple[Figure, ...], Interval] | None = None
    for income, costs in _sides(piece, earlier):
        a, b = as_claim(income), added(costs)
        if a is None or b is None:
            continue
        gap = a.minus(b[0])
        fits, against = gap.meets(size), gap.scaled(-1.0).meets(size)
        if net["loss"]:
            fits, against = against, fits
        if fits:
            yield say.passed(KEY, (claim, income, *costs), formula("{} − {}", bare(income), bare(costs[0])))
            return
        if against and turned is None:
            turned = income, costs, gap
    if turned is None:
        return
    income, costs, gap = turned
    gained = gap.low > 0
    total = say.listed([bare(c) for c in costs])
    apart = amount(abs((gap.low + gap.high) / 2), claim, exact=True)
    place = claim.anchor.start - len(clause) + net.start()
    words = piece.text[place - piece.start : claim.anchor.end - piece.start]
    said = SAID.format(bare(income), total, GAIN if gained else LOSS, apart, quote(words))
    less = Text(" − ", " − ").join([bare(c) for c in costs])
    written = formula("{} − {} = {}{}", bare(income), less, "" if gained else "−", apart)
    where = Anchor(piece.source, place, claim.anchor.end, words)
    yield say.finding(
        KEY, "changes_conclusion", (claim, income, *costs), written, said, "sign", spans=(where,)
    )


def _sides(piece: Prose, earlier: list[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """What came in, and what went out: one of the costs, or all that are told behind or before it together."""
    sides = {f.id: _side(piece, f) for f in earlier}
    incomes = [f for f in earlier if sides[f.id] == 1]
    for income in reversed(incomes):
        costs = [f for f in earlier if sides[f.id] == -1]
        for cost in reversed(costs):
            yield income, (cost,)
        for many in range(2, len(costs) + 1):
            yield from ((income, own) for own in itertools.islice(itertools.combinations(costs, many), _MOST))


def _side(piece: Prose, figure: Figure) -> int:
    """1 of what came in, −1 of what went out, 0 where the words beside it do not tell."""
    at = figure.anchor.start - piece.start
    clause = _CLAUSE.split(piece.text[max(0, at - 24) : at])[-1]
    clause = re.split(r"\d", clause)[-1]
    if _SPENT.search(clause):
        return -1
    if _IN.search(clause):
        return 1
    return -1 if _OUT.search(clause) else 0


def _of_a_hundred(told: Worked, whole: float, *, gain: bool) -> Iterator[Result]:
    """四项共107元，综合成本率107%，也就是每百元净赚7元: what goes out of every hundred that come in."""
    spent: Figure | None = next((f for f in reversed(told.before) if like(f, told.figure)), None)
    value, point = value_of(told.figure), value_of(spent) if spent is not None else None
    if (
        spent is None
        or value is None
        or point is None
        or not _SPENT.search(told.sentence)
        or "收" not in told.heading
    ):
        return
    if abs(abs(point - whole) - value) > 1e-9 * whole or (point > whole) != gain:
        return
    written = formula(
        "{} − {} = {}",
        Text(f"{whole:g}元", f"¥{whole:g}"),
        bare(spent),
        amount(whole - point, told.figure, exact=True),
    )
    said = HUNDRED.format(
        f"{whole:g}",
        bare(spent),
        GAIN if point < whole else LOSS,
        stated(told.figure),
        GAIN if gain else LOSS,
    )
    yield say.finding(KEY, "inconsistent", (told.figure, spent), written, said)
