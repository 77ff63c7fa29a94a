"""What numbers are made to say: main kinds without room for them, limits that do not bind, unlike things."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, is_chinese, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.marks import any_of
from desktop.audit.scope import Section, Whole
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text, same

KEY: Final = "argument"
_MAIN: Final = re.compile(
    r"(?:主要|多|大多|大都)?(?:集中在|集中于)(?P<list>[^。；,，]{3,40})|主要(?:是|为|包括|来自)(?P<more>[^。；,，]{3,40})"
)
_FORM: Final = re.compile(
    r"(?:[两二三四五六七八九十\d]+[个类种大项])?等?(?:问题|方面|领域|上|环节|类|种|项)?$"
)
_STOP: Final = re.compile(r"[。\n]")
_AMONG: Final = re.compile(r"\s*(?:其中|of these|among them)", re.I)
_RATE: Final = re.compile(r"利率|费率")
_CEILING: Final = re.compile(r"红线|上限|不得高于|不高于|不超过|最高|以内|≤")
_SCALES: Final = {
    "毫秒级": (0.001, 1.0),
    "秒级": (1.0, 60.0),
    "分钟级": (60.0, 3600.0),
    "小时级": (3600.0, 86400.0),
}
_TIMES: Final = frozenset(("second", "minute", "hour", "day"))
_MAY_BE_MAIN, _OF_ORDERS = any_of("集中|主要"), any_of("秒级|钟级|时级")
_FAR: Final = 100.0  # times apart, which no bound explains: milliseconds, and at most half an hour
_CONTRAST: Final = re.compile(r"而|相较|相比|却|远|反观|对比|不如|whereas|while|compared")
_CLASS: Final = (
    ("响应", re.compile(r"响应|回复|应答|response")),
    ("处理", re.compile(r"处理|解决|办结|周期|resolution|processing")),
)
MAIN = Text(
    "文中说主要集中在{0}，但另外列出的{1}合计已占{2}，余下至多{3}；除非各类可重复计数，否则它们不是主要的几类。",
    "The text says that {0} are the main kinds, but the other kinds it lists ({1}) come to {2} already, which leaves "
    "{3} at most; unless kinds are counted more than once, they cannot be the main kinds.",
)
LOOSE = Text(
    "{0}限在{1}，而{2}最高只有{3}，本来就低于这一限度，看不出会因此受影响；限度若按含费用的综合成本计，文中没有写费用。",
    "{0} is set at {1}, while {2} is {3} at most, below it already, and would not be affected; if the limit is on the "
    "whole cost with fees, the text gives no fees.",
)
UNLIKE = Text(
    "{0}（{1}）与{2}（{3}）不是同一个量：一个是响应时间，一个是处理时间，不能直接比快慢。",
    "{0} ({1}) and {2} ({3}) are not the same quantity: one is a response time, the other a processing time.",
)
LIKE = Text(
    "{0}（{1}）与{2}（{3}）名称相近而数值不同，各以什么为分母，文中没有说明，不能互相印证。",
    "{0} ({1}) and {2} ({3}) have nearly one name but differ; the text does not say of what whole each is a share, so "
    "neither confirms the other.",
)
SCALE = Text(
    "文中说{0}是{1}，表中{2}为{3}；若指同一环节，量级不同；若不是，应写明各指哪一环节。",
    "The text speaks of {1} for {0}, the table gives {3} for {2}: of one step, different orders of magnitude; of two, "
    "the text should say which.",
)
ORDERS: Final[dict[str, Text]] = {
    "毫秒级": Text("“毫秒级”", "milliseconds (“毫秒级”)"),
    "秒级": Text("“秒级”", "seconds (“秒级”)"),
    "分钟级": Text("“分钟级”", "minutes (“分钟级”)"),
    "小时级": Text("“小时级”", "hours (“小时级”)"),
}


@check(KEY, "论证", "argument", "section", "dossier")
def run(piece: Section | Whole, _world: World) -> Iterable[Result]:
    """Point out what the numbers of a section do not bear out; never red, for words leave room."""
    if isinstance(piece, Whole):
        yield from _loose_limits(piece)
        return
    marks = piece.marks
    if not marks.isdisjoint(_MAY_BE_MAIN):
        yield from _main_kinds(piece)
    if not marks.isdisjoint(_TIMES):
        yield from _unlike(piece)
    if not marks.isdisjoint(_OF_ORDERS):
        yield from _orders(piece)
    if "%" in marks and "ratio" in marks and piece.sheets:
        yield from _like_names(piece)


def _anchor(piece: Section, start: int, end: int) -> Anchor:
    return Anchor(piece.source, piece.start + start, piece.start + end, piece.text[start:end])


def _end_of_kinds(text: str, at: int) -> int:
    """Where the kinds of a sentence end: with it, or with the next where that begins with "of these"."""
    end = _STOP.search(text, at)
    while end is not None and _AMONG.match(text, end.end()):
        end = _STOP.search(text, end.end())
    return end.start() if end else len(text)


def _main_kinds(piece: Section) -> Iterable[Result]:
    for match in _MAIN.finditer(piece.text):
        words = match["list"] or match["more"]
        named = [w for w in re.split(r"、|和|与|及|等", _FORM.sub("", words)) if len(w) >= 2]
        stop = piece.start + _end_of_kinds(piece.text, match.end())
        shares = []
        for figure in piece.between(piece.start + match.end(), stop):
            if figure.table:
                continue
            if figure.unit == "%" and figure.role == "ratio" and value_of(figure) is not None:
                shares.append(figure)
            elif not figure.is_date:
                break
        if len(named) < 2 or len(shares) < 2:
            continue
        begin = match.end()
        text = piece.text[begin : shares[-1].anchor.end - piece.start]
        if any(w in text for w in named):
            continue
        each = [value_of(f) or 0.0 for f in shares]
        total = sum(each)
        if not 50 < total <= 100 or (100 - total) / len(named) >= min(each):
            continue  # each of the main kinds can still be larger than one of the others
        kinds = [Text("{}（{}）", "{} {}").format(say.title(f), bare(f)) for f in shares]
        main = say.listed([quote(w) for w in named])
        said = MAIN.format(main, say.listed(kinds), percent(total), percent(100 - total))
        taken = same(" − ").join([bare(f) for f in shares])
        written = formula("100% − {} = {}", taken, percent(100 - total))
        spans = (_anchor(piece, match.start(), match.end()),)
        yield say.finding(KEY, "partly", shares, written, said, "main", spans=spans)


def _unlike(piece: Section) -> Iterable[Result]:
    prose = [f for f in piece.figures if not f.table and not f.is_date and f.role == "level"]
    for one, other in itertools.pairwise(prose):
        gap = piece.text[one.anchor.end - piece.start : other.anchor.start - piece.start]
        if not same_dimension(one.unit, other.unit) or one.unit not in _TIMES or "。" in gap:
            continue
        before = piece.text[max(0, one.anchor.start - piece.start - 40) : one.anchor.start - piece.start]
        if not _CONTRAST.search(gap) and "；" not in gap:
            continue
        kinds = [_class(one, before), _class(other, gap)]
        if all(kinds) and kinds[0] != kinds[1]:
            said = UNLIKE.format(say.title(one), stated(one), say.title(other), stated(other))
            written = formula("{} ~ {}", bare(one), bare(other))
            yield say.finding(KEY, "ambiguous", (one, other), written, said, "unlike")


def _class(figure: Figure, words: str) -> str:
    near = figure.indicator.zh + words[-12:]
    found = [(m.start(), name) for name, pattern in _CLASS for m in pattern.finditer(near)]
    return max(found)[1] if found else ""


def _orders(piece: Section) -> Iterable[Result]:
    """毫秒级 in the text, seconds in the table, of the same entity."""
    for words, (low, high) in _SCALES.items():
        at = piece.text.find(words)
        while at >= 0:
            if words == "秒级" and piece.text[max(0, at - 1) : at] == "毫":
                at = piece.text.find(words, at + 1)
                continue
            begin = max(piece.text.rfind(c, 0, at) for c in "。；，,\n") + 1
            clause = piece.text[begin:at]
            timed = [
                f for sheet in piece.near(piece.start + at) for f in sheet.figures
                if f.unit in ("second", "minute", "hour")
            ]  # fmt: skip
            figure = next((f for f in timed if len(f.entity.zh) >= 2 and f.entity.zh in clause), None)
            if figure is not None and "|" not in clause:
                seconds = value_of(figure)
                if seconds is not None and not low <= seconds < high:
                    of = figure.entity if not is_chinese(figure.entity.en) else quote(figure.entity.zh)
                    said = SCALE.format(of, ORDERS[words], say.title(figure), stated(figure))
                    spans = (_anchor(piece, at, at + len(words)),)
                    apart = max(seconds / high, low / seconds) if seconds > 0 else 0.0
                    verdict = "inconsistent" if apart >= _FAR else "ambiguous"
                    yield say.finding(KEY, verdict, (figure,), NOTHING, said, "order", spans=spans)
            at = piece.text.find(words, at + 1)


def _like_names(piece: Section) -> Iterable[Result]:
    """Two shares of nearly one name at one time, in text and table, with different values: of what are they?"""
    known: dict[str, Figure] = {}
    for figure in piece.figures:
        if figure.table and figure.unit == "%" and figure.period is not None and figure.role == "ratio":
            known.setdefault(figure.period.text, figure)
    pairs: dict[tuple[str, str], list[tuple[Figure, Figure]]] = {}
    for figure in piece.figures:
        if figure.table or figure.unit != "%" or figure.role != "ratio" or figure.period is None:
            continue
        other = known.get(figure.period.text)
        if other is None or value_of(other) == value_of(figure):
            continue
        one, two = figure.indicator.zh, other.indicator.zh
        if one != two and one[-4:] == two[-4:] and len(one) > 4 and len(two) > 4:
            pairs.setdefault((one, two), []).append((figure, other))
    for found in pairs.values():
        left, right = [a for a, _ in found], [b for _, b in found]
        shown = [Text(" → ", " → ").join([bare(f) for f in side]) for side in (left, right)]
        said = LIKE.format(say.title(left[0]), shown[0], say.title(right[0]), shown[1])
        written = Text("；", "; ").join([formula("{} ≠ {}", bare(a), bare(b)) for a, b in found])
        yield say.finding(KEY, "ambiguous", (*left, *right), written, said, "whole")


def _caps_rate(figure: Figure) -> bool:
    """Whether a limit is a ceiling on interest."""
    before, after = figure.anchor.prefix[-8:], figure.anchor.suffix[:6]
    about = f"{figure.indicator.zh}|{after}|{figure.hedge}|{figure.anchor.quote}"
    return bool(_RATE.search(about + before) and _CEILING.search(about))


def _loose_limits(whole: Whole) -> Iterable[Result]:
    """A ceiling on rates that all of the text's own rates of the product keep anyway."""
    dossier = whole.dossier
    limits = [f for f in dossier.figures if f.role == "threshold" and f.unit == "%" and _caps_rate(f)]
    product = dossier.product.zh
    rates = [f for f in dossier.figures if f.role == "level" and f.unit == "%" and _RATE.search(f.indicator.zh)
             and product and product in f.entity.zh and f.high is not None]  # fmt: skip
    for limit in limits:
        top = value_of(limit)
        if top is None or not rates:
            continue
        most = max(rates, key=lambda f: f.high or 0)
        if float(most.high or 0) < top:
            said = LOOSE.format(
                say.title(limit), bare(limit), say.title(most), percent(float(most.high or 0))
            )
            written = formula("{} < {}", percent(float(most.high or 0)), bare(limit))
            yield say.finding(KEY, "partly", (limit, most), written, said, "loose")
