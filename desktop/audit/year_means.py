"""The mean a year of a change that is told in all: 两年累计增长35%，折合年均复合增速16.2%."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, signed_percent, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

_GENERIC: Final = re.compile(
    r"(?:折合|相当于|折算|换算|平均|年均|每年|年复合|复合|增速|增长率?|增幅|涨幅|降幅|递增|递减|上升|上涨|提高|增长|增加|下降|减少|降低|大约|约|近|为|是|成|到|下来"
    r"|算|也就是|即|就|[ *])*"
)
_AVERAGE: Final = re.compile(r"年均|平均每年|年复合")
_TOTAL: Final = re.compile(r"累计|合计|总共|一共|前后")
_YEARS: Final = re.compile(r"(?<![\d第])(?P<n>[两二三四五六七八九十]|\d{1,2})个?年(?![末底初前代级度])")
_NUMBERS: Final = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_LONGEST: Final = 20
_THREE: Final = 3
SAID: Final = Text(
    "{0}年累计变化{1}，折合年均（复合）{2}，简单平均{3}，都不是文中的{4}。",
    "A change of {1} over {0} years is {2} a year compounded, or {3} as a plain average; neither is {4}.",
)


def year_means(piece: Prose, key: str) -> Iterator[Result]:
    """Hold each mean a year against the total over some years that its sentence tells right before it."""
    if not (_TOTAL.search(piece.text) and _AVERAGE.search(piece.text)):
        return
    known = {m.change.id for m in piece.moves if m.change is not None}
    for sentence in piece.sentences:
        rates = [f for f in sentence.amounts if f.unit == "%"]
        for total, mean in itertools.pairwise(rates):
            if mean.id not in known and mean.comparator in ("=", "~") and total.comparator in ("=", "~"):
                yield from _held(sentence, total, mean, key)


def _held(sentence: Sentence, total: Figure, mean: Figure, key: str) -> Iterator[Result]:
    gap = sentence.between(total, mean)
    words = behind_last(_CLAUSE, gap)
    clause = behind_last(_CLAUSE, sentence.text[: total.anchor.start - sentence.start])
    spans = list(_YEARS.finditer(clause))
    says = told(clause)
    if len(spans) != 1 or not _AVERAGE.search(words) or not _TOTAL.search(clause) or not says.changes:
        return
    if not _GENERIC.fullmatch(words) or gap.count("，") + gap.count(",") > 1 or "。" in gap:
        return
    years = _NUMBERS.get(spans[0]["n"]) or int(spans[0]["n"])
    own, claim, point = as_claim(total), as_claim(mean), value_of(total)
    if own is None or claim is None or point is None or not 1 < years <= _LONGEST:
        return
    sign = -1.0 if says.way == "down" else 1.0
    # Five years from 2020 to 2024 are four steps.
    lengths = (years, years - 1) if years >= _THREE and sentence.dates else (years,)
    ends = [Interval(*sorted(_root(sign * v, n) * sign for v in own)) for n in lengths]
    plain = Interval(own.low / years, own.high / years)
    root = _root(sign * point, years) * sign
    mark = "−" if sign < 0 else "+"
    written = formula(f"(1 {mark} {{}})^(1/{years}) − 1 = {{}}", bare(total), signed_percent(root * sign))
    figures = (mean, total)
    if any(e.meets(claim) for e in ends) or (plain.meets(claim) and "复合" not in words):
        exact = digits(mean)
        yield say.passed(key, figures, written, rounded=exact is None or not exact.holds(root))
        return
    said = SAID.format(str(years), stated(total), percent(root), percent(point / years), stated(mean))
    yield say.finding(key, "inconsistent", figures, written, said, "mean")


def _root(change: float, years: int) -> float:
    return float((max(0.0, 1 + change / 100) ** (1 / years) - 1) * 100)
