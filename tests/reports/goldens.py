"""Golden files: papers as they were when somebody looked at them.

``python -m tests.reports.goldens`` writes them anew; look at the difference before committing it.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reports import paper
from tests.reports.cases import OFFICE, PLAN, TASKS, TODAY
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.builders.year_calendar import year_calendar
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.reports.excel.tracker.writer import write
from thidua_desktop.reports.model import Report

FOLDER = Path(__file__).parent / "golden"

PAPERS: dict[str, Report] = {
    "plan_annex": plan_annex(PLAN, TASKS),
    "quarter_schedule": quarter_schedule(OFFICE, 2026, 2, TASKS[2:4] + TASKS[7:8], TODAY),
    "year_calendar": year_calendar(OFFICE, 2026, TASKS, TODAY),
}


def lines_of(report: Report, scratch: Path) -> list[str]:
    """Page, left edge, base line (mm), face, size and text of every run; then every rule."""
    pdf.write(report, scratch / "paper.pdf")
    seen = paper.read(scratch / "paper.pdf")
    texts = [
        f"{run.page} {run.left:.1f} {run.base:.1f} {run.font} {run.size:g} {run.text.strip()}" for run in seen.texts
    ]
    rules = [
        f"{rule.page} rule {rule.left:.1f} {rule.top:.1f} {rule.right:.1f} {rule.bottom:.1f}" for rule in seen.rules
    ]
    return texts + rules


def parts_of(workbook: Path) -> dict[str, str]:
    """The parts of a workbook that say what is in it; the program's own version is left out."""
    with zipfile.ZipFile(workbook) as package:
        return {
            name: package.read(name).decode().replace("><", ">\n<")
            for name in package.namelist()
            if not name.startswith(("docProps/", "xl/theme/"))
        }


def tracker(scratch: Path) -> dict[str, str]:
    write(Tracker(OFFICE, (PLAN,), TASKS, TODAY), scratch / "tracker.xlsx")
    return parts_of(scratch / "tracker.xlsx")


def main() -> None:
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name, report in PAPERS.items():
            (FOLDER / f"{name}.txt").write_text("\n".join(lines_of(report, scratch)) + "\n", encoding="utf-8")
        for name, text in tracker(scratch).items():
            part = FOLDER / "tracker" / name
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
