"""Numbers put down to "data" or "a survey" that nobody is named for: they cannot be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.marks import Cue
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "unnamed_source"
_KIND: Final = r"(?:公开|行业|业内|第三方|内部|相关|有关|用户|消费者|市场|运营|监测|不完全|初步)"
_WORK: Final = r"(?:数据|调研|调查|监测|研究|统计|估算|测算)(?:数据|结果|报告)?"
_SOURCE: Final = re.compile(
    rf"(?:^|[。，,；;：:]|据|援引|引述|引用)的?"
    rf"(?P<zh>{_KIND}*{_WORK}(?:显示|表明|指出|称|认为)|{_KIND}+{_WORK}(?=[，,]))"
    r"|(?:^|[.;,]\s+)(?P<en>(?:(?:the|industry|internal|market|third-party|user|customer|available)\s+)*"
    r"(?:data|surveys?|estimates|research|studies|monitoring)\s+(?:shows?|suggests?|finds?|found|indicates?))\b",
    re.I | re.M,
)
_WORDS: Final = Cue(
    rf"{_WORK}(?:显示|表明|指出|称|认为|[，,])", r"\b(?:data|survey|estimate|research|stud|monitoring)"
)
# The sentence, or the one before it, names who counted or asked, how many, or when.
_NAMED: Final = re.compile(
    r"《|样本|受访|问卷|抽样|名(?:用户|顾客|读者|车主|学生)|年报|财报|respondents|sample|n\s*="
)
SAID = Text(
    "文中只说“{0}”，没有写明是谁、何时的；所引的{1}因此无从查证。",
    "The text only says “{0}”, not whose or of when, so {1} cannot be looked up.",
)
_MOST: Final = 3


@check(KEY, "无名来源", "unnamed sources", "section", needs={"section": ("据调监究统估测 latin",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for sentences whose numbers rest on a source without a name."""
    if not _WORDS.in_(piece):
        return
    for start, line in piece.prose_lines:
        matches = list(_SOURCE.finditer(line))
        for n, match in enumerate(matches):
            name = "zh" if match["zh"] else "en"
            stop = matches[n + 1].start() if n + 1 < len(matches) else len(line)
            told = _told(piece, start + match.end(), start + stop)
            sentence = (
                line[: match.start(name)].rpartition("。")[2]
                + line[match.start(name) : stop].partition("。")[0]
            )
            if told and not _NAMED.search(sentence):
                yield _finding(piece, match[name], told, start + match.start(name))


def _told(piece: Section, start: int, stop: int) -> list[Figure]:
    """The amounts that rest on a source: those of its own sentence, else those up to the next source."""
    amounts = [
        f for f in piece.between(piece.start + start, piece.start + stop) if not f.table and not f.is_date
    ]
    end = piece.text.find("。", start)
    own = [f for f in amounts if end < 0 or f.anchor.start < piece.start + end]
    return own or amounts


def _finding(piece: Section, words: str, told: list[Figure], begin: int) -> Result:
    place = piece.anchor(begin, begin + len(words))
    shown = say.listed([stated(f) for f in told[:_MOST]])
    more = Text(f"{shown.zh}等{len(told)}个数", f"{shown.en} and {len(told) - _MOST} more")
    said = SAID.format(words, more if len(told) > _MOST else shown)
    spans = (place, *(f.anchor for f in told))
    return say.told(KEY, "not_checkable", (piece.factor.id,), say.inputs(*told), NOTHING, said, spans,
                    tag=f"{begin}:{quote(words).zh}")  # fmt: skip
