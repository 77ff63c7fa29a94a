"""Which rows of a table are regulations, by how regulations are called."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.table import Table

_TITLE: Final = re.compile(
    r"[\u4e00-\u9fff“”\"]{3,}(?:办法|通知|意见|规定|条例|法|指引|规则|细则|规范|标准|方案|决定|公告|准则|指南|章程)"
    r"(?:[（(][^）)]*[）)])?$|\b(?:Act|Directive|Regulation|Measures|Rules|Notice)\b"
)
_LEAST: Final = 2


def rule_titles(table: Table) -> list[str]:
    """The first cells of the rows, where most of them are titles of regulations; else nothing."""
    labels = [(line[0].text or "").strip().strip("《》") for line in table.rows if line]
    found = [name for name in labels if _TITLE.search(name)]
    return found if len(found) >= max(_LEAST, len(labels) - 1) else []
