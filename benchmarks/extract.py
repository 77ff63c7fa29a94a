"""Characters a second of the whole extraction, beside two plain expressions; and whether it stays linear.

usage: extract.py [--large] [--jionlp PYTHON] [--recognizers PYTHON] [FILE ...]

The text is our annotated articles, or the files named, repeated: dense, a figure in 13 characters. ``--large``
adds 10 and 100 MB. ``--jionlp`` and ``--recognizers`` name interpreters of throw-away environments with jionlp
(it pulls in a GPL package) and recognizers-text-suite (it needs emoji<2): neither ever belongs to ours.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from rounds import ROUNDS, alternate, line, ratio  # noqa: E402

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
RECOGNIZERS = """
import sys, time
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension
lines = [l for l in sys.stdin.read().split("\\n") if l.strip()]
def run(lines):
    for l in lines:
        for find in (recognize_number, recognize_percentage, recognize_currency, recognize_dimension,
                     recognize_age, recognize_datetime):
            try: find(l, "zh-cn")
            except Exception: pass
run(lines[:2]); a = time.process_time(); run(lines); print(sum(map(len, lines)) / (time.process_time() - a))
"""
OTHERS = (("JioNLP", "jionlp", JIONLP, 6), ("Recognizers-Text", "recognizers", RECOGNIZERS, 250))


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
    parser.add_argument("--recognizers", metavar="PYTHON")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args()
    articles = options.files or sorted((ROOT / "tests" / "importers" / "articles").glob("*.txt"))
    one = "".join(p.read_text(encoding="utf-8") for p in articles)
    text = one * 20
    found = alternate({"ours": lambda: seconds(extract, text), "floor": lambda: seconds(floor, text)})
    speed = [len(text) / s for s in found["ours"]]
    good = line("characters a second, everything together", speed)
    line("characters a second, two plain expressions", [len(text) / s for s in found["floor"]])
    line("ours / two plain expressions", ratio(found["ours"], found["floor"]))
    for name, option, script, least in OTHERS:
        python = getattr(options, option)
        if python:
            out = subprocess.run(
                [python, "-c", script], input=one, capture_output=True, text=True, check=True
            )
            other = float(out.stdout.split()[-1])
            ours = [
                len(text) / seconds(extract, text) for _ in range(ROUNDS)
            ]  # again: the machine may have slowed
            good &= line(f"{name}'s time / ours (aim: at least {least})", [s / other for s in ours])
            good &= statistics.median(ours) >= least * other
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
