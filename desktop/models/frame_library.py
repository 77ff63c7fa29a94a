"""The library as a frame: a row for every dossier."""

from __future__ import annotations

import pandas as pd

from desktop.core.text import DOT, Language, Text
from desktop.store.frames import ColumnInfo, Frame
from desktop.store.listing import Listed

COUNTS = {
    "reasons": Text("因素", "Reasons"),
    "figures": Text("数字", "Figures"),
    "tables": Text("表", "Tables"),
    "policies": Text("政策提及", "Policy mentions"),
}
HEADS = (
    (Text("档案", "Dossier"), "label"),
    (Text("标题", "Title"), "text"),
    *((name, "quantity") for name in COUNTS.values()),
    (Text("资料日期", "Source dated"), "text"),
    (Text("更新于", "Changed"), "date"),
    (Text("说明", "Note"), "text"),
)
SHIPPED = Text("随附，只读", "shipped, read-only")


def library_frame(listed: tuple[Listed, ...], language: Language) -> Frame:
    """Return a frame of the library; the item of each cell is the dossier's folder."""
    lines = [
        [
            one.product(language),
            one.title(language),
            *(one.counts.get(kind) for kind in COUNTS),
            one.dated or None,
            pd.Timestamp(one.changed.astimezone().date()),
            _note(one)(language) or None,
        ]
        for one in listed
    ]
    data = pd.DataFrame(lines, columns=[str(n) for n in range(len(HEADS))])
    for n in range(2, 2 + len(COUNTS)):
        data[str(n)] = data[str(n)].astype("Int64")
    items = {(r, c): str(one.folder) for r, one in enumerate(listed) for c in range(len(HEADS))}
    return Frame(data, tuple(ColumnInfo(name, kind=kind) for name, kind in HEADS), items=items)


def _note(one: Listed) -> Text:
    parts = [SHIPPED] if one.shipped else []
    return DOT.join([*parts, *([one.problem] if one.problem is not None else [])])
