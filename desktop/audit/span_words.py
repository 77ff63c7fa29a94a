"""What the words around a length of time make of it: how long something lasted, when a term ends, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.lengths import Length

LASTED, TERM, LATER = "lasted", "term", "later"
_BREAK: Final = re.compile(r"[，,。；;：:（）()、！？!?\n|—“”]")
_HEDGE: Final = re.compile(
    r"(?:整整|足足|恰好|正好|刚好|恰恰|将近|接近|不到|不足|大约|大概|差不多|超过|仅仅|只有|也就|也|已经|已|约|仅|只|正|恰|有|是"
    r"|逾|整|了|过|又|再|才|便|就|都|还|满|刚|为|共|近)+$"
)
# What lasted, or lay between; every verb that is over (撑了, 关了).
_CUE: Final = re.compile(
    r"(?:前后|先后|前前后后|一共|总共|共计|历时|历经|为期|持续|延续|耗时|用时|长达|时长|跨度|相隔|相距|间隔|相差|时隔|中间隔"
    r"|其间|期间|工期|建设期|展期|会期|赛期|满打满算|存续|存在|存活|在役|服役|在任|任职|运营|经营|营业|运行|开办|停业|停摆|停工|停运|停机|歇业|闭馆|荒|空置"
    r"|[晚早迟]|推迟|延后|提前|[开走活做卖干撑熬跑拖住用花停关办][\u4e00-\u9fff]?|[\u4e00-\u9fff](?=$))$"
)
_SURE: Final = re.compile(
    r"(?:(?:前后|先后|一共|总共|共)[\u4e00-\u9fff]{1,2}|在[\u4e00-\u9fff]|前后|先后|一共|总共|共计|历时|历经|为期|持续|延续|耗时|用时|长达|相隔|相距|间隔|时隔|满打满算|存续|存在|存活|工期|建设期"
    r"|在役|服役|运营|经营|营业|运行|[停开卖撑熬关办荒用盖建修干活走]了?|走过|展期|会期|赛期|[晚早迟]了|推迟了?|延后了?|[比较][^，]*[早晚迟])$"
)
# Of something else than what lies between the dates before it: each, planned, spent on a part, a term.
_OTHER: Final = re.compile(
    r"[每各均另第按乘距离若如需须将拟]|应(?!用)|可能|(?<!功)能|存(?![续在活世])|借[满了入]?$|其中|连续|连着|最[近长短多少]|至[少多]|逾期|账龄|库龄|头$|去年|今年|明年|未来|今后|以来|往后"
    r"|过去|此后|之前|以前|此前|原[来先定本]|准备|筹|装修|磨|谈|排队|审|等|免|延期|延长|宽限|缓|质保|保修|保质|有效|[任租刑账]期|合同|合约"
    r"|协议|承诺|约定|规定|要求|计划|预[计期]|目标|期限|周期|缩短|[增减涨跌亏降升](?:了|$)|比[^，]*[多少]|分别|依次|试[用行点]|培训|休|产假"
    r"|至今|如今|[前后]者|老[旧]?"
)
_TAIL: Final = re.compile(
    r"(?:之久|时间|光景|时光|岁月|之间|[里中间来]|下来|过去|过后)*(?:$|[，,。；;、）)！？：:\n”—]|的(?=[\u4e00-\u9fff]))"
)
_NO_TAIL: Final = re.compile(r"(?:以|之)?[内前]|以[上下]|一[次届度期轮]|期|定[期存]|[存贷]款|国债|没|不")
_ALONE_TAIL: Final = re.compile(
    r"(?:[里间来时]|之[间际]|下来|过去|那年)|$|[，,。；;：]|的(?P<noun>[\u4e00-\u9fff]{2})|(?P<verb>[翻涨跌降增减升缩掉])"
)
_ONE: Final = re.compile(r"[一1](?:个)?[年月天周]")  # 一天的利息: a rate
# A term with a last day: 期限, 保修, 试营业; 再过 and 隔 lead on to a date, too.
_TERMS: Final = re.compile(
    r"(?:(?<![工设展会赛])期限?|期间|寿命|年限|年期|保修|质保|批准收费|收费|试营业|试用|试行|试运[行营]|窖藏|缓冲|间隔|隔|再过|又过|(?<![走熬挺])过了|满|分|锁定|禁售|租|签|聘|约定|授权|[给留限][\u4e00-\u9fff]{0,3})"
    r"(?:了|为|是|共|满|整整|正好|，|有)*$"
)
# 三年宽限期, 18个月的过渡期
_BUILT: Final = re.compile(r"动工|开工|奠基|破土|开建|始建")
_PLACE: Final = re.compile(r"在([\u4e00-\u9fff]{2,6})")
_UP_TO: Final = re.compile(r"(?:直?[到至]|截[至止]到?)")
_WITHIN: Final = re.compile(r"(?:之|以)?内[^，。；\d]{0,8}[，,（(](?:也就是说?|即|换言之)")
_BEFORE: Final = re.compile(r"(?:此前|这|那|前后)的?")
_TERM_BEHIND: Final = re.compile(
    r"的?(?:宽限|过渡|缓冲|有效|试用|试运行|整改|观察|锁定|禁售|质保|保修|窗口|公示|清退|收尾|退出|冷静)(?:期|时间)?"
    r"|的?(?:定期|存单|租约|合同|合约|协议)"
)
_THAN_DUE: Final = re.compile(
    r"[比较](?:期限|限期|原定|原计划|计划|约定|要求|规定|通知|预期|截止)[^，]{0,6}[晚早迟]了?$"
)
_DUE_TOLD: Final = re.compile(r"原[定计]|要求|期限|限[于期]|最[晚迟]|以前|之前|截止|计划|约定")
_THEN: Final = re.compile(r"(?:之|以)?后(?!来|续|半)")
_ON: Final = re.compile(
    r"[^。；\d]{0,12}?(?:也就是说?|即|[至到]|截至|所以|[最]?[早晚迟]|起|，|,|。也就是说，|，?从)(?:了|在|于|，)*"
)
_DUE: Final = re.compile(
    r"(?:年?[初底末])?(?:日?起?)?(?:正式|就要|就|即将|才|便|将|自动|全部|服务|合同|租约|租赁|设计|使用|开始|再)*"
    r"(?:到[期点]|届满|期满|截止|为止|失效|解禁|结束|终止|止|转|还|降|开|停|满|不再|恢复|之?[前后]|[，。）；]|$)"
)


_AFTER: Final = re.compile(r"(?:之|以)?后(?:的|，|,|：|（|，?也就是|，?即|到了?|在|于)*")
_SHORT: Final = 12  # characters of a clause that says little but how long
_REACH: Final = 24  # characters from a term to its last day


_NEAR: Final = 8  # characters behind a date
_EARLY: Final = re.compile(r"提前|提早|贴现|解除|中途|双方|延长|延至|推迟")
_OUT: Final = re.compile(r"[^，。；\d]{0,6}?(?:到[期点]|届满|期满|截止|失效|解禁|开坛)")
_OVER: Final = re.compile(r"(?:年?[初底末])?(?:结束|为止|止|[，。；）]|$)")


class Said(NamedTuple):
    """How a length is meant; ``sure`` where its words leave little doubt, ``nouns`` are what else its clause names."""

    kind: str
    sure: bool
    nouns: tuple[str, ...]
    lead: str
    alone: bool = False


# 2015年上市，到2024年上市已九年; 我4月10日递的表，6月9日到账，等了60天; 2022年5月生效，2024年4月终止，合同期两年.
_REACHES: Final = re.compile(
    r"(?:到|至|截至)[^的前后]{0,6}?(?:已经?|刚好|正好|恰好|整整|满|才)+(?:有|是|过去|过了)*"
)
_WAITED: Final = re.compile(r"(?:足足|整整|一共|总共|前后|我|他|她|一)*等了(?:足足|整整)?")
_TERM_SO_LONG: Final = re.compile(
    r"(?:合同|租赁?|任|合作|协议|授信|保险|保障|承包|特许|经营|服务|锁定|封闭|公示|公告|存续)期限?(?:[为是共]|一共|总共|合计|约)*"
    r"|寿命(?:一共|总共|只有|仅有?|不过|不足|不到|[为是约])*"
)
_TERM_BEGINS: Final = re.compile(
    r"生效|起(?!来)|签[订署约]|开始|就任|上任|起租|成立|上线|创立|开业|推出|上市"
)
_TERM_ENDS: Final = re.compile(
    r"(?:终止|到期|届满|期满|为?止|结束|卸任|失效|清算|注销|关闭|关停|下线|下架|停[业售产]|解散|退市|倒闭|破产)[，,]?$"
)


def _runs(text: str, begin: int, lead: str) -> bool:
    """Whether the words before a term tell when it began and when it ended."""
    ahead = text[max(0, begin - 40) : begin]
    return bool(_TERM_SO_LONG.fullmatch(lead) and _TERM_ENDS.search(ahead) and _TERM_BEGINS.search(ahead))


def said(text: str, length: Length, skip: Sequence[tuple[int, int]]) -> Said | None:
    """Read the clause of a length in its line; ``skip`` are the places of dates."""
    begin = max(
        (m.end() for m in _BREAK.finditer(text, max(0, length.start - 40), length.start)),
        default=max(0, length.start - 40),
    )
    lead = text[begin : length.start]
    dated = False
    for start, end in reversed(skip):
        if start >= begin and end <= length.start:
            dated = True
            lead = lead[: start - begin] + lead[end - begin :]
    if (dated and _REACHES.fullmatch(lead)) or _WAITED.fullmatch(lead) or _runs(text, begin, lead):
        return Said(LASTED, True, (), lead)
    if _THEN.match(text, length.end):
        return Said(LATER, True, (), lead)
    if _THAN_DUE.search(lead) and _DUE_TOLD.search(text, 0, begin):
        return Said(LASTED, True, (), lead)
    if _WITHIN.match(text, length.end) or _TERM_BEHIND.match(text, length.end) or _TERMS.search(lead):
        return Said(TERM, True, (), lead)
    if "已" in lead and not dated:
        return None  # up to now
    told = _ALONE_TAIL.match(text, length.end)
    if told is not None and told["noun"] and _BEFORE.fullmatch(lead):  # 此前三年的试点
        return Said(LASTED, True, (told["noun"],), lead, alone=True)
    if _OTHER.search(lead) or _NO_TAIL.match(text, length.end):
        return None
    core = _HEDGE.sub("", lead)
    if not core or _UP_TO.fullmatch(core):
        if told is None or _ONE.fullmatch(length.words):
            return None
        return Said(LASTED, True, (told["noun"],) if told["noun"] else (), lead, alone=True)
    done = lead[len(core) :].startswith(("了", "过"))
    cue = _CUE.search(core)
    if length.exact and len(core) <= _SHORT and _TAIL.match(text, length.end):
        return Said(LASTED, cue is not None, _nouns(core[: cue.start()] if cue is not None else ""), lead)
    if (
        cue is None
        or not (done or len(cue[0]) > 1 or _SURE.search(core))
        or not _TAIL.match(text, length.end)
    ):
        return None
    if cue[0] in ("工期", "建设期") and not _BUILT.search(text, 0, begin):
        return None  # 2019年3月立项，…，建设期两年
    sure = _SURE.search(core) is not None or (done and text.find(core[-1:], 0, begin) >= 0)  # 首发…发了十五年
    return Said(LASTED, sure, _nouns(core[: cue.start()]), lead)


_FILL: Final = re.compile(
    r"前后|先后|一共|总共|从|[到至]|也|就|又|还|却|便|已经?|整整|业务|产品|服务|公司|平台|项目|功能|独立|这|那|它|其|的|了|在|算|共|总|[一这那][张款家条项种个座]"
)


def _nouns(words: str) -> tuple[str, ...]:
    return tuple(w for w in _FILL.sub(" ", words).split() if len(w) > 1)


def leads_to(text: str, kind: str, end: int, begin: int, stop: int) -> bool:
    """Whether a term that ends at ``end`` is said to lead to the date between ``begin`` and ``stop``."""
    gap = text[end:begin]
    if len(gap) > _REACH:
        return False
    if kind == LATER and _AFTER.fullmatch(gap):
        return True
    if _EARLY.search(text, end, stop + _NEAR):
        return False
    due = _DUE.match(text, stop) is not None or text[begin:stop].endswith(("前", "止", "底"))
    return _ON.fullmatch(gap) is not None and (due or "就是" in gap or "到" in gap)


def runs_out(text: str, first: int, begin: int, stop: int) -> bool:
    """Whether a term runs out on the date between ``begin`` and ``stop``; ``first`` is behind its first day."""
    if _EARLY.search(text, first, stop + _NEAR):
        return False
    return _OUT.match(text, stop) is not None or (
        text[first:begin].endswith(("到", "至")) and _OVER.match(text, stop) is not None
    )
