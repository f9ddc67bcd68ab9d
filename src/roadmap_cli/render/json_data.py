"""Reports as JSON data: the shapes that scripts may rely on, under one version number."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from roadmap_cli.domain.deadlines.deadline import Deadline
from roadmap_cli.domain.model.edits import Edit
from roadmap_cli.domain.model.files.roadmap import Activity, Stage
from roadmap_cli.domain.model.plain import plain_text
from roadmap_cli.domain.model.record import Record, keys
from roadmap_cli.domain.plan.planned import PlannedTask
from roadmap_cli.domain.plan.status import Progress, StatusReport
from roadmap_cli.domain.plan.timeline import Timeline
from roadmap_cli.domain.plan.urgency import Urgency, urgency
from roadmap_cli.problems import Problem

VERSION = 1
Json = dict[str, Any]


def record_json(record: Record) -> Json:
    """A record as its file holds it: codes, words and days, absent values as null."""
    return {key.name: _value_json(getattr(record, key.name)) for key in keys(type(record))}


def _value_json(value: Any) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [_value_json(each) for each in value]
    if isinstance(value, Record):
        return record_json(value)
    return value if value is None or isinstance(value, int) else plain_text(value)


def envelope(command: str, as_of: str, data: Json) -> Json:
    """What every `--json` answer is wrapped in; `version` grows when a shape changes."""
    return {"version": VERSION, "command": command, "as_of": as_of, "data": data}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def deadline_json(deadline: Deadline) -> Json:
    """The notation and what was understood of it."""
    every = deadline.every
    return {
        "text": deadline.text,
        "kind": deadline.kind.value,
        "start": _day(deadline.start),
        "end": _day(deadline.end),
        "every": every
        and {
            "unit": every.unit.value,
            "interval": every.interval,
            "times": every.times,
            "at_least": every.at_least,
            "day": every.day,
            "ordinal": every.ordinal,
            "weekdays": list(every.weekdays),
            "months": list(every.months),
        },
        "offset": deadline.offset
        and {
            "count": deadline.offset.amount,
            "unit": deadline.offset.unit.value,
            "working_days": deadline.offset.working_days,
        },
        "anchor": deadline.anchor,
        "number": deadline.number,
        "parts": [{"start": _day(part.start), "end": _day(part.end)} for part in deadline.parts],
        "note": deadline.note,
    }


def task_json(planned: PlannedTask, state: Urgency, today: date) -> Json:
    """A task with what it inherits."""
    task = planned.task
    return {
        "id": task.id,
        "text": task.text,
        "stage": planned.stage.id,
        "activity": planned.activity.id,
        "status": task.status.value,
        "urgency": state.value,
        "deadline": deadline_json(planned.deadline),
        "due": _day(planned.due(today)),
        "moved_from": task.moved_from,
        "responsible": planned.responsible,
        "done_on": _day(task.done_on),
        "note": task.note,
        "evidence": [
            {
                name: getattr(proof, name)
                for name in ("document", "file", "link", "paper")
                if getattr(proof, name)
            }
            for proof in task.evidence
        ],
    }


def tasks_json(tasks: Sequence[tuple[PlannedTask, Urgency]], today: date) -> Json:
    """A list of tasks."""
    return {"tasks": [task_json(planned, state, today) for planned, state in tasks]}


def _progress(progress: Progress) -> Json:
    return {
        "total": progress.total,
        "done": progress.done,
        "by_urgency": {state.value: count for state, count in progress.by_urgency.items()},
    }


def status_json(report: StatusReport) -> Json:
    """The report of `roadmap status`."""
    return {
        "title": report.title,
        "school_year": report.school_year,
        "progress": _progress(report.progress),
        "unproven": list(report.unproven),
        "waiting": list(report.waiting),
        "stages": [
            {
                "id": each.stage.id,
                "title": each.stage.title,
                "next_due": _day(each.next_due),
                **_progress(each.progress),
            }
            for each in report.stages
        ],
        **tasks_json(report.tasks, report.today),
    }


def item_json(item: Stage | Activity, tasks: Sequence[PlannedTask], today: date) -> Json:
    """A stage or an activity with its tasks."""
    own = tasks_json([(planned, urgency(planned, today)) for planned in tasks], today)
    at_hand = {
        name: getattr(item, name)
        for name in ("deadline", "moved_from", "responsible")
        if hasattr(item, name)
    }
    return {"id": item.id, "title": item.title, **at_hand, "note": item.note, **own}


def timeline_json(timeline: Timeline) -> Json:
    """The rows of `roadmap gantt`."""
    return {
        "first": _day(timeline.first),
        "last": _day(timeline.last),
        "bars": [
            {
                "id": bar.id,
                "title": bar.title,
                "start": _day(bar.start),
                "end": _day(bar.end),
                "urgency": bar.urgency and bar.urgency.value,
            }
            for bar in timeline.bars
        ],
    }


def edits_json(edits: Sequence[Edit], files: Sequence[str], *, dry_run: bool) -> Json:
    """What an editing command did, or would do."""
    return {
        "dry_run": dry_run,
        "files": list(files),
        "edits": [
            {"id": edit.item_id, "action": edit.said, "changed": bool(edit.changes)}
            for edit in edits
        ],
    }


def problems_json(problems: Sequence[Problem]) -> Json:
    """Problems with their places."""
    return {
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ]
    }
