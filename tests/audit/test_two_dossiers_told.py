"""What two dossiers say of one product: whose it is, whether it grows or shrinks; and its overdue rate."""

from __future__ import annotations

import pytest
from check_cases import checked, dossier, record

from desktop.audit.engine import audit
from desktop.audit.issuers import issuers
from desktop.core.dossier import Dossier
from desktop.core.finding import Finding

HERE = "作为晨光集团旗下的重要产品，蓝鲸贷今年的放款额为12亿元。"
THERE = "蓝鲸贷是南山银行推出的小额贷款产品。蓝鲸贷的放款额为13亿元。"
CUT = "蓝鲸贷的投入占比从2020年的38%降至2023年的19%。"
BUILT = "南山银行优化产品线，把资源向“蓝鲸贷”等核心产品集中。蓝鲸贷的放款额为12亿元。"


def found_in(text: str, other: str, check: str, title: str = "蓝鲸贷为什么没有了") -> list[Finding]:
    """What a check says of a text with another one in the library."""
    library = (dossier(other, "other.md", "另一篇文章"),)
    return [f for f in audit(dossier(text, title=title), record(), library).findings if f.check == check]


def told(made: Dossier) -> list[tuple[str, str]]:
    """Product and owner."""
    return [(one.what, one.who) for one in issuers(made)]


def test_two_owners_of_one_product() -> None:
    (found,) = found_in(HERE, THERE, "whose_product")
    assert found.verdict.tone == "amber"
    assert "“晨光集团”" in found.said.zh
    assert "“南山银行”" in found.said.zh
    (found,) = [f for f in checked(f"{HERE}\n\n{THERE}").findings if f.check == "whose_product"]
    assert "一处属" in found.said.zh


@pytest.mark.parametrize(
    "other",
    [
        THERE.replace("南山银行", "晨光集团"),
        f"晨光集团发起设立了南山银行。{THERE}",
        THERE.replace("蓝鲸贷", "白鹭贷"),
        "蓝鲸贷的放款额为12亿元。",
    ],
)
def test_one_owner_or_owners_that_are_tied(other: str) -> None:
    assert found_in(HERE, other, "whose_product") == []


def test_ways_to_say_whose_a_product_is() -> None:
    assert told(dossier(HERE)) == [("蓝鲸贷", "晨光集团")]
    assert told(dossier(THERE)) == [("蓝鲸贷", "南山银行")]
    assert told(dossier("2021年南山银行的消费贷余额为500亿元，其中90%由蓝鲸贷贡献。")) == [
        ("蓝鲸贷", "南山银行")
    ]
    assert told(dossier("该公司旗下产品很多。蓝鲸贷的放款额为12亿元。")) == []


def test_cut_back_here_and_built_up_there() -> None:
    (found,) = found_in(CUT, BUILT, "apart_accounts")
    assert "被削减投入" in found.said.zh
    (found,) = found_in(BUILT, CUT, "apart_accounts", title="南山银行的产品线")
    assert "是集中投入的对象" in found.said.zh
    assert found_in(CUT, BUILT.replace("蓝鲸贷", "白鹭贷"), "apart_accounts") == []
    assert found_in(CUT, CUT, "apart_accounts") == []


def overdue(text: str) -> list[Finding]:
    """What is said of a rate against the NPL ratio of the record, which has 1.20% of 2020 and 1.47% of 2022."""
    return [f for f in checked(text).findings if f.check == "other_measure"]


def test_an_overdue_rate_out_of_scale() -> None:
    (found,) = overdue("2020年微众银行的M1+逾期率为4.2%。")
    assert "3.5倍" in found.said.zh
    assert "NPL ratio" in found.said.en
    (found,) = overdue("2022年微众银行的逾期率上升2.8个百分点。")
    assert "全部不良贷款率（1.47%）" in found.said.zh


@pytest.mark.parametrize(
    "text",
    [
        "2020年微众银行的M1+逾期率为1.9%。",
        "2022年微众银行的逾期率上升0.4个百分点。",
        "2022年南山银行的逾期率上升2.8个百分点。",
        "微众银行的逾期率上升2.8个百分点。",
    ],
)
def test_an_overdue_rate_within_scale(text: str) -> None:
    assert overdue(text) == []
