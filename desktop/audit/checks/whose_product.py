"""One product that is put down to two owners, in two places of a text or in two dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import quote
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.issuers import Issued, issuers, one_owner
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised
from desktop.core.dossier import Dossier
from desktop.core.text import Text

KEY: Final = "whose_product"
WITHIN: Final = Text(
    "文中{0}的归属写法不一：一处属{1}（{2}），一处属{3}（{4}）；由谁发行、谁承担责任，文中没有说明。",
    "The text puts {0} down to {1} in one place ({2}) and to {3} in another ({4}), without saying who issues it and "
    "answers for it.",
)
ACROSS: Final = Text(
    "{0}的归属写法不一：本文属{1}（{2}），档案{5}属{3}（{4}）；两者是什么关系、由谁发行，都没有说明。",
    "{0} is put down to {1} here ({2}) and to {3} in the dossier {5} ({4}); neither says how the two are related and "
    "who issues it.",
)
_TIES: Final = r"(?:旗下|控股|参股|发起|牵头|子公司|全资|持股|设立|关联)"
_TIE: Final = (
    rf"{{0}}[^。；\n]{{{{0,16}}}}(?:{_TIES}[^。；\n]{{{{0,10}}}}{{1}}|{{1}}[^。；\n]{{{{0,10}}}}{_TIES})"
)


@check(KEY, "产品归属", "whose a product is", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Hold the owner of each product against the other owners that it is given; one finding for each product."""
    here = whole.dossier
    told: set[str] = set()
    first: dict[str, Issued] = {}
    for one in issuers(here):
        known = first.setdefault(one.what, one)
        if (
            one.what not in told
            and _apart(known, one, here)
            and not weighed(here, (known.anchor, one.anchor))
        ):
            told.add(one.what)
            said = WITHIN.format(*_shown(known, one))
            yield raised(KEY, "ambiguous", here, (one.anchor, known.anchor), said, one.what)
    if not first:
        return
    for there in world.library:
        for other in issuers(there):
            mine = first.get(other.what)
            if mine is None or mine.what in told or not _apart(mine, other, here, there):
                continue
            if not weighed(here, (mine.anchor,)):
                told.add(mine.what)
                said = ACROSS.format(*_shown(mine, other), quote(there.title))
                yield raised(KEY, "ambiguous", here, (mine.anchor,), said, mine.what)


def _shown(one: Issued, other: Issued) -> tuple[Text, ...]:
    return quote(one.what), quote(one.who), cited(one.anchor), quote(other.who), cited(other.anchor)


def _apart(one: Issued, other: Issued, *dossiers: Dossier) -> bool:
    """Whether two owners are two firms, and no text ties the one to the other."""
    if one_owner(one.who, other.who):
        return False
    ties = [re.compile(_TIE.format(re.escape(a), re.escape(b)))
            for a, b in ((one.who, other.who), (other.who, one.who))]  # fmt: skip
    return not any(tie.search(s.text) for tie in ties for d in dossiers for s in d.sources)
