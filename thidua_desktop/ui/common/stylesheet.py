"""The style sheet, generated from the tokens."""

from __future__ import annotations

from string import Template

from thidua_desktop.ui.common.theme import DISPLAY_POINTS, RADIUS, SMALL_POINTS, TITLE_POINTS, Tokens, Tone

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 6px; }

QLabel[role="display"] { font-size: ${display}pt; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="error"] { color: $danger_text; }
QLabel[role="ghost"] { background: $accent_soft; border: 1px solid $accent; padding: 3px 8px; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="card"][off="true"] { background: $raised; }
QFrame[role="card"][today="true"] { border-top: 3px solid $accent; }
QFrame[role="card"][today="true"] > QLabel[role="strong"] { color: $accent; }
QFrame[role="card"][chosen="true"] { border: 2px solid $accent; }
QFrame[role="card"][target="true"] { background: $accent_soft; border: 2px solid $accent; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="pane"] { background: $surface; border: none; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: $surface; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: 5px 12px; min-height: 18px; }
QPushButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $line_strong; background: $raised; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 3px 6px; text-align: left; }
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="tiny"] { background: transparent; border: none; color: $accent; padding: 0 4px; min-height: 0;
    text-align: left; }
QPushButton::menu-indicator { width: 0; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 4px 5px; }
QToolButton:hover { background: $accent_soft; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $line_strong; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    background: $surface; border: 1px solid $line_strong; border-radius: ${radius}px; padding: 4px 8px;
    selection-background-color: $selection; selection-color: $text; placeholder-text-color: $muted; }
QLineEdit, QComboBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 3px 7px; }
QLineEdit:disabled, QComboBox:disabled { background: $raised; color: $muted; }
QLineEdit[wrong="true"] { border: 2px solid $danger_text; padding: 3px 7px; }
QPlainTextEdit[role="source"], QPlainTextEdit[role="source"]:focus { border: none; border-radius: 0; padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox { min-height: 26px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong; padding: 2px;
    selection-background-color: $selection; selection-color: $text; outline: none; }
QTableView QLineEdit, QTableView QComboBox, QTableView QPlainTextEdit {
    border: 2px solid $accent; border-radius: 0; padding: 1px 4px; min-height: 0; }

QLineEdit[role="filter"], QComboBox[role="filter"] { border: 1px solid $line; border-radius: 3px; padding: 1px 4px;
    min-height: 0; }
QLineEdit[role="filter"]:focus, QComboBox[role="filter"]:focus { border: 2px solid $accent; padding: 0 3px; }
QLineEdit[role="filter"][active="true"], QComboBox[role="filter"][active="true"] { border-color: $accent;
    background: $accent_soft; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 3px solid transparent; color: $muted;
    padding: 9px 16px 7px 16px; margin: 0; font-weight: 600; }
QTabBar::tab:hover { color: $text; background: $accent_soft; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $text; background: $accent_soft; }
QTabBar[role="small"]::tab { padding: 5px 9px 4px 9px; border-bottom-width: 2px; }
QTabWidget::pane { border: none; }

QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $raised; border: 1px solid $line;
    border-radius: 0; gridline-color: $line; selection-background-color: $selection; selection-color: $text;
    outline: none; }
QListView[role="drop"] { border-color: $line_strong; }
QTableView QComboBox[role="field"] { border: 1px solid $line_strong; border-radius: 3px; }
QTableView[role="plain"], QTreeView[role="plain"], QListView[role="plain"] { border: none; }
QTreeView::item { padding: 3px 2px; }
QTableWidget::item { padding: 0 5px; }
QListView::item { padding: 4px 8px; }
QTreeView::item:hover, QListView::item:hover { background: $accent_soft; }
QTreeView::item:selected, QListView::item:selected { background: $selection; color: $text; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $muted; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line_strong; padding: 5px 8px; font-weight: 600; }
QHeaderView::section:vertical { padding: 2px 6px; font-weight: 400; border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $raised; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line_strong; }

QMenuBar { background: $surface; border: none; padding: 1px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: ${radius}px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $line_strong; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea::corner { background: transparent; }

QGroupBox { border: none; margin-top: 18px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QCheckBox, QRadioButton { spacing: 6px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    background: $surface; border: 1px solid $line_strong; width: 14px; height: 14px; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus, QCheckBox::indicator:hover, QRadioButton::indicator:hover {
    border-color: $accent; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { image: url("$dot"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accent_soft;
    border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QAbstractItemView::indicator:disabled {
    background: $raised; border-color: $line; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: $line_strong; }
""")

_TONE = Template("""
QLabel[tone="$tone"], QRadioButton[tone="$tone"] { color: $text; }
QLabel[role="note"][tone="$tone"] { background: $ground; border-radius: 4px; padding: 4px 8px; }
QFrame[role="strip"][tone="$tone"] { background: $ground; border: none; }
QFrame[role="message"][tone="$tone"] { background: $ground; border: 1px solid $text; border-radius: ${radius}px; }
""")


def stylesheet(now: Tokens) -> str:
    """The whole style sheet in the colours given."""
    from thidua_desktop.ui.common.icons import sheet_file

    whole = _SHEET.substitute(
        window=now.window,
        surface=now.surface,
        raised=now.raised,
        line=now.line,
        line_strong=now.line_strong,
        text=now.text,
        muted=now.muted,
        accent=now.accent,
        accent_hover=now.accent_hover,
        on_accent=now.on_accent,
        accent_soft=now.accent_soft,
        selection=now.selection,
        scroll=now.scroll,
        danger_text=now.tones[Tone.DANGER].text,
        radius=RADIUS,
        display=DISPLAY_POINTS,
        title=TITLE_POINTS,
        small=SMALL_POINTS,
        arrow=sheet_file("arrow", dark=now.dark).as_posix(),
        tick=sheet_file("tick", dark=now.dark).as_posix(),
        dot=sheet_file("dot", dark=now.dark).as_posix(),
    )
    return whole + _tones(now)


def _tones(now: Tokens) -> str:
    each = ((tone.value, ink) for tone, ink in now.tones.items())
    return "".join(_TONE.substitute(tone=tone, text=ink.text, ground=ink.ground, radius=RADIUS) for tone, ink in each)
