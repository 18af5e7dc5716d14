"""One Vietnamese sentence for each error and finding: what happened, what was kept, what to do.

A template names parameters as ``{name}``; days, states and paths are written as the clerk knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Finding
from thidua_desktop.wording import formats, labels

ERRORS: dict[str, str] = {
    "task.reason_missing": "Chuyển nhiệm vụ từ “{old}” sang “{new}” cần ghi lý do. Nhiệm vụ giữ nguyên; hãy ghi lý do rồi làm lại.",
    "nomination.move_not_allowed": "Đề nghị đang ở “{old}” nên không chuyển sang “{new}” được. Đề nghị giữ nguyên; hãy chọn bước tiếp theo trong danh sách.",
    "nomination.reason_missing": "Chuyển đề nghị từ “{old}” sang “{new}” cần ghi lý do. Đề nghị giữ nguyên; hãy ghi lý do rồi làm lại.",
}
"""Code of an ``AppError`` → sentence."""

FINDINGS: dict[str, str] = {}
"""Code of a ``Finding`` → sentence."""


def error(trouble: AppError) -> str:
    """The sentence for an error."""
    return _filled(ERRORS[trouble.code], trouble.params)


def finding(seen: Finding) -> str:
    """The sentence for a finding."""
    return _filled(FINDINGS[seen.code], seen.params)


def _filled(template: str, params: Mapping[str, Any]) -> str:
    return template.format(**{name: _written(value) for name, value in params.items()})


def _written(value: Any) -> str:
    match value:
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
        case Enum():
            return labels.of(value)
        case Path():
            return value.name or str(value)
        case int() if not isinstance(value, bool):
            return formats.whole(value)
        case _:
            return str(value)
