"""The annotated articles: our own, and the two known ones where they are at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "tests" / "importers" / "articles"
SHARED = ROOT.parent / "shared"

OWN = {
    "figure": 0.985, "date": 0.985, "role": 0.95, "direction": 0.97, "period": 0.97, "no period invented": 0.95,
    "cell": 1.0,
    "from-to": 0.97, "policy": 1.0, "policy date": 0.9, "table cell": 0.97, "heading": 0.97, "factor": 0.95,
    "bullet": 0.97,
    "entity": 0.9, "indicator": 0.95,
}  # fmt: skip
KNOWN = {
    "figure": 0.9875, "date": 1.0, "direction": 0.97, "period": 0.97, "cell": 0.97, "from-to": 0.97,
    "no period invented": 1.0,
    "policy": 1.0, "policy date": 1.0, "table cell": 1.0, "heading": 1.0, "factor": 1.0,
    "factor number": 1.0, "bullet": 1.0,
}  # fmt: skip


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extract", ROOT / "benchmarks" / "score_extract.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_extract"] = module
    spec.loader.exec_module(module)
    return module


def _below(score: dict[str, float], wanted: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {name: (score[name], least) for name, least in wanted.items() if score[name] < least}


def test_our_articles_reach_their_thresholds(scorer: ModuleType) -> None:
    golds = sorted(ARTICLES.glob("*.json"))
    assert len(golds) >= 15
    misses: list[str] = []
    score = scorer.score(golds, misses)
    assert not _below(score, OWN), "\n".join(misses)


def test_the_scorer_notices_a_wrong_value(scorer: ModuleType, tmp_path: Path) -> None:
    gold = json.loads((ARTICLES / "tourism.json").read_text(encoding="utf-8"))
    figure = next(
        i for i in gold["items"] if i["kind"] == "quantity" and i["value_low"] and not i.get("optional")
    )
    figure["value_low"] += 1
    changed = tmp_path / "tourism.json"
    changed.write_text(json.dumps(gold), encoding="utf-8")
    assert (
        scorer.score([changed], texts=ARTICLES)["figure"]
        < scorer.score([ARTICLES / "tourism.json"])["figure"]
    )


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.json")), ids=lambda p: p.stem)
def test_annotations_quote_their_article(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert gold["chars"] == len(text)
    for item in gold["items"]:
        assert text[item["start"] : item["end"]] == item["text"], item["id"]


@pytest.mark.shared
def test_the_two_known_articles(scorer: ModuleType) -> None:
    golds = [SHARED / "gold" / f"{name}.json" for name in ("weilidai", "lilidai")]
    misses: list[str] = []
    score = scorer.score(golds, misses, texts=SHARED / "articles")
    assert not _below(score, KNOWN), "\n".join(misses)
