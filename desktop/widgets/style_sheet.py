"""The one style sheet of the window: what a palette cannot say, in the tokens of the theme."""

from __future__ import annotations

from collections import ChainMap

from desktop.services.theme import Theme

SHEET = """
QToolTip {{ background: {tooltip}; color: {tooltip_text}; border: 0; padding: {p4}px {p8}px; }}
QMenuBar {{ background: {surface}; color: {muted}; padding: 0 {p8}px; }}
QMenuBar::item {{ background: transparent; padding: {p3}px {p8}px; }}
QMenuBar::item:selected {{ background: {accent_bg}; color: {accent}; border-radius: {p4}px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: {p4}px; }}
QMenu::item {{ padding: {p5}px {p24}px {p5}px {p24}px; border-radius: {p4}px; }}
QMenu::item:selected {{ background: {selection}; color: {selection_text}; }}
QMenu::item:disabled {{ color: {faint}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {p4}px {p8}px; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:hover {{ background: {focus_ring}; }}
#topBar, #statusBar {{ background: {surface}; }}
#topBar {{ border-bottom: 1px solid {border}; }}
#statusBar {{ border-top: 1px solid {border}; }}
#statusBar QLabel, #statusBar QToolButton {{ color: {muted}; }}
#middle {{ background: {window}; }}
#notice {{ background: {amber_bg}; border-bottom: 1px solid {border}; }}
#notice QLabel {{ color: {amber}; }}
#importBar {{ background: {accent_bg}; border-bottom: 1px solid {border}; }}
QProgressBar {{ background: {border}; border: 0; border-radius: {p3}px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {p3}px; }}
QToolButton {{ border: 1px solid transparent; border-radius: {p5}px; padding: {p4}px {p8}px;
    background: transparent; color: {text}; icon-size: {p16}px; }}
QToolButton:hover {{ background: {sunken}; }}
QToolButton:pressed, QToolButton:open {{ background: {accent_bg}; }}
QToolButton:checked {{ background: {accent_bg}; color: {accent}; }}
QToolButton:disabled {{ color: {faint}; }}
QToolButton:focus {{ border-color: {focus_ring}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton#icon {{ padding: {p4}px; }}
QToolButton#link {{ padding: {p2}px 0; color: {link}; }}
QToolButton#link:hover, QToolButton#link:checked {{ background: {accent_bg}; }}
#breadcrumb QToolButton {{ padding: {p2}px {p4}px; color: {muted}; }}
#topBar QToolButton {{ padding: {p3}px {p8}px {p5}px {p8}px; }}
#topBar QToolButton#icon {{ padding: {p5}px; }}
#breadcrumb QToolButton:disabled {{ color: {text}; }}
QDialog QAbstractScrollArea {{ background: {surface}; border: 1px solid {border}; border-radius: {p5}px;
    padding: {p4}px; }}
ChartTwin::item {{ padding: 0 {p8}px; border-bottom: 1px solid {grid}; }}
ChartTwin::item:selected {{ background: {selection}; color: {selection_text}; }}
ChartTwin QHeaderView, QDialog QTreeView QHeaderView {{ background: {surface}; border: 0; padding: 0; }}
ChartTwin QHeaderView::section, QDialog QHeaderView::section {{
    background: {surface}; color: {muted}; border: 0; padding: {p4}px {p10}px;
    border-bottom: 1px solid {border}; font-weight: bold; }}
QDialog QAbstractItemView::item {{ padding: {p3}px {p4}px; color: {text}; border: 0; }}
QDialog QAbstractItemView::item:selected {{ background: {selection}; color: {selection_text};
    border-radius: {p4}px; }}
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: {p5}px;
    padding: {p4}px {p12}px; }}
QPushButton:hover {{ background: {sunken}; }}
QPushButton:default {{ border-color: {accent}; color: {accent}; }}
QPushButton:focus {{ border-color: {focus_ring}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton#primary {{ background: {accent}; color: {surface}; border-color: {accent}; font-weight: bold; }}
QPushButton#primary:hover, QPushButton#primary:focus {{ border-color: {text}; }}
QPushButton#primary:disabled {{ background: {sunken}; color: {faint}; border-color: {border}; }}
#coverage, #rulingBar, #listFoot {{ background: {surface}; border-top: 1px solid {border}; }}
QPushButton#small {{ padding: {p2}px {p8}px; }}
QToolButton#quiet {{ color: {muted}; }}
#reviewHead {{ background: {surface}; border-bottom: 1px solid {border}; }}
#floating {{ background: {surface}; border: 1px solid {grey_mark}; border-radius: {p8}px; }}
#floating QLabel {{ color: {muted}; }}
#floating QToolButton {{ color: {accent}; }}
QComboBox {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: {p5}px;
    padding: {p3}px {p8}px; }}
QComboBox::drop-down {{ border: 0; width: {p16}px; }}
QComboBox:focus {{ border-color: {focus_ring}; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {border};
    selection-background-color: {selection}; selection-color: {selection_text}; }}
QLineEdit, QPlainTextEdit {{ background: {surface}; color: {text}; border: 1px solid {border};
    border-radius: {p5}px; padding: {p4}px {p8}px;
    selection-background-color: {selection}; selection-color: {selection_text}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {focus_ring}; }}
QScrollBar:vertical {{ background: transparent; width: {p10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}px; margin: 0; }}
QScrollBar::handle {{ background: {quiet_mark}; border-radius: {p3}px; margin: {p2}px; }}
QScrollBar::handle:vertical {{ min-height: {p24}px; }}
QScrollBar::handle:horizontal {{ min-width: {p24}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
LENGTHS = (2, 3, 4, 5, 8, 10, 12, 16, 24)


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme at its zoom."""
    lengths = {f"p{n}": str(max(1, theme.px(n))) for n in LENGTHS}
    return SHEET.format_map(ChainMap(lengths, theme.tokens))
