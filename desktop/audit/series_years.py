"""Between which years of a table a sentence tells a change: 较2022年末, 2021年到2024年, 三年间, on the year."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.reading import number as whole
from desktop.audit.series import Series
from desktop.core.figure import Figure

YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
AGAINST: Final = re.compile(
    r"(?:较|比起?|相比|与|相?对比|对照|相对于?|compared with|from|than in)\s*"
    r"((?:19|20)\d\d)\s*年?(?:末|底|同期)?(?:相比|比)?[^，,。；\d]{0,12}$"
)
_FROM_TO: Final = re.compile(
    r"((?:19|20)\d\d)年?(?:年末|末|底)?(?:至|到|—|–|-|~)((?:19|20)\d\d)年?(?:末|底|间|期间)?[，,]?[^，,。；\d]*$"
)
_SPAN: Final = re.compile(
    r"(?<!\d)([两二三四五六七八九十\d]{1,2})(?:个)?年(?:间|内|里|来|下来|累计|共|合计)?(?:[^，,。；\d年]{0,10})$"
)
_LASTING: Final = re.compile(
    r"(?<!\d)([两二三四五六七八九十\d]{1,2})(?:个)?年(?:间|内|里|来|下来|期间|累计|[，,])"
)
_AFTER: Final = re.compile(
    r"(?<![\d第])([两二三四五六七八九十\d]{1,2})年(?:之后|以后|后)|(?P<next>次年|第二年)"
)
OWN_YEAR: Final = re.compile(r"\s*(?:而|但|其中|仅|光|单是?)?(?:19|20)\d\d年(?:一年|全年|当年|这一年|那一年)")
_ON_YEAR: Final = re.compile(r"同比|[较比][上去前]一?年|上一?年|year on year|on the year")
EACH_YEAR: Final = re.compile(r"年均|年复合|复合|逐年|平均每年|每年|折成年均|a year|annual|CAGR", re.I)


def years_meant(series: Series, words: str, clause: str, before: list[Figure]) -> list[tuple[int, int]]:
    """The years from and to that the words name; the likely one first."""
    years = [int(y) for y in YEAR.findall(words)]
    here = [int(y) for y in YEAR.findall(clause)]
    end = _year_of(series, before) or (here or years or [series.years[-1]])[-1]
    after, base = _AFTER.search(words), _year_of(series, before)
    if after is not None and base:
        later = base + (1 if after["next"] else whole(after[1]))
        return [(base, later)] if later in series.years else []
    against_ = AGAINST.search(clause)
    if against_ is not None:
        start = int(against_[1])
        others = [y for y in years if y != start and y > start]
        to = _year_of(series, before) or (others[-1] if others else series.years[-1])
        return [(start, to)] if start < to else []
    each_year = EACH_YEAR.search(clause) is not None
    span = _SPAN.search(clause) or (_LASTING.search(words) if each_year else None)
    if span is not None:
        length = whole(span[1])
        ends = [(end - length, end), (series.years[-1] - length, series.years[-1])]
        if length == len(series.years) and not each_year:
            ends.append(
                (series.years[0], series.years[-1])
            )  # 五年上升39个百分点: of five years that a table has
        return ends
    if len(here) == 2 and here[0] < here[1]:
        return [(here[0], here[1])]
    between = _FROM_TO.search(words)
    if between is not None and int(between[1]) < int(between[2]):
        return [(int(between[1]), int(between[2]))]
    earlier = [y for y in series.years if y < end]
    if each_year and not years:
        return [(series.years[0], series.years[-1])]
    if _ON_YEAR.search(clause) and earlier:
        return [(earlier[-1], end)] if earlier[-1] == end - 1 else []
    if len(here) == 1 and OWN_YEAR.match(clause) and {here[0], here[0] - 1} <= set(series.years):
        return [(here[0] - 1, here[0])]  # 2019年到2021年升0.7个百分点；2022年一年就又升1.1个百分点
    told = here or years[-1:]  # 2022年原矿增长12.5%，精矿只增长5%: of the year that the sentence has told
    if len(told) == 1 and earlier and earlier[-1] == told[0] - 1 == end - 1:
        return [(earlier[-1], end)]
    return []


def _year_of(series: Series, before: list[Figure]) -> int:
    """The year of the value of the series that the sentence has told last; 0 where it told none."""
    for figure in reversed(before):
        claim = as_claim(figure)
        found = [y for y, c in series.cells if same_dimension(c.unit, figure.unit) and claim is not None
                 and (own := as_claim(c)) is not None and own.meets(claim)]  # fmt: skip
        if len(found) == 1:
            return found[0]
    return 0
