"""Use cases of submissions, returns and dossiers; ``everything`` walks them once the rounds have their lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.ids import NominationId, ReturnId, RoundId, SubmissionId
from thidua_desktop.domain.line_changes import LineChange
from thidua_desktop.domain.submissions import Receipt, SubmissionState
from thidua_desktop.services.container import Services

ROUND, LINE, OTHER_LINE, LAST_LINE = RoundId(1), NominationId(1), NominationId(2), NominationId(3)
HEALTH, POLICE, OTHER = SubmissionId(1), SubmissionId(2), SubmissionId(3)


def _receive(services: Services) -> Changes:
    return services.submissions.receive(HEALTH, Receipt(date(2024, 6, 18), "45/TTr-SYT", date(2024, 6, 14)))


def _file(services: Services, name: str) -> Changes:
    file = services.path.with_name(name)
    file.write_text(name, encoding="utf-8")
    if name.startswith("to"):
        return services.dossiers.attach_shared(HEALTH, "to_trinh", [file])
    return services.dossiers.attach(LINE, "bao_cao_thanh_tich", [file])


def _detach(services: Services) -> Changes:
    checked = services.dossiers.of_lines([LINE])[LINE]
    (file,) = next(each.files for each in checked.documents if each.code == "bao_cao_thanh_tich")
    assert file.id is not None
    return services.dossiers.detach(file.id)


STEPS: dict[str, Callable[[Services], Changes]] = {
    "nomination.change": lambda s: s.bulk.change([LINE, OTHER_LINE], LineChange(unit="Sở Y tế", counted_from=2023)),
    "nomination.change_award": lambda s: s.bulk.change_award([LINE], "chien_si_thi_dua_co_so", "Có thành tích nổi bật"),
    "submission.expect": lambda s: s.submissions.expect(ROUND, [], ["Sở Y tế", "Công an tỉnh", "Sở Tài chính"]),
    "submission.delete": lambda s: s.submissions.delete([OTHER]),
    "submission.restore": lambda s: s.submissions.restore([OTHER]),
    "submission.receive": _receive,
    "submission.save": lambda s: s.submissions.save(replace(s.submissions.get(HEALTH), note="Nộp trực tiếp")),
    "submission.assign": lambda s: s.submissions.assign([LINE], None),
    "submission.tie": lambda s: s.submissions.tie(ROUND),
    "submission.assign other": lambda s: s.submissions.assign([LAST_LINE], POLICE),
    "submission.give_back": lambda s: s.submissions.give_back(
        [HEALTH], "Thiếu biên bản họp", date(2024, 6, 19), answer_by=date(2024, 6, 25)
    ),
    "submission.answer": lambda s: s.submissions.answer([ReturnId(1)], date(2024, 6, 20)),
    "submission.give_back_lines": lambda s: s.submissions.give_back_lines(
        [OTHER_LINE], "Thiếu xác nhận", date(2024, 6, 19), answer_by=date(2024, 6, 25)
    ),
    "submission.refuse_lines": lambda s: s.submissions.refuse_lines([LAST_LINE], "Nghỉ hưu", date(2024, 6, 20)),
    "dossier.mark": lambda s: s.dossiers.mark([LINE, OTHER_LINE], ["Biên bản xét"], DocumentState.PRESENT),
    "dossier.mark_shared": lambda s: s.dossiers.mark_shared(HEALTH, ["to_trinh"], DocumentState.COPY, note="Bản sao"),
    "dossier.attach": lambda s: _file(s, "bao-cao.txt"),
    "dossier.attach_shared": lambda s: _file(s, "to-trinh.txt"),
    "dossier.detach": _detach,
    "dossier.settle": lambda s: s.dossiers.settle([LINE, OTHER_LINE]),
    "submission.move": lambda s: s.submissions.move([HEALTH], SubmissionState.COMPLETE),
    "submission.move back": lambda s: s.submissions.move([HEALTH], SubmissionState.RECEIVED, reason="Ghi nhầm"),
}
"""As ``everything.STEPS``."""
