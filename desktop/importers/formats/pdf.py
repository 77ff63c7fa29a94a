"""PDF files with text: headings by size, paragraphs joined, ruled tables, no running heads."""

from __future__ import annotations

import logging
import re
import zlib
from typing import Any, Final

from desktop.core.errors import Cancelled, UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.importers.readers.normal import Writer
from desktop.importers.reading import READERS, Reader, Reading

_MOST_PAGES: Final = 400
_MOST_CHARS: Final = 3_000_000
_MOST_ON_PAGE: Final = 60_000
_MOST_UNPACKED: Final = 60_000_000  # bytes of all streams that are no pictures
_MOST_ON_PAGE_BYTES: Final = 2_000_000  # of drawing commands; they are read at about a megabyte a second
_MOST_RULES: Final = 4000  # lines on one page; a drawing, not a table
_STREAM: Final = re.compile(rb"stream\r?\n")
_CID: Final = re.compile(r"\(cid:\d+\)")
_ANOTHER: Final = Text("请换一份文件，或复制正文后粘贴。", "Use another copy, or copy and paste the article.")


def claims(_suffix: str, data: bytes) -> bool:
    """Whether the mark of a PDF stands near the start."""
    return b"%PDF-" in data[:1024]


def read(name: str, data: bytes, progress: Progress) -> Reading:
    """Read a PDF page by page; ``progress`` may cancel between pages."""
    from io import BytesIO

    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    from desktop.importers.readers.pdf_text import write

    # what pdfminer mends or skips on its way is nothing a reader can act on
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    _refuse_bombs(name, data)
    try:
        with pdfplumber.open(BytesIO(data)) as file:
            count = len(file.pages)
            pages, pictures, chars = [], 0, 0
            heavy: list[int] = []
            for n, page in enumerate(file.pages[:_MOST_PAGES]):
                progress.step(n, min(count, _MOST_PAGES))
                if _is_heavy(page):
                    heavy.append(n + 1)
                    continue
                made, seen = _page(page)
                pictures += len(page.images)
                chars += seen
                pages.append(made)
                page.close()
                if chars > _MOST_CHARS:
                    break
    except (Cancelled, UserError):
        raise
    except Exception as error:  # whatever a library trips over in a file, the file is at fault
        if any(isinstance(e, (PDFPasswordIncorrect, PDFEncryptionError)) for e in _chain(error)):
            raise _locked(name) from error
        raise UserError(
            Text(
                "“{}”已损坏或不完整，无法打开。", "{} is damaged or incomplete and cannot be opened."
            ).format(name),
            _ANOTHER,
        ) from error
    if heavy and not any(page.lines for page in pages):
        raise UserError(
            Text("“{}”的页面内容过多，无法读取。", "There is too much on the pages of {} to be read.").format(
                name
            ),
            _ANOTHER,
        )
    text = "".join(line.text for page in pages for line in page.lines)
    tables = sum(len(page.tables) for page in pages)
    if len(text) < 8 * max(1, len(pages)) and not tables and (pictures or len(text) < 8):
        raise _without_text(name, pictures)
    if len(_CID.findall(text)) * 12 > len(text):
        raise UserError(
            Text(
                "“{}”的字体没有文字编码，读出的是乱码。",
                "The fonts of {} do not say which letters they show.",
            ).format(name),
            Text("请用文字识别软件转换，或换一份文件。", "Run text recognition on it, or use another copy."),
        )
    writer = Writer()
    notices = write(pages, writer)
    if heavy:
        notices.append(
            Text("第 {} 页内容过多，没有读入。", "There was too much on page {}; it was left out.").format(
                ", ".join(map(str, heavy[:20]))
            )
        )
    if len(pages) + len(heavy) < count:
        notices.append(
            Text("共 {} 页，只读了前 {} 页。", "It has {} pages; the first {} were read.").format(
                count, len(pages)
            )
        )
    whole, blocks = writer.finish()
    title = next((whole[b.start : b.end] for b in blocks if b.kind == "title"), "")
    return Reading(name, "pdf", "", whole, blocks, title, notices=tuple(notices))


def _is_heavy(page: Any) -> bool:
    """Whether a page has more drawing commands, or characters, than can be read in a few seconds."""
    from pdfminer.pdftypes import PDFStream, resolve1

    size = 0
    for part in page.page_obj.contents:
        stream = resolve1(part)
        size += len(stream.get_data()) if isinstance(stream, PDFStream) else 0
    return size > _MOST_ON_PAGE_BYTES or len(page.chars) > _MOST_ON_PAGE


def _page(page: Any) -> tuple[Any, int]:
    """Return the lines and tables of a page, and how many characters it has."""
    from desktop.importers.readers.pdf_lines import lines_of
    from desktop.importers.readers.pdf_tables import ruled
    from desktop.importers.readers.pdf_text import Page

    count = len(page.chars)
    page = page.filter(lambda thing: thing.get("upright", True))
    # bold is at times printed as the same character twice, a hair apart; in small print a digit is hardly wider
    doubles = _doubles(page.chars, min(0.5, 0.1 * min((char["size"] for char in page.chars), default=0)))
    if doubles:
        page = page.filter(lambda thing: id(thing) not in doubles)
    rules = len(page.lines) + len(page.rects) + len(page.curves)
    tables = ruled(page) if 0 < rules <= _MOST_RULES else []
    boxes = [table.box for table in tables if len(table.rows) > 1 or len(table.columns) > 1]

    def outside(thing: dict[str, Any]) -> bool:
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(a <= x <= c and b <= y <= d for a, b, c, d in boxes)

    prose = page.filter(lambda thing: thing["object_type"] != "char" or outside(thing)) if boxes else page
    words = prose.extract_words(x_tolerance=2, y_tolerance=3, extra_attrs=["fontname", "size"])
    return Page(float(page.height), lines_of(words, float(page.width)), tables), count


def _doubles(chars: list[dict[str, Any]], tolerance: float) -> set[int]:
    """Return the ids of characters that are printed again, at most ``tolerance`` points apart, in linear time."""
    seen: dict[tuple[Any, ...], tuple[float, float]] = {}
    doubles = set()
    for char in chars if tolerance > 0 else ():
        x, y = char["x0"], char["top"]
        column, row, look = (
            int(x // tolerance),
            int(y // tolerance),
            (char["text"], char["fontname"], char["size"]),
        )
        around = [seen.get((look, column + i, row + j)) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        if any(at and abs(at[0] - x) <= tolerance and abs(at[1] - y) <= tolerance for at in around):
            doubles.add(id(char))
        else:
            seen[look, column, row] = (x, y)
    return doubles


def _refuse_bombs(name: str, data: bytes) -> None:
    """Unpack every stream up to a bound, throwing it away: a small file must not fill the memory."""
    total = 0
    for match in _STREAM.finditer(data):
        if b"/Image" in data[max(0, match.start() - 400) : match.start()].rsplit(b"obj", 1)[-1]:
            continue
        chunk = data[match.end() : match.end() + 4_000_000]
        for _ in range(2):  # a filter may be applied twice
            worker = zlib.decompressobj()
            try:
                chunk = worker.decompress(chunk, _MOST_UNPACKED + 1)
            except zlib.error:
                break
            total += len(chunk)
            if total > _MOST_UNPACKED:
                raise UserError(
                    Text("“{}”解压后过大，没有打开。", "{} would unpack to more than is safe.").format(name),
                    _ANOTHER,
                )


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and len(chain) < 10:
        chain += [error, *(a for a in error.args if isinstance(a, BaseException))]
        error = error.__cause__ or error.__context__
    return chain


def _locked(name: str) -> UserError:
    return UserError(
        Text("“{}”有密码保护，无法读取。", "{} is protected by a password and cannot be read.").format(name),
        Text(
            "请用密码打开后，另存或打印为没有密码的 PDF。",
            "Open it with the password and save or print it without.",
        ),
    )


def _without_text(name: str, pictures: int) -> UserError:
    if pictures:
        return UserError(
            Text("“{}”是扫描件，只有图片没有文字。", "{} is a scan: it holds pictures and no text.").format(
                name
            ),
            Text("请先用文字识别（OCR）软件转换。", "Run text recognition (OCR) on it first."),
        )
    return UserError(Text("“{}”里没有文字。", "There is no text in {}.").format(name), _ANOTHER)


READERS.add("pdf", Reader(Text("PDF", "PDF"), 5, (".pdf",), claims, read))
