"""The verb between two values against the values: "down from 84 to 210", "a rise turned to a fall, from 9 to 10"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.change_words import DOWN, UP
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_operand
from desktop.audit.lines import behind_last
from desktop.audit.marks import any_of
from desktop.audit.move import Move
from desktop.audit.polarity import better_high
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "turns"
_SHORT: Final = 6  # characters before a size
_REACH: Final = 40  # characters between two values, and before them where a turn is told
_LONG: Final = sorted((w for w in UP | DOWN if len(w) > 1), key=len, reverse=True)
_VERB: Final = re.compile(
    "|".join(map(re.escape, _LONG)) + r"|[升涨增攀爬飙窜蹿跃抬降跌减落滑缩掉压](?=[至到为成])"
)
_UP_CHARS: Final = frozenset("升涨增攀爬飙窜蹿跃抬")
_TURN: Final = re.compile(
    r"由[升涨增盈]转(?P<to>[降跌减亏])|由[降跌减亏]转(?P<up>[升涨增盈])|不[升涨增]反(?P<down>[降跌减])"
    r"|不[降跌减]反(?P<rise>[升涨增])|"
    r"止跌(?P<back>回升|反弹)|见顶(?P<top>回落)|触底(?P<bottom>反弹|回升)"
)
_TURNS: Final = any_of("转反止见触")  # of which every turn has one
_GAPS: Final = frozenset(("pp*2", "bp*2"))
_STOP: Final = re.compile(r"[。！？；\n]")
_FALLS: Final = frozenset(("to", "down", "top"))
_WORSE: Final = re.compile(r"(?P<bad>恶化|变差|变坏|劣化)|(?P<good>改善|好转|优化|变好)")
_COMMA: Final = re.compile(r"[，,。；;：:]")
_ADJECTIVE: Final = re.compile(
    r"(?:足足|整整|一下子|反而|反倒|又|还|就|却|竟|只|仅|也)*(?P<word>[贵省高低多少大小长短重轻快慢]"
    r"|便宜)[了出掉去]?(?:足足|整整|近|约|将近)*"
)
_WHEN: Final = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:全年|[末底初])?的?"
)  # 从2020年的38%升至2023年的19%
_MEAN: Final = re.compile(r"(?:[日周月季年]均|每个?[天日周月季年]度?)[^，,。；\d]{0,3}$")
_SPLIT: Final = re.compile(r"[\d一两二三四五六七八九十]个?(?:小时|钟头|分|点)$")  # 1小时44分钟 is one time
_BY: Final = re.compile(r"净[增减]|[增减][少加长]了?$")  # 净减310万户，降到2亿户
_NOT: Final = re.compile(r"\d|[不未没止免防控]|停止|避免|遏制|扭转|放缓|幅|增速|降速|每|再")
# A precision of 30 m is "raised" to 15 m, a time "improved" to 2 hours: these verbs tell of better, not of more.
_BETTERED: Final = frozenset(("提高", "提升", "升", "增强"))
_SMALLER: Final = ("second", "minute", "hour", "day", "m", "cm", "mm", "um", "nm")
_FINER: Final = re.compile(r"精度|分辨率|效率|速度|时效|成绩|误差")
SAID = Text(
    "文中写{0}，可从{1}到{2}是{3}，方向相反。",
    "The text says {0}, but from {1} to {2} is {3}: the opposite direction.",
)
ROSE, FELL = Text("上升", "a rise"), Text("下降", "a fall")
BETTER, WORSE = Text("变好", "for the better"), Text("变差", "for the worse")


@check(KEY, "升降用语与数值", "verbs and the values they join", "prose")
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the words between two values against the way from one to the other."""
    gaps = () if _GAPS.isdisjoint(piece.marks) else _of_gaps(piece)
    for move in (*piece.moves, *gaps):
        if move.windows is not None or move.per_time:
            continue
        one, other = as_operand(move.before), as_operand(move.after)
        if (
            one is None
            or other is None
            or one.meets(other)
            or move.before.anchor.start > move.after.anchor.start
        ):
            continue
        if _is_mean(piece, move.before) and not _is_mean(piece, move.after) and not move.after.change_from:
            continue  # 平均每月320件。2022年降到600件
        rises = other.low > one.high
        if move.change is not None and move.told and move.down == rises:
            continue  # the change itself is told the wrong way: that is said of it
        both = [w for w in (_word(piece, move), _closing(piece, move)) if w is not None]
        if not both:
            continue
        wrong = [w for w in both if w[1] == rises]
        if not wrong and move.change is not None:
            continue  # the change is tested, and with it both values
        written = formula("{} → {}", stated(move.before), stated(move.after))
        figures = (move.after, move.before)
        if wrong:
            word, falls, by_worth = wrong[0]
            way = (BETTER if falls else WORSE) if by_worth else (ROSE if rises else FELL)
            said = SAID.format(quote(word), stated(move.before), stated(move.after), way)
            yield say.finding(KEY, "changes_conclusion", figures, written, said, "turn")
        else:
            yield say.passed(KEY, figures, written)


def _is_mean(piece: Prose, figure: Figure) -> bool:
    """Whether the words right before a value tell that it is for each day, month or quarter."""
    at = figure.anchor.start - piece.start
    return _MEAN.search(piece.text[max(0, at - 8) : at]) is not None


def _of_gaps(piece: Prose) -> Iterator[Move]:
    """How far two rates are apart, before and after: 利差从7.7个百分点收窄到1.6个百分点."""
    gaps = {f.id: f for f in piece.figures if f.unit in ("pp", "bp") and f.role == "level"}
    for figure in gaps.values():
        before = gaps.get(figure.change_from)
        if before is not None:
            yield Move(before, figure, None)


def _closing(piece: Prose, move: Move) -> tuple[str, bool, bool] | None:
    """The adjective before a change that the values bear out in size: 从2,980元降到1,980元，贵了1,000元."""
    if move.change is None:
        return _by_size(piece, move)
    at = move.change.anchor.start - piece.start
    words = behind_last(_COMMA, piece.text[max(0, at - 16) : at])
    found = _ADJECTIVE.fullmatch(words)
    way = adjectives.way(words, move.after.unit, move.after.indicator.zh) if found is not None else 0
    return (found["word"], way < 0, False) if found is not None and way else None


def _by_size(piece: Prose, move: Move) -> tuple[str, bool, bool] | None:
    """The words before a size right behind two values that are exactly so far apart: 由86张减到52张，多开了34张."""
    end = move.after.anchor.end
    size = next((f for f in piece.figures if f.anchor.start >= end and not f.is_date), None)
    one, other = as_operand(move.before), as_operand(move.after)
    own = as_operand(size) if size is not None and size.unit == move.after.unit != "%" else None
    if size is None or own is None or one is None or other is None:
        return None
    words = piece.text[end - piece.start : size.anchor.start - piece.start].strip("，, ")
    said = (
        told(words) if len(words) <= _SHORT and not _STOP.search(words) and not _NOT.search(words) else None
    )
    gap = other.minus(one)
    if said is None or not said.way or said.others or not (own.meets(gap) or own.meets(gap.scaled(-1.0))):
        return None
    return words, said.way == "down", False


def _word(piece: Prose, move: Move) -> tuple[str, bool, bool] | None:
    """The word for the way from one value to the other, whether it tells of a fall, and whether by its worth."""
    start, end = move.before.anchor.start - piece.start, move.after.anchor.start - piece.start
    gap = _WHEN.sub("", piece.text[move.before.anchor.end - piece.start : end])
    if len(gap) > _REACH or _NOT.search(gap):
        return None
    if _SPLIT.search(piece.text[max(0, start - 6) : start]) or _BY.search(
        piece.text[max(0, start - 4) : start]
    ):
        return None
    lead = behind_last(_STOP, piece.text[max(0, start - _REACH) : start])
    turn = None
    for turn in _TURN.finditer(lead) if not piece.marks.isdisjoint(_TURNS) else ():  # noqa: B007 - the last one
        pass
    if turn is not None and "，" not in lead[turn.end() :].removeprefix("，"):
        return turn[0], turn.lastgroup in _FALLS, False
    found = {m[0] for m in _VERB.finditer(gap)}
    ways = {w in UP or w in _UP_CHARS for w in found}
    if found <= _BETTERED and (move.after.unit in _SMALLER or _FINER.search(lead)):
        return None
    if len(ways) == 1:
        return min(found), not ways.pop(), False
    worth = _WORSE.search(gap)
    wanted = better_high(lead.rpartition("，")[2] + move.after.indicator.zh) if worth is not None else None
    if worth is None or wanted is None:
        return None
    return worth[0], (worth["bad"] is not None) == wanted, True
