"""``thidua list read``: what a nomination list says, before anything is kept."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.lists import ListDraft
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
    reading.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    reading.set_defaults(command=read)


def read(args: argparse.Namespace, output: Output) -> ExitCode:
    """Read a list and print its rows, what was repaired and what has to be looked at."""
    draft = lists.read_list_text(sys.stdin.read()) if args.file == FROM_STDIN else lists.read_list(Path(args.file))
    if args.json:
        output.json(lists.draft_to_json(draft))
    else:
        _print(draft, output)
    for finding in draft.findings:
        output.say(f"{labels.of(finding.severity)}: {_where(finding.source)}{messages.finding(finding)}")
    return ExitCode.FINDINGS if draft.blocked else ExitCode.DONE


def _print(draft: ListDraft, output: Output) -> None:
    output.result(draft.title or "(không thấy tên danh sách)")
    for number, row in enumerate(draft.rows, start=1):
        about = "; ".join(filter(None, (row.birth, row.id_number, row.position, row.unit, row.award)))
        name = " ".join(filter(None, (row.honorific, row.name)))
        output.result(f"{number:>4}  {labels.of(row.kind)}: {name}" + (f"  [{about}]" if about else ""))
    for repair in draft.repairs:
        output.result(f"Sửa: {_where(repair.source)}{labels.of(repair.kind)}: {repair.before} → {repair.after}")
    output.result(f"Tổng số: {len(draft.rows)} dòng, sửa {len(draft.repairs)} chỗ.")


def _where(source: Source | None) -> str:
    if source is None:
        return ""
    number = source.row or source.line or source.block + 1
    return f"{source.sheet}, dòng {number}: " if source.sheet else f"dòng {number}: "
