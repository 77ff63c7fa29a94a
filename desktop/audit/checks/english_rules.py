"""What an English paragraph says of a regulation: its number and issuer, when it came out, and what it demands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_cited import Cited, cited
from desktop.audit.english_lengths_of import Span, spans
from desktop.audit.english_number import TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_sized import folds
from desktop.audit.english_words import TIMED, one_of
from desktop.audit.interval import value_of
from desktop.audit.provisions import Provision, against, dimension_of, provisions
from desktop.audit.scope import Prose
from desktop.core.finding import Finding, Input, Passed
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text, same
from desktop.core.verdict import VERDICTS

KEY: Final = "english_rules"
_HINT: Final = re.compile(
    r"\bNo\.? ?\d|\b(?:Measures|Notice|Law|Regulations?|Opinions|Provisions|Guidelines)\b"
)
_MUST: Final = re.compile(
    r"\b(?:must|ha[ds]? to|have to|may (?:not|only)|can(?:not| not)|could not|should|shall|may not|not exceed"
    r"|no (?:more|less|fewer)"
    r" than|at (?:most|least)|up to|cap(?:s|ped)?|ceiling|limit(?:s|ed)?|floor|max(?:imum)?|min(?:imum)?|held|holds?"
    r"|requires?|required|restrict(?:s|ed)?|no larger than)\b"
)
_BEGUN: Final = re.compile(
    r"^,?(?: \([^)]*\))?,? (?:(?:which |that |was |were |and )*)?(?P<verb>published|issued|released|announced"
    r"|promulgated|came out"
    r"|dated|of|effective|in force|(?:took|takes|taking|came into|entered into) (?:effect|force))(?: (?:on|in"
    r"|from|since))?"
    rf" (?:the )?(?P<date>{TIMED})"
)
_WORD: Final = re.compile(r"[A-Za-z][a-z0-9-]*(?:-1)?")
_ALIKE: Final = {  # words of the register, and what texts say for them
    "loan": "lending lend",
    "partner": "joint jointly co-lending single-partner partnership",
    "contribution": "put fund funded pay contribute contributed provide",
    "borrower": "person customer user head individual",
    "single": "one any each",
    "repayment": "repaid repay bullet-repayment",
    "tier-1": "tier",
    "balance": "outstanding",
}
_SAME: Final = {word: name for name, words in _ALIKE.items() for word in words.split()}
_IDLE: Final = frozenset(
    ("of", "the", "a", "an", "per", "to", "and", "in", "by", "on", "cny", "bank", "new", "business", "from")
)
_ENOUGH: Final = 2
MISSING: Final = Text(
    "登记簿中没有文中所写的{0}；最接近的是{1}（{2}）。",
    "The register has no {0} as the text cites it; the closest is {1} ({2}).",
)
DATE: Final = Text(
    "文中说{0}{3}于{1}，登记簿的{3}日期是{2}。", "The text has {0} {3} on {1}; the register has {2}."
)
NUMBER: Final = Text(
    "文中说{0}的要求是{1}，登记簿写的是{2}。", "The text gives {1} as what {0} demands; the register has {2}."
)
_ISSUED: Final = Text("发布", "published")
_EFFECT: Final = Text("施行", "in effect")


@check(KEY, "英文所引的文件", "regulations cited in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, world: World) -> Iterable[Result]:
    """Hold the citations of a paragraph, their dates and what is demanded behind them, against the register."""
    if not _HINT.search(piece.text):
        return
    every = english(piece)
    known = cited(piece.text, world.record.register) if every else []
    for one in known:
        if one.entry is None and one.close is not None:
            yield _told(
                piece, one, "differs", NOTHING, _missing(one, one.close), (one.start, one.end), "number"
            )
        elif one.entry is not None:
            yield from _dated(piece, every, one, one.entry)
    if known:
        for told in every:
            yield from _demands(piece, told, known)


def _missing(one: Cited, close: RegisterEntry) -> Text:
    return MISSING.format(quote(same(one.words)), quote(close.title), same(close.number))


def _told(
    piece: Prose, one: Cited, verdict: str, written: Text, said: Text, at: tuple[int, int], kind: str
) -> Finding:
    source = piece.figures[0].anchor.source
    own = [f for f in piece.figures if piece.start + at[0] <= f.anchor.start < piece.start + at[1]]
    items = tuple(f.id for f in own) or (piece.figures[0].factor or piece.figures[0].id,)
    place = Anchor(source, piece.start + at[0], piece.start + at[1], piece.text[at[0] : at[1]])
    entry = one.entry or one.close
    operands = (Input(Text("登记簿", "register"), entry.title),) if entry is not None else ()
    return say.told(KEY, verdict, items, operands, written, said, (place,), kind, tag=f"{kind}:{at[0]}")


def _dated(piece: Prose, every: Sequence[Told], one: Cited, entry: RegisterEntry) -> Iterator[Result]:
    """No. 3, published on 31 March 2021; what a title names is held by the check of regulations, but for "which"."""
    told = next((t for t in every if t.start <= one.start < t.start + len(t.words)), None)
    if told is None:
        return
    match = _BEGUN.match(told.marked[one.end - told.start :])
    if match is None or (one.titled and "which" not in match[0]):
        return
    figure = told.date(match["date"])
    when = figure.period
    effect = "effect" in match["verb"] or "force" in match["verb"]
    told_days = (entry.effective,) if effect else (entry.published, entry.document_date)
    days = [d for d in told_days if d is not None]
    if when is None or when.start is None or when.end is None or not days or "all" in entry.unverified:
        return
    shown = formula("{} ≠ {}", say.time(when), say.day(days[0]))
    if any(when.start <= d <= when.end for d in days):
        yield Passed(
            KEY, (figure.id,), VERDICTS["consistent"], formula("{} = {}", say.time(when), say.day(days[0]))
        )
        return
    at = figure.anchor.start - piece.start
    said = DATE.format(
        quote(same(one.words)), say.time(when), say.day(days[0]), _EFFECT if effect else _ISSUED
    )
    yield _told(piece, one, "differs", shown, said, (at, at + len(figure.anchor.quote)), "date")


def _demands(piece: Prose, told: Told, known: Sequence[Cited]) -> Iterator[Result]:
    titles = [c for c in known if c.titled and told.start <= c.start < told.start + len(told.words)]
    claims: list[tuple[int, int, Number | Span]] = [(n.start, n.end, n) for n in told.numbers if not titles]
    claims += [
        (told.start + s.start, told.start + s.end, s) for s in spans(told.words) if "term" in told.words
    ]
    claims += [(f.start, f.end, f) for f in folds(told)]
    for start, end, own in claims:
        clause = _clause(told, start, end)
        before = [c for c in known if c.start < start and c.entry is not None]
        if not before or not _MUST.search(clause):
            continue
        dimension, number, sign = _measured(own, clause)
        like = [
            (c, p)
            for c in before
            if c.entry is not None
            for p in provisions(c.entry)
            if p.dimension == dimension
        ]
        meant = _meant(like, _stems(clause))
        if meant is None or not number:
            continue
        one, demand = meant
        if abs(demand.number - number) <= 0.01 * number and not against(demand, sign):
            if isinstance(own, Number) and own.figure is not None:
                yield Passed(KEY, (own.figure.id,), VERDICTS["consistent"], demand.words)
            continue
        words = quote(same(piece.text[start:end]))
        said = NUMBER.format(
            quote(one.entry.title if one.entry else same(one.words)), words, quote(demand.words)
        )
        yield _told(
            piece, one, "differs", formula("{} ≠ {}", words, demand.words), said, (start, end), "demand"
        )


def _measured(own: Number | Span, clause: str) -> tuple[str, float, str]:
    """Dimension, number and sign of a claim."""
    low = re.search(r"\b(?:at least|no less than|not less than|minimum|floor)\b", clause)
    high = re.search(r"\b(?:at most|no more than|not exceed|up to|maximum|cap|ceiling)\b", clause)
    sign = ">=" if low and not high else "<=" if high and not low else "="
    if isinstance(own, Number):
        if own.kind == TIMES:
            return "multiple", own.point, sign
        if own.figure is None:
            return "none", 0.0, sign
        return (
            dimension_of(own.figure),
            value_of(own.figure) or own.point,
            own.figure.comparator if own.figure.comparator in ("<=", ">=") else sign,
        )
    return "duration", own.days * 86400.0, sign


def _clause(told: Told, start: int, end: int) -> str:
    before = [n.end for n in told.numbers if n.end <= start]
    lead = told.words[(before[-1] if before else told.start) - told.start : start - told.start]
    last = re.split(r"[,;:]", lead)[-1]
    lead = last if _MUST.search(last) else re.split(r"[;:]", lead)[-1]
    return lead + " # " + re.split(r"[,.;:]", told.words[end - told.start :])[0]


def _stems(words: str) -> set[str]:
    found = {one_of(w.lower()) for w in _WORD.findall(words.replace("one go", "bullet"))}
    return ({_SAME.get(w, w) for w in found} | ({"total"} if "all" in found else set())) - _IDLE


def _meant(like: Sequence[tuple[Cited, Provision]], told: set[str]) -> tuple[Cited, Provision] | None:
    """The provision whose words the clause repeats most."""
    scored = [(len(told & (own := _stems(p.words.en))), len(own), c, p) for c, p in like]
    best = max((s for s, *_ in scored), default=0)
    if best < _ENOUGH:
        return None
    top = [(n, c, p) for s, n, c, p in scored if s == best]
    top = [t for t in top if t[0] == min(n for n, *_ in top)]
    return (top[0][1], top[0][2]) if len({t[2].words.en for t in top}) == 1 else None
