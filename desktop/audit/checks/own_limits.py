"""Values beyond a limit that the text has just told, or above what there can be: 上限20万元…批25万元."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text, same

KEY: Final = "own_limits"
_LIMIT: Final = re.compile(
    r"(?:上限|限额|封顶线|顶格|红线|不[得能可]?(?:超过|高于|突破|大于|多于)|至多)[^，,；;。]{0,6}$"
)
_LIMITED: Final = re.compile(r"^[^，,；;。\d]{0,3}(?:封顶|为上限|为限|的上限|以内|之内)")
_SPEAKS: Final = re.compile(r"上限|限额|封顶|顶格|红线|不[得能可超高突大多]|至多|为限|以内|之内")
# A value that the limit is of: the most there was, or what one got; sums of several are not.
_MOST: Final = re.compile(
    r"最[高多大长贵]|单[户笔人][^，,；;。]{0,4}[批给放借]|[批给授放借][到出了给]|实际(?:执行|批|授|收|给)"
)
# Going beyond it, moving it, or something else that has a limit of its own
_BEYOND: Final = re.compile(
    r"[超违破越]|高于|高出|以上|不[得能可]|放宽|上调|提[高升]|改为|原|此前|调整|上限|限额|累计|合计|[共总]|另|其他|同业|行业|竞|如果|若|即使|罚|逾期|除外|例外"
)
_TIMES: Final = re.compile(r"[日月周季天次](?!利率)|(?<!半)年(?!化|利率|龄|期|轻)")
_FULL: Final = re.compile(r"(?:总分|满分)(?:为|是)?(?P<of>\d+(?:\.\d+)?)分|(?P<to>\d+)分制")
_SCORE: Final = re.compile(r"得分|评分|均分|打[了出]?|平均|考[了出]|最[高低]")
_OLD: Final = re.compile(r"树|古|寿|化石|龟|遗址|神|传说|合计|[共总]|相加|之和")
_HUMAN: Final = 130
_YEARS: Final = (1900, 2100)
_WARM, _COLD = 46.0, 20.0
ABOVE: Final = Text(
    "文中刚说上限是{0}，{1}却超出了这一上限。",
    "The text has just given {0} as the limit, but {1} is beyond it.",
)
SCORE: Final = Text("满分是{0}，得分不可能是{1}。", "With {0} as full marks, nothing can score {1}.")
AGE: Final = Text("{0}：没有人活到这个年龄。", "{0}: nobody has reached that age.")
BODY: Final = Text("{0}不可能是人的体温。", "{0} cannot be the temperature of a human body.")

_WHOLES: Final = ("count:家", "person", "count:辆", "count:艘", "count:架", "count:名", "count:所")
_ON_AVERAGE: Final = re.compile(
    r"[均每约折摊占比]|单[店车位人]|平|当量|相当|标准|人力|编制|全职|倍|合|一[家人户辆]|÷|/|[万亿]"
)
_OF_EACH: Final = re.compile(r"[每均]|per |average", re.I)
BROKEN: Final = Text(
    "{0}：这样的数目不会有零头，单位或小数点有误。",
    "{0}: such things come whole; the unit or the decimal point is wrong.",
)


@check(KEY, "文中自述的界限", "limits that the text tells", "prose", "table", needs={"table": ("age",)})
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Hold values against the limit that their sentence gives, scores against full marks, ages against a life."""
    marks = piece.marks
    told = "age" in marks or ("." in marks and not marks.isdisjoint(_WHOLES))
    for figure in piece.figures if told else ():
        if figure.unit == "age" and figure.high is not None and _is_too_old(float(figure.high)):
            words = piece.text if isinstance(piece, Prose) else piece.label(figure.row or 0)
            if not _OLD.search(words):
                written = formula("{} > 130", stated(figure))
                yield say.finding(KEY, "inconsistent", (figure,), written, AGE.format(stated(figure)), "age")
        if isinstance(piece, Prose) and figure.unit in _WHOLES and _is_broken(piece, figure):
            yield say.finding(KEY, "inconsistent", (figure,), NOTHING, BROKEN.format(stated(figure)), "whole")
    if isinstance(piece, Prose):
        limits = _SPEAKS.search(piece.text) is not None
        for sentence in piece.sentences:
            if "温" in marks:
                yield from _bodies(sentence)
            if "分" in marks:
                yield from _scores(sentence)
            if limits and len(sentence.amounts) > 1:
                yield from _in_sentence(sentence)


def _is_too_old(years: float) -> bool:
    """Whether nobody is so old; 2025岁末 is a year."""
    return years > _HUMAN and not _YEARS[0] <= years <= _YEARS[1]


def _is_broken(piece: Prose, figure: Figure) -> bool:
    """Whether things that come whole are told with a fraction, and not on average or in thousands."""
    if figure.low is None or figure.low != figure.high or figure.low == int(figure.low):
        return False
    start = figure.anchor.start - piece.start
    if "." not in figure.as_printed or _ON_AVERAGE.search(piece.text[max(0, start - 16) : start + 8]):
        return False
    begin = max(piece.text.rfind(stop, 0, start) for stop in "。；\n")
    return _OF_EACH.search(piece.text, begin + 1, start) is None  # 每百名病人里6.2人，上一周是6.9人


def _bodies(sentence: Sentence) -> Iterable[Result]:
    for figure in sentence.amounts if "体温" in sentence.text else ():
        degrees = value_of(figure)
        of_body = figure.unit == "celsius" and "体温" in sentence.lead(figure)[-8:]
        if of_body and degrees is not None and not _COLD < degrees < _WARM:
            yield say.finding(KEY, "inconsistent", (figure,), NOTHING, BODY.format(stated(figure)), "body")


def _scores(sentence: Sentence) -> Iterable[Result]:
    """Scores above full marks: 满分10分, 平均打了84分."""
    found = _FULL.search(sentence.text)
    if found is None or len(_FULL.findall(sentence.text)) > 1:
        return
    top = float(found["of"] or found["to"])
    for figure in sentence.amounts:
        own, start = as_claim(figure), figure.anchor.start - sentence.start
        if figure.unit != "count:分" or own is None or own.low <= top or start < found.end():
            continue
        clause = re.split(r"[，,；;。：:]", sentence.text[found.end() : start])[-1]
        if _SCORE.search(clause) and "制" not in sentence.text[found.end() : start]:
            marks = Text("{}分", "{} points").format(same(f"{top:g}"))
            written = formula("{} > {}", bare(figure), marks)
            yield say.finding(
                KEY, "inconsistent", (figure,), written, SCORE.format(marks, stated(figure)), "score"
            )


def _in_sentence(sentence: Sentence) -> Iterable[Result]:
    amounts = sentence.amounts
    for n, limit in enumerate(amounts[:-1]):
        hedges = limit.anchor.quote.partition(limit.as_printed)  # 13.8%封顶
        if not _LIMIT.search(sentence.lead(limit) + hedges[0]) and not _LIMITED.match(
            hedges[2] + sentence.tail(limit)
        ):
            continue
        other = next((f for f in amounts[n + 1 :] if same_dimension(f.unit, limit.unit)), None)
        if other is not None:
            yield from _beyond(sentence, limit, other)


def _beyond(sentence: Sentence, limit: Figure, other: Figure) -> Iterable[Result]:
    top, own = value_of(limit), as_claim(other)
    if top is None or own is None or other.role == "change" or own.meets(Interval(float("-inf"), top)):
        return
    between = sentence.text[limit.anchor.end - sentence.start : other.anchor.start - sentence.start]
    clause = re.split(r"[，,；;。：:]", between)[-1]
    first = re.split(r"[，,；;。：:]", sentence.lead(limit))[-1]
    apart = set(_TIMES.findall(clause)) ^ set(_TIMES.findall(first))
    if _MOST.search(clause) and not _BEYOND.search(between) and not apart:
        said = ABOVE.format(bare(limit), stated(other))
        written = formula("{} > {}", bare(other), bare(limit))
        yield say.finding(KEY, "inconsistent", (other, limit), written, said, "limit")
