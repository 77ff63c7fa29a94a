"""Numbers of the wrong kind, of the wrong scale, or beyond what there can be; and correct ones that look like it."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

MONTHS = "月份 | 用电量（万千瓦时） | 电费（万元） | 产量（吨）"
STAFF = "年度 | 研发占比 | 客服人员规模 | 合作银行数量"
LOANS = "项目 | 松果 | 石榴 | 蓝桥"

CASES = [
    ("labels", "二厂在四月出现{}的停产。", "长达19天", "长达19%"),
    ("labels", "累计调用{}备用冷机。", "380台", "380人"),
    ("labels", "原奶收购价升至{}，比上年贵。", "4.6元", "4.6公里"),
    ("labels", "每件审核成本从{}。", "11元抬到18元", "11GB抬到18GB"),
    ("labels", "均价里含着附加费，眼下是每单{}。", "0.45元", "0.45升"),
    ("labels", "补助资金拨付{}，拨付率80%。", "1.08亿元", "1.08亿套"),
    ("labels", "平台接入的银行有{}。", "46家", "46公里"),
    ("labels", "借款人须完成{}，再签字。", "6步验证", "6元验证"),
    ("labels", "该平台的逾期率为{}。", "2.8%", "2.8元"),
    ("labels", "等待期为{}。", "90天", "90%"),
    ("labels", "水塔高{}。", "42米", "42元"),
    ("shares", "合作社有社员25名，其中女社员占{}。", "84%", "83%"),
    ("shares", "科室上月收治12例，治愈率{}。", "75%", "80%"),
    ("shares", "问卷发给20名班主任，全部收回。觉得表格少了的占{}。", "35%", "37%"),
    ("labels", "风电装机容量为{}。", "86万千瓦", "86万千瓦时"),
    ("labels", "园区去年用电量{}。", "4,100万千瓦时", "4,100万千瓦"),
    ("hard_limits", "到会的业主占全部业主的{}。", "72%", "127%"),
    ("hard_limits", "全省风电利用率{}。", "96.1%", "106.1%"),
    ("calendar_limits", "机组年利用小时{}。", "4300小时", "14300小时"),
    ("labels", "约{}的用户没有看懂。", "62%", "620%"),
    ("labels", "存储1,260TB，占科技投入4,200万元的{}。", "30%", "30家"),
    ("labels", "合规支出从2018年的{}激增至2020年的3000万元。", "500万元", "500万家"),
    ("labels", "次月留存40%，远低于微粒{}的水平。", "65%", "65家"),
    ("labels", "企业客户占{}，个人散客占29%。", "71%", "71家"),
    ("labels", "月成本7.0元（改版前{}）。", "5.0元", "5.0GB"),
    ("labels", "年末在管8,050个（平均每店{}）。", "350个", "350公里"),
    ("labels", "港口吞吐量{}，同比下降。", "412万箱", "412万元"),
    ("labels", "满意度一直在{}，难以再高。", "96%", "96元"),
    ("own_limits", "其中{}灭火器过期的车队被约谈。", "7家", "7.5家"),
    ("odd_cells", table(STAFF, "2020 | 22% | {} | 28家", "2023 | 9% | 420人 | 16家"), "850人", "850家"),
    ("odd_cells", table(STAFF, "2020 | 22% | 850人 | {}", "2023 | 9% | 420人 | 16家"), "28家", "28%"),
    ("odd_cells", table(LOANS, "利率 | 8%-12% | 9% | 7%", "到账用时 | 2分钟 | {} | 实时"), "40秒", "40%"),
    (
        "odd_cells",
        table("项目 | 停产前 | 停产后", "日加工量 | 310吨 | {}", "班次 | 3班 | 2班"),
        "265吨",
        "265元",
    ),
    ("told_again", table("年份 | 租赁贷余额（亿元）", "2023年 | 3.84", "2024年 | 1.60")
     + "\n\n2024年末，全市仍有{}租赁贷未结清。", "1.60亿元", "1.60亿份"),
    ("told_again", table("年份 | 租赁贷余额（亿元）", "2023年 | 3.84", "2024年 | 1.60")
     + "\n\n2024年末，全市仍有{}租赁贷未结清。", "1.60亿元", "16.0亿元"),
    ("turned_ranges", table(LOANS, "年化利率 | {} | 8%-21% | 7%-18%"), "5.4%-24%", "24%-5.4%"),
    ("turned_ranges", table(LOANS, "年化利率 | {} | 8%-21% | 7%-18%"), "5.4%-24%", "5.4%-24元"),
    ("own_limits", "授信上限30万元，单户最多批到{}。", "28万元", "35万元"),
    ("own_limits", "按13.8%封顶的合同里，最高一份年利率{}。", "13.5%", "15.4%"),
    ("own_limits", "学生满分10分里平均打了{}。", "8.4分", "84分"),
    ("own_limits", "厨房员工平均年龄{}。", "46岁", "460岁"),
    ("own_limits", "体温超过{}的先分诊。", "38.5℃", "385℃"),
    ("odd_scale", table(MONTHS, "1月 | 210 | 147 | 4,200", "2月 | 180 | 126 | {}", "3月 | 220 | 154 | 4,400",
                        "4月 | 215 | 150.5 | 4,300"), "3,600", "36,000"),
    ("odd_scale", table(LOANS, "利率 | 8% | 9% | 7%", "最高额度 | 20万 | 30万 | {}"), "25万", "25元"),
    ("odd_scale", table(LOANS, "年化利率 | 6.5%-22% | {} | 8%-21%"), "7.3%-23.9%", "7.3%-239%"),
    ("by_units", "每人199元，涉及用户31万人，待退押金约{}。", "6,169万元", "616.9万元"),
    ("by_units", "42.0万新客乘以168元，全年获客支出约{}。", "7,060万元", "706万元"),
    ("by_units", "按每公斤4.8元出园，收果3,125吨，全年卖了{}。", "1,500万元", "150万元"),
    ("english_nouns", "The queue time rose from 4 to 6 {}.", "minutes", "dollars"),
    ("english_limits", "The service was up {} of the time.", "99.7%", "109.7%"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_an_error_is_red_and_the_correct_text_is_not(check: str, text: str, right: str, wrong: str) -> None:
    assert [f.said.zh for f in checked(text.replace("{}", right)).findings if f.verdict.tone == "red"] == []
    found = [f for f in checked(text.replace("{}", wrong)).findings if f.verdict.tone == "red"]
    assert check in {f.check for f in found}
    assert all(f.said.zh.endswith("。") and "{" not in f.said.en for f in found)


TRUE = [
    table(LOANS, "提前还款违约金 | 3% | 300元 | 免收", "保修 | 2年 | 6万公里 | 3年"),
    table("条款 | 旧版 | 新版", "免费提现 | 每月3次 | 每月2万元", "审核方式 | 3人会签 | 2步验证"),
    table("门店 | 面积 | 月租", "一店 | 320平方米 | 4.8万元", "二店 | 95平方米 | 1.2万元",
          "三店 | 3,200平方米 | 52万元"),
    table("项目 | 2023年 | 2024年", "收入（亿元） | 48 | 51", "成本（亿元） | 46 | 48", "利润（亿元） | 2.0 | 3.0"),
    "老员工有2万元补助。设备有10年寿命。机构有20年历史。银行有3亿元授信可用。",
    "培训3,000人次，花了86万元。工期延误120天，赔了40万元。1元验证通过后即可绑卡。",
    "利率从24%降到15.4%，区间由18%-24%改为12%-15.4%。单户额度500-30万元。",
    "日限额5万元，单笔最高批10万元的须预约。上限20万元，后放宽，最高批到30万元。",
    "公司从8000元起家，十年间做到1.2亿元。用户日均展开次数从首月的32次降到半年后的7次。",
    "高考满分750分，平均分480分，最高712分。百岁老人有103岁。1300岁古树仍枝繁叶茂。",
    "收入3亿元、利润1亿元、门店56家、员工900人。",
    "全院共有床位1500张，其中内科600张、外科500张。其中查询3.2元、短信1.8元、客服1.4元、划付0.6元。",
    "- 息费：3,840件（40%）\n- 催收：2,880件（30%）\n- 其他：1,440件（15%）",
    "三年投诉依次为3.2万件、3.5万件、3.9万件。余额由3.6亿元降到2.8亿元。",
    "户均2.6人。你的公司有5个人，另一家公司有30人。起步价3公里10元，之后每公里1.8元。",
    "平均停留4.5小时，不及两成的人过夜。增速为18.7%，低于该值的省市有13个。业务总量12.4亿元。",
    "平台买量13.5亿元。出租率连着两个季度低于六成。",
    "专项补助1.35亿元，支持改造房源4500套，平均每套3万元，补助资金拨付1.08亿元，拨付率80%。",
]  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("calendar_limits", "截至2020年Q4，用户为3万人。", "截至2020年Q5，用户为3万人。"),
        ("hard_limits", "该产品月活排名保持第3位。", "该产品月活排名保持第0位。"),
        ("hard_limits", "分析认为重启概率不足15%。", "分析认为重启概率不足150%。"),
    ],
)
def test_what_no_calendar_rank_or_chance_can_be(check: str, right: str, wrong: str) -> None:
    assert [f for f in raised(right, check) if f.verdict.tone != "green"] == []
    assert [f.verdict.tone for f in raised(wrong, check)] == ["red"]


def test_a_range_of_rates_is_held_by_its_end() -> None:
    rows = table("产品 | 年化利率", "甲贷 | {}", "乙贷 | 12%-18%")
    assert [f for f in raised(rows.format("18%-24%"), "hard_limits") if f.verdict.tone != "green"] == []
    assert [f.verdict.code for f in raised(rows.format("18%-42%"), "hard_limits")] == ["differs"]
