"""The rank of a row: 由贵到便宜数，棉桃保以175.9元排第二; 论城市数，云杉充电48个只排第三."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.listed_words import is_enumeration
from desktop.audit.ranks_in_list import in_list
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import AMONG, Spot, clauses_before, first_that_holds, meant, repeated
from desktop.audit.views import View, views_told
from desktop.core.text import Text

KEY: Final = "row_ranks"
_RANK: Final = re.compile(
    r"(?P<placed>[排列居占][名位行列在到得上了个只也仅为于]*|名列|[位]居)?(?P<back>倒数)?第(?P<n>[一二三四五六七八九十]|\d{1,2})"
    r"(?![季月年期轮批次类章条款个种项步阶代届天周回点张节度\d])(?:位|名|把交椅|(?P<adj>[高低贵多少大小长短快慢远近重轻]|便宜))?"
)
_ORDER: Final = re.compile(
    r"[由从按]最?(?P<from>便宜|实惠|划算|[\u4e00-\u9fff])[到至往]最?(?P<to>便宜|实惠|划算|[高低贵多少大小长短快慢远近重轻早晚好差优劣新旧])"
)
_UNSURE: Final = re.compile(
    r"全国|全球|世界|行业|业内|全省|全市|国内|同类|增速|增幅|降幅|涨幅|跌幅|若|如果|除|不算|不计|上升到|曾|之前|原来|合计"
)
_NEXT: Final = re.compile(r"(?:仅|只)?次于|紧随|落后于|排在")
_SIZE: Final = (
    "份额|占比|规模|总?收入|营收|销[量售]额?|产量|用户数?|人数|得票|装机|客流|余额|市占率|订单|单量|成交额|票房|面积|里程|存量"
    "|贷款|存款|资产|门店"
)  # what is ranked from the top
_OF: Final = re.compile(
    rf"(?:^|[而但且，])(?P<who>[^，]*?)(?:的|以)?[^，的]{{0,6}}?(?P<noun>{_SIZE})[数量额率]?(?:只|仅|却|则|也|已|就)?$"
)
_TOPIC: Final = re.compile(r"(?:而|但)?(?:只?论|按|[单光只]?看|就|比|要说|说到)(?!来)[\u4e00-\u9fff]{2,8}")
_RISEN: Final = re.compile(r"[涨升增抬爬][回到至上]")
_TOP: Final = re.compile(_SIZE)
_FILL: Final = re.compile(r"[则只仅也却就以的而但]|目前|依然|仍然?")
_LEAST: Final = 3
SAID: Final = Text(
    "文中说{0}的{1}（{2}）排第{3}，但按表中这一栏，从大到小排第{4}，从小到大排第{5}。",
    "The text ranks {0} no. {3} by {1} ({2}), but in this column it is no. {4} from the top, "
    "no. {5} from the bottom.",
)
BY: Final = Text(
    "文中说{0}的{1}（{2}）{6}排第{3}，但按表中这一栏应排第{4}。",
    "The text ranks {0} no. {3} by {1} ({2}), {6}; in this column it is no. {4}.",
)


@check(KEY, "表中位次", "ranks in a table", "section", needs={"section": ("table same*3", "第")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Count the rank of the row whose number a clause repeats, in the order that the sentence states, else in both."""
    for clause in spoken(piece):
        if "第" not in clause.text or _UNSURE.search(clause.text):
            continue
        of_table = (piece.has_tables or piece.told) and not any(
            _UNSURE.search(c.text) for c in clauses_before(piece, clause)
        )
        for match in _RANK.finditer(clause.text):
            if (
                match["placed"]
                or match["back"]
                or match["adj"]
                or not clause.text[match.end() :].strip("的了 ")
            ):
                yield from _held(piece, clause, match) if of_table else ()
                yield from in_list(
                    KEY, piece, clause, match.span(), _claimed(match), back=bool(match["back"])
                )


def _claimed(match: re.Match[str]) -> int:
    return DIGITS.get(match["n"]) or int(match["n"])


def _held(piece: Section, clause: Clause, match: re.Match[str]) -> Iterable[Result]:
    claimed = _claimed(match)
    order = _order(piece, clause)
    spots = [
        s
        for v in views_told(piece, clause.start)
        for s in _spots(piece, v, clause, match, named=bool(order[0]))
    ]
    yield from first_that_holds(
        _judged(piece, clause, spot, claimed, order, match) for spot in meant(clause, spots)
    )


def _order(piece: Section, clause: Clause) -> tuple[str, str]:
    """The two ends of the order that a sentence states before or in a clause, as it calls them."""
    for own in (clause, *clauses_before(piece, clause)):
        if found := list(_ORDER.finditer(own.text)):
            return found[-1]["from"], found[-1]["to"]
    return "", ""


def _spots(piece: Section, view: View, clause: Clause, match: re.Match[str], *, named: bool) -> list[Spot]:
    """The cells that are ranked: those of the numbers told, else of the one name and the noun before it."""
    own = view.named(clause.text[: match.start()])
    figures = [
        f for f in clause.figures if f.role != "rank" and f.anchor.start < clause.start + match.start()
    ][-1:]
    if figures and (spots := repeated(view, clause, figures)):
        return [s for s in spots if not own or s.line in own]
    lead = clause.text[: match.start()].strip()
    if not own and (not lead or AMONG.fullmatch(lead)):
        # 3.50元，五项里只排第三; 7.35亿元，仅次于教辅，排在第二
        earlier = next((c for c in clauses_before(piece, clause) if not _NEXT.match(c.text.strip())), None)
        found = repeated(view, earlier, earlier.figures[-1:]) if earlier is not None else []
        return found if len(found) == 1 else []
    if len(own) == 1 and (_by_size(view, own[0], lead) or _by_topic(piece, clause)):
        named = True  # 蜂电的份额排在第三位
    if len(own) == 1 and match["placed"] and _of_list(view, own[0], lead):
        return [Spot(view, own[0], f) for f in view.fields]  # 飞麦排第二, behind the enumeration
    if len(own) != 1 or not (named or match["adj"] or figures or _goes_on(piece, clause)):
        return []
    fields = view.fields_named(_ORDER.sub("|", clause.text[: match.start()]).replace(own[0], "|"))
    for earlier in clauses_before(piece, clause):
        fields = fields or view.fields_named(_ORDER.sub("|", earlier.text))
    return [Spot(view, own[0], f) for f in fields if own[0] in view.column(f)]


def _of_list(view: View, line: str, lead: str) -> bool:
    """Whether a clause says nothing but the name of an entry of an enumeration with one amount each."""
    return (
        is_enumeration(view.sheet.key)
        and len(view.fields) == 1
        and not _FILL.sub("", lead.replace(line, "", 1))
    )


def _by_size(view: View, line: str, lead: str) -> bool:
    """Whether a line is ranked by a quantity that is named right behind it, and that counts from the most."""
    told = _OF.search(lead)
    return (
        told is not None
        and told["noun"] in "".join(view.fields.values())
        and (view.named(told["who"] + "|") == [line])
    )


def _by_topic(piece: Section, clause: Clause) -> bool:
    """Whether the clause before only says by what: 论人工，社区中心排第二."""
    earlier = next(clauses_before(piece, clause), None)
    return earlier is not None and not earlier.figures and _TOPIC.fullmatch(earlier.text.strip()) is not None


def _as_before(piece: Section, clause: Clause, spot: Spot, values: dict[str, float]) -> int:
    """From which end the clause before counts: 城东排第一 is from the top where it has the most."""
    earlier = next(clauses_before(piece, clause), None)
    match = _RANK.search(earlier.text) if earlier is not None else None
    named = spot.view.named(earlier.text) if earlier is not None else []
    if match is None or len(named) != 1 or named[0] not in values:
        return 0
    told = DIGITS.get(match["n"]) or int(match["n"])
    above = 1 + sum(v > values[named[0]] for v in values.values())
    below = 1 + sum(v < values[named[0]] for v in values.values())
    return (above == told) - (below == told)


def _rises(piece: Section, clause: Clause) -> int:
    """1 where the clause before has the number rise to its place: 涨回0.40元，在四年里排第三."""
    earlier = next(clauses_before(piece, clause), None)
    return int(earlier is not None and _RISEN.search(earlier.text) is not None)


def _goes_on(piece: Section, clause: Clause) -> bool:
    """Whether the clause before ranks another line: 藏书量城东排第一，城西第二."""
    earlier = next(clauses_before(piece, clause), None)
    return earlier is not None and not earlier.figures[1:] and _RANK.search(earlier.text) is not None


def _judged(
    piece: Section, clause: Clause, spot: Spot, claimed: int, order: tuple[str, str], match: re.Match[str]
) -> tuple[Result, bool]:
    values = {n: v for n, f in spot.view.column(spot.field).items() if (v := value_of(f)) is not None}
    mine = values[spot.line]
    above, below = sum(v > mine for v in values.values()), sum(v < mine for v in values.values())
    ties = sum(v == mine for v in values.values())
    ranks = {True: range(above + 1, above + ties + 1), False: range(below + 1, below + ties + 1)}
    sign = _sign(order, match, spot) or _as_before(piece, clause, spot, values) or _rises(piece, clause)
    if match["back"]:
        sign = -sign
    fits = [r for down, r in ranks.items() if sign == 0 or (sign == 1) == down]
    figures = (spot.cell,) if spot.figure is None else (spot.figure, spot.cell)
    told = formula("{} → {}", bare(spot.cell), _listed(values))
    if any(claimed in r for r in fits) or len(values) < max(_LEAST, len(spot.view.lines)):
        return say.passed(KEY, figures, told), True
    begin = clause.start - piece.start
    place = piece.anchor(begin + match.start(), begin + match.end())
    shown = (quote(spot.line), quote(spot.head), bare(spot.cell), str(claimed))
    if sign == 0 or not order[0]:
        said = SAID.format(*shown, str(above + 1), str(below + 1))
    else:
        words = Text(
            f"由{order[0]}到{order[1]}",
            "from the most to the least" if sign > 0 else "from the least to the most",
        )
        said = BY.format(*shown, str(fits[0][0]), "", words)
    return say.finding(KEY, "changes_conclusion", figures, told, said, "rank", spans=(place,)), False


def _sign(order: tuple[str, str], match: re.Match[str], spot: Spot) -> int:
    """1 where counting begins with the most, −1 with the least, 0 where the words leave it open."""
    if match["adj"]:
        return way(match["adj"], spot.unit, spot.head)
    first, last = (way(w, spot.unit, spot.head) if w else 0 for w in order)
    return first or -last or (1 if _TOP.search(spot.head) else 0)


def _listed(values: dict[str, float]) -> str:
    shown = sorted(values.values(), reverse=True)
    return " > ".join(f"{v:.10g}" for v in shown)
