"""How far two numbers are apart, in English: A charges 12% and B 15%, so B is 3 points dearer; a gap of 50p."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import POINTS, SHARE, TIME, Number, Told, sized
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.english_words import HEDGE, TIMED, VALUE
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_apart"
_MORE: Final = (
    r"dearer|pricier|more expensive|costlier|higher|more|longer|larger|bigger|heavier|taller|older|slower|above|ahead"
    r"|further"
)
_LESS: Final = (
    r"cheaper|less expensive|lower|fewer|less|shorter|smaller|lighter|younger|faster|quicker|below|behind"
)
_MARK: Final = VALUE[1:4]
_NAME: Final = r"[A-Za-z][\w'’.&-]*(?: [A-Z][\w'’.&-]*)*"
_TWO: Final = re.compile(  # Rival A charges 12% and QuickPay 15%
    rf"(?P<one>[A-Z][\w'’.&-]*(?: [A-Z][\w'’.&-]*)*|[Tt]he [a-z]+)(?P<lead>[^.;,{_MARK}]{{1,40}})"
    rf" {HEDGE}(?P<a>{VALUE})"
    rf"(?P<mid>[^.;{_MARK}]{{0,40}}?)(?:,? (?:and|while|but|against|whereas)|,) (?P<two>(?:the"
    rf" )?{_NAME})(?: [a-z]+){{0,3}}? {HEDGE}"
    rf"(?P<b>{VALUE})"
)
_FROM: Final = re.compile(  # 2 days from Quill and 1 day from its rival
    rf"(?P<a>{VALUE})(?: [a-z]+)? (?:from|at|with|for|by) (?:the )?(?P<one>{_NAME}) (?:and|but|against)"
    rf" {HEDGE}(?P<b>{VALUE})"
    rf"(?: [a-z]+)? (?:from|at|with|for|by) (?P<two>(?:the |its )?{_NAME})"
)
_APART: Final = re.compile(
    rf"(?:which is|that is|or|,|is|by|offers|are|charges|costs|has|was|were|making|made)(?:"
    rf" [A-Za-z'’]+){{0,3}}? ?{HEDGE}$"
)
_SAYS: Final = re.compile(
    rf"(?:(?:,? (?:so|meaning|which means|thus|hence|therefore|making|which makes|that makes)(?: that)?"
    rf"|[:;]) )(?P<who>(?:the )?{_NAME})"
    rf"(?: (?:is|was|are|were|offers|charges|costs|has|comes out|works out|delivers|takes))?(?: (?:the"
    rf"|much|far|clearly|thus|an?|by))*"
    rf" ?(?:{VALUE} |hour )?(?:points? |percentage points? )?(?P<word>{_MORE}|{_LESS})\b"
)
_BEHIND: Final = re.compile(rf"^(?: points?| percentage points?)? (?:{_MORE}|{_LESS}|apart)\b")
_GAP: Final = re.compile(
    rf"\b(?P<word>gap|difference|premium|lead|loss|deficit|shortfall|profit|surplus|saving)(?: between"
    rf" (?:them|the two))? of {HEDGE}$"
)
_THAN: Final = re.compile(
    rf"(?P<a>{VALUE})(?: [a-z]+)?,(?: or)? {HEDGE}(?P<far>{VALUE}) (?:(?P<up>more|higher|above|over)"
    rf"|(?P<down>less|fewer|lower|below|short of)) ?"
    rf"(?:than )?(?:the |its )?(?P<b>{VALUE})"
)
_BY: Final = re.compile(
    rf"(?P<verb>[a-z]+) (?:again |back )?by (?P<far>{VALUE})(?: [a-z]+)?,? (?:to"
    rf" {HEDGE}(?P<b>{VALUE})(?: [a-z]+)?,? from {HEDGE}(?P<a>{VALUE})"
    rf"|from {HEDGE}(?P<c>{VALUE})(?: [a-z]+)? to {HEDGE}(?P<d>{VALUE}))"
)
_JOINS: Final = re.compile(r"\b(?:and|while|but|against|whereas|versus)\b|,")
_NO_TWO: Final = re.compile(
    rf"\b(?:from|to|than|of which|including|up|down|rose|fell|grew|by)\b|;|{TIMED}.*{TIMED}"
)
_IN: Final = re.compile(r"\b(?:revenues?|income|sales|takings|turnover|earned|took in|receipts)\b", re.I)
_OUT: Final = re.compile(r"\b(?:costs?|spending|spent|expenses|expenditure|outgoings|outlays?)\b", re.I)
APART: Final = Text("{0} − {1} = {2}，不是文中的{3}。", "{0} − {1} = {2}, not {3} as the text says.")
TURNED: Final = Text(
    "文中说{0}，但{1}与{2}相比正好相反。",
    "The text says {0}, but it is the other way round: {1} against {2}.",
)


@check(KEY, "英文里两者之差", "how far two are apart in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what is said of two numbers against them: by how much they differ, and which is the larger."""
    for told in english(piece):
        if len(told.numbers) < 2:
            continue
        for pattern in (_TWO, _FROM):
            for match in pattern.finditer(told.marked):
                a, b = told.number(match["a"]), told.number(match["b"])
                b = sized(b, a)
                if a.kind == b.kind and a.kind != POINTS and a.plain and b.plain:
                    yield from _behind(piece, told, a, b)
                    yield from _turned(piece, told, match, a, b)
        for n in range(2, len(told.numbers)):
            yield from _gap(piece, told, *told.numbers[n - 2 : n + 1])
        for match in _THAN.finditer(told.marked):
            a, far, b = (told.number(match[k]) for k in ("a", "far", "b"))
            if a.kind == b.kind == far.kind:
                yield from _judged(piece, far, a, b)
                yield from _than(piece, told, match, a, far, b)
        for match in _BY.finditer(told.marked):
            a, b = (told.number(match[k] or match[o]) for k, o in (("a", "c"), ("b", "d")))
            far = told.number(match["far"])
            if a.kind == b.kind == far.kind:
                yield from _judged(piece, far, a, b, later=b)


def _judged(piece: Prose, far: Number, a: Number, b: Number, later: Number | None = None) -> Iterator[Result]:
    """A difference against its two numbers; it is raised on the later of them where that is the one that is told."""
    high, low = (a, b) if a.point > b.point else (b, a)
    shown = amount_of(high.point - low.point, high)
    written = formula("{} − {} = {}", high.shown, low.shown, shown)
    numbers = (far, high, low)
    if high.allows.minus(low.allows).meets(far.allows):
        yield from passed(KEY, numbers, written)
    elif not (far.kind == SHARE and _percent(high, low, far)) and all(n.plain for n in numbers):
        order = numbers if later is None else (later, far, a)
        said = APART.format(high.shown, low.shown, shown, far.shown)
        yield wrong(KEY, piece, order, written, said, "gap")


def _than(
    piece: Prose, told: Told, match: re.Match[str], a: Number, far: Number, b: Number
) -> Iterator[Result]:
    """$22 million, $4 million less than the $18 million: the other way round."""
    more = match["up"] is not None
    if a.plain and b.plain and a.point != b.point and more != (a.point > b.point):
        written = formula("{} {} {}", a.shown, ">" if a.point > b.point else "<", b.shown)
        words = quote(same(told.words[match.start("far") : match.start("b")].strip()))
        yield wrong(KEY, piece, (far, a, b), written, TURNED.format(words, a.shown, b.shown), "way")


def _behind(piece: Prose, told: Told, a: Number, b: Number) -> Iterator[Result]:
    """B is 3 points dearer."""
    place = next(n for n, own in enumerate(told.numbers, 1) if own.start == b.start)
    if place >= len(told.numbers):
        return
    far = sized(told.numbers[place], a)
    gap = told.between(b, far)
    kinds = (a.kind, POINTS) if a.kind == SHARE else (a.kind,)
    if not (_BEHIND.match(told.tail(far)) and _APART.search(gap)) or far.kind not in kinds:
        return
    if len(gap) > 60 or re.search(r"\bthan\b|\b(?:year|month)s? ", gap):
        return
    if not re.search(
        r"^(?: points?| percentage points?)? (?:\w+ )?than (?!it|the other|its rival)", told.tail(far)
    ):
        yield from _judged(piece, far, a, b)


def _gap(piece: Prose, told: Told, a: Number, b: Number, far: Number) -> Iterator[Result]:
    """$9 in the shop and $7 online, a difference of $2; revenue of $72m and costs of $80m, a loss of $8m."""
    gap, joined = told.between(b, far), told.between(a, b)
    cue = _GAP.search(gap)
    kinds = (a.kind, POINTS) if a.kind == SHARE else (a.kind,)
    if cue is None or a.kind != b.kind or far.kind not in kinds or len(gap) > 60 or len(joined) > 70:
        return
    if not _JOINS.search(joined) or _NO_TWO.search(joined) or _NO_TWO.search(gap[: cue.start()]):
        return
    if any(n.kind == a.kind and n not in (a, b, far) for n in told.numbers):
        return
    yield from _judged(piece, far, a, b)
    first = re.split(r"[,;]", told.lead(a, 60))[-1]
    ways = [bool(_IN.search(w)) - bool(_OUT.search(w)) for w in (first, joined)]
    gains = cue["word"] in ("profit", "surplus")
    if (
        sorted(ways) == [-1, 1]
        and (gains or cue["word"] in ("loss", "deficit", "shortfall"))
        and a.point != b.point
    ):
        taken, spent = (a, b) if ways[0] == 1 else (b, a)
        if (taken.point > spent.point) != gains:
            written = formula("{} {} {}", taken.shown, ">" if taken.point > spent.point else "<", spent.shown)
            words = f"{cue['word']} of {far.words}"
            yield wrong(
                KEY,
                piece,
                (far, taken, spent),
                written,
                TURNED.format(quote(same(words)), taken.shown, spent.shown),
                "way",
            )


def _percent(high: Number, low: Number, far: Number) -> bool:
    """Whether the difference is told in percent of either."""
    changes = [(high.point / low.point - 1) * 100] if low.point else []
    return any(abs(c - far.point) < 1 for c in (*changes, (1 - low.point / high.point) * 100))


def _turned(piece: Prose, told: Told, match: re.Match[str], a: Number, b: Number) -> Iterator[Result]:
    says = _SAYS.search(told.marked, match.end("b"), match.end("b") + 90)
    if says is None or a.point == b.point:
        return
    who, word = says["who"].lower(), says["word"]
    first, second = (_names(match[k], who) for k in ("one", "two"))
    if first == second:
        return
    own, other = (a, b) if first else (b, a)
    if re.fullmatch(r"faster|quicker|slower", word) and own.kind != TIME:
        return  # of a speed
    tail = told.marked[says.end() : says.end() + 30]
    if re.match(r" (?:in|on|for|after|over)\b", tail) or (
        word in ("more", "less") and re.match(r" (?!than\b|by\b|of\b)[a-z]+", tail)
    ):
        return  # more attractive, cheaper in the long run
    more = re.fullmatch(_MORE, word) is not None
    written = formula("{} {} {}", own.shown, ">" if own.point > other.point else "<", other.shown)
    if more == (own.point > other.point):
        yield from passed(KEY, (own, other), written)
        return
    words = told.words[says.start() : says.end()].lstrip(",;: ")
    said = TURNED.format(quote(same(words)), own.shown, other.shown)
    yield wrong(KEY, piece, (own, other), written, said, "order")


def _names(name: str, who: str) -> bool:
    """Whether a name is meant: by all of it, or by its first or last word."""
    low = re.sub(r"^(?:the|its|a) ", "", name.lower())
    who = who.removeprefix("the ")
    return who in (low, low.split()[0], low.split()[-1])
