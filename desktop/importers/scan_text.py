"""Plain text and Markdown into blocks, by one scan over the lines."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers import lines
from desktop.importers.blocks import Block
from desktop.importers.fold import Folded
from desktop.importers.pipes import table_at

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LEVELS: Final = {"cn": 1, "nth": 1, "why": 1, "word": 1, "par": 2, "num": 2, "paren": 3, "circ": 3, "dec": 3}


def scan(folded: Folded) -> list[Block]:
    """Return the blocks of a text in order; offsets are those of the folded text."""
    text = folded.text
    spans = [m.span() for m in _LINE.finditer(text)]
    kept = [(a, b) for a, b in spans if not text[a:b].isspace()]
    return _Scanner(text, kept, folded.bold).run()


class _Scanner:
    """One pass over the lines that are not blank."""

    def __init__(self, text: str, spans: list[tuple[int, int]], bold: frozenset[int]) -> None:
        self.text, self.spans, self.bold = text, spans, bold
        self.blocks: list[Block] = []
        atx = numbered = 0
        for a, b in spans:
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
                if made:
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
        bullet = lines.BULLET.match(line)
        if bullet:
            indent = a - self.spans[at][0]
            content = a + bullet.end()
            box = text[content : content + 3] in ("[ ]", "[x]", "[X]")
            return self._add(
                "item", content + 4 * box if content + 4 * box < b else content, b, at, 1 + indent // 2
            )
        if b - a <= 90 and lines.is_furniture(line):
            return self._add("furniture", a, b, at)
        if b - a <= 60:
            made_at = self._short(a, b, line, at)
            if made_at:
                return made_at
        number = lines.numbered(line) if first in "一二三四五六七八九十第（(0123456789①②③④⑤⑥⑦⑧⑨⑩" else None
        if number and number.style in ("num", "paren", "circ", "par", "dec"):
            return self._add("item", a + number.content, b, at, 1, number.number)
        return self._add("paragraph", a, b, at)

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
            return self._add("heading", a, b, at, _LEVELS[number.style], number.number, a + number.content)
        if a in self.bold and lines.may_head(line, 40) and not self.marked:
            return self._add("heading", a, b, at, 3 if self.counted else 1)
        if _VALUE_LINE.search(line):
            return 0
        if (
            self.marked
            or (self.counted and not _CLOSER.search(line))
            or not lines.may_head(line)
            or not self._opens(at)
        ):
            return 0
        emoji = lines.emoji_ahead(line)
        return self._add("heading", a, b, at, 1, None, a + emoji) if emoji < len(line) else 0

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
        if "|" in following or lines.BULLET.match(following) or lines.numbered(following):
            return True
        if lines.is_furniture(following) and at + 2 < len(self.spans):
            a, b = self.spans[at + 2]
            following = self.text[a:b]
        return not lines.may_head(following) or following.rstrip()[-1] in "。！？!?”"


_VALUE_LINE: Final = re.compile(r"[：:] ?[-+~约近超]?[$¥￥]?\d|\d[^\d]+\d+(?:\.\d+)?%.*\d")
_CLOSER: Final = re.compile(
    r"^(?:结语|总结|小结|结论|引言|前言|导语|后记|展望|背景|摘要|概述|结束语)$|^写在|(?:建议|展望|未来|"
    r"走势|前景|启示|对策|总结|结语|背景|趋势|回顾|怎么办)(?:分析)?[？?]?$|^未来"
)
