"""What is held within a whole of the balance sheet cannot be more: loans above the total assets of the same bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import folded
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "held_in"
_HELD: Final = (
    (
        re.compile(r"(?<!净)(?:总资产|资产总[额计值]|资产规模|资产合计)$"),
        re.compile(
            r"贷款?(?:总额|余额|规模)|各项贷款|(?:固定|流动|无形|金融|净)资产|货币资金|现金|应收|存货|股东权益"
        ),
    ),
    (
        re.compile(r"(?:^|各项|全部|银行|发放)贷款(?:总额|余额)$|^各项贷款$|贷款总额$"),
        re.compile(r"不良(?:贷款|余额)|逾期贷款|消费贷|房贷|按揭|涉农贷款|小微[^，。]{0,4}贷款"),
    ),
    (
        re.compile(r"总负债$|负债(?:总额|合计|总计)$"),
        re.compile(r"存款(?:总额|余额)?$|流动负债|短期借款|长期借款|应付"),
    ),
)
# What may stand outside the balance sheet, or be a flow, or of a larger circle than the whole.
_OUTSIDE: Final = re.compile(
    r"表外|管理|联合|累计|撮合|投放|促成|合作|授信|承诺|集团|母公司|合并|行业|全国|全省|全市|托管|不[含计]|日均|平均|预计|计划|目标"
)
_OF_WHICH: Final = re.compile(r"其中|当中|of which")  # told where parts are added
_MONEY: Final = ("CNY", "USD", "HKD", "EUR")
SAID = Text(
    "{0}{1}为{2}，多于同一时点的{3}（{4}）；前者只是后者的一部分，不可能更多{5}。",
    "{0}{1} is given as {2}, more than {3} at the same time ({4}); the one is held within the other and cannot be "
    "more{5}.",
)
OFF = Text(
    "，除非含表外的部分，而文中没有写明",
    ", unless it includes what is off the balance sheet, which the text does not say",
)


@check(KEY, "部分多于所在的整体", "more than the whole it is held in", "prose",
       needs={"prose": ("资负贷", "CNY*2 USD*2 HKD*2 EUR*2")})  # fmt: skip
def run(piece: Prose, world: World) -> Iterable[Result]:
    """Hold each such part against the whole of the same owner and time in the paragraph."""
    for whole, part in _pairs(_money(piece)):
        own, most = as_claim(part), as_claim(whole)
        if own is None or most is None or own.low <= most.high or not _one_time(whole, part):
            continue
        same_owner = folded(whole.entity.zh) == folded(part.entity.zh)
        if not same_owner and (part.entity.zh, whole.entity.zh) not in world.owners:
            continue
        first, last = sorted((whole, part), key=lambda f: f.anchor.start)
        start = max(0, first.anchor.start - piece.start - 20)
        words = piece.text[start : last.anchor.end - piece.start + 12]
        if _OUTSIDE.search(words) or _OF_WHICH.search(words):
            continue
        said = SAID.format(
            say.title(part),
            say.when(part.period),
            stated(part),
            say.title(whole),
            bare(whole),
            OFF if "贷" in part.indicator.zh else NOTHING,
        )
        written = formula("{} > {}", bare(part), bare(whole))
        yield say.finding(KEY, "inconsistent" if same_owner else "partly", (part, whole), written, said)


def _money(piece: Prose) -> list[Figure]:
    return [
        f for f in piece.figures
        if f.unit in _MONEY and f.role == "level" and f.comparator in ("=", "~", ">", ">=")
    ]  # fmt: skip


def _pairs(amounts: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Every whole with what is held in it."""
    for wholes, parts in _HELD:
        for whole in amounts:
            if wholes.search(whole.indicator.zh) and whole.comparator in ("=", "~"):
                yield from (
                    (whole, p)
                    for p in amounts
                    if p is not whole and p.unit == whole.unit and parts.search(p.indicator.zh)
                    and not wholes.search(p.indicator.zh)
                )  # fmt: skip


def _one_time(one: Figure, other: Figure) -> bool:
    return one.period is not None and other.period is not None and one.period.text == other.period.text
