"""Short names by which a text calls the rows of a table of brands, firms or products: 安途 for 安途百万医疗."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.sheet import Sheet
from desktop.audit.table_names import plain
from desktop.core.value import once

_PROPER: Final = re.compile(  # heads of columns whose entries have names of their own
    r"(?:合作)?(?:产品|品牌|公司|银行|机构|平台|门店|分店|店铺|店名?|企业|厂商|厂家|商家|车型|机型|酒店|医院|学校|景区|基金|险企|券商|航司|商场|影院|书店)(?:名称)?"
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{4}")
_OF_A_KIND: Final = """
智能 电动 空气 儿童 成人 新鲜 冷冻 有机 家用 商用 进口 国产 无线 便携 高端 中端 低端 普通 标准 基础 专业 豪华 经典
传统 定期 活期 消费 经营 信用 抵押 货币 债券 股票 混合 健康 医疗 意外 重疾 养老 年金 终身 汽车 住房 短期 长期 线上
线下 自营 互联 中国 全国 其他 本地 社区 城市 农村 国际 大型 中型 小型
"""
_KINDS: Final = frozenset(_OF_A_KIND.split())  # what opens the name of a kind of thing, and not of one thing
_SHORT: Final = 2  # characters; of a name longer than _LONG three are a short name, too
_LONG: Final = 4


@once
def short_names(sheet: Sheet) -> dict[str, str]:
    """The first characters of each row that no other row, and no head, has; with the name that they stand for."""
    if not _PROPER.fullmatch(plain(sheet.head(0))):
        return {}
    names = [plain(sheet.label(row)) for row in sheet.rows]
    heads = "".join(map(sheet.head, sheet.cols))
    found = {}
    for name in names:
        if not _CHINESE.match(name) or name[:_SHORT] in _KINDS:
            continue
        for size in (_SHORT, _SHORT + 1) if len(name) > _LONG else (_SHORT,):
            short = name[:size]
            if short not in heads and sum(short in other for other in names) == 1:
                found[short] = name
    return found
