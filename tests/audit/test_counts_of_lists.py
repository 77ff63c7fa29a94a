"""Counts against what follows or goes before: titles, names, turns, tables, unnumbered sections."""

from __future__ import annotations

import pytest
from check_cases import raised, table

ROWS = table("文件 | 影响", "《数据安全法》 | 数据出境评估", "《网络安全法》 | 等级保护")
PARTS = "下文从{}展开。\n\n## 价格\n\n价格高于同业。\n\n## 渠道\n\n费用上升。\n\n## 服务\n\n服务跟不上。\n"
BOLD = "原因可以归结为{}。\n\n**一、成本。** 费用上升。\n\n**二、监管。** 需要备案。\n\n**三、需求。** 复购转弱。"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("双方先后签过{}，即《合作框架协议》《流量服务合同》和《资金存管协议》。", "三份合同", "四份合同"),
        ("首批覆盖{}，泉州、台州、芜湖和赣州，明年再加两座。", "四座城市", "五座城市"),
        ("用户主要是{}。第一类是骑手。第二类是工人。第三类是小店主。", "三类人", "四类人"),
        ("摆在它面前的只有{}：要么降价，要么离场。", "两条路", "三条路"),
        ("对它影响最直接的{}，列在下面：\n\n" + ROWS, "两份文件", "三份文件"),
        ("首先是利率，其次是渠道，再次是投诉，最后是系统。{}互相牵连。", "这四个因素", "这五个因素"),
        ("一是订单下滑，二是成本抬升，三是融资中断。{}缺一不可。", "上述三个原因", "上述五个原因"),
        ("停售是利率、渠道、退保、投诉、投资、合规与战略{}共振的结果。", "七重因素", "九重因素"),
        ("翻检年报、公告可知，它要从监管、战略、客群、技术{}来解释。", "四个方面", "五个方面"),
        ("要看懂它，得算{}：获客账、资金账、风险账、人力账。", "四本账", "六本账"),
        ("当时只有{}持牌：青衡支付与白鹿支付。", "两家公司", "三家公司"),
        ("重启须满足{}：一是出资达标，二是逾期回落，三是投诉办结。入口消失只是最后一步。", "三项条件", "四项条件"),
        ("施工{}：先修管网，再铺路面，后种树木，最后装路灯。", "分为四个阶段", "分为三个阶段"),
        ("减产{}：气候、虫害、运输。", "原因有三", "原因有四"),
        ("{}——气候、虫害、运输、价格——拖累了收成。", "四大原因", "三大原因"),
        (PARTS, "三个角度", "五个角度"),
        (BOLD, "三点", "五点"),
    ],
)  # fmt: skip
def test_a_count_is_held_against_its_list(text: str, right: str, wrong: str) -> None:
    assert [f for f in raised(text.format(right), "announced") if f.verdict.tone == "red"] == []
    (found,) = (f for f in raised(text.format(wrong), "announced") if f.verdict.tone == "red")
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "公司在四座城市，其中泉州、台州和芜湖亏损。",
        "共有五家门店，杭州、宁波等地的已经关闭。",
        "五家分店中，东店、西店、南店盈利，另外两家亏损。",
        "十二家银行，比如工行、建行和农行，都已退出。",
        "有三份文件：下面逐一细说。",
        "签了四份合同，《框架协议》之外的都没有公开。",
    ],
)
def test_a_part_of_what_is_counted(text: str) -> None:
    assert [f for f in raised(text, "announced") if f.verdict.tone == "red"] == []
