"""One quantity stated more than once: which statements are held against each other, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_cases import NOTHING, dossier

from desktop.audit.engine import audit
from desktop.core.dossier import Dossier
from desktop.core.finding import Finding
from desktop.core.text import Text


def made(text: str, id_: str, title: str) -> Dossier:
    """A dossier with an id and a title of its own."""
    return replace(dossier(text), id=id_, title=Text(title, f"Dossier {id_}"))


def conflicts(text: str, *others: str) -> list[Finding]:
    """What is said of a text beside other texts of the library."""
    library = tuple(made(other, f"b{n}", f"另一篇{n}") for n, other in enumerate(others))
    return [f for f in audit(made(text, "a", "本篇"), NOTHING, library).findings if f.check == "conflict"]


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        ("mistake", "2023年，云杉公司的营业收入为96亿元。", "2023年，云杉公司的营业收入为86亿元。"),
        ("unit", "2023年，云杉公司的营业收入为96亿元。", "2023年，云杉公司的营业收入为96万元。"),
        ("unit", "2023年，云杉公司的员工人数为8200人。", "2023年，云杉公司的员工人数为820人。"),
        ("stale", "云杉公司的员工人数为8200人。", "云杉公司的员工人数为7100人。"),
        ("definition", "2023年，云杉公司的年化利率为7%-18%。", "2023年，云杉公司的年化利率为24%。"),
        ("mistake", "2023年末，云杉公司的贷款余额为96亿元。", "2023年12月，云杉公司的贷款余额为86亿元。"),
        ("mistake", "2023年，云杉公司的贷款余额为96亿元。", "2023年末，云杉公司的贷款余额为86亿元。"),
    ],
)
def test_statements_of_two_dossiers_and_the_kind_of_their_conflict(kind: str, here: str, there: str) -> None:
    (found,) = conflicts(here, there)
    assert (found.kind, found.verdict.code) == (kind, "conflict")
    assert "“另一篇0”" in found.said.zh
    assert "“Dossier b0”" in found.said.en
    assert any("另一篇0" in i.label.zh for i in found.inputs)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("2023年，云杉公司的营业收入为96亿元。", "2023年，云杉公司的营业收入约为100亿元。"),
        ("2023年，云杉公司的营业收入为96亿元。", "2022年，云杉公司的营业收入为86亿元。"),
        ("2023年，云杉公司的营业收入为96亿元。", "2023年上半年，云杉公司的营业收入为41亿元。"),
        ("2023年，云杉公司的营业收入为96亿元。", "2023年，红松公司的营业收入为86亿元。"),
        ("2023年，云杉公司的营业收入为96亿元。", "2023年，云杉公司的营业成本为86亿元。"),
        ("2023年，云杉公司的营业收入为96亿元。", "2023年第四季度，云杉公司的营业收入为31亿元。"),
    ],
)
def test_what_is_not_the_same_quantity_is_no_conflict(here: str, there: str) -> None:
    assert conflicts(here, there) == []


def test_within_a_text_the_same_time_is_red_and_another_is_nothing() -> None:
    first = "2023年，云杉公司的营业收入为96亿元。"
    (found,) = conflicts(f"{first}\n\n回头看，2023年云杉公司的营业收入为86亿元。")
    assert (found.kind, found.verdict.code) == ("mistake", "inconsistent")
    assert found.formula.zh == "96亿元 ≠ 86亿元"
    assert conflicts(f"{first}\n\n回头看，2022年云杉公司的营业收入为86亿元。") == []


def test_the_year_before_a_number_counts_more_than_the_one_it_was_read_with() -> None:
    text = "2023年，云杉公司的客运量为90万人次。\n\n2023年云杉公司的客运量为90万人次，高于2021年的80万人次。"
    assert conflicts(text) == []
