"""Terms that are taken for one another: a rule on one kind of business is said to strike another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised, speaks
from desktop.core.finding import Input
from desktop.core.policy import PolicyMention
from desktop.core.text import NOTHING, Text
from desktop.core.value import value

KEY: Final = "terms"
CROSSED = Text(
    "文中的要求针对{0}（{1}），影响却写在{2}上（{3}）：{4}。",
    "The requirement in the text is on {0} ({1}), its effect on {2} ({3}): {4}.",
)
MISUSED = Text("文中写{0}：{1}。", "The text says {0}: {1}.")
REQUIREMENT, IMPACT = Text("要求", "requirement"), Text("影响", "effect")


@value
class Pair:
    """Two terms that are not the same, what sets them apart, and which clauses of a requirement that concerns."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    names: tuple[Text, Text]
    apart: Text
    about: re.Pattern[str] | None = None


@value
class Misuse:
    """A phrase that joins terms which do not go together, and why."""

    phrase: re.Pattern[str]
    why: Text


PAIRS: Final = (
    Pair(
        re.compile(r"联合贷款?|共同出资"), re.compile(r"助贷|导流"),
        (Text("联合贷款", "joint lending"), Text("助贷或导流", "loan facilitation or referral")),
        Text(
            "按通常的用法，联合贷款由各方共同出资，助贷和导流的合作方一般不出资，出资要求未必及于后者",
            "as the terms are commonly used, in joint lending the parties fund the loan together, while a facilitator "
            "mostly puts in no money, so a funding rule need not reach it",
        ),
        re.compile(r"出资|比例"),
    ),
    Pair(
        re.compile(r"直接融资|股权融资|发行股票"), re.compile(r"银行贷款|信贷投放"),
        (Text("直接融资", "direct financing"), Text("银行贷款", "bank loans")),
        Text("两者是不同的融资渠道", "the two are different channels of funds"),
    ),
    Pair(
        re.compile(r"义务教育|学科类"), re.compile(r"职业教育|职业培训|非学科类"),
        (Text("学科类培训", "tutoring in school subjects"), Text("职业或非学科类培训", "other training")),
        Text("两类培训分属不同的管理规定", "the two kinds are under different rules"),
    ),
)  # fmt: skip
MISUSES: Final = (
    Misuse(
        re.compile(r"(?:等保|等级保护)[^，。；]{0,2}认证"),
        Text(
            "网络安全等级保护是对单个系统定级、备案和测评，没有“认证”这一环节",
            "multi-level protection grades, files and tests single systems; it has no “certification”",
        ),
    ),
    Misuse(
        re.compile(r"日均[^，。；]{0,4}(?:放贷|放款|授信|贷款)额度(?!使用|占用|余额)"),
        Text(
            "“额度”通常指授信的上限，不是每天放出的金额；按日平均的若是放款额，宜写明",
            "a line commonly is the most that may be borrowed, not what is lent; if the daily average is of amounts "
            "lent, the text should say so",
        ),
    ),
)


@check(KEY, "概念混用", "terms taken for one another", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Compare requirement and effect of each regulation, and look for phrases that join what does not go together."""
    dossier = whole.dossier
    told: set[Text] = set()
    for mention in dossier.policies:
        for pair in PAIRS:
            found = _crossed(mention, pair) if pair.apart not in told else None
            if found is not None:
                told.add(pair.apart)
                yield found
    for misuse in MISUSES:
        if not speaks(dossier, misuse.phrase):
            continue
        for one in whole.sentences:
            match = misuse.phrase.search(one.text)
            if match is not None:
                passage = one.anchor(*match.span())
                figures = [f for f in dossier.figures if f.indicator.zh and f.indicator.zh in match[0]
                           and f.anchor.source == one.source
                           and one.start <= f.anchor.start < one.start + len(one.text)]  # fmt: skip
                shown = (
                    Text("{0}（{1}）", "{0} ({1})").format(cited(passage), stated(figures[0]))
                    if figures
                    else cited(passage)
                )
                yield raised(
                    KEY,
                    "ambiguous",
                    dossier,
                    (passage,),
                    MISUSED.format(shown, misuse.why),
                    "phrase",
                    figures,
                )
                break


def _crossed(mention: PolicyMention, pair: Pair) -> Result | None:
    required, effect = mention.requirement, mention.impact
    for one, other, names in ((pair.one, pair.other, pair.names), (pair.other, pair.one, pair.names[::-1])):
        apart = one.search(required.zh) and not other.search(required.zh)
        if apart and other.search(effect.zh) and not one.search(effect.zh):
            said = CROSSED.format(
                names[0], quote(_clauses(required.zh, pair)), names[1], quote(effect.zh), pair.apart
            )
            inputs = (Input(REQUIREMENT, required, mention.id), Input(IMPACT, effect, mention.id))
            spans = (mention.anchor,)
            return say.told(
                KEY, "ambiguous", (mention.id,), inputs, NOTHING, said, spans, "crossed", tag="crossed"
            )
    return None


def _clauses(required: str, pair: Pair) -> str:
    """The clauses of a requirement that the difference concerns, where some do not."""
    clauses = [re.sub(r"^[且并而又]", "", c.strip()) for c in re.split(r"[，,；;]", required)]
    own = [c for c in clauses if pair.about is not None and pair.about.search(c)]
    return "，".join(own) if own else required
