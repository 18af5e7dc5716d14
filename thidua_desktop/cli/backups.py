"""``thidua backup make|list|verify|restore|salvage``: the way back, also when the window does not open any more."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from thidua_desktop import bootstrap
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import asked, opened
from thidua_desktop.domain.backups import Reason, SecondPlace
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.services import rescue, restores
from thidua_desktop.services.restores import Restored
from thidua_desktop.wording import formats, labels, messages


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``backup`` commands."""
    backup = commands.add_parser("backup", help="sao lưu, kiểm tra bản sao lưu, khôi phục")
    steps = backup.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)

    making = steps.add_parser("make", help="sao lưu tệp dữ liệu, kể cả khi tệp đang mở")
    _store_of(making)
    making.add_argument("--second", metavar="THƯ_MỤC", type=Path, help="nhớ nơi sao lưu thứ hai (USB, ổ mạng)")
    making.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    making.set_defaults(command=make)

    listing = steps.add_parser("list", help="các bản sao lưu đang có, mới nhất trước")
    _store_of(listing)
    listing.set_defaults(command=show)

    verifying = steps.add_parser("verify", help="khôi phục thử một bản sao lưu vào tệp tạm")
    verifying.add_argument("file", metavar="BẢN_SAO_LƯU", type=Path)
    verifying.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    verifying.set_defaults(command=verify)

    restoring = steps.add_parser("restore", help="khôi phục; dữ liệu hiện có được giữ riêng trước")
    restoring.add_argument("file", metavar="BẢN_SAO_LƯU", type=Path)
    _store_of(restoring)
    restoring.add_argument(
        "--forgotten", action="store_true", help="không ai nhớ mật khẩu của tệp: giữ riêng tệp, đặt bản sao lưu vào chỗ"
    )
    restoring.set_defaults(command=restore)

    saving = steps.add_parser("salvage", help="cứu những gì còn đọc được của tệp hỏng sang tệp mới")
    _store_of(saving)
    saving.add_argument(
        "--rows", action="store_true", help="in ra các dòng để riêng của tệp có mật khẩu (không ghi ra tệp)"
    )
    saving.set_defaults(command=salvage)


def _store_of(command: Arguments) -> None:
    command.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)


def make(args: argparse.Namespace, output: Output) -> ExitCode:
    """Make a proven backup; findings if the second copy could not be made."""
    with opened(args.store, read_only=True) as services:
        if args.second is not None:
            services.backups.choose_second(args.second.absolute())
        made = services.backups.make(Reason.BY_HAND)
    if args.json:
        output.json({"file": str(made.backup.path), "proven_at": made.backup.proven_at, "second": made.second})
    else:
        output.result(str(made.backup.path))
    output.say(f"Đã sao lưu và thử khôi phục được. {labels.of(made.second)}.")
    return ExitCode.FINDINGS if made.second in (SecondPlace.AWAY, SecondPlace.FAILED) else ExitCode.DONE


def show(args: argparse.Namespace, output: Output) -> ExitCode:
    """List the backups beside an office file."""
    with opened(args.store, read_only=True) as services:
        found = services.backups.all()
    for backup in found:
        proof = "đã thử khôi phục được" if backup.proven_at else "chưa thử khôi phục"
        output.result(f"{formats.moment(backup.at)}  {labels.of(backup.reason)} ({proof})  {backup.path}")
    output.say(f"Có {len(found)} bản sao lưu.")
    return ExitCode.DONE


def verify(args: argparse.Namespace, output: Output) -> ExitCode:
    """Restore a backup into a temporary file and say what is in it."""
    report = asked(args.file, lambda password: restores.verify(args.file, password=password))
    if args.json:
        remarks = [{"code": each.code, "severity": each.severity, "params": each.params} for each in report.findings]
        output.json({"version": report.version, "counts": report.counts, "findings": remarks})
    else:
        counts = ", ".join(f"{name} {count}" for name, count in report.counts.items())
        output.result(f"Phiên bản dữ liệu: {report.version}. Số dòng: {counts}.")
    output.say("Bản sao lưu khôi phục được.")
    return _told(report.findings, output)


def restore(args: argparse.Namespace, output: Output) -> ExitCode:
    """Bring an office file back to the state of a backup."""
    store, backup = args.store, args.file

    def with_passwords(own: str | None) -> Restored:
        return asked(
            backup,
            lambda other: bootstrap.restore(
                store, backup, password=own, backup_password=other, forgotten=args.forgotten
            ),
        )

    restored = with_passwords(None) if args.forgotten else asked(store, with_passwords)
    output.say(f"Đã khôi phục {args.store} từ {args.file.name}.")
    if restored.kept_aside is not None:
        output.say("Dữ liệu trước khi khôi phục được giữ trong tệp:")
        output.result(str(restored.kept_aside))
    return _told(restored.findings, output)


def salvage(args: argparse.Namespace, output: Output) -> ExitCode:
    """Save what can be read of a damaged office file into a new one beside it."""
    rescued = asked(args.store, lambda password: rescue.rescue(args.store, password=password))
    output.result(str(rescued.path))
    if rescued.put_aside is not None:
        output.result(str(rescued.put_aside))
    if args.rows:
        output.result(rescued.rows)
    elif rescued.rows:
        output.say("Tệp có mật khẩu nên các dòng để riêng không được ghi ra tệp; thêm --rows để in ra màn hình.")
    output.say(f"Đã cứu dữ liệu sang tệp mới; {args.store} được giữ nguyên.")
    return _told(rescued.findings, output)


def _told(findings: Iterable[Finding], output: Output) -> ExitCode:
    """Say each finding; something that is missing is worth an exit code, a remark is not."""
    code = ExitCode.DONE
    for finding in findings:
        output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
        if finding.severity is not Severity.INFO:
            code = ExitCode.FINDINGS
    return code
