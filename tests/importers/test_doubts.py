"""Where a reading is really doubtful, it says so, and why; where it is not, it is silent."""

from __future__ import annotations

import pytest

from desktop.core.dossier import Dossier
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

REGISTER = load_record(bundled_data())[0].register


def made(body: str) -> Dossier:
    return draft(Reading("a.txt", "txt", "utf-8", f"快递柜为何收费\n\n{body}\n"), REGISTER)


def codes(dossier: Dossier) -> dict[str, str]:
    """The doubts by quote; several of one item are joined."""
    found: dict[str, list[str]] = {}
    for doubt in dossier.doubts:
        item = dossier.item(doubt.item)
        assert item is not None
        assert 0 < doubt.weight <= 1
        assert doubt.why.zh.endswith("。")
        assert doubt.why.en.endswith(".")
        found.setdefault(item.anchor.quote, []).append(doubt.code)
    return {quote: "+".join(sorted(each)) for quote, each in found.items()}


TABLE = "网点 | 额度(元)\n---|---\n东区 | {}\n西区 | 200元\n"


@pytest.mark.parametrize(
    ("body", "quote", "code"),
    [
        (TABLE.format("500-30万"), "500-30万", "scale_end"),
        ("快递柜的投资为500-5000万元。", "500-5000万元", "scale_both"),
        ("2021年快递柜的投诉量增长3倍。", "3倍", "times"),
        ("2020年Q4快递柜逾期率升至4.2%，较2018年同期增长1.8个百分点。", "2018年", "same_period"),
        ("快递柜的最高额度为20万。", "20万", "unit"),
        ("快递柜的合作小区有几十家。", "几十家", "vague"),
        ("快递柜在同类应用的月活排名中未进入前20。", "前20", "negated"),
        ("快递柜的保管费为3-5元以内。", "3-5元以内", "closed"),
        (TABLE.format("100元、200元"), "100元", "several"),
    ],
)
def test_doubtful_figures(body: str, quote: str, code: str) -> None:
    assert code in codes(made(body)).get(quote, "").split("+")


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (TABLE.format("1万-50万"), "1万-50万"),
        ("快递柜的投资为3200-3400万元。", "3200-3400万元"),
        ("2021年快递柜的投诉量翻了一倍。", "一倍"),
        ("2021年快递柜的投诉量是上年的3倍。", "3倍"),
        ("2021年快递柜的保管费为3-5元。", "3-5元"),
        ("2021年快递柜的使用率下降12%。", "12%"),
        (TABLE.format("100元"), "100元"),
    ],
)
def test_plain_figures_are_not_in_doubt(body: str, quote: str) -> None:
    dossier = made(body)
    assert quote in {f.anchor.quote for f in dossier.figures}
    assert quote not in codes(dossier)


def test_a_time_of_the_sentence_before_is_named() -> None:
    dossier = made("2021年快递柜的投诉量达1.2万条。其中，超时费占比达42%。")
    doubt = next(d for d in dossier.doubts if d.code == "carried")
    assert "2021 年" in doubt.why.zh
    assert "2021" in doubt.why.en


@pytest.mark.parametrize(
    ("body", "quote", "code"),
    [
        ("2021年1月的《互联网存款业务整改通知》有影响。", "《互联网存款业务整改通知》", "near"),
        (
            "2023年发布的《商业银行互联网贷款管理暂行办法》有影响。",
            "《商业银行互联网贷款管理暂行办法》",
            "record",
        ),
    ],
)
def test_doubtful_matches(body: str, quote: str, code: str) -> None:
    assert code in codes(made(body)).get(quote, "").split("+")


def test_a_sure_match_is_not_in_doubt() -> None:
    assert codes(made("2020年发布的《商业银行互联网贷款管理暂行办法》有影响。")) == {}


def test_sections_and_tables() -> None:
    found = codes(
        made(
            "一、数据概览\n先看数据。\n二、成本上升\n成本涨了。\n网点 | 费用\n东区 | 3元\n"
            "三、快递员越来越忙碌\n人手不够。\n综上，原因很多。"
        )
    )
    assert found["一、数据概览"] == "heading"
    assert found["三、快递员越来越忙碌"] == "theme"
    assert found["综上，原因很多。"] == "closing"
    assert "bare" in found.values()
    assert "二、成本上升" not in found


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("收回的问卷 n=612 里有些无效。", ["612"]),
        ("车桩比为2.3:1，还不够。", ["2.3:1"]),
        ("他们用 GPT-4 和 3D 打样，B端和P2P 都做，覆盖一二线城市。", []),
        ("详见 https://example.org/2021/07 与《2024 年度观察报告》。", []),
        ("银保监办发〔2021〕24号和《办法》第12条都提到了。", []),
        ("三大原因、第一次、一方面、千万不要。", []),
        ("当晚 20:31 的图1和表2都说到了这些。", []),
    ],
)
def test_leftovers(body: str, left: list[str]) -> None:
    assert [x.anchor.quote for x in made(body).leftovers] == left


def test_a_number_too_large_to_keep_is_left_over() -> None:
    dossier = made(f"快递柜的总额为{'9' * 320}元。")
    assert [x.why.zh for x in dossier.leftovers] == ["数值过大，无法记录。"]
    assert dossier.figures == ()
