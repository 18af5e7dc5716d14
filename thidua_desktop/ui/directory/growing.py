"""Dialogs whose sentences come and go."""

from __future__ import annotations

from thidua_desktop.ui.common.dialogs import Form


def grow(dialog: Form) -> None:
    """Give a dialog the height that its sentences need now; it never shrinks under the mouse."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
        if needed > dialog.height():
            dialog.resize(dialog.width(), needed)
