"""An article that is imported again: ids stay, and so does everything that a person has decided."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.changes import Change, accept, add, apply, correct, delete, replay, settled_down
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.table import Cell
from desktop.core.text import same
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.importers.rejoin import rejoin

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))[:4]
TEXT = """关于甲贷停止续办的说明

开头一段说明来由，没有数字。

一、规则收紧
《测试管理办法》2021年3月发布，要求出资比例不得低于30%。甲贷的出资比例只有12%，低于要求。
- 渠道：改为邀请制
- 额度：上限为20万元

二、投入减少
甲贷占公司投入的比例由2020年的38%降到2023年的19%。客服人员由850人减少到420人。

年份 | 占比 | 人数
---|---|---
2020 | 38% | 850
2023 | 19% | 420

三、展望
甲贷的规模约为120亿元，今后不再增加。
"""
INSERTED = "编者按：本文数据截至2024年6月，其中12%一项已经核对。\n\n"


def read(text: str, name: str = "a.txt") -> Dossier:
    return draft(Reading(name, "txt", "utf-8", text), ())


OLD = read(TEXT)


def ids(dossier: Dossier) -> set[str]:
    return {*dossier.items, *(c.id for t in dossier.tables for c in t.columns)}


def by_quote(dossier: Dossier, quote: str) -> Figure:
    return next(f for f in dossier.figures if f.anchor.quote == quote)


def anchored(dossier: Dossier) -> bool:
    return all(i.anchor.holds(dossier.sources[0].text) for i in dossier.items.values())


def test_the_article_has_everything_that_these_tests_are_about() -> None:
    assert OLD.tables
    assert OLD.policies
    assert OLD.points
    assert len(OLD.figures) > 10
    assert len(OLD.factors) > 3


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_the_same_text_changes_nothing(path: Path) -> None:
    old = read(path.read_text("utf-8"))
    assert rejoin(old, read(path.read_text("utf-8"))) == old


def test_the_same_text_from_another_file_keeps_name_and_sources() -> None:
    assert rejoin(OLD, read(TEXT, "other.txt")) == OLD


@pytest.mark.parametrize("text", [INSERTED + TEXT, TEXT.replace("\n一、", "\n" + INSERTED + "\n一、")])
def test_a_paragraph_that_is_put_in_before_keeps_all_ids(text: str) -> None:
    new = rejoin(OLD, read(text))
    assert ids(OLD) <= ids(new)
    assert anchored(new)
    for item in OLD.items.values():
        now = new.items[item.id]
        assert now.anchor.quote == item.anchor.quote or isinstance(item, Factor)
        if not isinstance(item, (Cell, Factor)):
            assert getattr(now, "factor", "") == getattr(item, "factor", "")


def test_a_section_that_is_put_in_before_renumbers_headings_and_keeps_their_ids() -> None:
    text = TEXT.replace("三、展望", "四、展望").replace("二、投入减少", "三、投入减少")
    text = text.replace("三、投入减少", "二、投诉增多\n投诉达到65件。\n\n三、投入减少")
    new = rejoin(OLD, read(text))
    assert {f.id for f in OLD.factors} < {f.id for f in new.factors}
    names = {f.id: f.title.zh for f in OLD.factors}
    assert all(f.title.zh == names.get(f.id, f.title.zh) for f in new.factors)


def test_a_row_that_is_put_in_keeps_the_other_cells_and_their_figures() -> None:
    new = rejoin(OLD, read(TEXT.replace("2023 | 19%", "2022 | 25% | 600\n2023 | 19%")))
    cells = {i.id: i for i in OLD.items.values() if isinstance(i, Cell)}
    assert cells.keys() < new.items.keys()
    assert all(new.items[c.id].anchor.quote == c.anchor.quote for c in cells.values())
    inside = [f for f in OLD.figures if f.table]
    assert inside
    for figure in inside:
        now = new.items[figure.id]
        assert isinstance(now, Figure)
        assert (now.table, now.as_printed) == (figure.table, figure.as_printed)


def test_equal_numbers_are_told_apart_by_what_stands_around_them() -> None:
    old = read("一、甲\n甲的比例为12%，乙的比例为12%，丙的比例为12%。\n")
    fewer = rejoin(old, read("一、甲\n甲的比例为12%，丙的比例为12%。\n"))
    first, _, third = (f.id for f in old.figures)
    assert [f.id for f in fewer.figures] == [first, third]


def test_an_id_is_never_given_to_another_item() -> None:
    new = rejoin(OLD, read("一、别的\n乙贷的比例为77%。\n"))
    assert not {f.id for f in OLD.figures} & {f.id for f in new.figures}


def edits(dossier: Dossier) -> list[Change]:
    """Accept, correct, delete and add, each of another item."""
    made: list[Change | None] = [accept(dossier, [by_quote(dossier, "12%").id])]
    fixed = by_quote(dossier, "20万元")
    made.append(correct(dossier, replace(fixed, entity=same("他人")), "写错"))
    made.append(delete(dossier, [by_quote(dossier, "约为120亿元").id, dossier.points[0].id]))
    at = dossier.sources[0].text.index("来由")
    anchor = replace(
        fixed.anchor, start=at, end=at + 2, quote="来由", prefix="开头一段说明", suffix="，没有数字"
    )
    added = replace(fixed, id="fig-by-hand", anchor=anchor, factor=dossier.factors[0].id, as_printed="来由")
    made.append(add(dossier, added))
    return [change for change in made if change is not None]


def check_edits(now: Dossier) -> None:
    assert now.status_of(by_quote(OLD, "12%").id) == "accepted"
    fixed = now.items[by_quote(OLD, "20万元").id]
    assert isinstance(fixed, Figure)
    assert (fixed.entity, now.status_of(fixed.id)) == (same("他人"), "corrected")
    assert "约为120亿元" not in {f.anchor.quote for f in now.figures}
    assert OLD.points[0].id not in now.items
    assert now.status_of("fig-by-hand") == "added"
    assert anchored(now)


TEXTS = [TEXT, INSERTED + TEXT, TEXT.replace("二、", INSERTED + "二、"), TEXT.replace("三、展望", "三、结语")]


@pytest.mark.parametrize("text", TEXTS)
def test_a_journal_fits_what_was_imported_again(text: str) -> None:
    changes = edits(OLD)
    touched = frozenset[str]().union(*(c.touched() for c in changes))
    now = replay(rejoin(OLD, read(text), touched), changes)
    assert now.stale == ()
    check_edits(now.dossier)


@pytest.mark.parametrize("text", TEXTS[:3])  # of what was deleted it carries the id, which the context makes
def test_a_dossier_that_carries_its_edits_keeps_them(text: str) -> None:
    edited = settled_down(replay(OLD, edits(OLD)).dossier)
    now = rejoin(edited, read(text))
    check_edits(now)
    assert now.deleted == edited.deleted
    if text is TEXT:
        assert now == edited


def test_what_was_decided_on_stays_when_the_text_has_lost_it() -> None:
    changes = edits(OLD)
    touched = frozenset[str]().union(*(c.touched() for c in changes))
    new = rejoin(OLD, read(TEXT.replace("- 额度：上限为20万元\n", "")), touched)
    assert by_quote(OLD, "20万元").id in new.items
    assert new.items[by_quote(OLD, "20万元").id].factor in {f.id for f in new.factors}  # type: ignore[union-attr]
    assert replay(new, changes).stale == ()


def test_a_section_that_was_joined_to_another_stays_joined() -> None:
    gone = delete(OLD, [OLD.factors[2].id])
    assert gone is not None
    edited = settled_down(apply(OLD, gone))
    assert rejoin(edited, read(TEXT)) == edited
    replayed = replay(rejoin(OLD, read(INSERTED + TEXT), gone.touched()), [gone]).dossier
    assert OLD.factors[2].id not in replayed.items
    assert {i.factor for i in (*replayed.figures, *replayed.tables)} <= {f.id for f in replayed.factors}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_whatever_changed_in_the_text_ids_are_unique_and_references_hold(one: int, other: int) -> None:
    chance = random.Random(one)
    lines = TEXT.splitlines(keepends=True)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(lines))
        if chance.random() < 0.5:
            lines.insert(at, chance.choice(lines))
        elif len(lines) > 1:
            del lines[at]
    changes = edits(OLD)
    touched = frozenset[str]().union(*(c.touched() for c in random.Random(other).sample(changes, 2)))
    new = rejoin(OLD, read("".join(lines)), touched)
    everything = [
        i.id
        for group in (new.factors, new.tables, new.figures, new.policies, new.events, new.points)
        for i in group
    ]
    everything += [c.id for t in new.tables for line in (t.header, *t.rows) for c in line]
    assert len(everything) == len(set(everything))
    sections = {f.id for f in new.factors}
    assert {
        i.factor for i in (*new.tables, *new.figures, *new.policies, *new.events, *new.points)
    } <= sections
    assert {f.change_from for f in new.figures} <= {*new.items, ""}
    assert {f.table for f in new.figures} <= {*new.items, ""}
    assert {i for e in new.events for i in e.items} <= set(new.items)
    assert {c.table for t in new.tables for row in t.rows for c in row} <= set(new.items)
    assert touched & set(OLD.items) <= {*new.items}
