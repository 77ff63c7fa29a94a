"""Whether what came in makes up for what went out, in words: 涨价盖住了成本, 入不敷出, 卖一头赚一头, 够付利息."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.wording import cited
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "covers"
_EACH: Final = r"一[头只单件杯辆台份公吨斤]"
_CUE: Final = re.compile(
    r"(?P<no>(?:没有?|未能?|难以|不足以|不能|无法|远未)[^，。；]{0,3}(?:盖住|盖过|覆盖|抵过|抵消|抵住"
    r"|补上|兜住|填上)|[盖抵补兜填覆]不[住过上了盖]|不够(?:付|还|发|抵|补|填|花|用)|(?:没|未能?|没能)(?:[赚挣收]回来?|回本)|收不抵支|入不敷出|捉襟见肘"
    rf"|越[\u4e00-\u9fff]越[亏赔]|得越多[亏赔]得越多|亏本|亏损(?!率|的?[\u4e00-\u9fff]{{0,4}}[收缩扩])|亏钱|赔钱|倒贴|亏着|在亏|赔本|净亏|[亏赔]{_EACH}|转亏|转负)"
    r"|(?P<yes>盖得?[住过]|覆盖|抵得?[过住]|补得上|抵消|补上|兜住|填上|(?<!不)够(?:付|还|发|抵|补|填|花|用)|足以(?:弥补|支付|偿还|覆盖)|绰绰有余"
    rf"|[有得]盈余|[有得]结余|越[\u4e00-\u9fff]越赚|得越多赚得越多|(?<![扭转])[有得在]赚|赚钱|赚着|(?<![由转])盈利(?!能力|空间|率)|有利可图|(?<!没)(?<!没能)(?<!未能)(?<!未)(?:[赚挣收]了?回来|回本)|有钱赚|赚{_EACH}|转正|扭亏|转盈)"
)
_IN: Final = re.compile(
    r"多收|增收|收入|营收|进账|毛利|涨价|提价|回款|增量|赚|补贴|多卖|利润|(?<![进购])价(?!格?指数|差)|(?<![回出租])收(?:取|到|进)?了?$|卖[得到了]*$|现金"
)
_OUT: Final = re.compile(
    r"多花|成本|支出|费用|开销|开支|赔付|亏|减量|投[入放]|多付|租金|损失|欠款|坏账|进价|采购价|花[掉费了]?$|付出?$|工资|利息"
)
_DIRECT: Final = re.compile(
    rf"[^\d]{{0,6}}[\d.,]+[万亿]?元的[^，,。；\d]{{1,6}}(?:根本|还|都|也|远远?|已经?)*(?:{_CUE.pattern})了?[\d.,]+[万亿]?元的[^，,。；\d]{{1,6}}"
)
_UNSURE: Final = re.compile(
    r"若|如果|预计|目标|能否|是否|才能|要想|希望|部分|[比较]|同行|以前|去年|当初|曾|计划|算上|加上|扣除|扣掉|连同|担心"
)
_TURNED: Final = re.compile(r"[不没未难止]")
_PART: Final = re.compile(r"其中|单项|之一|(?<!新)[增减涨降](?![到至])")
SAID: Final = Text(
    "文中的结论是{0}，可一进一出是{1}与{2}，前者{3}后者，方向相反。",
    "The text concludes {0}, but what came in and what went out are {1} and {2}: the first is {3} than the second.",
)
MORE, LESS = Text("多于", "more"), Text("少于", "less")


@check(
    KEY,
    "进出相抵",
    "what makes up for what",
    "prose",
    needs={"prose": ("盖抵补兜填够敷襟亏赔贴赚余盈有转回", "CNY*2 % USD*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the words against the two amounts before them; red where they stand right before, without another."""
    for sentence in piece.sentences:
        if len(sentence.amounts) > 1:
            for match in _CUE.finditer(sentence.text):
                yield from _held(piece, sentence, match)


def _held(piece: Prose, sentence: Sentence, match: re.Match[str]) -> Iterator[Result]:
    begin = max((m.end() for m in re.finditer(r"[，,；;：:]", sentence.text[: match.start()])), default=0)
    end = re.search(r"[，,。；;！？\n]|$", sentence.text[match.end() :])
    stop = match.end() + (end.start() if end else 0)
    clause = sentence.text[begin:stop]
    before = [f for f in sentence.amounts if f.anchor.end - sentence.start <= begin]
    if _UNSURE.search(clause) or _TURNED.search(sentence.text[max(begin, match.start() - 2) : match.start()]):
        return
    pair = _beside(sentence, clause, match)
    tight = pair is not None
    if pair is None and (len(before) < 2 or re.search(r"\d", clause)):
        return
    if pair is None:
        pair = _in_and_out(sentence, before)
        tight = set(before[-2:]) == set(pair or ()) and begin - (before[-1].anchor.end - sentence.start) < 12
    subject, thing = sentence.text[begin : match.start()], sentence.text[match.end() : stop]
    if pair is None or _OUT.search(subject) or _IN.search(thing):
        return
    one, other = (as_claim(f) for f in pair)
    if one is None or other is None or one.meets(other):
        return
    enough = one.low > other.high
    written = formula("{} {} {}", bare(pair[0]), ">" if enough else "<", bare(pair[1]))
    if enough == (match["yes"] is not None):
        yield say.passed(KEY, pair, written)
        return
    start = sentence.start + begin
    place = Anchor(piece.source, start, start + len(clause), clause)
    said = SAID.format(cited(place), bare(pair[0]), bare(pair[1]), MORE if enough else LESS)
    verdict = "changes_conclusion" if tight else "partly"
    yield say.finding(KEY, verdict, pair, written, said, "covers", spans=(place,))


def _beside(sentence: Sentence, clause: str, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The amounts right before and behind the words: 9.0亿元的收入盖不住9.8亿元的坏账."""
    if _DIRECT.fullmatch(clause) is None:
        return None
    at = sentence.start + match.start()
    before = [f for f in sentence.amounts if f.anchor.end <= at][-1:]
    behind = [f for f in sentence.amounts if f.anchor.start >= at][:1]
    alike = before and behind and same_dimension(before[0].unit, behind[0].unit)
    return (before[0], behind[0]) if alike else None


def _in_and_out(sentence: Sentence, before: list[Figure]) -> tuple[Figure, Figure] | None:
    """The last two amounts of one unit of which one came in and the other went out."""
    one, other = before[-2:]
    if not same_dimension(one.unit, other.unit) or one.unit in ("times", "pp", "bp"):
        return None
    words = [re.split(r"[，,；;、：:]", sentence.lead(f))[-1] for f in (one, other)]
    if any(_PART.search(w) and not re.search("多[收花付]|少[收花付]|[增减]量|涨价|提价", w) for w in words):
        return None
    ways = [0 if bool(_IN.search(w)) == bool(_OUT.search(w)) else 1 if _IN.search(w) else -1 for w in words]
    ways = [w or (-1 if re.search(r"成本|支出|开支|费用", words[n]) else 0) for n, w in enumerate(ways)]
    if ways == [1, -1]:
        return one, other
    return (other, one) if ways == [-1, 1] else None
