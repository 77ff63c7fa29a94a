"""A duty put down to "the regulators" in a sentence that names no document: it cannot be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import PASSAGE, cited, items_on, speaks
from desktop.core.finding import Input
from desktop.core.text import NOTHING, Text

KEY: Final = "unnamed_rule"
_WHO: Final = r"监管部门|监管机构|监管层|监管当局|主管部门|有关部门|(?:the )?(?:regulators?|authorities)"
_DUTY: Final = re.compile(
    rf"(?P<who>{_WHO})[^。；;.\n]{{0,40}}?(?P<duty>(?:要求|规定|明令|责令|禁止)[^。；，,\n]{{0,24}}?(?:不得|不准|不能|必须|须|应当?|禁止|严禁|一律|停止)"
    r"|(?:明令)?(?:禁止|严禁)[^。；，,\n]{3,}|(?:require|prohibit|forbid|ban|order)\w*\s[^.;\n]{6,60})",
    re.I,
)
_NAMED: Final = re.compile(
    r"《|〔|\[\d{4}\]|号文|号令|(?:办法|通知|规定|条例|意见|准则|指引|细则)(?:发布|出台|印发|实施|施行|要求|规定)|"
    r"\b(?:Act|Law|Directive|Regulation|Measures|Notice|Rule|Order)\b"
)
SAID = Text(
    "文中说{0}，没有写明出自哪一份文件，是否有此要求、自何时起无从核对。",
    "The text says {0} without naming the document, so whether there is such a duty, and since when, cannot be "
    "checked.",
)


@check(KEY, "要求的依据", "what a duty rests on", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for duties whose sentence, and the next one, name no document."""
    dossier = whole.dossier
    if not speaks(dossier, _DUTY, ("部门", "监管", "egulator", "uthorit")):
        return
    every = whole.sentences
    for at, one in enumerate(every):
        match = _DUTY.search(one.text)
        if match is None or any(_NAMED.search(s.text) for s in every[max(0, at - 1) : at + 1]):
            continue
        passage = one.anchor(*one.clause(match.start("duty")))
        said, shown = SAID.format(cited(passage)), (Input(PASSAGE, cited(passage)),)
        items = items_on(dossier, passage)
        yield say.told(KEY, "not_checkable", items, shown, NOTHING, said, (passage,), tag=passage.quote)
