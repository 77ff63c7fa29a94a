"""What the words between two dates say of their order: from the one to the other, or the second after the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.moments import with_years
from desktop.audit.sentence import Sentence
from desktop.audit.stages import ended, in_order
from desktop.audit.time_order import odd_one
from desktop.core.figure import Figure

_YEAR: Final = re.compile(r"\d{4}")
# 从2020年的38%降至2023年的19%: a stretch whose ends have their values with them.
_FROM: Final = re.compile(r"[从由自]$|\bfrom (?:[^,.;]{1,24} (?:in|of) )?$", re.I)
_REACHES: Final = re.compile(
    r"[^，。；！？]{0,18}?[\u4e00-\u9fff]?(?:[到至为成])了?$|[^,.;]{0,30}? to (?:[^,.;]{1,24} (?:in|of|by) )?$",
    re.I,
)
_BACK: Final = re.compile(r"回|退|倒|相当|等于|同比|差|提前|back|return", re.I)
# 随后于2019年: what follows is no earlier; 同年3月 looks ahead, too.
_NEXT: Final = re.compile(
    r"[，。；、](?:(?:紧接着|接着|随后|之后|此后|其后|继而|然后|后来|不久|旋即|最终|终于)(?:又|再|便|就"
    r"|才|即|，)*(?:于|在|到|至)?|(?:又|再|并)?(?:于|在)?(?:同年|当年))$"
)
_EARLIER: Final = re.compile(r"此前|早在|之前|以前|曾|已于|早已|追溯|原[定计]|[^，。]*前$")


def after(sentence: Sentence, figure: Figure) -> str:
    """The words right behind a figure, up to the end of its clause."""
    tail = sentence.text[figure.anchor.end - sentence.start :]
    return re.split(r"[，。；,;]", tail)[0][:16] or tail[:12]


def reaches(sentence: Sentence, one: Figure, first: str, other: Figure) -> bool:
    """Whether a change is told from one date to the other, with a value at each: 从2020年的38%降至2023年的19%."""
    lead = sentence.text[: one.anchor.start - sentence.start]
    if not any(c.isdecimal() for c in first) or _BACK.search(first) or not _YEAR.search(other.as_printed):
        return False
    return bool(_FROM.search(lead) and _REACHES.fullmatch(first))


_BEGUN: Final = re.compile(
    r"(?:年?[初底末]|[春夏秋冬]天?)?(?:正式|就|才|便|又|在[\u4e00-\u9fff]{1,6}?)?(?:开园|开业|开张|开馆"
    r"|开服|开通|开播|开门|成立|创立|创办|创刊|上线|首航|首播|首演|投产|投运|通车|上市|面世|问世|启用"
    r"|动工|开工|奠基|启动|始发|起步|开始|试点|试运行|下水|开机|入驻|进场|发车|出车|开卖|开售|发售|首发|始建|开建|落户)了?[^，。；的]{0,8}，(?:又|并|再)?(?:于|在|到|至)?$"
)
# What comes before a beginning, or looks back on it.
_BEFORE: Final = re.compile(
    r"签|租|拿|立项|批|筹|注册|设计|招|买|购|申请|备案|提|研|试|原|前身|曾|已|早|始|成立|工|融|更名|前"
    r"|老|旧|首|第一|选|投资|规划|完成|获|出生|进入|加入|从|由|起|的|时"
)


# What cannot be before the event that the sentence tells first: 重新开放, 才完工; and 拖到 right before a date.
_OUTCOME: Final = re.compile(
    r"(?:重新|才|终于|方才|最后|最终|恢复|复[工产牌航业学播映线]|完工|竣工|建成|闭幕|收官|告终|获释|出院)"
)
_LOOKS_BACK: Final = re.compile(r"此前|早在|之前|以前|曾|已|早|追溯|比|较|的[^，]{0,4}，|原[来有]")
_UNTIL: Final = re.compile(
    r"[，。；][^，。；\d]{0,8}(?:直到|直至|拖到|拖至|一直到|等到|熬到|延至|延到"
    r"|推迟到|延后到)$"
)


_AHEAD: Final = re.compile(r"(?:将|拟|定|计划|预计|打算|准备)(?:会|要)?(?:[于在自从]|推迟到|延[至到])?$")
_SAYS: Final = re.compile(
    r"公告|宣布|通知|预告|披露|发布|表示|通报|发文|发函|告知|声明|致信|挂出|称|说|announce|said"
)
_NEXT_YEAR: Final = 150  # days from a date in autumn to one without a year that is told as still to come


_TOLD_YEAR: Final = re.compile(r"年(?:\d{1,2}月[\d上中下旬初底末份日]*)?$")  # 同年2月, 2023年2月


def of_next_year(one: Figure, other: Figure) -> bool:
    """Whether a date without a year lies so far before the one told first that it is of the next: 12月…，1月…."""
    a, b = one.period, other.period
    if (
        a is None
        or b is None
        or a.start is None
        or b.end is None
        or _TOLD_YEAR.search(other.anchor.prefix + other.as_printed)
    ):
        return False
    return (a.start - b.end).days > _NEXT_YEAR


def still_to_come(one: Figure, other: Figure, first: str) -> bool:
    """Whether what is said on the first date is that the second is still to come, though it is over by then."""
    a, b = one.period, other.period
    if a is None or b is None or a.start is None or b.end is None or b.end >= a.start:
        return False
    if not (_AHEAD.search(first) and _SAYS.search(first)) or "原" in first or "。" in first:
        return False
    return bool(_YEAR.search(other.as_printed)) or (b.end - a.start).days + 365 > _NEXT_YEAR


_BASE: Final = re.compile(r"(?:[较比]|相[较比]于?)(?:之前的?)?$")
_MOVED: Final = re.compile(
    r"[^，。；\d]{0,6}?(?:同比|环比)?(?:增长|增加|增至|上升|升|提高|上涨|攀升|涨|扩大|下降|降|减少|回落|下滑|降低|跌|翻|缩水|收窄|恶化)"
)


def later_base(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Each time of a value and the later one that it is said to have changed since: 截至2016年末…较2018年同期增长."""
    own: Figure | None = None
    for figure in sentence.dates:
        period, at = figure.period, figure.anchor.start - sentence.start
        if period is None or period.start is None or period.end is None or "→" in period.text:
            own = None
            continue
        is_base = _BASE.search(sentence.text[max(0, at - 6) : at])
        if not is_base:
            own = figure
        elif own is not None and own.period is not None and own.period.end is not None:
            later = period.start > own.period.end and _YEAR.search(figure.as_printed)
            if later and _MOVED.match(sentence.text, figure.anchor.end - sentence.start):
                yield own, figure


_MONTH: Final = re.compile(r"(?:\d{4}-)?\d\d(?:-\d\d)?")
_OPENS: Final = re.compile(r"[，；、,;](?:并?于|在|到了?|至|直到|又|再|最终|随后|而后|后)*$")
_PLAIN: Final = re.compile(r"[^\d比较前原曾]{1,12}[，；、。,;]?")


def out_of_row(sentence: Sentence) -> tuple[Figure, Figure] | None:
    """The one of at least three dated steps of a sentence that stands behind a later one, and that later one."""
    dated = with_years(sentence.dates)
    dates = [f for f in dated if f.period is not None and _MONTH.fullmatch(f.period.text)]
    if len(dates) < 3 or len(dates) < len(sentence.dates):
        return None
    for n, figure in enumerate(dates):
        end = dates[n + 1].anchor.start - sentence.start if n + 1 < len(dates) else len(sentence.text)
        words = sentence.text[figure.anchor.end - sentence.start : end]
        before = sentence.text[: figure.anchor.start - sentence.start]
        if n and not _OPENS.search(before[-6:]):
            return None
        if _EARLIER.search(words) or (n + 1 < len(dates) and not _PLAIN.fullmatch(_OPENS.sub("，", words))):
            return None
    days = [f.period.start.toordinal() for f in dates if f.period is not None and f.period.start is not None]
    wrong = odd_one(days)
    if not wrong:
        return None
    return None if of_next_year(dates[wrong - 1], dates[wrong]) else (dates[wrong], dates[wrong - 1])


def follows(one: Figure, other: Figure, first: str, then: str) -> bool:
    """Whether words right before the second date say that it comes after the first."""
    told = _NEXT.search(first)
    if told is None and _BEGUN.fullmatch(first) and then and not _BEFORE.search(then):
        return bool(_YEAR.search(one.as_printed) and _YEAR.search(other.as_printed))
    if told is None and (
        _UNTIL.search(first) or (first.endswith(("，", "，于", "，在", "，到")) and _OUTCOME.match(then))
    ):
        plain = first.count("，") == 1 and not _LOOKS_BACK.search(first + then)
        return plain and bool(_YEAR.search(one.as_printed) and _YEAR.search(other.as_printed))
    return (
        told is not None
        and not _EARLIER.search(first)
        and not re.match(r"[^，。；]{0,8}(?:已|曾|之?前)", then)
        and (bool(_YEAR.search(other.as_printed)) or told[0].endswith("年"))
        and one.period is not None
        and one.period.start is not None
    )


_LASTS_TO: Final = re.compile(
    r"(?:直至|直到|一直到|持续到|延续到|拖到|拖至|等到|要到|服务到|运营到)(?:了|大约|大概|约)?$"
)
_STILL: Final = re.compile(r"继续|仍|存量|剩余|剩下|其余|余下|后续|此后|之后|随后|逐步|陆续|照常|才")


def until_before(last: Sentence, sentence: Sentence) -> tuple[Figure, Figure] | None:
    """What goes on until a time before all that was dated ahead: …撤下入口；存量账单继续服务，直至2021年9月."""
    if len(sentence.dates) != 1 or not last.dates or last.start + len(last.text) != sentence.start:
        return None
    other, at = sentence.dates[0], sentence.dates[0].anchor.start - sentence.start
    told = _LASTS_TO.search(sentence.text, max(0, at - 8), at) and _STILL.search(sentence.text)
    if (
        not told
        or not _YEAR.search(other.as_printed)
        or _EARLIER.search(sentence.text)
        or _EARLIER.search(last.text)
    ):
        return None
    begun = [f for f in last.dates if f.period is not None and f.period.start is not None]
    if len(begun) < len(last.dates) or "→" in "".join(f.period.text for f in begun if f.period is not None):
        return None
    return begun[-1], other


_AT: Final = re.compile(r"[\u4e00-\u9fff]{1,2}于$")


def dated_at(
    sentence: Sentence, one: Figure, other: Figure, then: str
) -> tuple[Figure, Figure, str, str] | None:
    """成立于2015年，2012年上市, and 上市于1999年，成立于2003年: the verb of a date stands before it.

    Returns what comes first by its meaning, what comes last, and the words of both.
    """
    between = sentence.between(one, other)
    first, last = _AT.search(sentence.text[: one.anchor.start - sentence.start]), _AT.search(between)
    if first is None or (last is None and between.strip("，, ")):
        return None
    if last is None:
        told = in_order(first[0], then)
    elif (told := in_order(first[0], last[0])) is None and (back := in_order(last[0], first[0])) is not None:
        return other, one, *back
    return (one, other, *told) if told is not None else None


def over_before(last: Sentence, sentence: Sentence) -> tuple[Figure, Figure, str, str] | None:
    """What ended at the first word of a sentence and began in the one before: 2018年6月推出…；2017年1月停止新增.

    Returns both dates and the words of both events.
    """
    if len(last.dates) != 1 or not sentence.dates or last.start + len(last.text) != sentence.start:
        return None
    one, other = last.dates[0], sentence.dates[0]
    if sentence.text[: other.anchor.start - sentence.start].strip():
        return None
    told = ended(last.text[one.anchor.end - last.start :], sentence.text[other.anchor.end - sentence.start :])
    if told is None or not (_YEAR.search(other.as_printed) and _YEAR.search(one.as_printed)):
        return None
    return one, other, *told
