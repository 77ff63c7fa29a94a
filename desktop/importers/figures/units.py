"""The lexicon of units: what may stand behind a number, longest first, and the code of each."""

from __future__ import annotations

import re
from typing import NamedTuple

CURRENCY = {"$": "USD", "¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR"}
PREFIXES = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "人民币": "CNY",
    "RMB": "CNY",
    "CNY": "CNY", "USD": "USD", "EUR": "EUR", "HKD": "HKD", "JPY": "JPY", "GBP": "GBP", "美金": "USD",
}  # fmt: skip
_COUNTS = (
    "家 笔 件 台 次 条 轮 单 个 项 款 种 类 辆 部 架 艘 套 张 只 支 份 座 所 间 宗 例 处 场 届 期 批 颗 枚 "
    "头 棵 株 枝 盆 篇 幅 门 片 层"
    " 栋 幢 道 瓶 箱 包 盒 袋 桶 杯 票 册 首 起 口 盘 块 根 组 名次 席 顶 双 集 章 页 字 句 行 列 班 队 拨 "
    "段 点 番 折"
    " 人次 架次 班次 车次 户次 场次 辆次 标准箱 床位 张床位 车位 席位 股 手 亿股 域 核 本 码 格 档 环 关 届"
    "次 批次 人年 篇次 册次 分 课时 学时 节 桌 趟 圈 剂 针 粒 匹 羽 剂次 航次 床 人份 柱 扇 尾 贴 茬 炉 味 车 "
    "朵 束 捆 摞 叠 堆 滴 具 尊 盏 幕 曲 壶 罐 碗 瓣 缕 串 帖 丛 垛 窝 帧 篮 筐 麻袋 "
    "桩 项次 单次 班列 标段 户数 台次 台套 批件 组次 亩次 例次 人天 人月 座次 车厢 机位 泊位 工位 展位 "
    "摊位 点位 茶匙 勺 片区 通 把"
)
UNITS: dict[str, str] = {f: f"count:{f}" for f in _COUNTS.split()}
UNITS |= {
    "%": "%", "﹪": "%", "‰": "permille", "个百分点": "pp", "百分点": "pp", "pp": "pp", "pct": "pp",
    "ppt": "pp",
    "个点": "pp", "个pct": "pp", "个基点": "bp", "个bp": "bp", "个BP": "bp",
    "基点": "bp", "bp": "bp", "bps": "bp", "BP": "bp", "BPs": "bp", "BPS": "bp",
    "元": "CNY", "块钱": "CNY", "块": "CNY", "元人民币": "CNY", "人民币": "CNY", "圆": "CNY", "元钱": "CNY",
    "RMB": "CNY",
    "美元": "USD", "美金": "USD", "USD": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY",
    "日圆": "JPY",
    "英镑": "GBP", "韩元": "KRW", "新台币": "TWD", "卢布": "RUB", "瑞郎": "CHF", "澳元": "AUD", "加元": "CAD",
    "新元": "SGD",
    "泰铢": "THB", "卢比": "INR", "越南盾": "VND", "雷亚尔": "BRL", "比索": "PHP", "林吉特": "MYR",
    "印尼盾": "IDR",
    "角": "CNY:角", "分钱": "CNY:分",
    "人": "person", "名": "person", "位": "person", "岁": "age", "周岁": "age", "户": "count:户",
    "人口": "person", "个人": "person",
    "年": "year", "个月": "month", "月": "month", "个季度": "quarter", "周": "week", "个星期": "week",
    "星期": "week",
    "天": "day", "日": "day", "个工作日": "day", "工作日": "day", "个交易日": "day", "个自然日": "day",
    "自然日": "day",
    "小时": "hour", "个小时": "hour", "钟头": "hour", "个钟头": "hour", "分钟": "minute", "秒": "second",
    "秒钟": "second",
    "毫秒": "millisecond", "ms": "millisecond", "倍": "times", "x": "times", "步": "step",
    "公里": "km", "千米": "km", "km": "km", "米": "m", "厘米": "cm", "毫米": "mm", "微米": "um", "纳米": "nm",
    "nm": "nm",
    "mm": "mm", "cm": "cm", "英里": "mile", "海里": "nmi", "英寸": "inch", "吋": "inch", "寸": "inch",
    "英尺": "foot",
    "平方米": "m2", "平米": "m2", "㎡": "m2", "平方公里": "km2", "平方千米": "km2", "公顷": "ha", "亩": "mu",
    "立方米": "m3",
    "方": "m3", "升": "L", "毫升": "mL", "L": "L", "mL": "mL", "ml": "mL", "h": "hour", "min": "minute",
    "吨": "ton", "公斤": "kg", "千克": "kg", "kg": "kg", "克": "g",
    "毫克": "mg",
    "mg": "mg", "斤": "jin", "磅": "lb", "盎司": "oz", "g": "g", "度": "degree", "摄氏度": "celsius",
    "℃": "celsius",
    "°C": "celsius",
    "千瓦时": "kWh", "kWh": "kWh", "度电": "kWh", "千瓦": "kW", "kW": "kW", "万千瓦": "kW", "兆瓦": "MW",
    "MW": "MW",
    "兆瓦时": "MWh", "MWh": "MWh", "GW": "GW", "吉瓦": "GW", "GWh": "GWh", "吉瓦时": "GWh", "TWh": "TWh",
    "瓦": "W", "W": "W",
    "瓦时": "Wh", "Wh": "Wh", "伏": "V", "V": "V", "毫安时": "mAh", "mAh": "mAh", "安时": "Ah",
    "Ah": "Ah", "兆": "MB", "马力": "hp",
    "KB": "KB", "MB": "MB", "GB": "GB", "TB": "TB", "PB": "PB", "EB": "EB", "ZB": "ZB", "Mbps": "Mbps",
    "Gbps": "Gbps",
    "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "fps": "fps", "FLOPS": "FLOPS", "像素": "pixel",
    "分贝": "dB", "dB": "dB",
}  # fmt: skip
UNITS |= {form: code for forms, code in (
    ("percent|per cent", "%"), ("percentage points|percentage point", "pp"), ("basis points", "bp"),
    ("people|employees|workers|users|subscribers|customers", "person"), ("jobs", "count:jobs"),
    ("stores", "count:stores"), ("times", "times"), ("years|year", "year"), ("months|month", "month"),
    ("weeks|week", "week"), ("days|day", "day"), ("hours|hour", "hour"), ("minutes", "minute"),
    ("tonnes|tonne|metric tons|tons", "ton"), ("kilograms|kilogrammes|kilos", "kg"), ("litres|liters", "L"),
    ("kilometres|kilometers", "km"), ("metres|meters", "m"), ("miles", "mile"), ("hectares|hectare", "ha"),
    ("points|point", "count:点"), ("yuan|renminbi", "CNY"), ("dollars|dollar", "USD"), ("euros|euro", "EUR"),
    ("passengers|travellers|travelers|visitors|respondents|residents|students|patients|members|guests", "person"),
) for form in forms.split("|")}  # fmt: skip
_THINGS = (
    "aircraft planes flights ships vessels buses trains trucks lorries cars vehicles homes houses "
    "flats rooms beds hotels shops branches outlets restaurants schools hospitals clinics factories "
    "farms projects complaints trips copies tickets contracts loans wells turbines households "
    "families companies firms suppliers dealers"
)
UNITS |= {word: f"count:{word}" for word in _THINGS.split()}
MONEY = frozenset(("CNY", "USD", "HKD", "EUR", "JPY", "GBP", "KRW", "TWD"))
TIME = frozenset(("year", "month", "quarter", "week", "day", "hour", "minute", "second"))
DATA = frozenset(("KB", "MB", "GB", "TB", "PB", "EB", "ZB"))
SHARE = frozenset(("%", "permille"))
# A unit of one character that begins another word is no unit there: 5号, 3点钟, 2级市场 …
_NOT_BEFORE: dict[str, str] = {
    "个人": "贷住所信消养账客经电用破投",
    "车": "型辆企主位险票次间友道厢队流展市", "味": "道", "具": "有体备", "滴": "滴", "曲": "线面折", "桩": "企",
    "尾": "部号款数", "炉": "子", "扇": "区形叶", "贴": "近合息现牌心吧", "柱": "子状", "束": "缚手", "叠": "加",
    "堆": "积叠", "罐": "头装", "串": "联行通", "勺": "子", "幕": "后布", "捆": "绑",
    "人": "民大才为员工类均力", "名": "单义称字额", "位": "于置居列数",
    "年": "代级轻龄期制均检终薪货夜会报糕味画纪",
    "月": "活均薪供租度末底初嫂饼亮", "日": "均活本元圆趋渐常",
    "天": "津然气猫生空", "家": "庭长具电用居乡族", "次": "要新序高日月年贷", "条": "件例款",
    "单": "位价一独个元品户日月季",
    "点": "击评名赞",
    "件": "套",
    "节": "约目日假省能点奏俗气", "针": "对灸", "床": "上垫", "圈": "子层地", "匹": "配敌", "剂": "量",
    "场": "景地所", "台": "湾州阶", "部": "分门署委", "级": "别联", "层": "面级次",
    "期": "间待望货权限",
    "处": "理于罚置", "起": "步来点源", "批": "发准评复",
    "组": "织合成件", "款": "项", "类": "似型别", "种": "植子类", "项": "目", "个": "人性体税股别案",
    "段": "位", "集": "团中合成", "门": "槛店诊急类", "手": "机段续", "行": "业", "本": "次期月年报金科地土身来",
    "首": "次先要席付个", "股": "东权票价份市",
    "格": "局", "步": "骤", "道": "路", "张": "三四", "座": "谈", "套": "餐", "环": "比节境保", "所": "以有",
    "方": "面案式便法", "度": "假",
    "周": "期边末岁年", "码": "头", "列": "车", "口": "碑", "字": "节", "章": "程", "头": "部", "片": "区",
    "关": "注系于键",
    "番": "茄", "块": "链状内外屏区大小地石", "升": "级至到", "克": "服", "米": "粉", "瓦": "斯",
    "折": "旧损叠扣",
    "秒": "杀", "户": "外籍均", "倍": "增数", "双": "方",
    "副": "总", "只": "有是能要", "份": "额", "根": "据本", "例": "如外行", "支": "付持出", "间": "接隔",
    "篇": "章", "席": "卷", "盘": "点活", "包": "括含",
    "角": "度色", "班": "级", "队": "伍", "句": "话", "页": "面", "档": "案次", "核": "心", "域": "名",
    "寸": "土",
    "兆": "瓦欧赫帕伏焦丰头示元日美韩字亿",
    "元": "宇素件旦月年气老首", "顶": "级流", "幅": "度",
}  # fmt: skip
_ONLY_BEFORE = {
    "起": "案事诉火交融并纠涉重典违侵投",
    "分": "，。；、和与）)降上跌提的至到；,|",
    "首": "，。歌曲的",
    "把": "枪伞刀椅锁尺剪钥公充，。；、和与）)|$",
}  # fmt: skip; $ is the end of a head
_NOT_AFTER_WORDS = frozenset("点方把")  # 三点突破, 三方协议
_DIGITS = re.compile(r"\d{1,4}(?![\d.])")
_LATIN_LAST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class _Form(NamedTuple):
    """One form of a unit: its code, what may not follow it, what must (if anything), and whether it is Latin."""

    word: str
    size: int
    code: str
    bad: str
    only: str | None
    latin: bool


def _by_first() -> dict[str, tuple[_Form, ...]]:
    table: dict[str, list[_Form]] = {}
    for word in sorted(UNITS, key=len, reverse=True):
        form = _Form(
            word, len(word), UNITS[word], _NOT_BEFORE.get(word, ""), _ONLY_BEFORE.get(word),
            word[-1] in _LATIN_LAST,
        )  # fmt: skip
        table.setdefault(word[0], []).append(form)
    return {first: tuple(forms) for first, forms in table.items()}


_FORMS = _by_first()
UNIT_FIRST = frozenset(_FORMS)  # the characters that a unit can begin with


def unit_at(text: str, pos: int, cjk_number: bool = False) -> tuple[str, int] | None:
    """Return code and end of the unit at ``pos`` (one space may stand before it), or None."""
    first = text[pos : pos + 1]
    if first == " ":
        pos += 1
        first = text[pos : pos + 1]
    for word, size, code, bad, only, latin in _FORMS.get(first, ()):
        if size > 1 and not text.startswith(word, pos):
            continue
        end = pos + size
        following = text[end : end + 1]
        if following:
            if (
                following in bad
                or (latin and (following in _LATIN_LAST or following.isdigit()))
                or (cjk_number and word in _NOT_AFTER_WORDS)
                or (only is not None and following not in only)
            ):
                continue
        elif only is not None and not only.endswith("$"):
            continue
        return code, end
    return None


def per(text: str, pos: int) -> tuple[str, int] | None:
    """Return what follows a slash (or 每) after a unit: 日 of 元/日 as ``day``, 次 as it is."""
    if text[pos : pos + 1] != "/":
        return None
    if text[pos + 1 : pos + 2].isdecimal():
        digits = _DIGITS.match(text, pos + 1)
        found = unit_at(text, digits.end()) if digits else None
        return (f"{digits[0]}{found[0]}", found[1]) if found and digits else None
    found = unit_at(text, pos + 1)
    if found is None:
        if text.startswith("年度", pos + 1):
            return "year", pos + 3
        if text.startswith("用户", pos + 1):
            return "user", pos + 3
        return None
    code, end = found
    return code.removeprefix("count:"), end
