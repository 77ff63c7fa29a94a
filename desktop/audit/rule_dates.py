"""The dates that a sentence gives a regulation, each with what happened then: passed, issued, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.scope import Rule
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.value import value

_EFFECT: Final = r"(?:实施|施行|生效|执行|起效|实行|取代|替代|in force|into force|effect(?:ive)?|applie[sd])"
_ISSUE: Final = (
    r"(?:表决通过|审议通过|通过|发布|印发|出台|颁布|公布|下发|发出|颁发|制定|亮相|问世|出炉|下达"
    r"|issued|published|passed|adopted|enacted|released|promulgated)"
)
_EITHER: Final = r"(?:落地|推出|上线|登场|面世|立法)"
_VERB: Final = re.compile(rf"(?P<effect>{_EFFECT})|(?P<issue>{_ISSUE})|(?P<either>{_EITHER})", re.I)
_NUMBERED: Final = re.compile(r"^》?\s*[（(〔【][^（）()]{2,30}?(?:号|\d{4})[）)〕】]")
# What may stand between a title, or the last thing told of it, and its date: no word that brings in another subject.
_FILL: Final = re.compile(
    r"^[》，,、（(\s：:]*(?:已经?|在|就|是|也|将|会|又|并|再|而|则|早|正式|最终|最早|直?到|于|自|从|由|要|随后|其后|才"
    r"|同年|当年|同月|次年|翌年|今年|去年|明年|新规|该[法办条通]\S?|(?:施行|实施|生效|发布|出台|公布)(?:时间|日期|日)?(?:于|在|为|是|自)?"
    r"|came|entered|went|takes?|took|has|been|was|is|were|into|in|force|effect|effective|on|since|from|issued|published"
    r"|passed|adopted|and|,|;|\s)*$",
    re.I,
)
_AMENDS: Final = re.compile(r"修[订正改]|征求意见|草案|过渡期|整改|amend|revis|draft", re.I)
_TRANSIT: Final = re.compile(
    r"(?:宽限|过渡期|整改期|缓冲期|整改)[^，。；]{0,8}(?:延长|延|放|推迟|顺延|截至|截止|至|到)[^，。；\d]{0,3}$"
)
_LED: Final = re.compile(
    rf"^[，,]?[^，,。；《》\d]{{0,24}}?(?:{_ISSUE})(?:了|的|实施的)?[^，,。；《》\d]{{0,10}}$", re.I
)
_LED_OF: Final = re.compile(
    rf"^[^，,。；《》\d]{{0,8}}?(?P<verb>{_EFFECT}|{_ISSUE}|{_EITHER})(?:和?实施)?的[^，,。；《》\d]{{0,16}}$",
    re.I,
)
_TOUCHES: Final = re.compile(r"^(?:[，,的]|，?随着|,? ?the|'s|\s)*$", re.I)
_OBEYS: Final = re.compile(
    r"(?:为了?|以)?(?:落实|按照?|依照|依据|根据|遵照|遵守|执行|响应|满足|符合|适应|因应|根据|受)[^，。；《》\d]{0,10}$"
)
_BEGINS: Final = re.compile(r"^(?:起|以来|开始|之后|以后)?[，,]?(?:新的)?$")
_FROM: Final = re.compile(r"(?:自从?|从|早在|since)\s*\d?$", re.I)
_SINCE: Final = re.compile(r"起|以来|开始")
_DEMANDS: Final = re.compile(
    r"^》?(?:[（(][^（）()]*[）)])?(?:就|便|已经?|即|开始|都|才|也|明确|一直)*(?:要求|规定|把|将|禁止|对|限定|限制|确立|允许)"
)
_DONE: Final = re.compile(
    r"^》?(?:[（(][^（）()]*[）)])?(?:的|正式|开始|最终|终于|随之|随即|就|也|已经?|才|便|全面|’s|'s|\s)*"
)
_ITSELF: Final = re.compile(
    r"[，,；](?:(?:它|其|并|且|也|将|已|正式|于是|而)*(?:自|从|于)|该[法办条通规标文新]\S?(?:也|将|已|正式)*(?:自|从|于)?"
    r"|(?:对|其中)?(?:新[增发办签]?[\u4e00-\u9fff]{0,2}(?:业务|贷款|合同|项目|产品)|(?:上述|有关|相关|这些|这项|各项)(?:要求|规定|条款))"
    r"(?:则|也|将|已|统一|一律|都)*(?:自|从|于))\d?$"
)
_DONE_FROM: Final = re.compile(r"(?:起|开始|正式|才|全面)*")


@value
class Told:
    """``kind``: "published", "effective", "either", "since" (in force already then) or "transition" (its end)."""

    kind: str
    period: Period
    figure: Figure


def dates_told(rule: Rule) -> tuple[Told, ...]:
    """The dates of the sentence that are said of the mention itself, in order."""
    if not rule.text:
        return ()
    at, dates = rule.mention.anchor, [f for f in rule.near if _plain(f) and f.anchor.start >= rule.start]
    before = [f for f in dates if f.anchor.end <= at.start]
    after = [f for f in dates if f.anchor.start >= at.end]
    found = [_ahead(rule, before[-1])] if before else []
    return (*(t for t in found if t is not None), *(_behind(rule, after) or _resumed(rule, after)))


_SUBJECT: Final = re.compile(
    r"[\s*•·+-]*(?:它|其|(?:这[部份项条个]?|该|上述|前述|本)?[新部]?(?:法律|办法|通知|文件|规定|条例|规|意见|标准|法规|法|指引))"
    r"(?:已经?|也|将|则|就|正式|，|[自于从在]|最终|同样)*$"
)


_BY_TERM: Final = re.compile(r"[底末初中]?的?[“‘\"]?[\u4e00-\u9fff]{2,8}[”’\"]?[\u4e00-\u9fff]{2,8}$")


def resumed(rule: Rule) -> Iterator[Told]:
    """The dates of a later sentence that begins with the document: 该办法2022年3月1日起施行."""
    for figure in rule.near:
        if rule.start == figure.anchor.start and _BY_TERM.match(
            rule.words(figure.anchor.end, figure.anchor.end + 20)
        ):
            if _plain(figure) and figure.period is not None:
                yield Told("either", figure.period, figure)
            continue
        tail = rule.words(figure.anchor.end, figure.anchor.end + 8)
        verb = _VERB.match(tail, _end_of(_DONE_FROM, tail))
        if _plain(figure) and figure.period is not None and verb is not None:
            quoted = figure.anchor.quote.partition(figure.as_printed)[0]
            if _SUBJECT.match(rule.words(rule.start, figure.anchor.start) + quoted):
                yield Told(_kind(verb), figure.period, figure)


def obeyed_before(rule: Rule) -> Figure | None:
    """The date of something that the text says was done because of the mention: 2019年，公司为落实《…》…."""
    at = rule.mention.anchor
    for figure in reversed(rule.near):
        if _plain(figure) and rule.start <= figure.anchor.start and figure.anchor.end <= at.start:
            gap = rule.words(figure.anchor.end, at.start)
            rest = rule.words(at.end, at.end + 8)
            if "《" in gap.rstrip("《") or "。" in gap or len(gap) > 30 or _AMENDS.search(gap + rest):
                return None
            return figure if _OBEYS.search(gap.rstrip("《")) else None
    return None


def _plain(figure: Figure) -> bool:
    period = figure.period
    return figure.is_date and not figure.table and period is not None and (
        period.start is not None and period.end is not None and "→" not in period.text
    )  # fmt: skip


def _kind(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return {"effect": "effective", "issue": "published"}.get(match.lastgroup or "", "either")


def _ahead(rule: Rule, figure: Figure) -> Told | None:
    """A date before the title: 2021年11月起施行的《…》, 2021年9月，央行印发《…》, 2021年11月1日，《…》生效."""
    at, period = rule.mention.anchor, figure.period
    gap = rule.words(figure.anchor.end, at.start).rstrip("《")
    if period is None or _AMENDS.search(gap + rule.words(at.end, at.end + 6)) or "《" in gap:
        return None
    own = _LED_OF.search(gap)
    if own is not None:
        return Told(_kind(_VERB.search(own["verb"])), period, figure)
    if _OBEYS.search(gap):
        return None
    if _LED.search(gap):
        return Told("published", period, figure)
    rest = rule.words(at.end, min(at.end + 24, rule.start + len(rule.text)))
    if _TOUCHES.match(gap):
        verb = _VERB.match(rest, _end_of(_DONE, rest))
        if verb is not None:
            return Told(_kind(verb), period, figure)
        if gap.strip() in ("的", "the", "The") or (not gap.strip() and rule.mention.title.zh.isascii()):
            return Told("either", period, figure)
    quoted = figure.anchor.quote
    led = _FROM.search(rule.words(rule.start, figure.anchor.start) + quoted[:1]) or _SINCE.search(
        quoted[-2:] + gap[:3]
    )
    if led and _BEGINS.match(gap) and _DEMANDS.match(rest):
        return Told("since", period, figure)
    return None


def _end_of(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.match(words)
    return match.end() if match else 0


def _resumed(rule: Rule, dates: list[Figure]) -> tuple[Told, ...]:
    """A date of its own clause that is still of the mention: 《…》提高了门槛，它自2024年4月18日起施行."""
    for figure in dates:
        gap = rule.words(rule.mention.anchor.end, figure.anchor.start)
        if "《" in gap.lstrip("》") or _AMENDS.search(gap):
            break
        tail = rule.words(figure.anchor.end, figure.anchor.end + 8)
        verb = _VERB.match(tail, _end_of(_DONE_FROM, tail))
        if verb is not None and figure.period is not None and _ITSELF.search(gap + figure.anchor.quote[:1]):
            return (Told(_kind(verb), figure.period, figure),)
    return ()


def _behind(rule: Rule, dates: list[Figure]) -> list[Told]:
    """Dates after the title, as long as nothing else is spoken of: 《…》2021年8月表决通过，同年11月1日起施行."""
    found: list[Told] = []
    at = rule.mention.anchor.end
    for n, figure in enumerate(dates):
        gap = rule.words(at, figure.anchor.start)
        numbered = _NUMBERED.match(gap)
        gap = gap[numbered.end() :] if numbered and not found else gap
        if figure.period is not None and _TRANSIT.search(gap) and "《" not in gap.lstrip("》"):
            found.append(Told("transition", figure.period, figure))
            break
        if figure.period is None or not _FILL.match(gap) or _AMENDS.search(gap):
            break
        stop = dates[n + 1].anchor.start if n + 1 < len(dates) else rule.start + len(rule.text)
        tail = re.split(r"[，,。；;）)（(《\d]|\s(?=[A-Z])", rule.words(figure.anchor.end, stop), maxsplit=1)[
            0
        ]
        verb = _VERB.search(tail[:24])
        lead = None
        for lead in _VERB.finditer(gap):  # noqa: B007 - the last one is wanted
            pass
        if lead is not None and verb is None:
            found.append(Told(_kind(lead), figure.period, figure))
        elif (
            verb is not None
            and not _AMENDS.search(tail)
            and (verb.start() <= 3 or _kind(verb) == "published")
        ):
            found.append(Told(_kind(verb), figure.period, figure))
        elif not tail.strip("》") and gap.endswith(("（", "(")):
            found.append(Told("either", figure.period, figure))
        else:
            break
        at = figure.anchor.end + len(tail)
    return found
