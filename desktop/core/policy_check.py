"""A regulation as the text tells it beside the register: rows of both sides, part by part."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.policy import MATCHES, STATUSES, PolicyMention, RegisterEntry
from desktop.core.record import Record
from desktop.core.register.told import FIELDS, UNVERIFIED, day, note_of
from desktop.core.text import NOTHING, Text, same
from desktop.core.value import value
from desktop.core.verdict import CHECK_NAMES, CHECK_RESULTS, VERDICTS, Assessment, PartCheck, Verdict

MATCHED = Text("{0}把握 {1}。", "{0} Confidence {1}.")
UNNAMED = Text("未点名任何文件", "No document is named")
BY_HAND = "✎"  # the mark of what a person added or corrected
ENTRY, OWN_ENTRY = Text("条目", "Entry"), Text("我的条目", "my own entry")
OWN_NOTE = Text("由你添加，不是随软件提供的", "added by you, not shipped")
LONG = frozenset(("provisions", "key_numbers"))
_VERDICT_OF = {"match": "consistent", "partly": "partly", "differs": "differs",
               "not_found": "not_found", "not_checkable": "not_checkable"}  # fmt: skip


@value
class CheckedRow:
    """A row of one side: label, text, and on the text's side the result for this part."""

    label: Text
    text: Text
    mark: str = ""
    tone: str = ""
    result: Text = NOTHING
    long: bool = False


@value
class PolicyCheck:
    """Both sides of a regulation; without an ``entry`` in the register, ``nearest`` names others.

    A mention that was matched and not yet assessed has its entry and ``matched`` (how, how sure, why) but no
    verdict; one that names a document and matches none is "not in the register".
    """

    mention: PolicyMention
    assessment: Assessment | None
    verdict: Verdict | None
    matched: Text
    entry: RegisterEntry | None
    claimed: tuple[CheckedRow, ...]
    official: tuple[CheckedRow, ...]
    nearest: tuple[RegisterEntry, ...]
    unverified: tuple[Text, ...]


def policy_check(dossier: Dossier, mention: PolicyMention, record: Record) -> PolicyCheck:
    """Put what the text says of a regulation beside what the register says."""
    found = [a for a in dossier.assessments_of(mention.id) if a.policy == mention.id]
    assessment = found[0] if found else None
    meant = assessment.register_id if assessment else mention.register_id
    entry = record.entry(meant) if meant else None
    nearest = [e for i in (assessment.nearest if assessment else ()) if (e := record.entry(i)) is not None]
    return PolicyCheck(
        mention,
        assessment,
        assessment.verdict if assessment else _unassessed(dossier, mention, entry),
        _matched(mention) if assessment is None else NOTHING,
        entry,
        _claimed(mention, assessment),
        _official(entry, record, about_case=not dossier.is_imported) if entry else (),
        tuple(nearest),
        _unverified(entry) if entry else (),
    )


def _unassessed(dossier: Dossier, mention: PolicyMention, entry: RegisterEntry | None) -> Verdict | None:
    named = mention.title.zh or mention.number
    return VERDICTS["not_found"] if dossier.is_imported and named and entry is None else None


def _matched(mention: PolicyMention) -> Text:
    """How a mention was matched, how sure that is, and why; or why it was not."""
    if mention.match not in MATCHES:
        return mention.match_why
    sure = same(f"{mention.match_score:.0%}")
    return MATCHED.format(mention.match_why, sure)


def _claimed(mention: PolicyMention, assessment: Assessment | None) -> tuple[CheckedRow, ...]:
    checks = {check.part: check for check in assessment.parts} if assessment else {}
    title = mention.cited if mention.title.zh or mention.number else UNNAMED
    texts = {
        "title": title,
        "date": mention.date.shown() if mention.date else NOTHING,
        "requirement": mention.requirement,
        "impact": mention.impact,
    }
    rows = []
    for part, text in texts.items():
        check = checks.get(part)
        if text.zh or (check and check.result in _VERDICT_OF):
            rows.append(_row(CHECK_NAMES[part], text, check))
    if mention.number:
        rows.insert(bool(title.zh), CheckedRow(FIELDS["number"], same(mention.number)))
    return tuple(rows)


def _row(name: Text, text: Text, check: PartCheck | None) -> CheckedRow:
    label = Text(name.zh, name.en.capitalize())
    shown = text if text.zh else Text("未说明", "not stated")
    if check is None or check.result not in _VERDICT_OF:
        return CheckedRow(label, shown)
    verdict = VERDICTS[_VERDICT_OF[check.result]]
    result = CHECK_RESULTS[check.result]
    if check.note.zh:
        result = Text("：", ": ").join([result, check.note])
    return CheckedRow(label, shown, verdict.mark, verdict.tone, result)


def _official(entry: RegisterEntry, record: Record, *, about_case: bool) -> tuple[CheckedRow, ...]:
    """The official facts; what the register says of the bundled cases goes for no other article."""
    titles = {e.id: e.title for e in record.register}
    notes = {name: note_of(one, titles) for name, one in record.layer.of(entry.id).items()}
    status = STATUSES.get(entry.status, same(entry.status))
    if entry.status_note.zh:
        status = Text("{}——{}", "{} – {}").format(status, entry.status_note)
    rows = [
        ("title", entry.cited),
        ("number", same(entry.number)),
        ("issuer", entry.issuer),
        ("published", day(entry.published)),
        ("effective", day(entry.effective)),
        ("ended", day(entry.ended)),
        ("status", status),
        ("provisions", entry.provisions),
        ("key_numbers", entry.key_numbers),
        ("applies", entry.applies if about_case else NOTHING),
    ]
    found = [(FIELDS[key], text, key in LONG, notes.get(key, NOTHING)) for key, text in rows]
    own = [(ENTRY, OWN_ENTRY, False, OWN_NOTE)] if record.layer.is_own(entry.id) else []
    return tuple(
        CheckedRow(label, text, BY_HAND if note.zh else "", "accent" if note.zh else "", note, long)
        for label, text, long, note in (*own, *found)
        if text.zh or note.zh
    )


def _unverified(entry: RegisterEntry) -> tuple[Text, ...]:
    """What is background knowledge: fields by name, then what was noted in words."""
    fields = [UNVERIFIED.get(name, same(name)) for name in entry.unverified]
    return (*fields, entry.unverified_note) if entry.unverified_note.zh else tuple(fields)
