"""Regulations that a text names by document number alone: 根据银保监办发〔2021〕24号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from desktop.importers.policy import BESIDE

NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{2,14}?[ ]?[〔\[(（【](?:19|20)\d\d[〕\])）】][ ]?(?:第[ ]?)?\d{1,5}[ ]?号"
    r"|[\u4e00-\u9fff]{2,14}(?:令|公告)[ ]?(?:(?:19|20)\d\d年)?第[ ]?\d{1,5}[ ]?号"
)
_LEAD: Final = re.compile(
    r".*(?:根据|按照|依据|依照|遵照|落实|执行|违反|发布|印发|出台|下发|颁布|实施|以及|其中|包括|按|见|即|为|的|了|和|与|及|在|由|据|依|随后|其后|此后|后来|同时|又有|还有|而|另|是|指|称|[出来源]自)"
)


def bare_numbers(text: str, items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield items for the document numbers that belong to no title; ``items`` are those of the extraction."""
    if "号" not in text:
        return
    titled = sorted((i["start"], i["end"]) for i in items if i["kind"] == "policy")
    at = 0
    for match in NUMBER.finditer(text):
        lead = _LEAD.match(text, match.start(), match.end())
        start, end = (lead.end() if lead else match.start()), match.end()
        while at < len(titled) and titled[at][1] + 3 < start:
            at += 1
        if at < len(titled) and titled[at][0] - 3 <= end:  # inside a title, or right beside it
            continue
        if at and BESIDE.fullmatch(text, titled[at - 1][1], start):  # 《…》的文号是…: told of that title
            continue
        yield {
            "kind": "policy", "start": start, "end": end, "text": text[start:end], "title": "", "quoted": False,
            "number": text[start:end].replace(" ", ""), "date": None, "date_source": None,
        }  # fmt: skip
