"""Parts, ratios and counts told in words against the amounts they are of: wrong ones found, right ones left alone."""

from __future__ import annotations

import pytest
from check_cases import alone, raised

WRONG = [
    ("worded_gaps", "男生及格率为71%，女生为83%，", "两者相差12个百分点", "两者相差12%"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), WRONG)
def test_parts_that_the_amounts_contradict_are_red(check: str, lead: str, right: str, wrong: str) -> None:
    assert not [f for f in alone(f"{lead}{right}。", check) if f.verdict.tone == "red"]
    assert "red" in [f.verdict.tone for f in alone(f"{lead}{wrong}。", check)]


OPEN = [
    ("worded_gaps", "甲款售价由50元涨到60元，乙款由40%的份额升到48%，份额上升20%。"),
]


@pytest.mark.parametrize(("check", "text"), OPEN)
def test_parts_of_something_else_are_left_alone(check: str, text: str) -> None:
    assert not [f for f in raised(text, check) if f.verdict.tone == "red"]
