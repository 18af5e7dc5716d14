"""The most memory that this process ever held."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_mb() -> float | None:
    """In 10**6 bytes; None where the system does not tell.

    Linux is asked for the mark of this program alone: ``getrusage`` goes on counting from what the process was before
    ``exec``, so a small program would seem as large as the one that started it.
    """
    if _STATUS.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text())
        return None if found is None else int(found[1]) * 1024 / 1e6
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def children_peak_mb() -> float:
    """The same for the largest of the child processes that have ended; 0 without any."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
