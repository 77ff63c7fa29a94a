"""A number of a text with the words around it: its clause, its sentence, the year that it is told of."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import add
from typing import Final

from desktop.audit.lines import behind_last, sentence_start
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.table import Table
from desktop.core.units import unit
from desktop.core.value import kept, value

_NOUN: Final = re.compile(r"[a-z]{4,}")
_COMMA: Final = re.compile(r"(?<=\d),(?=\d{3})")
EDGE: Final = re.compile(r"[，,。；;：:！？!?\n（）()|]")
_ENDS: Final = re.compile(r"[。！？；\n.!?](?:(?<=[。！？；\n])|(?=\s|$))")
_STARTS: Final = re.compile(r"[。！？；\n]")
_IN_YEAR: Final = re.compile(r"(?: [a-z]+){0,2} in ((?:19|20)\d\d)\b")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?:年|\b)")
_GLUE: Final = dict.fromkeys(
    map(ord, "的了是有为和与到从而也又仍还只仅约近共已就都把被将这那其在年日末底初亿万千百"
             "“”《》、%．,，.。；;：:（）()|#*-0123456789"), " ")  # fmt: skip
_UNITS: Final = re.compile(r"(?<=[\d万亿])元|(?<=\d)月")
_LATIN: Final = re.compile(r"[A-Za-z]{4}")
_AGAIN: Final = re.compile(
    r"(?:这|那|该|此|上述|剩下的?|余下的?|仅[剩存]的?|[现仅原既已]有的?|手[里上]的?|名下的?|巅峰|峰值|顶峰|高点|谷底|低点"
    r"|those|these|the remaining|its)[\u4e00-\u9fff]{0,2}\|",
    re.I,
)
_TOP: Final = re.compile(r"的[\u4e00-\u9fff]{0,4}(?:[高低]点|高位|顶[点峰]|峰值|巅峰|谷底|纪录)")
_GIVEN: Final = re.compile(
    r"(?:[现仅原既已]有|剩下|余下|仅[剩存]|剩余|手[里上]|名下|上述|前述|the remaining)的?\s*$"
)
_AT_TOP: Final = re.compile(r"见顶|触顶|登顶|[到见触]底|巅峰|峰值|顶峰|达到高峰|高峰[时期]?")
_PEAKS: Final = frozenset("峰顶底")
_GIVENS: Final = frozenset("有下余存里上述剩g")
_POINTS: Final = frozenset(
    "这那该此述的下剩有存里上峰值点底esgESG"
)  # one of the last three characters of such words
_POINTER: Final = 8  # characters beside a number where they stand
_BEHIND: Final = re.compile(r"的([\u4e00-\u9fff]{2,3})")
_COMMON: Final = frozenset((
    "公司", "目前", "全年", "其中", "平均", "增长", "下降", "减少", "增加", "左右", "以上", "以下", "超过", "不到",
    "达到", "占比", "比例", "数量", "水平", "规模", "总量", "以来", "期间", "当时", "一年", "之后", "此后", "同期",
    "上升", "降到", "降至", "升到", "升至", "涨到", "跌到", "落到", "增至", "减至", "掉到", "砍到", "达成", "合计",
    "总计", "一共", "如今", "现在", "不足", "接近",
))  # fmt: skip
REACH: Final = 18  # characters of a clause on either side of a number


@value
class Pages:
    """What amounts stand in: the texts of a dossier, the titles of its factors, its tables."""

    texts: dict[str, str]
    titles: dict[str, str]
    tables: dict[str, Table]

    @classmethod
    def of(cls, dossier: Dossier) -> Pages:
        """Those of a dossier."""
        return cls(
            {s.id: s.text for s in dossier.sources},
            {f.id: f.title.zh for f in dossier.factors},
            {t.id: t for t in dossier.tables},
        )

    @kept
    def _starts(self) -> dict[str, list[int]]:
        return {}

    def starts(self, source: str) -> list[int]:
        """Where the sentences of a text begin, parts between semicolons among them."""
        known = self._starts.get(source)
        if known is None:
            breaks = _STARTS.finditer(self.texts.get(source, ""))
            known = self._starts[source] = [0, *(m.end() for m in breaks)]
        return known


@value
class Told:
    """An amount of a text with the words around it, what it states, and its place among the others."""

    figure: Figure
    pages: Pages
    value: float
    place: int

    @kept
    def text(self) -> str:
        """The source that it stands in."""
        return self.pages.texts.get(self.figure.anchor.source, "")

    @kept
    def heading(self) -> str:
        """The title of its section; in a table the heads of its column and row, and the title."""
        figure = self.figure
        table = self.pages.tables.get(figure.table)
        if table is None:
            return self.pages.titles.get(figure.factor, "")
        head = table.header[figure.col or 0].text if (figure.col or 0) < len(table.header) else ""
        row = table.rows[(figure.row or 1) - 1] if (figure.row or 1) <= len(table.rows) else ()
        return f"{head}|{row[0].text if row else ''}|{table.title.zh}"

    @kept
    def start(self) -> int:
        """Where its sentence begins, or what follows the last semicolon."""
        at = self.figure.anchor
        starts = self.pages.starts(at.source)
        return starts[bisect_right(starts, at.start) - 1]

    @kept
    def sentence(self) -> tuple[int, int]:
        """The bounds of its sentence, or of its line where it is long."""
        end = _ENDS.search(self.text, self.figure.anchor.end)
        return self.start, end.start() if end is not None else len(self.text)

    @kept
    def clause(self) -> str:
        """The words of its clause before and behind it, with a bar between."""
        at, (begin, stop) = self.figure.anchor, self.sentence
        before = self.text[max(begin, at.start - REACH) : at.start]
        before = behind_last(EDGE, (_COMMA.sub("", before) if "," in before else before).rstrip("：: "))
        stop = min(stop, at.end + REACH)
        edge = EDGE.search(self.text, at.end, stop)
        behind = self.text[at.end : stop if edge is None else edge.start()]
        counted = " ".join(_NOUN.findall(at.quote))  # an English noun is part of the number
        return f"{before}|{counted} {behind}"

    @kept
    def points(self) -> bool:
        """Whether a word points at it as known: 那笔680万元."""
        at = self.figure.anchor.start
        before = self.text[max(0, at - _POINTER) : at].rstrip("：: ")
        return not _POINTS.isdisjoint(before[-3:]) and _AGAIN.search(self.clause) is not None

    @kept
    def definite(self) -> bool:
        """Whether it is told as one of its kind that the text must have: what there is, what is left, the top."""
        at, end = self.figure.anchor.start, self.figure.anchor.end
        if self.text[end : end + 1] == "的" and _TOP.match(self.text, end) is not None:
            return True
        before = self.text[max(self.start, at - REACH) : at]
        if not _PEAKS.isdisjoint(before) and _AT_TOP.search(before) is not None:
            return True
        return not _GIVENS.isdisjoint(before[-2:]) and _GIVEN.search(before) is not None

    @kept
    def refers(self) -> bool:
        """Whether it is told as something known: 那座1.28亿元的新仓, 110元的单程票."""
        if self.points:
            return True
        behind = self.text[self.figure.anchor.end : self.figure.anchor.end + _POINTER].lstrip()
        if _TOP.match(self.text, self.figure.anchor.end):
            return True
        return behind.startswith("的") and _BEHIND.match(self.clause.partition("|")[2].lstrip()) is not None

    @kept
    def label(self) -> str:
        """The words of its clause, or of its row and column."""
        figure = self.figure
        if figure.table:
            return f"{figure.entity.zh}|{figure.indicator.zh}|{self.heading}"
        return f"{self.clause}|{figure.indicator.zh}"

    @kept
    def said(self) -> str:
        """Those of its sentence, of the one before, and of its heading, too."""
        begin, stop = self.sentence
        before = sentence_start(self.text, max(0, begin - 1))
        return f"{self.text[before:stop]}|{self.heading}|{self.label}"

    @kept
    def year(self) -> str:
        """The year that its sentence names last before it, else the first behind it in its clause; "" of none."""
        if self.figure.table:
            return self.figure.period.text[:4] if self.figure.period is not None else ""
        if (told := _IN_YEAR.match(self.text, self.figure.anchor.end)) is not None:
            return told[1]
        named = _YEAR.findall(self.text[self.sentence[0] : self.figure.anchor.start])
        behind = _YEAR.search(self.clause.partition("|")[2])
        return named[-1] if named else behind[1] if behind is not None else ""


def words_of(text: str) -> frozenset[str]:
    """The pairs of characters and the English words by which nouns can be told."""
    found = set(_NOUN.findall(text.lower())) if _LATIN.search(text) else set()
    if "元" in text or "月" in text:
        text = _UNITS.sub(" ", text)
    for run in text.translate(_GLUE).split():
        if not run.isascii():
            found.update(map(add, run, run[1:]))
    return frozenset(found - _COMMON)


def dimension_of(figure: Figure) -> str:
    """What amounts must share to be the same: people often go without 人."""
    return _dimension(figure.unit)


@lru_cache(maxsize=1000)
def _dimension(code: str) -> str:
    known = unit(code)
    if not code:
        return "person"
    return known.dimension.replace("persons", "person") if known is not None else code
