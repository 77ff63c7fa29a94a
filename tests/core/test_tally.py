from __future__ import annotations

from dataclasses import replace

from audit_cases import audited, finding
from invented import assessment, dossier

from desktop.core.changes import apply, rule
from desktop.core.tally import regulations, tally, tones, unruled, whole
from desktop.core.text import same
from desktop.core.verdict import VERDICTS


def test_counts_what_a_reason_rests_on_and_leaves_dates_to_events() -> None:
    found = tally(dossier(), "f1")
    assert found.counts == {"policies": 1, "tables": 0, "figures": 1, "points": 1, "events": 1}
    assert found.shown("policies", "tables", "points").zh == "1 政策 · 1 要点"
    assert found.shown("tables", "figures").en == "1 figure"
    assert found.shown("tables").zh == ""


def test_verdicts_are_counted_by_tone_the_gravest_first() -> None:
    found = tally(dossier(), "f1").tones
    assert [(t.tone, t.mark, t.count) for t in found] == [("red", "×", 1), ("amber", "≠", 1)]
    assert found[0].name.zh == "不符"


def test_different_verdicts_of_one_tone_share_the_name_of_the_tone_and_the_gravest_mark() -> None:
    both = (VERDICTS["partly"], VERDICTS["differs"])
    (found,) = tones(both)
    assert (found.mark, found.count, found.name.en) == ("≠", 2, "in doubt")


def test_no_verdict_is_no_tone() -> None:
    assert tally(dossier(assessments=()), "f2").tones == ()


def test_the_whole_dossier_in_one_line() -> None:
    case = dossier()
    assert whole(case).zh == "1 份资料 · 2 个因素 · 1 张表 · 7 个数字 · 1 项政策 · 1 个事件 · 3 条核查"
    assert whole(case).en.startswith("1 source · 2 reasons · 1 table · 7 figures")
    assert "政策" not in whole(replace(case, policies=())).zh


def test_mentions_of_one_regulation_are_one() -> None:
    case = dossier()
    (mention,) = case.policies
    again = replace(mention, id="p2")  # the same title
    other = replace(mention, id="p3", title=same(""))  # no title, but the same entry of the register
    vague = replace(mention, id="p4", kind="general")
    entry = [replace(assessment(i, "f1", "differs"), policy=i, register_id="reg") for i in ("p1", "p3")]
    entry[0] = replace(entry[0], policy=mention.id)
    case = replace(case, policies=(mention, again, other, vague), assessments=tuple(entry))
    assert regulations(case) == 1
    assert "1 项政策（4 处提及）" in whole(case).zh
    assert "1 policy (4 mentions)" in whole(case).en


def test_several_verdicts_take_the_plural() -> None:
    both = (VERDICTS["inconsistent"], VERDICTS["inconsistent"])
    (found,) = tones(both)
    assert found.name.en == "do not hold"
    (found,) = tones(both[:1])
    assert found.name.en == "does not hold"


def test_the_premise_marks_the_statement_that_makes_it_and_no_figure_that_rests_on_it() -> None:
    case = dossier()
    statement, figure = case.points[0].id, case.figures[0].id
    premise = replace(assessment("a", "f1", "not_found", statement, figure), premise=True)
    case = replace(case, assessments=(premise,))
    assert case.verdict_of(statement) == premise.verdict
    assert case.verdict_of(figure) is None
    assert case.assessments_of(figure) == (premise,)  # still told where somebody asks


def test_what_does_not_hold_waits_until_it_is_ruled_on() -> None:
    assert unruled(dossier()) == 0
    red = [finding("a", "inconsistent", "g2"), finding("b", "inconsistent", "g3")]
    case = audited(dossier(), [*red, finding("c", "ambiguous", "h11")])
    assert unruled(case) == 2
    change = rule(case, red[0], "accepted")
    assert change is not None
    assert unruled(apply(case, change)) == 1
