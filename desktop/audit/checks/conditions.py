"""A condition that is said to lie in the future, though another part of the text describes it as in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.tells import REGISTER
from desktop.audit.wording import cited, raised, speaks
from desktop.core.finding import Input
from desktop.core.policy import PolicyMention
from desktop.core.text import Text

KEY: Final = "conditions"
_IF: Final = re.compile(r"(?:若|如果|倘若|假如|一旦|只要|除非|待|等到)[^。]{0,30}")
_LATER: Final = re.compile(r"未来|将来|今后|日后|以后|若|如果|一旦|待|等到")
_ALLOWED: Final = re.compile(
    r"(?P<what>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)(?:能够?|可以)?(?:获得|得到|取得|获)(?:了)?(?:监管|法律|官方|主管部门|政策)*的?"
    r"(?P<how>认可|批准|许可|允许|承认|放行|准入)|(?P<law>[\u4e00-\u9fffA-Za-z0-9]{2,12}?)(?P<how2>合法化|有法可依|纳入监管)"
)
_WORDS: Final = re.compile(
    "认可|批准|许可|允许|承认|放行|准入|合法化|有法可依|纳入监管"
)  # one is in each of them
_LEAD: Final = re.compile(
    r"如果|若|倘若|假如|一旦|只要|除非|待|等到|未来|将来|今后|日后|以后|[一二三四五]是|其[一二三四五]|首先|其次"
)
_FORM: Final = re.compile(r"(?:的)?(?:模式|业务|产品|服务|项目|做法|方式|机制|行业)+$")
SAID = Text(
    "文中把{0}当作将来才有的条件，但另一处所引的{1}{2}已对{3}作了规定（{4}）；文中没有说明还缺哪一种{5}。",
    "The text treats {0} as a condition still to come, but elsewhere it cites {1}{2}, which already has rules on "
    "{3} ({4}); it does not say what is still missing.",
)


@check(KEY, "将来的条件", "conditions still to come", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look up what a condition is about among the regulations that the text itself cites."""
    dossier = whole.dossier
    if not dossier.policies or not speaks(dossier, _WORDS):
        return
    for one in whole.sentences:
        if not _IF.search(one.text) or not _LATER.search(one.text):
            continue
        for match in _ALLOWED.finditer(one.text):
            topic = _FORM.sub("", _LEAD.split(match["what"] or match["law"])[-1])
            rules = [m for m in dossier.policies if m.title.zh and _rules_on(m, topic)]
            rule = max(rules, key=lambda m: len(m.requirement.zh), default=None)
            if rule is None or one.start <= rule.anchor.start < one.start + len(one.text):
                continue
            passage = one.passage(match)
            when = Text("（{}）", " ({})").format(rule.date.shown()) if rule.date else Text("", "")
            said = SAID.format(
                cited(passage),
                quote(rule.title),
                when,
                quote(topic),
                quote(rule.requirement),
                match["how"] or match["how2"],
            )
            found = raised(KEY, "partly", dossier, (passage, rule.anchor), said, "met")
            yield replace(found, inputs=(*found.inputs, Input(REGISTER, rule.title)))


def _rules_on(mention: PolicyMention, topic: str) -> bool:
    """Whether the text gives a requirement of this document on a topic of its own, not only a common word."""
    return len(topic) >= 3 and topic in mention.requirement.zh
