"""``thidua decision list|export|certificates``: the decisions of a year, and one of them on paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from thidua_desktop.cli import certificates
from thidua_desktop.cli.choosing import decision_not_found, told_decision
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.services.container import Services
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.services.name_checks import NamesDiffer
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.wording import messages

_WHAT = {
    "decision": PaperKind.DECISION,
    "pay": PaperKind.PAY_LIST,
    "names": PaperKind.NAME_CHECK,
    "proposal": PaperKind.PROPOSAL,
}


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``decision`` commands."""
    topic = commands.add_parser("decision", help="quyết định khen thưởng")
    steps = topic.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    listing = steps.add_parser("list", help="các quyết định của một năm")
    listing.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    listing.add_argument("--year", metavar="NĂM", type=int, help="mặc định: mọi năm")
    listing.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    listing.set_defaults(command=show)
    giving = steps.add_parser(
        "export",
        help="xuất một quyết định kèm danh sách, sau khi đối chiếu họ tên từng chữ",
        description="Mã thoát 1 và không ghi tệp khi họ tên khác nhau giữa kết quả Hội đồng, danh sách và chữ sẽ in.",
    )
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--decision", metavar="QUYẾT_ĐỊNH", required=True, help="số thứ tự, số hoặc trích yếu")
    giving.add_argument("--format", choices=["pdf", "docx", "xlsx"], required=True)
    giving.add_argument("--out", metavar="TỆP", type=Path, required=True)
    giving.add_argument(
        "--what",
        choices=list(_WHAT),
        default="decision",
        help="decision: quyết định kèm danh sách (mặc định); pay: danh sách chi tiền thưởng; names: bảng đối chiếu họ "
        "tên; proposal: tờ trình",
    )
    giving.add_argument("--json", action="store_true", help="in kết quả dạng JSON, kể cả các chỗ họ tên khác nhau")
    giving.set_defaults(command=give)
    certificates.add_to(steps)


def show(args: argparse.Namespace, output: Output) -> ExitCode:
    """List decisions."""
    services = opened(args.store, read_only=True)
    try:
        years = services.decisions.years() if args.year is None else (args.year,)
        found = [one for year in years for one in services.decisions.of_year(year)]
    finally:
        services.close()
    if args.json:
        output.json([_as_json(one) for one in found])
    else:
        for one in found:
            output.result(without_id_numbers(f"{one.id or '':>5}  {told_decision(one)}"))
    output.say(f"Có {len(found)} quyết định.")
    return ExitCode.DONE


def give(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write a decision, or a paper that goes with it."""
    services = opened(args.store, read_only=True)
    try:
        decision = services.decisions.find(args.decision)
        if decision is None or decision.id is None:
            return decision_not_found(services, args.decision, output)
        return _write(services, decision.id, args, output)
    finally:
        services.close()


def _write(services: Services, decision_id: DecisionId, args: argparse.Namespace, output: Output) -> ExitCode:
    try:
        written = services.decision_papers.write(decision_id, PaperRef(_WHAT[args.what]), args.out, Format(args.format))
    except FormatNotOffered as refused:
        output.say(messages.error(refused))
        return ExitCode.USAGE
    except NamesDiffer:
        if args.json:
            output.json(_outcome(services, decision_id, args, None))
        raise
    if args.json:
        output.json(_outcome(services, decision_id, args, written))
    else:
        output.result(str(written))
    return ExitCode.DONE


def _outcome(
    services: Services, decision_id: DecisionId, args: argparse.Namespace, written: Path | None
) -> dict[str, object]:
    """What was written, or which names stand against it; the list of differences is empty where a file is."""
    open_ = services.name_checks.of(decision_id).open if written is None else ()
    return {
        "decision": _as_json(services.decisions.get(decision_id)),
        "what": args.what,
        "format": args.format,
        "file": str(written) if written is not None else None,
        "differences": [
            {
                "place": one.difference.line + 1,
                "council": one.difference.council,
                "decision": one.difference.decision,
                "printed": one.difference.printed,
                "at": one.difference.at + 1,
            }
            for one in open_
        ],
    }


def _as_json(one: Decision) -> dict[str, object]:
    return {
        "id": one.id,
        "number": one.number,
        "signed_on": one.signed_on.isoformat() if one.signed_on is not None else None,
        "year": one.year,
        "title": one.title,
        "state": one.state.value,
        "signed_by": one.signed_by,
        "lines": len(one.lines),
        "historical": one.historical,
        "corrects": one.corrects,
    }
