"""How much of an article is lost when it comes as a page, a Word document or a PDF instead of a text.

usage: formats.py [--misses] [ARTICLE.txt ...]

Each article is made into every format and read again; its figures, tables, headings and bullets are held against
those of the text. Without articles: those of tests/importers/articles.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "importers")]

import made  # noqa: E402

from desktop.importers.fold import fold  # noqa: E402
from desktop.importers.reading import items_of, read  # noqa: E402

ARTICLES = ROOT / "tests" / "importers" / "articles"
KINDS = ("figure", "date", "cell", "heading", "bullet", "policy")


def facts(items: list[dict[str, Any]]) -> dict[str, Counter[Any]]:
    """Return what an extraction found, without places: by kind, how often each."""
    found: dict[str, Counter[Any]] = {kind: Counter() for kind in KINDS}
    for item in items:
        words = "".join(fold(item["text"]).text.split())
        if item["kind"] == "quantity":
            kind = "date" if item["role"] == "date" else "figure"
            found[kind][words, item["value_low"], item["value_high"], item["unit"], item["period"]] += 1
        elif item["kind"] == "table":
            rows = [item["header"], *item["rows"]]
            found["cell"].update("".join(fold(cell["text"]).text.split()) for row in rows for cell in row)
        elif item["kind"] == "factor":
            found["heading"][words, item["factor_type"]] += 1
        elif item["kind"] in ("bullet", "policy"):
            found[item["kind"]][words] += 1
    return found


def formats(text: str) -> dict[str, tuple[str, bytes]]:
    """Return name and bytes of the article in each format."""
    return {
        "html": ("a.html", made.page(text)),
        "html gbk": ("a.html", made.page(text, "gbk")),
        "docx": ("a.docx", made.document(text)),
        "pdf": ("a.pdf", made.pdf(made.markup(text, lists=False))),
    }


def compare(text: str, tally: dict[str, Counter[str]], misses: list[str]) -> None:
    """Add one article to the tally of each format: ``kind+`` the same, ``kind?`` found, ``kind!`` wanted."""
    wanted = facts(items_of(read("a.txt", text.encode()))["items"])
    for form, (name, data) in formats(text).items():
        count = tally.setdefault(form, Counter())
        begin = time.perf_counter()
        found = facts(items_of(read(name, data))["items"])
        count["ms"] += round(1000 * (time.perf_counter() - begin))
        for kind in KINDS:
            same = found[kind] & wanted[kind]
            count.update(
                {f"{kind}+": same.total(), f"{kind}?": found[kind].total(), f"{kind}!": wanted[kind].total()}
            )
            misses += [f"{form} {kind} - {x}" for x in wanted[kind] - found[kind]]
            misses += [f"{form} {kind} + {x}" for x in found[kind] - wanted[kind]]


def score(count: Counter[str], kind: str) -> float:
    """Return F1 of a kind: 1.0 when the format loses and invents nothing."""
    return 2 * count[f"{kind}+"] / max(1, count[f"{kind}?"] + count[f"{kind}!"])


def main() -> None:
    """Print one line a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    tally: dict[str, Counter[str]] = {}
    misses: list[str] = []
    paths = options.articles or sorted(ARTICLES.glob("*.txt"))
    for path in paths:
        compare(path.read_text(encoding="utf-8"), tally, misses)
    print(f"{'format':10}" + "".join(f"{kind:>9}" for kind in KINDS) + f"{'ms/file':>9}")
    for form, count in tally.items():
        line = "".join(f"{score(count, kind):9.3f}" for kind in KINDS)
        print(f"{form:10}{line}{count['ms'] / len(paths):9.0f}")
    if options.misses:
        print("\n".join(misses))
    del application


if __name__ == "__main__":
    main()
