"""Causes and effects: what a rule or an event is blamed for cannot have begun before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, is_chinese, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.span import Anchor, sentence_at
from desktop.core.text import NOTHING, Text
from desktop.core.value import value

KEY: Final = "cause_order"
_CAUSES: Final = re.compile(
    r"冲击|导致|致使|使得|迫使|被迫|不得不|促使|引发|造成|重创|打击|拖累|拖垮|压垮|因此|受此影响|归因于|归咎于|"
    r"\b(?:led to|forced|caused|hit)\b",
    re.I,
)
_MORE: Final = re.compile(r"进一步|加剧|加速|再度|再次|更加|雪上加霜|further|again|accelerat", re.I)
_HAPPENS: Final = re.compile(
    r"发布|出台|颁布|印发|实施|施行|生效|落地|上线|推出|启动|爆发|整治|崛起|开业|改版|合并|收购|涨价|提价|激增|骤增|猛增|飙升|"
    r"\b(?:issued|launched|took effect|opened)\b",
    re.I,
)
_ENDS: Final = re.compile(
    r"弱化|收缩|下架|退出|撤出|停止|停售|停产|停运|停业|关停|关闭|关店|闭店|下线|缩减|裁撤|裁员|萎缩|流失|淡出|衰落|下滑|减少|"
    r"拿掉|撤下|撤走|移除|叫停|边缘化|"
    r"\b(?:shrank|withdr[ae]w|closed|declined|fell|lost)\b",
    re.I,
)
_REFERS: Final = re.compile(r"这|此|该|上述|其|因此|it |this |that ", re.I)
_CLAUSE: Final = re.compile(r"[，,；;。！？\n]")
_FURTHER: Final = 4  # characters behind a word for a cause that may make it a further one: 被迫进一步
_OPEN: Final = (("以来", "since"), ("起", "from"), ("后", "after"), ("前", "before"))
_REACH: Final = 30  # characters from a date to what happened then
SAID = Text(
    "文中把{0}所受的冲击归于{1}，另一处写{3}{2}，早于{4}：若说的是同一件事，先有的变化不能由后有的原因引起{5}。",
    "The text puts what hit {0} down to {1}, but elsewhere has {2} {3}, before {4}: if both are one story, what came "
    "first cannot be due to what came after{5}.",
)
EVENT = Text("{0}的{1}", "{1} ({0})")
THAT: Final = (Text("它", "it"), Text("它们", "them"))
LATER = Text(
    "；若“{}”指的是更晚的时候，文中应写明起始时间",
    "; if it really began later than {}, the text should say when",
)


@value
class _Dated:
    """Something that happened at a time: its date, its words and where they stand."""

    figure: Figure
    words: str
    anchor: Anchor


@check(KEY, "因果先后", "cause before effect", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold what befell the product against the dated causes that the text gives for what befell it."""
    product = whole.dossier.product.zh
    if not product:
        return
    rest: list[tuple[Figure, str, int, int]] = []
    effects: list[_Dated] = []
    for dated in dated_sentences(whole):
        effect = decline(*dated, product)
        if effect is not None:
            effects.append(effect)
        else:
            rest.append(dated)
    causes = [c for dated in rest if (c := _cause(*dated, product)) is not None] if effects else []
    if not causes:
        return
    first = min(effects, key=lambda e: str(e.figure.period.start) if e.figure.period else "")
    # An earlier cause of the same kind may have brought it about.
    if all(_before(first.figure, c.figure) for c in causes):
        yield _finding(first, causes, whole.dossier.product)


def dated_sentences(whole: Whole) -> Iterator[tuple[Figure, str, int, int]]:
    """The dates of the prose, each with the text of its source and the bounds of its sentence."""
    texts = {s.id: s.text for s in whole.dossier.sources}
    dated = [f for f in whole.dossier.figures if f.is_date and not f.table and f.period is not None]
    for figure in sorted(dated, key=lambda f: (f.anchor.source, f.anchor.start)):
        text = texts.get(figure.anchor.source, "")
        if figure.period is None or figure.period.start is None:
            continue
        if figure.anchor.holds(text):
            yield figure, text, *sentence_at(text, figure.anchor.start, figure.anchor.end)


def decline(figure: Figure, text: str, start: int, end: int, product: str) -> _Dated | None:
    """What befell the product, with its date in one clause: "after 2019 the entry to it was played down"."""
    stop = figure.anchor.end
    clause = _CLAUSE.split(text[stop:end].lstrip("，,"))[0]
    before = _CLAUSE.split(text[start : figure.anchor.start])[-1]
    found = _ENDS.search(clause[:_REACH])
    if found is None or product not in before + clause or _CAUSES.search(clause):
        return None
    words = re.sub(r"^[就便已也才又还]+", "", clause[:_REACH].strip())
    at = text.find(words, stop, end)
    return _Dated(figure, words, Anchor(figure.anchor.source, at, at + len(words), words))


def _cause(figure: Figure, text: str, start: int, end: int, product: str) -> _Dated | None:
    """A dated event that this sentence, or the next one that refers to it, says has hit the product."""
    near = text[figure.anchor.end : min(end, figure.anchor.end + _REACH)]
    if not _HAPPENS.search(near) or figure.comparator in ("<", "<="):
        return None
    following = (
        text[end : sentence_at(text, end, end + 1)[1]] if text[end : end + 1] not in ("", "\n") else ""
    )
    for words in (text[figure.anchor.end : end], following if _REFERS.search(following) else ""):
        hit = _CAUSES.search(words)
        if hit is None or product not in words:
            continue
        begin = max((m.end() for m in _CLAUSE.finditer(words, 0, hit.start())), default=0)
        if not _MORE.search(words[begin : hit.end() + _FURTHER]):
            return _Dated(figure, _event(near), Anchor(figure.anchor.source, start, end, text[start:end]))
    return None


def _event(near: str) -> str:
    """The words of what happened: a title if there is one, else up to the verb."""
    title = re.search(r"《[^》]+》?", near)
    found = _HAPPENS.search(near)
    words = title[0] if title else near[: found.end()] if found else near
    return words.strip("的，, ") + ("》" if words.startswith("《") and not words.endswith("》") else "")


def _named(words: str) -> Text:
    """An event in quotation marks; a title has its own in Chinese."""
    return Text(words, quote(words.strip("《》")).en) if words.startswith("《") else quote(words)


def _before(effect: Figure, cause: Figure) -> bool:
    """Whether the whole time of the effect lies before that of the cause."""
    a, b = effect.period, cause.period
    return a is not None and b is not None and a.end is not None and b.start is not None and a.end < b.start


def _finding(effect: _Dated, causes: list[_Dated], product: Text) -> Result:
    open_ = effect.figure.anchor.quote.endswith(("后", "以后", "之后"))
    rest = LATER.format(stated(effect.figure)) if open_ else NOTHING
    named = [EVENT.format(since(c.figure), _named(c.words)) for c in causes]
    said = SAID.format(
        Text(product.zh, f"“{product.en}”" if is_chinese(product.en) else product.en),
        say.listed(named),
        quote(effect.words),
        since(effect.figure),
        THAT[len(causes) > 1],
        rest,
    )
    figures = (effect.figure, *(c.figure for c in causes))
    earliest = min((c.figure for c in causes), key=lambda f: str(f.period.start) if f.period else "")
    written = formula("{} < {}", since(effect.figure), since(earliest))
    spans = (effect.anchor, *(c.anchor for c in causes))
    return say.finding(KEY, "ambiguous" if open_ else "partly", figures, written, said, spans=spans)


def since(figure: Figure) -> Text:
    """A date with the word that leaves its end open, which English puts first."""
    shown = stated(figure)
    words = next((en for end, en in _OPEN if figure.anchor.quote.endswith(end)), "")
    return Text(shown.zh, f"{words} {shown.en}" if words else shown.en)
