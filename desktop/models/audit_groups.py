"""Long lists of findings by verdict: the gravest first, and what need not be wrong folded below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from desktop.core.audit_rows import FINDINGS, AuditRow
from desktop.core.text import Language, Text
from desktop.core.verdict import VERDICTS, Verdict

FEW: Final = 10  # rows that need no heads
GRAVE: Final = 3  # the severity from which a group is open at first
_RANKS: Final = {code: rank for rank, code in enumerate(VERDICTS)}
MEANT: Final[dict[str, Text]] = {
    "changes_conclusion": Text("按核实的数字，结论不再成立", "with what was verified, it no longer follows"),
    "inconsistent": Text("重算或对照之后，文中所写不成立", "recomputed or compared, what the text says does not hold"),
    "differs": Text("登记簿或已核查的说法不是这样", "the register or a checked claim says otherwise"),
    "conflict": Text("两处给出的数不一样", "two places give different numbers"),
    "partly": Text("一部分站得住，一部分站不住", "some of it holds, some does not"),
    "ambiguous": Text("有几种读法，未必有错，须由人判断", "can be read in several ways; not necessarily wrong"),
    "not_found": Text("没有查到记录，不等于不存在", "no record was found, which does not mean that there is none"),
    "not_checkable": Text("没有可以对照的内容", "there is nothing to hold it against"),
}  # fmt: skip
COUNTED: Final = Text("{}：{:,} 条，{}；{}", "{}: {:,}, {}; {}")
FOLDED, OPEN = Text("已折叠", "folded"), Text("已展开", "open")


class Group(NamedTuple):
    """The head of the rows of one verdict; ``number`` leaves out what a person disputes."""

    verdict: Verdict
    number: int
    folded: bool

    def spoken(self, language: Language) -> str:
        """Return the head in words."""
        name, state = self.verdict.name, FOLDED if self.folded else OPEN
        return COUNTED.format(name, self.number, state, self.meant)(language)

    @property
    def meant(self) -> Text:
        """What findings of this verdict mean to the reader."""
        return MEANT.get(self.verdict.code, self.verdict.name)


def rank(row: AuditRow) -> tuple[int, int]:
    """The gravest first, of one severity red before amber, of one verdict by place."""
    return (_RANKS[row.verdict.code] if row.verdict is not None else len(_RANKS), row.place)


class Lines:
    """What is listed: rows in the order of ``rank``, below heads where they are many and of several verdicts.

    Of those that nothing narrows, groups less than GRAVE are folded at first, but for the first.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.shown: list[AuditRow | Group] = []
        self.grouped = False
        self._rows: Sequence[AuditRow] = ()
        self._toggled: set[str] = set()  # codes of groups that are not as at first
        self._fold = False
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[AuditRow], *, heads: bool, fold: bool) -> None:
        """List rows, below ``heads`` where these help; with ``fold`` some are folded at first."""
        several = len({row.verdict for row in rows}) > 1 and all(row.section == FINDINGS for row in rows)
        self.grouped = heads and several and len(rows) > FEW
        self._rows, self._fold = rows, fold
        self._lay()

    def forget(self) -> None:
        """Fold and open groups as at first when rows are listed next."""
        self._toggled.clear()

    def toggle(self, verdict: Verdict) -> None:
        """Fold a group that is open, or the other way round."""
        self._toggled ^= {verdict.code}
        self._lay()

    def place(self, row: AuditRow) -> int:
        """Return where a row is, or the head of its group while that is folded."""
        return self._places.get(row.id, self.head(row))

    def head(self, row: AuditRow) -> int:
        """Return where the head above a row is; -1 without heads."""
        heads = (n for n, line in enumerate(self.shown) if isinstance(line, Group))
        return next((n for n in heads if self.shown[n].verdict == row.verdict), -1)

    def size(self, verdict: Verdict) -> int:
        """Return how many rows a group has."""
        return sum(row.verdict == verdict for row in self._rows)

    def _lay(self) -> None:
        self.shown = [line for group in self._groups() for line in group] if self.grouped else [*self._rows]
        self._places = {line.id: n for n, line in enumerate(self.shown) if isinstance(line, AuditRow)}

    def _groups(self) -> Iterator[list[AuditRow | Group]]:
        fold = False  # never the first
        for verdict, some in groupby(self._rows, key=lambda row: row.verdict):
            if verdict is None:  # no finding is without
                continue
            rows = list(some)
            folded = (fold and verdict.severity < GRAVE) != (verdict.code in self._toggled)
            count = sum(row.status != "disputed" for row in rows)
            yield [Group(verdict, count, folded), *([] if folded else rows)]
            fold = self._fold
