"""The acts that documents rest on: full title, number, date, when they hold, and for whom.

The one table behind the grounds that templates print and behind what `check` says of a law cited
before or after its time. `seen` is True for requisites seen in a published source; those from
memory are marked when they are printed, and the school confirms them.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from roadmap_cli.domain.model.files.forms import Side

_LEARNERS = frozenset((Side.PUPIL, Side.STUDENT))
_WORKERS = frozenset((Side.WORKER,))


class Purpose(Enum):
    """What an act is cited for."""

    MENTORING = "mentoring"
    PROGRAMME = "programme"
    DUTY = "duty"
    PAYMENT = "payment"
    REWARD = "reward"


class Act(NamedTuple):
    """An act of law as documents cite it.

    `by` is its head after «в соответствии с», `rest` what follows; `brief` is the whole without
    its title, for papers that rest on an order which names it in full. It holds from `since` on:
    none of them is known to have ended. `mentors` and `mentees` are the sides of a form that it is
    about, empty for all of them. `pattern` finds it in a text, `cited` says there in Russian that
    it is named. It `gives_way` to the act of that code. `articles` of a code are cited together.
    """

    code: str
    by: str
    rest: str
    since: date
    purposes: frozenset[Purpose]
    mentees: frozenset[Side] = frozenset()
    mentors: frozenset[Side] = frozenset()
    seen: bool = False
    pattern: str = ""
    cited: str = ""
    gives_way: str = ""
    brief: str = ""
    articles: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """True from the day that it is in force."""
        return self.since <= day

    def is_about(self, form: tuple[Side | None, Side | None]) -> bool:
        """True for a form with the sides that the act is about, or of which nobody knows them."""
        mentor, mentee = form
        return (not self.mentors or mentor is None or mentor in self.mentors) and (
            not self.mentees or mentee is None or mentee in self.mentees
        )


# Where requisites were seen: 273-ФЗ and Р-145 in dozens of local acts (10shl.uralschool.ru card
# 6769), МР-42/02 in yalunino.uralschool.ru card 192, 3273-р in school108ufa.ru card 13604, the
# recommendations of АЗ-1128/08 in sh7grach.ru and ug.ru, ст. 351.8 in npalib.ru (381-ФЗ of
# 09.11.2024), ст. 191 in fzrf.su. The official title of the Concept and ст. 60.2 and 151: memory.
_MENTORING = frozenset((Purpose.MENTORING, Purpose.PROGRAMME))
ACTS: tuple[Act, ...] = (
    Act(
        "education",
        "Федеральным законом",
        "от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»",
        date(2013, 9, 1),
        _MENTORING,
        seen=True,
    ),
    Act(
        "labour-351-8",
        "статьёй",
        "Трудового кодекса Российской Федерации",
        date(2025, 3, 1),
        frozenset((Purpose.MENTORING, Purpose.DUTY, Purpose.PAYMENT)),
        mentors=_WORKERS,
        mentees=_WORKERS,
        seen=True,
        pattern=r"351\.8(?!\d)",
        cited="названа статья 351.8 ТК",
        articles=("351.8",),
    ),
    Act(
        "labour-60-2",
        "статьями",
        "Трудового кодекса Российской Федерации",
        date(2006, 10, 6),
        frozenset((Purpose.DUTY, Purpose.PAYMENT)),
        mentors=_WORKERS,
        gives_way="labour-351-8",
        articles=("60.2", "151"),
    ),
    Act(
        "labour-191",
        "статьёй",
        "Трудового кодекса Российской Федерации",
        date(2002, 2, 1),
        frozenset((Purpose.REWARD,)),
        mentors=_WORKERS,
        seen=True,
        articles=("191",),
    ),
    Act(
        "concept",
        "Концепцией развития наставничества в Российской Федерации на период до 2030 года,",
        "утверждённой распоряжением Правительства Российской Федерации от 21.05.2025 № 1264-р",
        date(2025, 5, 21),
        _MENTORING,
        pattern=r"№\s*1264-р",
        cited="названа Концепция № 1264-р",
        brief="распоряжением Правительства Российской Федерации от 21.05.2025 № 1264-р",
    ),
    Act(
        "r145",
        "распоряжением Министерства просвещения Российской Федерации",
        "от 25.12.2019 № Р-145 «Об утверждении методологии (целевой модели) наставничества"
        " обучающихся для организаций, осуществляющих образовательную деятельность по"
        " общеобразовательным, дополнительным общеобразовательным и программам среднего"
        " профессионального образования, в том числе с применением лучших практик обмена опытом"
        " между обучающимися»",
        date(2019, 12, 25),
        _MENTORING,
        mentees=_LEARNERS,
        seen=True,
        pattern=r"№\s*[РP]-145",
        cited="названо распоряжение № Р-145",
        brief="распоряжением Министерства просвещения Российской Федерации от 25.12.2019 № Р-145",
    ),
    Act(
        "mr-42-02",
        "письмом Министерства просвещения Российской Федерации",
        "от 23.01.2020 № МР-42/02 «О направлении целевой модели наставничества и методических"
        " рекомендаций»",
        date(2020, 1, 23),
        _MENTORING,
        mentees=_LEARNERS,
        seen=True,
        pattern=r"МР-42/02",
        cited="названо письмо № МР-42/02",
        brief="письмом Министерства просвещения Российской Федерации от 23.01.2020 № МР-42/02",
    ),
    Act(
        "principles",
        "распоряжением Правительства Российской Федерации",
        "от 31.12.2019 № 3273-р «Об утверждении основных принципов национальной системы"
        " профессионального роста педагогических работников Российской Федерации, включая"
        " национальную систему учительского роста»",
        date(2019, 12, 31),
        _MENTORING,
        mentees=_WORKERS,
        seen=True,
        pattern=r"№\s*3273-р",
        cited="названо распоряжение № 3273-р",
        brief="распоряжением Правительства Российской Федерации от 31.12.2019 № 3273-р",
    ),
    Act(
        "az-1128",
        "Методическими рекомендациями по разработке и внедрению системы (целевой модели)"
        " наставничества педагогических работников в образовательных организациях,",
        "направленными письмом Министерства просвещения Российской Федерации и Общероссийского"
        " Профсоюза образования от 21.12.2021 № АЗ-1128/08, № 657",
        date(2021, 12, 21),
        _MENTORING,
        mentees=_WORKERS,
        seen=True,
        pattern=r"АЗ-1128",
        cited="названо письмо № АЗ-1128/08",
        brief="письмом Министерства просвещения Российской Федерации и Общероссийского Профсоюза"
        " образования от 21.12.2021 № АЗ-1128/08, № 657",
    ),
)
ACT = {act.code: act for act in ACTS}


def grounds(
    purpose: Purpose, forms: frozenset[tuple[Side | None, Side | None]], day: date
) -> tuple[Act, ...]:
    """The acts in force on a day that a document about these forms rests on; of none, any act.

    Роструд, 02.10.2025 № ТЗ/7300-6-1: ст. 351.8 is about a worker who helps another worker; who
    mentors pupils does extra work by ст. 60.2.
    """
    in_force = [act for act in ACTS if purpose in act.purposes and act.holds_on(day)]
    chosen = {act.code for form in forms or {(None, None)} for act in _about(form, in_force)}
    return tuple(act for act in in_force if act.code in chosen)


def _about(form: tuple[Side | None, Side | None], acts: Iterable[Act]) -> list[Act]:
    """The acts about one form, without those that give way to another of them."""
    found = [act for act in acts if act.is_about(form)]
    codes = {act.code for act in found}
    return [act for act in found if act.gives_way not in codes]
