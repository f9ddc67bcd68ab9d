"""The organisation that runs the programme: what the head of a document needs."""

from datetime import date

from roadmap_cli.domain.model.case_forms import (
    CaseForms,
    CaseRemark,
    doubts_about,
    is_settled,
)
from roadmap_cli.domain.model.files.forms import FormOfSchool
from roadmap_cli.domain.model.kinds import Choice, Day, Integer, Nested, Reference, Text
from roadmap_cli.domain.model.record import Record, many, optional, required
from roadmap_cli.domain.model.school_calendar import SchoolCalendar, Stretch, ordered
from roadmap_cli.text.grammar import Case, TitledEnum


class Gost(TitledEnum):
    """The edition of ГОСТ Р 7.0.97 by which documents are laid out."""

    G2016 = "2016"
    G2025 = "2025"

    @property
    def title(self) -> str:
        """The number of the standard."""
        return f"ГОСТ Р 7.0.97-{self.value}"


# ГОСТ Р 7.0.97-2025 replaced the edition of 2016 on that day; a requisite in the upper right
# corner may be 7.5 cm wide by the old one and 8 cm by the new one.
GOST_2025_SINCE = date(2025, 8, 18)
STAMP_MM = {Gost.G2016: 75, Gost.G2025: 80}


class CalendarDays(Record, told_apart=(("name",),)):
    """A term or holidays of the school year."""

    name: str = required(Text(), "Название: «I четверть», «осенние»")
    first: date = required(Day(), "Первый день")
    last: date = required(Day(), "Последний день")


class Organization(Record):
    """`data/organization.yaml`."""

    short_name: str = required(Text(), "Краткое название: МБУ ДО «Центр»")
    full_name: str | None = optional(Text(), "Полное название по уставу", default=None)
    short_name_cases: CaseForms | None = optional(
        Nested(CaseForms), "Падежи краткого названия, если программа ошибается", default=None
    )
    full_name_cases: CaseForms | None = optional(
        Nested(CaseForms), "Падежи полного названия, если программа ошибается", default=None
    )
    founder: str | None = optional(Text(), "Учредитель: печатается над названием", default=None)
    address: str | None = optional(Text(), "Юридический адрес (для согласий)", default=None)
    inn: str | None = optional(Text(), "ИНН (для согласий)", default=None)
    ogrn: str | None = optional(Text(), "ОГРН (для согласий)", default=None)
    phone: str | None = optional(Text(), "Телефон (для писем)", default=None)
    email: str | None = optional(Text(), "Электронная почта (для писем)", default=None)
    place: str | None = optional(Text(), "Место издания документов: г. Самара", default=None)
    site: str | None = optional(Text(), "Адрес сайта", default=None)
    director: str | None = optional(
        Reference("people"), "Руководитель: код из people.yaml", default=None
    )
    coordinator: str | None = optional(
        Reference("people"), "Координатор программы: код из people.yaml", default=None
    )
    curators: tuple[str, ...] = many(
        Reference("people"), "Кураторы: коды из people.yaml", default=()
    )
    site_editor: str | None = optional(
        Reference("people"), "Ответственный за сайт: код из people.yaml", default=None
    )
    acting_ground: str | None = optional(
        Text(),
        "На основании чего действует и. о. руководителя: «приказа учредителя от 01.09.2025 № 15»",
        default=None,
    )
    grounds: tuple[str, ...] = many(
        Text(),
        "Свои основания приказов, в творительном падеже: «приказом департамента от … № …»",
        default=(),
    )
    mentor_payment: str | None = optional(
        Text(),
        "Размер и условия выплаты наставнику: «3000 рублей в месяц за каждого наставляемого»",
        default=None,
    )
    meeting_days: int = optional(
        Integer(1, 366), "Пары встречаются не реже раза в столько дней", default=14
    )
    gost: Gost | None = optional(
        Choice(Gost), "Редакция ГОСТ Р 7.0.97 (по умолчанию — по дате документа)", default=None
    )
    forms: tuple[FormOfSchool, ...] = many(
        Nested(FormOfSchool),
        "Свои формы наставничества: кто наставник, кто наставляемый",
        default=(),
    )
    terms: tuple[CalendarDays, ...] = many(
        Nested(CalendarDays), "Четверти или триместры учебного года, по порядку", default=()
    )
    holidays: tuple[CalendarDays, ...] = many(
        Nested(CalendarDays), "Каникулы учебного года: осенние, зимние, весенние", default=()
    )

    def short_name_in(self, case: Case) -> str:
        """The short name in a case; a form given by hand wins."""
        return _name_in(self.short_name, self.short_name_cases, case)

    def full_name_in(self, case: Case) -> str:
        """The full name in a case, or the short one where it is not known."""
        if not self.full_name:
            return self.short_name_in(case)
        return _name_in(self.full_name, self.full_name_cases, case)

    @property
    def case_remarks(self) -> tuple[CaseRemark, ...]:
        """What a person should check in the cases of the names."""
        return tuple(filter(None, (self.short_name_remark(), self.full_name_remark())))

    def short_name_remark(self, case: Case | None = None) -> CaseRemark | None:
        """What to check in the cases of the short name; nothing if that form is given."""
        return _remark("short_name", self.short_name, self.short_name_cases, case)

    def full_name_remark(self, case: Case | None = None) -> CaseRemark | None:
        """The same for the full name."""
        if not self.full_name:
            return self.short_name_remark(case)
        return _remark("full_name", self.full_name, self.full_name_cases, case)

    @property
    def calendar(self) -> SchoolCalendar:
        """The terms and the holidays that are entered."""
        return SchoolCalendar(
            ordered([Stretch(one.name, one.first, one.last) for one in self.terms]),
            ordered([Stretch(one.name, one.first, one.last) for one in self.holidays]),
        )


def _name_in(name: str, own: CaseForms | None, case: Case) -> str:
    given = own.form(case) if own else None
    if given or case is Case.NOMINATIVE:
        return given or name
    from roadmap_cli.text.declension.organizations import declined_organization

    return declined_organization(name, case)[0]


def _remark(key: str, name: str, own: CaseForms | None, case: Case | None) -> CaseRemark | None:
    from roadmap_cli.text.declension.organizations import declined_organization

    doubts = doubts_about(own, name, lambda: declined_organization(name, Case.NOMINATIVE)[1])
    if is_settled(own, doubts, case):
        return None
    said = "; ".join(doubt.said for doubt in doubts)
    return CaseRemark(
        "Название организации",
        key,
        f"проверьте падеж: {said}",
        f"Впишите формы всех падежей в data/organization.yaml, ключ {key}_cases.",
    )
