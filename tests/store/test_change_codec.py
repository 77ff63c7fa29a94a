"""A change as plain JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from changes_made import CASE, EVERY
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.changes import Change, correct
from desktop.store.change_codec import decode, encode


@pytest.mark.parametrize("change", EVERY, ids=lambda c: type(c).__name__)
def test_a_change_comes_back_from_plain_json(change: Change) -> None:
    written = json.dumps(encode(change), ensure_ascii=False)
    assert decode(json.loads(written), Path("x.jsonl"), 1) == change


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(lambda t: "\r" not in t), st.sampled_from(sorted(CASE.items)))
def test_any_reason_and_any_item_come_back(reason: str, item: str) -> None:
    after = replace(CASE.items[item], anchor=replace(CASE.items[item].anchor, prefix=reason))
    change = correct(CASE, after, reason)
    assert change is not None
    written = json.loads(json.dumps(encode(change)))
    assert decode(written, Path("x.jsonl"), 1) == change
