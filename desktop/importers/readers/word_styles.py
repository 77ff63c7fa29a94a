"""What the styles and lists of a Word document say of a paragraph: heading level, bold, the number before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING: Final = re.compile(r"^(?:heading|标题) ?(\d)$", re.I)
_TITLE: Final = re.compile(r"^(?:title|标题|文章标题|文档标题)$", re.I)
_CONTENTS: Final = re.compile(
    r"^(?:toc|目录) ?\d?|^table of (?:contents|figures)|^(?:header|footer|页眉|页脚)$", re.I
)
_PLACE: Final = re.compile(r"%(\d)")
_DIGITS: Final = "零一二三四五六七八九"
_ROMAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_CHINESE: Final = re.compile(r"chinese|ideograph|japanese|taiwanese")  # numFmt that counts 一二三


class Look(NamedTuple):
    """A paragraph style with what it inherits: ``level`` 0 is no heading; ``num`` is (list, level) or None."""

    level: int = 0
    title: bool = False
    contents: bool = False
    bold: bool = False
    num: tuple[str, int] | None = None


def name_of(element: _Element) -> str:
    """Return the tag without its namespace: strict and transitional documents differ in that alone."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def val(element: _Element | None, name: str = "val") -> str:
    """Return an attribute by its local name, or ""."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.attrib.items() if k.rsplit("}", 1)[-1] == name), "")


def on(element: _Element | None) -> bool | None:
    """Return what a switch such as ``w:b`` says; None when it is absent."""
    return None if element is None else val(element) not in ("0", "false", "off", "none")


def number(text: str, default: int = 0) -> int:
    """Return a small whole number of an attribute."""
    return int(text) if text.isdecimal() and len(text) < 7 else default


def list_of(properties: _Element | None) -> tuple[str, int] | None:
    """Return (list, level) of paragraph properties; list "0" takes a paragraph out of its list."""
    numbered = child(properties, "numPr")
    if numbered is None:
        return None
    return val(child(numbered, "numId")), number(val(child(numbered, "ilvl")))


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: _Element | None) -> None:
        self._raw = {
            val(s, "styleId"): s for s in (root if root is not None else ()) if name_of(s) == "style"
        }
        self._known: dict[str, Look] = {}

    def look(self, ident: str) -> Look:
        """Return the look of a style; an unknown one says nothing."""
        if ident not in self._known:
            self._known[ident] = self._read(ident)
        return self._known[ident]

    def bold(self, ident: str) -> bool:
        """Whether a character style is bold."""
        style = self._raw.get(ident)
        return style is not None and on(child(style, "rPr", "b")) is True

    def _read(self, ident: str) -> Look:
        level, title, contents, num = 0, False, False, None
        bold: bool | None = None
        for _ in range(12):  # styles may inherit in a ring
            style = self._raw.get(ident)
            if style is None:
                break
            name = val(child(style, "name"))
            heading = _HEADING.match(name)
            if not level and heading:
                level = int(heading[1])
            outline = val(child(style, "pPr", "outlineLvl"))
            if not level and outline and number(outline, 9) < 9:
                level = number(outline) + 1
            title = title or _TITLE.match(name) is not None
            contents = contents or _CONTENTS.match(name) is not None
            bold = on(child(style, "rPr", "b")) if bold is None else bold
            num = num or list_of(child(style, "pPr"))
            ident = val(child(style, "basedOn"))
        return Look(level, title, contents, bool(bold), num)


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class Lists:
    """The numbered lists of a document and where each stands."""

    def __init__(self, root: _Element | None) -> None:
        children = list(root) if root is not None else []
        abstract = {val(a, "abstractNumId"): a for a in children if name_of(a) == "abstractNum"}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for one in children:
            if name_of(one) != "num":
                continue
            ident, of = val(one, "numId"), val(child(one, "abstractNumId"))
            levels = _levels(abstract.get(of))
            for change in (c for c in one if name_of(c) == "lvlOverride"):
                place = number(val(change, "ilvl"))
                own = _levels(change).get(place) or levels.get(place)
                start = child(change, "startOverride")
                if own:
                    levels[place] = (
                        own._replace(start=number(val(start), own.start)) if start is not None else own
                    )
                if start is not None:
                    of = f"{of}/{ident}"  # counts by itself
            self._levels[ident], self._shared[ident] = levels, of

    def label(self, ident: str, place: int) -> str:
        """Return the next label of a list at a level: ``三、``, ``2.1``, ``•``; "" when it shows none."""
        levels = self._levels.get(ident, {})
        level = levels.get(place)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._shared[ident], [])
        while len(counts) <= place:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (1 if len(counts) == place else 0))
        counts[place] += 1
        del counts[place + 1 :]
        if level.form == "bullet":
            return "•"
        if level.form == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            at = levels.get(n)
            return _as(at.form if at else "decimal", counts[n]) if 0 <= n < len(counts) else ""

        return _PLACE.sub(shown, level.text)


def _levels(root: _Element | None) -> dict[int, _Level]:
    found = {}
    for level in root if root is not None else ():
        if name_of(level) == "lvl":
            found[number(val(level, "ilvl"))] = _Level(
                val(child(level, "numFmt")) or "decimal",
                val(child(level, "lvlText"))[:40],
                number(val(child(level, "start")), 1),
            )
    return found


def _as(form: str, count: int) -> str:
    if 0 < count < 100 and _CHINESE.match(form):
        tens, ones = divmod(count, 10)
        return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (
            _DIGITS[ones] if ones else ""
        )
    if form.startswith("decimalEnclosedCircle") and 0 < count <= 20:
        return chr(ord("①") + count - 1)
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        return chr((97 if form[0] == "l" else 65) + count - 1)
    if form in ("lowerRoman", "upperRoman") and 0 < count < 40:
        roman = "x" * (count // 10) + _ROMAN[count % 10]
        return roman if form[0] == "l" else roman.upper()
    return str(count)
