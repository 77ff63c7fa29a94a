"""What a head promises and its cells do not hold: a size without a number, opinions that are rates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.core.finding import Finding
from desktop.core.table import Cell
from desktop.core.text import NOTHING, Text

KEY: Final = "promised"
_SIZE: Final = re.compile(
    r"(?:权重|占比|比重|比例|份额|幅度|增幅|降幅|涨幅|跌幅|增速|金额|人数|weight|share|proportion|magnitude|amount)$",
    re.I,
)
_NUMBER: Final = re.compile(
    r"[\d０-９零〇一二两三四五六七八九十百千万亿半几数倍]|[%％]|\b(?:half|double|none)\b"
)
_NOTHING: Final = re.compile(
    r"不变|持平|未变|稳定|未披露|未公布|未公开|未知|不适用|不详|待定|保密|暂无|没有|不限|同上|同左|全部|全额|过半|翻番|"
    r"取消|新增|首次|见[上下]|undisclosed|unchanged|not |n/?a\b|none|unknown",
    re.I,
)
_LEAST: Final = 4  # characters of words that are more than a grade (高, 较低, 有限)
_VIEWS: Final = re.compile(r"(?:反馈|评价|口碑|意见|感受|评论|点评|feedback|reviews?|opinions?)$", re.I)
_MEASURE: Final = re.compile(
    r"率|次数|时长|销量|收入|成本|订单|流量|\b(?:rate|volume|revenue|cost|orders|traffic)\b", re.I
)
_SAYS: Final = re.compile(
    r"满意|好评|差评|中评|投诉|认为|觉得|表示|评分|打分|推荐|抱怨|喜欢|愿意|认可|不满|点赞|吐槽|NPS|"
    r"satisf|complain|recommend|rating|score|like|find|feel|say",
    re.I,
)
NO_NUMBER = Text(
    "{0}应有数值，所填{1}却是文字，看不出大小。",
    "{0} should hold a number; it holds words ({1}), from which no size can be told.",
)
_KIND: Final = re.compile(r"(?:维度|类别|类型|dimension|category)$", re.I)
_EFFECT: Final = re.compile(
    r"^(?:被)?(?:切断|压缩|颠覆|提高|抬高|限制|降低|增加|减少|冲击|削弱|推动|加重|挤压|缩短|延长|扩大|打击|阻断|中断)"
)
NO_KIND = Text(
    "{0}一栏应写是哪一方面，所填{1}却是影响的结果。",
    "The column {0} should name aspects; it holds effects ({1}).",
)
NO_VIEW = Text(
    "{0}一栏应记意见，所填{1}却是经营指标的变化，并非意见本身。",
    "The column {0} should hold opinions; it holds changes of operating measures ({1}).",
)
_MOST: Final = 3  # cells that a sentence quotes


@check(KEY, "表头与内容", "heads and cells", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Hold the heads of rows and columns against what stands under them."""
    for row in sheet.rows:
        if _SIZE.search(_name(sheet.label(row))):
            line = sheet.table.rows[row - 1]
            yield from _wordy(sheet.label(row), line[1:], "row")
    for col in sheet.cols:
        head = sheet.head(col)
        cells = [line[col] for line in sheet.table.rows if col < len(line)]
        if col and _SIZE.search(_name(head)):
            yield from _wordy(head, cells, "column")
        if (
            col
            and _KIND.search(_name(head))
            and len(cells) > 1
            and all(_EFFECT.match(c.text or "") for c in cells)
        ):
            yield _finding(NO_KIND, head, cells, "effects")
        if col and _VIEWS.search(_name(head)):
            yield from _measures(head, cells)


def _name(head: str) -> str:
    return re.sub(r"[（(][^）)]*[）)]\s*$", "", head.strip()).strip()


def _wordy(head: str, cells: Sequence[Cell], kind: str) -> Iterable[Finding]:
    """Cells of words under a head that names a size; a row must be of words throughout."""
    filled = [c for c in cells if (c.text or "").strip(" —–-/")]
    words = [c for c in filled if _is_words(c.text or "")]
    if not words or (kind == "row" and len(words) < len(filled)):
        return
    yield _finding(NO_NUMBER, head, words, kind)


def _is_words(text: str) -> bool:
    plain = text.strip()
    return len(plain) >= _LEAST and not _NUMBER.search(plain) and not _NOTHING.search(plain)


def _measures(head: str, cells: Sequence[Cell]) -> Iterable[Finding]:
    texts = [c.text or "" for c in cells]
    if any(_SAYS.search(t) for t in texts):
        return
    numbered = [c for c in cells if _MEASURE.search(c.text or "") and re.search(r"\d", c.text or "")]
    if len(numbered) >= 2:
        yield _finding(NO_VIEW, head, numbered, "views")


def _finding(pattern: Text, head: str, cells: Sequence[Cell], kind: str) -> Finding:
    shown = say.listed([quote(c.text or "") for c in cells[:_MOST]])
    items = tuple(c.id for c in cells)
    said = pattern.format(quote(_name(head)), shown)
    anchors = tuple(c.anchor for c in cells)
    return say.told(KEY, "ambiguous", items, (), NOTHING, said, anchors, kind, tag=f"{kind}:{head}")
