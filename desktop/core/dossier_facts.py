"""What the inspector says while nothing is selected: what the open dossier is, and how far it holds."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.facts import Facts, Row
from desktop.core.review_told import review_counts
from desktop.core.source import Source
from desktop.core.tally import CHECKED, counted, regulations, tones, unbroken
from desktop.core.text import DOT, NOTHING, SEMICOLON, Text, same

KIND = Text("这份档案", "This dossier")
DIGEST = Text(
    "用我们自己的话写的要点，{:,} 字；原文 {:,} 字，不随附",
    "digest in our own words, {:,} characters; the original of {:,} is not shipped",
)
ARTICLE = Text("导入的文章，{:,} 字", "imported article, {:,} characters")
TONE = Text("{} {} {}", "{} {} {}")
PREMISE = Text("{} {}：{}", "{} {}: {}")


def facts_of_dossier(dossier: Dossier) -> Facts:
    """Return the facts of the whole dossier, as those of an item are."""
    rows: list[Row] = [
        (Text("资料", "Source"), SEMICOLON.join([_told(source) for source in dossier.sources])),
        (Text("日期", "Date"), same(", ".join(sorted({s.date for s in dossier.sources if s.date})))),
        (Text("内容", "Holds"), _held(dossier)),
        (Text("审阅", "Review"), review_counts(dossier)),
        (Text("核查", "Check"), _checked(dossier)),
        (Text("前提", "Premise"), _premise(dossier)),
    ]
    return Facts(KIND, dossier.title, tuple((label, text) for label, text in rows if text.zh))


def _told(source: Source) -> Text:
    if source.original is not None:
        return DIGEST.format(len(source.text), source.original.chars)
    return ARTICLE.format(len(source.text))


def _held(dossier: Dossier) -> Text:
    counts = {
        "reasons": len(dossier.reasons),
        "tables": len(dossier.tables),
        "figures": sum(not figure.is_date for figure in dossier.figures),
        "policies": regulations(dossier),
        "events": len(dossier.events),
        "points": len(dossier.points),
    }
    return unbroken(DOT.join([counted(number, kind, full=True) for kind, number in counts.items() if number]))


def _checked(dossier: Dossier) -> Text:
    """How much was checked, then the findings by tone that nobody disputes."""
    if dossier.found is None:
        return NOTHING
    audit, disputed = dossier.found.audit, dossier.disputed
    verdicts = (f.verdict for f in audit.findings if f.id not in disputed)
    found = [TONE.format(one.mark, one.count, one.name) for one in tones(verdicts)]
    return unbroken(DOT.join([CHECKED.format(audit.coverage.checked, audit.coverage.total), *found]))


def _premise(dossier: Dossier) -> Text:
    one = dossier.premise
    return PREMISE.format(one.verdict.mark, one.verdict.name, one.claim) if one is not None else NOTHING
