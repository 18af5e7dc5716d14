"""``thidua plan read|import|export``: from a plan document to tasks, and back to paper."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from thidua_desktop.cli import tasks
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.services import plan_json
from thidua_desktop.services.imports import read_plan, read_plan_text
from thidua_desktop.services.reporting import Format, ReportingService
from thidua_desktop.wording import formats, labels, messages

FROM_STDIN = "-"


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``plan`` commands."""
    plan = commands.add_parser("plan", help="đọc, nhập, xuất kế hoạch")
    steps = plan.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)

    reading = steps.add_parser("read", help="chỉ đọc kế hoạch, không ghi vào đâu")
    reading.add_argument("file", metavar="TỆP", help="tệp .docx, .pdf, .txt, .xlsx; dấu - để đọc văn bản từ bàn phím")
    reading.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    reading.set_defaults(command=read)

    taking = steps.add_parser("import", help="đọc kế hoạch và ghi vào tệp dữ liệu")
    taking.add_argument("file", metavar="TỆP", type=Path)
    taking.add_argument(
        "--store", metavar="TỆP.tdkt", type=Path, required=True, help="tệp dữ liệu; chưa có thì tạo mới"
    )
    taking.add_argument("--year", metavar="NĂM", type=int, help="năm của kế hoạch khi văn bản không ghi")
    taking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    taking.set_defaults(command=take)

    giving = steps.add_parser("export", help="xuất các kế hoạch trong năm: phụ lục nhiệm vụ, toàn văn, điều chỉnh")
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--year", metavar="NĂM", type=int, required=True)
    giving.add_argument("--format", choices=["xlsx", "pdf", "docx"], required=True)
    giving.add_argument("--out", metavar="TỆP", type=Path, required=True)
    giving.add_argument(
        "--what",
        choices=list(_PAPERS),
        default="annex",
        help="annex: phụ lục nhiệm vụ (mặc định; xlsx là danh sách đủ cột); table: phụ lục đúng mẫu in, có cả xlsx; "
        "document: toàn văn kế hoạch; full: toàn văn kèm phụ lục; adjustments: danh mục điều chỉnh, bổ sung",
    )
    giving.set_defaults(command=give)
    tasks.add_to_plan(steps)


def _draft(name: str) -> PlanDraft:
    if name == FROM_STDIN:
        return read_plan_text(sys.stdin.read())
    return read_plan(Path(name))


def _judged(draft: PlanDraft) -> ExitCode:
    blocked = any(finding.severity is Severity.BLOCKING for finding in draft.findings)
    return ExitCode.FINDINGS if blocked else ExitCode.DONE


def read(args: argparse.Namespace, output: Output) -> ExitCode:
    """Parse a document and print what it says."""
    draft = _draft(args.file)
    if args.json:
        output.json(plan_json.draft_to_json(draft))
    else:
        _print(draft, output)
    for finding in draft.findings:
        output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
    return _judged(draft)


def _print(draft: PlanDraft, output: Output) -> None:
    output.result(draft.title or "(không thấy tên kế hoạch)")
    issued = formats.day(draft.issued_on) or "(chưa ghi)"
    output.result(f"Số: {draft.number or '(chưa ghi)'} · Ngày: {issued} · Cơ quan: {draft.issuer or '(chưa rõ)'}")
    for task in draft.tasks:
        time = formats.day(task.due) or (f"Tháng {task.month}" if task.month else labels.quarter(task.quarter))
        units = "; ".join(task.lead)
        output.result(f"{time:<10} {task.label or '':<4} {task.text}" + (f"  [{units}]" if units else ""))
    output.result(f"Tổng số: {len(draft.tasks)} nhiệm vụ, {len(draft.responsibilities)} trách nhiệm thường xuyên.")


def take(args: argparse.Namespace, output: Output) -> ExitCode:
    """Parse a document and keep it in an office file."""
    draft = read_plan(args.file)
    if _judged(draft) is not ExitCode.DONE:
        for finding in draft.findings:
            output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
        return ExitCode.FINDINGS
    services = opened(args.store, create=True)
    try:
        kept = services.imports.already_kept(draft)
        if kept is not None:
            output.say(f"Tệp này đã được nhập trước đây (“{kept.title}”); không ghi thêm lần nữa.")
            return ExitCode.FINDINGS
        changes = services.imports.store_plan(draft, year=args.year)
    finally:
        services.close()
    plan_id, *task_ids = changes.created
    if args.json:
        output.json({"plan": plan_id, "tasks": task_ids})
    output.say(f"Đã ghi kế hoạch “{draft.title or draft.source_name}” với {len(task_ids)} nhiệm vụ vào {args.store}.")
    return ExitCode.DONE


def give(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write a paper of each of the year's plans; several plans give several files."""
    if args.what in _NO_WORKBOOK and args.format == Format.XLSX:
        output.say(f"Bản --what {args.what} chỉ có dạng PDF và Word; chưa có tệp nào được ghi.")
        return ExitCode.USAGE
    services = opened(args.store, read_only=True)
    try:
        plans = services.plans.of_year(args.year)
        if not plans:
            output.say(f"Năm {args.year} chưa có kế hoạch nào trong {args.store}; không có gì để xuất.")
            return ExitCode.FINDINGS
        for order, row in enumerate(plans, start=1):
            out = args.out if order == 1 else args.out.with_stem(f"{args.out.stem}-{order}")
            assert row.plan.id is not None
            written = _PAPERS[args.what](services.reporting, row.plan.id, out, Format(args.format))
            output.result(str(written))
    finally:
        services.close()
    return ExitCode.DONE


_PAPERS: Mapping[str, Callable[[ReportingService, PlanId, Path, Format], Path]] = {
    "annex": ReportingService.plan_annex,
    "table": ReportingService.annex_table,
    "document": ReportingService.plan_document,
    "full": partial(ReportingService.plan_document, with_annex=True),
    "adjustments": ReportingService.adjustments,
}
_NO_WORKBOOK = ("document", "full")
