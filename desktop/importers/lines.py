"""Which line is what: headings with and without numbers, bullets, advertisements, furniture of sites."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.figures.numerals import chinese

_CN = "一二三四五六七八九十百"
ATX: Final = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]*(?=\S)")
MARKER: Final = re.compile(
    rf"""[ \t]*(?:
      (?P<cn>[{_CN}]{{1,4}})[、.．：:][ \t]*
    | (?P<nth>第[{_CN}\d]{{1,3}}(?:[章节条部]分?|大?(?:原因|点|个原因|重)?)?)(?:[，、：:.,]|[ \t]+)[ \t]*
    | (?:原因|理由|因素)(?P<why>[{_CN}\d]{{1,3}})[：:、，. ][ \t]*
    | [（(](?P<par>[{_CN}]{{1,3}}|\d{{1,2}})[）)][、.]?[ \t]*
    | (?P<dec>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[、.]?[ \t]+
    | (?P<num>\d{{1,2}})(?P<dot>[.、．)）])(?!\d)[ \t]*
    | (?P<circ>[①-⑳])[ \t]*
    | (?P<word>首先|其次|再次|再者|此外|最后)[，,：:][ \t]*
    )""",
    re.X,
)
BULLET: Final = re.compile(r"[ \t]*(?:[-*•·●○▪■◆➤►▶+–]|\[[ xX]\])[ \t]+(?=\S)|[ \t]*[•●○▪■◆➤►▶]\ufe0f?(?=\S)")
_ALSO_HEADS: Final = "▌▍▎👉☑✅✔🔹🔸"  # what stands before a heading as well as before an item
_DECORATED: Final = re.compile(rf"[{_ALSO_HEADS}]\ufe0f?[ \t]*(?=[^\s\ufe0f])")
BULLET_FIRST: Final = frozenset("-*•·●○▪■◆➤►▶+–[" + _ALSO_HEADS)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_EMOJI: Final = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27bf\u258c-\u258e\ufe0f\u20e3 ]+")
_CLOSING: Final = frozenset("。；，;,、：:…")
_SITE_LINE: Final = re.compile(  # read at the head of a line
    r"[【\[(（]?(?:广告|推广|赞助|AD)(?:[】\])）]|[ :：丨|]|$)"
    r"|(?:本报|见习|实习|特约)?(?:记者|通讯员)[ \u3000/丨:：][^，。]{2,16}$"
    r"|(?:编辑|发布|修改|发表)于 ?\d{4}|(?:登录|注册|搜索|评论|关注|分享|举报|打印|字号|首页|目录|"
    r"订阅)(?:[ |/｜]|$)|\d{4}-\d\d-\d\d \d\d:\d\d"
    r"|本文(?:来源|转自|首发)|声明[:：]|(?:Share|Subscribe|Advertisement|Read more|Sponsored)\b"
    r"|[【\[]?(?:相关(?:阅读|推荐|文章|新闻|链接)|延伸阅读|猜你喜欢|热门推荐|为您推荐|推荐阅读|"
    r"更多精彩)(?:[】\]:：]|$|[^，。]{0,20}$)"
    r"|(?:上|下)一[篇页][:：]|当前位置[:：]|首页 ?[>»]|返回(?:顶部|首页|列表)|[^，。,]{0,8}(?:点击|长按|"
    r"扫码|扫描|扫一扫|关注|下载|"
    r"打开|立即|限时|回复|添加|加入|转载|未经|如需|欢迎|领取|咨询)(?=.*(?:链接|领取|二维码|公众号|客户端|"
    r"APP|App|优惠|红包|原文|授权|加群|"
    r"入群|免费|详情|更多|转载|专享|礼包|报名|注册|购买|抢购|试用))"
)
_SITE_WORDS: Final = re.compile(  # anywhere in a line that is no sentence; the class fails fast
    r"(?=[ （(【|"
    r"｜/·\d责编校审作记数图资文章稿信来监摄原分收阅点评转浏赞展版免I京cC©A广扫长识二关公禁谢授未限领立下打热投])(?:"
    r"[ （(【|｜/](?:责任编辑|责编|编辑|校对|审核|作者|记者|来源|稿源|编审|监制|文/|图/|图源|摄影|原标题)[丨｜|:：]"
    r"|\d[\d.,]*[kKwW万]?\+? ?(?:人(?:赞同|点赞|关注|收藏)|个赞|条评论|次阅读|次浏览|人关注)|(?:阅读|点赞|"
    r"评论|转发|浏览|收藏|"
    r"赞同)[ :：]?(?:量|数)?[ :：]?\d|分享到|收藏本文|阅读全文|展开全文|版权(?:所有|声明)|免责声明"
    r"|ICP备|京公网安备|[cC]opyright|©|All [Rr]ights|广告位|点击(?:查看|领取|下载|进入|这里|阅读|此处|上方|"
    r"下方|了解|咨询|购买|关注)"
    r"|扫(?:码|一扫)(?:领|关注|进|加|下载|查看|了解|咨询|添加|[，,！!]|$)|(?:长按|扫描|识别)[^。，]{0,8}二维码"
    r"|二维码[^。]{0,6}(?:关注|领取|下载|加入|入群)|关注[^。]{0,14}公众号|公众号(?:[:：“\"]|.{0,12}(?:回复|"
    r"关注|ID))|未经授权"
    r"|转载(?:请|须|需|自|授权)|(?:禁止|谢绝|授权|不得)转载|限时(?:抢购|优惠|特惠)|领.{0,6}优惠券"
    r"|立即(?:购买|领取|下载|抢购|注册|申请|咨询)|下载(?:APP|客户端)|打开APP|热线[:：]|投稿[:：])"
)
_BYLINE: Final = re.compile(
    r"(?:责任编辑|责编|编辑|校对|审核|作者|记者|(?:数据|图片|资料|文章|稿件|信息)?来源|稿源|编审|监制|文/|"
    r"图/|图源|摄影|原标题)[丨｜|:：]"
)
_BYLINE_FIRST: Final = frozenset("责编校审作记数图资文章稿信来监摄原")
_NO_HEADING: Final = re.compile(
    r"^(?:数据来源|来源|注|资料来源|备注|说明|图表?\d*|表\d*|单位|截至|更新时间|发布时间|时间|日期|电话|"
    r"地址|邮箱)(?:[:： \d]|$)|^(?:本文|全文)(?:约|共)? ?[\d,]+ ?字|^[\d\s.,%|/:-]+$|^[-=_*~·.—\s]+$"
)


CLOSER: Final = re.compile(
    r"^(?:结语|总结|小结|结论|引言|前言|导语|后记|展望|背景|摘要|概述|结束语)$|^写在|(?:建议|展望|未来|"
    r"走势|前景|启示|对策|总结|结语|背景|趋势|回顾|怎么办)(?:分析)?[？?]?$|^未来"
)  # which headings stand without a number among those that have one
_AMOUNT: Final = (
    r"(?:\d[\d.,]*\+? ?(?:%|个?百分点|[万亿元家人倍个名笔台单条件户成天块美])|[一二两三四五六七八九几]成)"
)
_VALUE: Final = re.compile(
    r"[：:] ?[-+~约近超]?[$¥￥]?\d|\d[^\d]+\d+(?:\.\d+)?%.*\d"
    rf"|[：:].*{_AMOUNT}|{_AMOUNT}.*(?:→|->|➜|⇒).*\d|[从由].*{_AMOUNT}.*[到至为].*\d"
)


class Numbered(NamedTuple):
    """A numbered line: style of the number, its value, and where the words begin."""

    style: str
    number: int | None
    content: int


def numbered(line: str) -> Numbered | None:
    """Read the number at the head of a line, or None."""
    match = MARKER.match(line)
    if match is None:
        return None
    style = match.lastgroup or ""
    if style == "dot":
        style = "paren" if match["dot"] in ")）" else "num"
        return Numbered(style, int(match["num"]), match.end())
    token = match[style]
    if style == "nth":
        digits = re.search(rf"[{_CN}]+|\d+", token)
        token = digits[0] if digits else ""
    number: int | None = None
    if style == "circ":
        number = ord(token) - ord("①") + 1
    elif style == "dec":
        number = int(token.rsplit(".", 1)[1])
    elif style == "word":
        number = {"首先": 1, "其次": 2, "再次": 3}.get(token)
    elif token.isdigit():
        number = int(token)
    else:
        value = chinese(token) if token else None
        number = int(value.low) if value else None
    return Numbered(style, number, match.end())


def bullet(line: str, above: str, below: str) -> re.Match[str] | None:
    """Return the mark of a list's item; one that headings have too needs a figure, a sentence or its like beside it.

    ``above`` and ``below`` are the first characters of the lines around it.
    """
    if line[0] not in _ALSO_HEADS:
        return BULLET.match(line)
    match = _DECORATED.match(line)
    words = line[match.end() :] if match else ""
    if not words or numbered(words):
        return None
    return match if line[0] in (above, below) or holds_value(words) or not may_head(words) else None


def holds_value(line: str) -> bool:
    """Whether a short line tells a figure: behind its label, or on the way from one value to the next."""
    return _VALUE.search(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is an advertisement or part of the site rather than of the article."""
    if len(line) > 90:
        return False
    if _SITE_LINE.match(line) or (line[0] in _BYLINE_FIRST and _BYLINE.match(line)):
        return True
    return line[-1] not in "。；;”" and _SITE_WORDS.search(line) is not None


def may_head(line: str, longest: int = 32) -> bool:
    """Whether a bare line is short and open enough to be a heading."""
    line = line.strip()
    if not 2 <= len(line) <= longest or line[-1] in _CLOSING or "\0" in line or _NO_HEADING.match(line):
        return False
    if line[0] in '“"（(【>《!' and line[-1] not in "？?" and line[0] in ">!":
        return False
    return (
        "。" not in line and "；" not in line and line.count("，") + line.count(",") <= 2 and _has_words(line)
    )


def _has_words(line: str) -> bool:
    return _HAN.search(line) is not None or sum(c.isalpha() for c in line) >= 4


def may_be_emoji(first: str) -> bool:
    """Whether a line that begins so may begin with emoji; a keycap begins with its digit."""
    return not "\u2e80" <= first <= "\uff5e" and (first > "\u258b" or first in "0123456789")


def emoji_ahead(line: str) -> int:
    """Return how many characters of emoji and keycaps stand before the words."""
    match = _EMOJI.match(line)
    return match.end() if match else 0
