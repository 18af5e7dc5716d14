"""From the outline to tasks, responsibilities and the part that each block plays (PLAN-READING 1-8)."""

from __future__ import annotations

import re
from dataclasses import replace

from thidua_desktop.domain.plans import Doubt, Role
from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans import duties, idle
from thidua_desktop.importing.plans.attributes import Attributes, attribute, doers_of, parted, row_doers
from thidua_desktop.importing.plans.harvest import Context, Duty, Found, Harvest, settle_sections
from thidua_desktop.importing.plans.outline import HEAD, PLAIN, STEP, TIME, Node, is_step
from thidua_desktop.importing.plans.placing import NOWHERE, Clock, Placed, place
from thidua_desktop.importing.plans.prose import Reading, read_cell, read_prose
from thidua_desktop.importing.plans.sections import (
    Attribute,
    Topic,
    attribute_of,
    holds_contents,
    is_time_heading,
    names_attributes,
    time_lead,
    topic_of_inner,
    topic_of_section,
)
from thidua_desktop.importing.plans.splitting import split_items
from thidua_desktop.importing.plans.text import plain, word_count
from thidua_desktop.importing.plans.times import Moment, Span
from thidua_desktop.importing.plans.units import (
    NOBODY,
    Doers,
    doers_in_heading,
    doers_in_sentence,
    tagged_doers,
)
from thidua_desktop.importing.plans.verbs import starts_duty, starts_unit

_CONDITIONAL = re.compile(r"\(\s*neu co\b|\bneu co\s*[).;,]|\bneu co\s*$|\(\s*neu [^)]{3,80}\)")


class Gatherer:
    """Walks the outline once."""

    def __init__(self, clock: Clock, frame: Placed = NOWHERE) -> None:
        """``frame`` is the month or quarter that the plan as a whole is for, where its title names one."""
        self.harvest = Harvest()
        self._clock = clock
        self._frame = frame

    def gather(self, root: Node) -> Harvest:
        """The tasks of the plan, its standing duties, and the roles of the blocks."""
        context = Context(None, root, self._frame)
        for child in root.children:
            self._visit(child, context, 1)
        settle_sections(self.harvest)
        return self.harvest

    def _visit(self, node: Node, context: Context, depth: int) -> None:
        attributes, children = parted(node)
        if not children or (holds_contents(node.text) and node.row is None and not is_time_heading(node.text)):
            for child in children:
                self._mark_all(child, Role.DETAIL)
            self._leaf(node, attributes, context)
            return
        if all(child.style == PLAIN and not child.children and duties.closes(child.text) for child in children):
            self._leaf(node, attributes, context)
            for child in children:
                self._closing(child)
            return
        inner = self._below(node, attributes, context, depth)
        if idle.is_work_above_other_signs(node, children) or (node.style == TIME and time_lead(node.text)):
            self._leaf(node, attributes, context)
            self._children(node, children, inner, depth)
            return
        if is_step(node.text) and any(told.kind is Attribute.CONTENT for _, told in attributes):
            # "Đợt 1: …" with its content told below is itself the work, beside what is dated on its own.
            self._leaf(node, attributes, context)
            self._children(node, children, inner, depth)
            return
        self.harvest.mark(node, Role.HEADING, depth)
        for child, _ in attributes:
            self._mark_all(child, Role.DETAIL)
        self._children(node, children, inner, depth)

    def _children(self, node: Node, children: list[Node], context: Context, depth: int) -> None:
        marked = any(child.marker is not None or child.row is not None for child in children)
        for number, child in enumerate(children):
            if child.style == PLAIN and not child.children:
                introduces = child.text.endswith(":") and number + 1 < len(children)
                self._plain(child, context, beside=marked, introduces=introduces, timed=is_time_heading(node.text))
            else:
                self._visit(child, context, depth + 1)

    def _below(self, node: Node, attributes: Attributes, context: Context, depth: int) -> Context:
        """The context that a heading makes for what stands under it."""
        topic, owner, schedule = context.topic, context.owner, context.schedule
        sectional = (
            depth == 1
            or node.style in (HEAD, "annex", "phan")
            or (context.owner.style in ("phan", "annex", "chuong") and context.owner is node.above)
        )
        named = (
            topic_of_section(node.text)
            if sectional and node.row is None
            else topic_of_inner(node.text, has_children=True)
        )
        timely = is_time_heading(node.text)
        if node.style == "annex" or (sectional and context.topic is None):
            owner = node
        if named is not None and not (timely and not sectional):
            topic = named
            owner = node if sectional or named is not context.topic else owner
        if timely or node.row is not None:
            topic = topic if topic in (Topic.WORK, Topic.TIMES) else Topic.TIMES
            schedule = True
        reading = self._heading_times(node, attributes, context)
        frame, recurrence, remark = self._framed(reading, context)
        doers = self._heading_doers(node, attributes).or_else(context.doers)
        return Context(topic, owner, frame, recurrence, remark, doers, schedule)

    def _heading_times(self, node: Node, attributes: Attributes, context: Context) -> Reading:
        given = attribute(attributes, Attribute.TIME)
        if given:
            return read_cell(given, self._clock)
        if node.row is not None and (node.row.time or node.row.marks):
            return Reading(node.row.marks) if node.row.marks else read_cell(node.row.time, self._clock)
        if node.style == TIME and (lead := time_lead(node.text)):
            return replace(read_cell(lead, self._clock), remark=None)
        if is_time_heading(node.text) or node.style in (TIME, STEP):
            return replace(read_cell(node.text, self._clock), remark=None)
        if word_count(node.text) <= 18:
            loose = read_cell(node.text, self._clock)
            quarters = [moment for moment in loose.moments if moment.kind in (Span.QUARTER, Span.MONTH)]
            if len(quarters) == 1 and not starts_duty(node.text):
                return replace(loose, moments=tuple(quarters), remark=None)
        reading = read_prose(node.text, self._clock, strict=False, framed=context.frame.known)
        return replace(reading, remark=None, recurrence=None)

    def _framed(self, reading: Reading, context: Context) -> tuple[Placed, Recurrence | None, str | None]:
        if reading.moments:
            return place(reading.moments[-1], self._clock, context.frame), None, None
        return context.frame, reading.recurrence or context.recurrence, reading.remark or context.remark

    def _heading_doers(self, node: Node, attributes: Attributes) -> Doers:
        if node.row is not None and (node.row.lead or node.row.coordinate):
            return row_doers(node)
        given = doers_of(attributes)
        return given or tagged_doers(node.text) or doers_in_heading(node.text)

    def _plain(self, node: Node, context: Context, *, beside: bool, introduces: bool, timed: bool) -> None:
        """A paragraph without a sign under a heading."""
        if duties.closes(node.text):
            self._closing(node)
        elif introduces or (attribute_of(node.text) is not None and not is_time_heading(node.text)):
            self.harvest.mark(node, Role.TEXT)
        elif context.topic in (Topic.WORK, Topic.TIMES) and (not beside or (timed and starts_duty(node.text))):
            self._leaf(node, [], context)
        elif context.topic is Topic.ORGANISE:
            self._standing(node, replace(context, doers=NOBODY) if beside else context)
        else:
            role = {Topic.PURPOSE: Role.PURPOSE, Topic.OTHER: Role.TEXT, Topic.BUDGET: Role.BUDGET}.get(
                context.topic or Topic.WORK, Role.DETAIL
            )
            self._dated(node, context, role)

    def _leaf(self, node: Node, attributes: Attributes, context: Context) -> None:
        for child, _ in attributes:
            self._mark_all(child, Role.DETAIL)
        topic = context.topic
        if context.owner.style == "root" and node.row is None:
            named = topic_of_section(node.text) if word_count(node.text.split(":", 1)[0]) <= 14 else None
            topic = named if named is not None else topic
            context = replace(context, topic=topic, owner=node)
        else:
            inner = topic_of_inner(node.text, has_children=False)
            topic = inner if inner in (Topic.PURPOSE, Topic.BUDGET, Topic.OTHER) and node.row is None else topic
        if duties.closes(node.text) and node.marker is None:
            self._closing(node)
        elif (
            node.row is not None
            or topic in (Topic.WORK, Topic.TIMES)
            or (context.frame.known and context.frame is not self._frame and topic is not Topic.PURPOSE)
        ) or topic is None:
            self._work(node, attributes, context)
        elif topic is Topic.ORGANISE:
            self._standing(node, context)
        else:
            role = {Topic.PURPOSE: Role.PURPOSE, Topic.BUDGET: Role.BUDGET}.get(topic, Role.TEXT)
            self._dated(node, context, role)

    def _work(self, node: Node, attributes: Attributes, context: Context) -> None:
        """An item of a work section: one task, or one for each of its times."""
        text = node.text
        if node.marker is not None and text:
            self.harvest.items.append(node)
        own = attribute_of(text)
        bare = is_time_heading(text) and node.style != STEP and not idle.is_stage(node)
        bare = bare and not (time_lead(text) and starts_duty(text.partition(":")[2].strip()))
        bare = bare or (node.row is not None and node.row.group) or (bool(attributes) and names_attributes(text))
        if not text or idle.says_nothing(text) or bare:
            self.harvest.mark(node, Role.HEADING if bare else Role.TEXT)
            return
        if own is not None and own.kind is not Attribute.CONTENT and node.row is None and context.topic is not None:
            self._dated(node, context, Role.DETAIL)
            return
        if context.topic is Topic.TIMES and node.row is None and idle.is_run(text) and not idle.is_stage(node):
            self.harvest.mark(node, Role.TEXT)
            return
        if word_count(text) <= 7 and node.style in ("roman", "capital", "annex", HEAD, "phan", "chuong"):
            self.harvest.mark(node, Role.HEADING, 1)
            return
        self.harvest.mark(node, Role.TASK)
        for piece, label in split_items(text, node.label):
            self._add(node, piece, label, attributes, context)

    def _add(self, node: Node, text: str, label: str | None, attributes: Attributes, context: Context) -> None:
        reading = self._times_of(node, text, attributes, context)
        sentence = doers_in_sentence(text)
        doers = row_doers(node).or_else(doers_of(attributes)).or_else(sentence).or_else(context.doers)
        product = (node.row.product if node.row else "") or attribute(attributes, Attribute.PRODUCT) or None
        places = self._places(reading, context.frame)
        for placed in places:
            self.harvest.tasks.append(
                Found(
                    text, node, placed, node.path(), label, doers, product,
                    reading.recurrence or (None if reading.moments else context.recurrence),
                    reading.remark or (None if reading.moments else context.remark),
                    self._doubts(node, text, reading, placed, context),
                    context.owner,
                    timed=placed.known or reading.recurrence is not None or reading.remark is not None,
                    schedule=_is_scheduled(node, context),
                )
            )  # fmt: skip

    def _times_of(self, node: Node, text: str, attributes: Attributes, context: Context) -> Reading:
        row = node.row
        if row is not None and row.marks:
            return self._finer(Reading(row.marks), text)
        given = (row.time if row is not None else "") or attribute(attributes, Attribute.TIME)
        if given and (told := read_cell(given, self._clock)).timed:
            return self._finer(told, text)
        if given:
            own = read_prose(text, self._clock, strict=False, framed=True, month=context.frame.month is not None)
            return own if own.timed else told
        timed = re.search(r"thoi (?:gian|han)(?: [a-z]+){0,3}\s*:\s*", plain(text))
        if timed is not None:
            stop = re.search(r"[.;](?:\s|$)", text[timed.end() :])
            reading = read_cell(text[timed.end() : timed.end() + stop.start() if stop else len(text)], self._clock)
            if reading.moments:
                return reading
        if node.style == STEP:
            head = read_cell(text.split(":", 2)[1] if text.count(":") > 1 else text, self._clock)
            own = read_prose(text, self._clock, strict=True, framed=True)
            if head.moments and not (own.sure and len(own.moments) > 1):
                return replace(head, moments=head.moments[:1], remark=None)
        reading = read_prose(
            text, self._clock, strict=False, framed=context.frame.known, month=context.frame.month is not None
        )
        if context.frame.quarter is not None:
            reading = replace(
                reading, moments=tuple(moment for moment in reading.moments if self._fits(moment, context.frame))
            )
        return reading

    def _finer(self, told: Reading, text: str) -> Reading:
        """The time that the item's own words give, where it lies within the one that its column gives."""
        if len(told.moments) != 1 or told.recurrence is not None:
            return told
        (outer,) = told.moments
        if outer.kind is Span.DAY and outer.first is None:
            return told
        own = read_prose(text, self._clock, strict=False, framed=True, month=outer.kind is Span.MONTH)
        frame = place(outer, self._clock)
        inner = [moment for moment in own.moments if moment.kind in (Span.DAY, Span.MONTH)]
        finer = inner and all(
            moment.kind is not outer.kind and self._fits(moment, frame) and self._inside(moment, frame)
            for moment in inner
        )
        return replace(own, moments=tuple(inner), remark=told.remark) if finer else told

    def _inside(self, moment: Moment, frame: Placed) -> bool:
        placed = place(moment, self._clock, frame)
        return frame.starts is not None or (placed.quarter == frame.quarter and frame.month in (None, placed.month))

    def _fits(self, moment: Moment, frame: Placed) -> bool:
        """Under a heading's time only a day, or a month within it, is finer."""
        if moment.kind is Span.DAY:
            return True
        if moment.kind is not Span.MONTH:
            return False
        placed = place(moment, self._clock, frame)
        if frame.starts is not None and frame.month is not None and placed.month is not None and placed.year:
            first, last = (frame.starts.year, frame.starts.month), (frame.year or 0, frame.month)
            return first <= (placed.year, placed.month) <= last
        return placed.quarter == frame.quarter

    def _places(self, reading: Reading, frame: Placed) -> list[Placed]:
        places = [place(moment, self._clock, frame) for moment in reading.moments]
        known = [placed for placed in places if placed.known]
        return list(dict.fromkeys(known)) or [frame if not reading.moments else (places[0] if places else frame)]

    def _doubts(self, node: Node, text: str, reading: Reading, placed: Placed, context: Context) -> tuple[Doubt, ...]:
        doubts: list[Doubt] = []
        if placed.impossible or (reading.moments and not reading.sure):
            doubts.append(Doubt.DAY_UNSURE)
        if len(reading.moments) > 1:
            doubts.append(Doubt.MAYBE_TWO)
        if context.topic is None:
            doubts.append(Doubt.MAYBE_NO_TASK)
        if node.style == PLAIN and context.topic is not Topic.TIMES and not starts_duty(text):
            doubts.append(Doubt.MAYBE_CONTINUATION)
        frame = context.frame
        if frame.quarter and placed.quarter and placed.quarter != frame.quarter and frame.starts is None:
            doubts.append(Doubt.QUARTER_UNSURE)
        if node.style == "cell" and node.row is not None and "\n" in node.row.lead:
            doubts.append(Doubt.UNITS_UNSURE)
        return tuple(doubts)

    def _standing(self, node: Node, context: Context) -> None:
        """A duty under "Tổ chức thực hiện": with a day a task, without one a responsibility."""
        if self._dated(node, context, Role.RESPONSIBILITY):
            return
        if (
            is_time_heading(node.text)
            or not node.text
            or (attribute_of(node.text) is not None and not starts_unit(node.text))
        ):
            self.harvest.mark(node, Role.TEXT)
            return
        doers = doers_in_sentence(node.text).or_else(context.doers)
        self.harvest.duties.append(Duty(node.text, node, node.path(), node.label, doers))

    def _dated(self, node: Node, context: Context, role: Role) -> bool:
        found = list(
            duties.dated_duties(
                node.text,
                self._clock,
                closing=False,
                days_only=role in (Role.PURPOSE, Role.BUDGET),
                duty_by_nature=role is Role.RESPONSIBILITY,
            )
        )
        self.harvest.mark(node, Role.TASK if found else role)
        for duty in found:
            doers = doers_in_sentence(duty.text).or_else(doers_in_sentence(node.text)).or_else(context.doers)
            self._add_dated(duty, node, doers, context)
        return bool(found)

    def _closing(self, node: Node) -> None:
        found = list(duties.dated_duties(node.text, self._clock, closing=True))
        self.harvest.mark(node, Role.TASK if found else Role.CLOSING)
        for duty in found:
            doers = Doers(duty.lead) if duty.lead else doers_in_sentence(duty.text)
            self._add_dated(duty, node, doers, None)

    def _add_dated(self, duty: duties.Duty, node: Node, doers: Doers, context: Context | None) -> None:
        """A dated duty; without a context it stands in the closing and has no section."""
        for placed in self._places(duty.reading, context.frame if context else NOWHERE):
            self.harvest.tasks.append(
                Found(
                    duty.text,
                    node,
                    placed,
                    node.path() if context else None,
                    node.label if context else None,
                    doers,
                    recurrence=duty.reading.recurrence,
                    remark=duty.reading.remark,
                    doubts=(Doubt.DAY_UNSURE,) if placed.impossible else (),
                    timed=True,
                )
            )

    def _mark_all(self, node: Node, role: Role) -> None:
        self.harvest.mark(node, role)
        for child in node.children:
            self._mark_all(child, role)


def _is_scheduled(node: Node, context: Context) -> bool:
    """Whether the item stands in a schedule: under a time, in a section about time, in a table with a time column."""
    return (
        context.schedule
        or node.style == TIME
        or context.topic is Topic.TIMES
        or (node.row is not None and node.row.time_column)
    )


def conditional(text: str) -> bool:
    """ "(nếu có)": the task falls away when its occasion does."""
    return bool(_CONDITIONAL.search(plain(text)))
