"""Who alone rose, who fell most: what sentences say of the changes that a table states or lets one compute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.lines import clause_start
from desktop.audit.mentions import is_named
from desktop.audit.scope import Section
from desktop.audit.table_names import Names, noun
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "row_extremes"
_SPEAKS: Final = re.compile(r"只有|唯有|唯独|独有|唯一|最")
_EARNED: Final = re.compile(r"收入|利润|盈|亏|毛利|营收|结余|会费$")
_ALONE: Final = re.compile(r"(?:只有|唯有|唯独|独有)(?P<name>[^，。；：]{2,14})")
_THE_ONE: Final = re.compile(
    r"唯一(?P<rest>[^，。；：的]{0,12})的?(?:[^，。；：]{0,6}?(?:是|为|，))?(?P<name>[^，。；：]{2,14})?"
)
_MOST: Final = re.compile(
    r"最(?:为|是)?(?P<much>狠|猛|凶|惨|厉害|剧烈|明显|显著|深|陡|急|多|大|高|快|严重)|最(?:为|是)?(?P<little>少|小|低|慢|轻|浅|缓|温和)"
)
_DEGREE: Final = ("狠", "猛", "凶", "惨", "厉害", "剧烈", "陡", "急")
_WHO: Final = re.compile(r"的?[^，。；：]{0,6}?(?:是|为|属|当属|要数|要算|数)(?P<name>[^，。；：]{2,14})")
_UPWARD: Final = re.compile(
    r"增速|增幅|涨幅|升幅|往上|向上|上行|飘红|翻红|(?<!负)增长|正增长|上扬|走强|抬头|不降反升|逆势"
)
_DOWNWARD: Final = re.compile(r"降幅|跌幅|减幅|往下|向下|下行|飘绿|翻绿|负增长|走弱|掉头|不升反降")
_HOW_MUCH: Final = re.compile(r"比例|比率|幅度|力度|程度|数量|数目|速度|势头|得|的|也|还|又|在|仍|都")
_NOT_ONE: Final = re.compile(r"之一|并列|除|之?外|不是|并非|未必|(?<![比较])[去前]年(?=[\d一])")
ALONE: Final = Text(
    "文中说只有{0}{1}，但按表中{2}，{3}。",
    "The text says that only {0} {1}, but by {2} of the table {3}.",
)
ROSE, FELL = Text("上升", "rose"), Text("下降", "fell")
CHANGED: Final = Text("{0}是{1}", "{0} has {1}")
MOST: Final = Text(
    "文中说{0}{1}，但按表中{2}，{3}是{4}，{0}是{5}。",
    "The text says {1} of {0}, but by {2} of the table {3} has {4} and {0} {5}.",
)


@value
class Series:
    """The change of each name, signed, as a table tells it or as computed from ``figures``."""

    title: Text
    told: bool
    relative: bool
    changes: dict[str, float]
    shown: dict[str, Text]
    figures: dict[str, tuple[Figure, ...]]


@check(
    KEY,
    "升降之最",
    "who rose or fell most",
    "section",
    needs={"section": ("named", "只有|唯有|唯独|独有|唯一 最")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold "only X rose" and "X fell most" against the changes of a table nearby."""
    for start, line in piece.prose_lines:
        if not _SPEAKS.search(line):
            continue
        end = start + len(line)
        sheets = [s for s in piece.around(piece.start + start) if is_named(piece, s, start, end)]
        if not sheets:
            continue
        alone, most = [*_ALONE.finditer(line), *_THE_ONE.finditer(line)], list(_MOST.finditer(line))
        for sheet in sheets if alone or most else ():
            for names in sheet.by_names:
                if names.pattern is not None and names.pattern.search(line):
                    yield from _alone(piece, names, line, start, alone)
                    yield from _most(piece, names, line, start, most)


def _one(names: Names, words: str) -> str:
    """The one name among some words."""
    found = set(names.pattern.findall(words)) if names.pattern is not None else set()
    return found.pop() if len(found) == 1 else ""


def _way(names: Names, words: str) -> str:
    """Whether words tell of a rise or of a fall, and of nothing that the table does not name."""
    spoken = told(names.rest(words))
    rest = _HOW_MUCH.sub("", "".join(o for o in spoken.others if len(o) > 1))
    if _DOWNWARD.search(words):
        return "down"
    if _UPWARD.search(words):
        return "up"
    heads = "".join(names.fields.values())
    for word in spoken.others:  # 关店, of 门店
        moved = told(word[0])
        if len(word) >= 2 and moved.changes and _HOW_MUCH.sub("", word)[1:] in heads and not spoken.changes:
            return moved.way
    return spoken.way if spoken.changes and len(rest) < 2 else ""


def _alone(
    piece: Section, names: Names, line: str, start: int, matches: list[re.Match[str]]
) -> Iterable[Result]:
    for match in matches:
        clause = re.split(r"[，。；：]", line[match.start() :])[0]
        if match.re is _THE_ONE:
            before = line[clause_start(line, match.start()) : match.start()]
            own, words = _one(names, before) or _one(names, match["name"] or ""), match["rest"]
        else:
            own = _one(names, clause)
            words = clause.replace(own, "", 1)[2:] if own else ""
        way = _way(names, words) if own else ""
        if not way or re.search(r"\d", words) or _NOT_ONE.search(clause):
            continue
        sign = 1 if way == "up" else -1
        failed: Result | None = None
        for series in _series(names, words):
            if own not in series.changes or len(series.changes) < 3:
                continue
            among = [
                n for n in series.changes if _EARNED.search(own) or not _EARNED.search(n)
            ]  # among costs, no income
            moved = [n for n in dict.fromkeys((own, *among)) if series.changes[n] * sign > 0]
            if moved == [own]:
                yield say.passed(KEY, series.figures[own], _listed(series, [own]))
                failed = None
                break
            shown = [own] if own not in moved else []
            shown += sorted((n for n in moved if n != own), key=lambda n: -series.changes[n] * sign)[:2]
            told_ = say.listed([CHANGED.format(quote(n), series.shown[n]) for n in shown])
            said = ALONE.format(quote(own), ROSE if sign > 0 else FELL, series.title, told_)
            figures = [f for n in shown for f in series.figures[n]]
            anchor = piece.anchor(start + match.start(), start + match.start() + len(clause))
            failed = failed or say.finding(
                KEY, "changes_conclusion", figures, _listed(series, shown), said, "alone", spans=(anchor,)
            )
        if failed is not None:
            yield failed


def _most(
    piece: Section, names: Names, line: str, start: int, matches: list[re.Match[str]]
) -> Iterable[Result]:
    for match in matches:
        begin = clause_start(line, match.start())
        before, after = line[begin : match.start()], line[match.end() :]
        own = _one(names, before)
        who = _WHO.match(after)
        if not own and who is not None:
            own = next(
                (n for n in sorted(names.lines, key=len, reverse=True) if who["name"].startswith(n)), ""
            )
        words = before.replace(own, "", 1) if own else before
        way = _way(names, words) if own else ""
        if not way or _NOT_ONE.search(before + after[:8]):
            continue
        sign = (1 if way == "up" else -1) * (1 if match["much"] else -1)
        failed: Result | None = None
        pace = match["much"] == "快" or match["little"] == "慢"
        known = [s for s in _series(names, words) if not pace or s.relative]
        if match["much"] in _DEGREE and any(
            s.told for s in known
        ):  # by how much it fell, as the table has it
            known = [s for s in known if s.told]
        for series in known:
            like = {n: c for n, c in series.changes.items() if (c > 0) == (way == "up") and c != 0}
            if match["little"] and "增速" in words:
                like = series.changes  # what shrank has the lowest rate of growth
            if (
                own not in series.changes
                or len(series.changes) < (2 if pace and series.told else 3)
                or not like
            ):
                continue
            best = max(like, key=lambda n: (like[n] * sign, n))
            if like.get(own) == like[best]:
                yield say.passed(KEY, series.figures[own], _listed(series, [own]))
                failed = None
                break
            said = MOST.format(quote(own), quote(words + match[0]), series.title, quote(best),
                               series.shown[best], series.shown[own])  # fmt: skip
            figures = (*series.figures[own], *series.figures[best])
            anchor = piece.anchor(start + begin, start + match.end())
            written = _listed(series, [best, own])
            failed = failed or say.finding(
                KEY, "changes_conclusion", figures, written, said, "most", spans=(anchor,)
            )
        if failed is not None:
            yield failed


def _series(names: Names, words: str) -> Iterator[Series]:
    """The changes that words may speak of: those of change columns, and those between columns of two times."""
    changes = [f for f in names.fields if names.is_change(f)]
    nouns = {f: noun(names.fields[f]) for f in names.fields if f not in changes}
    named = {n for n in nouns.values() if len(n) >= 2 and n in words}
    for field in names.meant(changes, words) if changes else []:
        of = next((nouns[f] for f in reversed(nouns) if f < field), "")
        if named and of not in named and not any(n in names.fields[field] for n in named):
            continue  # a change of another field than the one that the words name
        column = {n: f for n, f in names.column(field).items() if value_of(f) is not None}
        signed = {n: _signed(f) for n, f in column.items()}
        in_percent = all(f.unit in ("%", "times") for f in column.values())
        yield Series(
            Text("{0}一栏", "the column {0}").format(quote(names.fields[field])), True, in_percent, signed,
            {n: bare(f) for n, f in column.items()}, {n: (f,) for n, f in column.items()},
        )  # fmt: skip
    times = [(a, b) for a, b in names.times if not named or nouns[a] in named]
    meant = names.meant([b for _, b in times], words) if times else []
    for one, other in times:
        if other not in meant:
            continue
        first, last = names.column(one), names.column(other)
        both = {n: (first[n], last[n]) for n in first if n in last}
        points = {n: (value_of(a), value_of(b)) for n, (a, b) in both.items()}
        known = {n: (a, b) for n, (a, b) in points.items() if a and b is not None}
        title = Text("{0}与{1}两栏", "the columns {0} and {1}").format(
            quote(names.fields[one]), quote(names.fields[other])
        )
        shown = {n: formula("{} → {}", bare(both[n][0]), bare(both[n][1])) for n in known}
        figures: dict[str, tuple[Figure, ...]] = {n: both[n] for n in known}
        yield Series(title, False, False, {n: b - a for n, (a, b) in known.items()}, shown, figures)
        rates = {n: (b - a) / a * 100 for n, (a, b) in known.items()}
        added = {
            n: formula("{}（{}）", shown[n], Text(f"{number(r)}%", f"{number(r)}%")) for n, r in rates.items()
        }
        yield Series(title, False, True, rates, added, figures)


def _signed(figure: Figure) -> float:
    number_ = value_of(figure) or 0.0
    return -abs(number_) if figure.direction == "down" else number_


def _listed(series: Series, names: list[str]) -> Text:
    return say.listed([formula("{} {}", quote(n), series.shown[n]) for n in names])


def _rates(column: dict[str, Figure]) -> bool:
    """Whether a column holds changes in percent."""
    return all(f.unit == "%" for f in column.values())
