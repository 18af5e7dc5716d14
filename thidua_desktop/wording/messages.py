"""One Vietnamese sentence for each error and finding: what happened, what was kept, what to do.

A template names parameters as ``{name}``; days, states and paths are written as the clerk knows them.
The sentences stand by area in ``wording.sentences``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Finding
from thidua_desktop.wording import formats, labels
from thidua_desktop.wording.sentences import (
    councils,
    desk,
    directory,
    files,
    forms,
    lists,
    narratives,
    nominations,
    offered,
    papers,
    plans,
    reported,
    rulebooks,
    statistics,
    stores,
    templates,
    workbooks,
)

PASSWORD_WARNING = (
    "Quên mật khẩu thì không ai mở lại được tệp, kể cả người làm ra chương trình. "
    "Hãy ghi mật khẩu ra giấy và cất ở nơi an toàn của cơ quan."
)
"""Said before a password is set."""

ERRORS: dict[str, str] = {
    **desk.ERRORS,
    **plans.ERRORS,
    **directory.ERRORS,
    **nominations.ERRORS,
    **rulebooks.ERRORS,
    **lists.ERRORS,
    **files.ERRORS,
    **forms.ERRORS,
    **templates.ERRORS,
    **stores.ERRORS,
    **councils.ERRORS,
    **papers.ERRORS,
    **narratives.ERRORS,
    **statistics.ERRORS,
    **reported.ERRORS,
    **workbooks.ERRORS,
}
"""Code of an ``AppError`` → sentence."""

FINDINGS: dict[str, str] = {
    **plans.FINDINGS,
    **directory.FINDINGS,
    **nominations.FINDINGS,
    **rulebooks.FINDINGS,
    **lists.FINDINGS,
    **files.FINDINGS,
    **forms.FINDINGS,
    **templates.FINDINGS,
    **stores.FINDINGS,
    **councils.FINDINGS,
    **papers.FINDINGS,
    **narratives.FINDINGS,
    **workbooks.FINDINGS,
}
"""Code of a ``Finding`` → sentence."""

OPERATIONS: dict[str, str] = {
    **desk.OPERATIONS,
    **plans.OPERATIONS,
    **directory.OPERATIONS,
    **nominations.OPERATIONS,
    **lists.OPERATIONS,
    **offered.OPERATIONS,
    **stores.OPERATIONS,
    **councils.OPERATIONS,
    **papers.OPERATIONS,
    **reported.OPERATIONS,
}
"""Code of an operation in the journal → what was done, after "14:05 ngày …"."""

_STATES = {
    "task_state": ("tasks", "TaskState"),
    "nomination_state": ("nominations", "NominationState"),
    "fact_kind": ("facts", "FactKind"),
    "verdict": ("eligibility.verdicts", "Verdict"),
    "submission_state": ("submissions", "SubmissionState"),
    "document_state": ("dossiers", "DocumentState"),
    "meeting_state": ("councils.meetings", "MeetingState"),
    "decision_state": ("decisions", "DecisionState"),
}
"""Parameters of operations that the journal keeps as the value of an enumeration: its module of ``domain``, itself."""


def operation(code: str, params: Mapping[str, Any]) -> str:
    """What an operation did, without a capital and a full stop, for lists and menus."""
    return _filled(OPERATIONS[code], {name: _meant(name, value) for name, value in params.items()})


def _meant(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):  # the operation that an undo is about
        return operation(value["operation"], value["params"])
    return _state(*_STATES[name], value) if name in _STATES else value


def _state(module: str, kind: str, value: Any) -> Enum:
    """A member by its value; its module is read when a sentence first names one."""
    member: Enum = getattr(import_module(f"thidua_desktop.domain.{module}"), kind)(value)
    return member


def package(office: str, at: datetime, attachments: int, office_files: int = 0) -> str:
    """What a package holds, for the person who opens it."""
    of = f" của {office}" if office else ""
    attached = f"{formats.whole(attachments)} tệp đính kèm" if attachments else "không có tệp đính kèm"
    own = f", {office_files} mẫu văn bản, quy định riêng" if office_files else ""
    return f"Gói{of} làm lúc {formats.moment(at.astimezone())}, {attached}{own}."


def password_changed(*, protected: bool, unprotected: int) -> str:
    """What a change of password has done, and which backups can still be read without one."""
    if not protected:
        return "Đã bỏ mật khẩu: từ nay ai có tệp cũng đọc được. Tệp trước khi bỏ được giữ thành một bản sao lưu."
    done = "Tệp dữ liệu đã được mã hóa bằng mật khẩu mới; tệp trước đó được giữ thành một bản sao lưu."
    if not unprotected:
        return f"{done} Các bản sao lưu từ trước vẫn mở bằng mật khẩu cũ."
    return f"{done} Còn {unprotected} bản sao lưu không có mật khẩu, ai có cũng đọc được cho đến khi được xóa."


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
        case Finding():
            return finding(value)
        case Path():
            return value.name or str(value)
        case tuple():
            return ", ".join(_written(each) for each in value)
        case int() if not isinstance(value, bool):
            return formats.whole(value)
        case _:
            return str(value)
