"""The place of a number among those told beside it: 2023年58.3%、2024年55.1%，2025年52.7%为三年最低; 以12%排名第四."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.lines import sentence_start
from desktop.audit.marks import any_of
from desktop.audit.scope import Section
from desktop.audit.views import like_units, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_tops"
_PLACE: Final = re.compile(
    r"最(?![终后初新早晚先近]|低生活|低工资|高[人院法检]|[多少][只能可]|[高低]可|高限|高额)(?P<adj>[高低多少大小长短快慢贵重轻厚薄深浅好差强弱远近宽窄久]|便宜|划算|实惠|省)"
    r"|(?P<first>(?:居|列|[拔夺]|位?列)?(?:[^，,。；、]{0,6}之)?[首冠](?:位|席|屈一指)?(?=$|[，,。；、的了])|领跑|拔得头筹|独占鳌头)"
    r"|(?P<last>垫底|末位|殿后|倒数第一)"
    r"|(?P<placed>排|列|居|占|名|位)[名位行列在到得上了个只也仅为于]*第(?P<n>[一二三四五六七八九十]|\d{1,2})(?![季月年期轮批次类章条款个种项步届天回])"
)
_MARKS: Final = "最首冠领头鳌垫末殿倒第"
_CHARS: Final = any_of(_MARKS)
_BEHIND: Final = re.compile(
    r"^(?:的[^，,。；\d]{0,8}?)?[，,]?(?:[是为属算居在排列位名也又却则而都就这已虽仍还正便成创]|[两二三四五六七八九十几]+(?!季|月)[\u4e00-\u9fff]{1,3}(?:[里中间来]|当中|以来)?"
    r"|全部|所有|其中|各[\u4e00-\u9fff]{1,2}[里中])*$"
)
_WHO: Final = re.compile(r"(?:的[^，,。；\d]{0,4})?(?:是|为|属|当属|要数|出现|落在|在)")  # 最小的是2022年
_AHEAD: Final = re.compile(
    r"^(?:的)?(?:一家|一年|一项|一款|一个|一季|一站)?(?:则|也|却|又|就)?(?:是|为|当属|要数|出现在|在|，|属)[^，,。；;：:\d]{0,12}?(?:（|\(|只有|仅|，|达|的|有|为|以)?$"
)
_UNSURE: Final = re.compile(
    r"之一|并列|除|以外|之外|不是|并非|未必|不算|不再|仅次|[增降涨跌升减][幅速]|变化|增长|增加|减少|上限|限额|至多|至少|若|如果|目标|预计|计划|行业|"
    r"全国|全市|全省|国内|历史|合计|上市以来|以来|倒数第[二三]|同期|[较比]"
)
_SPLIT: Final = re.compile(r"[，,。；;！？\n]")
_STOP: Final = re.compile(r"[。！？\n]")
_TOTAL: Final = re.compile(r"合计|总计|平均|均值|行业|总[共体额量数]|共")
_COUNT: Final = re.compile(
    r"([两二三四五六七八九十]|(?<!\d)\d{1,2}(?!年))[年家款种项条类者个店座所区线省城站期季月组人名只支国地档层]"
)
_SIZE: Final = re.compile(
    r"份额|占比|规模|收入|营收|销[量售]|产量|用户|人数|得票|装机|客流"
)  # ranked from the top
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?")
_LEAST: Final = 3
_FAR: Final = 4  # characters of a name before a number
SAID: Final = Text(
    "文中说{0}{1}，可同列的各数是{2}，它从大到小排第{3}，从小到大排第{4}。",
    "The text says {1} of {0}, but the numbers listed are {2}; it is no. {3} from the top and no. {4} from the bottom.",
)


@check(KEY, "所列位次", "places among listed numbers", "section", needs={"section": (_MARKS, "same*3")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Count the place of a number that is told with it, among the numbers of one kind that stand beside it."""
    for line in piece.lines:
        if line.marks.isdisjoint(_CHARS):
            continue
        begin = line.start - piece.start
        for match in _PLACE.finditer(piece.text, begin, begin + len(line.text)):
            own = _told_of(piece, match)
            if own is None:
                continue
            figure, start = own
            listed = _listed(piece, figure, start)
            if listed:
                yield from _judged(piece, figure, listed, match)


def _told_of(piece: Section, match: re.Match[str]) -> tuple[Figure, int] | None:
    """The number that is said to have a place, and where its sentence begins; None in a table."""
    start = sentence_start(piece.text, match.start())
    stop = _STOP.search(piece.text, match.end())
    end = stop.start() if stop is not None else len(piece.text)
    if "|" in piece.text[start:end]:
        return None
    begin = max((m.end() for m in _SPLIT.finditer(piece.text, start, match.start())), default=start)
    close = _SPLIT.search(piece.text, match.end())
    clause_end = close.start() if close is not None else len(piece.text)
    around = [f for f in piece.between(piece.start + start, piece.start + end) if _is_amount(f)]
    before = [f for f in around if f.anchor.end <= piece.start + match.start()]
    after = [f for f in around if piece.start + match.end() <= f.anchor.start < piece.start + clause_end]
    last = before[-1] if before else None
    if last is not None and last.anchor.end <= piece.start + begin and after:
        last = None  # 全年最低是四季度的66.1%: the number behind
    figure = last or (after[0] if after else None)
    if figure is None or figure.role not in ("level", "ratio") or value_of(figure) is None:
        return None
    if figure is last:
        gap = piece.text[figure.anchor.end - piece.start : match.start()]
        fits = _BEHIND.match(gap) is not None and _WHO.match(piece.text, match.end()) is None
    else:
        gap = piece.text[match.end() : figure.anchor.start - piece.start]
        fits = _AHEAD.match(_YEAR.sub("", gap)) is not None
    own = piece.text[begin:clause_end]
    if not fits or _UNSURE.search(own) or _UNSURE.search(gap) or len(_PLACE.findall(own)) > 1:
        return None
    return figure, start


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is none of the words of a place: 三年最低, 四条渠道里最高, 排第二."""
    among = not re.search(r"[\d百千万亿]", figure.as_printed) and (
        figure.unit == "year" or "count:" in figure.unit
    )
    return not figure.is_date and figure.role != "rank" and not among


def _listed(piece: Section, figure: Figure, start: int) -> list[Figure]:
    """The run of numbers of one unit that a number stands in, or that its sentence, or the one before, has."""
    begin = sentence_start(piece.text, max(0, start - 1))
    every = [
        f for f in piece.between(piece.start + begin, figure.anchor.end) if _is_amount(f) and not f.table
    ]
    stop = _STOP.search(piece.text, figure.anchor.end - piece.start)
    end = piece.start + (stop.start() if stop is not None else len(piece.text))
    every += [f for f in piece.between(figure.anchor.end, end) if _is_amount(f)]
    at = next((n for n, f in enumerate(every) if f is figure), None)
    if at is None:
        return []
    run = [figure]
    for f in reversed(every[:at]):
        if f.unit != figure.unit or f.role not in ("level", "ratio") or f.comparator != "=":
            break
        run.insert(0, f)
    run = run[1:] if _is_total(run) else run
    others = [f for f in run if f is not figure]
    words = piece.text[run[0].anchor.start - piece.start - _FAR : figure.anchor.start - piece.start]
    same = [f for f in others if value_of(f) == value_of(figure)]
    if len(same) == 1:  # 分别为30%、22%、16%、12%、8%。某某以12%排名第四
        run = others
    elif same:
        return []
    if len(run) < _LEAST or _TOTAL.search(words) or re.search(r"[比较到至增减涨跌升降]", words):
        return []
    return run


def _is_total(run: list[Figure]) -> bool:
    """Whether the first of some numbers is what the others come to."""
    parts = sum(value_of(f) or 0.0 for f in run[1:-1])
    return len(run) > _LEAST and any(
        abs((value_of(run[0]) or 0.0) - total) < 1e-6 * abs(total)
        for total in (parts, parts + (value_of(run[-1]) or 0.0))
    )


def _judged(piece: Section, figure: Figure, listed: list[Figure], match: re.Match[str]) -> Iterable[Result]:
    values = [v for f in listed if (v := value_of(f)) is not None]
    mine = value_of(figure)
    near = piece.text[max(0, match.start() - 12) : match.end()]
    counted = _COUNT.search(near)
    if counted is not None:
        many = DIGITS.get(counted[1]) or (int(counted[1]) if counted[1].isdigit() else 0)
        if many and many != len(listed):
            return
    if mine is None or len(values) != len(listed) or len(set(values)) != len(values):
        return
    above, below = sum(v > mine for v in values) + 1, sum(v < mine for v in values) + 1
    number = 1 if match["n"] is None else DIGITS.get(match["n"]) or int(match["n"])
    sign = way(match["adj"], figure.unit, near + figure.indicator.zh) if match["adj"] else 0
    if match["placed"] and any(_SIZE.search(f.indicator.zh) for f in listed):
        sign = 1
    fits = {1: (above,), -1: (below,), 0: (above, below)}[sign]
    told = formula("{} → {}", bare(figure), " > ".join(f"{v:.10g}" for v in sorted(values, reverse=True)))
    if number in fits or _is_in_table(piece, figure):
        yield say.passed(KEY, (figure,), told)
        return
    place = piece.anchor(match.start(), match.end())
    shown = say.listed([bare(f) for f in listed])
    said = SAID.format(bare(figure), quote(match[0]), shown, str(above), str(below))
    yield say.finding(KEY, "changes_conclusion", (figure, *listed), told, said, "place", spans=(place,))


def _is_in_table(piece: Section, figure: Figure) -> bool:
    """Whether a column of a table nearby has a number, which its place is rather told in."""
    return any(
        view.holders(figure)
        and any(like_units(f.unit, figure.unit) for f in view.column(view.holders(figure)[0][1]).values())
        for view in views_at(piece, figure.anchor.start)
    )
