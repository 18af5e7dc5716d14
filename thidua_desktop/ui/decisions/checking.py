"""What the panel at the right says of a decision: what stands in its way, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.services.name_checks import CheckedNames
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.decisions.checks_panel import Check
from thidua_desktop.wording import messages

_S = DecisionState
_ADDS = frozenset({"decision.left_out", "decision.no_lines"})
_NEXT = {
    _S.DRAFT: ("Danh sách không còn lỗi; trình ký khi đã kiểm tra bản in.", "to_sign"),
    _S.TO_SIGN: ("Đang trình ký. Ký xong thì ghi số và ngày; danh sách được khóa.", "sign"),
    _S.SIGNED: ("Đã ký, danh sách đã khóa. Gửi đi thì ghi “Phát hành”.", "issue"),
    _S.ISSUED: ("Đã phát hành. Có sai sót thì đính chính hoặc thu hồi từng dòng.", ""),
    _S.CORRECTED: ("Đã có đính chính; chữ đã ký vẫn giữ bên cạnh.", ""),
    _S.WITHDRAWN: ("Quyết định đã thu hồi; số và chữ đã ký vẫn giữ.", ""),
}


def checks_of(
    decision: Decision, findings: Sequence[Finding], names: CheckedNames | None, offers: Mapping[str, Offer]
) -> tuple[Check, ...]:
    """The gravest first, the next step last.

    ``offers`` are the deeds by name: add, names, edit, to_sign, sign, issue.
    """
    found = [*_of_findings(findings, offers), *_of_names(decision, names, offers), *_of_words(decision, offers)]
    rank = list(Severity)
    found.sort(key=lambda check: -rank.index(check.severity) if check.severity is not None else 1)
    stands = any(check.severity is Severity.BLOCKING for check in found)
    if not stands:
        text, deed = _NEXT[decision.state]
        found.append(Check(text, offer=offers.get(deed)))
    return tuple(found)


def _of_findings(findings: Sequence[Finding], offers: Mapping[str, Offer]) -> Iterator[Check]:
    for one in findings:
        yield Check(messages.finding(one), one.severity, offers["add"] if one.code in _ADDS else None)


def _of_names(decision: Decision, names: CheckedNames | None, offers: Mapping[str, Offer]) -> Iterator[Check]:
    if names is None or decision.historical or decision.corrects is not None:
        return
    if names.open:
        text = f"{len(names.open)} dòng họ tên không khớp từng chữ; sửa hoặc ghi lý do trước khi in và ghi số."
        yield Check(text, Severity.BLOCKING, offers["names"])
    elif names.differences:
        text = f"{len(names.differences)} dòng họ tên không khớp đã có lý do; các dòng khác khớp từng chữ."
        yield Check(text, offer=offers["names"])
    else:
        yield Check(f"Họ tên cả {len(names.lines)} dòng khớp từng chữ với kết quả Hội đồng và chữ sẽ in.")


def _of_words(decision: Decision, offers: Mapping[str, Offer]) -> Iterator[Check]:
    if decision.locked:
        return
    if not decision.legal_bases:
        yield Check("Chưa ghi căn cứ; bản in lấy các văn bản có hiệu lực vào ngày ký.", Severity.INFO, offers["edit"])
    if not decision.signed_by and not decision.authority:
        text = "Chưa chọn cấp quyết định; Sổ khen thưởng sẽ không ghi ai quyết định."
        yield Check(text, Severity.WARNING, offers["edit"])
