"""Years since a birth or a beginning: 1958年出生，1981年毕业时33岁; 1958年9月开门，2018年庆祝建校50周年."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_ages import in_english
from desktop.audit.moments import Moment, moments
from desktop.audit.reading import number as counted
from desktop.audit.scope import Prose, Section
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "ages"
AGE, ROUND, TURN = "age", "anniversary", "turn"
_N: Final = r"\d{1,3}|[一二两三四五六七八九十百]{1,4}"
_TOLD: Final = re.compile(
    rf"(?P<anniversary>(?P<r>{_N})(?:个)?周年|(?P<h>百年)(?=校庆|庆典|诞辰|华诞|大庆))"
    rf"|(?P<age>(?<![第前后几多\d零一二三四五六七八九十])(?P<a>{_N}|百)(?:周)?岁)"
    rf"|第(?P<t>{_N})(?:个)?年(?=(?:，|（|,)?(?:也就是|即|就是)?(?:19|20)\d\d年)"
)
_MARKS: Final = "岁 周年|百年|第二|第两|第三|第四|第五|第六|第七|第八|第九|第十"
_CUE: Final = re.compile(r"岁|周年|百年|第[二两三四五六七八九十]{1,3}个?年[，（,也即就]")
_TURNED: Final = re.compile(r"[，（,]?(?:也就是|即|就是)?$")
_BORN: Final = re.compile(
    r"^[初末底春夏秋冬天年的，]{0,3}(?:[（(][^）)]{0,6}[）)])?(?:出生|生人|生(?=[，,。；）)的于])|落地|降生|诞生)"
)
_BORN_AHEAD: Final = re.compile(r"(?:出生于|生于|诞生于|降生于)$")
_BEGAN: Final = re.compile(
    r"^[^，,。；\d]{0,8}?(?:创刊|创办|创立|成立|建成|建校|落成|始建|奠基|开业|开张|开门|开馆|开园|开办|挂牌|通车|开通|上市|上线|设立|注册"
    r"|首播|首演|开播|公测|问世|投产|诞生)"
)
_BEGAN_AHEAD: Final = re.compile(
    r"(?:创刊|创办|创立|成立|创建|始建|建成|落成|开业|上线|上市|注册|设立|兴建|开办|建|创)于$"
)
_OF_OTHERS: Final = re.compile(
    r"儿子|女儿|妻|丈夫|父亲|母亲|爸|妈|孩子|兄|弟|姐|妹|孙|平均|人均|以上|以下|学生|观众|用户|客户|退休年龄|最[大小老年]|另一|同事"
    r"|搭档|对手|接班|徒弟|师傅|[满未超不]足?$|年满|每"
)
_TAIL: Final = re.compile(r"^的(?![他她我人])|^[—\-–~至到]|^以[上下]|^[及或][以上]")
_NOW: Final = re.compile(r"今年|现年|如今|现在|眼下|年近|将近|接近|近$|约$|不到$|多$")
_GAP: Final = re.compile(r"[^。；\d]{0,12}[，,](?:那年?是|这是|时在|正是|也就是|即)?(?:在|到)?")
_THAT: Final = re.compile(r"那年|那一年|这一?年|[，。]|$")
_OWN_TIME: Final = re.compile(r"那[年一时]|时|上|起|以?前|之前")  # 1990年到深圳打工，30岁那年…
_COMMA: Final = re.compile(r"[，,；;]")
_SLACK: Final = 1  # of a year: before or after the birthday, or by the old way of counting
WRONG: Final = Text(
    "从{0}到{1}是{2}年，不是文中的{3}。", "From {0} to {1} is {2} years, not {3} as the text says."
)


class _Told(NamedTuple):
    """Years that a text tells of a life; offsets into the section."""

    kind: str
    years: int
    start: int
    end: int
    words: str


@check(KEY, "年龄与周年", "ages and anniversaries", "section", "prose",
       needs={"section": (_MARKS, "date"), "prose": ("age latin",)})  # fmt: skip
def run(piece: Section | Prose, _world: World) -> Iterable[Result]:
    """Hold each age, anniversary and "third year" against what is dated as its beginning."""
    if isinstance(piece, Prose):
        yield from in_english(piece, KEY)
        return
    known: Sequence[Moment] | None = None
    for line in piece.lines:
        if _CUE.search(line.text) is None:
            continue
        told = list(_claims(line.text, line.start - piece.start))
        if told:
            known = moments(piece) if known is None else known
            for one in told:
                yield from _held(piece, line, one, known)


def _claims(text: str, base: int) -> Iterator[_Told]:
    for match in _TOLD.finditer(text):
        words = match["r"] or match["a"] or match["t"] or "百"
        kind = ROUND if match["anniversary"] else AGE if match["age"] else TURN
        yield _Told(kind, _number(words), base + match.start(), base + match.end(), match[0])


def _number(words: str) -> int:
    if words == "百":
        return 100
    return int(words) if words.isdecimal() else int(counted(words))


def _held(piece: Section, line: Prose, told: _Told, known: Sequence[Moment]) -> Iterator[Result]:
    base = line.start - piece.start
    own = [m for m in known if base <= m.start < base + len(line.text) and not m.guessed]
    earlier = [m for m in known if m.start < base and not m.guessed]
    begin = piece.sentence_start(told.start)
    births = (
        _births(piece, [m for m in own if begin <= m.start < told.start], told)
        or _births(piece, own, told)
        or (_births(piece, earlier, told) if told.kind != AGE else [])
    )
    at = _event(piece, own, told, births)
    if at is None or len({m.first.year for m in births}) != 1:
        return
    born = births[-1]
    if _fits(told, born, at):
        yield say.passed(KEY, _figures(line, told, at, born), _written(at, born))
        return
    if any(_fits(told, a, b) for a in known for b in known if a is not b and a.first < b.first):
        return
    if at.first <= born.first or (told.kind == AGE and not _same_one(piece, told)):
        return
    years = number(at.first.year - born.first.year)
    said = WRONG.format(bare(born.figure), bare(at.figure), years, quote(told.words))
    place = Anchor(piece.source, piece.start + told.start, piece.start + told.end, told.words)
    yield say.finding(
        KEY,
        "inconsistent",
        _figures(line, told, at, born),
        _written(at, born),
        said,
        told.kind,
        spans=(place,),
    )


def _births(piece: Section, dates: Sequence[Moment], told: _Told) -> list[Moment]:
    """The dates that are told as a birth; for an anniversary, as a beginning."""
    ahead, behind = (_BORN_AHEAD, _BORN) if told.kind == AGE else (_BEGAN_AHEAD, _BEGAN)
    found = [
        m
        for m in dates
        if behind.match(piece.text[m.end : m.end + 16])
        or ahead.search(piece.text[max(0, m.start - 6) : m.start])
    ]
    if not found:  # of a thing that has an age, and of a person that has an anniversary
        ahead, behind = (_BEGAN_AHEAD, _BEGAN) if told.kind == AGE else (_BORN_AHEAD, _BORN)
        found = [
            m
            for m in dates
            if behind.match(piece.text[m.end : m.end + 16])
            or ahead.search(piece.text[max(0, m.start - 6) : m.start])
        ]
    return found


def _event(piece: Section, own: Sequence[Moment], told: _Told, births: Sequence[Moment]) -> Moment | None:
    """The date that years are told of: the last one before them in their sentence, or the one right behind."""
    begin = piece.sentence_start(told.start)
    before = [m for m in own if begin <= m.start and m.end <= told.start and m not in births]
    apart = before and _COMMA.search(piece.text, before[-1].end, told.start) is not None
    if told.kind != TURN and before and not (apart and _OWN_TIME.match(piece.text, told.end)):
        return before[-1]
    behind = next((m for m in own if m.start >= told.end), None)
    if behind is None or behind in births:
        return None
    gap = piece.text[told.end : behind.start]
    if told.kind == TURN:
        return behind if _TURNED.fullmatch(gap) else None
    linked = gap.endswith(("那是", "这是")) or _THAT.match(piece.text, behind.end) is not None
    return behind if _GAP.fullmatch(gap) and linked else None


def _fits(told: _Told, born: Moment, at: Moment) -> bool:
    if told.kind == ROUND:
        last, end = born.period.end, at.period.end
        if last is None or end is None:
            return True
        least, most = (at.first - last).days / 365.25, (end - born.first).days / 365.25
        return least - 0.15 <= told.years <= most + 0.15
    years = at.first.year - born.first.year
    return abs(years - told.years) <= _SLACK


def _same_one(piece: Section, told: _Told) -> bool:
    """Whether an age is told of whoever the sentence speaks of, and exactly."""
    begin = max(piece.sentence_start(told.start), told.start - 30)
    ahead = piece.text[begin : told.start]
    return not (
        _OF_OTHERS.search(ahead) or _TAIL.match(piece.text[told.end : told.end + 2]) or _NOW.search(ahead)
    )


def _figures(line: Prose, told: _Told, at: Moment, born: Moment) -> tuple[Figure, ...]:
    begin, end = told.start, told.end
    shift = at.figure.anchor.start - at.start
    own = [f for f in line.figures if begin + shift <= f.anchor.start < end + shift and not f.is_date]
    return tuple(dict.fromkeys((*own[:1], at.figure, born.figure)))


def _written(at: Moment, born: Moment) -> Text:
    years = number(at.first.year - born.first.year)
    return formula("{} − {} = {}", str(at.first.year), str(born.first.year), years)
