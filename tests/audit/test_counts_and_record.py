"""Counts of sections and lists, labels with the value of another quantity, and what the record knows."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

from desktop.core.finding import Finding

HEADS = "\n\n".join(f"## {head}\n\n正文。" for head in ("一、租金", "二、人手", "三、货源", "四、客流"))
ACCOUNTS = "\n\n".join(f"## {head}\n\n正文。" for head in ("账一：租金", "账二：人手", "账三：货源"))


def _reds(text: str) -> list[Finding]:
    return [f for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (f"细究起来，四重压力早已叠加。\n\n{HEADS}", f"细究起来，五重压力早已叠加。\n\n{HEADS}"),
        (f"我把死因归成四条，先上底数：见下。\n\n{HEADS}", f"我把死因归成六条，先上底数：见下。\n\n{HEADS}"),
        (f"店主说，三笔账算不过来。\n\n{ACCOUNTS}", f"店主说，四笔账算不过来。\n\n{ACCOUNTS}"),
        (
            f"开场白。\n\n{HEADS}\n\n## 尾声\n\n四重压力，压垮了它。",
            f"开场白。\n\n{HEADS}\n\n## 尾声\n\n三重压力，压垮了它。",
        ),
        ("麻烦有三桩：运费自付、残书不收、结款拖延。", "麻烦有五桩：运费自付、残书不收、结款拖延。"),
        ("要过两道门：第一道是加密，第二道是同意。", "要过三道门：第一道是加密，第二道是同意。"),
        ("教训归成两条：首先，别加价；其次，别拖欠。", "教训归成三条：首先，别加价；其次，别拖欠。"),
    ],
)
def test_a_count_is_held_against_sections_and_lists(right: str, wrong: str) -> None:
    assert raised(right, "announced") == []
    assert [f.verdict.code for f in raised(wrong, "announced")] == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        f"三重身份让他忙不过来：店主、司机、会计。\n\n{HEADS}",
        f"除夕前五个月，店就关了。\n\n{HEADS}",
        f"本文不打算只讲三个问题。\n\n{HEADS}",
        f"开场白。\n\n{HEADS}\n\n## 尾声\n\n在这三个原因之外，他还欠着三笔账。",
        "三招：首先，降价；其次，促销；最后，换人。",
        "四关难过：第一关，笔试；第二关，面试；第三关，体检；第四关，政审。",
    ],
)
def test_other_counts_are_left_alone(text: str) -> None:
    assert _reds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "加密存储每月费用约38毫秒。",
        "每航次油费4,800海里。",
        "航程21万元。",
        "门店面积410小时。",
        "电费一年要掏11.6万吨。",
        "主播坑位费一场3.5万米。",
        "夜班补贴每人每晚80公斤。",
    ],
)
def test_a_noun_with_the_value_of_another_quantity_is_told(text: str) -> None:
    assert [f.verdict.code for f in raised(text, "labels")] == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "保费30天内缴清，押金三个月，工资半年没发，拖欠工资3个月，停车费2小时起收。",
        "同样路程18.5元。充电费1.2元一度，运费满99元免收。",
        "航程3小时，路程两个半小时，黄金3公斤，库容2亿立方米。",
    ],
)
def test_times_and_prices_beside_a_noun_are_left_alone(text: str) -> None:
    assert _reds(text) == []


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("reference_told", "参照微众银行，2021年不良率是1.20%。", "参照微众银行，2021年不良率是2.10%。"),
        ("reference_told", "对照微众银行，2023年净赚108.15亿元。", "对照微众银行，2023年净赚180.15亿元。"),
        (
            "reference_told",
            "财付通当年被罚没约29.9亿元；蚂蚁的罚单是71.23亿元。",
            "财付通当年被罚没约29.9亿元；蚂蚁的罚单是17.23亿元。",
        ),
        (
            "reference",
            "微众银行2024年个人消费贷款2027.75亿元。",
            "微众银行2024年个人消费贷款2727.75亿元。",
        ),
        ("reference", "2021年微众银行的投诉量为4759件。", "2021年微众银行的投诉量为7459件。"),
        (
            "reference",
            "微众银行2019年净利39.5亿元，2020年增至49.57亿元。",
            "微众银行2019年净利39.5亿元，2020年增至94.57亿元。",
        ),
        (
            "reference",
            "微众银行2023年企业贷款余额1823.70亿元。",
            "微众银行2023年企业贷款余额1283.70亿元。",
        ),
        (
            "reference_changes",
            "微众银行2022年净利润同比增长29.8%，营收增长31.0%。",
            "微众银行2022年净利润同比增长39.8%，营收增长31.0%。",
        ),
        (
            "reference_changes",
            "微众银行2024年的营收比2023年下降3.1%。",
            "微众银行2024年的营收比2023年增长3.1%。",
        ),
        (
            "policy",
            "2021年底出台七部门的《金融产品网络营销管理办法（征求意见稿）》。",
            "2021年底出台五部门的《金融产品网络营销管理办法（征求意见稿）》。",
        ),
        (
            "policy",
            "《网络数据安全管理条例》2025年1月1日落地时，公司已关门。",
            "《网络数据安全管理条例》2024年1月1日落地时，公司已关门。",
        ),
        (
            "policy",
            "《消费金融公司管理办法》抬高了门槛，它自2024年4月18日起施行。",
            "《消费金融公司管理办法》抬高了门槛，它自2024年8月18日起施行。",
        ),
        (
            "policy",
            "《银行保险机构消费者权益保护管理办法》全文八章五十七条。",
            "《银行保险机构消费者权益保护管理办法》全文八章七十五条。",
        ),
        (
            "policy",
            "银保监办发〔2021〕24号文的《关于进一步规范商业银行互联网贷款业务的通知》作了规定。",
            "银保监办发〔2021〕42号文的《关于进一步规范商业银行互联网贷款业务的通知》作了规定。",
        ),
    ],
)
def test_what_the_record_has_otherwise_is_told(check: str, right: str, wrong: str) -> None:
    assert [f for f in raised(right, check) if f.verdict.tone != "green"] == []
    assert "differs" in {f.verdict.code for f in raised(wrong, check)}
