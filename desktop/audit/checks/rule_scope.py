"""Whether a document reaches what the text ascribes to it: whom it binds, what it is limited to, what it leaves out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, is_chinese, quote
from desktop.audit.check import Result, World, check
from desktop.audit.entry_english import quoted
from desktop.audit.rule_words import bound_by, denials, limits_of, pairs_of
from desktop.audit.scope import Rule, Whole
from desktop.audit.tells import REGISTER
from desktop.core.dossier import Dossier, register_ids
from desktop.core.evidence import Point
from desktop.core.finding import Finding, Input
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text, same

KEY: Final = "rule_scope"
REQUIREMENT: Final = Text("要求", "requirement")
NAMES = Text(
    "登记簿写明{0}管的是{1}{2}；文中说它{3}，没有写该产品与{1}有往来（如资金来自{1}），影响从何而来无从看出。",
    "The register says of {0}: {1}{2}. The text has it {3} without saying that the product deals with those whom it "
    "binds (for instance that its funds come from there), so where the effect comes from cannot be seen.",
)
BINDS = Text(
    "登记簿写明{0}管的是{1}{2}；文中说它{3}，却没有写这与{1}有什么关系。",
    "The register says of {0}: {1}{2}. The text has it {3} without saying what that has to do with those whom it "
    "binds.",
)
NOT_IT = Text("，不是{}", ", not {}")
LIMITED = Text(
    "登记簿写明{0}的{1}；文中说的{2}没有这一限定，是否在范围之内没有说明。",
    "By the register, {0} is limited: {1}; the text's {2} has no such limit, and whether it is covered is not said.",
)
DENIED = Text(
    "登记簿在{0}下注明（是登记簿的核对结论，不是文件原文）：{1}；文中却写{2}。",
    "Under {0} the register notes, as its own finding and not in the words of the document: {1}; the text says {2}.",
)
HAS_INSTEAD = Text(
    "登记簿所载{0}的要点是{1}，没有文中所写{2}这样的要求。",
    "By the register, the substance of {0} is {1}; it has no such requirement as {2} in the text.",
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
_MONTH: Final = 31  # days
_OLD: Final = 60  # months after which a document is the ground that all stand on, not a cause
_ALIASES: Final = (("小额贷款", "小贷"), ("网络借贷", "网贷"), ("个体网络借贷平台", "P2P平台"))
_INSTITUTION: Final = re.compile(r"(?:平台|公司|机构|企业|单位|银行)$")
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
        clauses = [s for s in re.split("[。；]", entry.provisions.zh) if binds.who in s]
        clause = clauses[-1] if clauses else binds.who
        who = Text(binds.who, quoted(entry, clause).en)
        not_it = Text(NOT_IT.zh.format(binds.other), "") if binds.other else NOTHING
        named = bool(_kind(binds.who) and _kind(binds.who) in mention.impact.zh)
        pattern = NAMES if named else BINDS
        said = pattern.format(_titled(mention, entry), who, not_it, _shown(mention.impact.zh))
        verdict = "partly" if binds.other and binds.other[-2:] in text else "ambiguous"
        yield _told(mention, entry, verdict, "addressee", said)


def _instead(entry: RegisterEntry, denial: str) -> str:
    """What the same sentence of an entry says before it denies something: 分五级，由运营者逐个系统定级；不存在…."""
    sentence = next((s for s in entry.provisions.zh.split("。") if denial in s), "")
    before = sentence[: sentence.find(denial)].rstrip("；，—– ") if denial in sentence else ""
    return "" if "；" not in sentence[len(before) : len(before) + 1] else before


def _kind(who: str) -> str:
    """What is left of an addressee without the common word for an institution: P2P平台 is of the kind P2P."""
    return _INSTITUTION.sub("", who)


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
                _titled(mention, entry), quoted(entry, limit.words), _shown(mention.requirement.zh)
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
    last = gap
    if when.end is not None and (when.end - when.start).days > _MONTH:
        last = (when.end - entry.effective).days / 30.4375  # a quarter, a year: anywhere in it
    months = same(f"{gap:.0f}")
    if round(last) != round(gap):
        months = Text(f"{gap:.0f}至{last:.0f}", f"{gap:.0f} to {last:.0f}")
    shown, begun = say.time(when), say.day(entry.effective)
    said = LATE.format(_titled(mention, entry), begun, shown, months)
    written = formula("{} − {} ≈ {}", shown, begun, Text("{}个月", "{} months").format(months))
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
        instead = _instead(other, words)
        said = (HAS_INSTEAD if instead else DENIED).format(
            quote(other.title), quoted(other, instead or words), _shown(passage.strip("-•* "))
        )
        others = ((item, anchor),) if item != mention.id else ()
        yield _told(mention, other, "partly", "denied", said, others=others)
