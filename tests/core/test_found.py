"""An audit by item: badges, counts, what a person disputes, and the quiet word where nothing was found."""

from __future__ import annotations

from dataclasses import replace

from audit_cases import audited, finding, found, usual
from invented import assessment, dossier

from desktop.core.chart.kinds.strength import strength
from desktop.core.finding import Passed, Uncheckable
from desktop.core.found import about, findings_of, ruling_of, word_on
from desktop.core.review import Ruling
from desktop.core.stretches import digest_stretches
from desktop.core.tally import tally, whole
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS


def code(case: object, item: str) -> str:
    verdict = case.verdict_of(item)  # type: ignore[attr-defined]
    return verdict.code if verdict is not None else ""


def test_the_most_severe_of_record_and_audit_wins() -> None:
    case = dossier()
    assert (code(case, "g1"), code(case, "g3")) == ("inconsistent", "consistent")
    milder, graver = finding("a", "ambiguous", "g1"), finding("b", "changes_conclusion", "g3")
    case = audited(case, [milder, graver])
    assert (code(case, "g1"), code(case, "g3")) == ("inconsistent", "changes_conclusion")


def test_a_finding_is_a_badge_on_what_it_is_raised_on_and_told_of_every_number_it_uses() -> None:
    case = audited(dossier(), [finding("a", "inconsistent", "h11", "h21")])
    assert [code(case, i) for i in ("h11", "c11", "h21", "c21")] == ["inconsistent", "inconsistent", "", ""]
    assert code(case, "t1") == "inconsistent"
    assert [[f.id for f in findings_of(case, i)] for i in ("c21", "t1", "c22")] == [["a"], ["a"], []]


def test_the_cell_of_a_figure_and_the_only_figure_of_a_cell_share_a_badge() -> None:
    case = audited(dossier(), [finding("a", "differs", "c12")])
    assert code(case, "h12") == "differs"


def test_a_check_that_was_passed_is_a_badge_too_but_the_mildest() -> None:
    held = Passed("sums", ("g2", "g3"), VERDICTS["by_rounding"])
    assert code(audited(dossier(), passed=[held]), "g2") == "by_rounding"
    case = audited(dossier(), [finding("a", "ambiguous", "g2")], [held])
    assert code(case, "g2") == "ambiguous"


def test_what_cites_the_record_is_counted_once() -> None:
    cited = finding("a", "inconsistent", "g1", check="record", kind="a2")
    before = tally(dossier(), "f1")
    case = audited(dossier(), [cited])
    assert tally(case, "f1").tones == before.tones
    assert findings_of(case, "g1") == ()


def test_counts_follow_the_audit() -> None:
    case = usual()
    tones = {t.tone: (t.mark, t.count) for t in tally(case, "f2").tones}
    assert tones == {"red": ("×", 1), "amber": ("?", 1), "green": ("✓", 2)}
    assert "核查了 8/9 · 2 个发现" in whole(case).zh
    assert "the automatic check" in strength(case).caption.en


def test_a_disputed_finding_leaves_badges_and_counts() -> None:
    case = usual()
    one = found(case).audit.findings[1]
    case = replace(case, rulings=(Ruling(one.id, "disputed", about(one), reason="why"),))
    assert code(case, "h11") == ""
    assert "red" not in {t.tone for t in tally(case, "f2").tones}
    accepted = replace(case, rulings=(Ruling(one.id, "accepted", about(one)),))
    assert code(accepted, "h11") == "inconsistent"


def test_a_ruling_does_not_cover_other_numbers() -> None:
    before, after = finding("a", "inconsistent", "g2"), finding("a", "inconsistent", "g2", shown="39%")
    case = replace(audited(dossier(), [after]), rulings=(Ruling("a", "disputed", about(before)),))
    assert ruling_of(case, after) is None
    assert code(case, "g2") == "inconsistent"


def test_disputing_what_cites_an_assessment_takes_the_assessment_out() -> None:
    cited = finding("a", "inconsistent", "g1", check="record", kind="a2")
    case = audited(dossier(assessments=(assessment("a2", "f1", "inconsistent", "g1"),)), [cited])
    assert code(case, "g1") == "inconsistent"
    case = replace(case, rulings=(Ruling("a", "disputed", about(cited)),))
    assert code(case, "g1") == ""
    assert tally(case, "f1").tones == ()


def test_the_quiet_word() -> None:
    case = usual()
    told = word_on(case, "h22")
    assert told is not None
    assert told.zh == "✓ 通过核查：合计（850 − 430 = 420）"
    assert word_on(case, "c22") == told
    assert word_on(case, "g3") == Text("没有核查：只写了一次。", "Not checked: Stated once.")
    assert word_on(case, "g2") is None
    assert word_on(dossier(), "g3") is None


def test_a_cell_whose_figure_could_not_be_checked_says_so() -> None:
    case = audited(dossier(), rest=[Uncheckable("h11", Text("只写了一次。", "Stated once."), "single")])
    told = word_on(case, "c11")
    assert told is not None
    assert told.en == "Not checked: Stated once."


def test_marks_in_the_text_have_the_tone_of_what_stops_a_reader() -> None:
    case = usual()
    tones = {s.item: s.tone for s in digest_stretches(case, case.sources[0])}
    assert (tones["h11"], tones["g2"], tones["g3"], tones["h12"]) == ("red", "amber", "", "")
    assert tones["f1"] == tones["c11"] == ""  # the figure in it has the mark
