"""Shortcuts by which checks are spared work give the same as the long way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from check_cases import NOTHING, dossier, raised
from many_dossiers import correct_ones

from desktop.audit.checks.column_totals import _SPAN
from desktop.audit.cut import pieces
from desktop.audit.echoes import _CROWD
from desktop.audit.near_miss import ABOUT, SCALE, slip_of
from desktop.audit.scope import Section
from desktop.audit.spoken import _MARK
from desktop.audit.worked import worked
from desktop.core.text import Text, same

_BREAKS = re.compile(r"[，；;。！？：:]|[,.!?](?!\d)|——|\n")
_CLAUSES = re.compile(r"[，；;：:。（()）！？—]|,(?!\d)")


@cache
def sections() -> tuple[Section, ...]:
    """Every section of the correct texts."""
    made = [one for _, one, _ in correct_ones()]
    return tuple(p for one in made for scope, p in pieces(one, NOTHING, ()) if isinstance(p, Section))


@pytest.mark.parametrize("text", ["a——b———c—d", "1,5.3, 2. 好。x!?7 end.", "：,;；！1.5——，"])
def test_clauses_end_where_they_are_written_to(text: str) -> None:
    assert [m.span() for m in _MARK.finditer(text)] == [m.span() for m in _BREAKS.finditer(text)]


def test_clauses_of_texts_end_where_they_are_written_to() -> None:
    for piece in sections():
        assert [m.span() for m in _MARK.finditer(piece.text)] == [
            m.span() for m in _BREAKS.finditer(piece.text)
        ]


def worked_in(*texts: str) -> Iterator[tuple[str, str, str]]:
    """Clause and lead of the amounts of some texts, with the words of their sentences before them."""
    made = [p for text in texts for _, p in pieces(dossier(text), NOTHING, ()) if isinstance(p, Section)]
    for piece in (*sections(), *made):
        for told in worked(piece):
            yield told.clause, told.lead, told.sentence[: told.figure.anchor.start - told.start]


def test_the_clause_of_an_amount_is_what_a_split_leaves_last() -> None:
    found = list(worked_in("In 2020,15 shops made 30 million,40 staff and 12,000 visits, 3 (4) of 5 yuan."))
    assert len(found) > 1000
    for clause, lead, before in found:
        assert clause == _CLAUSES.split(before)[-1]
        assert clause.endswith(lead)


def test_a_stretch_of_years_names_years() -> None:
    found = [m[0] for piece in sections() for m in _SPAN.finditer(piece.text)]
    assert len(found) > 20
    assert all("年" in words for words in found)


@pytest.mark.parametrize(("many", "doubts"), [(3, 1), (_CROWD + 3, 0)])
def test_one_of_a_crowd_of_like_numbers_is_no_slip_of_another(many: int, doubts: int) -> None:
    text = "\n\n".join(["一座新仓投资128万元。"] * many)
    assert len(raised(f"{text}\n\n那座178万元的新仓空着。", "told_again")) == doubts


def test_digits_are_those_of_the_first_number() -> None:
    one, other, third = (f for f in dossier("卖出1,956件，后来1,659件，再后来1,956万件。").figures)
    assert slip_of(one, other, alike=True) == ABOUT
    assert slip_of(one, third, alike=True) == SCALE
    assert not slip_of(other, third, alike=True)
    assert not slip_of(one, one, alike=True)


def test_a_text_that_reads_alike_is_filled_once_with_the_same_result() -> None:
    assert same("{} = {}").format(same("1%"), 2) == Text("1% = 2", "1% = 2")
    assert same("{} = {}").format(Text("一", "one"), 2) == Text("一 = 2", "one = 2")
    assert Text("{}个", "{} of").format(1) == Text("1个", "1 of")
