"""Shares of amounts and counts: k of n is x %; and shares of a count that must be whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.breakdown import Breakdown
from desktop.audit.check import Result, World, check
from desktop.audit.grim import KEY, grim, is_count, is_of, of_sample, samples
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.portions import portions
from desktop.audit.provisions import shared_words
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.share_names import denied, of_another, other_name
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text

_NO_PART: Final = re.compile(r"率|增|同比|环比|平均|人均|户均|均价|单价|价格|里程|温度|排名")
_GOES_ON: Final = re.compile(
    r"\s*(?:其中|他们|她们|受访者|另有|还有|此外|[^，,。；\d]{0,2}(?:觉得|认为|表示|选择|赞成|反对|愿意|选了)"
    r"|of them|among them)",
    re.I,
)
_IS_SHARE: Final = re.compile(  # 6人失访，占5%: so many are the share
    r"[^，,。；;中里内]{0,8}[，,](?:大?约|仅|只|共)?占(?:比|了|到)?(?:约|近)?"
)
_SHARE: Final = re.compile(r"占比|比重|份额|share|proportion|percent|占总?数?$", re.I)
WRONG = Text("{4}：{0}占{1}的{2}，不是文中的{3}。", "{4}: {0} of {1} is {2}, not {3} as the text says.")


@check(KEY, "占比与计数", "shares and counts", "prose", "table", needs={"prose": ("%",)})
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check shares whose numerator or denominator is stated beside them."""
    if isinstance(piece, Sheet):
        yield from _in_table(piece)
        return
    asked: list[Figure] = []
    lists: tuple[Breakdown, ...] = ()
    goes_on = False
    counted: list[tuple[Figure, str]] = []
    for sentence, after in itertools.zip_longest(piece.sentences, piece.sentences[1:]):
        before = asked[-1:] if goes_on else []
        goes_on = after is not None and _GOES_ON.match(after.text) is not None
        asked = samples(sentence) or before
        if sentence.shares:
            yield from _in_sentence(sentence, asked, lists)
        own = [(f, sentence.lead(f)) for f in asked if f in sentence.amounts]
        if sentence.shares and not own:
            yield from _of_earlier(sentence, counted)
        counted += own
        lists = sentence.breakdowns or lists


def _in_sentence(sentence: Sentence, asked: list[Figure], lists: Sequence[Breakdown]) -> Iterable[Result]:
    done = set()
    for found, part_of, of in portions(sentence, lists):
        if other_name(sentence.lead(found), sentence.lead(part_of) + sentence.tail(part_of)[:8]):
            continue
        if denied(sentence.lead(found), sentence.lead(part_of)):
            continue
        done.add(found.id)
        results = list(_ratio(found, part_of, of))
        if any(isinstance(r, Passed) for r in results) or not of_another(sentence, found, part_of):
            yield from results
    for figure in sentence.shares if asked else ():
        if figure.id in done or figure.comparator != "=":
            continue
        whole = next((s for s in reversed(asked) if s.anchor.start < figure.anchor.start), None)
        if (
            whole is not None
            and of_sample(sentence, figure, whole)
            and not _of_nearer(sentence, figure, whole)
            and not _IS_SHARE.fullmatch(sentence.between(whole, figure))
        ):
            yield from grim(figure, whole)


def _of_earlier(sentence: Sentence, counted: Sequence[tuple[Figure, str]]) -> Iterable[Result]:
    """Shares of what an earlier sentence of the paragraph counted, by its name."""
    for share in sentence.shares if counted else ():
        whole, lead = counted[-1]
        if share.comparator == "=" and is_of(sentence.lead(share), lead):
            yield from grim(share, whole)


def _of_nearer(sentence: Sentence, share: Figure, whole: Figure) -> bool:
    """Whether a share is of another count, told since: 从21座冰川里找到968种细菌，其中98%是新的."""
    since = [f for f in sentence.amounts if whole.anchor.end <= f.anchor.start < share.anchor.start]
    return any(is_count(f) for f in since) and "其中" in sentence.lead(share)


def _ratio(share: Figure, part: Figure, whole: Figure) -> Iterable[Result]:
    claim, one, other = as_claim(share), as_claim(part), as_claim(whole)
    a, b = value_of(part), value_of(whole)
    if claim is None or one is None or other is None or not a or not b:
        return
    quotient = one.scaled(100).over(other)
    if quotient is None:
        return
    written = formula("{} ÷ {} = {}", bare(part), bare(whole), percent(a / b * 100))
    if quotient.meets(claim):
        plain = digits(share)
        yield say.passed(
            KEY, (share, part, whole), written, rounded=plain is None or not plain.holds(a / b * 100)
        )
    else:
        said = WRONG.format(bare(part), bare(whole), percent(a / b * 100), stated(share), say.title(part))
        yield say.finding(KEY, "inconsistent", (share, part, whole), written, said)


def _in_table(sheet: Sheet) -> Iterable[Result]:
    """A column of shares beside the column of amounts that it was made from."""
    total = next((r for r in sheet.rows if re.match(r"合计|总计|共计|total", sheet.label(r), re.I)), None)
    for col in sheet.cols:
        if not _SHARE.search(sheet.head(col)):
            continue
        tried = [found for base in _bases(sheet, col) if (found := _against(sheet, col, base, total))]
        # Which column the shares are of need not be said: the one that most of them fit.
        best = max(tried, key=lambda found: sum(fits for fits, _ in found), default=[])
        if sum(fits for fits, _ in best) * 2 >= len(best) > 0:
            yield from (result for _, result in best)


def _bases(sheet: Sheet, col: int) -> list[int]:
    """The columns of amounts that a share column may be made from: those that its header names, else all."""
    plain = [
        c
        for c in sheet.cols
        if c and c != col and not _SHARE.search(sheet.head(c)) and not _NO_PART.search(sheet.head(c))
    ]
    amounts = [
        c
        for c in plain
        if any((f := sheet.at(r, c)) and f.unit != "%" and f.role == "level" for r in sheet.rows)
    ]
    bare = _SHARE.sub("", sheet.head(col))
    named = [c for c in amounts if bare and shared_words(bare, sheet.head(c))]
    return named or amounts


def _against(sheet: Sheet, col: int, base: int, total: int | None) -> list[tuple[bool, Result]]:
    """Whether each share fits one column of amounts, and what to say of it."""
    rows = [r for r in sheet.rows if r != total and sheet.at(r, base) is not None]
    whole_figure = sheet.at(total, base) if total is not None else None
    if whole_figure is not None:
        whole, point = as_claim(whole_figure), value_of(whole_figure) or 0.0
    else:
        shares = [value_of(s) or 0.0 for r in rows if (s := sheet.at(r, col)) is not None]
        parts = [(as_claim(p), value_of(p)) for r in rows if (p := sheet.at(r, base)) is not None]
        if len(shares) != len(rows) or abs(sum(shares) - 100) > 12 or any(own is None for own, _ in parts):
            return []
        whole, point = Interval(0.0, 0.0), 0.0
        for own, value in parts:
            whole, point = whole.plus(own or whole), point + (value or 0.0)
    if whole is None or not point or whole.low <= 0:
        return []
    found = (_row_share(sheet, row, col, base, whole, point, whole_figure) for row in rows)
    return [one for one in found if one is not None]


def _row_share(
    sheet: Sheet, row: int, col: int, base: int, whole: Interval, point: float, total: Figure | None
) -> tuple[bool, Result] | None:
    share, part = sheet.at(row, col), sheet.at(row, base)
    if share is None or part is None or share.unit != "%":
        return None
    claim, own, value = as_claim(share), as_claim(part), value_of(part)
    quotient = own.scaled(100).over(whole) if own else None
    if claim is None or quotient is None or value is None:
        return None
    shown = bare(total) if total else amount(point, part, exact=True)
    written = formula("{} ÷ {} = {}", bare(part), shown, percent(value / point * 100))
    figures = (share, part, total) if total is not None else (share, part)
    if quotient.meets(claim):
        plain = digits(share)
        return True, say.passed(
            KEY, figures, written, rounded=plain is None or not plain.holds(value / point * 100)
        )
    said = WRONG.format(bare(part), shown, percent(value / point * 100), stated(share), say.title(share))
    return False, say.finding(KEY, "inconsistent", figures, written, said, "column")
