"""The mentions of regulations with their sentences: the one that names it, and those that go on about it.

《通知》划了三条线。其一，…；其二，…, and 前述24号文还规定…, are of the document that was named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.interval import INF
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Rule
from desktop.core.dossier import Dossier, register_ids
from desktop.core.figure import Figure
from desktop.core.record import Record

_ENDS: Final = "。！？"
# How a sentence begins that goes on about the document of the one before it.
_AGAIN: Final = re.compile(
    r"[\s*•·+-]*(?:\*\*[^*\n]{1,12}\*\*[：:，]?)?(?:同时|此外|其中|而且|并且|另外|按照?|根据|依照?)?[，,]?(?:"
    r"(?:这[部份项条个]?|该|上述|前述|本)(?:新|部)?(?:法律|办法|通知|文件|规定|条例|规|意见|标准|法规|法|指引)(?!院|人|律师)"
    r"|(?:通知|办法|条例|新规|文件|规定|标准|指引)(?:还|则|也|同时|另|要求|规定|明确|自|于|对|把)"
    r"|[它其](?!他|它|次|余|实|中)|[一二三四五][是则]|第[一二三四五][，、条]|[（(][一二三四五][）)])"
)
_NUMBERED: Final = re.compile(r"(?<![\d〕）)])(?P<n>\d{1,4})号文")
_TERM: Final = re.compile(r"[“‘\"](?P<term>[\u4e00-\u9fff]{2,6})[”’\"]")
_MEANT: Final = (
    r"年[底末初中]?的?[“‘\"]?{}[”’\"]?(?:业务|专项|行业|乱象)?(?:整治|整顿|清理|新规|规范|禁令|监管风暴)"
)
_MOST: Final = 4  # sentences that go on about one document


def rules_of(dossier: Dossier, record: Record) -> list[Rule]:
    """A piece for each mention, and one for each further sentence about its document."""
    if not dossier.policies:
        return []
    entries = {e.id: e for e in record.register}
    rows: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
    spans: list[Figure] = sorted((f for f in dossier.figures if not f.table), key=lambda f: f.anchor.start)
    for figure in dossier.figures:
        if figure.table and figure.row:
            rows[figure.table, figure.row].append(figure)
    cells = sorted(
        (c.anchor.source, c.anchor.start, c.anchor.end, t.id, c.row)
        for t in dossier.tables for line in t.rows for c in line
    )  # fmt: skip
    tables = {t.id: t for t in dossier.tables}
    starts = [f.anchor.start for f in spans]
    made = []
    for mention in dossier.policies:
        at = mention.anchor
        place = bisect_right(cells, (at.source, at.start, INF)) - 1
        cell = cells[place] if place >= 0 else None
        near: list[Figure] = []
        text, begin = "", 0
        row: tuple[str, ...] = ()
        if cell is not None and cell[0] == at.source and at.start < cell[2]:
            near = rows.get((cell[3], cell[4]), [])
            row = tuple(c.text or "" for line in tables[cell[3]].rows for c in line if c.row == cell[4])
        else:
            source = dossier.source(at.source)
            whole = source.text if source else ""
            begin, end = sentence_start(whole, at.start), _sentence_end(whole, at.end)
            text = whole[begin:end]
            near = [f for f in spans[bisect_left(starts, min(begin, at.start - 40)) : bisect_right(starts, end)]
                    if f.anchor.source == at.source]  # fmt: skip
        ids = register_ids(dossier, mention)
        assessed = any(a.policy == mention.id for a in dossier.assessments_of(mention.id))
        entry = entries.get(ids[0]) if ids else None
        made.append(Rule(f"policy:{mention.id}", mention, entry, tuple(near), assessed, text, begin, row))
    return [*made, *_again(dossier, made, spans, starts), *_by_term(dossier, made, spans, starts)]


def _again(
    dossier: Dossier, made: Sequence[Rule], spans: Sequence[Figure], starts: Sequence[int]
) -> Iterator[Rule]:
    """The further sentences: right behind that of the mention, and those that cite it by the number in its number."""
    places = sorted((r.mention.anchor.source, r.mention.anchor.start) for r in made)
    for rule in made:
        if rule.entry is None or not rule.text:
            continue
        at = rule.mention.anchor
        source = dossier.source(at.source)
        whole = source.text if source is not None else ""
        following = bisect_right(places, (at.source, at.start))
        until = (
            places[following][1]
            if following < len(places) and places[following][0] == at.source
            else len(whole)
        )
        for n, (begin, end) in enumerate(_behind(whole, rule.start + len(rule.text), until)):
            near = [f for f in spans[bisect_left(starts, begin) : bisect_left(starts, end)]
                    if f.anchor.source == at.source]  # fmt: skip
            if near:
                key = f"{rule.key}:{n + 1}"
                yield Rule(
                    key,
                    rule.mention,
                    rule.entry,
                    tuple(near),
                    rule.assessed,
                    whole[begin:end],
                    begin,
                    (),
                    True,
                )
    yield from _by_number(dossier, made, spans, starts)


def _behind(whole: str, at: int, until: int) -> Iterator[tuple[int, int]]:
    """The sentences that go on about the document, as long as each does."""
    for _ in range(_MOST):
        begin = at + 1
        while begin < until and whole[begin] in "\n ":
            begin += 1
        end = _sentence_end(whole, begin)
        if (
            begin >= until
            or end > until
            or _AGAIN.match(whole, begin, end) is None
            or "《" in whole[begin:end]
        ):
            return
        yield begin, end
        at = end


def _by_number(
    dossier: Dossier, made: Sequence[Rule], spans: Sequence[Figure], starts: Sequence[int]
) -> Iterator[Rule]:
    """Sentences on a document that was named before, by the end of its number: 前述24号文还规定…."""
    for source in dossier.sources:
        for match in _NUMBERED.finditer(source.text) if "号文" in source.text else ():
            begin, end = sentence_start(source.text, match.start()), _sentence_end(source.text, match.end())
            known = [r for r in made if r.entry is not None and r.mention.anchor.source == source.id
                     and r.mention.anchor.start < begin and _ends_so(r, match["n"])]  # fmt: skip
            own = any(
                r.mention.anchor.source == source.id and begin <= r.mention.anchor.start < end for r in made
            )
            if len({r.entry.id for r in known if r.entry is not None}) != 1 or own:
                continue
            near = [f for f in spans[bisect_left(starts, match.end()) : bisect_left(starts, end)]
                    if f.anchor.source == source.id]  # fmt: skip
            if near:
                last = known[-1]
                key = f"{last.key}:{match.start()}"
                text = source.text[match.end() : end]
                yield Rule(
                    key, last.mention, last.entry, tuple(near), last.assessed, text, match.end(), (), True
                )


def _by_term(
    dossier: Dossier, made: Sequence[Rule], spans: Sequence[Figure], starts: Sequence[int]
) -> Iterator[Rule]:
    """A year and the term of a title that stands in quotation marks there: 2017年现金贷整治."""
    terms = {m["term"]: r for r in made if r.entry is not None and (m := _TERM.search(r.entry.title.zh))}
    for term, rule in terms.items():
        source = dossier.source(rule.mention.anchor.source)
        for match in re.finditer(_MEANT.format(term), source.text) if source is not None else ():
            at = bisect_left(starts, match.start() + 1)
            near = spans[max(0, at - 1) : at]  # the year that ends here
            if near and near[0].is_date and near[0].anchor.end >= match.start():
                begin, text = near[0].anchor.start, source.text[near[0].anchor.start : match.end()]  # type: ignore[union-attr]
                yield Rule(
                    f"{rule.key}:{begin}",
                    rule.mention,
                    rule.entry,
                    (near[0],),
                    rule.assessed,
                    text,
                    begin,
                    (),
                    True,
                )


def _ends_so(rule: Rule, number: str) -> bool:
    return rule.entry is not None and re.search(rf"(?<!\d){number}号", rule.entry.number) is not None


def _sentence_end(text: str, start: int) -> int:
    line = text.find("\n", start)
    line = line if line >= 0 else len(text)
    return min(end if (end := text.find(mark, start, line)) >= 0 else line for mark in _ENDS)
