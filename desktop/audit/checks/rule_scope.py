"""Whether a document reaches what the text ascribes to it: whom it binds, what it is limited to, what it leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, is_chinese, quote
from desktop.audit.check import Result, World, check
from desktop.audit.rule_words import bound_by, denials, limits_of, pairs_of
from desktop.audit.scope import Rule, Whole
from desktop.core.dossier import Dossier, register_ids
from desktop.core.evidence import Point
from desktop.core.finding import Finding, Input
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text

KEY: Final = "rule_scope"
REGISTER: Final = Text("登记簿", "register")
REQUIREMENT: Final = Text("要求", "requirement")
BINDS = Text(
    "登记簿写明{0}管的是{1}{2}；文中说它{3}，却没有写这与{1}有什么关系。",
    "By the register, {0} binds {1}{2}; the text has it {3} without saying what that has to do with {1}.",
)
NOT_IT = Text("，不是{}", ", not {}")
LIMITED = Text(
    "登记簿写明{0}的{1}；文中说的{2}没有这一限定，是否在范围之内没有说明。",
    "By the register, {0} is limited: {1}; the text's {2} has no such limit, and whether it is covered is not said.",
)
DENIED = Text(
    "登记簿在{0}下写明：{1}；文中却写{2}。",
    "Under {0} the register notes: {1}; the text says {2}.",
)
LATE = Text(
    "{0}自{1}起施行（文中没有写），文中说因它而起的事在{2}，相隔约{3}个月；间隔从何而来，文中没有说明。",
    "{0} took effect on {1}, which the text does not say; what it is said to have caused came in {2}, some {3} "
    "months later, and the text does not explain the gap.",
)
_SHORT: Final = 6  # characters of a topic that one such pair names
_LIKE: Final = 2  # pairs of characters that make a limit one on the same matter
_DENIED_OWN, _DENIED_ANY = (
    3,
    5,
)  # pairs that a denial shares with a claim: in the document itself, in any entry
_GAP: Final = 12  # months after which an effect needs a word of explanation
_OLD: Final = 60  # months after which a document is the ground that all stand on, not a cause
_ALIASES: Final = (("小额贷款", "小贷"), ("网络借贷", "网贷"), ("个体网络借贷平台", "P2P平台"))
_TOPIC: Final = re.compile(r"义务|责任|制度|规定|要求|事项")


@check(KEY, "文件适用范围", "what a regulation reaches", "policy", "dossier")
def run(piece: Rule | Whole, world: World) -> Iterable[Result]:
    """Put what the register says of scope beside what the text makes of a document."""
    if isinstance(piece, Rule):
        if piece.entry is not None and (piece.mention.title.zh or piece.mention.number):
            yield from _limited(piece.mention, piece.entry)
            yield from _late(piece, piece.entry)
        return
    if piece.dossier.policies:
        yield from _binds(piece.dossier, world)
        yield from _denied(piece.dossier, world)


def _entries(dossier: Dossier, world: World) -> Iterator[tuple[PolicyMention, RegisterEntry | None]]:
    """Every mention of a document by name, with its entry."""
    known = {e.id: e for e in world.record.register}
    for mention in dossier.policies:
        ids = register_ids(dossier, mention)
        if mention.title.zh or mention.number:
            yield mention, known.get(ids[0]) if ids else None


def _told(
    mention: PolicyMention, entry: RegisterEntry, verdict: str, kind: str, said: Text,
    written: Text = NOTHING, others: tuple[tuple[str, Anchor], ...] = (),
) -> Finding:  # fmt: skip
    items = (mention.id, *(i for i, _ in others))
    spans = (mention.anchor, *(a for _, a in others))
    words = mention.requirement
    shown = Text(words.zh, quote(words).en) if is_chinese(words.en) else words
    required = (Input(REQUIREMENT, shown, mention.id),) if words.zh else ()
    inputs = (Input(REGISTER, entry.title), *required)
    return say.told(KEY, verdict, items, inputs, written, said, spans, kind, tag=kind)


def _shown(words: str) -> Text:
    return quote(words.rstrip("。"))


def _titled(mention: PolicyMention, entry: RegisterEntry) -> Text:
    """The document as the text calls it, in English as the register does where the text has no English."""
    zh = mention.title.zh or mention.number
    return quote(Text(zh, entry.title.en if is_chinese(mention.title.en or zh) else mention.title.en))


def _binds(dossier: Dossier, world: World) -> Iterable[Result]:
    """An effect on somebody, of a document that binds somebody else, who is not even named."""
    bound = [
        (m, e, b) for m, e in _entries(dossier, world) if e is not None and m.impact.zh and (b := bound_by(e))
    ]
    if not bound:
        return
    titles = sorted({m.title.zh for m in dossier.policies if m.title.zh}, key=len, reverse=True)
    text = re.sub(
        "|".join(re.escape(t) for t in titles) or "(?!)", "", "".join(s.text for s in dossier.sources)
    )
    for mention, entry, binds in bound:
        if any(n in text for n in (binds.who, *(binds.who.replace(long, short) for long, short in _ALIASES))):
            continue
        who, no = (Text(w, quote(w).en) for w in (binds.who, binds.other))
        not_it = NOT_IT.format(no) if binds.other else NOTHING
        said = BINDS.format(_titled(mention, entry), who, not_it, _shown(mention.impact.zh))
        verdict = "partly" if binds.other and binds.other[-2:] in text else "ambiguous"
        yield _told(mention, entry, verdict, "addressee", said)


def _limited(mention: PolicyMention, entry: RegisterEntry) -> Iterable[Result]:
    """A requirement without the limit that the register notes on that very matter."""
    about = pairs_of(mention.requirement.zh)
    for limit in limits_of(entry) if about else ():
        topic = _TOPIC.sub("", limit.topic)
        matter = pairs_of(topic or entry.provisions.zh)
        near = len(matter & about) >= (_LIKE if len(topic) > _SHORT else 1)
        who = pairs_of(limit.who)
        if near and not (who and len(who & about) * 2 >= len(who)):
            said = LIMITED.format(
                _titled(mention, entry), _shown(limit.words), _shown(mention.requirement.zh)
            )
            yield _told(mention, entry, "ambiguous", "limit", said)
            return


def _late(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """What a document is said to have caused long after it took effect, where the text does not date it."""
    mention = rule.mention
    if (
        mention.date is not None
        or entry.effective is None
        or not (mention.requirement.zh and mention.impact.zh)
    ):
        return
    after = [f.period for f in rule.near if f.is_date and f.anchor.start >= mention.anchor.end]
    when = next((p for p in after if p and p.start and "→" not in p.text), None)
    if when is None or when.start is None:
        return
    gap = (when.start - entry.effective).days / 30.4375
    if not _GAP <= gap <= _OLD:
        return
    shown, begun, months = say.time(when), say.day(entry.effective), f"{gap:.0f}"
    said = LATE.format(_titled(mention, entry), begun, shown, months)
    written = formula("{} − {} ≈ {}", shown, begun, Text(f"{months}个月", f"{months} months"))
    yield _told(mention, entry, "ambiguous", "late", said, written)


def _denied(dossier: Dossier, world: World) -> Iterable[Result]:
    """What the text ascribes to a document and the register expressly denies, of it or in general; each once."""
    points: defaultdict[str, list[Point]] = defaultdict(list)
    for point in dossier.points:
        points[point.factor].append(point)
    everywhere = [(e, d) for e in world.record.register for d in denials(e)]
    told: set[str] = set()
    for mention, entry in _entries(dossier, world):
        claims = [(mention.id, mention.requirement.zh, mention.anchor)]
        if entry is None:
            denied, least = everywhere, _DENIED_ANY
        else:
            denied, least = [(entry, d) for d in denials(entry)], _DENIED_OWN
            claims += [(p.id, p.anchor.quote, p.anchor) for p in points[mention.factor] if denied]
        scored = [(len(pairs_of(d) & pairs_of(c[1])), e, d, c) for e, d in denied for c in claims]
        best = max(scored, key=lambda s: s[0], default=None)
        if best is None or best[0] < least or best[2] in told:
            continue
        _, other, words, (item, passage, anchor) = best
        told.add(words)
        said = DENIED.format(quote(other.title), _shown(words), _shown(passage.strip("-•* ")))
        others = ((item, anchor),) if item != mention.id else ()
        yield _told(mention, other, "partly", "denied", said, others=others)
