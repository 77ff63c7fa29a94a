"""What a check says it needs, it needs: a piece that it is spared has nothing for it."""

from __future__ import annotations

from check_cases import NOTHING, dossier, record
from many_dossiers import correct_ones

from desktop.audit.check import World, load_checks
from desktop.audit.cut import pieces
from desktop.audit.marks import Cue, any_of, marks_of
from desktop.audit.owners import owners
from desktop.audit.sentence import Sentence
from desktop.core.dossier import Dossier
from desktop.core.value import value


@value
class Spared:
    """A piece of some dossier that a check is spared."""

    check: str
    piece: str
    said: tuple[object, ...]
    asked: bool


def spared(made: Dossier) -> list[Spared]:
    """What every check would say of the pieces that it is spared, and whether it would look anything up."""
    found = []
    world = World(record(), owners(made))
    for scope, piece in pieces(made, record(), ()):
        for one in load_checks():
            if scope in one.scopes and not one.concerns(scope, piece):
                world.asked = False
                said = tuple(one.run(piece, world))
                found.append(Spared(one.key, piece.key, said, world.asked))
    return found


def test_a_check_is_spared_what_it_has_nothing_to_say_of() -> None:
    every = [s for _, made, _ in correct_ones() for s in spared(made)]
    assert len(every) > 10_000
    assert [s for s in every if s.said or s.asked] == []


def test_most_checks_are_spared_most_sentences() -> None:
    made = dossier("2022年收入15.4亿元，2023年收入16.2亿元。")
    piece = next(p for scope, p in pieces(made, NOTHING, ()) if scope == "prose")
    wants = [one for one in load_checks() if "prose" in one.scopes]
    assert sum(one.concerns("prose", piece) for one in wants) < len(wants) / 2


def test_marks_are_characters_units_roles_and_whether_there_is_english() -> None:
    made = dossier("收入增长12%，约App的3倍。")
    marks = marks_of("收入增长12%，约App的3倍。", made.figures)
    assert {"收", "倍", "1", "%", "times", "latin"} <= marks
    assert "latin" not in marks_of("收入增长12%。")
    assert any_of("合总 pp latin") == {"合", "总", "pp", "latin"}


def test_marks_tell_how_many_figures_share_a_unit() -> None:
    text = "三地分别为12%、15%和20%，另有3人和5人，2023年统计。"
    marks = marks_of(text, dossier(text).figures)
    assert {"%*2", "%*3", "same*3"} <= marks
    assert "count:人*3" not in marks
    assert "same*2" not in marks_of("12%和3人", dossier("收入增长12%，新增3人。").figures)


def test_a_section_has_pairs_of_characters() -> None:
    made = dossier("三项合计12万元。")
    section = next(p for scope, p in pieces(made, NOTHING, ()) if scope == "section")
    assert any_of("总计|合计额|共 latin") == {"总计", "合计", "共", "latin"}
    assert not any_of("总计|合计额").isdisjoint(section.marks)
    assert any_of("总计|计合").isdisjoint(section.marks)


def test_a_cue_looks_for_english_only_where_there_is_any() -> None:
    cue = Cue("合计|其中", "in total")
    assert [cue.in_(Sentence(0, text, ())) for text in ("合计12", "In total 12", "收入12", "App 12")] == [
        True, True, False, False,
    ]  # fmt: skip
