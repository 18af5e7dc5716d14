"""``thidua nominations import``: a list is read, looked at, and stored whole or not at all."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from thidua_desktop.cli.choosing import round_not_found
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, RowState
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.wording import labels, messages

FROM_STDIN = "-"


def add_to(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register the command below ``nominations``."""
    taking = steps.add_parser(
        "import",
        help="đọc danh sách của đơn vị và ghi vào một đợt xét",
        description="Ghi cả danh sách hoặc không ghi dòng nào. Mã thoát 1 khi còn dòng chưa nhập được, tệp không phải "
        "danh sách, hoặc tệp đã được nhập trước đây; khi đó tệp dữ liệu giữ nguyên.",
    )
    taking.add_argument(
        "file", metavar="TỆP", help="tệp .xlsx, .xls, .ods, .csv, .docx, .txt; dấu - để đọc văn bản từ bàn phím"
    )
    taking.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    taking.add_argument("--round", metavar="ĐỢT", required=True, help="số hoặc tên của đợt xét")
    taking.add_argument("--again", action="store_true", help="nhập dù tệp cùng nội dung đã được nhập trước đây")
    taking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    taking.set_defaults(command=take)


def take(args: argparse.Namespace, output: Output) -> ExitCode:
    """Read a list and store it; whatever has to be looked at is said."""
    with opened(args.store) as services:
        chosen = services.nominations.find_round(args.round)
        if chosen is None or chosen.id is None:
            return round_not_found(services, args.round, output, nothing="Chưa nhập dòng nào.")
        draft = _read(services, args.file, chosen.id)
        if args.again:
            draft = services.list_doctor.take(draft, [row.key for row in draft.rows], taken=True)
        _say(draft, output)
        if not draft.storable or (draft.already and not args.again):
            return _refused(draft, args, output)
        changes = services.list_batches.store(draft, again=args.again)
    if args.json:
        output.json(_as_json(draft, changes.created))
    counts = draft.counts()
    output.say(f"Đã nhập {counts.taken} dòng vào đợt “{chosen.name}”; {counts.left_out} dòng không nhập.")
    return ExitCode.DONE


def _read(services: Services, name: str, round_id: RoundId) -> DoctorDraft:
    if name == FROM_STDIN:
        return services.list_doctor.read_text(sys.stdin.read(), ListTarget.NOMINATIONS, round_id=round_id)
    return services.list_doctor.read(Path(name), ListTarget.NOMINATIONS, round_id=round_id)


def _refused(draft: DoctorDraft, args: argparse.Namespace, output: Output) -> ExitCode:
    if args.json:
        output.json(_as_json(draft, ()))
    counts = draft.counts()
    if draft.already and not args.again:
        output.say("Tệp này đã được nhập trước đây; không ghi thêm. Muốn nhập lại, thêm --again.")
    elif counts.faulty:
        output.say(f"Còn {counts.faulty} dòng chưa nhập được nên chưa ghi dòng nào; hãy sửa tệp hoặc mở trong cửa sổ.")
    elif draft.refused is None:
        output.say("Không còn dòng nào để nhập; tệp dữ liệu giữ nguyên.")
    return ExitCode.FINDINGS


def _say(draft: DoctorDraft, output: Output) -> None:
    """Findings of the file, then those of the rows; identity numbers are not whole, for messages go into logs."""
    if draft.refused is not None:
        output.say(f"{labels.of(draft.refused.severity)}: {messages.finding(draft.refused)}")
    for finding in draft.findings:
        output.say(f"{labels.of(finding.severity)}: {without_id_numbers(messages.finding(finding))}")
    for row in draft.rows:
        if row.state not in (RowState.CLEAN, RowState.REPAIRED):
            for problem in row.problems:
                told = without_id_numbers(messages.finding(problem.finding))
                output.say(f"{labels.of(problem.finding.severity)}: {_where(row)}{told}")


def _where(row: DoctorRow) -> str:
    source = row.row.source
    number = source.row or source.line or source.block + 1
    return f"{source.sheet}, dòng {number}: " if source.sheet else f"dòng {number}: "


def _as_json(draft: DoctorDraft, created: tuple[int, ...]) -> dict[str, Any]:
    return {
        "file": draft.name,
        "title": draft.title,
        "counts": draft.counts()._asdict(),
        "already": bool(draft.already),
        "nominations": list(created),
        "rows": [_row(row) for row in draft.rows],
        "findings": [messages.finding(finding) for finding in draft.findings],
    }


def _row(row: DoctorRow) -> dict[str, Any]:
    source = row.row.source
    return {
        "sheet": source.sheet,
        "row": source.row or source.line or source.block + 1,
        "kind": row.row.kind.value,
        "name": row.row.name,
        "award_id": row.row.award_id,
        "unit_id": row.unit.unit_id if row.unit is not None else None,
        "recipient_id": row.recipient.recipient_id,
        "state": row.state.value,
        "problems": [
            {
                "code": problem.finding.code,
                "severity": problem.finding.severity.value,
                "field": problem.field.value if problem.field is not None else None,
                "message": messages.finding(problem.finding),
            }
            for problem in row.problems
        ],
    }
