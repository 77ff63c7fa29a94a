"""What changes are measured from: a peak without a date, or one year for this and another year for that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.keys import folded
from desktop.audit.marks import Cue, any_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "base_periods"
_PEAK: Final = re.compile(
    r"(?:较|比|与|相比于?|相较于?)(?:历史|此前|之前|过往|当时|最)?(?P<base>峰值期?|高峰(?:时?期)?|最?高点|顶峰|巅峰(?:时?期)?|"
    r"鼎盛时?期?|全盛时?期?|历史高位|低谷期?|谷底|最?低点)(?!\s*[（(]?[约近]?\d)"
    r"|\b(?:from|below|against) (?:its|their|the|a) (?:\w+ )?(?P<en>peak|high)\b(?! (?:of|in)\b)",
    re.I,
)
_WORDS: Final = Cue("峰|高点|低点|鼎盛|全盛|高位|低谷|谷底", "peak|high")
_MARKS: Final = any_of("峰点鼎盛位谷 latin")  # of which every such word has one
_DATED_PEAK: Final = re.compile(
    r"\d{4}年[^，。；较比与]{0,16}(?:峰|顶|巅|鼎盛|高点|低谷|谷底|低点)|"
    r"(?:峰值|高峰|顶峰|巅峰|高点|低点|谷底)[^，。；升降增减涨跌高低少多缩扩]{0,8}\d|"
    r"\b(?:peak|high)\b[^.;]{0,12}\d"
)
_SAME_TIME: Final = re.compile(r"同期|同一时期|over the same period|in the same period", re.I)
UNDATED = Text(
    "{0}（{1}）以{2}为基准，文中没有写明那是何时、当时是多少{3}，变化无从重算。",
    "{0} ({1}) is measured from {2}, but the text says neither when that was nor how high it stood{3}, so the change "
    "cannot be recomputed.",
)
_LONG: Final = 2  # years, from which on it matters where a change starts
ALSO = Text("，其后的“{0}”指哪一段时间也不明确", "; nor is it clear which time “{0}” then means")
UNLIKE = Text(
    "同一段里各项变化都止于{0}年，起点却不一：{1}；时间长短不同，不能并列比较。",
    "The changes of this paragraph all end in {0} but start at different times: {1}; they cover different lengths of "
    "time and do not stand side by side.",
)
FROM = Text("{0}从{1}年算起", "{0} from {1}")


@check(KEY, "对比的起点", "what changes start from", "prose")
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look for a peak that has no date, and for changes to one year from several."""
    if (
        not piece.marks.isdisjoint(_MARKS)
        and _WORDS.in_(piece)
        and _PEAK.search(piece.text)
        and not _DATED_PEAK.search(piece.text)
    ):
        for sentence in piece.sentences:
            yield from _undated(sentence)
    yield from _unlike(piece)


def _undated(sentence: Sentence) -> Iterable[Result]:
    for match in _PEAK.finditer(sentence.text):
        at = sentence.start + match.end()
        changes = [f for f in sentence.amounts if f.anchor.start >= at and is_change(sentence, f)]
        own = (
            changes[:1] or [f for f in sentence.amounts if f.anchor.end <= at and is_change(sentence, f)][-1:]
        )
        if not own:
            continue
        same_time = _SAME_TIME.search(sentence.text, match.end())
        more = [f for f in changes[1:] if same_time and f.anchor.start > sentence.start + same_time.start()]
        also = ALSO.format(same_time[0]) if same_time and more else NOTHING
        base = match["base"] or match["en"]
        said = UNDATED.format(say.title(own[0]), stated(own[0]), quote(base), also)
        yield say.on_section(KEY, "ambiguous", (*own, *more[:1]), said, "undated")


def _unlike(piece: Prose) -> Iterable[Result]:
    """Changes of different indicators of one thing, all to one year and from different years."""
    spans = list(_spans(piece))
    if len(spans) < 2:
        return
    for end in sorted({e for _, _, e in spans}):
        found: dict[tuple[str, str, str], tuple[Figure, int]] = {}
        for figure, start, stop in spans:
            if stop == end:
                kind = "share" if figure.unit in ("%", "pp") else figure.unit
                found.setdefault((figure.entity.zh, folded(figure.indicator.zh), kind), (figure, start))
        entities = {entity for entity, _, _ in found}
        starts = {start for _, start in found.values()}
        if len(found) < 2 or len(starts) < 2 or len(entities) > 1:
            continue
        if any(end - start < _LONG for start in starts):
            continue  # the year before beside an earlier year is no more than usual
        told = Text("，", ", ").join([FROM.format(say.title(f), start) for f, start in found.values()])
        figures = [f for f, _ in found.values()]
        yield say.on_section(KEY, "ambiguous", figures, UNLIKE.format(end, told), "unlike")


def _spans(piece: Prose) -> Iterable[tuple[Figure, int, int]]:
    """Each change of the paragraph that names its indicator, with the years it runs between."""
    for move in piece.moves:
        one, other = move.before.period, move.after.period
        if (
            one
            and other
            and one.start
            and other.start
            and one.start.year < other.start.year
            and move.after.indicator.zh
        ):
            yield move.after, one.start.year, other.start.year
    for figure in piece.figures:
        period = figure.period
        if figure.role != "change" or not figure.indicator.zh or period is None or "→" not in period.text:
            continue
        if period.start and period.end and period.start.year < period.end.year:
            yield figure, period.start.year, period.end.year
