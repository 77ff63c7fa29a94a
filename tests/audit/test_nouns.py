"""What of a clause can be read out as a name."""

from __future__ import annotations

import pytest
from check_cases import dossier

from desktop.audit import say
from desktop.audit.nouns import noun


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("余额先", "余额"),
        ("续保率停", "续保率"),
        ("相对降幅正好", "相对降幅"),
        ("里订单", "订单"),
        ("间平均定价", "平均定价"),
        ("赔付可以拆成", "赔付"),
        ("价也", ""),
        ("卖了六年", ""),
        ("把涨价列为首要原因", ""),
        ("后者", ""),
        ("获得一名新客户的平均花费", "获得一名新客户的平均花费"),
        ("每件新单", "每件新单"),
        ("占比", "占比"),
        ("获客费用", "获客费用"),
        ("成都", "成都"),
        ("间接费用", "间接费用"),
        ("内部收益率", "内部收益率"),
        ("staff cost", "staff cost"),
    ],
)
def test_a_name_is_cut_to_its_noun(name: str, read: str) -> None:
    assert noun(name) == read


def test_an_owner_alone_names_no_number() -> None:
    made = dossier("橙舟借为什么没了\n\n橙舟借的客服由640人减到256人，余额由210亿元降到70亿元。")
    titles = [say.title(f).zh for f in made.figures]
    assert titles[-1] == "“橙舟借 · 余额”" or titles[-1] == "“余额”"
    assert not any(t == "“橙舟借”" for t in titles)
