"""A number told again beside its noun with other digits: 1240家门店, and later 这1420家门店."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.digits_alike import digits_alike
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import value

KEY: Final = "retold"
SAID = Text(
    "文中前后两处说的似是同一个数：一处是{0}（{1}），一处是{2}（{3}）；范围和时间若相同，至少一处有误。",
    "Two places seem to tell one number: {0} ({1}) and {2} ({3}); if scope and time are the same, at least one of "
    "them is wrong.",
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
_STOP: Final = re.compile(r"[，,。；;：:！？\n|（）()、“”]")
_AGAIN: Final = re.compile(
    r"(?:这|那|剩下的?|余下的?|仅剩的?|仅存的?|现有的?|剩余的?|those|these|the remaining|its)\s*$", re.I
)
_VERB: Final = re.compile(
    r"(?:[已就也还却共]|一共|总共|目前|现在|如今|[是为有达到至约近超仅只]|达到|高达|只有|仅有|定[为在]|大约|左右|共有|拥有|分别|合计|约为|升至|降至|增至|减至|来到|剩|还剩)+$"
)
_COMMON: Final = frozenset(
    [
        "公司",
        "目前",
        "全年",
        "其中",
        "平均",
        "一年",
        "增长",
        "下降",
        "减少",
        "增加",
        "同比",
        "环比",
        "左右",
        "以上",
        "以下",
        "以内",
        "之间",
        "的人",
        "年的",
        "就是",
        "已经",
        "只有",
        "达到",
        "超过",
        "不到",
        "这个",
        "一个",
        "占比",
        "比例",
        "总额",
        "金额",
        "数量",
        "水平",
        "规模",
        "总量",
        "人数",
        "个月",
        "时间",
        "上下",
        "多年",
        "以来",
        "期间",
        "相当",
        "一半",
        "三成",
    ]
)
_CAPS: Final = 40  # figures of one noun from which on a text is a list of them
_PART: Final = re.compile(
    r"其中|除|另有|另外|新增|新开|净增|增加|减少|多了|少了|关闭|关掉|关停|裁|流失|首批|第[一二三四]批|每|比|较|占|约有|含|包括|来自|同行|行业|竞品|对手|某|一家|分别|各"
)
_TIME: Final = re.compile(
    r"(?:在|于|到|截至|至)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末|初|全年|上半年|下半年)?"
)
_GLUE: Final = frozenset("的了是在有和与，0123456789０１２３４５６７８９")
_LEFT: Final = re.compile(r"(?:剩下|余下|仅剩|仅存|剩余|只剩|remaining)的?$")
_LONG: Final = 6  # characters of a noun before a number
_SAME: Final = 4  # characters at the end of two nouns that make them one
_FEW: Final = 12  # numbers of a unit among which one that remains can be looked for
_LEVELS: Final = ("level", "ratio", "threshold")


@value
class Named:
    """A figure with the nouns before and behind it, the offset of its sentence, and whether it refers back."""

    figure: Figure
    ahead: str
    behind: str
    sentence: int
    again: bool

    @property
    def told(self) -> tuple[str, ...]:
        """The pairs of characters by which another number may be found to be beside the same noun."""
        words = [self.ahead[i : i + 2] for i in range(max(0, len(self.ahead) - _LONG), len(self.ahead) - 1)]
        words += [self.behind[:2] if not self.behind.isascii() else self.behind]
        return tuple(w for w in words if len(w) >= 2 and w not in _COMMON and _GLUE.isdisjoint(w))

    @property
    def asks(self) -> tuple[str, ...]:
        """The pairs of characters that the noun of this one begins or ends with."""
        words = [self.behind[:2] if not self.behind.isascii() else self.behind, self.ahead[-2:]]
        return tuple(w for w in words if len(w) >= 2 and w not in _COMMON and _GLUE.isdisjoint(w))


@check(KEY, "前后重提", "numbers named again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold a number that stands beside a noun against the numbers that the text has beside it elsewhere; never red."""
    dossier = whole.dossier
    by_noun: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    by_unit: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    order: list[Named] = []
    texts = {s.id: s.text for s in dossier.sources}
    for figure in sorted(dossier.figures, key=lambda f: (f.anchor.source, f.anchor.start)):
        if figure.is_date or figure.role not in _LEVELS or value_of(figure) is None:
            continue
        named = _beside(figure, texts.get(figure.anchor.source, ""))
        kind = _kind(figure)
        for noun in dict.fromkeys(named.told):
            by_noun[kind, noun].append(named)
        by_unit[figure.anchor.source, figure.unit].append(named)
        order.append(named)
    done: set[frozenset[str]] = set()
    for one in order:
        if one.figure.table:
            continue
        other = _other(one, by_noun) or (
            _remaining(one, by_unit[one.figure.anchor.source, one.figure.unit]) if one.again else None
        )
        pair = frozenset((one.figure.id, other.figure.id)) if other is not None else None
        if other is not None and pair is not None and pair not in done:
            done.add(pair)
            yield _told(one, other)


def _kind(figure: Figure) -> str:
    known = unit(figure.unit)
    dimension = known.dimension if known is not None else figure.unit
    return "count" if not dimension or dimension.startswith(("count", "persons")) else dimension


def _beside(figure: Figure, text: str) -> Named:
    """The nouns that end before a number and begin behind it."""
    at = figure.anchor
    begin = sentence_start(text, at.start)
    if figure.table:
        name = figure.indicator.zh.partition("·")[0]
        return Named(
            figure,
            figure.entity.zh if name in ("", "数值", "数量", "金额", "数据") else name,
            "",
            begin,
            again=False,
        )
    lead = text[max(begin, at.start - 24) : at.start]
    parts = _STOP.split(lead.rstrip("：:"))
    ahead, behind = (
        _VERB.sub("", _TIME.sub("", parts[-1]).rstrip()),
        _STOP.split(text[at.end : at.end + 24])[0],
    )
    if (lead + behind).isascii():
        own = re.sub(r"\b(?:million|billion|thousand)\b", "", figure.anchor.quote + behind)
        words = [w.rstrip("s") for w in re.findall(r"[a-z]+", own.lower())[:1]]
        return Named(
            figure, "", words[0] if words and len(words[0]) > 3 else "", begin, bool(_AGAIN.search(lead))
        )
    tail, runs = re.match(r"的?([\u4e00-\u9fff]{2,6})", behind), _CHINESE.findall(ahead)
    noun = runs[-1] if runs and ahead.endswith(runs[-1]) else ""
    return Named(figure, noun, tail[1] if tail else "", begin, bool(_AGAIN.search(parts[-1])))


def _other(one: Named, by_noun: dict[tuple[str, str], list[Named]]) -> Named | None:
    """The earlier number that this one should repeat and does not; None where any number elsewhere agrees."""
    near: dict[str, Named] = {}
    kind = _kind(one.figure)
    for noun in one.asks:
        own = by_noun.get((kind, noun), [])
        if len(own) > _CAPS:
            return None
        near.update((n.figure.id, n) for n in own if n.figure.id != one.figure.id)
    known = [n for n in near.values() if n.figure.anchor.source == one.figure.anchor.source]
    if not known or any(_agrees(one.figure, n.figure) for n in known):
        return None
    apart = [n for n in known if n.sentence != one.sentence and _before(n, one) and _one_time(n.figure, one.figure)
             and _one_noun(n, one) and not _PART.search(_clause(n.figure) + _clause(one.figure))]  # fmt: skip
    least = 2 if len(known) == 1 else 3
    alike = [n for n in apart if digits_alike(one.figure, n.figure, least)]
    if alike:
        return alike[-1]
    values = {value_of(n.figure) for n in known}
    return apart[-1] if apart and one.again and len(values) == 1 else None


def _one_noun(one: Named, other: Named) -> bool:
    """Whether the nouns of two numbers are one: 会员数 and 会员, but not 风电发电量 and 水电发电量."""
    whose = one.figure.entity.zh, other.figure.entity.zh
    if all(whose) and whose[0] != whose[1] and not (whose[0] in whose[1] or whose[1] in whose[0]):
        return False
    if other.behind and (other.behind[:2] in one.ahead or one.behind[:3] == other.behind[:3]):
        return True
    ends = [n.ahead for n in (one, other)]
    short = min(map(len, ends))
    same = next((n for n in range(short) if ends[0][-1 - n] != ends[1][-1 - n]), short)
    return same >= 2 and (same == short or same >= _SAME)


def _remaining(one: Named, known: list[Named]) -> Named | None:
    """The last number before 剩下的13家 where no number of the text, and no difference of two, is that many."""
    if len(known) > _CAPS:
        return None
    before = itertools.takewhile(lambda n: n.figure.anchor.start < one.figure.anchor.start, known)
    earlier = list(itertools.islice(before, _FEW + 1))
    own = value_of(one.figure)
    if own is None or not 0 < len(earlier) <= _FEW or any(_agrees(one.figure, n.figure) for n in earlier):
        return None
    values = [v for n in earlier if (v := value_of(n.figure)) is not None]
    if any(abs(abs(a - b) - own) < 1e-9 or abs(a + b - own) < 1e-9 for a in values for b in values):
        return None
    near = [n for n in earlier if n.sentence != one.sentence and (value_of(n.figure) or 0) < 2 * own]
    return near[-1] if near and _LEFT.search(_clause(one.figure)) else None


def _before(one: Named, other: Named) -> bool:
    return bool(one.figure.table) or one.figure.anchor.start < other.figure.anchor.start


def _clause(figure: Figure) -> str:
    return "" if figure.table else _STOP.split(figure.anchor.prefix)[-1]


def _agrees(one: Figure, other: Figure) -> bool:
    a, b = as_claim(one), as_claim(other)
    return a is None or b is None or a.meets(b)


def _one_time(one: Figure, other: Figure) -> bool:
    """Whether nothing tells two times apart."""
    a, b = one.period, other.period
    return a is None or b is None or a.text == b.text or (a.start is not None and b.end is not None
        and b.start is not None and a.end is not None and a.start <= b.end and b.start <= a.end)  # fmt: skip


def _told(one: Named, other: Named) -> Result:
    first, last = other.figure, one.figure
    said = SAID.format(stated(first), say.title(first), stated(last), say.title(last))
    written = formula("{} ≠ {}", bare(first), bare(last))
    return say.finding(KEY, "conflict", (last, first), written, said)
