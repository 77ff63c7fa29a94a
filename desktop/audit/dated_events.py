"""The dated steps of a paragraph, one clause each: 报名3月12日开始，3月18日截止。资格审查结果于3月22日公布."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.moments import with_years
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.value import once, value

_CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]")
_DAY: Final = re.compile(r"(?:\d{4}-)?\d\d(?:-\d\d)?")
# What is done at a step of an affair, whatever affair it is.
_STEP: Final = re.compile(
    r"发[布出放行送]|公[布告示]|通[报知过车]|印发|下发|报名|开始|启动|截止|结束|收[回到官]|征[求集]|抽签|摇号|审[查核议批]|笔试|面试|考试"
    r"|举行|举办|召开|进行|开[标工业幕庭赛放学售跑]|投[标产运诉]|中标|签[订约署]|交付|付款|验收|竣工|完[工成]|封顶|亮相|上[市线任架]|发售|提车"
    r"|立案|受理|起诉|判决|宣判|调查|进驻|到场|处置|抵达|出发|发生|缴纳|罚款|处罚|整改|复[工产查核]|停[产业工运]|关[停闭掉]|下[架线]|提交|递交|申请"
    r"|进入|入[院学职选]|出院|手术|辞职|离职|到任|获[批胜]|生效|施行|实施|鸣枪|录取|填报|输给|战[胜平]|击败|夺冠|出战|注册|约谈|检查|抽查|送检|发货|签收|安装|试运[行营]|移交|退款"
    r"|回复|答复|公证|登记|过户|放款|结清|还清|清退|招标|公开|敲定|定稿|交稿|印刷|出版|播出|杀青|开机|决赛|揭晓|颁奖"
)
_BACK: Final = re.compile(
    r"此前|早在|之前|以前|曾|追溯|原[定本计先]|回溯|截至|比|较|距|去年|上年|同期|自.{0,3}$|生于|出生|提前|倒|补[签办报交]|另|[一二三四五六七八九\d]期|第[一二三四五六七八九]"
    r"|已|而|[旧老]|数据|统计|显示|记录|存[入款]|账单|生产日期"
)
_DOCUMENT: Final = re.compile(r"[《》]|施行|实施|生效|执行|颁布|印发|出台")
_TAIL: Final = re.compile(r"^(?:日|号)?(?:[之以]?前|的|那|（|\()")
_REACH: Final = 40


@value
class Event:
    """A date with its days, the words of its clause before and behind it, and what is done then.

    ``plain`` where no word looks back, ``document`` where it is the date of a regulation; ``sentence`` is where its
    sentence begins.
    """

    figure: Figure
    period: Period
    lead: str
    tail: str
    done: str
    plain: bool
    document: bool
    sentence: int

    @property
    def words(self) -> str:
        """The words of its clause, without the date."""
        return f"{self.lead}|{self.tail}"


def _begun(figure: Figure) -> Figure:
    """A stretch by its first day: 6月15日至17日."""
    period = figure.period
    if period is None or "→" not in period.text:
        return figure
    first = period.text.partition("→")[0]
    return replace(figure, period=Period(first, period.start, period.start))


@once
def events(piece: Prose) -> tuple[Event, ...]:
    """The dates of a line of a day or a month, at which something is done; ``plain`` if no word looks back."""
    dates = [f for f in piece.figures if f.is_date and f.period is not None]
    if len(dates) < 2:
        return ()
    found = []
    for figure in with_years([_begun(f) for f in dates]):
        period = figure.period
        if period is None or period.start is None or period.end is None or not _DAY.fullmatch(period.text):
            continue
        at = figure.anchor.start - piece.start
        own = figure.anchor.quote.partition(figure.as_printed)[2]
        end = at + len(figure.anchor.quote)
        lead = behind_last(_CUT, piece.text[max(0, at - _REACH) : at])
        first, *more = _CUT.split(piece.text[end : end + _REACH])
        tail = own + first
        if not (tail or lead.strip()) and more:  # 2020年3月，央行印发…
            tail = more[0]
        done = _STEP.search(tail) or _STEP.search(lead)
        if done is not None:
            plain = not (_BACK.search(f"{lead}|{tail}") or _TAIL.match(tail))
            document = _DOCUMENT.search(f"{lead}|{tail}") is not None
            begin = sentence_start(piece.text, at)
            found.append(Event(figure, period, lead, tail, done[0], plain, document, begin))
    return tuple(found)
