"""A duty put down to "the regulators" in a sentence that names no document: it cannot be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.duty_named import entries_with
from desktop.audit.scope import Whole
from desktop.audit.tells import REGISTER
from desktop.audit.wording import PASSAGE, cited, items_on, speaks
from desktop.core.finding import Input
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text

KEY: Final = "unnamed_rule"
_WHO: Final = (
    r"监管部门|监管机构|监管层|监管当局|监管方面|主管部门|有关部门|(?:the )?(?:regulators?|authorities)"
    r"|监管(?=[还也又均都曾已则]?(?:一再|多次|明确|再次|同时)?(?:要求|规定|明令|责令|禁止)(?!的))"
)
_DUTY: Final = re.compile(
    rf"(?P<who>{_WHO})[^。；;.\n]{{0,40}}?(?P<duty>(?:要求|规定|明令|责令|禁止)[^。；，,\n]{{0,24}}?(?:不得|不准|不能|必须|须|应当?|禁止|严禁|一律|停止)"
    r"|(?:明令)?(?:禁止|严禁)[^。；，,\n]{3,}|(?:require|prohibit|forbid|ban|order)\w*\s[^.;\n]{6,60})",
    re.I,
)
_NAMED: Final = re.compile(
    r"《|〔|\[\d{4}\]|号文|号令|(?:办法|通知|规定|条例|意见|准则|指引|细则)(?:发布|出台|印发|实施|施行|要求|规定)|"
    r"\b(?:Act|Law|Directive|Regulation|Measures|Notice|Rule|Order)\b"
)
# A further duty is not one of the document that the sentence before names.
_FURTHER: Final = re.compile(r"还|另外|此外|also|moreover|besides", re.I)
KNOWN = Text(
    "文中说{0}，没有写明出自哪一份文件；登记簿中有这类要求的是{1}，所指是否为{2}、自何时起，文中应写明。",
    "The text says {0} without naming the document; the register has such a duty in {1}, and the text should say "
    "whether {2} is meant, and since when.",
)
IT: Final = (Text("它", "it"), Text("其中之一", "one of them"))
SAID = Text(
    "文中说{0}，没有写明出自哪一份文件，是否有此要求、自何时起无从核对。",
    "The text says {0} without naming the document, so whether there is such a duty, and since when, cannot be "
    "checked.",
)


@check(KEY, "要求的依据", "what a duty rests on", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Look for duties whose sentence, and the next one, name no document."""
    dossier = whole.dossier
    if not speaks(dossier, _DUTY, ("部门", "监管", "egulator", "uthorit")):
        return
    every = whole.sentences
    for at, one in enumerate(every):
        match = _DUTY.search(one.text)
        if match is None:
            continue
        begin = at if _FURTHER.search(one.text, match.start(), match.start("duty")) else max(0, at - 1)
        if any(_NAMED.search(s.text) for s in every[begin : at + 1]):
            continue
        passage = one.anchor(*one.clause(match.start("duty")))
        found = entries_with(passage.quote, world.record.register)
        items = items_on(dossier, passage)
        shown = (Input(PASSAGE, cited(passage)), *(Input(REGISTER, e.title) for e in found))
        if found:
            titles = [NOTHING.join((quote(e.title), _dated(e))) for e in found]
            said = KNOWN.format(cited(passage), say.listed(titles), IT[len(found) > 1])
        else:
            said = SAID.format(cited(passage))
        verdict = "ambiguous" if found else "not_checkable"
        yield say.told(KEY, verdict, items, shown, NOTHING, said, (passage,), tag=passage.quote)


def _dated(entry: RegisterEntry) -> Text:
    day = entry.published or entry.document_date
    return Text("（{}）", " ({})").format(say.day(day)) if day is not None else NOTHING
