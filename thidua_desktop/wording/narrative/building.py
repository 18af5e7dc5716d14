"""A report in words for a period: the texts of the data file with its figures, and what is left for the clerk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.narrative.model import Narrative, Number, Paragraph, Section, Sentence
from thidua_desktop.domain.narrative.texts import ITEMS, ParagraphText, ReportTexts, SectionText
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.statistics.facts import Facts, MovementFact, TaskFact, lies_in
from thidua_desktop.domain.statistics.figures import count
from thidua_desktop.domain.statistics.figures import values as values_of
from thidua_desktop.domain.statistics.orders import in_order
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Subject
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.wording import formats, papers, statistics
from thidua_desktop.wording.narrative import annexes, tasks, times
from thidua_desktop.wording.narrative.filling import filled, sentence
from thidua_desktop.wording.narrative.values import Item, Values, counted


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of.

    Args:
        facts: of the period and of the like one before it.
        plan: the plan that the report answers to; None where there is none.
        coming: the tasks of the years that the next period touches.
    """

    facts: Facts
    period: Period
    office: Office
    texts: ReportTexts
    plan: Plan | None = None
    plans: Sequence[Plan] = ()
    """All plans of the year."""
    coming: Sequence[Task] = ()


@dataclass(slots=True)
class _Gaps:
    findings: list[Finding] = field(default_factory=list)

    def add(self, section: str, what: str) -> None:
        self.findings.append(Finding("narrative.to_fill", Severity.INFO, {"section": section, "what": what}))


def narrative(material: Material) -> Narrative:
    """The report.

    Raises:
        ReportTextWrong: the texts name something that there is not.
    """
    values = _values(material)
    gaps = _Gaps()
    opening = tuple(paragraph for text in material.texts.opening for paragraph in _paragraphs(text, values, "", gaps))
    sections = _kept([_section(text, values, gaps) for text in material.texts.sections])
    title = material.texts.titles[times.title_key(material.period)]
    closing = "closing" if material.office.name else "closing_unnamed"
    return Narrative(
        period=material.period,
        title=tuple(filled(line, values, opens=False).text for line in title),
        opening=opening,
        sections=tuple(sections),
        closing=filled(material.texts.words[closing], values),
        tables=annexes.tables(material.texts.annexes, values),
        findings=(*gaps.findings, *_doubts(values)),
    )


def _values(material: Material) -> Values:
    period, texts = material.period, material.texts
    following = times.following(period)
    own = [task for task in material.facts.of(Subject.TASKS) if isinstance(task, TaskFact) and lies_in(task, period)]
    sorts = {name: tasks.done_of_sort(own, words) for name, words in texts.sorts.items()}
    items: dict[str, Sequence[Item]] = {f"{name}_done": tasks.named(found) for name, found in sorts.items()}
    items |= {
        "reasons": tasks.reasons(own),
        "next_tasks": tasks.planned(material.coming, following, texts.words),
        "movements": _movements(material.facts, period),
        "documents": _documents(material.plans, texts.words),
    }
    marked = {f"{name}_done": tuple(task.id for task in found) for name, found in sorts.items()}
    marked["plans"] = (0,) if material.plan is not None and material.plan.number else ()
    return Values(material.facts, period, texts, _words(material, following), marked, items)


def _words(material: Material, following: Period) -> Mapping[str, str]:
    period, office = material.period, material.office
    named = papers.in_text(office.name) or material.texts.words["no_office"]
    return {
        "period": times.in_text(period),
        "before": times.before(period),
        "before_column": times.before_column(period),
        "next": times.in_text(following),
        "year": str(period.year),
        "office": named,
        "plan": _plan(material.plan, material.texts.words),
        "subject": f"công tác thi đua, khen thưởng {times.in_text(period)}",
    }


def _plan(plan: Plan | None, words: Mapping[str, str]) -> str:
    """``Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh``, as far as it is known."""
    if plan is None or not plan.number:
        return ""
    text = words["plan"].format(number=plan.number)
    if isinstance(plan.issued_on, date):
        text += words["of_day"].format(day=formats.day_in_text(plan.issued_on))
    issuer = papers.in_text(plan.issuer or "")
    return text + (words["of_issuer"].format(issuer=issuer) if issuer else "")


def _documents(plans: Sequence[Plan], words: Mapping[str, str]) -> tuple[Item, ...]:
    """The plans of the year, with a line above them."""
    told = [": ".join(filter(None, (_plan(plan, words), papers.kind_and_subject(plan.title)[1]))) for plan in plans]
    listed = tuple(Item(f"{text.rstrip('.;')}.") for text in told if text)
    return (Item(words["documents"], heading=True), *listed) if listed else ()


def _movements(facts: Facts, period: Period) -> tuple[Item, ...]:
    found = (fact for fact in facts.of(Subject.MOVEMENTS) if isinstance(fact, MovementFact) and lies_in(fact, period))
    return tuple(Item(f"{fact.name.rstrip('.;')}.") for fact in found if fact.name)


def _section(text: SectionText, values: Values, gaps: _Gaps) -> Section:
    title = filled(text.title, values).text
    title = title.upper() if text.level < 2 else title
    made = [paragraph for one in text.paragraphs for paragraph in _paragraphs(one, values, title, gaps)]
    if not made and text.fill:
        made = [_to_fill(text.key, text.fill, values, title, gaps)]
    return Section(text.key, title, text.level, text.label, tuple(made))


def _kept(sections: Sequence[Section]) -> list[Section]:
    """The sections without those below which nothing stands, numbered anew where one is left out."""
    kept = [section for at, section in enumerate(sections) if section.paragraphs or _holds(sections, at)]
    return _numbered(kept)


def _holds(sections: Sequence[Section], at: int) -> bool:
    for below in sections[at + 1 :]:
        if below.level <= sections[at].level:
            return False
        if below.paragraphs:
            return True
    return False


def _numbered(sections: Sequence[Section]) -> list[Section]:
    made: list[Section] = []
    counts = {1: 0, 2: 0}
    for section in sections:
        if section.level == 0:
            counts = {1: 0, 2: 0}
            made.append(section)
            continue
        counts[section.level] += 1
        if section.level == 1:
            counts[2] = 0
        number = counts[section.level]
        label = f"{formats.roman(number)}." if section.level == 1 else f"{number}."
        made.append(Section(section.key, section.title, section.level, label, section.paragraphs))
    return made


def _paragraphs(text: ParagraphText, values: Values, title: str, gaps: _Gaps) -> Iterator[Paragraph]:
    made = list(_each(text, values) if text.each else _plain(text, values))
    if not made and text.fill:
        made = [_to_fill(text.key, text.fill, values, title, gaps)]
    yield from made


def _plain(text: ParagraphText, values: Values) -> Iterator[Paragraph]:
    found = [made for variants in text.sentences if (made := sentence(variants, values)) is not None]
    if found:
        yield Paragraph(text.key, tuple(found), text.label)


def _each(text: ParagraphText, values: Values) -> Iterator[Paragraph]:
    if text.each.startswith(ITEMS):
        yield from _items(text, values)
        return
    dimension = Dimension(text.each)
    subject = values.question(text.of).subject
    present = values_of(values.facts, subject, values.period, dimension)
    for value in in_order(values.facts.names, dimension, present):
        word = statistics.value(dimension, value, values.facts.names)
        inner = values.about(Condition(dimension, (value,)), word, text.of)
        if inner.value(text.of):
            yield from _plain(text, inner)


def _items(text: ParagraphText, values: Values) -> Iterator[Paragraph]:
    found = values.items[text.each.removeprefix(ITEMS)]
    told = found[: text.most] if text.most else found
    for item in told:
        label = "" if item.heading else text.label
        yield Paragraph(text.key, (Sentence((item.text,)),), label)
    left = sum(not item.heading for item in found[len(told) :])
    if left and text.rest:
        ids = tuple(number for item in found[len(told) :] for number in item.tasks)
        before, _, after = text.rest.partition("{rest}")
        parts = (before, Number(counted(left), left, tasks=ids), after) if "{rest}" in text.rest else (text.rest,)
        yield Paragraph(text.key, (Sentence(parts),), text.label)


def _to_fill(key: str, what: str, values: Values, title: str, gaps: _Gaps) -> Paragraph:
    asked = filled(what, values).text
    asked = asked[:1].lower() + asked[1:]
    gaps.add(title, asked)
    text = values.texts.words["to_fill"].format(what=asked)
    return Paragraph(key, (Sentence((text,)),), to_fill=True)


def _doubts(values: Values) -> Iterator[Finding]:
    """What keeps a number from being whole: recipients of whom something is not known."""
    for name in ("leader", "sex", "ethnic"):
        asked = values.question("awards_persons").where(Dimension(name), "?")
        number = count(values.facts, asked).value
        if number:
            yield Finding(f"narrative.{name}_unknown", Severity.WARNING, {"count": number})
