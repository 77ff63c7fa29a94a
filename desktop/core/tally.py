"""How much stands behind a reason, and what the record says of it, as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.core.dossier import Dossier, register_ids
from desktop.core.evidence import Event, Point
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.table import Table
from desktop.core.text import DOT, Text
from desktop.core.value import value
from desktop.core.verdict import Verdict

if TYPE_CHECKING:
    from desktop.core.found import Found

CHECKED = Text("核查了 {:,}/{:,}", "{:,} of {:,} checked")
MENTIONED = Text("{0}（{1}）", "{0} ({1})")
NBSP = "\u00a0"
ORDER = ("sources", "reasons", "tables", "figures", "policies", "events", "checks")
TONES: dict[str, Text] = {
    "red": Text("不符", "do not hold"),
    "amber": Text("存疑", "in doubt"),
    "grey": Text("无从核实", "not verifiable"),
    "green": Text("相符", "hold"),
}
_WORDS: dict[str, tuple[str, str, str, str]] = {  # Chinese measure word, Chinese, English singular and plural
    "sources": ("份", "资料", "source", "sources"),
    "reasons": ("个", "因素", "reason", "reasons"),
    "policies": ("项", "政策", "policy", "policies"),
    "tables": ("张", "表", "table", "tables"),
    "figures": ("个", "数字", "figure", "figures"),
    "dates": ("个", "日期", "date", "dates"),
    "points": ("条", "要点", "point", "points"),
    "events": ("个", "事件", "event", "events"),
    "checks": ("条", "核查", "check", "checks"),
    "findings": ("个", "发现", "finding", "findings"),
}
_KINDS: dict[str, type] = {
    "policies": PolicyMention,
    "tables": Table,
    "figures": Figure,
    "points": Point,
    "events": Event,
}


@value
class ToneCount:
    """How many verdicts of one tone: the mark of the gravest, and their common name or that of the tone."""

    tone: str
    mark: str
    count: int
    name: Text


@value
class Tally:
    """What a section has of each kind, and its verdicts by tone, the gravest tone first."""

    counts: dict[str, int]
    tones: tuple[ToneCount, ...]

    def shown(self, *kinds: str) -> Text:
        """Say the counts of ``kinds`` that are not zero, in the order given; nothing gives an empty text."""
        return DOT.join([counted(self.counts[kind], kind) for kind in kinds if self.counts.get(kind)])


def tally(dossier: Dossier, factor_id: str) -> Tally:
    """Count what a section rests on; dates are part of events and are not counted as figures."""
    items = [i for i in dossier.of_factor(factor_id) if not (isinstance(i, Figure) and i.is_date)]
    counts = {kind: sum(isinstance(i, type_) for i in items) for kind, type_ in _KINDS.items()}
    return Tally(counts, tones(verdicts_in(dossier, factor_id)))


def verdicts_in(dossier: Dossier, factor_id: str) -> list[Verdict]:
    """Return all that is said of a section: by the record and by the audit, except what a person disputes."""
    disputed = dossier.disputed
    verdicts = [a.verdict for a in dossier.assessments_of(factor_id) if a.id not in disputed]
    if dossier.found is not None:
        verdicts += dossier.found.verdicts(factor_id, disputed)
    return verdicts


def tones(verdicts: Iterable[Verdict]) -> tuple[ToneCount, ...]:
    """Count verdicts by tone, the gravest tone first."""
    found, told = [], tuple(verdicts)
    for tone, word in TONES.items():
        group: Counter[Verdict] = Counter(v for v in told if v.tone == tone)
        if group:
            gravest = max(group, key=lambda v: v.severity)
            name = gravest.said_of(group.total()) if len(group) == 1 else word
            found.append(ToneCount(tone, gravest.mark, group.total(), name))
    return tuple(found)


def unruled(dossier: Dossier) -> int:
    """How many findings say that something does not hold, and wait for a person's ruling."""
    if dossier.found is None:
        return 0
    from desktop.core.found import ruling_of  # no start needs it

    red = (one for one in dossier.found.audit.findings if one.verdict.tone == "red")
    return sum(ruling_of(dossier, one) is None for one in red)


def whole(dossier: Dossier) -> Text:
    """Say in one line what the dossier holds."""
    figures = sum(not f.is_date for f in dossier.figures)
    parts = (
        (len(dossier.sources), "sources"),
        (len(dossier.reasons), "reasons"),
        (len(dossier.tables), "tables"),
        (figures, "figures"),
        (len(dossier.events), "events"),
        (len(dossier.assessments), "checks"),
    )
    said = {kind: counted(number, kind, full=True) for number, kind in parts if number}
    if dossier.found is not None:
        said["checks"] = _checked(dossier.found)
    named, mentions = regulations(dossier), len(dossier.policies)
    if mentions:
        pattern = MENTIONED if named != mentions else Text("{0}", "{0}")
        one = Text(f"{mentions} 处提及", f"{mentions} mention" + "s" * (mentions != 1))
        text = pattern.format(counted(named, "policies", full=True), one)
        said = {"policies": text, **said}
    return DOT.join([said[kind] for kind in ORDER if kind in said])


def _checked(found: Found) -> Text:
    """How much the audit could check, and how many findings it has."""
    told, number = found.audit.coverage, len(found.audit.findings)
    parts = [CHECKED.format(told.checked, told.total)]
    return DOT.join([*parts, counted(number, "findings", full=True)] if number else parts)


def regulations(dossier: Dossier) -> int:
    """How many different regulations the text names: mentions of one entry or one title are one."""
    groups: list[set[str]] = []
    for mention in dossier.policies:
        if mention.kind != "specific":
            continue
        names = {name for name in (mention.title.zh, *register_ids(dossier, mention)) if name} or {mention.id}
        alike = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names] + [names.union(*alike)]
    return len(groups)


def unbroken(line: Text) -> Text:
    """Return a line of counts in which no number is parted from what it counts, and which breaks after a dot."""
    return Text(*(part.replace(" ", NBSP).replace(f"·{NBSP}", "· ") for part in line))


def counted(number: int, kind: str, *, full: bool = False) -> Text:
    """Return a number with what it counts ("tables", "policies" …); ``full`` has the Chinese measure word."""
    measure, zh, one, many = _WORDS[kind]
    return Text(f"{number:,} {measure if full else ''}{zh}", f"{number:,} {one if number == 1 else many}")
