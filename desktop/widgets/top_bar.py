"""The bar over everything: which dossier, which page, back and forward, how it looks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.actions.base import Window
from desktop.actions.build import ActionSet
from desktop.core.text import Text, same
from desktop.widgets.icons import icon
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.page_button import PageButton
from desktop.widgets.pages.base import PageSpec
from desktop.widgets.panel import Panel

ICONS = {
    "back": "arrow-left",
    "forward": "arrow-right",
    "column-tree": "panel-left",
    "column-inspector": "panel-right",
}
THEMES = ("theme-light", "theme-dark", "theme-system")
IMPORTS = ("import", "import-folder", "import-clipboard")
OVERFLOW = ("open", *IMPORTS, "", "attach", "", "reset-layout", "shortcuts", "about")
SWITCH = Text("切换档案", "Switch dossier")
NONE = Text("打开档案", "Open a dossier")
THEME = Text("明暗", "Light or dark")
MORE = Text("更多", "More")
LANGUAGE = Text("Switch to English", "切换到中文")
BROKEN = Text("{}（无法打开）", "{} (cannot be opened)")


class TopBar(Panel):
    """A view of commands; only the list of dossiers is its own."""

    def __init__(
        self, window: Window, actions: ActionSet, pages: list[PageSpec], parent: QWidget | None = None
    ) -> None:
        """``pages`` in order."""
        super().__init__(window.ctx, parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._actions = window, actions
        self._dossier = MenuButton(self._fill_dossiers)
        self._dossier.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._theme, self._more = MenuButton(self._fill_themes), MenuButton(self._fill_more)
        self._language = QToolButton()
        self._language.clicked.connect(self._switch_language)
        for menu_button in (self._theme, self._more):
            menu_button.setObjectName("icon")
        self._spare: tuple[QWidget, ...] = ()
        self._row = QHBoxLayout(self)
        parts = (self._dossier, self._button("back"), self._button("forward"))
        self._pages = [(spec, PageButton()) for spec in pages]
        for spec, button in self._pages:
            self._tie(button, f"page-{spec.key}")
        for part in (*parts, *(button for _, button in self._pages)):
            self._row.addWidget(part)
        self._row.addStretch(1)
        left, right = self._button("column-tree"), self._button("column-inspector")
        for part in (self._language, self._theme, left, right, self._more):
            self._row.addWidget(part)
        self._spare = (self._language, self._theme, right, left, *parts[:0:-1])  # menus have them too
        self.refresh()

    def show_dossier(self) -> None:
        """Name the dossier."""
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Return no width: what there is no room for is hidden."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what there is no room for, rather than cut the names of the pages."""
        super().resizeEvent(event)
        self._fit()

    def _refit(self) -> None:
        if self.isVisible():  # or it will be, when it is first shown and gets its size
            self._fit()

    def _fit(self) -> None:
        parts = self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        shown = [part for part in parts if part in self._spare or not part.isHidden()]
        widths: dict[QWidget, int] = {p: p.sizeHint().width() + self._row.spacing() for p in shown}
        margins = self._row.contentsMargins()
        needed, room = sum(widths.values()), self.width() - margins.left() - margins.right()
        for part in self._spare:
            part.setVisible(needed <= room)
            needed -= 0 if needed <= room else widths[part]

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        name = self.dossier.product if self.dossier else NONE
        self._dossier.setText(f"{self.tr_(name)} ▾")
        self._language.setText("English" if self.language == "zh" else "中文")
        for button, text in (
            (self._dossier, SWITCH),
            (self._theme, THEME),
            (self._more, MORE),
            (self._language, LANGUAGE),
        ):
            button.setToolTip(self.tr_(text))
            button.setAccessibleName(self.tr_(text))
        self._tell_waiting()
        self._refit()

    def _tell_waiting(self) -> None:
        for spec, button in self._pages:
            if spec.waiting is not None:
                number = spec.waiting(self.dossier) if self.dossier is not None else 0
                button.show_waiting(number, spec.waiting_for, self.theme, self.language)

    def restyle(self) -> None:
        """Draw icons and spaces anew."""
        theme = self.theme
        for action_id, name in ICONS.items():
            self._actions[action_id].setIcon(icon(name, theme))
        self._theme.setIcon(icon("moon" if theme.name == "dark" else "sun", theme))
        self._more.setIcon(icon("ellipsis", theme))
        font = self.font()
        font.setBold(True)
        self._dossier.setFont(font)
        self._row.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        self._row.setSpacing(theme.px(4))
        self._tell_waiting()
        self._refit()

    def _button(self, action_id: str) -> QToolButton:
        button = QToolButton()
        self._tie(button, action_id)
        return button

    def _tie(self, button: QToolButton, action_id: str) -> None:
        """Make a button a view of a command."""
        action = self._actions[action_id]
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        action.visibleChanged.connect(self._refit)
        if action_id in ICONS:
            button.setObjectName("icon")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        # a click leaves the keyboard in the pages, where it goes to the page that comes
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _fill_dossiers(self, menu: QMenu) -> None:
        location = self.dossier.location if self.dossier else ""
        for entry in self.ctx.workspace.entries():
            name = entry.product if entry.problem is None else BROKEN.format(entry.product)
            line = menu.addAction(
                self.tr_(name).replace("&", "&&"), partial(self._open, entry.folder, entry.problem)
            )
            line.setCheckable(True)
            line.setChecked(str(entry.folder) == location)
            line.setToolTip(self.tr_(entry.problem or same(str(entry.folder))))
        menu.addSeparator()
        menu.addAction(self._actions["open"])

    def _open(self, folder: Path, problem: Text | None) -> None:
        if problem is None:
            self._window.open_path(folder)
        else:
            self.ctx.ui.notify(problem)

    def _fill_themes(self, menu: QMenu) -> None:
        menu.addActions([self._actions[key] for key in THEMES])

    def _fill_more(self, menu: QMenu) -> None:
        for key in OVERFLOW:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()

    def _switch_language(self) -> None:
        self.ctx.preferences.set_language("en" if self.language == "zh" else "zh")
