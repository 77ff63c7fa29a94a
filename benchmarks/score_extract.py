"""Score the extractor on the annotated articles, keep a release's score, show what got better or worse.

usage: score_extract.py [--save] [--compare [VERSION]] [--misses] [ARTICLE.json ...]

Without articles: those of tests/importers/articles. ``--save`` writes benchmarks/scores/<version>.json,
``--compare`` prints the difference to the newest kept score (or that of VERSION) and fails where one fell.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop import __version__  # noqa: E402
from desktop.importers.extract import extract  # noqa: E402

ARTICLES = ROOT / "tests" / "importers" / "articles"
SCORES = ROOT / "benchmarks" / "scores"
Item = dict[str, Any]
Tally = Counter[str]
NAMES = ("entity", "indicator")


def pairs(found: list[Item], wanted: list[Item]) -> list[tuple[Item, Item]]:
    """Match items one to one by how much of their spans they share, the best first."""
    shared = []
    for f, one in enumerate(found):
        for w, other in enumerate(wanted):
            common = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if common > 0:
                union = max(one["end"], other["end"]) - min(one["start"], other["start"])
                shared.append((common / union, f, w))
    shared.sort(reverse=True)
    left, right, matched = set(range(len(found))), set(range(len(wanted))), []
    for _, f, w in shared:
        if f in left and w in right:
            left.remove(f)
            right.remove(w)
            matched.append((found[f], wanted[w]))
    return matched


def near(a: float | None, b: float | None) -> bool:
    """Whether two ends are the same number, or both open."""
    if a is None or b is None:
        return a is b
    return abs(abs(a) - abs(b)) <= 1e-9 * max(1.0, abs(a))


def right_figure(found: Item, wanted: Item) -> bool:
    """Value, unit and comparator are as annotated."""
    ends = sorted((found["value_low"], found["value_high"]), key=lambda v: (v is None, abs(v or 0)))
    aims = sorted((wanted["value_low"], wanted["value_high"]), key=lambda v: (v is None, abs(v or 0)))
    second = wanted.get("comparator_alt")
    return (
        found["unit"] in (wanted["unit"], *wanted.get("unit_alt", []))
        and found["comparator"] in (wanted["comparator"], second)
        and (all(map(near, ends, aims)) or (found["comparator"] == second and near(ends[0], aims[0])))
        and (found["comparator"] == second or (found["value_low"] is None) == (wanted["value_low"] is None))
    )


def score_article(text: str, gold: dict[str, Any], tally: Tally, misses: list[str] | None = None) -> None:
    """Add one article to the tally: ``<measure>+`` right, ``<measure>?`` found, ``<measure>!`` wanted."""
    items = extract(text)["items"]
    ignored = gold.get("ignore", [])

    def of(kind: str, source: list[Item]) -> list[Item]:
        return [i for i in source if i["kind"] == kind]

    def count(measure: str, right: int, found: int, wanted: int) -> None:
        tally.update({f"{measure}+": right, f"{measure}?": found, f"{measure}!": wanted})

    found = [
        q for q in of("quantity", items) if not any(a <= q["start"] and q["end"] <= b for a, b in ignored)
    ]
    wanted = of("quantity", gold["items"])
    matched = pairs(found, wanted)
    spare = {id(f) for f, w in matched if w.get("optional")}
    spare |= {
        id(f) for f in found
        if all(f is not g for g, _ in matched)
        and any(w.get("optional") and f["start"] < w["end"] and w["start"] < f["end"] for w in wanted)
    }  # fmt: skip
    counted = [(f, w) for f, w in matched if not w.get("optional")]
    for dates in (False, True):
        name = "date" if dates else "figure"
        mine = [q for q in found if (q["role"] == "date") is dates and id(q) not in spare]
        aims = [q for q in wanted if (q["role"] == "date") is dates and not q.get("optional")]
        both = (
            [(f, w) for f, w in counted if f["role"] == "date" and w["role"] == "date"]
            if dates
            else [(f, w) for f, w in counted if f["role"] != "date" and w["role"] != "date"]
        )
        good = [
            p
            for p in both
            if (p[0]["period"] in (p[1]["period"], p[1].get("period_alt")) if dates else right_figure(*p))
        ]
        count(name, len(good), len(mine), len(aims))
        if misses is not None:
            done, seen = {id(f) for f, _ in good}, {id(w) for _, w in good}
            misses += [
                f"{gold['file']}: {name} not as annotated: {f['text']!r}" for f in mine if id(f) not in done
            ]
            misses += [f"{gold['file']}: {name} missed: {w['text']!r}" for w in aims if id(w) not in seen]
    for f, w in counted:
        if "date" in (f["role"], w["role"]):
            continue
        if misses is not None:
            misses += [
                f"{gold['file']}: {field} of {w['text']!r}: {f.get(field)!r}, annotated {w[field]!r}"
                for field in ("role", "direction", "period", "entity", "indicator")
                if not (agree(f.get(field), w[field]) if field in NAMES and w.get(field) else
                        field in NAMES or f[field] == w[field])
            ]  # fmt: skip
        for field in ("role", "direction"):
            count(field, f[field] == w[field], 1, 1)
        if w["period"]:
            count("period", f["period"] == w["period"], 1, 1)
        else:
            count("no period invented", not f["period"], 1, 1)
        if w.get("table"):
            count("cell", f.get("table") is not None and (f["row"], f["col"]) == (w["row"], w["col"]), 1, 1)
        if w.get("change_from"):
            count("from-to", bool(f.get("change_from")), 1, 1)
        for field in NAMES:
            if w.get(field):
                count(field, agree(f.get(field), w[field]), 1, 1)
    _structure(items, gold["items"], of, count)


def agree(found: str | None, wanted: str) -> bool:
    """Whether one name holds the other."""
    return bool(found) and (found in wanted or wanted in found)


def _structure(items: list[Item], gold: list[Item], of: Any, count: Any) -> None:
    for kind in ("policy", "bullet", "factor"):
        mine, aims = of(kind, items), of(kind, gold)
        matched = pairs(mine, aims)
        spare = sum(bool(w.get("optional")) for _, w in matched)
        good = [(f, w) for f, w in matched if not w.get("optional")]
        if kind == "policy":
            good = [(f, w) for f, w in good if f["title"] == w["title"]]
            count("policy date", sum(f["date"] == w["date"] for f, w in good), len(good), len(good))
        count(
            "heading" if kind == "factor" else kind,
            len(good),
            len(mine) - spare,
            sum(not w.get("optional") for w in aims),
        )
        if kind == "factor":
            causes = [[x for x in side if x["factor_type"] == "factor"] for side in (mine, aims)]
            both = [p for p in good if p[0]["factor_type"] == p[1]["factor_type"] == "factor"]
            count("factor", len(both), len(causes[0]), len(causes[1]))
            count("factor number", sum(f["number"] == w["number"] for f, w in both), len(both), len(both))
    grids = [
        {(n, r, c): cell["text"].replace("*", "").replace("`", "").strip()
         for n, t in enumerate(of("table", side)) for r, row in enumerate([t["header"], *t["rows"]]) for c,
         cell in enumerate(row)}
        for side in (items, gold)
    ]  # fmt: skip
    count("table cell", sum(grids[0].get(k) == v for k, v in grids[1].items()), len(grids[0]), len(grids[1]))


def totals(tally: Tally) -> dict[str, float]:
    """Return the F1 (or share) of every measure."""
    names = dict.fromkeys(key[:-1] for key in tally)
    return {n: round(2 * tally[f"{n}+"] / max(1, tally[f"{n}?"] + tally[f"{n}!"]), 4) for n in names}


def score(golds: list[Path], misses: list[str] | None = None, texts: Path | None = None) -> dict[str, float]:
    """Score the articles that belong to the annotations; their texts lie beside them or in ``texts``."""
    tally: Tally = Counter()
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        with (texts or path.parent).joinpath(f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            score_article(file.read(), gold, tally, misses)
    return totals(tally)


def main() -> int:
    """Print, keep or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--compare", nargs="?", const="", metavar="VERSION")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    misses: list[str] | None = [] if options.misses else None
    now = score(options.articles or sorted(ARTICLES.glob("*.json")), misses)
    before: dict[str, float] = {}
    if options.compare is not None:
        kept = sorted(SCORES.glob("*.json"), key=lambda p: [int(n) for n in p.stem.split(".")])
        chosen = SCORES / f"{options.compare}.json" if options.compare else kept[-1]
        before = json.loads(chosen.read_text(encoding="utf-8"))["score"]
    fell = False
    for name, value in now.items():
        change = value - before[name] if name in before else 0.0
        fell |= change < 0
        print(f"{name:22s} {value:7.4f}" + (f"  {change:+.4f}" if before else ""))
    for line in misses or []:
        print("  ", line)
    if options.save:
        SCORES.mkdir(exist_ok=True)
        kept_as = {"version": __version__, "articles": len(list(ARTICLES.glob("*.json"))), "score": now}
        SCORES.joinpath(f"{__version__}.json").write_text(
            json.dumps(kept_as, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return int(fell)


if __name__ == "__main__":
    sys.exit(main())
