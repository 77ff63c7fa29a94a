"""Two accounts of one event: sudden or gradual, gone for good or for a while, possible or inevitable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import Said, cited, raised, speaks
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "opposites"
_LEAVES: Final = (
    r"消失|下架|下线|退出|退场|撤出|撤离|关停|停产|停运|停办|停更|停止|关闭|弱化|淡出|收缩|缩减|"
    r"disappear|vanish|withdr[ae]w|shut|clos|phase|wound down|wind down"
)
_AT_ONCE: Final = r"[Ss]uddenly|[Oo]vernight|[Aa]bruptly|[Ww]ithout warning"
_BY_STEPS: Final = r"[Gg]radually|[Ii]n stages|[Ss]tep by step"
_SUDDEN: Final = re.compile(
    rf"(?:突然|骤然|忽然|一夜之间|毫无征兆|{_AT_ONCE})[^，。；,;]{{0,16}}?(?:{_LEAVES})|"
    rf"(?:{_LEAVES})\w*[^，。；,;]{{0,12}}?(?:{_AT_ONCE})"
)
_GRADUAL: Final = re.compile(
    rf"(?:逐步|逐渐|逐年|陆续|分阶段|分批|渐进式?|{_BY_STEPS})\s*(?:地|被)?\s*(?:{_LEAVES})|"
    rf"(?:{_LEAVES})\w*[^，。；,;]{{0,24}}?(?:{_BY_STEPS}|over (?:several|two|three|four|five) years)"
)
_GONE: Final = re.compile(r"消失|下架|不复存在|退场|消亡|没有?了|disappeared|is gone|was discontinued")
_FOR_A_WHILE: Final = re.compile(
    r"(?:阶段性|暂时性?|临时性?|短期)的?(?:收缩|调整|收紧|停滞|下架|关闭|暂停|停止)|"
    r"[Tt]emporar(?:y|ily) (?:contract|suspend|pause|adjust)\w*"
)
_MAY: Final = re.compile(
    r"(?:可能|或许|也许|或将|或)(?:是|会|成为|与|同|导致|源于|由)(?=[^。；]{0,90}?(?:原因|因素|稻草|有关|相关|关系|所致|导致))|"
    r"(?:may|might|could) (?:be|have been|prove) [^.;]{0,40}?(?:cause|reason|factor|straw)"
)
_MUST: Final = re.compile(
    r"的必然(?:结果|产物|结局|(?=[，,。]))|(?:was|is|were) (?:the )?inevitabl[ey](?: (?:result|outcome|consequence))?"
)
_DIRECT: Final = re.compile(
    r"直接(?:受到)?(?:冲击|影响|导致|造成|切断|引发)|"
    r"(?:directly|outright) (?:hit|hits|caused?|affect\w*)|(?:是|为)(?:根本|直接|主要)原因"
)
# A platform that a product leans on is not its own: for a bank, that is outside traffic too.
_OWN: Final = re.compile(r"(?:自有|自身|自家|自建)的?[^，。；]{0,4}(?:流量|渠道|入口)")
_OUTSIDE: Final = re.compile(
    r"(?:依赖|依靠|靠)(?:外部|第三方|站外|外来)[^，。；]{0,6}(?:导流|流量|渠道|获客)?"
)
_SHED: Final = re.compile(
    r"(?:摆脱|去除|剥离|放弃)(?P<what>[\u4e00-\u9fff]{2,6}?)(?:的)?(?:属性|定位|色彩|标签)|(?P<early>[\u4e00-\u9fff]{2,6}?)(?:属性|定位|色彩|标签)(?:被)?(?:去除|剥离|放弃)"
)
# The second halves of the contradictions, each with words of which it has one.
_SECOND: Final = (
    (
        _GRADUAL,
        (
            "逐步",
            "逐渐",
            "逐年",
            "陆续",
            "分阶段",
            "分批",
            "渐进",
            "radually",
            "n stages",
            "tep by step",
            "over ",
        ),
    ),
    (_FOR_A_WHILE, ("阶段性", "暂时", "临时", "短期", "emporar")),
    (_MUST, ("必然", "inevitabl")),
    (_DIRECT, ("直接", "原因", "direct", "outright")),
    (_OUTSIDE, ("外部", "第三方", "站外", "外来")),
    (_SHED, ("摆脱", "去除", "剥离", "放弃")),
)
# A word of each of the patterns that a contradiction needs.
_SPEAKS: Final = re.compile(
    rf"{_LEAVES}|阶段性|暂时|临时|短期|[Tt]emporar|必然|inevitabl|直接|原因|direct|依赖|依靠|靠[外第站]|摆脱|去除|剥离|放弃"
)
SUDDEN = Text(
    "同一件事写法相反：一处写{0}，一处写{1}；是突然还是逐步，文中没有说明。",
    "Two accounts of one thing: {0} in one place, {1} in another; the text does not say whether it was "
    "sudden or gradual.",
)
GONE = Text(
    "同一产品写法不一：一处写{0}，一处写{1}；已经没有还是一时收缩，文中没有说明。",
    "Two accounts of one product: {0} in one place, {1} in another; the text does not say whether it is gone or only "
    "reduced for a while.",
)
CERTAIN = Text(
    "语气前后不一：一处写{0}，只说可能；一处写{1}，说成必然。文中没有补充证据。",
    "The strength of the claim changes: {0} says it is possible, {1} that it was inevitable; no evidence is added.",
)
ASSERTED = Text(
    "语气前后不一：引言写{0}，只说可能；后文写{1}，说成直接的因果，其间没有补充证据。",
    "The strength of the claim changes: the opening says {0}, as a possibility; later {1} makes it a direct cause, and "
    "no evidence is added.",
)
CHANNEL = Text(
    "获客来源写法不一：一处写{0}，一处写{1}；靠的是自有渠道还是外部导流，文中没有说明。",
    "Two accounts of where customers come from: {0} in one place, {1} in another; channels of its own "
    "or outside traffic, the text does not say.",
)
POSITION = Text(
    "定位写法不一：一处写{0}，一处仍写{1}；放弃了还是仍在其中，文中没有说明。",
    "Two accounts of its position: {0} in one place, and still {1} in another; given up or not, the text does not say.",
)
_NEAR: Final = 16  # characters between a verb and the product that it is said of


@check(KEY, "前后说法", "two accounts of one event", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Put passages beside each other that tell one event of the product in words that exclude each other."""
    dossier = whole.dossier
    product = dossier.product
    if not any(speaks(dossier, *second) for second in _SECOND) or not speaks(dossier, _SPEAKS):
        return
    every = whole.sentences
    names = tuple(n for n in (product.zh, product.en) if len(n) >= 2)
    must, may = _last(every, _MUST), _first(every, _MAY)
    direct = _about([s for s in every if s.factor != every[0].factor], _DIRECT, names)
    pairs = (
        ("sudden", _about(every, _SUDDEN, names), _about(every, _GRADUAL, names, near=True), SUDDEN),
        ("gone", _about(every, _GONE, names), _about(every, _FOR_A_WHILE, names), GONE),
        ("certain", may, must, CERTAIN),
        ("asserted", may if must is None else None, direct, ASSERTED),
        ("channel", _about(every, _OWN, names), _about(every, _OUTSIDE, names), CHANNEL),
        ("position", *_position(every, names), POSITION),
    )
    for kind, one, other, pattern in pairs:
        if one is not None and other is not None and one.start != other.start:
            said = pattern.format(cited(one), cited(other))
            yield raised(KEY, "ambiguous", dossier, (one, other), said, kind)


def _about(
    every: Sequence[Said], pattern: re.Pattern[str], names: tuple[str, ...], *, near: bool = False
) -> Anchor | None:
    """The first passage of a sentence on the product; ``near`` wants its name beside the words."""
    for one in every:
        for match in pattern.finditer(one.text):
            around = one.text[max(0, match.start() - _NEAR) : match.end() + _NEAR] if near else one.text
            if any(n in around for n in names) or "该产品" in around:
                return one.passage(match)
    return None


def _position(every: Sequence[Said], names: tuple[str, ...]) -> tuple[Anchor | None, Anchor | None]:
    """A business that is played down, and the market of that very business that the product is said to be in."""
    for one in every:
        shed = _SHED.search(one.text)
        if shed is None:
            continue
        what = (shed["what"] or shed["early"])[:2]
        market = re.compile(rf"在[^，。；]{{0,4}}{what}[^，。；]{{0,4}}(?:市场|赛道|领域)")
        return one.passage(shed), _about([s for s in every if s.factor != one.factor], market, names)
    return None, None


def _first(every: Sequence[Said], pattern: re.Pattern[str]) -> Anchor | None:
    """The first passage in the opening section."""
    opening = [s for s in every if s.factor == every[0].factor]
    return next((s.passage(m) for s in opening if (m := pattern.search(s.text))), None)


def _last(every: Sequence[Said], pattern: re.Pattern[str]) -> Anchor | None:
    """The last passage in the closing section, which is not the opening one."""
    closing = [s for s in every if s.factor == every[-1].factor != every[0].factor]
    return next((s.passage(m) for s in reversed(closing) if (m := pattern.search(s.text))), None)
