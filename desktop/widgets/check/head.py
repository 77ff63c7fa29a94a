"""The bar over the list: how much was checked, and what of it is listed in which order."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.audit_rows import FINDINGS
from desktop.core.dossier import Dossier
from desktop.core.text import NOTHING, Language, Text
from desktop.models.audit_list import SEVERITY, SORTS, AuditList, Wanted
from desktop.services.theme import Theme
from desktop.widgets.cards.chips import Chips
from desktop.widgets.check.offers import chip_of, offers
from desktop.widgets.filter_box import FilterBox
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.words import Words

TITLE = Text("核查", "Check")
COVERED = Text(
    "{:,} 个数字与政策提及中，核查了 {:,} 个；{:,} 个未核查，原因逐一列出。",
    "{:,} figures and policy mentions, {:,} of them checked; {:,} cannot be checked, each for a stated reason.",
)
ALL_COVERED = Text(
    "{:,} 个数字与政策提及，全部核查过。", "All {:,} figures and policy mentions were checked."
)
IN_SHORT = Text("已核查 {:,} / {:,}", "{:,} of {:,} checked")
FAILED = Text("{:,} 项检查出错，已略过。", "{:,} checks ended in an error and were left out.")
AGAIN = Text("正在重新核查……", "Checking again …")
SHOWN = Text("显示哪些", "What is listed")
FILTER = Text("筛选：数字、句子、检查……", "Filter: figure, sentence, check …")
FACTOR, EVERY_FACTOR = Text("因素", "Reason"), Text("所有因素", "Every reason")
CHECK, EVERY_CHECK = Text("检查", "Check"), Text("所有检查", "Every check")
SORT = Text("排序", "Order")
NARROW = 640  # pixels of the head
COUNTED = Text("{}  {:,}", "{}  {:,}")


class CheckHead(QWidget):
    """``narrowed`` and ``sorted_by`` tell what is to be shown, ``fitted`` that there is other room."""

    narrowed = Signal(object)
    sorted_by = Signal(str)
    fitted = Signal()

    def __init__(self, model: AuditList, parent: QWidget | None = None) -> None:
        """Filter ``model``."""
        super().__init__(parent)
        self._model = model
        self._dossier: Dossier | None = None
        self._wanted, self._order = Wanted(), SEVERITY
        self._language: Language = "zh"
        self._theme: Theme | None = None
        self._offered: list[tuple[str, Text, int]] = []
        self._told: tuple[Text, Text, Text, bool] = NOTHING, NOTHING, NOTHING, False
        self.title, self.covered = Words(size=1.35, bold=True), Words("muted")
        self.chips, self.box = Chips(SHOWN, exclusive=True), FilterBox()
        self.factor, self.check = MenuButton(self._fill_factors), MenuButton(self._fill_checks)
        self.sort = MenuButton(self._fill_sorts)
        for button in (self.factor, self.check, self.sort):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chips.changed.connect(self._choose)
        self.box.textChanged.connect(lambda words: self.want(self._wanted._replace(text=words.strip())))
        self._column, self._top, self._line = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.title.setWordWrap(False)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._top.addWidget(self.title, 0, bottom)
        self._top.addWidget(self.covered, 1, bottom)
        self._column.addLayout(self._top)
        self._column.addWidget(self.chips)
        self._line.addWidget(self.box, 1)
        for button in (self.factor, self.check, self.sort):
            self._line.addWidget(button)
        self._column.addLayout(self._line)

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        return self._wanted

    def show_dossier(self, dossier: Dossier) -> None:
        """Say how much was checked and how much of each verdict there is."""
        self._dossier = dossier
        self._offer(self._model.counts())
        self._name_buttons()

    def tell(self, *, again: bool) -> None:
        """Say how much was checked, and ``again`` that it is being checked anew."""
        found = self._dossier.found if self._dossier is not None else None
        if found is not None:
            told = found.audit.coverage
            rest = told.total - told.checked
            text = COVERED.format(told.total, told.checked, rest) if rest else ALL_COVERED.format(told.total)
            failed = len({one.check for one in found.audit.failures})
            fault = FAILED.format(failed) if failed else NOTHING
            self._told = IN_SHORT.format(told.checked, told.total), text, fault, again
            self._tell()

    def _tell(self) -> None:
        short, long, fault, again = self._told
        shown = (short if self.is_narrow else long), fault, AGAIN if again else NOTHING
        said = [one(self._language) for one in shown]
        self.covered.say(" ".join(part for part in said if part))
        self.covered.setToolTip(long(self._language) if self.is_narrow else "")

    @property
    def is_narrow(self) -> bool:
        """Whether there is little room."""
        return self._theme is not None and self.width() < self._theme.px(NARROW)

    def offer_filters(self, offered: bool) -> None:
        """Show or hide what narrows and sorts the list."""
        for part in (self.box, self.factor, self.check, self.sort):
            part.setVisible(offered)

    def want(self, wanted: Wanted) -> None:
        """List something else."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.chips.choose(frozenset({chip_of(self._wanted)}))
        self._name_buttons()
        self.narrowed.emit(wanted)

    def reset(self) -> None:
        """Narrow nothing, for another dossier."""
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self.want(Wanted())

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        px = theme.px
        self._column.setContentsMargins(px(16), px(12), px(12), px(8))
        self._column.setSpacing(px(7))
        self._line.setSpacing(px(6))
        self._top.setSpacing(px(14))
        self.covered.setContentsMargins(0, 0, 0, px(2))
        self.title.restyle(theme)
        self.covered.restyle(theme)
        self.title.setText(TITLE(language))
        self.box.setPlaceholderText(FILTER(language))
        self.box.setAccessibleName(FILTER(language))
        self.chips.dress(theme, language)
        self.box.setMinimumWidth(px(120))
        self._name_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the chips have marks and counts only, and sentences are short."""
        super().resizeEvent(event)
        if self._dossier is not None:
            self._offer(self._model.counts())
            self._name_buttons()
            self._tell()
        self.fitted.emit()

    def _choose(self) -> None:
        section, _, verdict = next(iter(self.chips.chosen), chip_of(self._wanted)).partition("/")
        self.want(self._wanted._replace(section=section, verdict=verdict))

    def _offer(self, counts: Counter[str]) -> None:
        """Offer a chip for every section and verdict that has anything."""
        shown, names = offers(counts, self._wanted, narrow=self.is_narrow)
        chips = [(key, text, -1) for key, text in shown.items()]
        if chips != self._offered:
            self._offered = chips
            self.chips.offer(chips, names)
            if self._theme is not None:
                self.chips.dress(self._theme, self._language)
        if chip_of(self._wanted) not in {key for key, *_ in chips}:
            self.want(self._wanted._replace(section=FINDINGS, verdict=""))
        self.chips.choose(frozenset({chip_of(self._wanted)}))

    def _name_buttons(self) -> None:
        language, wanted = self._language, self._wanted
        factor = self._dossier.item(wanted.factor) if self._dossier is not None and wanted.factor else None
        label = getattr(factor, "label", EVERY_FACTOR)
        check = self._check_name(wanted.check) if wanted.check else EVERY_CHECK
        for button, name, text in (
            (self.factor, FACTOR, label),
            (self.check, CHECK, check),
            (self.sort, SORT, SORTS[self._order]),
        ):
            short = self.is_narrow and text in (EVERY_FACTOR, EVERY_CHECK, *SORTS.values())
            button.setText(f"{(name if short else text)(language)} ▾".replace("&", "&&"))
            spoken = Text("{}：{}", "{}: {}").format(name, text)(language)
            button.setToolTip(spoken)
            button.setAccessibleName(spoken)

    def _check_name(self, key: str) -> Text:
        found = self._dossier.found if self._dossier is not None else None
        return found.name_of(key) if found is not None else Text(key, key)

    def _fill_factors(self, menu: QMenu) -> None:
        if self._dossier is None:
            return
        rows = [row for row in self._model.every if row.section == self._wanted.section]
        counts = Counter(row.factor for row in rows)
        self._line_of(menu, EVERY_FACTOR, "factor", "", len(rows))
        for factor in self._dossier.factors:
            if counts[factor.id]:
                self._line_of(menu, factor.label, "factor", factor.id, counts[factor.id])

    def _fill_checks(self, menu: QMenu) -> None:
        rows = [row for row in self._model.every if row.section == self._wanted.section]
        counts = Counter(row.check for row in rows if row.check)
        self._line_of(menu, EVERY_CHECK, "check", "", len(rows))
        for key, count in counts.most_common():
            self._line_of(menu, self._check_name(key), "check", key, count)

    def _line_of(self, menu: QMenu, name: Text, field: str, key: str, count: int) -> None:
        wanted = self._wanted._replace(**{field: key})
        words = COUNTED.format(name.opening(), count)(self._language).replace("&", "&&")
        line = menu.addAction(words, partial(self.want, wanted))
        line.setCheckable(True)
        line.setChecked(getattr(self._wanted, field) == key)

    def _fill_sorts(self, menu: QMenu) -> None:
        for key, name in SORTS.items():
            line = menu.addAction(name(self._language), partial(self._sort, key))
            line.setCheckable(True)
            line.setChecked(key == self._order)

    def _sort(self, order: str) -> None:
        self._order = order
        self._name_buttons()
        self.sorted_by.emit(order)
