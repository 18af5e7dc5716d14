"""``thidua nominations check``: the lines of a round checked against the law, for people and for scripts."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua_desktop.cli import nominations_import
from thidua_desktop.cli.choosing import round_not_found
from thidua_desktop.cli.output import Arguments, ExitCode, Output
from thidua_desktop.cli.passwords import opened
from thidua_desktop.domain.double_nominations import Double
from thidua_desktop.domain.eligibility.verdicts import RuleFinding, Verdict
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.quota_boards import UnitGauge
from thidua_desktop.services.container import Services
from thidua_desktop.wording import eligibility, judging, labels, messages, quotas
from thidua_desktop.wording.rules import Names


def add_to(commands: argparse._SubParsersAction[Arguments]) -> None:
    """Register the ``nominations`` command."""
    topic = commands.add_parser("nominations", help="các dòng đề nghị khen thưởng của một đợt xét")
    steps = topic.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    checking = steps.add_parser(
        "check",
        help="xét điều kiện từng dòng của một đợt theo quy định của ngày văn bản",
        description="Mã thoát 1 khi có dòng chưa đủ điều kiện, có người được đề nghị hai lần cùng một danh hiệu, "
        "hình thức trong đợt, hoặc vượt tỷ lệ.",
    )
    checking.add_argument("--store", metavar="TỆP.tdkt", type=Path, required=True)
    checking.add_argument("--round", metavar="ĐỢT", required=True, help="số hoặc tên của đợt xét")
    checking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    checking.set_defaults(command=check)
    nominations_import.add_to(steps)


@dataclass(frozen=True, slots=True)
class _Checked:
    """All that was found of a round."""

    round: Round
    lines: Mapping[NominationId, Nomination]
    judged: Mapping[NominationId, Judgement]
    doubles: tuple[Double, ...]
    gauges: tuple[UnitGauge, ...]
    names: Mapping[NominationId, Names]

    @property
    def twice(self) -> tuple[Double, ...]:
        """The same award asked for twice for what is surely one recipient."""
        return tuple(one for one in self.doubles if one.sure and one.same_award and one.same_round)

    @property
    def blocked(self) -> bool:
        """Whether the round cannot go on as it is."""
        over = any(one.over for one in self.gauges)
        return over or bool(self.twice) or any(one.blocked for one in self.judged.values())


def check(args: argparse.Namespace, output: Output) -> ExitCode:
    """Check the lines of a round; nothing is changed."""
    services = opened(args.store, read_only=True)
    try:
        chosen = services.nominations.find_round(args.round)
        if chosen is None:
            return round_not_found(services, args.round, output, nothing="Chưa xét dòng nào.")
        checked = _checked(services, chosen)
    finally:
        services.close()
    if args.json:
        output.json(_as_json(checked))
    else:
        _print(checked, output)
    _say(checked, output)
    return ExitCode.FINDINGS if checked.blocked else ExitCode.DONE


def _checked(services: Services, chosen: Round) -> _Checked:
    assert chosen.id is not None
    judged = services.judging.judge(chosen.id)
    days = {one.assessment.claim.day for one in judged.values() if one.book}
    by_day = {day: services.judging.names(day) for day in days}
    return _Checked(
        round=chosen,
        lines={line.id: line for line in services.nominations.of_round(chosen.id) if line.id is not None},
        judged=judged,
        doubles=services.judging.doubles(chosen.id),
        gauges=services.quotas.board(chosen.id).gauges(),
        names={one: by_day.get(found.assessment.claim.day, Names()) for one, found in judged.items()},
    )


def _any_names(checked: _Checked) -> Names:
    return next(iter(checked.names.values()), Names())


def _print(checked: _Checked, output: Output) -> None:
    """Every line that is not simply met, with its sentences; it may go to a printer or into a mail."""
    output.result(f"{checked.round.name}: {len(checked.lines)} đề nghị")
    for line_id, judgement in checked.judged.items():
        line, names = checked.lines[line_id], checked.names[line_id]
        verdict, *sentences = judging.line(judgement, names)
        head = f"{line_id:>5}  {line.name}, {names.award(line.award_id)}: {verdict}"
        output.result(without_id_numbers(head))
        if judgement.final is not Verdict.MET:
            for sentence in sentences:
                output.result(without_id_numbers(f"       {sentence}"))
    for one in checked.gauges:
        output.result(f"Tỷ lệ: {quotas.gauge(one, _any_names(checked))}. {quotas.basis(one, _any_names(checked))}")


def _say(checked: _Checked, output: Output) -> None:
    for pair in checked.doubles:
        output.say(without_id_numbers(eligibility.double(pair)))
    counted = {verdict: sum(one.final is verdict for one in checked.judged.values()) for verdict in Verdict}
    told = ", ".join(f"{labels.of(verdict).lower()} {count}" for verdict, count in counted.items())
    over = sum(one.over for one in checked.gauges)
    output.say(f"Đã xét {len(checked.judged)} dòng: {told}. Vượt tỷ lệ: {over}. Có thể trùng: {len(checked.doubles)}.")


def _as_json(checked: _Checked) -> dict[str, Any]:
    return {
        "round": {"id": checked.round.id, "name": checked.round.name, "year": checked.round.year},
        "blocked": checked.blocked,
        "lines": [
            _line(checked.lines[line_id], judgement, checked.names[line_id])
            for line_id, judgement in checked.judged.items()
        ],
        "doubles": [
            {
                "lines": [pair.first.id, pair.second.id],
                "reason": pair.reason.value,
                "same_award": pair.same_award,
                "same_achievement": pair.same_achievement,
                "same_round": pair.same_round,
                "sentence": eligibility.double(pair),
            }
            for pair in checked.doubles
        ],
        "quotas": [_quota(one, _any_names(checked)) for one in checked.gauges],
    }


def _line(line: Nomination, judgement: Judgement, names: Names) -> dict[str, Any]:
    found, own = judgement.assessment, judgement.assessment.override
    return {
        "id": line.id,
        "kind": line.kind.value,
        "name": line.name,
        "unit": line.unit,
        "award": line.award_id,
        "state": line.state.value,
        "day": found.claim.day.isoformat(),
        "rulebook": judgement.book,
        "accepted": judgement.accepted.isoformat() if judgement.accepted else None,
        "recipient": judgement.recipient_id,
        "verdict": found.verdict.value,
        "final": judgement.final.value,
        "blocked": judgement.blocked,
        "earliest": found.earliest,
        "confidence": found.confidence.value,
        "override": own
        and {"verdict": own.verdict.value, "by": own.by, "reason": own.reason, "day": own.day.isoformat()},
        "findings": [_finding(one, names) for one in found.findings],
        "notes": [{"code": note.code, "sentence": messages.finding(note)} for note in judgement.notes],
    }


def _finding(found: RuleFinding, names: Names) -> dict[str, Any]:
    return {
        "verdict": found.verdict.value,
        "sentence": eligibility.sentence(found, names),
        "citation": found.rule.basis.citation,
        "confidence": found.rule.basis.confidence.value,
        "evidence": [eligibility.proof(one, names) for one in found.used],
        "missing": [eligibility.ask(one, names) for one in found.asks],
        "earliest": found.earliest,
    }


def _quota(one: UnitGauge, names: Names) -> dict[str, Any]:
    return {
        "award": one.award_id,
        "unit": one.unit,
        "chosen": one.gauge.chosen,
        "base": one.base.amount,
        "base_source": one.base.source.value,
        "percent": float(one.gauge.percent) if one.gauge.percent is not None else None,
        "over": one.over,
        "sentence": f"{quotas.gauge(one, names)}. {quotas.basis(one, names)}",
    }
