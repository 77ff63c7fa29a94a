"""Millions of "users" of whom nothing says whether they signed up once or came last month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "user_kinds"
_USERS: Final = re.compile(r"用户(?:数量?|人数|总数|总量|规模)?$|\busers?$", re.I)
_KIND: Final = re.compile(
    r"注册|活跃|月活|日活|累计|付费|订阅|会员|在线|新增|新用户|老用户|流失|留存|独立|绑卡|实名|开户|授信|借款|下载|安装|网民|"
    r"受访|样本|MAU|DAU|registered|active|monthly|daily|paying|subscri|cumulative|unique|new|surveyed",
    re.I,
)
_UNITS: Final = ("", "person", "count:户", "count:名")
_LARGE: Final = 1_000_000
_REACH: Final = 12  # characters after the number that may say of what kind
SAID = Text(
    "{0}没有写明是注册、累计还是活跃用户；口径不同，数目会差很多。",
    "{0}: whether registered, cumulative or active users is not said, and these differ widely.",
)
ONE: Final = Text("{}（{}）", "{} ({})")


@check(KEY, "用户口径", "kinds of users", "prose", needs={"prose": ("户 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look in the sentence, up to a few words after the number, for the kind of users."""
    bare = [f for f in piece.figures if _counts_users(f) and not _KIND.search(_near(piece, f))]
    if bare:
        shown = say.listed([ONE.format(say.title(f), stated(f)) for f in bare])
        yield say.on_section(KEY, "ambiguous", bare, SAID.format(shown))


def _near(piece: Prose, figure: Figure) -> str:
    at = figure.anchor.start - piece.start
    words = piece.text[sentence_start(piece.text, at) : at + len(figure.anchor.quote) + _REACH]
    return words + figure.indicator.zh + figure.entity.zh


def _counts_users(figure: Figure) -> bool:
    names = (figure.indicator.zh, figure.entity.zh, figure.anchor.prefix.rstrip("突破超过约近达到为有的 ，,"))
    large = (value_of(figure) or 0) >= _LARGE
    return large and figure.role == "level" and figure.unit in _UNITS and any(map(_USERS.search, names))
