"""What the article is about, as far as its title and its own words say, and what its tables compare."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.blocks import Block

_QUESTION: Final = re.compile(
    r"为什么|为何|为啥|何以|怎么|如何|是什么|的?(?:[一二三四五六七八九十\d]+[个大重]+)?原因|的?背后|"
    r"何去何从|何故|成因|因何|遭遇|消失|集体|下滑|下降|缘何|越来越|越.越|突然|退场|下架|离场|"
    r"卖不动|走到|陷入|[,，：:（()）?？!！|—]| - "
)
_UNIT_TAIL: Final = re.compile(r"[（(\[【][^（）()]*[）)\]】]$|[,，/][^,，/]{1,4}$")
_UNIT_MARKS: Final = frozenset("）)]】,，/")  # without one of them there is no such tail
_TIME_CORNER: Final = re.compile(r"^(?:年度?|年份|季度|月份?|时间|日期|期间|时期|阶段|财年)$")
_TOPIC_CORNER: Final = re.compile(
    r"指标|维度|项目|模块|要素|参数|内容|方面|条件|环节|科目|因素|功能|特征|科室"
)
_ENTITY_CORNER: Final = re.compile(
    r"区县|市县|县区|产品|公司|企业|机构|品牌|地区|省份?|城市|平台|银行|国家|市场|车型|机型|型号|医院|基金|名称|对象|类型|"
    r"人群|行业|车企|渠道|群体|客户|用户|年龄|系列|区域|组别|种类|门店|部门|学校|线路|航线|景区|股票|运营商"
)
_MEASURE: Final = re.compile(
    r"(?:率|额|量|数|比|价|费|值|收入|利润|规模|占比|比例|增速|同比|环比|时长|时间|费用|成本|幅度|区间|"
    r"余额|指数|得分|评分|排名|寿命|重量|面积|次数|天数|周期|份额|营收|支出|开支|变化|变动|增长|月薪|工资|"
    r"限|保费|产能|年限|息|速度|效率|元)$"
)
_STATE: Final = re.compile(
    r"^(?:初期|早期|前期|后期|当前|现行|目前|原|新|旧|以往|如今|现在|过去)[^，]{0,6}$|^[^，]{0,6}(?:前|后|"
    r"以前|以后|之前|之后)$|^[^，]{0,4}(?:标准|阶段)$|调整|变化|变动|反馈|影响|效果|备注|说明|幅度|增减|"
    r"同比|环比|绝对量|绝对值|数值|数据|结果"
)
ONLY_TIME: Final = re.compile(r"[\dQHFYE年月日季度上下半底末初前第一二三四至~.—\- ]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d|季度|上半年|下半年|\d月")


_CALLED: Final = re.compile(r"[“「『\"]([^“”「」『』\"，。！？,!?]{2,8})[”」』\"]")
_OFTEN: Final = 2  # times that a text says what it is about, at the least


class Topic(NamedTuple):
    """The subject of the title, and all names that the article's title and tables give."""

    name: str | None
    names: re.Pattern[str] | None = None


class Axis(NamedTuple):
    """How a table reads: the side that names entities (``rows``, ``cols``, ``none``); are rows times?"""

    entity: str
    timed: bool = False


def unquoted(name: str) -> str:
    """Return a name without quotation marks around all of it; those of a part of it stay whole."""
    bare_name = name.strip("“”\"'* ")
    missing = bare_name.count("“") - bare_name.count("”")
    return "“" * -missing + bare_name + "”" * missing


def bare(header: str) -> str:
    """Return a header without the unit in brackets."""
    return header.strip() if _UNIT_MARKS.isdisjoint(header) else _UNIT_TAIL.sub("", header).strip()


def axis(header: list[str], labels: list[str]) -> Axis:
    """Decide which side of a table names its entities."""
    corner = bare(header[0]) if header else ""
    heads = [bare(h) for h in header[1:]]
    if _TIME_CORNER.match(corner) or (labels and all(_YEAR.match(x) for x in labels)):
        return Axis("none", timed=True)
    measures = sum(
        1 for h, raw in zip(heads, header[1:], strict=True) if h != raw.strip() or _MEASURE.search(h)
    )
    if _TOPIC_CORNER.search(corner):
        return Axis("none") if max(_states(heads), measures) * 2 >= len(heads) else Axis("cols")
    if _ENTITY_CORNER.search(corner) or measures * 2 >= len(heads):
        return Axis("rows") if not labels or not _MEASURE.search(bare(labels[0])) else Axis("none")
    if _states(heads) * 2 >= len(heads):
        return Axis("none")
    return (
        Axis("cols")
        if labels and sum(1 for x in labels if _MEASURE.search(bare(x))) * 2 >= len(labels)
        else Axis("rows")
    )


def _states(heads: list[str]) -> int:
    return sum(1 for h in heads if _STATE.search(h) or _YEAR.search(h))


def find(text: str, blocks: list[Block]) -> Topic:
    """Return the subject before the question of the title, in the form that the body uses most."""
    names: dict[str, None] = {}
    for block in blocks:
        if block.kind == "table":
            header = [text[a:b] for a, b in block.rows[0]]
            labels = [text[r[0][0] : r[0][1]] for r in block.rows[1:]]
            side = axis(header, labels).entity
            for name in labels if side == "rows" else header[1:] if side == "cols" else ():
                if 2 <= len(name) <= 14 and not name.isascii():
                    names[bare(name)] = None
    subject = _subject(text, blocks)
    if subject:
        names[subject] = None
    known = sorted((n for n in names if len(n) >= 2), key=len, reverse=True)
    return Topic(subject, re.compile("|".join(map(re.escape, known[:60]))) if known else None)


def _subject(text: str, blocks: list[Block]) -> str | None:
    title = next((b for b in blocks if b.kind == "title"), None)
    if title is None:
        return None
    words = text[title.start : title.end]
    body = text[title.end : title.end + 20000]
    called = max(_CALLED.findall(words), key=body.count, default="")
    words = words.strip('《》“”" ')
    head = unquoted(_QUESTION.split(words, maxsplit=1)[0].strip("的了 "))
    if not 2 <= len(head) <= 16 or re.search(r"\d|^我们|^你", head):
        head = ""
    if called and body.count(called) > max(_OFTEN, body.count(head) if head else 0):
        return called  # 打开“集市生活”，为什么再也找不到“榆钱花”
    best = head
    for cut in range(1, len(head) - 1):
        for shorter in (head[cut:], head[:-cut]):
            shorter = shorter.strip("的“”\"'")
            if len(shorter) >= 3 and body.count(shorter) >= 1.9 * body.count(best) + 2:
                best = shorter
    return best if best and body.count(best) else None
