"""Years that cannot be: told as past and far beyond all others, or later than the report that has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.record import Record
from desktop.core.text import Text

KEY: Final = "far_years"
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|21|22)\d\d(?!\d)")
# What speaks of times to come, or of none in particular: such years may be as late as they like.
_TO_COME: Final = re.compile(
    r"将|概率|几率|体验|起[，。、,不]|开始|届|预[计期测定算估判警言]|目标|规划|计划|有望|力争|争取|期限|到期|截止|截至|为止|有效|届满|期满"
    r"|远期|展望|愿景|远景|承诺|碳中和|碳达峰|未来|可能|如果|假设|若|估[计算]|拟"
    r"|情景|情形|测算|寿命|退役|还[清完]|租约|合同|债|票据|存单|续|保修|任期|EB?\b|\bF\b"
    r"|\b(?:by|will|would|until|due|expect\w*|forecast\w*|target\w*|plan\w*|maturity|matures?|goal|could|may|next)\b",
    re.I,
)
_UP_TO: Final = re.compile(r"(?:[到至]|截止|直到|——|—|-|~|by|until|to) ?$")
_BY: Final = re.compile(r"年?[底末初]?(?:之前|以前|前)")
_FAR: Final = 8  # years beyond all others
_BEYOND: Final = 2  # years beyond all others and beyond all that the record knows
_LEAST: Final = 2  # other years that a text must have
_REPORT: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)年?(?:度)?(?:的)?(?:财报|年报|年度(?:财务)?报告|年度财报|年鉴"
    r"|统计公报)(?=[^。]{0,6}(?:披露|显示|称|中|里|写|列|记|说|公布))"
    r"|(?P<p>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:发布|公布|出版|发表|披露|推出|编制"
    r"|完成)的[^，,。；]{0,14}?(?:报告|财报|年报|白皮书|公报|统计|调查|年鉴|研究|论文"
    r"|蓝皮书)[^，,。；]{0,6}(?:显示|披露|称|指出|写道|表明|认为|提到|发现)"
)
_ENDS: Final = re.compile(r"[。！？\n]")
_PART_ENDS: Final = re.compile(r"[。！？；\n]")
_AMOUNT: Final = re.compile(r"\d[^，]*，")  # what was reported is told already; then the text goes on
BEYOND: Final = Text(
    "文中把{0}当作已经发生的时间来说，但全文其余年份最晚是{1}年，疑为年份写错。",
    "The text tells of {0} as of the past, but no other year of it is later than {1}, so the year looks wrong.",
)
AFTER: Final = Text(
    "{0}早于它所说的{1}：报告不会载有以后的数字。",
    "{0} is earlier than {1}, which it is said to tell of: no report holds later numbers.",
)


@check(KEY, "离谱的年份", "years out of reach", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Look for the latest year of a text and for reports that are older than what they tell."""
    dossier = whole.dossier
    by_source: dict[str, list[Figure]] = {}
    for figure in dossier.figures:
        if (
            figure.is_date
            and figure.period is not None
            and figure.period.start is not None
            and _YEAR.search(figure.as_printed)
        ):
            by_source.setdefault(figure.anchor.source, []).append(figure)
    for source in dossier.sources:
        dates = by_source.get(source.id, [])
        if len(dates) > _LEAST:
            yield from _latest(dossier, source.text, dates, world)
        yield from _reports(source.text, dates)


def _latest(dossier: Dossier, text: str, dates: Sequence[Figure], world: World) -> Iterator[Result]:
    years = [_last(f) for f in dates]
    most = max(years)
    own = [f for f, year in zip(dates, years, strict=True) if year == most]
    rest = sorted({year for year in years if year != most})
    if len(own) != 1 or len(rest) < _LEAST:
        return
    gap, figure = most - rest[-1], own[0]
    if gap <= _BEYOND:
        return
    known = _known(world.record)
    if (
        (most <= known if known else gap < _FAR)
        or _UP_TO.search(figure.anchor.prefix)
        or _BY.match(figure.anchor.suffix)
    ):
        return
    if not _TO_COME.search(_words(dossier, text, figure)):
        said = BEYOND.format(bare(figure), rest[-1])
        written = formula("{} > {}", str(most), str(rest[-1]))
        verdict = "inconsistent" if _has_amount(dossier, text, figure) else "ambiguous"
        yield say.finding(KEY, verdict, (figure,), written, said, "beyond")


def _last(figure: Figure) -> int:
    return max(int(y) for y in _YEAR.findall(figure.as_printed))


def _known(record: Record) -> int:
    """The latest year of the record, which lies before the present."""
    days = [d for e in record.register for d in (e.document_date, e.published) if d is not None]
    return max((d.year for d in days), default=0)


def _words(dossier: Dossier, text: str, figure: Figure) -> str:
    """What may say that a year is one to come: its sentence and heading, or its row, column and the line above."""
    factor = dossier.item(figure.factor)
    heading = factor.anchor.quote if factor is not None else ""
    if not figure.table:
        begin = sentence_start(text, figure.anchor.start)
        end = _ENDS.search(text, figure.anchor.end)
        return f"{heading}|{text[begin : end.start() if end is not None else len(text)]}"
    table = dossier.table_of(figure.id)
    if table is None:
        return heading
    row = table.rows[(figure.row or 1) - 1] if figure.row and figure.row <= len(table.rows) else ()
    cells = "|".join(c.text or "" for c in (*table.header, *row))
    above = text[max(0, table.anchor.start - 80) : table.anchor.start].rstrip("。\n ").rpartition("。")[2]
    return f"{heading}|{table.title.zh}|{cells}|{above}"


def _has_amount(dossier: Dossier, text: str, figure: Figure) -> bool:
    """Whether something measured is told of a year; without that a story may be set in it."""
    if figure.table:
        return True
    at = figure.anchor
    begin, end = sentence_start(text, at.start), _ENDS.search(text, at.end)
    own = range(begin, end.start() if end is not None else len(text))
    return any(
        f.anchor.start in own and f.anchor.source == at.source for f in dossier.figures if not f.is_date
    )


def _reports(text: str, dates: Sequence[Figure]) -> Iterator[Result]:
    for match in _REPORT.finditer(text):
        year = int(match["y"] or match["p"])
        end = _PART_ENDS.search(text, match.end())
        stop = end.start() if end is not None else len(text)
        if _TO_COME.search(text, match.end(), stop):
            continue
        own = next((f for f in dates if match.start() <= f.anchor.start < match.end()), None)
        later = [f for f in dates if match.end() <= f.anchor.start < stop and not f.table and _last(f) > year]
        if own is None or not later or any(_last(f) - year > _FAR for f in later):
            continue
        told = later[0]
        if _AMOUNT.search(text, match.end(), told.anchor.start):
            continue
        said = AFTER.format(quote(match[0].rstrip("显示披露称指出写道表明认为提到发现，")), bare(told))
        yield say.finding(
            KEY, "inconsistent", (own, told), formula("{} < {}", str(year), bare(told)), said, "report"
        )
