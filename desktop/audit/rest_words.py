"""How far the words of two shares tell that they are all of one whole: 其余, 没, 以上 and 以下, names of one make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import Interval
from desktop.audit.opposed import denied, opposed, other_side
from desktop.audit.passages import Told, told_as

CERTAIN: Final = 3  # what leaves no doubt: opposites, a limit and what lies beyond it
_CLEAR: Final = 2
_CLAUSE: Final = re.compile(r"[，,；;：:。（(、]")
_REST: Final = re.compile(
    r"其余|剩下|剩余|余下|别的|其他|其它|另外?一[半类方侧]|另外(?![有的])|^(?:而|则)?余者|(?:以外|之外)的?[^，]{0,6}$"
)
_LEFT: Final = re.compile(r"其余|剩下|剩余|余下")
_WITHIN: Final = re.compile(
    r"(?:其余|剩下|剩余|余下)[^，,]{0,8}(?:中|里|内|(?<![下余])的(?=.{2}))"
)  # 其余的钱里
_LESS: Final = re.compile(r"[只仅还]?[剩余](?!额)|中间|[只仅]有|只占|相应|也?就?是说|换[言句]|反过来|意味")
_NO: Final = re.compile(
    r"没|未|不(?![止仅到足少过])|非(?![常洲])|无(?!人机)|拒|弃|空[置着]|闲置|落空|流失|离开|走了|留下|到手"
)
_ADVERBS: Final = (
    r"(?:则|就|便|也|已|还|又|却|只|仅|共|合计?|一共|大?约|将?近|接近|不到|不足|超过?|"
    r"正好|恰好|刚好|整整|了|到|去|有|为|是|达)*"
)
_TAKES: Final = re.compile(
    rf"(?:占比?|持[有股]|比[重例]|份额|贡献|来自|属于|归|掏|出|吃|拿|供|承担|负担|[剩余]下?)"
    rf"(?:(?P<of>[^，占]{{0,8}})的)?{_ADVERBS}$"
)
_OPENS: Final = re.compile(r"^(?:而|其中|另外|[^里中]{2,10}[里中](?=.{2}))")
_MAY_BE_BOTH: Final = "有会想能愿爱没不"  # 有车的 and 有房的 are the same people
_KINDS: Final = "类型式款档"  # 抵押类 and 信用类
_AND: Final = re.compile(r"的[和与、及跟]")
_PLAIN: Final = re.compile(rf"{_ADVERBS}$")
_LIMIT: Final = re.compile(
    r"(?P<not>不到|未满|不满|不足|不超过?|超过?|过了?|满)?"
    r"(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九十百两]+)(?P<u>万?[元岁年月天次个人件公里小时分]{1,2}?)"
    r"(?:(?:及|含|或)?(?P<side>以上|以下|以内|以外))?"
)
_BEYOND: Final = r"不到|未满|不满|不足|过了?|超过?"
_BELOW: Final = ("以下", "以内", "不到", "未满", "不满", "不足", "不超", "不超过")
# Names of which the one is what the other is not; nobody stands outside of both.
_ATTITUDE: Final = re.compile("满意|同意|赞[成同]|支持|愿意|看好|认可|喜欢|信任|知道|清楚")
_LINKS: Final = re.compile(
    r"^(?:而|则|也|就|是说|换[言句]|之|话|反过来|[说看]|这样一来|相应|其|意味着|等于)+"
)
_SUBJECT: Final = 2  # characters of what a rate is of
_RATE: Final = re.compile(r"[率价度]")
_HALVES: Final = tuple(
    (re.compile(a), re.compile(b)) for a, b in (
        ("空置率", "(?:入住|出租|入驻|使用)率"), ("(?:利用|使用)率", "闲置|弃"), ("准[时点]|正点", "延误|晚点|误点"),
        ("(?:留存|续[费保约])", "流失|走了|离开"), ("[存成]活", "死亡"), ("出勤|到课|到岗", "缺[勤课岗]"),
        ("(?:通过|批准|核准|获批|准入)(?!.*未)", "拒|驳回"), ("成功", "失败"), ("(?:履约|守约)", "违约"),
        ("上座", "空座"), ("接通|接听|接起", "[没未]"), ("合格|达标|及格|良品", "[不未次]"),
        ("抽[走成佣取]|分[走给成]|上缴|交给", "留[下住]|到手"),
        ("次[果品级]", "[一优]级|好[果品]"), ("次品|废品", "[正良]品"),
    )
)  # fmt: skip


_ANY_HALF: Final = re.compile("|".join(f"(?:{p.pattern})" for pair in _HALVES for p in pair))
_SIDE: Final = re.compile(r"以[上下内外]|未?不?满|不[到足超]|过")

_ODD: Final = re.compile(r"出头|左右|上下|有余|开外|强|弱")
_BESIDE: Final = 8  # characters
_ROUGH: Final = 5.0  # points


class Kinship(NamedTuple):
    """``sure`` counts what makes two shares the parts of one whole, ``takes`` tells whether both are told as parts."""

    sure: int
    takes: bool


def kinship(one: str, left: str, one_tail: str, right: str, other_tail: str) -> Kinship:
    """What the clauses of two shares tell; ``one`` are all words of its sentence before the first."""
    own = right + "｜" + other_tail
    takes = _TAKES.search(left) is not None and (
        _TAKES.search(right) is not None or _LESS.search(right) is not None
    )
    if _ANY_HALF.search(own) and any(_apart(pair, one + one_tail, own) for pair in _HALVES):
        return Kinship(CERTAIN, takes)
    if _SIDE.search(own) and _limits(one + one_tail, right + other_tail):
        return Kinship(CERTAIN, takes)
    first, second = name_of(left), name_of(right)
    kind = denied(left, right)
    attitude = kind == "apart" or _ATTITUDE.search(second) is not None  # some say neither
    plain = not _RATE.search(left + right) and (takes or _TAKES.search(left) is not None)
    if kind == "binary" or (plain and not attitude and _opposed(one, first, second)):
        return Kinship(CERTAIN, takes)
    sure = 0
    if _REST.search(right):
        sure = 0 if _WITHIN.search(right) else CERTAIN if _LEFT.search(right) else _CLEAR
    elif kind or opposed(first, second):
        sure = 1 if attitude else 1 + takes
    elif _denies(left + one_tail, own):
        sure = _CLEAR
    elif _of_one_make(first, second):
        sure = 1
    less = sure < _CLEAR and _LESS.search(right) is not None
    return Kinship(sure + less, takes)


def _opposed(one: str, first: str, second: str) -> bool:
    return opposed(first, second) == "binary" or _other_side(one, second)


def is_rest(words: str) -> bool:
    """Whether a clause says that it is of all the others."""
    return _REST.search(words) is not None


def name_of(words: str) -> str:
    """What the words before a share call its part."""
    takes = _TAKES.search(words)
    words = words[: takes.start()] if takes is not None and takes.start() else words
    plain = _PLAIN.search(words)
    return _OPENS.sub("", words[: plain.start()] if plain else words).strip(" *“”")


def _apart(pair: tuple[re.Pattern[str], re.Pattern[str]], one: str, other: str) -> bool:
    for a, b in (pair, pair[::-1]):
        found = b.search(other)
        if found is not None and a.search(one) and not b.search(one):
            subject = _LINKS.sub("", other[: found.start()])  # 甲店空置率15%，乙店出租率60%
            return (
                len(subject) < _SUBJECT
                or subject in one
                or "率" not in other[found.start() :].partition("｜")[0]
            )
    return False


def _other_side(one: str, name: str) -> bool:
    sides = other_side(name)
    return sides is not None and sides[1] in one and sides[0] not in one


def _denies(one: str, other: str) -> bool:
    """Whether the one has a "not" of something that the other is named after."""
    if (_NO.search(one) is None) == (_NO.search(other) is None):
        return False
    common = {c for c in set(one) & set(other) if "\u4e00" <= c <= "\u9fff"} - set(
        "的了占率比人有是为只仅约例户"
    )
    return bool(common)


def _of_one_make(one: str, other: str) -> bool:
    """自有品牌 and 供应商品牌, 从换乘站来的 and 从街面进站的: of one kind, and each of its own."""
    if min(len(one), len(other)) < 3 or one in other or other in one:
        return False
    if one[-1] == other[-1] == "的":
        return (one[0] == other[0] and one[0] not in _MAY_BE_BOTH) or bool(_AND.search(other))
    return one[-2:] == other[-2:] or (one[-1] == other[-1] and one[-1] in _KINDS and len(one) == len(other))


def _limits(one: str, other: str) -> bool:
    """51岁及以上 and 50岁及以下, 六十岁以上 and 不到六十: no number between the two, and none in both."""
    left = [m for m in _LIMIT.finditer(one) if m["side"] or m["not"]]
    right = [m for m in _LIMIT.finditer(other) if m["side"] or m["not"]]
    if len(left) != 1 or len(right) > 1:
        return False
    bare = None if right else re.search(rf"(?P<not>{_BEYOND}){re.escape(left[0]['n'])}", other)
    if not right and bare is None:
        return False
    a, b = left[0], right[0] if right else bare
    assert b is not None
    below = [m["not"] in _BELOW or (m is not bare and m.groupdict().get("side") in _BELOW) for m in (a, b)]
    if below[0] == below[1]:
        return False
    if bare is not None:
        return True
    if a["u"] != b["u"]:
        return False
    if not (a["n"].isdecimal() and b["n"].isdecimal()):
        return bool(a["n"] == b["n"])
    top, low = (b, a) if below[0] else (a, b)
    apart = int(top["n"]) - int(low["n"])
    return apart == 0 or (apart == 1 and a["u"] == "岁")


def told_once(shares: Sequence[Told]) -> Iterator[Told]:
    """Shares without those that only tell the one before roughly again: 占35%，不到四成；其余占65%."""
    last: Told | None = None
    for told in shares:
        if last is not None and not told.name and 0 < told.start - last.end < _BESIDE:
            rough = _ODD.match(told.tail) is not None
            own = Interval(told.value - _ROUGH, told.value + _ROUGH) if rough else told_as(told)
            if own is not None and (rough or told.figure.comparator != "=") and own.holds(last.value):
                continue
        yield told
        last = told
