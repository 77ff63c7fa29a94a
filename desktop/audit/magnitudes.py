"""The sizes of change that a sentence states: figures, and turns of phrase that hold no figure (腰斩, 翻倍)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from desktop.audit.marks import any_of
from desktop.audit.move import BY, TO
from desktop.audit.reading import Reading, number
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import same

SIZES: Final = ("%", "permille", "pp", "bp", "times", "count:番", "count:折")


class Magnitude(NamedTuple):
    """A figure, or an idiom as one (without an id): its place in the sentence, and its way where it is certain."""

    figure: Figure
    start: int
    end: int
    way: str = ""
    down: bool | None = None
    idiom: bool = False


# marks of which it has one, pattern, unit, low, high, way, whether it is a fall
_IDIOMS: Final[tuple[tuple[str, str, str, float, float, str, bool | None], ...]] = (
    ("斩", r"(?:近乎|几近|几乎|接近|险些|差点|将近)腰斩", "%", 38, 56, BY, True),
    ("斩", r"(?:拦腰|直接|被)?腰斩(?!线|价)", "%", 44, 62, BY, True),
    ("折半断", r"(?:近乎|几乎|几近|将近|接近)(?:打了?个?)?(?:对折|减半|砍半|折半|拦腰砍断)", "%", 38, 57, BY, True),
    ("折半砍", r"打了?个?对折|对半砍|拦腰砍断|拦腰砍去?|砍半|折半|减半(?!征收|发放|收取)|砍掉?去?一半", "%", 45, 55,
     BY, True),
    ("翻", r"几乎翻倍|近乎翻倍|接近翻倍|将近翻倍|几近翻倍|近翻番|几乎翻番|接近翻番", "times", 1.75, 2.08, TO, False),
    ("翻倍", r"翻了?倍(?![多半])|翻(?:了个)?番(?![茄多])|倍增|翻了个倍", "times", 1.9, 2.15, TO, False),
    ("平变", r"(?:大致|大体|基本|几乎)(?:持平|没有?变化?|不变)", "%", -5, 5, BY, None),
    ("变平踏", r"(?:没有(?:任何)?变化?|没变|毫无变化|保持不变|持平|原地踏步)(?!于)", "%", -2, 2, BY, None),
    ("零荡", r"归零|(?<![到至])清零|降到零|荡然无存", "%", 97, 100, BY, True),
    ("零", r"只?剩(?:下)?(?:个|了)?(?:一个)?零头", "%", 0, 30, TO, True),
    ("存", r"十不存一|百不存一", "%", 0, 12, TO, True),
    ("h", r"(?<![A-Za-z])halved(?![A-Za-z])|cut in half|fell by half", "%", 45, 55, BY, True),
    ("d", r"(?<![A-Za-z])(?:nearly|almost) doubled(?![A-Za-z])", "times", 1.75, 2.05, TO, False),
    ("d", r"(?<![A-Za-z])(?<!nearly )(?<!almost )(?:more than )?doubled(?![A-Za-z])", "times", 1.9, 2.15, TO, False),
    ("d", r"(?<![A-Za-z])(?<!nearly )(?<!almost )tripled(?![A-Za-z])", "times", 2.85, 3.15, TO, False),
    ("d", r"(?<![A-Za-z])(?<!nearly )(?<!almost )quadrupled(?![A-Za-z])", "times", 3.8, 4.2, TO, False),
)  # fmt: skip
_IDIOM: Final = tuple(
    (any_of(marks), re.compile(p), u, lo, hi, way, down) for marks, p, u, lo, hi, way, down in _IDIOMS
)
_ANY: Final = re.compile(
    r"[斩半折倍番零变平]|原地踏步|不存一|其一|去一|[丢关没少倒砍裁撤走退停减跑失闭](?:掉|了|去|走)*[\d一二两三]|halved|half|doubled|tripled|quadrupled"
)
_N: Final = r"(\d{1,3}|[一二两三四五六七八九十百]{1,3})"
_M: Final = r"[家个户名人辆台间门所座条只单件款次份笔块元成]"
_OUT_OF: Final = re.compile(
    rf"(?:每|平均)?{_N}{_M}[\u4e00-\u9fff]{{0,3}}?(?:里|中|当中|之中)?(?:就|便|已)?(?:有)?"
    rf"(?P<verb>丢|关|没|少|倒|砍|裁|撤|走|消失|退|去|停|减|跑|流失|丢失|关闭|关停)(?:掉|了|去|走)*{_N}{_M}"
)
_VERBS: Final = any_of("丢关没少倒砍裁撤走失退去停减跑")
_PAST_HALF: Final = re.compile(
    r"(?:^|[，,；]|占比)(?:已经?|早已?|首次|终于|就|便|也|仍然?|依然|尚|还|从而|因此|现在|如今)*(?:过|未过|不过|没有?过|不到|不足|达不到)一?半$"
)
_GONE: Final = re.compile(r"(?P<n>[三四五六七八九十])(?:停|成|分)?(?:其|去)其?一")


def idioms(reading: Reading) -> list[Magnitude]:
    """The turns of phrase of a sentence."""
    return _idioms(reading) if _ANY.search(reading.text) else []


def magnitudes(reading: Reading, told: list[Magnitude], taken: frozenset[str]) -> list[Magnitude]:
    """The sizes of a sentence in order: its idioms, and its figures but those ``taken`` as values before or after."""
    found = [
        Magnitude(f, reading.start(f), reading.end(f), TO if f.unit == "count:折" else "")
        for f in reading.sentence.amounts
        if f.unit in SIZES
        and f.id not in taken
        and f.role != "rank"
        and not (told and within(reading, f, told))
        and not (f.unit == "%" and _is_past_half(reading.text, reading.end(f)))
    ]
    return sorted([*found, *told], key=lambda m: m.start) if told else found


def _is_past_half(text: str, end: int) -> bool:
    return text[end - 1 : end] == "半" and _PAST_HALF.search(text, 0, end) is not None


def within(reading: Reading, figure: Figure, told: list[Magnitude]) -> bool:
    """Whether a figure is part of an idiom (三家里丢了一家)."""
    return bool(told) and any(i.start < reading.end(figure) and reading.start(figure) < i.end for i in told)


def _idioms(reading: Reading) -> list[Magnitude]:
    found: list[Magnitude] = []
    letters = reading.sentence.marks
    for marks, pattern, unit, low, high, way, down in _IDIOM:
        if letters.isdisjoint(marks):
            continue
        for match in pattern.finditer(reading.text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(made_of(reading, match, unit, low, high, way, down))
    for match in () if letters.isdisjoint(_VERBS) else _OUT_OF.finditer(reading.text):
        whole, part = number(match[1]), number(match[3])
        if 0 < part < whole:
            share = part / whole * 100
            found.append(made_of(reading, match, "%", share - share * 0.1, share + share * 0.1, BY, True))
    for match in _GONE.finditer(reading.text):
        share = 100 / number(match["n"])
        found.append(made_of(reading, match, "%", share * 0.9, share * 1.1, BY, True))
    return found


def made_of(
    reading: Reading, match: re.Match[str], unit: str, low: float, high: float, way: str, down: bool | None
) -> Magnitude:
    """What words that hold no figure say, as a figure without an id."""
    model = reading.sentence.figures[0]
    start = reading.sentence.start + match.start()
    anchor = Anchor(model.anchor.source, start, start + len(match[0]), match[0])
    ends = (Decimal(str(round(low, 4))), Decimal(str(round(high, 4))))
    figure = Figure("", model.factor, same(""), same(""), "change", None, "=", *ends, unit,
                    "" if down is None else "down" if down else "up", "", match[0], anchor)  # fmt: skip
    return Magnitude(figure, match.start(), match.end(), way, down, idiom=True)
