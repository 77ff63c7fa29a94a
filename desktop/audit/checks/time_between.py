"""How long something lasted, told right behind its two dates: 2014年4月开门，2023年10月关灯，撑了九年半."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.lasting import lasting
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "time_between"
_BREAK: Final = re.compile(r"[，,。；;：:（）()、！？\n]")
_HEDGE: Final = (
    r"(?:整整|足足|恰好|正好|刚好|恰恰|将近|接近|不到|不足|大约|差不多|超过|仅仅|只有|也就|近|约|仅|只|正|恰|有|是|逾"
    r"|整|了|过)*"
)
# What lasted: something was done (撑了, 卖了, 又熬了), was so long in all, or lay between.
_LASTED: Final = re.compile(
    r"(?:(?:^(?:[到至截]|直[到至])?|整整|足足|前后|一共|总共|先后|[又就只才再共一上里中”》])[\u4e00-\u9fff]{1,2}[了过]|已经?(?:有|是|[\u4e00-\u9fff]{2}了?)|就是|前前?后后?|满打满算|一共|总共"
    r"|其间|期间|[只仅相]差|从[^，,]{1,6}[到至][^，,]{1,6}"
    rf"|[相空晚早][\u4e00-\u9fff]?了|相隔|相距|间隔|隔|[存在运经营开服寿总全][^，]{{0,2}}(?:时间|时长)"
    rf"|存[续在活]|生涯|寿命|历程|[船机车年房校店馆社]龄){_HEDGE}$"
)
# Words by which a length of time is another than that between the dates before it.
_OTHER: Final = re.compile(
    r"每|各|平均|人均|另|其中|质保|保修|保质|有效|[任租]期|合同|合约|协议|承诺|约定|规定|准备|筹|谈|磨"
    r"|排队|试|免|延|宽限|缓|计划|预|将|可|能|需|要|应|须|"
    r"比|较|原|过去|未来|此前|之前|以前|提前|连续|最[长短]|期限|周期|账期|至少|最多|给了|留了|加了|多了"
    r"|少了|缩短|延长|推迟|涨|跌|亏|降|升|增|减|赚|"
    r"[一二两三四五六七八九十甲乙丙丁]者|分别|依次"
)
# A clause that says how long and nothing else: 整整23天，; with its date before it, 到2016年9月正好二十年.
_ALONE: Final = re.compile(rf"(?:前后|先后|[一总]?共|[到至]|截至)?{_HEDGE}$")
_ONE_RUN: Final = re.compile(r"日[^，。；、和与]{0,4}[至到][^，。；、和与]*，$")
_PLANNED: Final = re.compile(
    r"每|平均|质保|保修|有效期|任期|租期|合同|合约|承诺|约定|计划|预[计期定]|原定|分别|依次"
)
_FROM_TO: Final = re.compile(r"从(?P<x>[^，,]{2})[^，,]{0,4}[到至](?P<y>[^，,]{2})")
_ENDS: Final = re.compile(r"的?(?:时间|光景|之久|时光|岁月|历史|历程)?(?:[，,。；;、）)！？：:\n]|$)")
_TOLD_OF: Final = re.compile(r"[。；\n]|\d{4}年|从(?=[^，。]*[到至])")  # where what happened at a date ends
_WITHIN: Final = re.compile(r"[里间来]")
_IN_ALL: Final = re.compile(r"(?:前后|先后|前前后后)[一共总]*[涨跌降升亏]了$")
_THEN: Final = re.compile(r"^(?:之|以)?后(?:的|，|,|：|（|也就是|，?即|到了?|在|于)*$")
_LONG: Final = 11  # characters of a clause that says nothing but how long
BACK = Text(
    "文中说{1}在{0}的{2}，但{1}早于{0}。", "The text puts {1} some time after {0} ({2}), but it is earlier."
)
LASTS = Text("从{0}到{1}是{2}，不是文中的{3}。", "From {0} to {1} is {2}, not {3} as the text says.")


@check(KEY, "两个日期之间", "the time between two dates", "prose", needs={"prose": ("date", "年月周期拜天")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a length of time against the dates that stand before it, or around it (三个月后的7月)."""
    before: list[Figure] = []
    for sentence in piece.sentences:
        dated = [f for f in sentence.dates if _whole(f)]
        if dated or before:
            yield from _in_sentence(sentence, dated, before)
        before = dated or before


def _whole(figure: Figure) -> bool:
    """Whether a date is one period with a first and a last day."""
    period = figure.period
    return period is not None and period.start is not None and period.end is not None and (
        "→" not in period.text and period.start <= period.end
    )  # fmt: skip


def _runs(dated: Sequence[Figure]) -> bool:
    """Whether the first date is not after the last."""
    one, other = dated[0].period, dated[-1].period
    return one is None or other is None or one.start is None or other.end is None or one.start <= other.end


def _in_sentence(sentence: Sentence, dated: Sequence[Figure], before: Sequence[Figure]) -> Iterable[Result]:
    told = lasting(sentence, dated)
    for length in lengths(sentence.text):
        start, end = sentence.start + length.start, sentence.start + length.end
        if told is not None and told.anchor.start < end and start < told.anchor.end and _runs(dated):
            continue  # told by the order of dates
        earlier = [f for f in dated if f.anchor.end <= start]
        later = _later(sentence, length, earlier or list(before), dated)
        if later is not None and not _runs(later):
            yield _back(length, *later)
            continue
        pair = later or _lasted(sentence, length, earlier, before)
        if pair is not None:
            yield _held(sentence, length, pair, (*before, *dated))


def _lasted(
    sentence: Sentence, length: Length, earlier: Sequence[Figure], before: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The two dates that a clause sums up: both before it, the later one in its clause or in the one before."""
    lead = _BREAK.split(sentence.text[: length.start])[-1]
    begin = length.start - len(lead)
    if "已" in lead and not any(f.anchor.start - sentence.start >= begin for f in earlier):
        return None  # up to now: 1982年8月出生，1983年6月送到动物园，已在那里生活了37年
    for date in reversed(earlier):  # 截至2023年10月已经营九年
        at = date.anchor.start - sentence.start
        if at >= begin:
            lead = lead[: at - begin] + lead[date.anchor.end - sentence.start - begin :]
    if (
        len(lead) > (2 * _LONG if length.exact else _LONG)
        or not (length.exact or _LASTED.search(lead) or (len(earlier) > 1 and _alone(sentence, length, lead)))
        or (_OTHER.search(lead) and not _IN_ALL.match(lead))
        or not (
            _ENDS.match(sentence.text, length.end)
            or (length.exact and _WITHIN.match(sentence.text, length.end))
        )
    ):
        return None
    dates = earlier if len(earlier) > 1 else [*before, *earlier]
    told = _FROM_TO.search(lead)
    if told is not None and before and earlier and (pair := _ends(told, [*before, *earlier])) is not None:
        return pair
    if told is not None and not (
        all(told[e] in sentence.text[: length.start - len(lead)] for e in "xy")
        if earlier
        else all(any(told[e] in _BREAK.split(f.anchor.suffix)[0] for f in dates) for e in "xy")
    ):
        return None
    if len(dates) < 2 or (not earlier and _BREAK.search(sentence.text[: length.start])):
        return None
    if (
        earlier
        and len(_BREAK.findall(sentence.text[earlier[-1].anchor.end - sentence.start : length.start])) > 1
    ):
        return None
    return dates[-2], dates[-1]


def _ends(told: re.Match[str], dates: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two dates that are those of the named events: 2018年6月推出…；2021年停止新增，2024年结清，从推出到结清."""
    found = [f for e in "xy" for f in dates if told[e] in _TOLD_OF.split(f.anchor.suffix)[0]]
    return (found[0], found[1]) if len(found) == 2 and found[0] is not found[1] else None


def _alone(sentence: Sentence, length: Length, lead: str) -> bool:
    """Whether a clause tells how long and nothing else, in a sentence whose other clauses are what happened when."""
    told = sentence.text[: length.start - len(lead)]
    if lead.startswith("共") and not _ONE_RUN.search(told):
        return False  # 3月5日和4月8日两次停机，共12小时
    return bool(_ALONE.match(lead)) and told.rstrip().endswith(("，", ",", "")) and not _PLANNED.search(told)


def _later(
    sentence: Sentence, length: Length, earlier: Sequence[Figure], dated: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The date before a length of time and the one right behind it: 2023年5月18日挂牌，两个月后的7月下旬."""
    following = next((f for f in dated if f.anchor.start >= sentence.start + length.end), None)
    if following is None or not earlier:
        return None
    gap = sentence.text[length.end : following.anchor.start - sentence.start]
    return (earlier[-1], following) if _THEN.match(gap) else None


def _back(length: Length, one: Figure, other: Figure) -> Result:
    """2024年6月试行，三个月后的2024年3月: the date that is told as the later one is earlier."""
    said = BACK.format(bare(one), bare(other), quote(f"{length.words}后"))
    return say.finding(
        KEY, "inconsistent", (other, one), formula("{} < {}", bare(other), bare(one)), said, "back"
    )


def _held(sentence: Sentence, length: Length, pair: tuple[Figure, Figure], dates: Sequence[Figure]) -> Result:
    """A length of time against its two dates; any two dates around may be those that are meant."""
    own = next(
        (
            f for f in sentence.amounts
            if f.anchor.start < sentence.start + length.end and sentence.start + length.start < f.anchor.end
        ),
        None,
    )  # fmt: skip
    one, other = sorted(pair, key=lambda f: f.period.start)  # type: ignore[union-attr, arg-type, return-value]
    figures = tuple(f for f in (own, other, one) if f is not None)
    far = shown(one.period, other.period)  # type: ignore[arg-type]
    written = formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)  # type: ignore[arg-type]
    periods = list(dict.fromkeys(f.period for f in dates if f.period is not None))
    if any(length.fits(a, b) for n, a in enumerate(periods) for b in periods[n + 1 :]):
        return say.passed(KEY, figures, written, rounded=True)
    told = stated(own) if own is not None and own.comparator != "=" else quote(length.words)
    said = LASTS.format(bare(one), bare(other), far, told)
    start = sentence.start + length.start
    place = Anchor(one.anchor.source, start, sentence.start + length.end, length.words)
    return say.finding(KEY, "inconsistent", figures, written, said, "length", spans=(place,))
