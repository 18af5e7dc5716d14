"""``thidua list read``: what a nomination list says, before anything is kept."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.identity import shown_id_number, without_id_numbers
from thidua_desktop.domain.lists import ListDraft, ListField, Repair
from thidua_desktop.services import lists
from thidua_desktop.wording import labels, messages

FROM_STDIN = "-"


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``list`` command."""
    topic = commands.add_parser("list", help="đọc danh sách đề nghị khen thưởng")
    steps = topic.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    reading = steps.add_parser("read", help="chỉ đọc danh sách, không ghi vào đâu")
    reading.add_argument(
        "file", metavar="TỆP", help="tệp .xlsx, .xls, .ods, .csv, .docx, .txt; dấu - để đọc văn bản từ bàn phím"
    )
    reading.add_argument("--json", action="store_true", help="in kết quả dạng JSON (đủ số CCCD)")
    reading.add_argument("--full-id", action="store_true", help="in đủ số CCCD; không có thì chỉ in bốn số cuối")
    reading.set_defaults(command=read)


def read(args: argparse.Namespace, output: Output) -> ExitCode:
    """Read a list and print its rows, what was repaired and what has to be looked at."""
    draft = lists.read_list_text(sys.stdin.read()) if args.file == FROM_STDIN else lists.read_list(Path(args.file))
    if args.json:
        output.json(lists.draft_to_json(draft))
    else:
        _print(draft, output, full=args.full_id)
    for finding in draft.findings:
        told = messages.finding(finding)
        told = told if args.full_id else without_id_numbers(told)
        output.say(f"{labels.of(finding.severity)}: {_where(finding.source)}{told}")
    return ExitCode.FINDINGS if draft.blocked else ExitCode.DONE


def _print(draft: ListDraft, output: Output, *, full: bool) -> None:
    """Write the list for people; it may go to a printer or into a mail, so identity numbers are not whole."""
    shared = str if full else without_id_numbers
    output.result(shared(draft.title or "(không thấy tên danh sách)"))
    for number, row in enumerate(draft.rows, start=1):
        id_number = shown_id_number(row.id_number, full=full)
        about = "; ".join(filter(None, (row.birth, id_number, row.position, row.unit, row.award)))
        name = " ".join(filter(None, (row.honorific, row.name)))
        output.result(shared(f"{number:>4}  {labels.of(row.kind)}: {name}" + (f"  [{about}]" if about else "")))
    for repair in draft.repairs:
        before, after = _values(repair, full=full)
        output.result(f"Sửa: {_where(repair.source)}{labels.of(repair.kind)}: {before} → {after}")
    output.result(f"Tổng số: {len(draft.rows)} dòng, sửa {len(draft.repairs)} chỗ.")


def _values(repair: Repair, *, full: bool) -> tuple[str, str]:
    if repair.field is ListField.ID_NUMBER:
        return shown_id_number(repair.before, full=full), shown_id_number(repair.after, full=full)
    shared = str if full else without_id_numbers
    return shared(repair.before), shared(repair.after)


def _where(source: Source | None) -> str:
    if source is None:
        return ""
    number = source.row or source.line or source.block + 1
    return f"{source.sheet}, dòng {number}: " if source.sheet else f"dòng {number}: "
