"""What the units of the sample office have sent: some nothing yet, some complete, some with papers missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.submissions import Receipt, SubmissionState
from thidua_desktop.services.container import Services

_WAITED_FOR = (
    "Sở Công Thương",
    "Sở Nông nghiệp và Môi trường",
    "Ban Quản lý Khu kinh tế tỉnh",
    "UBND xã Hòa Lạc",
)
_RETURNED = {"Sở Y tế": "Báo cáo thành tích chưa có xác nhận", "UBND xã Đồng Tâm": "Thiếu biên bản họp xét"}
_STILL_READ = ("Sở Xây dựng", "Văn phòng UBND tỉnh", "Trường THPT Lê Hồng Sơn")
_SUMMED_UP = ("Sở Nội vụ", "Công an tỉnh")
_BROUGHT_BY = ("Trần Văn Bình", "Lý Thị Dung", "Phan Thanh Hòa", "Cao Thị Bích")
_D = DocumentState


def submit(services: Services, round_id: RoundId) -> None:
    """Let the units of a round send their papers; the lines are there already."""
    lines = services.nominations.of_round(round_id)
    units = dict.fromkeys(line.unit for line in lines if line.unit)
    services.submissions.expect(round_id, [], [*units, *_WAITED_FOR])
    named = {row.unit: row.submission.id for row in services.submissions.board(round_id).rows}
    sent = {unit: named[unit] for unit in units if named.get(unit) is not None}
    for order, submission_id in enumerate(filter(None, sent.values())):
        _receive(services, submission_id, order)
    services.submissions.tie(round_id)
    _look_at_papers(services, services.nominations.of_round(round_id))
    lacking = {row.unit for row in services.submissions.board(round_id).rows if row.lacking}
    _go_on(services, {unit: number for unit, number in sent.items() if number is not None}, lacking)


def _receive(services: Services, submission_id: SubmissionId, order: int) -> None:
    on = services.today() - timedelta(days=2 + order % 9)
    receipt = Receipt(
        on,
        f"{120 + 7 * order}/TTr",
        on - timedelta(days=1 + order % 3),
        received_by=services.office.get().compiler_name or None,
        delivered_by=_BROUGHT_BY[order % len(_BROUGHT_BY)],
    )
    services.submissions.receive(submission_id, receipt)


def _look_at_papers(services: Services, lines: Iterable[Nomination]) -> None:
    """Mark documents as the state of each line says, lines with the same documents together."""
    checked = services.dossiers.of_lines([line.id for line in lines if line.id is not None])
    alike: dict[tuple[str, ...], list[NominationId]] = defaultdict(list)
    for line in lines:
        if line.id is not None and line.state is not NominationState.ENTERED:
            alike[tuple(each.code for each in checked[line.id].documents)].append(line.id)
    for codes, ids in alike.items():
        if codes:
            services.dossiers.mark(ids, codes, _D.PRESENT)
    missing = [line.id for line in lines if line.id is not None and line.state is NominationState.DOSSIER_MISSING]
    for at, line_id in enumerate(missing):
        last = [each.code for each in checked[line_id].documents][-1:]
        if last:
            state, note = (_D.FAULTY, "chưa đóng dấu") if at % 3 == 1 else (_D.MISSING, None)
            services.dossiers.mark([line_id], last, state, note=note)


def _go_on(services: Services, sent: Mapping[str, SubmissionId], lacking: Collection[str]) -> None:
    today = services.today()
    for unit, reason in _RETURNED.items():
        if unit in sent:
            on, until = today - timedelta(days=1), today + timedelta(days=6)
            services.submissions.give_back([sent[unit]], reason, on, answer_by=until)
    waiting = {*_RETURNED, *_STILL_READ, *lacking}
    done = [number for unit, number in sent.items() if unit not in waiting]
    services.submissions.move(done, SubmissionState.COMPLETE)
    services.submissions.move(
        [sent[unit] for unit in _SUMMED_UP if unit in sent and unit not in waiting], SubmissionState.SUMMED_UP
    )
