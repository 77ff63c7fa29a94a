"""Sentences of the kinds for which a newsletter of some 21,000 figures was accused, though nothing is wrong."""

from __future__ import annotations

import pytest
from check_cases import checked

FAIR = [
    "一季度净减310.4万户，降到了2.06亿户。",
    "由于在家办公，每天全国可以节省6000万小时。",
    "这些金属价值1000亿亿美元，分给全球75亿人，每人可以分到13亿美元。",
    "交通事故的40%发生在十字路口，其中61%的原因是左转。",
    "研究人员从21座冰川里取样，找到了968种细菌，其中98%是没有见过的。",
    "第三名的出现频率是第一名的三分之一，第十名是十分之一。",
    "中位房价为529,000美元，是全国中位数239,800美元的两倍多。",
    "这家公司的市值达到4800亿美元，2022年总收入810亿美元，市盈率36倍。",
    "早期智人生活在40万年～4万年前，后来被取代了。",
    "这个国家2017年排放了117亿吨温室气体，占世界总量的四分之一，其中包括92亿吨二氧化碳。",
    "那时它的市值约为1500亿美元，今天已经超过了2万亿美元，靠的是手机。",
    "这四种颜色占了去年新车的80%：白27.6%，黑22%，灰21.3%，银9.1%。",
    "有人可以每天写12篇报道，一年就是近3000篇。",
    "照这样的增长率，五年后的月收入将达到约4400万美元，一年就是5.26亿美元。",
]
WRONG = [
    "从310.4万户降到了2.06亿户。",
    "他每天工作26小时。",
    "中位房价为729,000美元，是全国中位数239,800美元的两倍多。",
    "贷款年利率为24%-5.4%。",
]


def reds(text: str) -> list[str]:
    return [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", FAIR)
def test_what_is_fair_is_not_accused(text: str) -> None:
    assert reds(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_its_wrong_neighbour_is(text: str) -> None:
    assert len(reds(text)) >= 1
