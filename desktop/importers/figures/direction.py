"""Whether a figure goes up or down, and whether it is a step (下降35%) or where the step leads (降至35%)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.lookup import sizes

_UP = (
    "增长 增加 上升 提升 提高 上涨 上调 上浮 上行 攀升 激增 飙升 猛增 大增 剧增 劲增 走高 扩大 扩张 扩容 "
    "升高 抬升 抬高 拉升 回升 反弹 跃升 高出 多出 冲高 净增 加快 暴涨 大涨 上扬 推高 拉高 增多 增 升 涨 "
    "涨幅 增幅 增速 增长率 升幅 涨价 加价 翻 多计 多赚 多付 多花 超出 延长 拉长 放大 加大 增厚 领先 贵 快 "
    "长高 涨到 冲 冲上 恢复 修复 回暖 爬升 加息 升值 抬 提价 提 加 加收 追加 扩 长 高 多 扩至 同比+ 环比+ "
    "高于预期 翻了"
)
_DOWN = (
    "下降 下滑 下跌 降低 减少 缩减 缩水 缩短 收缩 收紧 压缩 压减 削减 回落 回撤 降幅 跌幅 滑落 走低 萎缩 "
    "骤降 锐减 大跌 暴跌 下调 下行 下挫 收窄 减 跌 降 掉 低出 少计 节省 节约 减亏 减免 省 省下 省掉 压 压降 "
    "下探 直降 裁减 裁掉 缩 减幅 跳水 腰斩 退坡 衰退 回吐 让利 优惠 便宜 打 萎 流失 少 低 慢 缩窄 大降 猛跌 "
    "重挫 回撤幅度 跌去 蒸发 削 砍 砍掉 回调 降息 贬 贬值 缩至 落后 放缓 下移 骤减 急跌 缩量 降价 跌落 拖累 "
    "拉低"
)
VERBS: Final[dict[str, str]] = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
_SIZES: Final = sizes(VERBS, -1)
NOUNS: Final = frozenset(
    ("涨幅", "增幅", "增速", "增长率", "升幅", "降幅", "跌幅", "减幅", "回撤", "回撤幅度")
)
_DONE: Final = frozenset("高低多少快慢长贵")
_MEANWHILE: Final = ("平均", "累计", "合计", "共计")
_BARE: Final = frozenset("高低多少快慢长贵加提打翻压")  # these need a comparison, or a delta's unit
_BAD_BEFORE: Final = {
    "高": "最较不提偏新很走", "低": "最较不偏很降", "多": "最很不许众更诸", "少": "最至很不缺减",
    "快": "最很加",
    "长": "最增成延", "加": "增添参更附", "提": "前",
    "打": "主", "省": "全本外该某各跨东西南北江川苏浙徽建广海林宁分两",
    "压": "血电高低气", "增": "新净", "降": "投起", "升": "提上每", "减": "消", "贵": "很",
    "掉": "关吃卖花丢扔忘用占干",
}  # fmt: skip
_TARGETS: Final = ("至", "到", "为", "成", "回", "于", "到了", "至了")
_TARGET_LAST: Final = frozenset(word[-1] for word in _TARGETS)
_ANY: Final = re.compile(
    "|".join(
        sorted(
            (
                re.escape(v)
                for v in VERBS
                if len(v) > 1 and v not in NOUNS and v not in ("领先", "落后", "恢复", "优惠")
            ),
            key=len,
            reverse=True,
        )
    )
)


class Course(NamedTuple):
    """``step`` is true for a delta, false where the figure is the level reached."""

    direction: str | None
    step: bool
    verb: str = ""
    target: bool = False


NONE: Final = Course(None, False)


def course(left: str) -> Course:
    """Read the words before a figure (its clause up to the comparator)."""
    if not left or left == " ":
        return NONE
    words = left.rstrip(" *了约达近的共又再仅只有高整逾")
    if words.endswith(_MEANWHILE):
        words = words[:-2]
    if left.endswith(("高达", "长达", "多达", "达到")):
        words = left[:-2]
    elif left.endswith(("高", "仅", "的")) and not words.endswith(("至", "到")):
        words = left.rstrip(" *")
    target = False
    for end in _TARGETS if words[-1:] in _TARGET_LAST else ():
        if words.endswith(end):
            trimmed = words[: -len(end)]
            found = _verb(trimmed.rstrip("了"), after_target=True)
            if found:
                return Course(VERBS[found], found in NOUNS and end == "为", found, target=True)
            if end in ("至", "到") and len(trimmed) > 1:
                last = None
                for last in _ANY.finditer(trimmed, max(0, len(trimmed) - 18)):  # noqa: B007 - the last one is wanted
                    pass
                if last:
                    return Course(VERBS[last[0]], False, last[0], target=True)
            target = True
            break
    if target:
        return Course(None, False, "", target=True)
    found = _verb(words, done=left[len(words) : len(words) + 1] == "了")
    return Course(VERBS[found], True, found) if found else NONE


def _verb(words: str, after_target: bool = False, done: bool = False) -> str:
    for size in _SIZES.get(words[-1:], ()):
        word = words[-size:]
        if word in VERBS and size <= len(words):
            if size == 1 or word == "恢复":
                before = words[-size - 1 : -size]
                if before and before in _BAD_BEFORE.get(word, ""):
                    return ""
                if word in _BARE and not after_target and not _compared(words[:-size]):
                    return word if word == "翻" or (done and word in _DONE) else ""
            return word
    return ""


def _compared(words: str) -> bool:
    return "比" in words or "较" in words or words.endswith(("要", "能", "可", "均", "价", "期"))
