"""A number that a word points back to, with other digits: 1240家门店, and later 这1420家门店."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.beside import STOP, Named, beside, points_back, words_near
from desktop.audit.check import Result, World, check
from desktop.audit.digits_alike import digits_alike
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "retold"
SAID = Text(
    "文中前后两处说的似是同一个数：一处是{0}（{1}），一处是{2}（{3}）；范围和时间若相同，至少一处有误。",
    "Two places seem to tell one number: {0} ({1}) and {2} ({3}); if scope and time are the same, at least one of "
    "them is wrong.",
)
_CAPS: Final = 40  # figures of one noun from which on a text is a list of them
_PART: Final = re.compile(
    r"其中|除|另有|另外|新增|新开|净增|增加|减少|多了|少了|关闭|关掉|关停|裁|流失|首批|第[一二三四]批|每|比|较|占|约有|含|包括|来自|同行|行业|竞品|对手|某|一家|分别|各"
)
_LEFT: Final = re.compile(r"(?:剩下|余下|仅剩|仅存|剩余|只剩|remaining)的?$")
_SAME: Final = 4  # characters at the end of two nouns that make them one
_FEW: Final = 12  # numbers of a unit among which one that remains can be looked for
_LEVELS: Final = ("level", "ratio", "threshold")


@check(KEY, "前后重提", "numbers named again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold a number that a word points back to against those that the text has beside its noun; never red."""
    dossier = whole.dossier
    texts = {s.id: s.text for s in dossier.sources}
    amounts = [f for f in dossier.figures if f.role in _LEVELS and not f.is_date and value_of(f) is not None]
    pointing = [f for f in amounts if not f.table and points_back(f, texts.get(f.anchor.source, ""))]
    asking = [one for f in pointing if (one := beside(f, texts.get(f.anchor.source, ""))).again]
    if not asking:
        return
    amounts.sort(key=lambda f: (f.anchor.source, f.anchor.start))
    by_noun = _by_noun(amounts, texts, {noun for one in asking for noun in one.asks})
    by_unit: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in amounts:
        by_unit[figure.anchor.source, figure.unit].append(figure)
    done: set[frozenset[str]] = set()
    for one in asking:
        known = by_unit[one.figure.anchor.source, one.figure.unit]
        other = _other(one, by_noun) or _remaining(one, known)
        pair = frozenset((one.figure.id, other.id)) if other is not None else None
        if other is not None and pair is not None and pair not in done:
            done.add(pair)
            yield _told(one.figure, other)


def _kind(figure: Figure) -> str:
    known = unit(figure.unit)
    dimension = known.dimension if known is not None else figure.unit
    return "count" if not dimension or dimension.startswith(("count", "persons")) else dimension


def _by_noun(
    amounts: list[Figure], texts: Mapping[str, str], asked: set[str]
) -> dict[tuple[str, str], list[Named]]:
    """The numbers beside each noun that is asked for."""
    found: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for figure in amounts:
        text = texts.get(figure.anchor.source, "")
        words = words_near(figure, text)
        if not any(map(words.__contains__, asked)):
            continue
        one = beside(figure, text)
        for noun in asked.intersection(one.told):
            found[_kind(figure), noun].append(one)
    return found


def _other(one: Named, by_noun: dict[tuple[str, str], list[Named]]) -> Figure | None:
    """The earlier number that this one should repeat and does not; None where any number elsewhere agrees."""
    near: dict[str, Named] = {}
    own = one.figure
    kind = _kind(own)
    for noun in one.asks:
        like = by_noun.get((kind, noun), [])
        if len(like) > _CAPS:
            return None
        for other in like:
            near[other.figure.id] = other
    near.pop(own.id, None)
    known = [n for n in near.values() if n.figure.anchor.source == own.anchor.source]
    apart = [n for n in known if _before(n, one) and n.sentence != one.sentence]
    if not apart or any(_agrees(own, n.figure) for n in known):
        return None
    apart = [n for n in apart if _one_time(n.figure, own) and _one_noun(n, one)
             and not _PART.search(_clause(n.figure) + _clause(own))]  # fmt: skip
    least = 2 if len(known) == 1 else 3
    alike = [n for n in apart if digits_alike(own, n.figure, least)]
    if alike:
        return alike[-1].figure
    values = {value_of(n.figure) for n in known}
    return apart[-1].figure if apart and len(values) == 1 else None


def _one_noun(one: Named, other: Named) -> bool:
    """Whether the nouns of two numbers are one: 会员数 and 会员, but not 风电发电量 and 水电发电量."""
    whose = one.figure.entity.zh, other.figure.entity.zh
    if all(whose) and whose[0] != whose[1] and not (whose[0] in whose[1] or whose[1] in whose[0]):
        return False
    if other.behind and (other.behind[:2] in one.ahead or one.behind[:3] == other.behind[:3]):
        return True
    ends = [n.ahead for n in (one, other)]
    short = min(map(len, ends))
    same = next((n for n in range(short) if ends[0][-1 - n] != ends[1][-1 - n]), short)
    return same >= 2 and (same == short or same >= _SAME)


def _remaining(one: Named, known: list[Figure]) -> Figure | None:
    """The last number before 剩下的13家 where no number of the text, and no difference of two, is that many."""
    own = one.figure
    value = value_of(own)
    if value is None or len(known) > _CAPS or not _LEFT.search(_clause(own)):
        return None
    before = itertools.takewhile(lambda f: f.anchor.start < own.anchor.start, known)
    earlier = list(itertools.islice(before, _FEW + 1))
    if not 0 < len(earlier) <= _FEW or any(_agrees(own, f) for f in earlier):
        return None
    values = [v for f in earlier if (v := value_of(f)) is not None]
    if any(abs(abs(a - b) - value) < 1e-9 or abs(a + b - value) < 1e-9 for a in values for b in values):
        return None
    start = one.sentence
    near = [f for f in earlier
            if sentence_start(one.text, f.anchor.start) != start and (value_of(f) or 0) < 2 * value]  # fmt: skip
    return near[-1] if near else None


def _before(one: Named, other: Named) -> bool:
    return bool(one.figure.table) or one.figure.anchor.start < other.figure.anchor.start


def _clause(figure: Figure) -> str:
    return "" if figure.table else behind_last(STOP, figure.anchor.prefix)


def _agrees(one: Figure, other: Figure) -> bool:
    a, b = as_claim(one), as_claim(other)
    return a is None or b is None or a.meets(b)


def _one_time(one: Figure, other: Figure) -> bool:
    """Whether nothing tells two times apart."""
    a, b = one.period, other.period
    return a is None or b is None or a.text == b.text or (a.start is not None and b.end is not None
        and b.start is not None and a.end is not None and a.start <= b.end and b.start <= a.end)  # fmt: skip


def _told(last: Figure, first: Figure) -> Result:
    said = SAID.format(stated(first), say.title(first), stated(last), say.title(last))
    written = formula("{} ≠ {}", bare(first), bare(last))
    return say.finding(KEY, "conflict", (last, first), written, said)
