"""What a text says one may or must do, against the bans of the register entry on the same act."""

from __future__ import annotations

import pytest

from desktop.audit.engine import audit
from desktop.core.finding import Finding
from desktop.importers.draft import draft
from desktop.importers.reading import read
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

RECORD, _ = load_record(bundled_data())


def turned(text: str) -> list[Finding]:
    """The findings on a document whose entry says the contrary."""
    made = draft(read("made.md", f"# 备忘\n\n{text}\n".encode()), RECORD.register)
    return [
        f for f in audit(made, RECORD).findings if f.check == "policy" and "登记簿中该文件写的是" in f.said.zh
    ]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("《义务教育法》明确，学校{}分设重点班和非重点班。", "不得", "可以"),
        ("《医师法》规定，对需要紧急救治的患者，医师{}拒绝急救处置。", "不得", "可以"),
        ("按《医疗器械监督管理条例》，一次性使用的医疗器械{}重复使用。", "不得", "可以"),
        ("《合伙企业法》规定，上市公司{}成为普通合伙人。", "不得", "可以"),
    ],
)
def test_a_ban_told_as_leave_differs(text: str, right: str, wrong: str) -> None:
    assert turned(text.format(right)) == []
    found = turned(text.format(wrong))
    assert [f.verdict.code for f in found] == ["differs"]
    assert "不得" in found[0].said.zh
    assert found[0].spans[-1].quote in text.format(wrong)


def test_another_act_of_the_same_document_is_left_alone() -> None:
    assert turned("《义务教育法》明确，学校可以开展课后服务。") == []
    assert turned("《残疾人保障法》规定，学校不得因残疾拒绝招收符合录取要求的考生。") == []
