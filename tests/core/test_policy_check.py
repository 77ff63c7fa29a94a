from __future__ import annotations

from dataclasses import replace

from invented import assessment, dossier, entry

from desktop.core.dossier import Dossier
from desktop.core.policy import PolicyMention
from desktop.core.policy_check import policy_check
from desktop.core.record import Record
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS, PartCheck

RECORD = Record((entry(),), ())
PARTS = (
    PartCheck("title", "match", Text("", "")),
    PartCheck("requirement", "differs", Text("文件不对", "wrong document")),
    PartCheck("impact", "not_applicable", Text("", "")),
)


def test_each_part_carries_its_result_and_note() -> None:
    one = assessment("a1", "f1", "differs", "p1", policy="p1", register_id="r1", parts=PARTS)
    case = dossier(assessments=(one,))
    check = policy_check(case, case.policies[0], RECORD)
    marks = {row.label.zh: (row.mark, row.tone, row.result.zh) for row in check.claimed}
    assert marks["名称"] == ("✓", "green", "相符")
    assert marks["要求"] == ("≠", "amber", "不同：文件不对")
    assert marks["影响"][0] == ""
    assert check.entry is not None
    assert check.official[0].text.zh == f"《{check.entry.title.zh}》"


def test_what_is_not_found_has_no_official_side_but_names_the_nearest() -> None:
    one = assessment("a1", "f1", "not_found", "p1", policy="p1", nearest=("r1", "gone"))
    case = dossier(assessments=(one,))
    check = policy_check(case, case.policies[0], RECORD)
    assert (check.entry, check.official) == (None, ())
    assert [e.id for e in check.nearest] == ["r1"]


def test_without_an_assessment_only_the_claim_is_there() -> None:
    case = dossier(assessments=())
    check = policy_check(case, case.policies[0], RECORD)
    assert check.assessment is None
    assert [row.label.en for row in check.claimed] == ["Title", "Date", "Requirement", "Impact"]
    assert all(not row.mark for row in check.claimed)


def test_unverified_fields_are_named_and_notes_follow() -> None:
    odd = replace(entry(), unverified=("published",), unverified_note=Text("其他", "something else"))
    case = dossier()
    check = policy_check(case, case.policies[0], Record((odd,), ()))
    assert check.unverified == (Text("发布日期", "publication date"), Text("其他", "something else"))


def test_an_unnamed_regulation_says_that_no_document_is_named() -> None:
    case = dossier()
    unnamed = replace(case.policies[0], title=Text("", ""), kind="general")
    check = policy_check(replace(case, policies=(unnamed,)), unnamed, RECORD)
    assert check.claimed[0].text.en == "No document is named"


def _imported(**fields: object) -> tuple[Dossier, PolicyMention]:
    """A mention of an imported article that nobody has assessed yet."""
    made = dossier()
    mention = replace(made.policies[0], **fields)  # type: ignore[arg-type]
    source = replace(made.sources[0], kind="article")
    return replace(made, sources=(source,), policies=(mention,), assessments=()), mention


def test_a_matched_mention_has_the_official_facts_and_no_verdict() -> None:
    why = Text("标题与登记簿相同。", "The title is that of the register.")
    made, mention = _imported(register_id="r1", match="exact", match_score=0.95, match_why=why)
    check = policy_check(made, mention, Record((entry(),), ()))
    assert check.entry == entry()
    assert check.verdict is None
    assert check.matched == Text(
        "标题与登记簿相同。把握 95%。", "The title is that of the register. Confidence 95%."
    )
    labels = {row.label.en: row.text.en for row in check.official}
    assert "Official Test Measures" in labels["Title"]
    assert "Applies" not in labels, "that was said of the bundled cases"


def test_a_named_mention_without_a_match_is_not_in_the_register() -> None:
    made, mention = _imported(match_why=Text("没有。", "None."))
    check = policy_check(made, mention, Record((entry(),), ()))
    assert check.verdict is VERDICTS["not_found"]
    assert check.matched.zh == "没有。"
    assert check.official == ()


def test_a_number_alone_is_shown() -> None:
    made, mention = _imported(title=Text("", ""), number="银办发〔2021〕1号")
    check = policy_check(made, mention, Record((), ()))
    assert check.claimed[0].text.zh == "银办发〔2021〕1号"
    assert check.verdict is VERDICTS["not_found"]


def test_a_mention_of_a_bundled_dossier_without_an_assessment_has_no_verdict() -> None:
    made = replace(dossier(), assessments=())
    check = policy_check(made, made.policies[0], Record((), ()))
    assert check.verdict is None
