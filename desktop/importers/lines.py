"""Which line is what: headings with and without numbers, bullets, advertisements, furniture of sites."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.numerals import chinese

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
BULLET: Final = re.compile(r"[ \t]*(?:[-*•·●○▪■◆➤►▶+–]|\[[ xX]\])[ \t]+(?=\S)|[ \t]*[•●○▪■◆➤►▶](?=\S)")
_EMOJI: Final = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27bf\ufe0f\u20e3 ]+")
_CLOSING: Final = frozenset("。；，;,、：:…")
_FURNITURE: Final = re.compile(
    r"^(?:广告|推广|赞助|AD\b|【?广告】?)|点击(?:查看|领取|下载|进入|这里|阅读|此处|上方|下方|了解|咨询|"
    r"购买|关注)|扫(?:码|描二维码|一扫)|长按.{0,6}(?:识别|关注)|二维码|公众号"
    r"|(?:责任编辑|责编|编辑|校对|审核|作者|记者|来源|稿源|编审|监制|文/|图/|图源|摄影|原标题)[丨｜|:：]|"
    r"分享到|收藏本文|(?:上|下)一[篇页][:：]|相关(?:阅读|推荐|文章|新闻|链接)"
    r"|延伸阅读|猜你喜欢|热门推荐|为您推荐|推荐阅读|更多精彩|(?:阅读|点赞|评论|转发|浏览|收藏)[ :：]?(?:量|"
    r"数)?[ :：]?\d|阅读全文|展开全文|版权(?:所有|声明)|未经授权|转载|免责声明"
    r"|ICP备|京公网安备|copyright|Copyright|©|All [Rr]ights|广告位|限时(?:抢购|优惠|特惠)|优惠券|"
    r"立即(?:购买|领取|下载|抢购|注册|申请|咨询)|下载(?:APP|客户端)|打开APP"
    r"|当前位置[:：]|首页 ?[>»]|返回(?:顶部|首页|列表)|^(?:登录|注册|搜索|评论|关注|分享|举报|打印|字号|"
    r"首页|目录|订阅)(?:[ |/｜]|$)|^\d{4}-\d\d-\d\d \d\d:\d\d|热线[:：]|投稿[:：]"
    r"|^本文(?:来源|转自|首发)|^声明[:：]|^(?:Share|Subscribe|Advertisement|Read more|Sponsored)"
)
_NO_HEADING: Final = re.compile(
    r"^(?:数据来源|来源|注|资料来源|备注|说明|图表?\d*|表\d*|单位|截至|更新时间|发布时间|时间|日期|电话|"
    r"地址|邮箱)(?:[:： \d]|$)|^[\d\s.,%|/:-]+$|^[-=_*~·.—\s]+$|\0"
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


def is_furniture(line: str) -> bool:
    """Whether a line is an advertisement or part of the site rather than of the article."""
    return len(line) <= 90 and _FURNITURE.search(line) is not None


def may_head(line: str, longest: int = 32) -> bool:
    """Whether a bare line is short and open enough to be a heading."""
    line = line.strip()
    if not 2 <= len(line) <= longest or line[-1] in _CLOSING or _NO_HEADING.search(line):
        return False
    if line[0] in '“"（(【>《!' and line[-1] not in "？?" and line[0] in ">!":
        return False
    return (
        "。" not in line and "；" not in line and line.count("，") + line.count(",") <= 2 and _has_words(line)
    )


def _has_words(line: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in line) or sum(c.isalpha() for c in line) >= 4


def emoji_ahead(line: str) -> int:
    """Return how many characters of emoji and keycaps stand before the words."""
    match = _EMOJI.match(line)
    return match.end() if match else 0
