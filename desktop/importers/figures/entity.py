"""Whose figure it is and what it measures, in the words of the text; None where the text leaves it open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from desktop.importers.blocks import Block
from desktop.importers.figures import each, phrase
from desktop.importers.figures.clause import REACH, Clauses
from desktop.importers.figures.found import Found
from desktop.importers.figures.naming import MEASURES, ORG, ORG_WORD, TIME_BEFORE, clean, split
from desktop.importers.figures.topic import ONLY_TIME, Axis, Topic, axis, bare, unquoted
from desktop.importers.policy import BOOK, HEAD, is_policy

_VERBAL: Final = re.compile(
    r"(?:出现|发生|投入|进行|开展|完成|提供|推出|新增|覆盖|划定|设定|支付|缴纳|处以|发行|组织|召开|用|关掉|"
    r"关店|开出|卖出|采购|超|付|花|参与|部署|更换|经营|拍|有|经历|获得|收到|接到|开设|签约|经过|加入|上线|"
    r"售出|吸引)了?(?:约|近|长达|高达|多达|超过)?$"
)
_RANKING: Final = re.compile(r"([^，。；、,:：\d年\s]{2,16}?(?:排名|排行榜?|榜单|名次))")
_FROM: Final = re.compile(r"(?:由|来自|用于|流向)[^，。；]{2,14}")
_WHEREAS: Final = re.compile(r"[，, ]?(?:而|但|反观)([^，。；]{2,10}?)(?:则|却|仅|只)?(?:为|是|有|达)$")
_TURNS: Final = frozenset("，, 而但反")  # the first characters of ``_WHEREAS``
_EDGE: Final = frozenset("，。；：、,;: “”《》（）()年月日家在由对和与及的，向从使让据称")
_COMPARES: Final = re.compile("同比|环比|较|比上")
_RELATIVE: Final = frozenset(("占比", "比重", "份额", "增速", "增幅", "降幅", "涨幅", "跌幅", "同比增速"))
_COUNTED: Final = ("count:", "person", "step")


class _Reader:
    """The figures of one block, read in order; what was said last serves the next."""

    def __init__(self, clauses: Clauses, found: list[Found], topic: Topic) -> None:
        self.clauses, self.text, self.topic = clauses, clauses.text, topic
        self.dates = [f for f in found if f.role == "date"]
        self.starts = [d.start for d in self.dates]
        self.bounds = (0, -1)
        self.previous: Found | None = None
        self.level: Found | None = None  # the last figure that later shares and changes speak of
        self.rule: str | None = None
        self.named = self.organised = False  # whether the sentence names anybody at all

    def read(self, one: Found) -> None:
        """Fill in entity and indicator of one figure."""
        text = self.text
        if not self.bounds[0] <= one.start < self.bounds[1]:
            self._sentence(one.start)
        if one.change_from is not None:
            one.entity, one.indicator = one.change_from.entity, one.change_from.indicator
            self.previous = one
            return
        low, high = one.clause
        first, last = self._left(low, one.start) if self.dates or self.previous else (low, one.start)
        left = text[first:last]
        words = phrase.before(left)
        if not words and low > self.bounds[0] and text[low - 1] in "：:":
            words = phrase.before(text[self.clauses.clause(low - 1, low - 1)[0] : low - 1])
        entity, indicator = split(words, self.topic, self.named, self.organised)
        right = text[one.end : high]
        if entity is None and self.organised and self.dates:
            entity = self._ahead_of_date(low, first, last)
        rival = phrase.against(left) if one.role != "change" else ""
        if rival and TIME_BEFORE.fullmatch(rival):
            rival, indicator = "", ""  # 比上年的50亿元: of the same thing
        if one.unit in ("%", "times") and not words and (who := phrase.people(right)):
            entity, indicator = who[0] or None, who[1]
        elif rival and MEASURES.search(rival):
            indicator, rival = rival, ""
        elif rival:
            entity, indicator = rival, "" if not indicator or indicator == "远" else indicator
        elif right:
            indicator = self._counted(one, left, words, indicator, right)
        if one.role == "rank":
            ranking = None
            for ranking in _RANKING.finditer(text, self._from(one), one.start):  # noqa: B007 - the last one is wanted
                pass
            indicator = ranking[1] if ranking else indicator
        previous = self.previous
        if not indicator and previous is not None:
            told = self.level if previous.role == "ratio" and _COMPARES.search(left) else previous
            indicator = (told or previous).indicator or ""
            entity = entity or (previous.entity if not rival else None)
        elif indicator in _RELATIVE and entity is None and self.level is not None and self.level.indicator:
            indicator = f"{self.level.indicator}·{indicator}"
        share = _FROM.match(right) if one.unit == "%" and not words else None
        if share:
            indicator = f"{indicator}·{share[0]}" if indicator else share[0]
        if entity is None:
            entity = self._owner(one)
        # 而纯电为…: the same measure of another
        other = _WHEREAS.match(left) if previous is not None and indicator and left[:1] in _TURNS else None
        if other and other[1] == indicator and not MEASURES.search(indicator):
            entity, indicator = indicator, (previous and previous.indicator) or ""
        one.entity, one.indicator = unquoted(entity) if entity else None, clean(indicator) or None
        if not rival:
            self.previous = one
            if one.role == "level" and one.unit not in ("%", "times"):
                self.level = one

    def _sentence(self, pos: int) -> None:
        self.bounds = self.clauses.sentence(pos)
        if not self.text.startswith("其中", self.bounds[0]):
            self.previous = self.level = None
        self.rule = None
        names = self.topic.names
        self.named = names is not None and names.search(self.text, *self.bounds) is not None
        self.organised = ORG_WORD.search(self.text, *self.bounds) is not None
        if self.text.find("《", *self.bounds) >= 0:
            title = next((m for m in BOOK.finditer(self.text, *self.bounds) if is_policy(m[1])), None)
            self.rule = title[0] if title else None

    def _left(self, low: int, start: int) -> tuple[int, int]:
        """Leave out dates and other figures at either end of the words before a figure."""
        high = start
        for n in range(bisect_right(self.starts, low - 24), bisect_left(self.starts, start)):
            date = self.dates[n]
            if date.end <= low:
                continue
            if date.start - low <= 4 or (self.organised and ORG.fullmatch(self.text, low, date.start)):
                low = date.end
            elif start - date.end <= 3:
                high = date.start
        if self.previous is not None and low < self.previous.end <= start:
            low = self.previous.end
        return low, max(low, high)

    def _ahead_of_date(self, low: int, first: int, last: int) -> str | None:
        """The organisation that a clause begins with right before its date: 江城银行2021年末总资产."""
        who = ORG.match(self.text, low, last)
        if who is None or low < first < who.end():
            return None
        at = bisect_left(self.starts, who.end())
        return who[0] if at < len(self.starts) and self.starts[at] == who.end() else None

    def _counted(self, one: Found, left: str, words: str, indicator: str, right: str) -> str:
        if (
            not indicator
            or (one.unit is not None and one.unit.startswith(_COUNTED) and not MEASURES.search(indicator))
            or indicator in ("划定", "提供")
            or _VERBAL.search(left.rstrip(' *“"'))
        ):
            return phrase.after(right) or indicator
        return indicator

    def _from(self, one: Found) -> int:
        return max(self.bounds[0], one.start - REACH)

    def _owner(self, one: Found) -> str | None:
        if one.role == "threshold" and self.rule:
            return self.rule
        names = self.topic.names
        last = None
        if self.named and names is not None:
            for last in names.finditer(self.text, self._from(one), one.start):  # noqa: B007 - the last one is wanted
                pass
        if last:
            return last[0]
        if self.previous is not None and self.previous.entity:
            return self.previous.entity
        if self.topic.name:
            return self.topic.name
        if not self.organised:
            return None
        low = self._from(one)
        organisation = ORG.search(self.text, low, one.start)
        if organisation is None or (
            organisation.start() > low and self.text[organisation.start() - 1] not in _EDGE
        ):
            return None
        return organisation[0]


def in_prose(clauses: Clauses, found: list[Found], topic: Topic) -> None:
    """Name entity and indicator of the figures of one block."""
    reader = _Reader(clauses, found, topic)
    for one in found:
        if one.role != "date":
            reader.read(one)
    each.share_names(clauses, found)


def in_table(text: str, table: Block, found: list[Found], topic: Topic) -> None:
    """Name entity and indicator of the figures of one table."""
    if not found:
        return
    header = [text[a:b].strip() for a, b in table.rows[0]]
    labels = [text[r[0][0] : r[0][1]].strip() for r in table.rows[1:]]
    side = axis(header, labels)
    heads = [bare(h) for h in header]
    names = [bare(label) for label in labels]
    regulated = next((c for c, h in enumerate(header) if HEAD.match(h)), -1)
    at, low = (-1, -1), 0
    for one in found:
        if one.row < 1:
            continue
        head = heads[one.col] if one.col < len(heads) else ""
        a, b = table.rows[one.row][one.col]
        low = max(low, a) if at == (one.row, one.col) else a
        at = (one.row, one.col)
        inner = phrase.before(text[low : one.start]) if one.start - low > 1 else ""
        low = one.end
        if regulated >= 0:
            x, y = table.rows[one.row][regulated]
            one.entity = text[x:y].strip("《》 ")
            if one.role != "date" and (
                not inner or inner.endswith(("划定", "设定")) or inner in phrase.LEADS
            ):
                inner = phrase.after(text[one.end : b])
            one.indicator = (
                head if one.role == "date" else inner.rsplit("，", 1)[-1].rsplit(",", 1)[-1] or head
            )
        elif one.role == "date" and one.col == 0:
            one.indicator = head or None
        else:
            _cell(one, side, head, names[one.row - 1], inner, topic)


def _cell(one: Found, side: Axis, head: str, label: str, inner: str, topic: Topic) -> None:
    if one.col == 0:
        one.entity, one.indicator = None, head or None
    elif side.timed:
        one.entity, one.indicator = topic.name, inner or head
    elif side.entity == "rows":
        if ONLY_TIME.fullmatch(head):
            head = ""
        one.entity, one.indicator = (
            label or None,
            (f"{head}·{inner}" if inner and head else head or inner) or None,
        )
    elif side.entity == "cols":
        one.entity, one.indicator = head or None, f"{label}·{inner}" if inner else label
    else:
        one.entity, one.indicator = topic.name, "·".join(x for x in (label, inner or head) if x)
