"""The words of a form and the item they make."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import dossier, entry

from desktop.core.figure import Figure
from desktop.core.forms.find import form_of
from desktop.core.forms.numbers import number_words, read_number
from desktop.core.forms.periods import read_period
from desktop.core.record import Record
from desktop.core.table import Cell
from desktop.core.text import Text

RECORD = Record((entry(),), ())
CASE = dossier()


@pytest.mark.parametrize("item", [i.id for i in CASE.items.values() if not isinstance(i, Cell)])
def test_a_form_that_nobody_changed_gives_the_same_item(item: str) -> None:
    before = CASE.items[item]
    form = form_of(before, RECORD)
    words = form.words(before)
    assert set(words) == {field.key for field in form.fields}
    made, problems = form.read(before, words)
    assert problems == {}
    assert made == before


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", "1200"),
        ("3.5万", "35000"),
        (" ３０ ", "30"),
        ("-2", "-2"),
        ("1万亿", "1000000000000"),
        ("0.10", "0.10"),
    ],
)
def test_numbers_as_people_type_them(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "约30", "1,20", "3.5.1", "1e9", "万", "9" * 50, "∞"])
def test_what_is_no_number(words: str) -> None:
    assert read_number(words) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_number_survives_its_words(value: Decimal) -> None:
    assert read_number(number_words(value)) == value


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2020", "2020"),
        ("2020年", "2020"),
        ("2020-Q4", "2020-Q4"),
        ("2020年第四季度", "2020-Q4"),
        ("2020年4季度", "2020-Q4"),
        ("2024年上半年", "2024-H1"),
        ("2020年7月", "2020-07"),
        ("2020-7-3", "2020-07-03"),
        ("2020年7月3日", "2020-07-03"),
        ("2018→2020-Q4", "2018→2020-Q4"),
        ("2018 至 2020", "2018→2020"),
        ("近6个月", "last 6 months"),
        ("last 3 years", "last 3 years"),
    ],
)
def test_periods_as_people_type_them(words: str, text: str) -> None:
    found = read_period(words)
    assert found is not None
    assert found.text == text


def test_a_period_has_its_days() -> None:
    found = read_period("2020年第四季度")
    assert found is not None
    assert (found.start, found.end) == (date(2020, 10, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    "words", ["", "去年", "2020-13", "2021-02-30", "2023→2020", "20201", "2020-Q5", "1→2→3", "2020-7-"]
)
def test_what_is_no_period(words: str) -> None:
    assert read_period(words) is None


@given(st.text(max_size=20))
def test_any_words_are_read_or_refused(words: str) -> None:
    read_period(words)
    read_number(words)


def _figure(**words: str) -> tuple[Figure | None, dict[str, Text]]:
    before = CASE.items["g2"]
    form = form_of(before, RECORD)
    made, problems = form.read(before, form.words(before) | words)
    assert made is None or isinstance(made, Figure)
    return made, problems


def test_ends_follow_the_comparator() -> None:
    made, _ = _figure(comparator=">=", low="30", high="")
    assert made is not None
    assert (made.low, made.high) == (Decimal(30), None)
    made, _ = _figure(comparator="<=", low="30", high="")
    assert made is not None
    assert (made.low, made.high) == (None, Decimal(30))
    made, _ = _figure(low="3", high="5")
    assert made is not None
    assert (made.low, made.high) == (Decimal(3), Decimal(5))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"low": "", "high": ""}, "low"),
        ({"low": "9", "high": "5"}, "low"),
        ({"low": "很多"}, "low"),
        ({"comparator": ">", "low": "", "high": "5"}, "low"),
        ({"unit": "没有这种单位"}, "unit"),
        ({"unit": "count:"}, "unit"),
        ({"period": "去年"}, "period"),
        ({"entity": "", "indicator": ""}, "indicator"),
        ({"role": "date", "period": ""}, "period"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(words: dict[str, str], field: str) -> None:
    made, problems = _figure(**words)
    assert made is None
    assert list(problems) == [field]
    assert problems[field].zh
    assert problems[field].en


@pytest.mark.parametrize(("typed", "code"), [("万元", "10k CNY"), ("元（CNY）", "CNY"), ("CNY (CNY)", "CNY"),
                                             ("count:辆", "count:辆"), ("", ""), ("permille", "permille")])  # fmt: skip
def test_units_by_code_name_or_count(typed: str, code: str) -> None:
    made, problems = _figure(unit=typed)
    assert problems == {}
    assert made is not None
    assert made.unit == code


def test_a_date_has_a_period_and_no_numbers() -> None:
    made, problems = _figure(role="date", period="2020年4月", direction="up")
    assert problems == {}
    assert made is not None
    assert (made.low, made.high, made.unit, made.direction) == (None, None, "date", "")


def test_other_words_replace_both_languages() -> None:
    made, _ = _figure(entity="别的贷")
    assert made is not None
    assert made.entity == Text("别的贷", "别的贷")
    assert made.indicator == CASE.items["g2"].indicator  # type: ignore[union-attr]


def test_a_regulation_takes_an_entry_of_the_register_by_name() -> None:
    before = CASE.items["p1"]
    form = form_of(before, RECORD)
    words = form.words(before)
    made, _ = form.read(before, words | {"register": "测试管理办法 · 令〔2021〕1 号"})
    assert made is not None
    assert made.register_id == "r1"  # type: ignore[union-attr]
    assert made.match_why.zh  # type: ignore[union-attr]
    again, _ = form.read(made, form.words(made) | {"register": ""})
    assert again is not None
    assert again.register_id == ""  # type: ignore[union-attr]
    nobody, problems = form.read(before, words | {"register": "没有的办法"})
    assert nobody is None
    assert "register" in problems


def test_only_a_reason_has_a_number() -> None:
    before = CASE.items["f1"]
    form = form_of(before, RECORD)
    words = form.words(before)
    made, _ = form.read(before, words | {"kind": "conclusion", "number": "3"})
    assert made is not None
    assert made.number is None  # type: ignore[union-attr]
    for wrong in ("三", "1.5", "0", "-1"):
        assert "number" in form.read(before, words | {"number": wrong}).problems
    assert "title" in form.read(before, words | {"title": " "}).problems
