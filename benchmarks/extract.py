"""Characters a second of the whole extraction, beside two plain expressions; and whether it stays linear.

usage: extract.py [--large] [--jionlp PYTHON]

The text is our annotated articles, repeated: dense, a figure in 13 characters. ``--large`` adds
10 and 100 MB (some GB of memory). ``--jionlp`` names an interpreter of a throw-away environment with jionlp
installed (it pulls in a GPL package and never belongs to ours).
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from rounds import alternate, line, ratio  # noqa: E402

from desktop.importers.extract import extract  # noqa: E402

DATE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|(?:19|20)\d\d[.\-/]\d{1,2}")
NUMBER = re.compile(
    r"(?:不得低于|不低于|不超过|超过|不足|约|近|超|突破|≥|≤|<|>)?\d+(?:\.\d+)?(?:万亿|亿|万|千)?"
    r"(?:个百分点|%|元|美元|倍|家|人|笔|次|天|小时|分钟|秒|台|条|步|位)?"
    r"(?:[-~]\d+(?:\.\d+)?(?:万亿|亿|万|千)?(?:%|元|分钟|小时)?)?(?:以上|以下|左右)?"
)
JIONLP = """
import sys, time, jionlp
lines = [l for l in sys.stdin.read().split("\\n") if l.strip()]
def run():
    for l in lines:
        for find in (jionlp.ner.extract_money, jionlp.ner.extract_time):
            try: find(l, with_parsing=True)
            except Exception: pass
run(); a = time.process_time(); run(); print(sum(map(len, lines)) / (time.process_time() - a))
"""


def floor(text: str) -> list[tuple[int, int, str]]:
    """Two expressions and a list: nothing that finds figures does less."""
    return [(m.start(), m.end(), m[0]) for expression in (DATE, NUMBER) for m in expression.finditer(text)]


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of one run, which other processes do not touch."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--jionlp", metavar="PYTHON")
    options = parser.parse_args()
    articles = sorted((ROOT / "tests" / "importers" / "articles").glob("*.txt"))
    one = "".join(p.read_text(encoding="utf-8") for p in articles)
    text = one * 20
    found = alternate({"ours": lambda: seconds(extract, text), "floor": lambda: seconds(floor, text)})
    speed = [len(text) / s for s in found["ours"]]
    good = line("characters a second, everything together", speed)
    line("characters a second, two plain expressions", [len(text) / s for s in found["floor"]])
    line("ours / two plain expressions", ratio(found["ours"], found["floor"]))
    if options.jionlp:
        out = subprocess.run(
            [options.jionlp, "-c", JIONLP], input=one, capture_output=True, text=True, check=True
        )
        other = float(out.stdout.split()[-1])
        good &= line("JioNLP's time / ours (aim: at least 6)", [s / other for s in speed])
        good &= min(speed) >= 6 * other
    base = _mb(one, 1)
    for size in (10, 100) if options.large else (4,):
        good &= line(
            f"time per MB at {size} MB / at 1 MB",
            [seconds(extract, _of_size(one, size)) / size / base],
            limit=1.5,
        )
    return 0 if good else 1


def _mb(one: str, megabytes: int) -> float:
    return seconds(extract, _of_size(one, megabytes)) / megabytes


def _of_size(one: str, megabytes: int) -> str:
    times = megabytes * 1_000_000 // len(one.encode()) + 1
    return one * times


if __name__ == "__main__":
    sys.exit(main())
