"""A questionnaire: its questions, who answers them and when; a file of its own in data/surveys/."""

from datetime import date

from roadmap_cli.domain.model.files.forms import AnyForm, FormChoice
from roadmap_cli.domain.model.kinds import Choice, Day, Flag, Identifier, Integer, Nested, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.text.grammar import TitledEnum


class QuestionKind(TitledEnum):
    """How a question is answered."""

    SCALE = "scale"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    PEOPLE = "people"

    @property
    def title(self) -> str:
        """The kind in Russian."""
        return {
            "scale": "оценка",
            "yes_no": "да или нет",
            "choice": "один вариант",
            "choices": "несколько вариантов",
            "text": "своими словами",
            "people": "люди по порядку желания",
        }[self.value]


class Respondent(TitledEnum):
    """Who answers a questionnaire."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    PARTICIPANT = "participant"
    CURATOR = "curator"
    ANYONE = "anyone"

    @property
    def title(self) -> str:
        """Who answers, in Russian."""
        return {
            "mentor": "наставники",
            "mentee": "наставляемые",
            "participant": "наставники и наставляемые",
            "curator": "координатор и кураторы",
            "anyone": "все желающие",
        }[self.value]


class Moment(TitledEnum):
    """When in the programme a questionnaire is answered."""

    BEFORE = "before"
    INTERIM = "interim"
    AFTER = "after"
    ONCE = "once"

    @property
    def title(self) -> str:
        """The moment in Russian."""
        return {
            "before": "до начала работы",
            "interim": "во время работы",
            "after": "по завершении работы",
            "once": "один раз",
        }[self.value]


class Use(TitledEnum):
    """What the matching takes from the answer to a question."""

    REQUESTS = "requests"
    COMPETENCES = "competences"
    INTERESTS = "interests"
    DIRECTIONS = "directions"
    EXPERIENCE = "experience"
    DAYS = "days"
    CAPACITY = "capacity"
    TIME = "time"
    VARIANT = "variant"
    FORM = "form"
    ROLE = "role"
    WISHES = "wishes"

    @property
    def title(self) -> str:
        """What is filled, in Russian."""
        return {
            "requests": "запрос наставляемого",
            "competences": "компетенции наставника",
            "interests": "интересы",
            "directions": "направления работы",
            "experience": "стаж",
            "days": "удобные дни",
            "capacity": "сколько наставляемых готов вести",
            "time": "ресурс времени",
            "variant": "ролевая модель",
            "form": "форма наставничества",
            "role": "кем хочет быть: наставником, наставляемым",
            "wishes": "предпочтения для подбора пар",
        }[self.value]


class Question(Record):
    """A question. `pair` links one asked before the work with the one asked after it."""

    id: str = required(Identifier(), "Код вопроса в этой анкете")
    text: str = required(Text(), "Вопрос")
    kind: QuestionKind = required(Choice(QuestionKind), "Как отвечают")
    least: int = optional(Integer(), "Оценка: наименьшая", default=1)
    most: int = optional(Integer(), "Оценка: наибольшая", default=10)
    labels: tuple[str, ...] = many(
        Text(), "Оценка: подписи от наименьшей к наибольшей, только крайние или все", default=()
    )
    options: tuple[str, ...] = many(Text(), "Варианты ответа", default=())
    pair: str | None = optional(
        Identifier(), "Код, общий с вопросом парной анкеты (до и после)", default=None
    )
    use: Use | None = optional(
        Choice(Use), "Куда идёт ответ: база наставников, наставляемых, подбор", default=None
    )


class Level(Record, told_apart=(("least",),)):
    """What a sum of scores is called: «15–18: оптимальный»."""

    least: int = required(Integer(), "Сумма баллов, начиная с которой уровень достигнут")
    title: str = required(Text(), "Название уровня")


class Questionnaire(Record):
    """`data/surveys/КОД.yaml`; the code is the name of the file."""

    title: str = required(Text(), "Название анкеты")
    respondents: Respondent = required(Choice(Respondent), "Кто отвечает")
    moment: Moment = optional(Choice(Moment), "Когда отвечают", default=Moment.ONCE)
    topic: str | None = optional(
        Identifier(), "Код, общий у анкет до и после одной темы", default=None
    )
    forms: tuple[AnyForm, ...] = many(
        FormChoice(), "Формы наставничества, для которых анкета (по умолчанию — все)", default=()
    )
    anonymous: bool = optional(Flag(), "Анкета анонимная", default=False)
    invited: int | None = optional(
        Integer(1), "Скольким людям предложена, если этого не видно из баз", default=None
    )
    opens: date | None = optional(Day(), "С какого дня отвечают", default=None)
    closes: date | None = optional(Day(), "По какой день ждут ответов", default=None)
    intro: str | None = optional(Text(), "Обращение к отвечающему", default=None)
    source: str | None = optional(
        Text(), "Откуда вопросы и насколько текст официальный", default=None
    )
    questions: tuple[Question, ...] = many(Nested(Question), "Вопросы", default=())
    levels: tuple[Level, ...] = many(
        Nested(Level), "Уровни по сумме баллов всех оценок, от низкого", default=()
    )

    def question(self, code: str) -> Question | None:
        """The question with this code."""
        return next((question for question in self.questions if question.id == code), None)
