"""A text that says it rests on public information and then cites what is not public."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised, speaks
from desktop.core.text import Text

KEY: Final = "sourcing"
_PUBLIC: Final = re.compile(
    r"(?:从|据|根据|依据|基于|梳理|整理|综合)[^，。；]{0,4}公开(?:的)?(?:信息|资料|数据|材料|报道|渠道)|"
    r"(?:[Bb]ased|rests?|draws?|relies) (?:only |solely |entirely )?on (?:publicly available|public) \w+"
)
_INTERNAL: Final = re.compile(
    r"内部的?(?:运营|经营|统计|业务|管理|财务|测试)?(?:数据|资料|文件|材料|统计|报表|邮件|纪要)|"
    r"[Ii]nternal (?:\w+ )?(?:data|documents?|figures|records|memos?|reports?)"
)
SAID = Text(
    "文中说依据的是公开信息（{0}），又引用{1}，没有写明这些内部材料从何而来、谁能查到。",
    "The text says that it rests on public information ({0}) and yet cites {1}, without saying where such internal "
    "material comes from or who can look it up.",
)


@check(KEY, "资料来源", "where the text's data come from", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold each internal source against the statement that all is public."""
    dossier = whole.dossier
    if not speaks(dossier, _INTERNAL) or not speaks(dossier, _PUBLIC):
        return
    public = None
    for one in whole.sentences:
        basis, inside = _PUBLIC.search(one.text), _INTERNAL.search(one.text)
        if public is None and basis:
            public = one.anchor(*basis.span())
        elif public is not None and inside and not basis:
            inner = one.passage(inside)
            said = SAID.format(cited(public), cited(inner))
            yield raised(KEY, "ambiguous", dossier, (inner, public), said, "internal")
            return
