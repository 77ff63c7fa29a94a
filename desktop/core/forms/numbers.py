"""Numbers as people type them: thousands separators, full-width digits, 万 and 亿."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(" + "|".join(SCALES) + ")")
LONGEST = 40  # characters: nothing that is measured takes more


def read_number(words: str) -> Decimal | None:
    """Return the exact value of a number such as "1,200", "3.5万" or "３０"; None when it is none."""
    plain = normalize("NFKC", words).replace(" ", "").replace("−", "-")
    match = _NUMBER.fullmatch(plain) if len(plain) <= LONGEST else None
    if match is None:
        return None
    sign, whole, part, scale = match.groups()
    return Decimal(f"{sign}{whole.replace(',', '')}{part or ''}") * SCALES[scale]


def number_words(value: Decimal | None) -> str:
    """Return a number as it is typed, without exponent; nothing for an open end."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
