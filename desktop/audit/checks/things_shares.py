"""What part of another number words make of one: 管理费用不到研发费用的一半, 占比72%，不到七成, 超过全年的四成."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.grids import Grid, grids_at, subject
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.shares_around import share_behind, shares_told
from desktop.audit.spoken import Clause, spoken
from desktop.audit.table_names import noun
from desktop.audit.worded_share import claim_of
from desktop.audit.worded_values import Named, called, grams, named_values
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "things_shares"
_WORD: Final = re.compile(
    r"(?P<part>[^，]*?)(?P<cmp>不到|不足|未到|超过|超|高于|低于|多于|少于|接近|将近|近|约|大约)?(?:(?P<whole>[^，不超高低近约占是为有只仅到]{2,10}?)的)?"
    r"(?P<share>一半|半数|[一二两三四五六七八九]成半?|[三四五六七八九十]分之[一二三四五六七八九])(?P<post>以上|多|左右|上下|以下)?$"
)
_LEAD: Final = re.compile(r"^(?:其中|而|但|则|可见|可是|不过|所以|因此|仅|光)+")
_VERB: Final = re.compile(
    r"(?:占比|比重|比例|占|到|了|就|已经?|还|也|只|仅|却|则|都|刚好|正好|恰好|相当于|为|是|有|达|的|一个(?:季度|月|地区|渠道))+$"
)
_UNSURE: Final = re.compile(
    r"[若曾？?每升降涨跌增减]|如果|目标|计划|预计|可能|也许|未必|是否|必须|不得|不能|多了|少了|(?<!占)比(?![例重])|倍|其[余他它]|剩|另|认为|[去上前]年|同期|此前|原来|均|(?<!占)率|"
    r"[里中](?:有|就)|高峰|当[年时初]|[和与及、加]"
)
_TOTAL: Final = re.compile(r"合计|总|共|全年|全部|整个|[两三四五六七八九]项|全[市省县区国行校厂院司体]")
_SCOPE: Final = re.compile(r"全[市省县区国行校厂院司]")
_DIGIT: Final = re.compile(r"\d")
_FAR, _NEAR, _SLACK = 200, 70, 0.7  # characters; percentage points
_PAIR, _ROUNDED = 2, 0.002  # parts; of a total
SAID: Final = Text("文中说{0}，但{1}。", "The text says {0}, but {1}.")
BESIDE: Final = Text("文中说{0}，但旁边写的是{1}。", "The text says {0}, but the number beside it is {1}.")
TOLD: Final = Text("前文写的是{0}", "it was put at {0} before")


class _Share(NamedTuple):
    """A part of a whole with the figures it is made of."""

    share: Interval
    figures: tuple[Figure, ...]
    written: Text


@check(KEY, "文字所说的几成", "parts told in words", "section", needs={"section": ("成半分",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each clause that ends with a part in words against the numbers that it names."""
    last: Clause | None = None
    clauses = [*spoken(piece), None]
    for clause, follows in itertools.pairwise(clauses):
        if clause is None:
            break
        before = last if last is not None and last.line == clause.line else None
        match = _WORD.match(clause.text.strip()) if len(clause.figures) < 2 else None
        if match is not None and not _UNSURE.search(clause.text):
            behind = share_behind(clause, follows)
            if behind is not None and (own := as_claim(behind)) is not None:
                yield _beside(piece, clause, behind, fine=own.meets(claim_of(match)))
            else:
                yield from _held(piece, clause, before, match)
        last = clause


def _held(piece: Section, clause: Clause, last: Clause | None, match: re.Match[str]) -> Iterator[Result]:
    claim = claim_of(match)
    who = _VERB.sub("", _LEAD.sub("", match["part"])).strip("“” ")
    if not who and not match["whole"] and last is not None and last.sentence == clause.sentence:
        told = last.figures[-1] if last.figures else None
        if told is not None and told.unit == "%" and _DIGIT.search(told.as_printed) and told.role == "ratio":
            own = as_claim(told)
            if own is not None and not last.after(told).strip():
                yield _beside(piece, clause, told, fine=own.meets(claim))
            return
    made = list(_in_grids(piece, clause, last, who, match["whole"] or ""))
    made += _in_prose(piece, clause, who, match["whole"] or "")
    if not made:
        return
    fits = next((m for m in made if m.share.meets(claim)), None)
    if fits is not None:
        yield say.passed(KEY, fits.figures, fits.written)
        return
    first = made[0]
    at = clause.start - piece.start
    said = SAID.format(quote(clause.text.strip()), first.written)
    place = piece.anchor(at, at + len(clause.text))
    yield say.finding(KEY, "changes_conclusion", first.figures, first.written, said, "part", spans=(place,))


def _beside(piece: Section, clause: Clause, told: Figure, *, fine: bool) -> Result:
    if fine:
        return say.passed(KEY, (told,), bare(told))
    at = clause.start - piece.start
    place = piece.anchor(at, at + len(clause.text))
    said = BESIDE.format(quote(clause.text.strip()), bare(told))
    return say.finding(KEY, "changes_conclusion", (told,), bare(told), said, "beside", spans=(place,))


def _in_grids(piece: Section, clause: Clause, last: Clause | None, who: str, whole: str) -> Iterator[_Share]:
    """One of several things over all of them, or over another one."""
    for grid in grids_at(piece, clause):
        if any(n.isdigit() for n in grid.names):
            continue
        one = grid.who(who) if who else subject(grid, last) if whole else ""
        if (
            not one
            or (who and not _all_of(who, one, grid))
            or (not who and last is not None and _DIGIT.search(last.text))
        ):
            continue
        other = grid.who(whole) if whole and not _TOTAL.search(whole) else ""
        if other == one or (whole and not other and not _TOTAL.search(whole)):
            continue
        if not whole and not grid.end and "占" not in clause.text:
            continue
        for field in grid.fields:
            if (
                field.moves
                or field.unit in ("%", "times", "rank")
                or re.search(r"率|均|单价|每", field.words)
            ):
                continue
            if (
                whole
                and grid.end == 0
                and not other
                and not _of_field(grid, field.words, whole + clause.text)
            ):
                continue
            rest = [field.cells[other]] if other else list(field.cells.values())
            share = _over([field.cells[one]], rest)
            if share is not None:
                yield share


def _all_of(who: str, one: str, grid: Grid) -> bool:
    """Whether words have no more than a name, a time and the nouns of a grid."""
    known = one + grid.topic + "".join(f.words for f in grid.fields) + "全年个季度月的"
    return all(c in known for c in who)


def _of_field(grid: Grid, head: str, words: str) -> bool:
    nouns = {noun(f.words) for f in grid.fields if not f.moves}
    return len(nouns) == 1 or any(head[i : i + 2] in words for i in range(len(noun(head)) - 1))


def _in_prose(piece: Section, clause: Clause, who: str, whole: str) -> Iterator[_Share]:
    at = next((n for n, p in enumerate(piece.lines) if p.start <= clause.start < p.start + len(p.text)), None)
    if at is None:
        return
    if not whole:
        for one in shares_told(piece.lines[max(0, at - 1) : at + 1], clause, who):
            yield _Share(one.claim, (one.figure,), TOLD.format(bare(one.figure)))
    told = [
        v for line in piece.lines[max(0, at - 1) : at + 1] for v in named_values(line)
        if v.figure.anchor.end <= clause.start and clause.start - v.figure.anchor.end <= _FAR
        and v.figure.role == "level" and v.figure.unit not in ("%", "times", "year", "rank", "")
        and _DIGIT.search(v.figure.as_printed)
    ]  # fmt: skip
    of_all = not whole or _TOTAL.search(whole) is not None
    parts = _meant(who, told, whole_name=of_all) if who else _last(told, clause)
    for part in parts:
        own = [v for v in told if v.figure.unit == part.figure.unit and v is not part]
        if whole and not _TOTAL.search(whole):
            wholes = _meant(whole, own)
        elif whole:
            wholes = [v for v in own if _is_total(whole, v)]
        else:
            wholes = [v for v in own if v.claim.low > part.claim.high and _holds(v, part)]
            near = [v for v in wholes if _is_near(piece, v, clause)]
            others = [
                v for v in own if v not in near and v.claim.low > part.claim.high and _akin(v, [*near, part])
            ]
            wholes = [*near, *others] if near else []  # 发放2400份，收回2160份，其中线上1512份: of either
        yield from filter(None, (_over([part.figure], [one.figure]) for one in wholes))
        beside = [v for v in own if abs(told.index(v) - told.index(part)) == 1 and not _TOTAL.search(v.words)]
        if wholes and not whole:  # 线上1512份，线下648份: of both together
            yield from filter(None, (_over([part.figure], [part.figure, one.figure]) for one in beside))


def _is_total(whole: str, one: Named) -> bool:
    """Whether a total is the one that is named: 全省山区学校 is not 全县共有学校."""
    scope = _SCOPE.search(whole)
    if scope is not None and scope[0] not in one.words and _SCOPE.search(one.words) is not None:
        return False
    return _TOTAL.search(one.words) is not None and _TOTAL.sub("", whole) in one.words


def _akin(one: Named, others: Sequence[Named]) -> bool:
    """Whether a number is of the same things: counted alike, or of money under a noun that another has."""
    return one.figure.unit != "CNY" or any(grams(one.words) & grams(v.words) for v in others)


def _is_near(piece: Section, one: Named, clause: Clause) -> bool:
    """Whether a total stands in the sentence of a clause, or in the one before."""
    between = piece.text[one.figure.anchor.end - piece.start : clause.start - piece.start]
    return len(between) <= _NEAR and between.count("。") < 2


def _meant(words: str, told: Sequence[Named], *, whole_name: bool = False) -> list[Named]:
    """The one value that words name; nothing where they name two as well."""
    found = called(words, told)
    ends = [v for v in found if v.words.rstrip("为是有达到共约").endswith(words)]
    found = ends if ends or whole_name else found
    return found if len(found) == 1 and words[:2] in found[0].words else []


def _last(told: Sequence[Named], clause: Clause) -> list[Named]:
    """The value that the clause before ends with."""
    return [v for v in told[-1:] if clause.start - v.figure.anchor.end <= 1]


def _holds(whole: Named, part: Named) -> bool:
    """Whether a value is called a total, or by the last noun of a part: 收入, of 海外收入."""
    tail, own = whole.words.rstrip("为是有达到共约"), part.words.rstrip("为是有达到共约")
    return _TOTAL.search(whole.words) is not None or (
        len(tail) > 1 and own.endswith(tail[-2:]) and len(own) > len(tail)
    )


def _is_sum(total: Figure, all_: Sequence[Figure]) -> bool:
    """Whether one of several numbers is what the others come to: 没打上的140人里，外出82人，禁忌33人，联系不上25人."""
    value = value_of(total) or 0.0
    others = sum(value_of(f) or 0.0 for f in all_ if f is not total)
    return abs(others - value) <= _ROUNDED * abs(value)


def _over(parts: Sequence[Figure], rest: Sequence[Figure]) -> _Share | None:
    total = next((f for f in rest if len(rest) > _PAIR and _is_sum(f, rest)), None)
    rest = [total] if total is not None else rest
    one, whole = (sum(value_of(f) or 0.0 for f in own) for own in (parts, rest))
    if one <= 0 or whole <= 0:
        return None
    middle = 100 * one / whole
    plus = same(" + ").join([bare(f) for f in rest])
    written = formula(
        "{} ÷ ({}) = {}" if len(rest) > 1 else "{} ÷ {} = {}", bare(parts[0]), plus,
        Text(f"{number(middle, 1)}%", f"{number(middle, 1)}%"),
    )  # fmt: skip
    return _Share(Interval(middle - _SLACK, middle + _SLACK), (*parts, *rest), written)
