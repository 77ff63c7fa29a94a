"""The most of a list in a sentence: 1号线86万人次、2号线64万人次、3号线71万人次，其中3号线最多."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "told_tops"
_CUE: Final = re.compile(
    r"最(?P<adj>[高低多少大小长短快慢贵重轻厚薄]|便宜|赚钱|挣钱|叫座|抢手|热门|吃香|受欢迎|亮眼)(?![值限额])|(?P<mid>居中|排在中间)"
    r"|(?P<first>居首|领跑|排第一|居第一"
    r"|夺冠|榜首|打头)|(?P<peak>[到见]顶|顶[点峰]|峰值|高点)|(?P<last>谷底|低点|[见触]底|垫底|末位|殿后"
    r"|倒数第一)"
)
_CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]")
_END: Final = re.compile(r"[，,；;。！？!?\n（）()]")
_FILL: Final = re.compile(
    r"^(?:其中|而|但|却|则|分别[是为]|依次[是为]|是|有|又以|以|数|包括|的)+|(?:为|是|有|达到?|约|近|的"
    r"|则|占|卖出?|收|只有?|仅)+$"
)
_LEAD: Final = re.compile(r"^.*(?:依次|分别|各自?|包括)(?:[是为有]|达)?")
_PLAIN: Final = re.compile(
    r"其中|[一二两三四五六七八九十\d]+[\u4e00-\u9fff]{1,2}[里中]|[的里中以数是为则却而但也还又论属看]"
    r"|一骑绝尘|遥遥领先|\s|一家独大|断层"
)
_UNSURE: Final = re.compile(
    r"之一|并列|除|以外|不是|并非|未必|不再|仅次|第二|[增降涨跌升减][幅速]|变化|[增长下减][长加降少]"
    r"|上升|若|如果|目标|历史|同比|行业|全国|每|均|曾|占比|率"
)
_SPAN: Final = re.compile(
    r"(?P<first>(?:19|20)\d\d)年?[末底]?(?:到|至|—|-|–|~)(?P<last>(?:19"
    r"|20)\d\d)年?[^，,。；]{0,16}?(?:分别|依次)[是为有]?"
)
_LEAST: Final = 3
SAID: Final = Text(
    "文中说{0}{1}，可所列各数中{2}的是{3}（{4}），{0}是{5}。",
    "The text says {1} of {0}, but the {2} of the numbers it lists is {3} ({4}); {0} has {5}.",
)
MIDDLE: Final = Text(
    "文中说{0}{1}，可所列三个数中居中的是{2}（{3}），{0}是{4}。",
    "The text says {1} of {0}, but of the three numbers it lists the middle one is {2} ({3}); {0} has {4}.",
)
MOST, LEAST = Text("最大", "largest"), Text("最小", "smallest")


@check(
    KEY,
    "所列各数之最",
    "the most of listed numbers",
    "prose",
    needs={"prose": ("最首跑一冠榜头底末殿顶峰点中",)},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold "the most is X" against the list of named numbers of one unit that stands before it."""
    for match in _CUE.finditer(piece.text) if len(piece.figures) >= _LEAST else ():
        at = match.start()
        begin = max(
            (m.end() for m in _END.finditer(piece.text, max(0, at - 40), at)), default=max(0, at - 40)
        )
        end = _END.search(piece.text, match.end())
        clause = piece.text[begin : end.start() if end else len(piece.text)]
        if _UNSURE.search(clause) or "比" in clause:
            continue
        listed = _listed(piece, piece.start + begin) or _years(piece, piece.start + begin)
        lead = piece.text[begin:at]
        if not any(name in lead for name in listed):  # 大学店一骑绝尘，坪效最高
            earlier = _END.split(piece.text[max(0, begin - 30) : max(0, begin - 1)])[-1]
            told_of = piece.text[begin - 1 : begin] in "，," and not re.search(r"\d", earlier)
            lead = earlier + lead if told_of else lead
        yield from _held(piece, listed, lead, clause, match)


def _listed(piece: Prose, until: int) -> dict[str, Figure]:
    """The last run of named numbers of one unit before a place, each behind a mark of its own."""
    found: dict[str, Figure] = {}
    last: Figure | None = None
    for figure in reversed(piece.figures):
        if figure.anchor.end > until or figure.is_date or (last is None and figure.role == "change"):
            continue
        at = figure.anchor.start - piece.start
        if last is None and re.search(r"[。！？\n].*[。！？\n]", piece.text[at : until - piece.start], re.S):
            return {}
        begin = max(
            (m.end() for m in _CUT.finditer(piece.text, max(0, at - 24), at)), default=max(0, at - 24)
        )
        name = _FILL.sub("", _LEAD.sub("", piece.text[begin:at].strip()))
        alike = last is None or figure.unit == last.unit
        near = last is None or not re.search(
            r"[。！？\n]", piece.text[figure.anchor.end - piece.start : last.anchor.start - piece.start]
        )
        if not alike or not near or figure.role not in ("level", "ratio") or len(name) < 2 or name in found:
            break
        found[name] = figure
        last = figure
    return found


def _years(piece: Prose, until: int) -> dict[str, Figure]:
    """Numbers of the years from one to another, in order: 2021年到2024年分别为4.1、5.6、6.0、5.2亿单."""
    span = None
    for span in _SPAN.finditer(piece.text, 0, max(0, until - piece.start)):  # noqa: B007 - the last is wanted
        pass
    if span is None or re.search(r"[。！？\n]", piece.text[span.end() : until - piece.start]):
        return {}
    first, last = int(span["first"]), int(span["last"])
    begin = piece.start + span.end()
    values = [f for f in piece.figures if begin <= f.anchor.start and f.anchor.end <= until and not f.is_date]
    if len(values) != last - first + 1 or len({f.unit for f in values}) != 1:
        return {}
    return {str(first + n): f for n, f in enumerate(values)}


def _held(
    piece: Prose, listed: dict[str, Figure], lead: str, clause: str, match: re.Match[str]
) -> Iterator[Result]:
    values = {n: v for n, f in listed.items() if (v := value_of(f)) is not None}
    own = [
        n
        for n in values
        if n in lead or (lead.strip("其中的以数 ") and n.startswith(lead.strip("其中的以数 ")))
    ]
    if (
        len(values) < max(_LEAST, len(listed))
        or len(own) != 1
        or re.search(r"\d{2,}|[合共总]计", clause.replace(own[0], ""))
    ):
        return
    figure = listed[own[0]]
    noun = _PLAIN.sub("", lead.replace(own[0], ""))  # 其中新开最多的: not of what is listed
    noun = "" if own[0].startswith(noun) else noun
    if noun and noun[-2:] not in piece.text[: min(f.anchor.start for f in listed.values()) - piece.start]:
        return
    if match["mid"]:
        yield from _middle(piece, listed, values, own[0], match)
        return
    ends = {"first": 1, "peak": 1, "last": -1}
    sign = next((n for kind, n in ends.items() if match[kind]), 0) or way(
        match["adj"] or "", figure.unit, own[0] + "".join(listed)
    )
    best = max(values.values()) if sign > 0 else min(values.values())
    if not sign:
        return
    who = [n for n, v in values.items() if v == best]
    written = formula("{} → {}", quote(who[0]), bare(listed[who[0]]))
    # ranks told of a score or of a cost may count from either end
    either = match["adj"] is None and values[own[0]] in (max(values.values()), min(values.values()))
    if own[0] in who or either:
        yield say.passed(KEY, (figure,), written)
    else:
        start = match.start()
        place = Anchor(piece.source, piece.start + start, piece.start + match.end(), match[0])
        said = SAID.format(
            quote(own[0]),
            quote(match[0]),
            MOST if sign > 0 else LEAST,
            quote(who[0]),
            bare(listed[who[0]]),
            bare(figure),
        )
        yield say.finding(
            KEY, "changes_conclusion", (figure, listed[who[0]]), written, said, "top", spans=(place,)
        )


def _middle(
    piece: Prose, listed: dict[str, Figure], values: dict[str, float], own: str, match: re.Match[str]
) -> Iterator[Result]:
    """乙馆居中, of three."""
    order = sorted(values, key=lambda n: values[n])
    if len(order) != _LEAST or len(set(values.values())) != _LEAST:
        return
    figures = (listed[own], listed[order[1]])
    written = formula("{} → {}", quote(order[1]), bare(listed[order[1]]))
    if own == order[1]:
        yield say.passed(KEY, figures, written)
        return
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end(), match[0])
    said = MIDDLE.format(
        quote(own), quote(match[0]), quote(order[1]), bare(listed[order[1]]), bare(listed[own])
    )
    yield say.finding(KEY, "changes_conclusion", figures, written, said, "middle", spans=(place,))
