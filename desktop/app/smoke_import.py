"""The smoke run's import: one small article in every format, through the worker processes, into a library."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from desktop.core.progress import NoProgress
from desktop.services.import_run import import_all, tasks_of

TITLE = "街角书店为何停业"
HEADING = "一、租金持续上涨"
PROSE = "2023年，书店的月租由3.2万元涨到4.2万元，涨幅超过30%，而同期客流减少了两成，店主因此决定不再续约。"
ROWS = (("年份", "客流（人次）"), ("2022年", "1300"), ("2023年", "1040"))
FIGURES = 6  # 3.2万元, 4.2万元, 30%, 两成, 1300, 1040


def import_everything(folder: Path) -> list[str]:
    """Write the article in every format below ``folder``, import it; return what went wrong."""
    articles = folder / "文章 articles"
    articles.mkdir()
    for suffix, write in WRITERS.items():
        write(articles / f"书店{suffix}")
    report = import_all(tasks_of([articles], folder / "imported"), NoProgress())
    wrong = [refused.problem.en + refused.details for refused in report.refused]
    wrong += [
        f"the import of {made.name} found {made.counts}"
        for made in report.imported
        if (made.counts["figures"], made.counts["reasons"]) != (FIGURES, 1)
    ]
    if len(report.results) != len(WRITERS):
        wrong.append(f"{len(report.results)} of {len(WRITERS)} files were imported")
    return wrong


def _markdown(path: Path) -> None:
    table = "\n".join(" | ".join(row) for row in (ROWS[0], ("---", "---"), *ROWS[1:]))
    path.write_text(f"# {TITLE}\n\n## {HEADING}\n\n{PROSE}\n\n{table}\n", encoding="utf-8")


def _gb18030(path: Path) -> None:
    table = "\n".join(" | ".join(row) for row in ROWS)
    path.write_bytes(f"{TITLE}\r\n\r\n{HEADING}\r\n\r\n{PROSE}\r\n\r\n{table}\r\n".encode("gb18030"))


def _page(path: Path) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in ROWS)
    body = f"<h1>{TITLE}</h1><h2>{HEADING}</h2><p>{html.escape(PROSE)}</p><table border='1'>{cells}</table>"
    path.write_text(
        f"<html><head><meta charset='utf-8'><title>{TITLE}</title></head><body><nav>首页</nav>"
        f"<article>{body}</article></body></html>",
        encoding="utf-8",
    )


def _word(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    document.add_heading(HEADING, 1)
    document.add_paragraph(PROSE)
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for cells, row in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    document.save(str(path))


def _pdf(path: Path) -> None:
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in ROWS)
    document = QTextDocument()
    document.setDefaultFont(QFont(QGuiApplication.font().family(), 11))
    document.setHtml(
        f"<h1>{TITLE}</h1><h2>{HEADING}</h2><p>{html.escape(PROSE)}</p>"
        f"<table border='1' cellspacing='0' cellpadding='4'>{rows}</table>"
    )
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)


WRITERS: dict[str, Callable[[Path], None]] = {
    ".txt": _gb18030,
    ".md": _markdown,
    ".html": _page,
    ".docx": _word,
    ".pdf": _pdf,
}
