"""``thidua tasks due|backwards`` and ``thidua plan duplicates``: what is due, still fits, or is planned twice."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.duplicates import DuplicatePair
from thidua_desktop.domain.planner import BackwardPlan
from thidua_desktop.domain.reminders import WITHIN, Reminder
from thidua_desktop.services.planner import built_in_chains, place
from thidua_desktop.wording import formats, labels, reminders


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``tasks`` commands."""
    tasks = commands.add_parser("tasks", help="việc đến hạn, tính lùi ngày")
    steps = tasks.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    due = steps.add_parser("due", help="việc, bước việc, báo cáo định kỳ và trả lời đôn đốc cần nhắc hôm nay")
    due.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    due.add_argument(
        "--within", metavar="NGÀY", type=int, default=WITHIN, help="số ngày làm việc trước hạn (mặc định 5)"
    )
    due.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    due.set_defaults(command=tell_due)
    backwards = steps.add_parser("backwards", help="tính lùi từ hạn: mỗi bước bắt đầu và xong ngày nào")
    backwards.add_argument("--deadline", metavar="NĂM-THÁNG-NGÀY", type=date.fromisoformat, required=True)
    backwards.add_argument("--chain", choices=[chain.key for chain in built_in_chains()], required=True)
    backwards.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    backwards.set_defaults(command=tell_backwards)


def add_to_plan(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register what belongs to the ``plan`` commands."""
    twice = steps.add_parser("duplicates", help="nhiệm vụ giống nhau giữa các kế hoạch của một năm")
    twice.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    twice.add_argument("--year", metavar="NĂM", type=int, required=True)
    twice.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    twice.set_defaults(command=tell_duplicates)


def tell_due(args: argparse.Namespace, output: Output) -> ExitCode:
    """Print what the clerk is reminded of today; what was put off is left out."""
    services = opened(args.store, read_only=True)
    try:
        found, today = services.reminders.due(args.within), services.today()
    finally:
        services.close()
    if args.json:
        output.json([_reminder(each) for each in found])
    else:
        for each in found:
            output.result(reminders.sentence(each, today))
        output.say(f"Có {len(found)} việc cần nhắc." if found else "Hôm nay không có việc nào cần nhắc.")
    return ExitCode.DONE


def tell_backwards(args: argparse.Namespace, output: Output) -> ExitCode:
    """Place one of the program's chains in front of a deadline; 1 when it no longer fits."""
    chain = next(each for each in built_in_chains() if each.key == args.chain)
    plan = place(args.deadline, chain.steps, date.today())
    if args.json:
        output.json(_backwards(plan))
    else:
        for each in plan.placed:
            late = f"  (trễ {each.late_by} ngày làm việc)" if each.late_by else ""
            output.result(f"{formats.day(each.first)} - {formats.day(each.last)}  {each.step.text}{late}")
        output.say(f"Căn cứ: {chain.citation}.")
        output.say(_verdict(plan))
    return ExitCode.DONE if plan.fits else ExitCode.FINDINGS


def tell_duplicates(args: argparse.Namespace, output: Output) -> ExitCode:
    """Print pairs of tasks that look like the same work."""
    services = opened(args.store, read_only=True)
    try:
        found = services.duplicates.of_year(args.year)
        titles = {row.plan.id: row.plan.title for row in services.plans.of_year(args.year)}
    finally:
        services.close()
    if args.json:
        output.json([_pair(each) for each in found])
    else:
        for each in found:
            reasons = ", ".join(labels.of(reason).lower() for reason in each.reasons)
            output.result(f"{each.score} %  ({reasons})")
            for task in (each.first, each.second):
                output.result(f"    {task.text}  [{titles[task.plan_id]}]")
        output.say(f"Có {len(found)} cặp nhiệm vụ giống nhau." if found else "Không thấy nhiệm vụ nào giống nhau.")
    return ExitCode.DONE


def _verdict(plan: BackwardPlan) -> str:
    if plan.fits:
        return f"Còn kịp: phải bắt đầu ngày {formats.day(plan.begins)}, còn {plan.spare} ngày làm việc."
    return (
        f"Không còn kịp: lẽ ra phải bắt đầu ngày {formats.day(plan.begins)}, đã trễ {plan.late_by} ngày làm việc; "
        f"bắt đầu hôm nay thì sớm nhất ngày {formats.day(plan.earliest_end)} xong."
    )


def _reminder(found: Reminder) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "task": found.task_id,
        "text": found.text,
        "day": found.day.isoformat(),
        "working_days": found.working_days,
        "unit": found.unit,
    }


def _backwards(plan: BackwardPlan) -> dict[str, Any]:
    return {
        "deadline": plan.deadline.isoformat(),
        "target": plan.target.isoformat(),
        "fits": plan.fits,
        "begins": plan.begins.isoformat(),
        "late_by": plan.late_by,
        "spare": plan.spare,
        "earliest_end": plan.earliest_end.isoformat(),
        "steps": [
            {
                "text": each.step.text,
                "days": each.step.days,
                "counted_in": each.step.kind.value,
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
                "late_by": each.late_by,
            }
            for each in plan.placed
        ],
    }


def _pair(found: DuplicatePair) -> dict[str, Any]:
    return {
        "score": found.score,
        "reasons": [reason.value for reason in found.reasons],
        "tasks": [
            {"id": task.id, "plan": task.plan_id, "text": task.text, "lead": list(task.lead)}
            for task in (found.first, found.second)
        ],
    }
