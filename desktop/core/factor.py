"""A reason that the text gives, or a section that gives none."""

from __future__ import annotations

from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import Text
from desktop.core.value import value

THEMES: dict[str, Text] = {
    "regulation": Text("监管", "Regulation"),
    "eligibility": Text("准入资质", "Eligibility"),
    "operations": Text("运营", "Operations"),
    "competition": Text("竞争", "Competition"),
    "technology": Text("技术", "Technology"),
    "experience": Text("体验", "Experience"),
    "data": Text("数据", "Data"),
    "strategy": Text("战略", "Strategy"),
    "complaints": Text("投诉", "Complaints"),
    "cost": Text("成本", "Cost"),
    "outlook": Text("展望", "Outlook"),
}


@value
class Factor:
    """A section of a source: a reason (``kind`` "factor") or another section; ``section`` bounds its whole text."""

    id: str
    kind: str
    order: int
    number: int | None
    theme: str
    title: Text
    short: Text
    summary: Text
    anchor: Anchor
    section: tuple[int, int]
    headline: tuple[str, ...] = ()
    parent: str = ""
    original: OriginalRef | None = None

    @property
    def is_reason(self) -> bool:
        """Whether this section gives a reason."""
        return self.kind == "factor"

    @property
    def label(self) -> Text:
        """Short name with its number, as tree, cards and charts show it."""
        if self.number is None or not self.is_reason:
            return self.short
        return Text(f"{self.number} {self.short.zh}", f"{self.number} {self.short.en}")
