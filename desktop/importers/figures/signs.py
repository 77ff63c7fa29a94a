"""What stands before a number and belongs to it: signs, arrows, marks and codes of currencies."""

from __future__ import annotations

from typing import Final

from desktop.importers.figures import units

_SIGNS = "+-±"
LAST: Final = frozenset("+-± ↑▲⬆↓▼⬇")  # the characters that ``sign`` looks for
MAY_BE_CURRENCY: Final = frozenset("+-± ") | units.CURRENCY.keys() | {p[-1] for p in units.PREFIXES}
SIGNED: Final = frozenset(("%", "permille", "pp", "bp", "celsius")) | units.MONEY
_MINUS_AFTER: Final = "比为至到是,，。：；（、约幅速率润流益额入损值差亏期"
_RANGE_AFTER: Final = "元万亿千百十年月日号个家人倍成点条款第"


def negative(text: str, pos: int) -> bool:
    """Whether the minus of a range's second end is its own: 至-3%, ~-2%, --5%; not that of 3-5%."""
    return text[pos - 1] == "-" and (text[pos - 2] in "-—~～至到" or text[pos - 2 : pos] == " -")


def currency(text: str, pos: int, start: int) -> tuple[int, str | None]:
    """Return where the mark or code of a currency before ``pos`` begins, and the unit; ``pos`` and None without."""
    if pos <= start or text[pos - 1] not in MAY_BE_CURRENCY:
        return pos, None
    at = pos - 1 if text[pos - 1] == " " else pos
    if at > start and text[at - 1] in units.CURRENCY:
        for size in (3, 2):
            code = units.PREFIXES.get(text[max(start, at - size) : at])
            if code:
                return at - size, code
        return at - 1, units.CURRENCY[text[at - 1]]
    code = units.PREFIXES.get(text[max(start, at - 3) : at])
    if code:
        return at - 3, code
    if text[pos - 1 : pos] in _SIGNS and text[pos - 2 : pos - 1] in units.CURRENCY and pos - 2 >= start:
        return pos - 2, units.CURRENCY[text[pos - 2]]
    return pos, None


def sign(text: str, left: int, start: int, sure: bool) -> tuple[str, int]:
    """Return the sign or arrow before ``left`` and where it begins; ``sure``: the unit is one that takes a sign."""
    before = text[left - 1 : left] if left > start else ""
    if before in ("+", "-", "±") and before:
        two = text[left - 2 : left - 1] if left - 2 >= start else ""
        if before == "-" and two and (two.isalnum() or two in ")）") and not (ord(two) > 0x2E80):
            return (before, left - 1) if two.isalpha() and sure else ("", left)
        if before == "-" and two and ord(two) > 0x2E80 and two not in _MINUS_AFTER and not (
            sure and two not in _RANGE_AFTER
        ):  # fmt: skip
            return "", left
        return before, left - 1
    arrow = left - 1 if before != " " else left - 2
    if arrow >= start and text[arrow] in "↑▲⬆":
        return "↑", arrow
    if arrow >= start and text[arrow] in "↓▼⬇":
        return "↓", arrow
    return "", left
