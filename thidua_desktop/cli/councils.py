"""``thidua council papers|tally``: the papers of a meeting in one action, its counts, what follows from them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.cli.choosing import not_found, round_not_found
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.councils.meetings import Meeting, MeetingState
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import BallotId, CouncilId, MeetingId, NominationId
from thidua_desktop.services import tally_files
from thidua_desktop.services.ballots import BallotState
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_papers import Format
from thidua_desktop.services.tally_files import BallotUnknown, TallyFile
from thidua_desktop.wording import formats, labels, messages

_MEETING = "phiên họp"
_NAMES = dict[NominationId, str]


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``council`` commands."""
    topic = commands.add_parser("council", help="giấy tờ và kiểm phiếu của phiên họp Hội đồng")
    steps = topic.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    giving = steps.add_parser(
        "papers",
        help="lập mọi giấy tờ của một phiên họp vào một thư mục mới",
        description="Ghi mọi giấy tờ đã đủ dữ liệu, hoặc không ghi gì. Không bao giờ ghi đè: thư mục phải mới hoặc "
        "trống. Giấy tờ chưa lập được (chẳng hạn biên bản khi chưa họp) được kể ra cùng lý do.",
    )
    _on_store(giving)
    which = giving.add_mutually_exclusive_group(required=True)
    which.add_argument("--meeting", metavar="PHIÊN_HỌP", help="số hoặc tên phiên họp")
    which.add_argument(
        "--round",
        metavar="ĐỢT",
        help="số hoặc tên đợt xét: lấy phiên họp của đợt, chưa có thì lập; phiên chưa có dòng thì trình các dòng đủ",
    )
    giving.add_argument("--council", metavar="HỘI_ĐỒNG", help="cùng --round khi có nhiều Hội đồng")
    giving.add_argument("--day", metavar="NĂM-THÁNG-NGÀY", type=date.fromisoformat, help="ngày họp, cùng --round")
    giving.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True)
    giving.add_argument("--format", choices=["pdf", "docx"], help="pdf (mặc định) hoặc docx")
    giving.set_defaults(command=papers)
    counting = steps.add_parser(
        "tally",
        help="xem, nhập kết quả kiểm phiếu từ tệp; kết luận",
        description="Không có TỆP: xem hai lần đếm của mỗi lần bỏ phiếu. Có TỆP (JSON): nhập một lần đếm; chưa có lần "
        'bỏ phiếu thì lập. Tệp dạng {"entry": 1, "issued": 9, "returned": 9, "invalid": 0, "counted_by": "…", '
        '"lines": [{"place": 1, "agree": 8, "disagree": 1}]}. Mã thoát 1 khi hai lần đếm chưa khớp hoặc còn lỗi.',
    )
    _on_store(counting)
    counting.add_argument("--meeting", metavar="PHIÊN_HỌP", required=True, help="số hoặc tên phiên họp")
    counting.add_argument("file", metavar="TỆP", type=Path, nargs="?", help="kết quả một lần đếm, dạng JSON")
    counting.add_argument("--entry", metavar="LẦN", type=int, choices=(1, 2), help="lần đếm thứ 1 hoặc 2")
    counting.add_argument("--conclude", action="store_true", help="kết thúc kiểm phiếu theo số phiếu")
    counting.add_argument("--draft", action="store_true", help="kết thúc kiểm phiếu và lập dự thảo quyết định")
    counting.set_defaults(command=tally)


def _on_store(step: Arguments) -> None:
    step.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    step.add_argument("--json", action="store_true", help="in kết quả dạng JSON")


def papers(args: argparse.Namespace, output: Output) -> ExitCode:
    """Write all papers of a meeting that are ready."""
    services = opened(args.store, read_only=args.round is None)
    try:
        found = _of_round(services, args, output) if args.round is not None else _named(services, args.meeting, output)
        if isinstance(found, ExitCode):
            return found
        meeting = found
        remarks = [row.remark for row in services.meeting_papers.catalogue(_number(meeting)) if row.remark is not None]
        for remark in remarks:
            output.say(without_id_numbers(f"{labels.of(remark.severity)}: {messages.finding(remark)}"))
        written = services.meeting_papers.write_all(_number(meeting), args.out, (Format(args.format or "pdf"),))
    finally:
        services.close()
    missing = [(row.title, messages.finding(row.lacks)) for row in written.left_out if row.lacks is not None]
    if args.json:
        output.json(
            {
                "folder": str(written.folder),
                "files": [path.name for path in written.files],
                "left_out": [{"paper": title, "why": why} for title, why in missing],
                "findings": [{"code": one.code, "message": messages.finding(one)} for one in remarks],
            }
        )
    else:
        for path in written.files:
            output.result(str(path))
    output.say(f"Đã lập {len(written.files)} giấy tờ của phiên họp “{meeting.name}”.")
    for title, why in missing:
        output.say(without_id_numbers(f"Chưa lập được “{title}”: {why}"))
    return ExitCode.DONE


def tally(args: argparse.Namespace, output: Output) -> ExitCode:
    """Show the counts of a meeting, enter one from a file, conclude."""
    writes = args.file is not None or args.conclude or args.draft
    read = tally_files.read_tally(args.file) if args.file is not None else None
    entry = args.entry or (read.entry if read is not None else None)
    if read is not None and entry not in (1, 2):
        output.say("Chưa rõ đây là lần đếm thứ mấy. Chưa nhập gì; hãy thêm --entry 1 hoặc --entry 2.")
        return ExitCode.USAGE
    services = opened(args.store, read_only=not writes)
    try:
        meeting = services.meetings.find(args.meeting)
        if meeting is None:
            return _unknown(services, args.meeting, output)
        number = _number(meeting)
        if read is not None and entry is not None:
            enter(services, number, read, entry)
        if args.draft:
            services.decisions.draft_from_tally(number)
        elif args.conclude:
            services.verdicts.conclude(number)
        states = services.ballots.of_meeting(number)
        names = {one.line.nomination_id: one.line.name for one in services.meetings.lines(number)}
        decisions = services.decisions.of_meeting(number)
        meeting = services.meetings.get(number)
    finally:
        services.close()
    if args.json:
        output.json(_as_json(meeting, states, names) | {"decisions": [one.id for one in decisions]})
    else:
        _print(states, names, output)
    _say(meeting, states, output)
    return ExitCode.DONE if all(state.counted for state in states) else ExitCode.FINDINGS


def enter(services: Services, meeting_id: MeetingId, read: TallyFile, entry: int) -> None:
    """Enter a count of the ballot that the file names, else of the last one; the first one is opened by it.

    Raises:
        BallotUnknown, TallyPlaceUnknown: nothing has changed.
        AppError: the count cannot be kept; at most the first ballot has been opened.
    """
    states = services.ballots.of_meeting(meeting_id)
    if not states:
        if read.ballot not in (None, 1):
            raise BallotUnknown(number=read.ballot, count=0)
        read.counts(services.ballots.waiting(meeting_id))
        services.ballots.open(meeting_id)
        states = services.ballots.of_meeting(meeting_id)
    chosen = next((one for one in reversed(states) if read.ballot in (None, one.ballot.number)), None)
    if chosen is None:
        raise BallotUnknown(number=read.ballot, count=len(states))
    counts = read.counts(chosen.lines)
    ballot_id = chosen.ballot.id or BallotId(0)
    services.ballots.enter(ballot_id, entry, read.papers, counts, counted_by=read.counted_by)


def _named(services: Services, given: str, output: Output) -> Meeting | ExitCode:
    meeting = services.meetings.find(given)
    return meeting if meeting is not None else _unknown(services, given, output)


def _of_round(services: Services, args: argparse.Namespace, output: Output) -> Meeting | ExitCode:
    """The latest meeting of a round; a new one where there is none. One without lines gets every line that is ready."""
    round_ = services.nominations.find_round(args.round)
    if round_ is None or round_.id is None:
        return round_not_found(services, args.round, output, nothing="Chưa có gì được thực hiện.")
    there = services.meetings.of_round(round_.id)
    if there:
        return _with_lines(services, there[-1], output)
    councils = [one for one in services.councils.all() if args.council in (None, str(one.id), one.name)]
    if len(councils) != 1 or args.day is None:
        output.say("Đợt này chưa có phiên họp. Chưa lập phiên nào; hãy thêm --day và --council để lập.")
        known = ((one.id, one.name) for one in services.councils.all())
        return not_found("Hội đồng", args.council or "", known, output)
    meeting = Meeting(councils[0].id or CouncilId(0), f"Phiên họp {round_.name}", args.day, rounds=(round_.id,))
    return services.meetings.get(MeetingId(services.meetings.begin(meeting).created[0]))


def _with_lines(services: Services, meeting: Meeting, output: Output) -> Meeting:
    """A meeting that is prepared and has nothing before it yet gets what is ready; any other stays as it is."""
    number = _number(meeting)
    if meeting.state is not MeetingState.PREPARING or services.meetings.lines(number):
        return meeting
    ready = services.meetings.candidates(number).ready
    if ready:
        services.meetings.bring(number)
        output.say(f"Đã trình {len(ready)} dòng đủ điều kiện ra phiên họp “{meeting.name}”.")
    return services.meetings.get(number)


def _number(meeting: Meeting) -> MeetingId:
    assert meeting.id is not None
    return meeting.id


def _unknown(services: Services, given: str, output: Output) -> ExitCode:
    meetings = (row.meeting for year in services.meetings.years() for row in reversed(services.meetings.of_year(year)))
    known = ((one.id, f"{formats.day(one.day)}  {one.name}") for one in meetings)
    return not_found(_MEETING, given, known, output)


def _as_json(meeting: Meeting, states: tuple[BallotState, ...], names: _NAMES) -> dict[str, Any]:
    return {
        "meeting": {"id": meeting.id, "name": meeting.name, "day": meeting.day.isoformat(), "state": meeting.state},
        "ballots": [tally_files.as_json(state, names) for state in states],
        "findings": [
            {"code": one.code, "severity": one.severity.value, "message": messages.finding(one)}
            for state in states
            for one in state.findings
        ],
    }


def _print(states: tuple[BallotState, ...], names: _NAMES, output: Output) -> None:
    for state in states:
        results = {one.nomination_id: one for one in state.results}
        output.result(f"Lần bỏ phiếu {state.ballot.number}:")
        for place, line in enumerate(state.lines, start=1):
            said = results.get(line)
            told = "chưa có kết quả"
            if said is not None:
                least = f", cần ít nhất {said.needed}" if said.needed is not None else ""
                told = f"{said.agree}/{said.base} phiếu đồng ý{least}: {labels.of(said.passing)}"
            output.result(without_id_numbers(f"{place:>5}  {names.get(line, '')}: {told}"))


def _say(meeting: Meeting, states: tuple[BallotState, ...], output: Output) -> None:
    for state in states:
        number = state.ballot.number
        if state.first is None or state.second is None:
            entered = sum(one is not None for one in (state.first, state.second))
            output.say(f"Lần bỏ phiếu {number}: mới nhập {entered} trong 2 lần đếm.")
        for part in state.differing_papers:
            output.say(f"Lần bỏ phiếu {number}: hai lần đếm khác nhau ở số phiếu {labels.of(part)}.")
        for one in state.disagreements:
            place = state.lines.index(one.nomination_id) + 1
            output.say(f"Lần bỏ phiếu {number}: hai lần đếm khác nhau ở dòng {place}.")
        for finding in state.findings:
            output.say(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
        for line, finding in state.line_findings:
            if finding.severity is Severity.BLOCKING:
                output.say(f"Dòng {state.lines.index(line) + 1}: {messages.finding(finding)}")
    if not states:
        output.say("Phiên họp chưa có lần bỏ phiếu nào.")
    concluded = meeting.state in (MeetingState.COUNTED, MeetingState.SIGNED)
    output.say(f"Phiên họp “{meeting.name}”: {labels.of(meeting.state)}." if concluded else "Phiên họp chưa kết luận.")
