"""The number or nickname that a text gives a regulation beside its title, against that of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result
from desktop.audit.rule_told import called, told
from desktop.audit.scope import Rule
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text

NUMBER = Text(
    "文中把{0}称作{1}，登记簿的文号是{2}。",
    "The text gives {0} the number {1}; the register has {2}.",
)
_NEAR: Final = 14  # characters from a title in which its number or nickname stands
_STANDARD: Final = re.compile(r"^》?\s*[（(]\s*(?P<code>(?:GB|JR|YD|GA)(?:/[TZ])?\s?\d{2,6}-\d{4})")
_STANDARD_OF: Final = re.compile(r"(?:GB|JR|YD|GA)(?:/[TZ])? ?\d{2,6}-\d{4}")
_CALLED_AHEAD: Final = re.compile(
    r"(?<![\d〕）)])[“‘]?(?P<n>\d{1,4})号文[”’]?(?:[（(，,]|即|——|也就是|——)*《?$"
)
_FULL: Final = (
    r"(?P<n>[\u4e00-\u9fff]{2,16}[〔\[（(]?(?P<y>(?:19|20)\d\d)[〕\]）)年]\s?第?\s?(?P<d>\d{1,5})\s?号)"
)
_FULL_AHEAD: Final = re.compile(rf"{_FULL}(?:文件?)?的?(?:即|，|：|——)?《?$")
_FULL_BEHIND: Final = re.compile(
    rf"^》?[，,]?(?:它?的?(?:文号|字号|编号|发文字号)(?:为|是|：)?|也就是|即|又称)[“‘]?{_FULL}"
)
_CELL: Final = re.compile(rf"\s*{_FULL}\s*")
_CALLED_BEHIND: Final = re.compile(
    r"^》?(?:[（(，,]|[^，。；（(]{0,2}(?:俗称|简称|下称|即|也就是|业内称|人称|又称|被称为))+(?:业内)?(?:的)?[“‘]?(?P<n>\d{1,4})号文[”’]?"
)
# 国务院令第735号, which has no year
_ORDER: Final = r"(?P<n>(?:中华人民共和国)?国务院令[（(]?第?\s?(?P<d>\d{2,4})\s?号[）)]?)"
_ORDER_AHEAD: Final = re.compile(rf"{_ORDER}(?:(?:公布|发布|颁布)?的|即|，|：)?《?$")
_ORDER_BEHIND: Final = re.compile(rf"^》?[（(，,]?(?:文号(?:为|是)|即)?{_ORDER}")
_ORDER_OF: Final = re.compile(r"国务院令第(\d+)号")
_DIGITS: Final = re.compile(r"\d+")
_YEARED: Final = re.compile(r"(?P<y>(?:19|20)\d\d)[〕\]）)年]\s?第?\s?(?P<d>\d{1,5})\s?号")


def number_told(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """A number or nickname beside the title that is another document's: （GB/T 22239-2016）, “147号文”."""
    if not entry.number or rule.mention.match == "number":
        return
    words, own = _in_row(rule, entry) if rule.row else _in_sentence(rule, entry) if rule.text else ("", "")
    if words:
        said = NUMBER.format(called(rule.mention), quote(words), quote(own))
        yield told(rule, "differs", "number", formula("{} ≠ {}", quote(words), quote(own)), said)


def _in_row(rule: Rule, entry: RegisterEntry) -> tuple[str, str]:
    """A cell of the row that is nothing but the number of a document; none where there are several."""
    cells = [match for cell in rule.row if (match := _CELL.fullmatch(cell))]
    return (cells[0]["n"], entry.number) if len(cells) == 1 and _is_other(cells[0], entry) else ("", "")


def _in_sentence(rule: Rule, entry: RegisterEntry) -> tuple[str, str]:
    at = rule.mention.anchor
    ahead, behind = rule.words(at.start - _NEAR, at.start), rule.words(at.end, at.end + 3 * _NEAR)
    standard, known = _STANDARD.match(behind), _STANDARD_OF.search(entry.number)
    if standard is not None and known is not None:
        editions = [code.replace(" ", "") for code in _STANDARD_OF.findall(entry.number)]
        return ("", "") if standard["code"].replace(" ", "") in editions else (standard["code"], known[0])
    full = _FULL_AHEAD.search(rule.words(at.start - 2 * _NEAR, at.start)) or _FULL_BEHIND.match(behind)
    if full is not None:
        return (full["n"], entry.number) if _is_other(full, entry) else ("", "")
    order = _ORDER_AHEAD.search(rule.words(at.start - 2 * _NEAR, at.start)) or _ORDER_BEHIND.match(behind)
    if order is not None and (orders := _orders(entry)):
        return ("", "") if order["d"] in orders else (order["n"], entry.number)
    found = _CALLED_AHEAD.search(ahead) or _CALLED_BEHIND.match(behind)
    if found is None or found["n"] in _DIGITS.findall(entry.number):
        return "", ""
    return found[0].strip("“”‘’（("), entry.number


def _is_other(cited: re.Match[str], entry: RegisterEntry) -> bool:
    """Whether no number of the entry has this year and these digits; unknown where it is without a year."""
    known = {(m["y"], m["d"].lstrip("0")) for m in _YEARED.finditer(entry.number)}
    return bool(known) and (cited["y"], cited["d"].lstrip("0")) not in known


def _orders(entry: RegisterEntry) -> list[str]:
    """The numbers of the orders by which a document came out or was revised."""
    return _ORDER_OF.findall(f"{entry.number}；{entry.status_note.zh}") if "国务院令" in entry.number else []
