"""An article in each format, made by code: a page with its furniture, a Word document, a PDF."""

from __future__ import annotations

import html
from functools import cache
from io import BytesIO
from typing import Any

from desktop.importers.blocks import Block
from desktop.importers.fold import fold
from desktop.importers.readers.offsets import out_of
from desktop.importers.scan_text import scan

NAV = "<nav><a href='/'>首页</a> <a href='/f'>财经</a> <a href='/t'>科技</a></nav>"
BEFORE = "<div class='ad-banner'>广告：立减 55% ，仅剩 3 天</div>"
AFTER = (
    "<div class='related'><h3>相关阅读</h3><ul><li><a href='/1'>十大手机 2025 年榜单</a></li>"
    "<li><a href='/2'>房价下降 12% 之后</a></li></ul></div>"
    "<aside><table><tr><th>理财</th><th>收益</th></tr><tr><td>某宝</td><td>4.99%</td></tr></table></aside>"
    "<footer>版权所有 2001-2025 · 京ICP备010203号</footer>"
)
FOREIGN = ("首页", "立减", "十大手机", "房价下降", "某宝", "4.99%", "版权所有", "京ICP备")


def parts(text: str) -> list[tuple[Block, str]]:
    """Return the blocks of a plain text with their words; a table's are its rows, cells apart by tabs."""
    folded = fold(text)
    found = []
    for block in out_of(folded, scan(folded)):
        words = _plain(text[block.start : block.end])
        if block.kind == "table":
            words = "\n".join("\t".join(_plain(text[a:b]) for a, b in row) for row in block.rows)
        found.append((block, words))
    return found


def _plain(words: str) -> str:
    return fold(words).text if any(mark in words for mark in ("**", "`", "__", "](", "*")) else words


def markup(text: str, lists: bool = True) -> str:
    """Return the article as markup without anything around it; ``lists`` False writes bullets as characters."""
    out: list[str] = []
    listed = ""
    for block, raw in parts(text):
        words = html.escape(raw)
        wanted = "" if block.kind != "item" or not lists else "ol" if block.number else "ul"
        if wanted != listed:
            out.append((f"</{listed}>" if listed else "") + (f"<{wanted}>" if wanted else ""))
            listed = wanted
        if block.kind == "title":
            out.append(f"<h1>{words}</h1>")
        elif block.kind == "heading":
            level = min(6, 1 + block.level)
            out.append(f"<h{level}>{words}</h{level}>")
        elif block.kind == "item":
            mark = f"{block.number}. " if block.number else "• "
            out.append(f"<li>{words}</li>" if lists else f"<p>{mark}{words}</p>")
        elif block.kind == "table":
            rows = [row.split("\t") for row in raw.split("\n")]
            out.append("<table border='1' cellspacing='0' cellpadding='4'>")
            for n, row in enumerate(rows):
                tag = "td" if n else "th"
                out.append("<tr>" + "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in row) + "</tr>")
            out.append("</table>")
        else:
            out.append(f"<p>{words}</p>")
    return "\n".join(out) + (f"</{listed}>" if listed else "")


def page(text: str, encoding: str = "utf-8") -> bytes:
    """Return the article as a saved page with navigation, advertising, related links and a foot."""
    title = next((words for block, words in parts(text) if block.kind == "title"), "")
    whole = (
        f"<!DOCTYPE html><html><head><meta charset='{encoding}'><title>{html.escape(title)} - 某某网</title>"
        f"<script>var x = '<p>脚本 88%</p>';</script></head><body>{NAV}{BEFORE}"
        f"<div class='content'>{markup(text)}</div>{AFTER}</body></html>"
    )
    return whole.encode(encoding, "xmlcharrefreplace")


def document(text: str) -> bytes:
    """Return the article as a Word document with styles."""
    import docx

    made = docx.Document()
    for block, words in parts(text):
        if block.kind == "title":
            made.add_heading(words, 0)
        elif block.kind == "heading":
            made.add_heading(words, block.level)
        elif block.kind == "item":
            made.add_paragraph(words, style="List Number" if block.number else "List Bullet")
        elif block.kind == "table":
            rows = [row.split("\t") for row in words.split("\n")]
            table = made.add_table(len(rows), max(map(len, rows)))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
        else:
            made.add_paragraph(words)
    return saved(made)


def saved(made: Any) -> bytes:
    """Return the bytes of a Word document."""
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def pdf(markup_: str, *, size: float = 10.5) -> bytes:
    """Print markup as a PDF (needs a Qt application)."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    _fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    text = QTextDocument()
    font = QFont("Guiyin Sans SC")
    font.setPointSizeF(size)
    text.setDefaultFont(font)
    text.documentLayout().setPaintDevice(writer)
    text.setPageSize(QSizeF(writer.width(), writer.height()))
    text.setHtml(markup_)
    text.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


@cache
def _fonts() -> None:
    from desktop.app.fonts import load_fonts

    assert load_fonts() is None
