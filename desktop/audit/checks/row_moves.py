"""What a clause says that one row of a table did, in any verb: 月费涨了700元, 单票成本高了0.7元, 破损率降了三分之一."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.amounts import amount, bare, formula, quote, signed_percent, stated
from desktop.audit.any_reading import grown, left, wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines_of_time import Line, Lines, lines_of_time
from desktop.audit.mentions import is_named
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "row_moves"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OTHER: Final = re.compile(
    r"比(?!上年|去年|前|年初|原)|占|每|均|累计|若|如果|预计|计划|目标|将|同行|行业|倍数|第|约合"
    r"|差距?(?!不)|合计|共|折|(?:[\d上下一二三四五六七八九十])月|季|半年|周|旬|部分|线[上下]|环比|其他"
    r"|其余|一半以上"
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_ADJECTIVE: Final = re.compile(r"(?:[高低多少贵长短快慢重轻大小]|便宜)[了出](?:足足|整整|约|近|将近|超过)?$")
_FILL: Final = re.compile(
    r"(?:^[\u4e00-\u9fff]{0,3}是|(?:19|20)\d\d年?|[较比](?:上年|去年|年初|前一?年|原来|三年前|之前)"
    r"|同期|期间|却|则|也|又|还|反而|反倒|竟|同时|只|仅|一共|共|已经?|整体|总体"
    r"|[一二两三四五六七八九十]年[里间来]?|年|末|底|的|在|由此|而|但|之后|后|上|全年|当年|比|较|从|到"
    r"|至|—|-|\s)+"
)
_BY: Final = re.compile(r"(?:[到至为成]|剩下?|等于|相当于|是|只有|仅有?)[了约近]*$")
_BACK: Final = 4  # clauses
_SIZES: Final = ("%", "times", "pp", "bp", "permille")
_FEW: Final = 4  # years, of which an amount must be the change of some two
_PRINTED: Final = re.compile(r"\d+(?:\.\d+)?")
WRONG: Final = Text(
    "文中说{0}{1}{2}，表中{0}由{3}到{4}，是{5}。",
    "The text has {0} change by {2} ({1}); in the table {0} goes from {3} to {4}, which is {5}.",
)


@check(KEY, "一行的变化", "what a row did", "section", needs={"section": ("named",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a change that is told of a named row against every pair of its values."""
    sheets = [s for s in (*piece.sheets, *piece.earlier) if lines_of_time(s)]
    for clause in spoken(piece) if sheets else ():
        if len(clause.figures) != 1:
            continue
        end = clause.end - piece.start
        line = piece.text.rfind("\n", 0, end) + 1
        if not any(is_named(piece, s, line, end) for s in sheets):
            continue
        size = clause.figures[0]
        lead = clause.before(size) + size.anchor.quote.partition(size.as_printed)[0]
        if len(lead) < 2 or not _CHINESE.match(lead[-1]) or _BY.search(lead) or _OTHER.search(clause.text):
            continue
        for sheet in piece.around(clause.start):
            for lines in lines_of_time(sheet) if is_named(piece, sheet, line, end) else ():
                own = _named(piece, lines, clause, lead)
                if own is not None:
                    yield from _held(piece, clause, lines, own, size, lead)


def _named(piece: Section, lines: Lines, clause: Clause, lead: str) -> Line | None:
    """The one line that a clause names, with nothing but a verb behind it."""
    known = lines.own
    found = list(lines.pattern.finditer(lead))
    names = {m[0] for m in found}
    if len(names) == 1 and found[0][0] in known:
        rest = _FILL.sub("", lead[: found[0].start()]), _FILL.sub("", lead[found[-1].end() :])
        return known[found[0][0]] if not rest[0] and len(rest[1]) <= 6 else None
    if names or len(_FILL.sub("", lead)) > 4:
        return None
    return _carried(piece, lines, clause)


def _carried(piece: Section, lines: Lines, clause: Clause) -> Line | None:
    """The line that the clauses right before tell of, where the number was read as one of it too."""
    size = clause.figures[0]
    about = f"{size.entity.zh}{size.indicator.zh}"
    for n, earlier in enumerate(clauses_before(piece, clause, sentence=False)):
        if n >= _BACK or earlier.mark in "。！？\n" or not earlier.figures:
            return None
        own = lines.named(earlier.text)
        if own:
            first = earlier.text.strip("而但与此同时相反，, ").startswith(own[0])
            return lines.own.get(own[0]) if len(own) == 1 and first and (n == 0 or own[0] in about) else None
    return None


def _held(
    piece: Section, clause: Clause, lines: Lines, line: Line, size: Figure, lead: str
) -> Iterator[Result]:
    verb = _FILL.sub("", lead.rpartition(line.name)[2])
    says = told(verb)
    way = {"up": 1, "down": -1}.get(says.way, 0) if says.sure else 0
    if _ADJECTIVE.search(verb):
        way = adjectives.way(verb, line.cells[0][1].unit, line.name) or way
    if size.unit in ("pp", "bp") and line.cells[0][1].unit != "%":
        return
    if not says.changes and not _ADJECTIVE.search(verb):
        return
    if says.others and (not way or len(says.others[0]) > 2):
        return
    begin = piece.sentence_start(clause.start - piece.start)
    before = "" if _YEAR.search(lead) else piece.text[begin : clause.start - piece.start]
    pairs = _pairs(line, before + lead)
    if not pairs:
        return
    strict = says.sure and "了" in verb  # 降了三分之二 is not 降到
    fits = [(a, b, _fits(size, a, b, strict=strict)) for a, b in pairs]
    held = [(a, b) for a, b, f in fits if f]
    right = [(a, b) for a, b in held if not way or way == _sign(a, b)]
    if right:
        a, b = right[0]
        yield say.passed(KEY, (size, a, b), formula("{} → {}", bare(a), bare(b)))
        return
    dated = _YEAR.search(lead) is not None
    every = pairs if dated else list(itertools.combinations([c for _, c in line.cells], 2))
    own = line.name in lead and not says.others and size.unit not in _SIZES
    few = len(pairs) == 1 or (own and len(line.cells) <= _FEW)
    if not held and size.unit not in _SIZES and says.others:
        return  # 客单价…成本多花1.45元
    if not held and (not (dated or few) or _may_be(size, every, lines, line, strict=strict)):
        return
    if not way and held:
        return
    if any(_sign(a, b) == way and _fits(size, a, b, strict=strict) for a, b in every):
        return
    a, b = (held or pairs)[0 if held else -1]
    if value_of(a) == value_of(b):
        return
    said = WRONG.format(
        quote(line.name),
        Text("", says.way),
        Text(verb + size.as_printed, stated(size).en),
        bare(a),
        bare(b),
        _shown(size, a, b),
    )
    yield say.finding(KEY, "inconsistent", (size, a, b), formula("{} → {}", bare(a), bare(b)), said, "move")


def _pairs(line: Line, words: str) -> list[tuple[Figure, Figure]]:
    """The pairs of values that words may mean: of the years that they name, else the ends and each step."""
    years = set(_YEAR.findall(words))
    every = list(itertools.combinations(line.cells, 2))
    if years and all(y for y, _ in line.cells):
        if len(years) == 1:
            return [(a, b) for (y, a), (z, b) in every if {y, z} & years]
        return [(a, b) for (y, a), (z, b) in every if {y, z} <= years]
    return [(a, b) for (_, a), (_, b) in every]


def _fits(size: Figure, one: Figure, other: Figure, *, strict: bool = False) -> bool:
    """Whether a size is the change between two values, either way; also what is left of one unless ``strict``."""
    a, b, claim = as_claim(one), as_claim(other), _claim(size, one)
    if a is None or b is None or claim is None:
        return True
    # of rates 2% may be meant for points
    if size.unit in ("pp", "bp") or same_dimension(size.unit, one.unit) or _is_unnamed(size, one):
        gap = b.minus(a)
        if claim.meets(gap) or claim.meets(gap.scaled(-1)):
            return True
    ratio = wanted(size)
    if ratio is None:
        return size.unit not in ("pp", "bp") and not _of_one_kind(size, one)
    return any(ratio.meets(v) for v in itertools.chain(grown(a, b), () if strict else left(a, b)))


def _of_one_kind(size: Figure, cell: Figure) -> bool:
    return (
        same_dimension(size.unit, cell.unit)
        or (not cell.unit and size.unit.startswith(("count:", "person")))
        or _is_unnamed(size, cell)
    )


def _is_unnamed(size: Figure, cell: Figure) -> bool:
    """Whether a table that nowhere says of what unit it is may be of money."""
    return not cell.unit and size.unit == "CNY" and _PRINTED.search(size.as_printed) is not None


def _claim(size: Figure, cell: Figure) -> Interval | None:
    """What a size allows, as it is printed where the table leaves the unit out."""
    own, value = as_claim(size), value_of(size)
    printed = _PRINTED.search(size.as_printed.replace(",", "")) if _is_unnamed(size, cell) else None
    return own if printed is None or own is None or not value else own.scaled(float(printed[0]) / value)


def _may_be(
    size: Figure, pairs: list[tuple[Figure, Figure]], lines: Lines, own: Line, *, strict: bool
) -> bool:
    """Whether a size that is no change of its row may be one of something else in the table, or is no change."""
    if size.unit not in _SIZES and not _of_one_kind(size, pairs[0][0]):
        return True
    if any(_fits(size, a, b, strict=strict) for a, b in pairs):
        return True
    cells = [c for line in lines.own.values() for _, c in line.cells]
    if size.unit not in _SIZES and any(
        _of_one_kind(size, c) and value_of(c) == value_of(size) for c in cells
    ):
        return True
    return any(
        _fits(size, a, b, strict=strict)
        for line in lines.own.values()
        if line is not own
        for (_, a), (_, b) in itertools.combinations(line.cells, 2)
        if _of_one_kind(size, a) or size.unit in _SIZES
    )


def _sign(one: Figure, other: Figure) -> int:
    a, b = value_of(one) or 0.0, value_of(other) or 0.0
    return (b > a) - (b < a)


def _shown(size: Figure, one: Figure, other: Figure) -> Text:
    a, b = value_of(one) or 0.0, value_of(other) or 0.0
    if size.unit in ("%", "times", "permille") and a:
        percent = signed_percent((b / a - 1) * 100)
        return Text(percent, percent)
    sign = "+" if b > a else "−"
    if one.unit == "%":
        return Text(f"{sign}{abs(b - a):.4g}个百分点", f"{sign}{abs(b - a):.4g} points")
    return Text(sign + "{}", sign + "{}").format(amount(abs(b - a), one, exact=True))
