"""Regulations that a text names: 《titles》 and document numbers, with the date that it claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final, NamedTuple

from desktop.importers.blocks import Block
from desktop.importers.figures.clause import REACH, Clauses
from desktop.importers.figures.found import Found
from desktop.importers.policy_effects import consequences

BOOK: Final = re.compile(r"《([^《》\n]{2,90}(?:《[^《》\n]{2,60}》[^《》\n]{0,30})?)》")
_TAIL: Final = r"(?:[（(〔\[][^（）()]{1,24}[）)〕\]])*"
_KIND: Final = re.compile(
    r"(?:办法|条例|规定|通知|意见|方案|规划|纲要|决定|决议|细则|指引|指南|准则|标准|公告|通告|公约|解释|"
    r"批复|规则|规程|制度|计划|目录|清单|措施|规范|法典|宪法|法案|指令"
    r"|命令|章程|协定|声明|倡议|若干政策|要点|导则|要求|负面清单|暂行|令|函|复函|提示|承诺|议定书|通则|"
    r"总则|(?<![方看书活魔想说做语用算兵手疗戏玩打乐章文画针枪剑技])法)" + _TAIL + "$"
)
_ABOUT: Final = re.compile(r"^(?:.{0,24})?关于.{4,}")
_NOT: Final = re.compile(
    r"(?:白皮书|报告|蓝皮书|年报|财报|公报|日报|周刊|杂志|时报|晚报|协议书|合同|招股书|说明书|访谈|电影|"
    r"调查|清明上河图)$|^[\x00-\x7f]+$|健身计划|越狱计划"
)
_NUMBER: Final = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{2,12}(?:[发函字办令规监财税][\u4e00-\u9fff]{0,4})?)[〔\[(（【](?P<year>(?:19|"
    r"20)\d\d)[〕\])）】](?:第)?\d{1,5}号|"
    r"[\u4e00-\u9fff、]{0,16}(?:令|公告) ?(?:〔\d{4}〕|(?:19|20)\d\d年)?第 ?\d{1,5} ?号"
)
_OF_YEAR: Final = re.compile(r"\d{4}(?=年第)")
_CLOSED: Final = ("）", ")", "】", "]")
# what may part a number from its title; else it is another's
BESIDE: Final = re.compile(r" ?[（(【\[]? ?(?:[，,]?也?[即是为系](?=[^，。]))?")
_CALLED: Final = "文号"  # a number introduced so is held against the register by itself
_ISSUE: Final = (
    "发布|出台|印发|实施|施行|颁布|公布|下发|推出|制定|修订|通过|生效|落地|签署|发出|执行|修正|颁发|亮相|问"
    "世|审议|出炉|下达|联合发文|征求意见"
)
_ISSUE_RE: Final = re.compile(_ISSUE)
_EFFECT: Final = re.compile(r"实施|施行|生效|执行|起实行")
_RELY: Final = re.compile(
    r"(?:根据|依据|按照|依照|按|违反|遵守|落实|遵循|对照|参照|执行|触犯|符合|"
    r"涉嫌违反)(?:了)?(?:[\u4e00-\u9fff]{0,12})?$"
)
_NEXT_ONE: Final = re.compile(r"^[^，。；]{0,24}(?:的|了)?《")
_COMMA: Final = re.compile("[，,]")
_PAST: Final = re.compile(r"[后前]的?$|以来")  # 施行后的2022年: a date of what came of it
_SAME_TIME: Final = re.compile(
    r"(同年|当年|同月|当月|次年|翌年)(?:底|末|初)?(?:(1[0-2]|[1-9])月)?[^，。；《》]{0,24}$"
)
HEAD: Final = re.compile(
    r"^(?:监管)?(?:政策|法规|文件|规定|法律|制度|条例)(?:法规|文件)?(?:名称|标题|/法规|文件|依据)?$|"
    r"^(?:主要|相关|重要|关键|出台)(?:政策|法规|文件)(?:名称)?$|^(?:法律法规|监管文件|政策/文件|法规/政策|"
    r"文件名|规章名称)$"
)
DATE_HEAD: Final = re.compile(r"时间|日期|年份|年度|发布|出台|实施|生效|施行|颁布|月份|季度|^年$|^期间$|财年")


_JUST_BEFORE: Final = re.compile("[，,]?")
_JUST_ISSUED: Final = re.compile(f"(?:正式|最终|开始|获)?(?:{_ISSUE})")
_ASIDE: Final = re.compile("—|这|写在|载于|见于")
_INSIDE: Final = re.compile("[^，,][，,].*[^，,]")
_EACH: Final = re.compile("(?:先后|分别|依次)(?:于|在|自|从)?")


class Mention(NamedTuple):
    """One mention: where, what, when by the text's own words, and what it demands and does."""

    start: int
    end: int
    title: str
    quoted: bool
    date: str | None
    source: str | None
    kind: str | None
    number: str | None
    requirement: str | None
    impact: str | None


def is_policy(title: str) -> bool:
    """Whether a title in book marks is that of a regulation, not of a film, book, report or survey."""
    title = title.strip()
    if _NOT.search(title):
        return False
    return _KIND.search(title) is not None or (len(title) >= 8 and _ABOUT.match(title) is not None)


def in_prose(clauses: Clauses, found: list[Found]) -> list[Mention]:
    """Return the regulations named in a block of prose."""
    text, mentions = clauses.text, []
    dates = [f for f in found if f.role == "date" and f.period and not f.period.startswith(("last", "next"))]
    for match in BOOK.finditer(text, clauses.start, clauses.end):
        if not is_policy(match[1]):
            continue
        start, end = match.span()
        number = _number(text, end, clauses.end)
        told = number.end() + text.startswith(_CLOSED, number.end()) if number else end
        date, kind = _date(clauses, dates, start, told)
        if number and date is None and (year := _OF_YEAR.search(number[0])):
            date, kind = year[0], None  # of its issue, whatever else is told of it
        need, effect = consequences(text, end, clauses.sentence(start)[1])
        mentions.append(Mention(start, end, match[1], True, date, "prose" if date else None, kind,
                                number[0] if number else None, need, effect))  # fmt: skip
    return _in_turn(text, mentions, dates) if len(mentions) > 1 else mentions


def in_table(text: str, table: Block, found: list[Found]) -> list[Mention]:
    """Return the regulations of a table: 《…》 anywhere, and the bare cells of a policy column."""
    header = [text[a:b].strip() for a, b in table.rows[0]]
    column = next((c for c, h in enumerate(header) if HEAD.match(h)), -1)
    booked = text.find("《", table.start, table.end) >= 0
    if column < 0 and not booked:
        return []
    when = next((c for c, h in enumerate(header) if DATE_HEAD.search(h)), -1)
    need = next(
        (c for c, h in enumerate(header) if re.search("要求|内容|规定|条款|措施", h) and c != column), -1
    )
    effect = next((c for c, h in enumerate(header) if re.search("影响|后果|效果|冲击", h)), -1)
    dates = {(f.row, f.col): f.period for f in found if f.role == "date"}
    first: dict[int, str | None] = {}
    for f in found:
        if f.role == "date":
            first.setdefault(f.row, f.period)
    mentions = []
    for r, row in enumerate(table.rows[1:], 1):
        date = dates.get((r, when)) if when >= 0 else first.get(r)
        kind = "effective" if when >= 0 and re.search("实施|生效|施行", header[when]) else None
        at = [text[a:b] for a, b in row]
        more = (
            date,
            "table cell" if date else None,
            kind,
            None,
            at[need] if need >= 0 else None,
            at[effect] if effect >= 0 else None,
        )
        for c, (a, b) in enumerate(row):
            books = [m for m in BOOK.finditer(text, a, b) if is_policy(m[1])] if booked else None
            if books:
                mentions += [Mention(m.start(), m.end(), m[1], True, *more) for m in books]
            elif c == column and b - a >= 4:
                mentions.append(Mention(a, b, text[a:b], False, *more))
    return mentions


def _number(text: str, end: int, last: int) -> re.Match[str] | None:
    """Return the document number right behind a title that ends at ``end``, in brackets or without."""
    if text.find("号", end, min(end + 40, last)) < 0:
        return None
    gap = BESIDE.match(text, end)
    found = _NUMBER.match(text, gap.end(), last) if gap else None
    return None if found is not None and _CALLED in found[0] else found


def _in_turn(text: str, mentions: list[Mention], dates: list[Found]) -> list[Mention]:
    """Give 《甲》和《乙》先后于2021年9月1日、11月1日施行 each its own date."""
    run = 0
    for n, one in enumerate(mentions):
        if n and text[mentions[n - 1].end : one.start] not in ("", "和", "、", "与", "及", "以及"):
            run = n
        word = _EACH.match(text, one.end) if n > run else None
        if word is None:
            continue
        place = bisect_left(dates, word.end(), key=lambda d: d.start)
        told = dates[place : place + n - run + 1]
        gaps = [text[a.end : b.start] for a, b in pairwise(told)]
        if (
            len(told) != n - run + 1
            or told[0].start != word.end()
            or not set(gaps) <= {"、", "和", "，", ","}
        ):
            continue
        kind = "effective" if _EFFECT.search(text, told[-1].end, told[-1].end + 6) else None
        for m, date in enumerate(told, run):
            mentions[m] = mentions[m]._replace(date=date.period, source="prose", kind=kind)
    return mentions


def _date(clauses: Clauses, dates: list[Found], start: int, end: int) -> tuple[str | None, str | None]:
    text = clauses.text
    low, high = clauses.sentence(start)
    place = bisect_left(dates, start, key=lambda d: d.start)
    behind = next((d for d in dates[place : place + 3] if end <= d.start < high), None)
    prior = dates[place - 1] if place and low <= dates[place - 1].start else None
    if prior is not None and _JUST_BEFORE.fullmatch(text, prior.end, start) and _JUST_ISSUED.match(text, end):
        return prior.period, "effective" if _EFFECT.search(text, end, end + 6) else None
    if behind is not None:
        gap = text[end : behind.start]
        tail = text[behind.end : clauses.clause(behind.start, behind.end)[1] + 1]
        if (
            "《" not in gap
            and "；" not in gap
            and ";" not in gap
            and len(gap) <= 24
            and not _NEXT_ONE.search(tail)
            and not gap.startswith(("和", "与", "及", "、"))
        ):
            issued = _ISSUE_RE.search(tail[:10]) or (
                _ISSUE_RE.search(gap) and not _COMMA.search(gap) and not _PAST.search(gap)
            )
            if issued or re.fullmatch(r"[（(][^（）()]{0,8}", gap):
                return behind.period, "effective" if _EFFECT.search(gap[-8:] + tail[:10]) else None
    earlier = [d for d in dates[max(0, place - 3) : place] if d.end <= start]
    ahead = [d for d in earlier if low <= d.start and start - d.end <= REACH]
    same = _SAME_TIME.search(text, max(low, start - 40), start)
    if same and earlier and earlier[-1].end <= same.start():
        return _same(same, earlier[-1].period or ""), None
    if not ahead:
        return None, None
    one = ahead[-1]
    gap = text[one.end : start]
    after = text[end : end + 8]
    if "；" in gap:
        return None, None
    issued = _ISSUE_RE.search(gap) or _ISSUE_RE.search(after)
    if _RELY.search(gap) and not _ISSUE_RE.search(gap):
        return None, None
    if not issued and len(gap) > 18 and not re.search(r"[，、和及与]?$", gap[-1:] or ""):
        return None, None
    if not issued and "《" not in gap and ("，" in gap or _ASIDE.search(gap)):
        return None, None
    if _INSIDE.search(gap) and "《" not in gap and not _ISSUE_RE.search(gap):
        return None, None
    return one.period, "effective" if _EFFECT.search(gap.rsplit("》", 1)[-1]) and "》" not in gap else None


def _same(match: re.Match[str], period: str) -> str | None:
    base = period.split("→")[-1]
    if not base[:4].isdigit():
        return None
    year = int(base[:4]) + (match[1] in ("次年", "翌年"))
    if match[2]:
        return f"{year}-{int(match[2]):02}"
    return base[:7] if match[1] in ("同月", "当月") and len(base) >= 7 else str(year)
