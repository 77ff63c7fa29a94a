"""What the words of a text claim, sentence by sentence; its tables are read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.lines import lines
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Finding, Input
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text
from desktop.core.value import value

_END: Final = re.compile(  # begins with all that it can begin with, which is found fastest
    r"[。！？!?.](?:(?<=[。！？])|(?<=[!?])(?=\s|$)|(?<=[^\d\s]\.)(?=\s|$)|(?<=\d\.)(?=\s+[A-Z]|$))"
)
_CLAUSE: Final = re.compile(r"[，,。；;：:！？!?\n]|\.(?=\s|$)")
_WIDE: Final = 30  # characters of a passage that a sentence can quote
_LINK: Final = re.compile(
    r"(?:但是?|却|而|且|则|又|并|也|其中|[一二三四五六]是|其[一二三四五六]是?|第[一二三四五六]是?)"
)
_INNER: Final = str.maketrans("“”", "‘’")
_STRAIGHT: Final = re.compile(r'"([^"]*)"')
PASSAGE: Final = Text("文中的说法", "what the text says")


@value
class Said:
    """A sentence: its section, its place in the source and its words."""

    factor: str
    source: str
    start: int
    text: str

    def clause(self, at: int) -> tuple[int, int]:
        """The bounds of the clause that holds an offset, of this sentence."""
        before = [m.end() for m in _CLAUSE.finditer(self.text, 0, at)]
        after = _CLAUSE.search(self.text, at)
        start = before[-1] if before else 0
        end = after.start() if after else len(self.text)
        return start + len(self.text[start:end]) - len(self.text[start:end].lstrip()), end

    def anchor(self, start: int, end: int) -> Anchor:
        """Where some of its words stand in the source."""
        return Anchor(self.source, self.start + start, self.start + end, self.text[start:end])

    def passage(self, match: re.Match[str]) -> Anchor:
        """The clause around a match, without its link to the one before, cut at a mark to what can be quoted."""
        start, end = self.clause(match.start())
        end = max(end, match.end())
        link = _LINK.match(self.text, start, match.start())
        start = link.end() if link else start
        latin = self.text[start:end].isascii()
        wide, mark = (3 * _WIDE, " ") if latin else (_WIDE, "、")
        if (
            end - start > wide
            and (stop := self.text.find(mark, max(match.end(), start + wide * latin), end)) > 0
        ):
            end = stop
        return self.anchor(
            max(start, match.end() - wide), end if latin else min(end, max(match.end(), start + wide))
        )


def sentences(dossier: Dossier) -> tuple[Said, ...]:
    """All sentences, in the order of the text; rows of tables are left out."""
    found: dict[tuple[str, int], Said] = {}
    for factor in dossier.factors:
        source = dossier.source(factor.anchor.source)
        if source is None:
            continue
        for one in in_text(factor.id, source.id, factor.section[0], source.text[slice(*factor.section)]):
            found[one.source, one.start] = one
    return tuple(found[place] for place in sorted(found))


def in_text(factor: str, source: str, start: int, text: str) -> Iterator[Said]:
    """The sentences of one section."""
    for begin, end in lines(text):
        line = text[begin:end]
        if line.count("|") >= 2:
            continue
        first = 0
        while first < len(line):
            mark = _END.search(line, first + 1)
            last = len(line) if mark is None else mark.end()
            if words := line[first:last].strip():
                yield Said(factor, source, start + begin + line.index(words[0], first), words)
            first = last


def cited(passage: Anchor) -> Text:
    """A passage in quotation marks; marks within it become single ones."""
    return quote(_STRAIGHT.sub(r"‘\1’", passage.quote).translate(_INNER))


def speaks(dossier: Dossier, pattern: re.Pattern[str], words: Sequence[str] = ()) -> bool:
    """Whether any source has such words at all, so that most texts cost one search.

    ``words``, of which every match has one, are found much faster than a pattern.
    """
    texts = [s.text for s in dossier.sources if not words or any(word in s.text for word in words)]
    return any(pattern.search(text) for text in texts)


def items_on(dossier: Dossier, *passages: Anchor) -> tuple[str, ...]:
    """What a finding on passages is raised on: the statements there, else their section.

    Never the numbers beside them: that their sentence is questioned does not check them.
    """
    found: list[str] = []
    for passage in passages:
        here = [p.id for p in dossier.points
                if p.anchor.source == passage.source and p.anchor.start < passage.end
                and passage.start < p.anchor.end]  # fmt: skip
        found += here or [_section(dossier, passage)]
    return tuple(dict.fromkeys(i for i in found if i))


def _section(dossier: Dossier, passage: Anchor) -> str:
    around = [f for f in dossier.factors
              if f.anchor.source == passage.source and f.section[0] <= passage.start < f.section[1]]  # fmt: skip
    return min(around, key=lambda f: f.section[1] - f.section[0]).id if around else ""


def raised(
    check: str,
    verdict: str,
    dossier: Dossier,
    passages: Sequence[Anchor],
    said: Text,
    kind: str,
    figures: Sequence[Figure] = (),
) -> Finding:
    """A finding on what words say, with the passages as its inputs; ``figures`` are the numbers beside them."""
    items = tuple(dict.fromkeys((*(f.id for f in figures), *items_on(dossier, *passages))))
    inputs = tuple(Input(PASSAGE, cited(p)) for p in passages)
    spans = tuple(dict.fromkeys((*passages, *(f.anchor for f in figures))))
    return say.told(
        check, verdict, items, (*inputs, *say.inputs(*figures)), NOTHING, said, spans, kind, tag=kind
    )
