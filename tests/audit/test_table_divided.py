"""What sentences work out of a table: quotients, what is left, totals of half a year, ends of ranges, every row."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

LIBRARY = "表1 馆藏与读者\n\n" + table(
    "指标 | 2019年 | 2020年 | 2021年 | 2022年 | 2023年",
    "到馆人次（万人次） | 42 | 18 | 27 | 31 | 46",
    "外借册次（万册次） | 63 | 36 | 54 | 55.8 | 73.6",
    "人均外借（册） | 1.50 | 2.00 | 2.00 | 1.80 | {}",
    "购书经费（万元） | 210 | 180 | 160 | 175 | 240",
)
BRANCHES = table(
    "分馆 | 面积（平方米） | 开放时长（小时/周） | 到馆（万人次） | 押金区间",
    "城东分馆 | 1200 | 70 | 12.6 | 50元—100元",
    "老街分馆 | 480 | 56 | 8.4 | 30元—80元",
    "河湾分馆 | 800 | 63 | 10.5 | 50元—120元",
    "校园分馆 | 600 | 42 | 4.2 | 0元—50元",
)
ACCOUNTS = "表3 收支（万元）\n\n" + table(
    "项目 | 2022年 | 2023年",
    "财政拨款 | 620 | 680",
    "收入合计 | 658 | 732",
    "人员支出 | 390 | 415",
    "支出合计 | 683 | 752",
)
FERRY = table(
    "年份 | 航次（班） | 载客（万人次） | 票款收入（万元） | 燃油费（万元）",
    "2018年 | 36500 | 730 | 1460 | 620",
    "2019年 | 36000 | 690 | 1380 | 640",
    "2020年 | 21000 | 310 | 620 | 350",
    "2021年 | 24000 | 380 | 798 | 470",
    "2022年 | 22500 | 330 | 726 | 560",
)
ROUTES = table(
    "航线 | 单程（分钟） | 载客（万人次） | 收入（万元） | 亏损（万元）",
    "北渡 | 12 | 182 | 364 | 95",
    "江心洲 | 20 | 96 | 240 | 130",
    "下关 | 25 | 48.8 | 122 | 205",
)
CANTEENS = table(
    "食堂 | 座位（个） | 日均就餐（人次） | 年收入（万元） | 年成本（万元） | 老人占比",
    "梧桐里 | 120 | 460 | 277.0 | 262.4 | 62%",
    "槐荫路 | 80 | 310 | 158.4 | 171.5 | 71%",
    "东风桥 | 60 | 150 | 83.2 | 102.6 | 58%",
    "北苑 | 150 | 520 | 341.6 | 318.0 | 44%",
)
QUARTERS = "表2 分季度收支（万元）\n\n" + table(
    "季度 | 收入 | 食材",
    "一季度 | 61.2 | 30.4",
    "二季度 | 68.5 | 33.8",
    "三季度 | 70.8 | 35.9",
    "四季度 | 76.5 | 37.1",
    "全年 | 277.0 | 137.2",
)
READ = LIBRARY.format("1.60")
# the check, the table, a sentence with a place, and what is right and wrong there
CASES = [
    ("text_table", READ, "到2023年末那样{}的规模，并不算小。", "240万元", "204万元"),
    ("timed_changes", READ, "2020年到馆只有18万人次。三年后，这个数字多了{}。", "28万人次", "38万人次"),
    ("made_rows", BRANCHES, "按面积算，老街分馆每平方米接待{}。", "175人次", "157人次"),
    ("rows_added", BRANCHES, "四家合计接待{}。", "35.7万人次", "37.5万人次"),
    ("rows_told", BRANCHES, "面积上，城东分馆是老街分馆的{}。", "2.5倍", "3.5倍"),
    ("rows_told", BRANCHES, "押金上限，河湾分馆比老街分馆高{}。", "40元", "60元"),
    ("rows_told", BRANCHES, "校园分馆的到馆人次正好是河湾分馆的{}。", "四成", "六成"),
    ("superlatives", BRANCHES, "押金最高的是{}。", "河湾分馆", "城东分馆"),
    ("row_margins", ACCOUNTS, "收入减去支出，2022年缺口25万元，2023年{}。", "缺口20万元", "缺口30万元"),
    ("table_shares", ACCOUNTS, "人员支出占支出的比重从57.1%降到{}。", "55.2%", "52.5%"),
    ("timed_changes", FERRY, "载客2020年最少。2021年回升了{}。", "70万人次", "50万人次"),
    ("table_shares", FERRY, "燃油费占票款的比重由2018年的42.5%升到{}。", "77.1%", "71.7%"),
    ("table_shares", FERRY, "平均每班载客，2018年是{}。", "200人次", "20人次"),
    ("told_cells", FERRY, "票款收入降得慢一些，从1460万元降到{}。", "726万元", "762万元"),
    ("text_table", ROUTES, "下关亏得最多，达{}。", "205万元", "250万元"),
    ("table_shares", ROUTES, "收入最高的线是收入最低的线的{}。", "近三倍", "近五倍"),
    ("table_shares", ROUTES, "每位乘客，江心洲要亏{}。", "1.35元", "3.15元"),
    ("row_margins", CANTEENS, "东风桥一年亏{}。", "19.4万元", "14.9万元"),
    ("rows_told", CANTEENS, "老人占比最高的槐荫路达到71%，比最低的北苑高{}。", "27个百分点", "37个百分点"),
    ("counted_rows", CANTEENS, "除北苑外，各家的老人占比都超过{}。", "一半", "六成"),
    ("table_totals", QUARTERS, "上半年收入{}。", "129.7万元", "127.9万元"),
    ("rows_told", QUARTERS, "收入一季比一季高，四季度比一季度多了{}。", "15.3万元", "13.5万元"),
]  # fmt: skip
RIGHT = [
    (ROUTES, "下关亏得最多，比江心洲多亏75万元。"),  # more of a loss is more
    (QUARTERS, "收入最高的是四季度，达76.5万元。"),  # the row of the year is none of them
    (FERRY, "2022年全行业300万元的规模，不算大。"),
    (FERRY, "2021年每班燃油195.8元，加上其他要花近300元。"),
    (CANTEENS, "梧桐里每个座位一年的租金300元，就餐却不少。"),
]
KEYS = {check for check, *_ in CASES}


@pytest.mark.parametrize(("check", "beside", "text", "right", "wrong"), CASES)
def test_the_wrong_number_is_raised_and_the_right_one_is_not(
    check: str, beside: str, text: str, right: str, wrong: str
) -> None:
    assert raised(f"{beside}\n\n{text.format(wrong)}", check)
    found = checked(f"{beside}\n\n{text.format(right)}").findings
    assert [f.said.zh for f in found if f.check in KEYS] == []


@pytest.mark.parametrize(("beside", "text"), RIGHT)
def test_a_right_sentence_is_left_alone(beside: str, text: str) -> None:
    assert [f.said.zh for f in checked(f"{beside}\n\n{text}").findings if f.check in KEYS] == []


def test_a_row_that_is_one_row_over_another_is_recomputed() -> None:
    assert raised(LIBRARY.format("1.06"), "quotient_columns")
    assert not raised(READ, "quotient_columns")


def test_a_row_of_rates_is_recomputed() -> None:
    rates = table("指标 | 2020年 | 2021年 | 2022年 | 2023年", "保费（亿元） | 3.22 | 5.48 | 7.44 | 6.15",
                  "赔付（亿元） | 1.61 | 3.07 | 5.06 | 4.74", "赔付率 | 50.0% | 56.0% | {} | 77.1%")  # fmt: skip
    assert raised(rates.format("86.0%"), "ratio_columns")
    assert not raised(rates.format("68.0%"), "ratio_columns")
