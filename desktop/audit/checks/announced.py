"""Counts that a text announces ("three conditions", "eight dimensions") against what follows or goes before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section, Whole
from desktop.core.figure import Figure
from desktop.core.finding import Input, Passed
from desktop.core.span import Anchor
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

KEY: Final = "announced"
_DIGIT: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_NUM: Final = r"(?P<n>[二两三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_THINGS: Final = (
    r"(?P<thing>(?:大|个|项|类|种|点|条|方面|重|步|件|道|款|家|座|位|名|支|档|级|层|环|轮)?(?:主要|核心|关键|基本|重要|不同|重大|显著|常见|明显)?的?"
    r"(?:维度|方面|原因|因素|条件|突破|措施|举措|问题|难题|挑战|阶段|步骤|渠道|类型|类别|板块|环节|要求|特点|优势|方向|任务|目标|业务|产品|部门|城市|指标|部分|层次|来源|风险|趋势|变化|系列|品牌|模块|中心|车型|国家|地区|省份|工序|品类|部委|型号)?)"
)
_ENDS: Final = re.compile(rf"等(?:这)?{_NUM}{_THINGS}")
_HEAD: Final = re.compile(rf"(?<![第十百千万\d年月.]){_NUM}{_THINGS}")
_OPENS: Final = re.compile(
    r"(?P<gap>[^。；\n：:，,]{0,10}?)(?:[，,][^。；\n：:，,]{0,16}?)?(?P<mark>[：:]|[，,]?(?:分别)?(?:是|为|包括|即))"
)
_ORDINAL: Final = re.compile(
    r"(?:^|[。；;，,：:\n\s])(?:其)?(?P<n>一|二|三|四|五|六|七|八|九|十)(?:是|要|则|来(?!自))"
)
_QI: Final = re.compile(r"其(?P<n>一|二|三|四|五|六|七|八|九)[，,、：:]")
_DI: Final = re.compile(r"(?:^|[。；;，,：:\n\s])第(?P<n>一|二|三|四|五|六|七|八|九)(?:，|、|是|：|,)")
_PAREN: Final = re.compile(r"[（(](?P<n>[一二三四五六七八九1-9])[）)]")
_BULLET: Final = re.compile(r"^[ \t]*(?:[-*•·]|\d{1,2}[.、)）])\s*\S", re.M)
_AFTER: Final = re.compile(r"[，。；,;]")
_JOIN: Final = re.compile(r"[、]|以及|及其|及|和|与|或")
_EN: Final = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?P<thing>reasons|factors|conditions|steps|areas|measures|"
    r"categories|parts|types|groups|segments|regions|channels|stages|dimensions|products|risks|changes|goals|countries|cities)\b"
    r"[^.:\n]{0,20}:\s*(?P<list>[^.\n]{5,300})", re.I
)  # fmt: skip
_EN_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EN_NUM: Final = {w: n for n, w in enumerate(_EN_WORDS)}
ANNOUNCED = Text("所称", "announced")
WRONG = Text("文中说{0}，列出的却是{1}项：{2}。", "The text announces {0} but lists {1}: {2}.")
SECTIONS = Text(
    "文中说{0}，正文分述的却是{1}个原因。", "The text announces {0} but goes on to give {1} reasons."
)


@check(KEY, "列举数目", "announced counts", "section", "dossier")
def run(piece: Section | Whole, _world: World) -> Iterable[Result]:
    """Check counts that announce or close a list."""
    if isinstance(piece, Whole):
        yield from _reasons(piece)
        return
    text = piece.text
    for match in _ENDS.finditer(text):
        number = _number(match["n"])
        items = _list_before(text, match.start())
        if number and match["thing"].strip("的") and len(items) >= 2:
            closed = bool(re.search(r"(?:和|与|及)[^、]{1,16}$", text[: match.start()][-18:]))
            if len(items) < number and (not closed or len(items) < 3 or number - len(items) > 2):
                continue  # 等 may stand for the rest
            yield _told(piece, match.start("n"), match.end(), number, items, strict=_clear(items))
    for match in _HEAD.finditer(text):
        number = _number(match["n"])
        opens = _OPENS.match(text, match.end()) if match["thing"].strip("的") else None
        if not number or opens is None:
            continue
        items, strict = _list_after(text, opens.end(), opens["mark"], number)
        if len(items) >= 2:
            yield _told(piece, match.start("n"), match.end("thing"), number, items, strict=strict)
    for match in _EN.finditer(text):
        items = [p.strip() for p in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", match["list"]) if p.strip()]
        number = _EN_NUM[match["n"].lower()]
        if len(items) >= 2:
            yield _told(piece, match.start("n"), match.end("thing"), number, items, strict=True)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    if len(words) == 2:
        return 10 + _DIGIT[words[1]]
    return _DIGIT.get(words, 0)


def _list_before(text: str, end: int) -> list[str]:
    """The items that 等N项 closes: back to the mark or the verb that opens the list."""
    begin = max(text.rfind(c, 0, end) for c in "。；;：:\n|！？")
    clause = text[begin + 1 : end]
    clause = re.split(r"[，,](?=[^、]*$)", clause)[-1] if "、" in clause.rpartition("，")[2] else clause
    items = _split(clause)
    if items:
        items[0] = re.split(r"与|和|由|因|包括|涉及|来自|涵盖|分为|有|是|为(?!了)", items[0])[-1] or items[0]
    return items


def _split(clause: str) -> list[str]:
    """The items of 甲、乙、丙及丁: a conjunction splits only the last piece."""
    parts = [p for p in clause.split("、") if p.strip()]
    if not parts:
        return []
    last = re.split(r"以及|及其|及|和|与(?!其)", parts[-1])
    last = [p for p in last if p.strip()]
    if len(parts) == 1 and len(last) < 2:
        return []
    return [*parts[:-1], *(last if len(last) == 2 else parts[-1:])]


def _clear(items: list[str]) -> bool:
    """Whether a list is told from its surroundings without doubt."""
    return all(len(i) <= 16 for i in items[1:]) and not any(re.search(r"及|和|与", i) for i in items[1:-1])


def _list_after(text: str, at: int, mark: str, number: int) -> tuple[list[str], bool]:
    """What follows an announcement: numbered clauses, bullets, or a list with 、; and whether it is clear."""
    end = text.find("\n", at)
    line = text[at : len(text) if end < 0 else end]
    for pattern in (_ORDINAL, _QI, _DI, _PAREN):
        marks = list(pattern.finditer("：" + line))
        if len(marks) >= 2 and _number(marks[0]["n"]) == 1:
            names = [_AFTER.split(line[m.end() - 1 :].lstrip("，、：:, "))[0][:12] for m in _rising(marks)]
            return names, True
    rest = line.strip()
    if not rest:
        following = text[at:].lstrip("\n")
        block = re.split(r"\n[ \t]*\n", following)[0]
        bullets = []
        for row in block.split("\n"):
            if _BULLET.match(row):
                bullets.append(row.strip(" -*•·")[:12])
            elif not row.startswith((" ", "\t")) or not bullets:
                break
        return bullets, True
    if mark not in "：:" and "、" not in rest[:40]:
        return [], False
    stop = re.split(r"[。；;]", rest)[0]
    listed = re.split(r"[，,]", stop)[0] if "、" in re.split(r"[，,]", stop)[0] else ""
    if listed:
        if listed.endswith("等") or "等" in listed:
            return [], False
        items = _split(listed)
        rest = re.split(r"[，,]", stop[len(listed) + 1 :])[0]
        if re.match(r"以及|及|和|与|还有", rest):  # "甲、乙、丙，以及丁"
            items.append(re.sub(r"^(?:以及|及|和|与|还有)", "", rest))
        return items, _clear(items)
    commas = [p for p in re.split(r"[，,]", stop) if p.strip()]
    return (commas, True) if len(commas) == number else ([], False)


def _rising(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    for mark in marks:
        if _number(mark["n"]) == len(kept) + 1 or (kept and _number(mark["n"]) > len(kept)):
            kept.append(mark)
    return kept


def _told(piece: Section, start: int, end: int, number: int, items: list[str], *, strict: bool) -> Result:
    anchor = Anchor(piece.source, piece.start + start, piece.start + end, piece.text[start:end])
    figures = _figures(piece, anchor)
    about = tuple(f.id for f in figures) or (piece.factor.id,)
    if number == len(items):
        return Passed(KEY, about, VERDICTS["consistent"], same(f"{number} = {len(items)}"))
    said = WRONG.format(quote(anchor.quote), len(items), say.listed([quote(i.strip()[:12]) for i in items]))
    verdict = "inconsistent" if strict else "ambiguous"
    inputs = (Input(ANNOUNCED, quote(anchor.quote), about[0]),)
    written = same(f"{number} ≠ {len(items)}")
    return say.told(KEY, verdict, about, inputs, written, said, (anchor,), tag=anchor.quote)


def _figures(piece: Section, anchor: Anchor) -> list[Figure]:
    return list(piece.between(anchor.start, anchor.end)) or [
        f for f in piece.between(anchor.start - 12, anchor.start) if f.anchor.end > anchor.start
    ]


_REASONS: Final = re.compile(
    rf"{_NUM}(?:大|个|条|点|项|方面的?)(?:主要|核心|关键|重要)?的?(?:原因|理由|因素|维度)"
)


def _reasons(whole: Whole) -> Iterable[Result]:
    """The number of reasons in title or introduction against the sections that give them."""
    dossier = whole.dossier
    first = next((f for f in dossier.factors if not f.is_reason and f.kind == "introduction"), None)
    source = dossier.source(first.anchor.source) if first is not None else None
    if first is None or source is None or not dossier.reasons:
        return
    text = source.text[slice(*first.section)]
    match = _REASONS.search(text)
    if match is None:
        return
    number, found = _number(match["n"]), len(dossier.reasons)
    start = first.section[0] + match.start()
    anchor = Anchor(source.id, start, start + len(match[0]), match[0])
    own = [
        f.id
        for f in dossier.figures
        if f.anchor.source == source.id and f.anchor.start <= start < f.anchor.end
    ]
    about = (*own, first.id)
    if number == found:
        yield Passed(KEY, about, VERDICTS["consistent"], same(f"{number} = {found}"))
    else:
        said = SECTIONS.format(quote(match[0]), found)
        inputs = (Input(ANNOUNCED, quote(match[0]), about[0]),)
        written = same(f"{number} ≠ {found}")
        yield say.told(KEY, "ambiguous", about, inputs, written, said, (anchor,), "sections", tag="reasons")
