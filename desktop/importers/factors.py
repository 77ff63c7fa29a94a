"""Which headings are causes, which look ahead, and which are only sections; and how they are numbered."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.blocks import Block
from desktop.importers.themes import THEMES, Lexicon, theme_of

_OUTLOOK: Final = re.compile(
    r"未来|展望|前景|后市|走势|走向|何去何从|还会回来|能否(?:重来|回归|恢复|复苏|回暖|逆转)|回归可能|"
    r"下一步|趋势(?:预测|展望|研判|判断)?$|预测$|后续(?:走势|发展|怎么)|明年|会(?:好转|恢复|回暖|反弹)吗|"
    r"[Oo]utlook|何时(?:恢复|回暖|见底)|还会.{1,6}吗|还有(?:机会|未来|希望|救)吗|会好吗"
)
_SECTION: Final = re.compile(
    r"^附[:：]|名词解释$|^(?:现象|引言|前言|导语|导读|摘要|概述|概况|背景|简介|结语|总结|小结|结论|写在(?:最后|前面)|后记|附录|"
    r"附表|附注|参考(?:文献|资料)|资料来源|数据来源|目录|声明|免责|常见问题|问答|FAQ|Q&A|名词解释|术语|"
    r"作者)"
    r"|(?:概述|概况|背景|简介|小结|总结|结语|一览|速览|速读|盘点|梳理|回顾|现状|综述|对比|比较|对照|介绍|"
    r"说明|定义|问答|建议|对策|启示|案例|方法|步骤|攻略|清单|时间线|大事记|指南|解读|口径|要点|结论|走势|"
    r"数据表?|表现)$"
    r"|建议|对策|如何(?:应对|看待|选择|破局|办理|申请|处理|避免|挽回|做|解决)|应对(?:之策|措施|策略|建议|"
    r"方案)|怎么办|怎么(?:做|选|看|解决)|该如何|应当如何|出路|破局|启示|意味着什么|带来(?:了)?(?:什么|"
    r"哪些)|能得到什么|有哪些(?:影响|变化|替代|选择)"
    r"|什么是|是什么|是谁|发生了什么|事件(?:回顾|经过|始末)|(?:政策|行业|市场|数据|产品|公司|事件)(?:背景|"
    r"概况|概述|回顾|梳理|介绍|现状)|替代(?:方案|产品|选择)|常见问题|相关(?:政策|数据)|核心数据|"
    r"数据(?:速览|概览|一览|来源)|基本(?:情况|面数据)"
    r"|(?:用户|消费者|投资者|企业|读者|借款人|患者|游客)(?:该|应|可以|能|怎么|如何)|影响(?:几何|有多大|"
    r"分析|评估)?$|回应$|表态$|各方(?:反应|观点|说法)|专家(?:观点|说法|建议)|风险提示|写给|投资建议|小贴士|"
    r"注意事项|(?:经济|社会)影响$|[Cc]onclusion|[Ss]ummary|[Ii]ntroduction|[Bb]ackground|TL;?DR"
)
_GROUP: Final = re.compile(
    r"(?:原因|因素|成因|缘由|为什么|为何|何以|归因|症结)(?:分析|解析|剖析|探究|何在|有哪些|是什么|拆解|"
    r"所在|梳理)?[?？]?$|^(?:为什么|为何|何以|缘何)|^(?:主要|核心|深层|直接|内部|外部|背后|主因|多重|[一二两三四五六七八九十\d]+大|"
    r"[一二三四五六七八九十\d]+个)[^，]{0,6}(?:原因|因素|成因)|^(?:内部|外部|外在|内在|宏观|微观|自身|主观|客观|供给|需求|国内|国际|"
    r"海外|行业|企业|公司|市场)(?:环境|因素|层面|方面|端|侧|角度|视角)$"
)
_ASKS: Final = re.compile("为什么|为何|为啥|缘何|[Ww]hy ")
_CAUSE: Final = re.compile(
    r"压力|冲击|收紧|下滑|下降|不足|滞后|加剧|上升|攀升|拖累|挤压|侵蚀|导致|倒逼|恶化|短板|缺失|失衡|过高|"
    r"高企|居高不下|暴涨|萎缩|转移|依赖|削弱|激增|限制|缓慢|断裂|受阻|乏力|疲软|流失|掣肘|转向|抬高|压低|"
    r"减少|驱动|引发|受限|放缓|疲弱|抬升|取消|积压|退潮|受挫|趋严|承压|缺位|错配|失灵|过剩|内卷|饱和|透支|反噬|走弱|走低|偏高|"
    r"薄弱|匮乏|欠缺|低迷|昂贵|外流|退坡|分流|替代|卡脖子|失效"
)


class Judged(NamedTuple):
    """A heading as a factor: its kind, its number, its theme."""

    block: int
    kind: str
    number: int | None
    theme: str | None


def judge(text: str, blocks: list[Block], lexicon: Lexicon = THEMES) -> list[Judged]:
    """Classify all headings of a text; blocks that are no headings are left out."""
    heads = [(n, b) for n, b in enumerate(blocks) if b.kind == "heading"]
    titles = [text[b.content : b.end].strip(" *：:") for _, b in heads]
    below = _below([b.level for _, b in heads])
    under: list[tuple[int, str]] = []
    judged: list[Judged] = []
    running: dict[int, int] = {}
    taken: set[int] = set()
    for place, (n, block) in enumerate(heads):
        words = titles[place]
        while under and under[-1][0] >= block.level:
            under.pop()
        parent = under[-1][1] if under else ""
        kind = _kind(words, parent, [titles[child] for child in below[place]])
        under.append((block.level, kind))
        if kind != "factor":
            judged.append(
                Judged(
                    n, "section" if kind == "group" else kind, None, "outlook" if kind == "outlook" else None
                )
            )
            continue
        depth = block.level
        running = {level: count for level, count in running.items() if level <= depth}
        number = block.number if block.number is not None else running.get(depth, 0) + 1
        if number in taken:  # the count began again under another heading
            number = max(taken) + 1
        taken.add(number)
        running[depth] = number
        judged.append(Judged(n, kind, number, theme_of(words, lexicon)))
    return judged


def _below(levels: list[int]) -> list[list[int]]:
    """Return the places of the headings right under each one."""
    below: list[list[int]] = [[] for _ in levels]
    open_: list[int] = []
    for place, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            open_.pop()
        if open_:
            below[open_[-1]].append(place)
        open_.append(place)
    return below


def _mostly_causes(titles: list[str]) -> bool:
    return len(titles) > 1 and 2 * sum(_CAUSE.search(title) is not None for title in titles) >= len(titles)


def _kind(words: str, parent: str, below: list[str]) -> str:
    """Judge a heading; what stands under a reason is part of it, so that all that stand there are judged alike."""
    if parent in ("section", "outlook"):
        return parent
    cause = _CAUSE.search(words) is not None
    if _GROUP.search(words) and (below or not cause):
        return "group"
    if parent == "factor" and not words.startswith(("未来", "展望")):
        return "section"
    if _OUTLOOK.search(words) and not (cause and not words.startswith(("未来", "展望"))):
        return "outlook"
    if _SECTION.search(words) and not (cause and not re.search("建议|对策|如何|怎么", words)):
        return "section"
    if not cause and below and (_ASKS.search(words) or _mostly_causes(below)):
        return "group"
    return "factor"
