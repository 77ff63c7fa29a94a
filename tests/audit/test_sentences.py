"""What every sentence of an audit keeps to, whatever dossier it is of: would one sign it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from check_cases import NOTHING, checked, dossier, raised, table
from many_dossiers import audits

from desktop.audit.engine import audit
from desktop.audit.say import prose
from desktop.core.finding import Finding
from desktop.core.found import RECORD
from desktop.core.text import Text

QUOTED = re.compile(r"“[^”]*”")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff]")
RAW = re.compile(r"None|Text\(|(?<![a-z])count:|[{}]|\bnan\b|\binf\b|\d\.\d{7,}|  ")
DOUBLED = re.compile(r"[，。；：、]{2}")
TELLS_NOTHING = frozenset(("“”", "“”。"))


def findings() -> Iterator[tuple[str, Finding]]:
    """All findings but those that cite an assessment, whose words are data."""
    for name, _, found in audits():
        yield from ((name, f) for f in found.findings if f.check != RECORD)


def texts() -> Iterator[tuple[str, Text]]:
    """Every sentence, sum and reason."""
    for name, found in findings():
        yield name, found.said
        yield name, found.formula
        yield from ((name, i.shown) for i in found.inputs)
    for name, _, told in audits():
        yield from ((name, p.formula) for p in told.passed)
        yield from ((name, u.reason) for u in told.uncheckable if u.code != RECORD)
        for derived in told.derived:
            yield from ((name, t) for t in (derived.name, derived.shown, derived.formula))


def test_english_has_no_chinese_but_quotations() -> None:
    assert [(n, t.en) for n, t in texts() if CHINESE.search(QUOTED.sub("", t.en))] == []


def test_nothing_raw_stands_in_a_sentence() -> None:
    assert [(n, t) for n, t in texts() if RAW.search(t.zh + t.en) or DOUBLED.search(t.zh)] == []


def test_both_languages_say_something_or_neither() -> None:
    assert [(n, t) for n, t in texts() if bool(t.zh) != bool(t.en) or TELLS_NOTHING & set(t)] == []


def test_quotation_marks_are_paired_and_never_nested() -> None:
    wrong = []
    for name, text in texts():
        for words in text:
            marks = "".join(c for c in words if c in "“”")
            if marks != "“”" * (len(marks) // 2):
                wrong.append((name, words))
    assert wrong == []


def test_sentences_end_and_begin_as_sentences_do() -> None:
    for name, found in findings():
        assert found.said.zh.endswith("。"), (name, found.said.zh)
        assert found.said.en.endswith("."), (name, found.said.en)
        assert not found.said.en[0].islower(), (name, found.said.en)


def test_an_accusation_shows_its_arithmetic_or_its_words() -> None:
    """A red finding names the place, and where it computes it shows what it computed with."""
    for name, found in findings():
        if found.verdict.tone != "red":
            continue
        assert found.spans, name
        assert found.formula.zh or found.kind == "calendar", (
            name,
            found.said.zh,
        )  # 次日29时 computes nothing


@pytest.mark.parametrize(
    ("text", "check", "zh", "en"),
    [
        (
            "销量由12.3万辆增至15.1万辆，增长25%。",
            "relative_change",
            "“销量”由12.3万辆变为15.1万辆，上升22.8%（计入舍入为21.9%–23.7%），不是文中所写的25%。",
            "“销量”: from 123,000 vehicles to 151,000 vehicles is a rise of 22.8% (21.9%–23.7% with rounding), not 25% "
            "as the text says.",
        ),
        (
            "毛利率从18.2%提高到20.8%，上升2.6%。",
            "points",
            "“毛利率”由18.2%变为20.8%，相差2.6个百分点，相对变化14.3%；文中写2.6%，只有当作百分点才对得上。",
            "“毛利率”: from 18.2% to 20.8% is a difference of 2.6 percentage points, or 14.3% in relative terms; 2.6% "
            "in the text fits only as percentage points.",
        ),
        (
            table("车间 | 产量（万吨）", "一号 | 1.25", "二号 | 2.50", "合计 | 3.85"),
            "sums",
            "“合计 · 产量”写作3.85万吨，而各项（1.25万吨、2.50万吨）相加是3.75万吨，相差0.1万吨。",
            "“合计 · 产量” is given as 38,500 t, but its parts (12,500 t, 25,000 t) add up to 37,500 t, a difference "
            "of 1,000 t.",
        ),
        (
            "抽查的40件样品中，有66%合格。",
            "shares",
            "“合格”：40件的66%是26.4，不是整数；26占65%，27占67.5%，都得不出66%。",
            "“合格”: 66% of 40 is 26.4, no whole number; 26 would be 65% and 27 would be 67.5%, neither of them 66%.",
        ),
        (
            "投诉由300件增加到600件，增加了两倍。",
            "multiples",
            "“投诉”由300件变为600件，是原来的2倍，也就是增长1倍；文中写增长两倍，不符。",
            "“投诉”: from 300 to 600 is 2 times as much, an increase of 1 time; the text says that it grew by "
            "2 times.",
        ),
    ],
)
def test_some_sentences_word_for_word(text: str, check: str, zh: str, en: str) -> None:
    (found,) = raised(text, check)
    assert found.said == Text(zh, en)


def test_a_corrected_number_is_told_as_corrected() -> None:
    """The text prints 15.1, a person made it 16: the sentence computes with 16 and says so."""
    made = dossier("销量由12.3万辆增至15.1万辆，增长25%。")
    at = next(i for i, f in enumerate(made.figures) if f.as_printed == "15.1万辆")
    corrected = replace(made.figures[at], low=Decimal(160_000), high=Decimal(160_000))
    edited = replace(made, figures=(*made.figures[:at], corrected, *made.figures[at + 1 :]))
    (found,) = audit(edited, NOTHING).findings
    assert "变为16万辆，上升30.1%" in found.said.zh
    assert "160,000 vehicles" in found.said.en
    assert found.spans[2].quote == "15.1万辆"


def test_long_sums_are_cut_in_the_middle_and_still_add_up() -> None:
    rows = [f"店{n} | {n}家" for n in range(1, 16)]
    (held,) = [p for p in checked(table("门店 | 数量", *rows, "合计 | 120家")).passed if p.check == "sums"]
    assert held.formula.zh == "1家 + 2家 + 3家 + 4家 + 5家 + … + 14家 + 15家 = 120家"


def test_prose_is_set_solid_in_chinese_and_opens_with_a_capital_in_english() -> None:
    told = prose(Text("2023 年由 5 家变为 6 家，增加 20% 。", "from 5 to 6"))
    assert told.zh.startswith("2023年由5家变为6家，增加20%")
    assert told.en == "From 5 to 6"
