"""Lengths and prices told in two units are one figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.audit.amounts import bare
from desktop.audit.interval import as_claim
from tests.audit.check_cases import checked, dossier


@pytest.mark.parametrize(
    ("text", "printed", "low", "unit"),
    [
        ("等了5分40秒。", "5分40秒", "340", "second"),
        ("用了2小时30分钟。", "2小时30分钟", "150", "minute"),
        ("用了3小时10分。", "3小时10分", "190", "minute"),
        ("卖3元5角。", "3元5角", "3.5", "CNY"),
        ("卖3元2角5分。", "3元2角5分", "3.25", "CNY"),
        ("历时1年3个月。", "1年3个月", "15", "month"),
        ("历时五分四十秒。", "五分四十秒", "340", "second"),
    ],
)
def test_two_units_make_one_figure(text: str, printed: str, low: str, unit: str) -> None:
    (one,) = dossier(text).figures
    assert (one.as_printed, one.low, one.unit) == (printed, Decimal(low), unit)
    assert bare(one).zh == printed


@pytest.mark.parametrize(
    "text", ["得分95分，40秒完成。", "2019年3个月里卖了3元，5角没卖。", "占8小时的3分之一。"]
)
def test_what_stands_apart_is_not_joined(text: str) -> None:
    assert len(dossier(text).figures) > 1


def test_the_last_unit_is_the_digit_that_is_rounded() -> None:
    (one,) = dossier("等了5分40秒。").figures
    claim = as_claim(one)
    assert claim is not None
    assert claim.high - claim.low == 1.0


def test_a_change_of_such_lengths_is_recomputed() -> None:
    text = "平均接驾时间从5分40秒缩短到4分15秒，快了{}。"
    assert [f for f in checked(text.format("1分15秒")).findings if f.verdict.tone == "red"]
    assert not [f for f in checked(text.format("1分25秒")).findings if f.verdict.tone == "red"]
