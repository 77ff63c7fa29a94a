"""What an amount of a sentence is told to be made of: all that stands before it, by its words and by their order.

Words say only that something is a total, a rest or a net amount; structure says of what: the run of amounts before
it, as many of them as its clause counts, the list above, or the first of them less the others.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.adding import TIMES
from desktop.audit.enumerations import DIGITS
from desktop.audit.gap_words import is_gain
from desktop.audit.marks import SAME_TWO
from desktop.audit.passages import Passage, Told
from desktop.audit.tallies_of_rests import (
    KEPT,
    REST,
    SKIP,
    alike,
    in_any_way,
    is_taken,
    net_of,
    rest_of,
)
from desktop.audit.tallies_of_runs import edge, is_edge, named_anew
from desktop.audit.tallies_of_shares import of_holdings, of_rests
from desktop.audit.tallies_of_splits import of_insides, of_splits
from desktop.audit.tally import Tally, added_up, gained, tally_of
from desktop.audit.ways import allowed

_TOTAL: Final = re.compile(
    r"合计|总计|共计|总共|一共|合共|累计|加起来|加在一[起块]|加总|合起来|合在一起|相加|总和|之和|汇总|"
    r"总(?![是部监裁统经要体之归得])|(?<!公)共(?![同享识和青赢])|全(?![新面职款程年球国省市天日额员])|拢|凑"
)
_NET: Final = re.compile(
    r"净(?:增加?|减少?|新增|流[入出]|买入|卖出|[开关]店?|多|少|投放|回笼|偿还|融资|资产(?!收益|负债)|值(?=[为是达约]|$)|额(?=[为是达约]|$))|轧差|[顺逆]差|倒[贴亏]|缺口|盈余"
)
_COUNT: Final = re.compile(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2})(?:大|个|家|类)?(?:[者项笔类种块样款档级处座台期条路批轮次家店厂县市区镇村省国行门科口渠产品]|部分|板块|方面|年(?=[^，\d]{0,6}(?:累计|合计|共|一共|总))|个?[月季](?=[^，\d]{0,3}(?:累计|合计|共|一共|总)))"
)
_PERIOD: Final = re.compile(r"每[月年季周天]|[少净]减|减少|增加")
_CARRIED: Final = re.compile(r"(?:累计|滚存)[^，]{0,2}余")
_OLD: Final = re.compile(r"累计|年[初末]|期[初末]|滚存|余额")
_AND: Final = re.compile(r"[和与、及跟加]")
_THESE: Final = re.compile(r"^(?:以上|上述|这|那|上面|前述|全部|各)[\u4e00-\u9fff]{0,4}$")
_MOVED: Final = re.compile(r"[增升涨降减跌挪长滑缩扩][加至到为]|变为|[至到]$")
_FROM: Final = re.compile(r"[由从][^，]{0,4}$")
_YEARS: Final = re.compile(r"(?P<n>[两三四五六])年的?")
_EACH: Final = re.compile(r"每(?![百千万1])|均|单价")
_BY: Final = re.compile(r"(?:减少|增加|下降|上升|上涨|下跌|[少多减增降升涨跌]了)[^，到至]{0,2}$")
_JOINED: Final = re.compile(r"[、和及与](?:[^，,。；;、\d]{1,8})?")
_TIMES: Final = frozenset(f"{unit}*3" for unit in TIMES)  # lengths of time are added up, too
_PIECES: Final = re.compile(r"[两二三四五六七八九]块")
_TWO: Final = 2
_SHORT: Final = 3  # characters before the word for a total that may be no subject of their own
_ROW: Final = 3  # amounts before a rest that nothing tells to be one
MOST: Final = 7  # amounts that may be added up


def tallies(passage: Passage) -> Iterator[Tally]:
    """Every amount of a line that may be made of all that stands before it."""
    if len(passage.own) + len(passage.items) < _ROW:
        return
    if "%" in passage.marks:
        yield from of_holdings(passage, passage.shares)
        yield from of_rests(passage, passage.shares)
        yield from of_splits(passage)
    if SAME_TWO not in passage.marks and not passage.items:
        return
    if "其中" in passage.text:
        yield from of_insides(passage)
    own = [t for t in passage.sizes if t.value > 0 and not _PIECES.fullmatch(t.figure.as_printed)]
    if not passage.marks.isdisjoint(_TIMES):
        own = [t for t in passage.own if t in own or t.figure.unit in TIMES]
    if len(own) + len(passage.items) < _ROW:
        return
    for at, told in enumerate(own):
        parts = _parts(own[max(0, at - 2 * MOST) : at], told) or _of_years(passage, own[:at], told)
        if len(parts) < _TWO and (parts or not passage.items):
            continue
        clause = passage.clause(told)
        net = _NET.search(told.lead) is not None and not (_OLD.search(clause) or _TOTAL.search(clause))
        net = net and "加上" not in told.lead
        if _CARRIED.search(clause):
            continue  # 年底累计结余 has the years before in it
        if (
            _BY.search(told.lead)
            and _TOTAL.search(clause)
            and not any(t.figure.role == "change" or _BY.search(t.lead) for t in parts)
        ):
            continue  # 两项合计少了35.64亿元: of changes, and not of the amounts that changed
        left = REST.search(told.lead) is not None  # 流失 is no change where it is what is left over
        total = _TOTAL.search(clause) is not None and _COUNT.search(clause) is not None
        if not net and (
            (told.figure.role != "level" and not left and not total) or SKIP.search(_PERIOD.sub("", clause))
        ):
            continue
        found = _of(passage, told, clause, parts, net=net)
        if found is not None:
            yield found


def _parts(before: Sequence[Told], told: Told) -> list[Told]:
    """The amounts of its kind before an amount, of its sentence, or with those of the one before."""
    moved = told.figure.role == "change"
    same = [
        t for t in before
        if told.sentence - t.sentence <= 1 and alike(t, told) and (moved or t.figure.role != "change" or is_taken(t))
        and not _each(t)
    ]  # fmt: skip
    here = [t for t in same if t.sentence == told.sentence]
    return (here if len(here) >= _TWO else same)[-MOST:]


def _of_years(passage: Passage, before: Sequence[Told], told: Told) -> list[Told]:
    """The only amounts of its kind that a line tells, each of another year, where so many years are added up."""
    clause = passage.clause(told)
    count = _YEARS.match(clause)
    if count is None or _TOTAL.search(clause) is None or told.figure.role != "level":
        return []
    found = [t for t in before if alike(t, told)]
    years = {t.figure.period.text[:4] for t in found if t.figure.period is not None}
    many = DIGITS[count["n"]]
    return found if len(found) == len(years) == many and not any(_each(t) for t in found) else []


def _each(told: Told) -> bool:
    return _EACH.search(told.lead) is not None


def _of(passage: Passage, told: Told, clause: str, parts: Sequence[Told], *, net: bool) -> Tally | None:
    if net:
        return net_of(told, parts)
    if (
        len(parts) > _TWO
        and parts[-1].end == told.start - len(told.lead)
        and len(_joined(passage, parts)) > _TWO
    ):
        clause = told.lead  # without the amount before it: 38亿元、35亿元加起来是108亿元
    if is_edge(clause):
        return edge(told, clause, parts, passage)
    total = _TOTAL.search(clause)
    count = _COUNT.search(clause)
    many = _number(count["n"]) if count is not None else 0
    if total is not None or many:
        items = [t for t in passage.items if alike(t, told) and t is not told]
        if len(items) > 1 and not parts:
            subject = clause[: total.start()] if total is not None else ""
            called = [t for t in items if len(t.name) > 1 and t.name in subject]
            if len(called) > 1:
                return tally_of(
                    told, "total", [added_up(called), added_up(items)], sure=_AND.search(subject) is not None
                )
            bare = not subject.strip(" *“”") or _THESE.match(subject.strip(" *“”")) is not None
            sure = many == len(items) or (total is not None and not many and bare and told.sentence == 0)
            return tally_of(told, "total", [added_up(items)], sure=sure and told not in passage.items)
        if len(parts) > 1:
            parts = _since_total(parts)
            run = parts[-many:] if 1 < many <= len(parts) else _joined(passage, parts)
            sure = many == len(parts) or (
                total is not None and not many and _plain(passage, told, clause, total, run)
            )
            mixed = gained(run, is_gain) if is_gain(told) is not None else None
            ways = [mixed] if mixed is not None else [added_up(run), added_up(parts)]
            return tally_of(
                told, "total" if mixed is None else "signed", ways, sure=sure or mixed is not None
            )
    if len(parts) > 1 and told.value > max(t.value for t in parts) and parts[0].sentence == told.sentence:
        if KEPT.search(told.lead) and len(parts) > _TWO:
            return tally_of(told, "rest", in_any_way(parts), sure=False)
        # A slip of it is told, whatever it is called.
        return tally_of(told, "loose", [added_up(parts)], sure=False)
    if len(parts) < _TWO or told.figure.unit in TIMES:
        return None
    return rest_of(passage, told, parts)


def _joined(passage: Passage, parts: Sequence[Told]) -> Sequence[Told]:
    """The list that some amounts end with: 三季度35亿元，前三季度35亿元、38亿元、35亿元."""
    at = len(parts) - 1
    while at > 0 and _JOINED.fullmatch(passage.between(parts[at - 1], parts[at])):
        at -= 1
    return parts[at:] if len(parts) - at > _TWO else parts


def _since_total(parts: Sequence[Told]) -> Sequence[Told]:
    """The amounts from the last on that is the total of those before it."""
    for at in range(len(parts) - 2, 1, -1):
        own = allowed(parts[at].figure) if _TOTAL.search(parts[at].lead) else None
        made = added_up(parts[:at])
        if own is not None and made is not None and own.meets(made.found):
            return parts[at:]
    return parts


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else DIGITS.get(words, 0)


def _plain(passage: Passage, told: Told, clause: str, total: re.Match[str], parts: Sequence[Told]) -> bool:
    """Whether a total is of nothing but the parts: no subject of its own, or one that is counted or named like them."""
    subject, behind = (
        clause[: total.start()].strip(" *“”其"),
        told.lead[total.end() - (len(clause) - len(told.lead)) :],
    )
    if told.value <= max(t.value for t in parts) or _turned(passage, parts):
        return False
    names = set("".join(t.name + t.tail for t in parts))
    counted = [_number(m["n"]) for m in _COUNT.finditer(passage.text[: parts[-1].start])]
    if len(parts) in counted[-2:]:
        return True
    if total[0] in ("总", "全", "累计"):
        if len(subject) > _SHORT or _FROM.search(clause):
            return False
        noun = re.sub(r"[额量数计达为是有共约录得实现完成\s]", "", behind + subject)
        return not noun or bool(set(noun) & names)
    if not subject or (bool(set(subject) & names) and len(subject) < 5):
        return True
    return named_anew(passage, told, total[0], subject, parts)


def _turned(passage: Passage, parts: Sequence[Told]) -> bool:
    """Whether two of the amounts are one before and after: 由12.0亿元增至18.5亿元."""
    return any(_MOVED.search(passage.between(a, b)) for a, b in itertools.pairwise(parts) if a.end < b.start)
