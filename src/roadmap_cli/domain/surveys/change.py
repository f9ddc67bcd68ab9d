"""Before and after: the same people's scores at both ends, and how sure the change is.

The certainty is that of the exact two-sided sign test (Dixon and Mood, JASA 41, 1946): equal
scores are left out, and up and down are as likely as heads and tails.
"""

from collections.abc import Iterator
from math import comb
from statistics import mean
from typing import NamedTuple

from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.forms import AnyForm
from roadmap_cli.domain.model.files.surveys import Moment, Question, QuestionKind, Questionnaire
from roadmap_cli.domain.surveys.replies import score
from roadmap_cli.domain.surveys.respondents import form_of
from roadmap_cli.text.plurals import counted

# The usual bound: a change that chance alone brings in one case of twenty or less.
SIGNIFICANT = 0.05
# With fewer changed scores no result of the test can reach that bound: 2 · (1/2)^5 = 0.0625.
FEWEST_CHANGED = 6


class Change(NamedTuple):
    """One question asked before and after: `n` people replied to both.

    `by_chance` is how often chance alone gives a difference as large or larger, from 0 to 1.
    """

    question: Question
    n: int
    before: float
    after: float
    up: int
    down: int
    same: int
    by_chance: float

    @property
    def difference(self) -> float:
        """How much the mean has grown."""
        return self.after - self.before

    @property
    def words(self) -> str:
        """What may be said about it, in Russian."""
        people = counted(self.n, "человек", "человека", "человек")
        moved = f"{people}: выросло у {self.up}, снизилось у {self.down}, без изменений {self.same}"
        if not self.up + self.down:
            return f"{moved}"
        chance = _percent(self.by_chance)
        if self.by_chance <= SIGNIFICANT:
            return f"{moved}; вряд ли случайно (случайно бывает в {chance} случаев)"
        if self.up + self.down < FEWEST_CHANGED:
            return f"{moved}; ответов мало, чтобы судить, случайно ли это"
        return f"{moved}; может быть и случайным (случайно бывает в {chance} случаев)"


class PairedSurveys(NamedTuple):
    """Two questionnaires of one topic: the codes of the one before and of the one after."""

    topic: str
    before: str
    after: str


def paired_surveys(data: Dataset) -> tuple[PairedSurveys, ...]:
    """The questionnaires of the school that belong together, by topic and respondents."""
    return tuple(_pairs(data))


def _pairs(data: Dataset) -> Iterator[PairedSurveys]:
    for before, first in data.surveys.items():
        for after, second in data.surveys.items():
            if first.topic and _belong(first, second):
                yield PairedSurveys(first.topic, before, after)


def _belong(first: Questionnaire, second: Questionnaire) -> bool:
    moments = (first.moment, second.moment) == (Moment.BEFORE, Moment.AFTER)
    same = (first.topic, first.respondents, set(first.forms))
    return moments and same == (second.topic, second.respondents, set(second.forms))


def changes(
    data: Dataset, paired: PairedSurveys, form: AnyForm | None = None
) -> tuple[Change, ...]:
    """The changes of every scale that both questionnaires have; none of anonymous ones.

    With a `form` only the responses about it count.
    """
    first, second = data.surveys[paired.before], data.surveys[paired.after]
    if first.anonymous or second.anonymous:
        return ()
    earlier = {one.pair: one for one in first.questions if one.pair and _is_scale(one)}
    found = []
    for question in second.questions:
        asked = earlier.get(question.pair or "")
        if asked is not None and _is_scale(question):
            before = _scores(data, paired.before, asked, form)
            after = _scores(data, paired.after, question, form)
            both = [(before[person], after[person]) for person in before if person in after]
            found += [change_of(question, both)] if both else []
    return tuple(found)


def change_of(question: Question, both: list[tuple[int, int]]) -> Change:
    """The change between scores of the same people; `both` is not empty."""
    up = sum(after > before for before, after in both)
    down = sum(after < before for before, after in both)
    return Change(
        question,
        len(both),
        mean(before for before, _ in both),
        mean(after for _, after in both),
        up,
        down,
        len(both) - up - down,
        sign_test(up, down),
    )


def sign_test(up: int, down: int) -> float:
    """How often fair coins fall at least as unevenly, two-sided, from 0 to 1."""
    n, fewer = up + down, min(up, down)
    tail = sum(comb(n, k) for k in range(fewer + 1))
    return min(1.0, float(2 * tail / 2**n))


def _is_scale(question: Question) -> bool:
    return question.kind is QuestionKind.SCALE


def _scores(data: Dataset, code: str, question: Question, form: AnyForm | None) -> dict[str, int]:
    """Scores by person; of several responses of one person the last counts."""
    survey = data.surveys[code]
    found = {}
    for response in data.responses.of(code):
        value = score(question, response.reply(question.id))
        fits = form is None or form_of(data, survey, response) == form
        if response.person is not None and value is not None and fits:
            found[response.person] = value
    return found


def _percent(share: float) -> str:
    percent = round(100 * share)
    return f"{percent} %" if percent else "менее чем 1 %"
