"""Figures of a year counted anew from its YAML files, without any code of the program."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import yaml

Share = tuple[int, int]


class Year:
    """The files of a workspace as plain data."""

    def __init__(self, root: Path) -> None:
        data = root / "data"
        self.files = {path.stem: self._read(path) for path in data.glob("*.yaml")}
        self.surveys = {path.stem: self._read(path) for path in (data / "surveys").glob("*.yaml")}
        self.responses = self.files["responses"]["responses"]
        self.people = {one["id"]: one for one in self.files["people"]["people"]}

    @staticmethod
    def _read(path: Path) -> Any:
        return yaml.safe_load(path.read_text("utf-8"))

    def shares(self) -> dict[str, Share]:
        """The indicators as numerator and denominator, by code."""
        mentors, mentees = self.files["mentors"]["mentors"], self.files["mentees"]["mentees"]
        pairs, tasks = self.files["pairs"]["pairs"], list(self._tasks())
        paired = {code for pair in pairs for code in pair["mentees"]}
        steps = [step for plan in self.files["plans"]["plans"] for step in plan["steps"]]
        lessons = self.files["school"]["lessons"]
        trained = set.intersection(*(set(lesson["attended"]) for lesson in lessons))
        population = self.files["indicators"]["population"]
        sums = [
            sum(self._score(reply) for reply in one["replies"])
            for one in self.responses
            if one["survey"] == "curator"
        ]
        return {
            "r145.1": (self._aged(mentees, 10, 19), population["children"]),
            "r145.2": (self._aged(mentors, 15, 19), population["teenagers"]),
            "r145.3": (
                sum(1 for one in mentees if one.get("experience", 99) <= 3),
                population["young_teachers"],
            ),
            "r145.5": self._satisfied("mentee"),
            "r145.6": self._satisfied("mentor"),
            "m.paired": (len(paired), len(mentees)),
            "m.done": (sum(task.get("status") == "done" for task in tasks), len(tasks)),
            "m.trained": (len(trained), len(mentors)),
            "m.planned": (len(self.files["plans"]["plans"]), len(pairs)),
            "m.steps": (sum("result" in step for step in steps), len(steps)),
            "m.meetings": (len(self.files["meetings"]["meetings"]), len(pairs)),
            "m.quality": (sum(sums), len(sums)),
            "own.meetings": (len(self.files["meetings"]["meetings"]), 1),
        }

    def _tasks(self) -> Iterable[dict[str, Any]]:
        for stage in self.files["roadmap"]["stages"]:
            for activity in stage["activities"]:
                yield from activity["tasks"]

    def _aged(self, rows: list[dict[str, Any]], low: int, high: int) -> int:
        """Pupils of that age on 28 May 2026; all are born in March."""
        born = [
            date.fromisoformat(str(self.people[one["person"]]["born"]))
            for one in rows
            if one["form"] == "pupil_pupil"
        ]
        return sum(low <= 2026 - day.year <= high for day in born)

    def _satisfied(self, side: str) -> Share:
        means = [
            sum(values) / len(values)
            for one in self.responses
            if one["survey"].startswith(f"{side}-after") and (values := self._scales(one))
        ]
        return sum(mean >= 7 for mean in means), len(means)

    def _scales(self, response: dict[str, Any]) -> list[int]:
        kinds = {one["id"]: one["kind"] for one in self.surveys[response["survey"]]["questions"]}
        return [
            self._score(reply)
            for reply in response["replies"]
            if kinds[reply["question"]] == "scale"
        ]

    @staticmethod
    def _score(reply: dict[str, Any]) -> int:
        return int(reply["value"][0])

    def scores(self, survey: str, question: str) -> dict[str, int]:
        """The scores that a question of a questionnaire got, by person."""
        return {
            str(one.get("person") or one["id"]): self._score(reply)
            for one in self.responses
            if one["survey"] == survey
            for reply in one["replies"]
            if reply["question"] == question
        }

    def mean_and_median(self, survey: str, question: str) -> tuple[Fraction, float, int]:
        """The mean, the median and how many replied."""
        values = list(self.scores(survey, question).values())
        return Fraction(sum(values), len(values)), median(values), len(values)

    def both(self, before: str, after: str) -> dict[str, list[tuple[int, int]]]:
        """The scores of the same people before and after, by the later question's code."""
        found = {}
        asked = {
            one["pair"]: one["id"]
            for one in self.surveys[before]["questions"]
            if one["kind"] == "scale" and "pair" in one
        }
        for one in self.surveys[after]["questions"]:
            if one["kind"] == "scale" and one.get("pair") in asked:
                first = self.scores(before, asked[one["pair"]])
                last = self.scores(after, one["id"])
                found[one["id"]] = [(first[who], last[who]) for who in first if who in last]
        return found
