"""Saved web pages: the article without navigation and advertising."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.importers.readers.decode import decode
from desktop.importers.readers.normal import Writer, clean
from desktop.importers.reading import READERS, Reader, Reading

if TYPE_CHECKING:
    from desktop.importers.readers.page_walk import Piece

SUFFIXES: Final = (".html", ".htm", ".xhtml", ".shtml")
_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_TAG: Final = re.compile(rb"<(?:p|div|h[1-6]|table|br|span|body|html|meta|ul)[\s/>]", re.I)
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,30})|encoding=["']([\w.:-]{2,30})""", re.I
)
_STRUCTURE: Final = re.compile(r"<(?:table|h[1-6]|li|b|strong)[\s>]|font-weight", re.I)
_HEAVY: Final = re.compile(r"<(script|style|svg)\b[^<>]{0,4000}>|</(script|style|svg)\s*>", re.I)
_LD_JSON: Final = re.compile(r"ld\+json", re.I)
_DATA_URI: Final = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]{200,}")
_MOST: Final = 40_000_000  # characters of markup without scripts and pictures
_VISIBLE: Final = 60  # a page that runs a script and shows fewer characters has nothing to read
_NEEDS_SCRIPT: Final = re.compile(r"JavaScript|脚本|启用\s*JS|浏览器版本过低|Loading|加载中", re.I)


def claims(suffix: str, data: bytes) -> bool:
    """Whether bytes are a page: they begin like one, or are called one and hold markup."""
    head = _ascii(data[:4096])
    return _START.match(head) is not None or (suffix in SUFFIXES and _TAG.search(head) is not None)


def read(name: str, data: bytes, _progress: Progress) -> Reading:
    """Read a saved page."""
    declared = _CHARSET.search(_ascii(data[:4096]))
    charset = (declared[1] or declared[2] or b"").decode("ascii", "replace") if declared else ""
    text, encoding, notices = decode(name, data, charset)
    return of_markup(name, text, encoding, notices)


def of_markup(name: str, markup: str, encoding: str, notices: tuple[Text, ...] = ()) -> Reading:
    """Make a reading of markup; UserError where it shows no article."""
    from desktop.importers.readers.page_article import article_of

    scripted = "<script" in markup.lower()
    slim = _slim(markup)
    if len(slim) > _MOST:
        raise UserError(
            Text("“{}”的网页内容过大，无法读取。", "The page {} is too large to be read.").format(name),
            Text("请只保存正文部分后再导入。", "Save the article alone and import that."),
        )
    article = article_of(slim.replace("\0", ""))
    shown = "".join(piece.text for piece in article.pieces)
    if len(shown) < _VISIBLE and scripted and (len(shown) < 20 or _NEEDS_SCRIPT.search(shown)):
        raise UserError(
            Text(
                "“{}”只有脚本，正文要在浏览器里运行后才会出现。",
                "{} holds only a script; its article appears when a browser runs it.",
            ).format(name),
            Text(
                "请在浏览器里打开该网页，等正文出现后另存为“网页，全部”，或复制正文后粘贴。",
                "Open the page in a browser, wait for the article, save it as a complete page, or copy and paste it.",
            ),
        )
    if not shown:
        raise UserError(
            Text("“{}”里没有找到正文。", "No article was found in {}.").format(name),
            Text("请在浏览器里复制正文，然后粘贴导入。", "Copy the article in a browser and paste it."),
        )
    return _written(name, "html", encoding, notices, article.title, article.date, article.pieces)


def _slim(markup: str) -> str:
    """Return markup without scripts, styles and drawings, in one pass; what describes the article stays."""
    markup = _DATA_URI.sub("", markup)
    kept, at, inside = [], 0, ""
    for tag in _HEAVY.finditer(markup):
        opens, closes = (tag[1] or "").lower(), (tag[2] or "").lower()
        if not inside and opens and not _LD_JSON.search(tag[0]):
            kept.append(markup[at : tag.start()])
            inside = opens
        elif inside and closes == inside:
            at, inside = tag.end(), ""
    return " ".join((*kept, "" if inside else markup[at:]))


def has_structure(markup: str) -> bool:
    """Whether copied markup says more than its text: tables, headings, lists or bold words."""
    return _STRUCTURE.search(markup) is not None


def of_fragment(name: str, markup: str) -> Reading | None:
    """Make a reading of copied markup, all of it: somebody chose it; None when it shows no words."""
    from desktop.importers.readers.page_article import parse
    from desktop.importers.readers.page_walk import walk

    tree = parse(_slim(markup[:_MOST]).replace("\0", ""))
    pieces = walk(tree) if tree is not None else []
    return _written(name, "clipboard", "", (), "", "", pieces) if pieces else None


def _written(
    name: str, kind: str, encoding: str, notices: tuple[Text, ...], title: str, date: str, pieces: list[Piece]
) -> Reading:
    writer = Writer()
    title = clean(title)
    own = next((p for p in pieces[:12] if p.kind == "heading" and _same(p.text, title)), None)
    if own is not None:
        title = own.text
    writer.title(title)
    for piece in pieces:
        if piece is own:
            continue
        if piece.kind == "heading":
            writer.heading(piece.text, piece.level)
        elif piece.kind == "item":
            writer.item(piece.text, piece.level, piece.mark)
        elif piece.kind == "table":
            for line in piece.before:
                writer.paragraph(line)
            writer.table(piece.rows)
        elif not _same(piece.text, title):
            writer.paragraph(piece.text, piece.bold)
    text, blocks = writer.finish()
    return Reading(name, kind, encoding, text, blocks, title, date, notices)


def _same(words: str, title: str) -> bool:
    """Whether words are the title, perhaps with the name of the site after it."""
    a, b = "".join(words.split()).casefold(), "".join(title.split()).casefold()
    return bool(a) and (a == b or (len(a) > 8 and b.startswith(a)))


def _ascii(head: bytes) -> bytes:
    """Return the start of a file with the zero bytes of UTF-16 gone, so that tags can be seen."""
    return (
        head.replace(b"\0", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )


READERS.add("html", Reader(Text("网页", "Web page"), 50, SUFFIXES, claims, read))
