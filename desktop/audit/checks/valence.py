"""A number that goes the good way where the text tells of harm: 运营限制…导致效率提升65%; 权限收缩：合作增加72%."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.marks import any_of
from desktop.audit.polarity import adverse, better_high
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.spoken import Clause, spoken
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text

KEY: Final = "valence"
_HARM: Final = re.compile(
    r"限制|制约|困境|压力|挑战|恶化|走弱|下滑|流失|停滞|冲击|拖累|缺失|受损|代价|副作用|负面|短板|瓶颈|危机|衰退|失灵|失控|不满|掣肘|阵痛|取舍|隐患|"
    r"\b(?:limits?|constraints?|pressure|harm|loss of|setback|drawbacks?)\b",
    re.I,
)
_LEADS: Final = re.compile(r"导致|造成|致使|引发|酿成|使得|带来|令|resulting in|led to|caused", re.I)
_LED: Final = any_of("导致|造成|致使|引发|酿成|使得|带来 令 latin")
_BUT: Final = re.compile(
    r"但|却|不过|然而|反而|相反|虽|尽管|缓解|避免|化解|对冲|弥补|but|however|although", re.I
)
_LABEL: Final = re.compile(r"[\s\-*•·\d.、]*(?P<label>[\u4e00-\u9fff]{3,10})\s*[：:]")
_TIGHT: Final = re.compile(r"收缩|收紧|压缩|缩减|裁减|削减|收窄|精简|退出|弱化|萎缩")
_LOOSE: Final = re.compile(r"扩张|扩大|放宽|放开|增配|加码|扩容|扩充|强化")
_LEAST: Final = 3  # changes of one column
LED: Final = Text(
    "文中说{0}，接着写的却是{1}{2}{3}，是变好；前后方向对不上，请核对升降。",
    "The text speaks of {0} and then has {1} {2} by {3}, which is for the better; the directions do not agree.",
)
LABEL: Final = Text(
    "这一条题为{0}，内容却是{1}{2}{3}，方向相反，请核对升降。",
    "The entry is headed {0}, but says that {1} {2} by {3}: the opposite direction.",
)
ODD: Final = Text(
    "本节说{0}，{1}一栏其余各行都是变差，只有{2}{3}{4}是变好，请核对升降。",
    "The section speaks of {0}; in the column {1} all rows are for the worse but {2}, which {3} by {4} for the better.",
)
ROSE, FELL = Text("上升", "went up"), Text("下降", "went down")


@check(
    KEY, "升降与所述后果", "directions and the harm told", "section",
    needs={"section": ("change",)},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Point out changes that go against what their heading, label or sentence says; never red, for words leave room."""
    told_of = [f for f in piece.figures if f.direction and f.role == "change"]
    if not told_of:
        return
    loose = [f for f in told_of if not f.table]
    if loose and (not piece.marks.isdisjoint(_LED) or any(_LABEL.match(line.text) for line in piece.lines)):
        clauses = spoken(piece)
        owner = {f.id: c for c in clauses for f in c.figures}
        for figure in loose:
            if (clause := owner.get(figure.id)) is not None:
                yield from _labelled(piece, clause, figure)
                yield from _led(piece, clauses, clause, figure)
    for sheet in piece.sheets:
        yield from _odd(piece, sheet, told_of)


def _told(check: str, figure: Figure, place: Anchor, said: Text, kind: str) -> Result:
    quoted = [Input(Text("文中的说法", "what the text says"), quote(place.quote))]
    return say.finding(check, "partly", (figure,), NOTHING, said, kind, quoted, (place,))


def _way(figure: Figure) -> Text:
    return ROSE if figure.direction == "up" else FELL


def _name(figure: Figure) -> Text:
    return quote(figure.indicator.zh.rpartition("·")[2]) if figure.indicator.zh else say.title(figure)


def _labelled(piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    """权限收缩：第三方合作增加72%."""
    begin = piece.text.rfind("\n", 0, clause.start - piece.start) + 1
    match = _LABEL.match(piece.text, begin)
    if match is None or match.end() > figure.anchor.start - piece.start or _BUT.search(clause.text):
        return
    if piece.text[match.end() : clause.start - piece.start].strip():
        return  # not the first clause of the entry
    tight, loose = _TIGHT.search(match["label"]), _LOOSE.search(match["label"])
    wanted = better_high(match["label"])
    if bool(tight) == bool(loose) or (figure.direction == "down") == bool(tight):
        return
    if wanted is not None or better_high(figure.indicator.zh) is not None:
        return  # 门店收缩：单店收入增长 is no contradiction
    place = piece.anchor(match.start("label"), match.end("label"))
    said = LABEL.format(quote(match["label"]), _name(figure), _way(figure), stated(figure))
    yield _told(KEY, figure, place, said, "label")


def _led(piece: Section, clauses: tuple[Clause, ...], clause: Clause, figure: Figure) -> Iterator[Result]:
    """A harm that is told in the heading or the next sentence, and a change for the better that comes of it."""
    if adverse(figure) is not False:
        return
    leads = _LEADS.search(clause.before(figure))
    if leads is None or _BUT.search(clause.text):
        return
    title = piece.factor.title.zh
    head = _HARM.search(title)
    at = bisect_left(clauses, clause.start, key=attrgetter("start"))
    around = [c for c in clauses[max(0, at - 2) : at + 3] if c is not clause and c.line == clause.line]
    harm = next(((c, m) for c in around if (m := _HARM.search(c.text)) and not _BUT.search(c.text)), None)
    if harm is not None:
        begin = harm[0].start - piece.start
        place = piece.anchor(begin, begin + len(harm[0].text))
        shown = quote(harm[0].text.strip())
    elif head is not None:
        place, shown = clause_place(piece, clause), quote(title)
    else:
        return
    yield _told(KEY, figure, place, LED.format(shown, _name(figure), _way(figure), stated(figure)), "led")


def clause_place(piece: Section, clause: Clause) -> Anchor:
    """Where a clause stands."""
    begin = clause.start - piece.start
    return piece.anchor(begin, begin + len(clause.text))


def _odd(piece: Section, sheet: Sheet, told_of: list[Figure]) -> Iterator[Result]:
    """The one row of a column of changes that is for the better, in a section that tells of harm."""
    columns: dict[int, list[Figure]] = {}
    for figure in told_of:
        if figure.table == sheet.table.id and figure.unit in ("%", "pp", "times"):
            columns.setdefault(figure.col or 0, []).append(figure)
    for col, figures in columns.items():
        ways = [adverse(f) for f in figures]
        if len(figures) < _LEAST or None in ways or ways.count(False) != 1:
            continue
        harm = next((c for c in reversed(spoken(piece)) if _HARM.search(c.text)), None)
        if harm is None:
            continue
        figure = figures[ways.index(False)]
        said = ODD.format(
            quote(harm.text.strip()), quote(sheet.head(col)), _name(figure), _way(figure), stated(figure)
        )
        yield _told(KEY, figure, clause_place(piece, harm), said, "odd")
