"""The sample office as the window opens it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from thidua_desktop.bootstrap import open_services
from thidua_desktop.common.paths import data_folder
from thidua_desktop.services.sample_office import kept_in


def sample_file() -> Path:
    """The sample office below the user's data folder; made when it is first wanted.

    Raises:
        StoreTrouble: there is no room for it.
    """
    return kept_in(data_folder(), partial(open_services, create=True))
