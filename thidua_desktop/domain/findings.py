"""What a check or an import has to say about its material."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.documents import Source


class Severity(StrEnum):
    """How much a finding matters."""

    INFO = "info"
    WARNING = "warning"
    BLOCKING = "blocking"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: a code with parameters (the sentence is in ``wording.messages``) and where it was seen."""

    code: str
    severity: Severity = Severity.WARNING
    params: Mapping[str, Any] = field(default_factory=dict)
    source: Source | None = None
