"""What a text says of a regulation, and what the register knows of it."""

from __future__ import annotations

from datetime import date

from desktop.core.period import Period
from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import DOT, NOTHING, Text, same
from desktop.core.value import value

STATUSES: dict[str, Text] = {
    "in_force": Text("现行有效", "in force"),
    "amended": Text("现行有效（已修订）", "in force, amended"),
    "guiding": Text("指导性文件", "guiding document"),
    "superseded": Text("已被取代", "superseded"),
    "expired": Text("已到期", "expired"),
    "draft": Text("征求意见稿", "consultation draft"),
    "event": Text("监管事件", "regulatory event"),
}
STATUS_MARKS: dict[str, tuple[str, str]] = {  # mark and tone: colour is never alone
    "in_force": ("●", "green"),
    "amended": ("●", "green"),
    "guiding": ("●", "green"),
    "superseded": ("○", "grey"),
    "expired": ("○", "grey"),
    "draft": ("◌", "amber"),
    "event": ("◆", "grey"),
}
KINDS: dict[str, Text] = {
    "rule": Text("法规与文件", "rule"),
    "standard": Text("标准", "standard"),
    "event": Text("监管事件", "regulatory event"),
}
GRADES: dict[str, Text] = {
    "A": Text("官方网站或全文", "official site or full text"),
    "B": Text("可靠的报道、律所或跟踪机构", "reputable press, law firm or tracker"),
    "C": Text("转载、副本或机器翻译", "mirror, copy or machine translation"),
    "D": Text("背景知识", "background knowledge"),
}
MATCHES: dict[str, Text] = {
    "number": Text("文号相同", "same number"),
    "exact": Text("标题相同", "same title"),
    "near": Text("标题相近", "similar title"),
}


def _cited(title: Text) -> Text:
    return Text(f"《{title.zh}》", title.en) if title.zh else NOTHING


@value
class PolicyMention:
    """A regulation as the text names it; ``kind`` "general" where it names none.

    ``register_id`` is the entry that it was matched to; ``match`` says how (``MATCHES``), with a confidence
    0..1 and why. Without an entry the match is empty, and ``match_why`` may say why none was taken.
    """

    id: str
    factor: str
    kind: str
    title: Text
    number: str
    date: Period | None
    date_kind: str
    requirement: Text
    impact: Text
    anchor: Anchor
    original: OriginalRef | None = None
    register_id: str = ""
    match: str = ""
    match_score: float = 0
    match_why: Text = NOTHING

    @property
    def cited(self) -> Text:
        """The title in its marks; nothing without a title."""
        return _cited(self.title)


@value
class RegisterEntry:
    """The official facts of an instrument; ``unverified`` names the fields that are background knowledge."""

    id: str
    kind: str
    title: Text
    number: str
    issuer: Text
    instrument: Text
    document_date: date | None
    published: date | None
    effective: date | None
    ended: date | None
    status: str
    status_note: Text
    provisions: Text
    key_numbers: Text
    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]
    applies: Text
    citation: Text
    urls: tuple[str, ...]
    grade: str
    confidence: str
    unverified: tuple[str, ...]
    unverified_note: Text = NOTHING

    @property
    def cited(self) -> Text:
        """The title in its marks."""
        return _cited(self.title)

    @property
    def title_and_number(self) -> Text:
        """What tells it from every other entry in a list."""
        return DOT.join((self.title, same(self.number)))
