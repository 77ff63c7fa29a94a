"""Plain text and Markdown into blocks, by one scan over the lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from desktop.importers import lines
from desktop.importers.blocks import Block
from desktop.importers.fold import Folded
from desktop.importers.pipes import tabbed_at, table_at

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LEVELS: Final = {"cn": 1, "nth": 1, "why": 1, "word": 1, "par": 2, "num": 2, "paren": 3, "circ": 3, "dec": 3}


def scan(folded: Folded, given: Sequence[Block] = (), bold: frozenset[int] = frozenset()) -> list[Block]:
    """Return the blocks of a text in order; offsets are those of the folded text.

    ``given`` are blocks that the format itself marks, in order: their lines are not judged. ``bold`` are the
    starts of lines that the format shows bold; where there are several, a plain line is no heading.
    """
    text = folded.text
    kept = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    return _Scanner(text, kept, folded.bold | bold, given, len(bold) > 1).run()


class _Scanner:
    """One pass over the lines that are not blank."""

    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        bold: frozenset[int],
        given: Sequence[Block],
        shown: bool,
    ) -> None:
        self.text, self.spans, self.bold, self.shown = text, spans, bold, shown
        self.blocks: list[Block] = []
        self.given: dict[int, tuple[Block, int]] = {}
        atx, numbered, told = sum(block.kind == "heading" for block in given), 0, 0
        for block in given:
            line = bisect_right(spans, (block.start, len(text) + 1)) - 1
            if line < 0 or spans[line][1] <= block.start:
                line += 1  # it begins with marks that are gone from the folded text
            if line >= len(spans) or spans[line][0] >= max(block.end, block.start + 1):
                continue
            told = max(told, bisect_left(spans, (block.end, 0)), line + 1)
            self.given[line] = block, told
        for n, (a, b) in enumerate(spans):
            if n in self.given:
                continue
            first = text[a]
            if lines.may_be_emoji(first) and (emoji := lines.emoji_ahead(text[a:b])) < b - a:
                a += emoji
                first = text[a]
            if first == "#" and lines.ATX.match(text, a, b):
                atx += 1
            elif (
                b - a <= 44
                and first in "一二三四五六七八九十第（(123456789"
                and lines.may_head(text[a:b], 44)
            ):
                numbered += lines.numbered(text[a:b]) is not None
        self.marked = atx >= 2
        self.counted = numbered >= 2
        self.titled = False
        self.retry = 0  # no table begins before this line

    def run(self) -> list[Block]:
        """Read every line once."""
        at = 0
        while at < len(self.spans):
            at = self._line(at)
        return self.blocks

    def _line(self, at: int) -> int:
        if at in self.given:
            block, following = self.given[at]
            self.blocks.append(block)
            self.titled = self.titled or block.kind == "title"
            return following
        text = self.text
        a, b = self.spans[at]
        while text[b - 1] in " \t":
            b -= 1
        while text[a] in " \t":
            a += 1
        line = text[a:b]
        if "|" in line:
            if lines.is_furniture(line):
                return self._add("furniture", a, b, at)
            if at >= self.retry:
                made, following = table_at(text, self.spans, at)
                if made and not (self.given and any(n in self.given for n in range(at, following))):
                    self.blocks.append(made)
                    return following
                self.retry = following
        elif "\t" in line and at >= self.retry:
            made, following = tabbed_at(text, self.spans, at)
            if made and not (self.given and any(n in self.given for n in range(at, following))):
                self.blocks.append(made)
                return following
            self.retry = following
        first = line[0]
        if first == "#":
            mark = lines.ATX.match(line)
            if mark:
                return self._atx(a, b, line, mark.end(), len(mark[1]), at)
        if first == ">":
            a += len(line) - len(line.lstrip("> "))
            return self._add("paragraph", min(a, b), b, at) if a < b else at + 1
        bullet = self._bullet(at, line) if first in lines.BULLET_FIRST else None
        if bullet:
            indent = a - self.spans[at][0]
            content = a + bullet.end()
            box = text[content : content + 3] in ("[ ]", "[x]", "[X]")
            return self._add(
                "item", content + 4 * box if content + 4 * box < b else content, b, at, 1 + indent // 2
            )
        if b - a <= 90 and lines.is_furniture(line):
            return self._add("furniture", a, b, at)
        if b - a <= 2 and line.isdecimal() and at + 1 < len(self.spans) and self._heads(at + 1):
            return self._add("furniture", a, b, at)
        if b - a <= 60:
            made_at = self._short(a, b, line, at)
            if made_at:
                return made_at
        number = lines.numbered(line) if first in "一二三四五六七八九十第（(0123456789①②③④⑤⑥⑦⑧⑨⑩" else None
        if number and number.style in ("num", "paren", "circ", "par", "dec"):
            return self._add("item", a + number.content, b, at, 1, number.number)
        return self._add("paragraph", a, b, at)

    def _bullet(self, at: int, line: str) -> re.Match[str] | None:
        spans = self.spans
        beside = (self.text[spans[n][0]] if 0 <= n < len(spans) else "" for n in (at - 1, at + 1))
        return lines.bullet(line, *beside)

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        at: int,
        level: int = 0,
        number: int | None = None,
        content: int = -1,
    ) -> int:
        self.blocks.append(Block(kind, start, end, start if content < 0 else content, level, number))  # type: ignore[arg-type]
        return at + 1

    def _atx(self, a: int, b: int, line: str, skip: int, level: int, at: int) -> int:
        end = b
        while end > a + skip and self.text[end - 1] in "# ":
            end -= 1
        start = a + skip
        words = self.text[start:end]
        if not words.strip():
            return at + 1
        if (
            not self.titled
            and level == 1
            and not any(x.kind in ("heading", "table", "item") for x in self.blocks)
        ):
            self.titled = True
            return self._add("title", start, end, at)
        emoji = lines.emoji_ahead(words)
        number = lines.numbered(words[emoji:])
        content = start + emoji + (number.content if number else 0)
        return self._add(
            "heading", start, end, at, level, number.number if number else None, min(content, end)
        )

    def _short(self, a: int, b: int, line: str, at: int) -> int:
        """Decide whether a short line is the title or a heading; 0 when it is neither."""
        if (
            not self.titled
            and all(x.kind == "furniture" for x in self.blocks)
            and lines.may_head(line, 60)
            and not lines.numbered(line)
        ):
            self.titled = True
            return self._add("title", a, b, at)
        emoji = lines.emoji_ahead(line) if lines.may_be_emoji(line[0]) else 0
        if emoji:
            a, line = a + emoji, line[emoji:]
            if not line:
                return 0
        number = (
            lines.numbered(line)
            if line[0] in "一二三四五六七八九十第（(0123456789①②③④⑤⑥⑦⑧⑨⑩首其再此最原理因"
            else None
        )
        if number:
            if not lines.may_head(line[number.content :], 44) or self._in_list(at, number):
                return 0
            if self.marked and number.style not in ("cn", "nth", "why"):
                return 0
            if number.style == "word" and (b - a > 32 or not self._opens(at)):
                return 0
            content = a + number.content
            return self._add("heading", a - emoji, b, at, _LEVELS[number.style], number.number, content)
        if a in self.bold and lines.may_head(line, 40) and not self.marked:
            return self._add("heading", a, b, at, 3 if self.counted else 1)
        if self.marked or self.shown or (self.counted and not lines.CLOSER.search(line)):
            return 0
        if not self._heads(at, line):
            return 0
        above = self.text[slice(*self.spans[at - 1])].strip() if at else ""
        number_above = int(above) if len(above) <= 2 and above.isdecimal() else None
        return self._add("heading", a - emoji, b, at, 1, number_above, a)

    def _heads(self, at: int, line: str = "") -> bool:
        """Whether a bare line may be a heading by its words and by what follows."""
        line = line or self.text[slice(*self.spans[at])]
        return lines.may_head(line) and not lines.holds_value(line) and self._opens(at)

    def _in_list(self, at: int, number: lines.Numbered) -> bool:
        """Whether a numbered line stands among its like, with nothing between: a list, not headings."""
        if number.style in ("cn", "nth", "why"):
            return False
        for near in (at - 1, at + 1):
            if 0 <= near < len(self.spans):
                a, b = self.spans[near]
                other = lines.numbered(self.text[a:b])
                if (
                    other
                    and other.style == number.style
                    and other.number is not None
                    and number.number is not None
                    and other.number - number.number == near - at
                ):
                    return True
        return False

    def _opens(self, at: int) -> bool:
        """Whether prose, a list or a table follows a bare line, as it does a heading."""
        if at + 1 >= len(self.spans):
            return False
        a, b = self.spans[at + 1]
        following = self.text[a:b]
        if "|" in following or self._bullet(at + 1, following) or lines.numbered(following):
            return True
        if lines.is_furniture(following) and at + 2 < len(self.spans):
            a, b = self.spans[at + 2]
            following = self.text[a:b]
        return not lines.may_head(following) or following.rstrip()[-1] in "。！？!?”"
