"""``thidua decision certificates``: bằng khen, giấy khen of a signed decision, on one of the office's forms."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from thidua_desktop.cli.choosing import decision_not_found
from thidua_desktop.cli.output import Arguments, ExitCode, ListingHelp, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.certificates import (
    CertificateBlankUnknown,
    CertificateLinesUnreadable,
    CertificateMeasureImpossible,
    Letters,
    Offset,
    chosen_places,
)
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.services.certificate_blanks import blanks
from thidua_desktop.services.certificates import CertificateWish
from thidua_desktop.services.container import Services
from thidua_desktop.services.name_checks import NamesDiffer
from thidua_desktop.wording import certificates as words
from thidua_desktop.wording import messages

_WRONG_CALLS = (CertificateBlankUnknown, CertificateLinesUnreadable, CertificateMeasureImpossible)


def add_to(steps: argparse._SubParsersAction[Arguments]) -> None:
    """Register the command."""
    giving = steps.add_parser(
        "certificates",
        help="in bằng khen, giấy khen của một quyết định đã ký ra tệp PDF, mỗi người một trang",
        description="Mã thoát 1 và không ghi tệp khi họ tên khác nhau giữa kết quả Hội đồng, danh sách và chữ sẽ in, "
        "hoặc khi quyết định chưa ký. Các phôi:\n" + words.blanks_told([(one.code, one.name) for one in blanks()]),
        formatter_class=ListingHelp,
    )
    giving.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    giving.add_argument("--decision", metavar="QUYẾT_ĐỊNH", required=True, help="số thứ tự, số hoặc trích yếu")
    giving.add_argument("--out", metavar="TỆP.pdf", type=Path, required=True)
    giving.add_argument("--blank", metavar="PHÔI", help="mặc định: phôi in sẵn hợp với hình thức khen của dòng đầu")
    giving.add_argument("--lines", metavar="DÒNG", default="", help="ví dụ 1-5,8; mặc định: mọi dòng")
    giving.add_argument("--printer", metavar="MÁY_IN", default="", help="lấy độ lệch đã ghi nhớ của máy in này")
    giving.add_argument("--right", metavar="MM", type=float, help="dời cả tờ sang phải; số âm: sang trái")
    giving.add_argument("--down", metavar="MM", type=float, help="dời cả tờ xuống dưới; số âm: lên trên")
    giving.add_argument("--capitals", action="store_true", help="họ tên in hoa")
    giving.add_argument("--merit", metavar="CÂU", default="", help="câu thành tích chung cho mọi tờ")
    giving.add_argument("--proof", action="store_true", help="bản in thử, có chữ chìm; dùng được cho dự thảo")
    giving.add_argument("--sample", action="store_true", help="chỉ ghi trang có thước và khung để áp lên phôi")
    giving.set_defaults(command=give)


def give(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write the certificates of a decision."""
    services = opened(args.store, read_only=True)
    try:
        decision = services.decisions.find(args.decision)
        if decision is None or decision.id is None:
            return decision_not_found(services, args.decision, output)
        return _write(services, decision, decision.id, args, output)
    finally:
        services.close()


def _write(
    services: Services, decision: Decision, decision_id: DecisionId, args: argparse.Namespace, output: Output
) -> ExitCode:
    held = services.certificates
    try:
        wish = _wish(services, decision, decision_id, args)
        written = held.write_sample(wish, args.out) if args.sample else held.write(decision_id, wish, args.out)
    except _WRONG_CALLS as refused:
        output.say(messages.error(refused))
        return ExitCode.USAGE
    except NamesDiffer as differing:
        output.say(messages.error(differing))
        for one in held.check(decision_id, wish).open:
            seen = one.difference
            output.result(f"{one.line.place:>5}  {seen.council}  |  {seen.decision}  |  {seen.printed}")
        return ExitCode.FINDINGS
    output.result(str(written))
    return ExitCode.DONE


def _wish(services: Services, decision: Decision, decision_id: DecisionId, args: argparse.Namespace) -> CertificateWish:
    held = services.certificates
    blank = args.blank or held.usual(decision_id).code
    kept, placement = held.offset(blank, args.printer), held.placement(blank)
    if args.capitals:
        placement = replace(placement, letters=Letters.CAPITALS)
    return CertificateWish(
        blank=blank,
        placement=placement,
        offset=Offset(kept.right if args.right is None else args.right, kept.down if args.down is None else args.down),
        lines=chosen_places(args.lines, len(decision.lines)),
        merit=args.merit,
        proof=args.proof,
    )
