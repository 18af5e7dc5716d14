"""The columns of what was found of a line: verdict, dossier, who has sent it, whether its recipient is known."""

from __future__ import annotations

from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.nominations.lines import Line
from thidua_desktop.wording import eligibility, labels, messages

_ORDER = (Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.MET)
_BY_HAND = " (tay)"


def verdict_column() -> Column[Line]:
    """Đủ, Không đủ, Chưa rõ; the clerk's own verdict is marked."""
    return Column(
        "verdict",
        "Xét",
        verdict_text,
        width=108,
        sort_key=lambda line: _ORDER.index(line.judgement.final) if line.judgement is not None else None,
        chip=lambda line: line.judgement.final if line.judgement is not None else None,
        tooltip=_verdict_tip,
        by_choice=True,
    )


def dossier_column() -> Column[Line]:
    """How many documents are missing."""
    return Column(
        "dossier",
        "Hồ sơ",
        dossier_text,
        width=108,
        sort_key=lambda line: len(line.checklist.lacking()) if line.checklist is not None else None,
        chip=_dossier_chip,
        by_choice=True,
    )


def sender_column() -> Column[Line]:
    """The unit whose submission the line came with."""
    return Column("sender", "Nơi gửi", lambda line: line.sender, width=150, wrap=True, by_choice=True, hidden=True)


def tie_column() -> Column[Line]:
    """Whether the program knows who the recipient is."""
    return Column(
        "tie",
        "Danh bạ",
        lambda line: "Đã gắn" if line.nomination.recipient_id is not None else "Chưa gắn",
        width=84,
        tone=lambda line: None if line.nomination.recipient_id is not None else Tone.WARNING,
        tooltip=_tie_tip,
        by_choice=True,
    )


def asked_column() -> Column[Line]:
    """What the unit asked for, where it gets something else."""
    return Column(
        "asked",
        "Đơn vị đề nghị",
        lambda line: line.asked.name if line.asked is not None else "",
        width=150,
        wrap=True,
        hidden=True,
        tone=lambda line: Tone.WARNING if line.asked is not None else None,
    )


def verdict_text(line: Line) -> str:
    """The verdict in words; empty while it is being looked for."""
    if line.judgement is None:
        return ""
    own = line.judgement.assessment.override is not None
    return f"{labels.of(line.judgement.final)}{_BY_HAND if own else ''}"


def dossier_text(line: Line) -> str:
    """``Đủ``, ``Thiếu 2``, ``Chưa kiểm``; empty where the rulebook knows no dossier."""
    found = line.checklist
    if found is None or not found.documents:
        return ""
    if not found.checked:
        return "Chưa kiểm"
    lacking = len(found.lacking())
    return f"Thiếu {lacking}" if lacking else "Đủ"


def _dossier_chip(line: Line) -> Verdict | Severity | DocumentState | None:
    text = dossier_text(line)
    if not text or line.checklist is None:
        return None
    if not line.checklist.checked:
        return DocumentState.UNCHECKED
    return Verdict.MET if text == "Đủ" else Severity.WARNING


def _verdict_tip(line: Line) -> str:
    found = line.judgement
    if found is None:
        return "Đang đối chiếu với bộ quy định"
    notes = [messages.finding(note) for note in found.notes]
    return "\n".join([eligibility.verdict(found.assessment), *notes])


def _tie_tip(line: Line) -> str:
    if line.nomination.recipient_id is not None:
        return "Dòng này đã gắn với một người nhận trong danh bạ"
    return "Chưa biết là ai trong danh bạ, nên chưa có thành tích để xét. Gắn bằng Ctrl+G"
