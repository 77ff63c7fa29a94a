"""Which length of time of a sentence with two dates is the time between them, by the words right before or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_LASTING: Final = re.compile(
    r"(?:一共|总共|共|整整)(?:运营|经营|营业|存在|存续|存活|运行)了?$|(?:^|[，,])(?:一共|总共|前后|整整|只|仅)?用了$|历时|耗时|用时|为期|长达|历经|经过|前后|持续|共用|仅用|花了?|时隔|took|lasting|lasted|after|over|within",
    re.I,
)
_ELSE: Final = re.compile(r"(?:每|间隔|every)[^，]{0,3}$|此前|之前|另外")
_SPENT: Final = (  # what lasts from one event to another: nothing else is meant by it
    (re.compile(r"卖了$"), re.compile(r"上市|开售|发售|首发"), re.compile(r"停售|下架|停产")),
    (
        re.compile(r"(?:经营|营业|开|运营)了$"),
        re.compile(r"开业|开张|成立"),
        re.compile(r"关闭|关张|停业|歇业"),
    ),
    (
        re.compile(r"(?:工期|建设期)[仅只约近]?$"),
        re.compile(r"奠基|动工|开工|破土|开建"),
        re.compile(r"交付|投产|竣工|建成|完工|通车"),
    ),
)
_OVER: Final = re.compile(r"\s*(?:多|余|半|左右)*(?:$|[，,。；;、）])")
_LATER: Final = re.compile(r"(?:之?后|later|afterwards)", re.I)
_TIMES: Final = ("year", "month", "day", "week", "quarter")


def after(sentence: Sentence, figure: Figure) -> str:
    """The words right behind a figure, up to the end of its clause."""
    tail = sentence.text[figure.anchor.end - sentence.start :]
    return re.split(r"[，。；,;]", tail)[0][:16] or tail[:12]


def lasting(sentence: Sentence, dated: Sequence[Figure]) -> Figure | None:
    """The one length of time that the sentence says lies between its two dates; None where it has none or several."""
    if len(dated) != 2:
        return None
    spans = [
        f for f in sentence.amounts
        if f.unit in _TIMES and f.role == "level"
        and value_of(f) is not None and not _goes_on(sentence, f) and not _ELSE.search(sentence.lead(f)[-10:])
        and (
            _LASTING.search(sentence.lead(f)[-8:])
            or (_LATER.match(sentence.tail(f).strip()) and _leads_on(f, dated))
            or _spent(sentence, f, dated)
        )
    ]  # fmt: skip
    return spans[0] if len(spans) == 1 else None


def _leads_on(span: Figure, dated: Sequence[Figure]) -> bool:
    """Whether a length leads from the one date to the other; 期满三天之后 and 十年后（2030年） begin elsewhere."""
    return dated[0].anchor.end <= span.anchor.start < dated[1].anchor.start


def _goes_on(sentence: Sentence, figure: Figure) -> bool:
    """Whether a length of time is told in two units, of which this is the first: 三年零五个月."""
    after_it = sentence.amounts[sentence.amounts.index(figure) + 1 :][:1]
    return bool(after_it) and after_it[0].unit in _TIMES and sentence.tail(figure) in ("", "零", "又")


def _spent(sentence: Sentence, span: Figure, dated: Sequence[Figure]) -> bool:
    """Whether a length of time is that between two events: 2021年3月上市，2024年8月停售，卖了三年多."""
    lead = sentence.lead(span)
    between, then = sentence.between(*dated), after(sentence, dated[1])
    return bool(_OVER.match(sentence.tail(span))) and any(
        said.search(lead) and begins.search(between) and ends.search(then) for said, begins, ends in _SPENT
    )
