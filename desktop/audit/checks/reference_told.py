"""What a sentence says of an entity of the record, in any words: 微众银行2021年不良率是1.20%, 蚂蚁被罚没71.23亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import folded
from desktop.audit.observed import held_to, spoken_of, times
from desktop.audit.provisions import Provision, dimension_of, provisions
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text

KEY: Final = "reference_told"
WORDS: Final[dict[str, re.Pattern[str]]] = {  # by what words an indicator goes, right before its number
    "business_loans": re.compile(r"(?:企业|对公)[^，。]{0,4}贷款?(?:余额|总额)?"),
    "personal_consumer_loans": re.compile(r"消费(?:类)?贷款?(?:余额|总额)?"),
    "complaints": re.compile(r"投诉"),
    "npl_ratio": re.compile(r"不良(?:贷款)?率|不良"),
    "revenue": re.compile(r"营业收入|营业总收入|营收|全年收入"),
    "net_profit": re.compile(r"净利润|净利|净赚|归母|赚了"),
    "total_assets": re.compile(r"总资产|资产总额|资产规模"),
    "loans": re.compile(r"(?<!微)(?<!消费)(?<!经营)(?<!信用)(?<!业务)贷款(?:余额|总额)"),
}
_ANY: Final = re.compile(r"不良|营业|营收|全年收入|净利|净赚|赚了|归母|资产|贷款|消费贷|投诉|罚|没收")
_GOES_ON: Final = re.compile(
    r"(?:到了?)?[\s\d年月日末底初上下半]*(?:增|升|降|涨|提高|回落|下滑|跌|减|变)?(?:至|到|为|达到?|是)[了约超]?"
)
_OTHER: Final = re.compile(
    r"同比|环比|增长|增加|下降|减少|上升|提高|超过|低于|高于|每|日均|月均|季度|半年|前[一二三]季|一季|[比较]"
)
_BREAK: Final = re.compile(r"[，,。；;：:]")
_FINED: Final = re.compile(r"罚|没收")
_CORE: Final = re.compile(r"(?:集团|公司|银行|及旗下机构|合计|约)+$")
_NEXT: Final = re.compile(r"银行|消金|金融|公司|集团|科技")
_PRINTED: Final = re.compile(r"\d+(?:\.(\d+))?")
_LONG: Final = 24  # characters from the party to its fine
FACT = Text("文中写{0}{1}，登记簿中{2}是{3}。", "The text gives {1} for {0}; the register entry {2} has {3}.")


@check(
    KEY,
    "参考数据与所述",
    "reference data and what is told",
    "prose",
    needs={"prose": ("不营全净归资贷罚没赚投",)},
)
def run(piece: Prose, world: World) -> Iterable[Result]:
    """Hold the amounts of a sentence against the series and events of the record that it names."""
    if not _ANY.search(piece.text):
        return
    entities = spoken_of(piece.text, world.record)
    events = [e for e in world.record.register if e.kind == "event"] if _FINED.search(piece.text) else []
    if not entities and not events:
        return
    for sentence in piece.sentences:
        for entity, called in entities:
            match = called.search(sentence.text)
            if match is not None:
                yield from _series(sentence, entity, match, world)
        for event in events:
            yield from _event(sentence, event)


def _series(sentence: Sentence, entity: str, match: re.Match[str], world: World) -> Iterator[Result]:
    name, start = folded(entity), match.start()
    points = [p for p in world.record.series if folded(p.entity.zh) == name or folded(p.entity.en) == name]
    products = [product for product, _ in world.owners if product and not named_in(product)]
    for figure in sentence.amounts:
        at = figure.anchor.start - sentence.start
        words = sentence.text[match.end() : at] if at > start else ""
        clause = _BREAK.split(words)[-1]
        when = next((f for f in reversed(sentence.dates) if f.anchor.start < figure.anchor.start), None)
        kind = named_in(clause)
        if not kind and _GOES_ON.fullmatch(clause):  # 2019年净利39.5亿元，2020年增至49.57亿元
            kind = named_in(words[: -len(clause)]) or named_in(
                _BREAK.split(sentence.text[:start].rstrip("，"))[-1]
            )
        if (
            not kind
            or when is None
            or when.period is None
            or figure.role in ("change", "rank", "ratio")
            or _OTHER.search(clause)
            or _NEXT.search(words)
            or any(p in words for p in products)
            or (folded(figure.entity.zh) == name and figure.period == when.period and _known(figure, kind))
        ):
            continue
        point = next((p for p in points if p.indicator == kind and when.period.text in times(p)), None)
        if point is not None:
            yield from held_to(KEY, figure, when, point)


def named_in(words: str) -> str:
    """The indicator of the series that words name last; "" for none."""
    found = [(m.end(), m.end() - m.start(), kind) for kind, p in WORDS.items() for m in p.finditer(words)]
    return max(found, default=(0, 0, ""))[2]


def _known(figure: Figure, kind: str) -> bool:
    """Whether the check of the series knows the figure by its own name."""
    return WORDS[kind].search(figure.indicator.zh) is not None


def _event(sentence: Sentence, event: RegisterEntry) -> Iterator[Result]:
    """A fine against that of the event: of the same party, in no other year."""
    known = {
        c: p for p in provisions(event) if p.dimension == "money CNY" and (c := _CORE.sub("", p.subject))
    }
    named = [(m.start(), c) for c in known if len(c) > 1 for m in re.finditer(re.escape(c), sentence.text)]
    if not named or not _FINED.search(event.provisions.zh + event.title.zh):
        return
    for figure in sentence.amounts:
        at = figure.anchor.start - sentence.start
        before = [n for n in named if n[0] < at]
        if dimension_of(figure) != "money CNY" or not before:
            continue
        begin, core = max(before)
        words = sentence.text[begin + len(core) : at]
        behind = _BREAK.split(sentence.text[figure.anchor.end - sentence.start :][:12])[0]
        if (
            not _FINED.search(words + behind)
            or _OTHER.search(words)
            or len(words) > _LONG
            or not _then(sentence, event)
        ):
            continue
        yield from _fact(figure, core, known[core], event)


def _then(sentence: Sentence, event: RegisterEntry) -> bool:
    """Whether the sentence does not say that it was in another year than the event."""
    years = {
        f.period.start.year for f in sentence.dates if f.period is not None and f.period.start is not None
    }
    day = event.published or event.document_date
    return not years or (day is not None and day.year in years)


def _fact(figure: Figure, core: str, fact: Provision, event: RegisterEntry) -> Iterator[Result]:
    claim, printed = as_claim(figure), _PRINTED.search(fact.words.zh)
    if claim is None or printed is None:
        return
    half = (
        0.5 * 10.0 ** -len(printed[1] or "") * fact.number / float(printed[0])
    )  # what its last digit allows
    meets = claim.meets(Interval(fact.number - half, fact.number + half))
    written = formula("{} {} {}", bare(figure), "≈" if meets else "≠", fact.words)
    if meets:
        yield say.passed(KEY, (figure,), written)
        return
    said = FACT.format(quote(core), stated(figure), quote(event.title), quote(fact.words))
    yield say.finding(KEY, "differs", (figure,), written, said, "fact")
