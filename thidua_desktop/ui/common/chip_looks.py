"""The tone and the sign of each state, by the name of its enumeration and its own.

By their names, so that the chip of a task is drawn without the modules of councils, decisions and lists: the window
would wait for them.
"""

from __future__ import annotations

from thidua_desktop.ui.common.theme import Shape, Tone

LOOKS: dict[str, dict[str, tuple[Tone, Shape]]] = {
    "tasks.Standing": {
        "NOT_STARTED": (Tone.NEUTRAL, Shape.RING),
        "IN_PROGRESS": (Tone.INFO, Shape.HALF),
        "WAITING": (Tone.WARNING, Shape.PAUSE),
        "DUE_SOON": (Tone.WARNING, Shape.CLOCK),
        "OVERDUE": (Tone.DANGER, Shape.ALERT),
        "DONE": (Tone.SUCCESS, Shape.CHECK),
        "DONE_LATE": (Tone.SUCCESS, Shape.CLOCK),
        "CANCELLED": (Tone.MUTED, Shape.CROSS),
        "CARRIED_OVER": (Tone.MUTED, Shape.ARROW),
    },
    "tasks.TaskState": {
        "NOT_STARTED": (Tone.NEUTRAL, Shape.RING),
        "IN_PROGRESS": (Tone.INFO, Shape.HALF),
        "WAITING": (Tone.WARNING, Shape.PAUSE),
        "DONE": (Tone.SUCCESS, Shape.CHECK),
        "CANCELLED": (Tone.MUTED, Shape.CROSS),
        "CARRIED_OVER": (Tone.MUTED, Shape.ARROW),
    },
    "plans.PlanState": {
        "DRAFT": (Tone.NEUTRAL, Shape.RING),
        "APPROVED": (Tone.SUCCESS, Shape.CHECK),
    },
    "plans.Doubt": {
        "QUARTER_UNSURE": (Tone.WARNING, Shape.QUESTION),
        "DAY_UNSURE": (Tone.WARNING, Shape.QUESTION),
        "UNITS_UNSURE": (Tone.WARNING, Shape.QUESTION),
        "MAYBE_NO_TASK": (Tone.WARNING, Shape.QUESTION),
        "MAYBE_TWO": (Tone.WARNING, Shape.QUESTION),
        "MAYBE_CONTINUATION": (Tone.WARNING, Shape.QUESTION),
        "TEXT_DAMAGED": (Tone.WARNING, Shape.QUESTION),
    },
    "list_doctor.RowState": {
        "CLEAN": (Tone.SUCCESS, Shape.CHECK),
        "REPAIRED": (Tone.INFO, Shape.HALF),
        "DOUBTFUL": (Tone.WARNING, Shape.QUESTION),
        "FAULTY": (Tone.DANGER, Shape.CROSS),
        "LEFT_OUT": (Tone.MUTED, Shape.CROSS),
    },
    "findings.Severity": {
        "INFO": (Tone.INFO, Shape.DOT),
        "WARNING": (Tone.WARNING, Shape.ALERT),
        "BLOCKING": (Tone.DANGER, Shape.CROSS),
    },
    "nominations.NominationState": {
        "ENTERED": (Tone.NEUTRAL, Shape.RING),
        "DOSSIER_COMPLETE": (Tone.INFO, Shape.HALF),
        "DOSSIER_MISSING": (Tone.WARNING, Shape.ALERT),
        "ELIGIBLE": (Tone.INFO, Shape.CHECK),
        "NOT_ELIGIBLE": (Tone.DANGER, Shape.CROSS),
        "TO_VERIFY": (Tone.WARNING, Shape.QUESTION),
        "BEFORE_COUNCIL": (Tone.INFO, Shape.ARROW),
        "AGREED": (Tone.SUCCESS, Shape.HALF),
        "REFUSED": (Tone.DANGER, Shape.CROSS),
        "POSTPONED": (Tone.WARNING, Shape.PAUSE),
        "LOWERED": (Tone.WARNING, Shape.ARROW),
        "TO_SIGN": (Tone.INFO, Shape.CLOCK),
        "SENT_UP": (Tone.INFO, Shape.ARROW),
        "DECIDED": (Tone.SUCCESS, Shape.CHECK),
        "NOT_AWARDED": (Tone.MUTED, Shape.CROSS),
        "HANDED_OVER": (Tone.SUCCESS, Shape.DOT),
        "CORRECTED": (Tone.WARNING, Shape.HALF),
        "WITHDRAWN": (Tone.MUTED, Shape.CROSS),
    },
    "eligibility.verdicts.Verdict": {
        "MET": (Tone.SUCCESS, Shape.CHECK),
        "NOT_MET": (Tone.DANGER, Shape.CROSS),
        "CANNOT_TELL": (Tone.WARNING, Shape.QUESTION),
    },
    "submissions.SubmissionState": {
        "NOT_SENT": (Tone.NEUTRAL, Shape.RING),
        "RECEIVED": (Tone.INFO, Shape.HALF),
        "RETURNED": (Tone.WARNING, Shape.PAUSE),
        "COMPLETE": (Tone.SUCCESS, Shape.CHECK),
        "SUMMED_UP": (Tone.SUCCESS, Shape.DOT),
    },
    "dossiers.DocumentState": {
        "UNCHECKED": (Tone.NEUTRAL, Shape.RING),
        "PRESENT": (Tone.SUCCESS, Shape.CHECK),
        "COPY": (Tone.SUCCESS, Shape.HALF),
        "FAULTY": (Tone.WARNING, Shape.ALERT),
        "MISSING": (Tone.DANGER, Shape.CROSS),
        "NOT_NEEDED": (Tone.MUTED, Shape.DOT),
    },
    "councils.meetings.MeetingState": {
        "PREPARING": (Tone.NEUTRAL, Shape.RING),
        "SITTING": (Tone.INFO, Shape.HALF),
        "COUNTED": (Tone.WARNING, Shape.CHECK),
        "SIGNED": (Tone.SUCCESS, Shape.DOT),
    },
    "councils.meetings.Presence": {
        "PRESENT": (Tone.SUCCESS, Shape.CHECK),
        "WRITTEN": (Tone.INFO, Shape.HALF),
        "EXCUSED": (Tone.WARNING, Shape.PAUSE),
        "ABSENT": (Tone.MUTED, Shape.CROSS),
    },
    "councils.meetings.Verdict": {
        "AGREED": (Tone.SUCCESS, Shape.CHECK),
        "REFUSED": (Tone.DANGER, Shape.CROSS),
        "POSTPONED": (Tone.WARNING, Shape.PAUSE),
        "LOWERED": (Tone.WARNING, Shape.ARROW),
    },
    "decisions.DecisionState": {
        "DRAFT": (Tone.NEUTRAL, Shape.RING),
        "TO_SIGN": (Tone.INFO, Shape.CLOCK),
        "SIGNED": (Tone.SUCCESS, Shape.CHECK),
        "ISSUED": (Tone.SUCCESS, Shape.DOT),
        "CORRECTED": (Tone.WARNING, Shape.HALF),
        "WITHDRAWN": (Tone.MUTED, Shape.CROSS),
    },
    "register.RecordState": {
        "VALID": (Tone.SUCCESS, Shape.CHECK),
        "CORRECTED": (Tone.WARNING, Shape.HALF),
        "WITHDRAWN": (Tone.MUTED, Shape.CROSS),
    },
    "councils.ballots.Passing": {
        "PASSED": (Tone.SUCCESS, Shape.CHECK),
        "FAILED": (Tone.DANGER, Shape.CROSS),
        "NO_THRESHOLD": (Tone.MUTED, Shape.DOT),
    },
}
"""Enumerations as their modules in ``domain`` call them; a test holds each to its members."""
