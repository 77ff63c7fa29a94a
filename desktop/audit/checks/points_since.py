"""How far a rate lies from what it is or was, told elsewhere of it: 压回55%，比现在低7个百分点, beside 62%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "points_since"
_SINCE: Final = re.compile(
    r"[，,](?:还|仍|也|又|足足|整整)?[比较](?P<when>现在|目前|如今|眼下|当前|今年|当下|(?P<ago>[一二两三四五六七八九])年前|(?P<year>(?:19|20)\d\d)年[末底初]?)的?(?:水平)?"
    r"(?:还|又|要|仍|足足|整整)*(?P<way>[高低多少])[了出]?(?:约|近)?$"
)
_ENDS: Final = "高低多少差有剩了出约近"  # what the words before such a size end with
_THAN: Final = re.compile(
    r"[，,](?:还|也|又|却)?比(?P<who>[\u4e00-\u9fff]{2,8}?)(?:还|又|要)?(?P<way>[高低])[了出]?$"
)
_RATE: Final = re.compile(r"([\u4e00-\u9fff]{2}率)(?:是|为|只有|仅|有|达到?|约|到了)*$")
_LINE: Final = r"(?:上限|下限|红线|底线|警戒线|标准|要求|门槛|规定|限额)"
_OVER: Final = re.compile(
    rf"[，,](?:还|仍|已经?|也|又|足足|整整)*[比较超离距](?:上述|这一|规定的?|监管的?|法定的?)?{_LINE}(?:还|又|要)?(?:[高低多少差][了出]?|出)?(?:约|近)?$"
)
_FROM: Final = re.compile(r"[，,（(](?:还|也|已)?[离距][^，。]{0,12}$")
_TO_LIMIT: Final = re.compile(rf"的?[\u4e00-\u9fff]{{0,4}}{_LINE}(?:还|只|仅|就|也|不过)*[差有剩](?:约|近)?")
_FAR: Final = 8  # figures back to which a limit is looked for
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OLD: Final = 2  # years from the last one of the text, within which a rate is what it is now
_RUN, _SHORT = 3, 2  # characters that two names share
_CAP: Final = 40  # rates of a text among which one name is enough
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
TURNED: Final = Text(
    "文中的{0}与{1}相差{2}个百分点，前者并不比后者{5}，与比{3}{5}{4}的说法相反。",
    "{0} and {1} are {2} percentage points apart, but the first is not {5}, as {4} against {3} has it.",
)
HIGH, LOW = Text("高", "more"), Text("低", "less")
LIMIT: Final = Text(
    "{0}与{1}的界限相差{2}个百分点，不是文中的{3}。",
    "{0} is {2} percentage points from the limit of {1}, not {3}.",
)
SAID: Final = Text(
    "文中{0}与别处所说的{1}相差{2}个百分点，不是文中的{3}。",
    "{0} is {2} percentage points from {1}, which is told elsewhere, not {3}.",
)


@check(KEY, "与另一时的差距", "how far from what it was", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold points that a rate is said to be from its value at another time against what the text has of it."""
    figures = whole.dossier.figures
    texts = {s.id: s.text for s in whole.dossier.sources}
    for n, size in enumerate(figures):
        if size.unit not in ("pp", "%") or size.table or n == 0:
            continue
        if (size.anchor.quote.partition(size.as_printed)[0] or size.anchor.prefix)[-1:] not in _ENDS:
            continue
        pair = _from_limit(texts.get(size.anchor.source, ""), size, figures[max(0, n - _FAR) : n])
        if pair is not None:
            yield from _of_limit(size, *pair)
            continue
        match = _SINCE.search(size.anchor.prefix + size.anchor.quote.partition(size.as_printed)[0])
        own = next((f for f in reversed(figures[max(0, n - 3) : n]) if f.unit == "%" and not f.table), None)
        if own is None or value_of(own) is None or not 0 < size.anchor.start - own.anchor.end < _CAP:
            continue
        if match is None:
            yield from _of_another(texts.get(size.anchor.source, ""), size, own, figures)
            continue
        yield from _held(whole, size, own, match, figures)


def _held(
    whole: Whole, size: Figure, own: Figure, match: re.Match[str], figures: Sequence[Figure]
) -> Iterable[Result]:
    base, claim, value = as_claim(own), as_claim(size), value_of(own) or 0.0
    titles = {t.id: t.title.zh for t in whole.dossier.tables}
    known = [f for f in figures if f.unit == "%" and f.role in ("level", "ratio") and f.id not in (own.id, size.id)
             and value_of(f) is not None and _is_of(own, f)]  # fmt: skip
    dated = [f for f in known if _is_then(f, own, match, figures, titles.get(f.table, ""))]
    if base is None or claim is None or not dated:
        return
    up = match["way"] in "高多"
    for other in known:
        then = as_claim(other)
        if (
            then is not None
            and claim.meets(base.minus(then) if up else then.minus(base))
            and size.unit == "pp"
        ):
            yield say.passed(KEY, (size, own, other), formula("{} − {}", bare(own), bare(other)))
            return
        if (
            size.unit == "%"
            and then is not None
            and _relative(value, value_of(other) or 0.0, claim.low, claim.high)
        ):
            return
    other = dated[-1]
    apart = number(abs(value - (value_of(other) or 0.0)))
    written = formula("{} − {} = {}", bare(own), bare(other), Text(f"{apart}个百分点", f"{apart} points"))
    said = SAID.format(stated(own), bare(other), apart, stated(size))
    yield say.finding(KEY, "inconsistent", (size, own, other), written, said)


def _relative(value: float, base: float, low: float, high: float) -> bool:
    """Whether a size in percent is the relative change."""
    return base > 0 and low <= abs(value - base) / base * 100 <= high


def _of_another(text: str, size: Figure, own: Figure, figures: Sequence[Figure]) -> Iterable[Result]:
    """坏账率是1.4%，比半月付高1.2个百分点, where the only rate of that noun so far from it is higher."""
    match = _THAN.search(size.anchor.prefix)
    rate = _RATE.search(own.anchor.prefix)
    if match is None or rate is None or size.unit != "pp":
        return
    base, claim = as_claim(own), as_claim(size)
    like = [f for f in figures if f.unit == "%" and f.role in ("level", "ratio") and not f.table and f is not own
            and f.anchor.source == own.anchor.source and rate[1] in _sentence(text, f)]  # fmt: skip
    known = [(f, then) for f in like if (then := as_claim(f)) is not None]
    if base is None or claim is None:
        return
    sign = 1 if match["way"] == "高" else -1
    right = [f for f, then in known if claim.meets(base.minus(then).scaled(sign))]
    turned = [f for f, then in known if claim.meets(then.minus(base).scaled(sign))]
    if turned and not right:
        other = turned[-1]
        apart = number(abs((value_of(own) or 0.0) - (value_of(other) or 0.0)))
        written = formula(
            "{} − {} = {}", bare(own), bare(other), Text(f"−{apart}" if sign > 0 else apart, apart)
        )
        said = TURNED.format(
            stated(own), bare(other), apart, quote(match["who"]), stated(size), HIGH if sign > 0 else LOW
        )
        yield say.finding(KEY, "changes_conclusion", (size, own, other), written, said, "way")
    elif right:
        yield say.passed(KEY, (size, own, right[-1]), formula("{} − {}", bare(own), bare(right[-1])))


def _sentence(text: str, figure: Figure) -> str:
    """The words of its sentence before a figure."""
    at = figure.anchor.start
    return text[sentence_start(text, at) : at]


def _from_limit(text: str, size: Figure, before: Sequence[Figure]) -> tuple[Figure, list[Figure]] | None:
    """The rate that is set against a limit, and the limits that may be meant; None where the words name none."""
    lead = size.anchor.prefix + size.anchor.quote.partition(size.as_printed)[0]
    rates = [f for f in before if f.unit == "%" and not f.table and value_of(f) is not None
             and f.anchor.source == size.anchor.source and f.role in ("level", "ratio", "threshold")
             and "\n" not in text[f.anchor.end : size.anchor.start]]  # fmt: skip
    if len(rates) < 2:
        return None
    if _OVER.search(lead):
        limits = [f for f in rates[:-1] if f.role == "threshold"]
        near = size.anchor.start - rates[-1].anchor.end < _CAP and rates[-1].role != "threshold"
        return (rates[-1], limits) if near and limits else None
    own, limit = rates[-2:]
    gap = lead[lead.rfind(limit.as_printed) + len(limit.as_printed) :] if limit.as_printed in lead else ""
    if _TO_LIMIT.fullmatch(gap) and _FROM.search(limit.anchor.prefix):
        return own, [limit]
    return None


def _of_limit(size: Figure, own: Figure, limits: Sequence[Figure]) -> Iterable[Result]:
    claim, value = as_claim(size), value_of(own) or 0.0
    base = as_claim(own)
    for limit in limits:
        line, point = as_claim(limit), value_of(limit) or 0.0
        if claim is None or base is None or line is None:
            return
        gap = Interval(value - point, value - point) if limit.role == "threshold" else base.minus(line)
        fits = size.unit == "pp" and (claim.meets(gap) or claim.meets(gap.scaled(-1)))
        if fits or (size.unit == "%" and _relative(value, point, claim.low, claim.high)):
            yield say.passed(KEY, (size, own, limit), formula("{} − {}", bare(own), bare(limit)))
            return
    if len(limits) != 1:
        return
    apart = number(abs(value - (value_of(limits[0]) or 0.0)))
    written = formula("{} − {} = {}", bare(own), bare(limits[0]), Text(f"{apart}个百分点", f"{apart} points"))
    said = LIMIT.format(stated(own), bare(limits[0]), apart, stated(size))
    yield say.finding(KEY, "inconsistent", (size, own, limits[0]), written, said, "limit")


def _is_of(own: Figure, other: Figure) -> bool:
    """Whether two rates are of one thing, by a run of their names."""
    one, two = own.indicator.zh, f"{other.indicator.zh}|{other.entity.zh}"
    if any(one[i : i + _RUN] in two for i in range(len(one) - _RUN + 1)):
        return True
    named = own.entity.zh and own.entity.zh == other.entity.zh and bool(other.table)
    return bool(named) and any(one[i : i + _SHORT] in two for i in range(len(one) - _SHORT + 1))


def _is_then(other: Figure, own: Figure, match: re.Match[str], figures: Sequence[Figure], title: str) -> bool:
    """Whether a rate is of the time that the words name."""
    when = _year(other) or int((_YEAR.findall(title) or ["0"])[0])
    if match["year"]:
        return when == int(match["year"])
    if match["ago"]:
        return bool(when) and _year(own) - _DIGITS[match["ago"]] == when
    last = max((_year(f) for f in figures), default=0)
    return bool(when) and last - when <= _OLD


def _year(figure: Figure) -> int:
    period = figure.period
    return period.end.year if period is not None and period.end is not None else 0
