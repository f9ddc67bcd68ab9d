"""The table of checks: what `roadmap check` runs, in which order, under which codes."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import NamedTuple, cast

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import BY_KEY, Dataset, registry_of
from roadmap_cli.problems import Severity

Rule = Callable[[Dataset, date], Iterator[Finding]]


class Check(NamedTuple):
    """A rule: its code, its Russian title, where its function stands, how serious a breach is.

    `declared` is `module:function`: a command that writes runs the errors only, and so does
    not import the rules of the rest. A rule that `needs` files besides the roadmap says
    nothing while one of them is broken: its data may be in the broken file. A rule that forgets
    to say what it needs takes a missing record for one that was never there. `finds_in` are the
    files in which it can find something; empty means any.
    """

    code: str
    title: str
    declared: str
    severity: Severity = Severity.WARNING
    needs: tuple[str, ...] = ()
    finds_in: tuple[str, ...] = ()

    @property
    def run(self) -> Rule:
        """The rule: what it finds in the data on a day."""
        module, _, name = self.declared.partition(":")
        home = import_module(f"roadmap_cli.domain.checks.{module}")
        return cast(Rule, getattr(home, name))


CHECKS: tuple[Check, ...] = (
    Check("deadline-missing", "У мероприятия нет срока", "plan_gaps:deadline_missing"),
    Check("deadline-unreadable", "Срок не распознан", "plan_gaps:deadline_unreadable"),
    Check("deadline-outside-year", "Срок вне учебного года", "plan_gaps:deadline_outside_year"),
    Check("deadline-doubtful", "Срок под вопросом", "plan_gaps:deadline_doubtful"),
    Check(
        "deadline-without-days",
        "Дни четвертей или каникул не указаны",
        "plan_gaps:deadline_without_days",
        needs=("organization",),
    ),
    Check("responsible-missing", "Нет ответственного", "plan_gaps:responsible_missing"),
    Check("initials-unfinished", "В инициалах нет точки", "plan_structure:initials_unfinished"),
    Check(
        "id-duplicate",
        "Номер повторяется",
        "plan_structure:id_duplicate",
        Severity.ERROR,
        finds_in=("roadmap",),
    ),
    Check(
        "id-misplaced",
        "Номер не на своём месте",
        "plan_structure:id_misplaced",
        Severity.ERROR,
        finds_in=("roadmap",),
    ),
    Check(
        "numbering-gap",
        "Пропуск в нумерации",
        "plan_structure:numbering_gap",
        needs=("roadmap",),
    ),
    Check(
        "nothing-inside",
        "Пустой этап или мероприятие",
        "plan_structure:nothing_inside",
        needs=("roadmap",),
    ),
    Check("quotes-unbalanced", "Непарные кавычки", "plan_structure:quotes_unbalanced"),
    Check("html-leftover", "Остатки разметки", "plan_structure:html_leftover"),
    Check("doubtful", "Отмечено как сомнительное", "plan_structure:doubtful"),
    Check(
        "done-without-date",
        "Выполнено, но без даты",
        "plan_gaps:done_without_date",
        needs=("roadmap",),
    ),
    Check("date-without-done", "Есть дата, но не выполнено", "plan_gaps:date_without_done"),
    Check("done-in-future", "День выполнения ещё не наступил", "plan_gaps:done_in_future"),
    Check(
        "done-without-evidence",
        "Выполнено, но не подтверждено",
        "plan_gaps:done_without_evidence",
        needs=("roadmap",),
    ),
    Check("evidence-file-missing", "Файла-подтверждения нет", "plan_gaps:evidence_file_missing"),
    Check(
        "evidence-document-missing",
        "Выполнено, но документа или записей нет",
        "plan_gaps:evidence_document_missing",
    ),
    Check(
        "evidence-waiting",
        "Документ или записи есть, пункт не отмечен",
        "plan_gaps:evidence_waiting",
    ),
    Check("evidence-form", "Подтверждение записано неверно", "plan_gaps:evidence_form"),
    Check("annex-number", "Неверный номер в приложении", "papers:annex_number"),
    Check(
        "annex-of-another-order",
        "Приложение к приказу, которого нет",
        "papers:annex_of_another_order",
        needs=("roadmap", "documents"),
    ),
    Check("document-kind-unknown", "Вид документа неизвестен", "papers:document_kind_unknown"),
    Check("order-too-early", "Приказ раньше своего основания", "papers:order_too_early"),
    Check("number-repeated", "Один номер у двух приказов", "papers:number_repeated"),
    Check("law-miscited", "Закон назван неверно или не действует", "papers:law_miscited"),
    Check(
        "organization-incomplete",
        "Сведения об организации неполны",
        "people:organization_incomplete",
        needs=("organization",),
    ),
    Check(
        "reference-unknown",
        "Ссылка на несуществующий код",
        "people:reference_unknown",
        Severity.ERROR,
    ),
    Check("role-missing", "Участника пары нет в базе", "people:role_missing"),
    Check("code-repeated", "Код повторяется", "people:code_repeated", Severity.ERROR),
    Check(
        "responsible-unknown",
        "Ответственный записан с опиской",
        "people:responsible_unknown",
        needs=("people",),
    ),
    Check(
        "pair-impossible",
        "Недопустимая пара",
        "pairs:pair_impossible",
        Severity.ERROR,
        finds_in=("pairs",),
    ),
    Check("mentee-in-two-pairs", "Наставляемый в двух парах", "pairs:mentee_in_two_pairs"),
    Check("meeting-outside-pair", "Неверная дата встречи", "pairs:meeting_outside_pair"),
    Check(
        "ruling-doubtful",
        "Ошибка в заранее назначенных парах, запретах или предпочтениях",
        "matching:ruling_doubtful",
        needs=("people", "mentors", "mentees"),
    ),
    Check(
        "pair-against-ruling", "Пара противоречит правилам подбора", "matching:pair_against_ruling"
    ),
    Check(
        "mentor-overloaded",
        "Наставляемых больше предела",
        "pairs:mentor_overloaded",
        needs=("mentors",),
    ),
    Check(
        "pair-without-consent",
        "Не хватает согласий участников пары",
        "consents:pair_without_consent",
        Severity.ERROR,
        needs=("consents",),
        finds_in=("pairs",),
    ),
    Check(
        "consent-impossible",
        "Согласие истекло раньше, чем дано",
        "consents:consent_impossible",
        Severity.ERROR,
        finds_in=("consents",),
    ),
    Check("consent-doubtful", "Согласие вызывает сомнение", "consents:consent_doubtful"),
    Check(
        "destruction-due",
        "Данные пора уничтожить",
        "consents:destruction_due",
        needs=("people", "consents"),
    ),
    Check(
        "personal-data-exposed",
        "Персональные данные в git не зашифрованы",
        "people:personal_data_exposed",
    ),
    Check("record-locked", "Запись зашифрована", "people:record_locked"),
    Check(
        "form-unknown",
        "Форма наставничества не описана",
        "people:form_unknown",
        needs=("organization", "mentors", "mentees", "pairs"),
    ),
    Check(
        "gender-unknown",
        "Пол не указан, имя не склоняется",
        "cases:gender_unknown",
        needs=("people",),
    ),
    Check(
        "case-doubtful", "Падеж имени, должности или названия под вопросом", "cases:case_doubtful"
    ),
    Check(
        "question-duplicate",
        "Код вопроса повторяется",
        "surveys:question_duplicate",
        Severity.ERROR,
        needs=("surveys",),
        finds_in=("surveys",),
    ),
    Check(
        "question-unanswerable",
        "На вопрос анкеты нельзя ответить",
        "surveys:question_unanswerable",
        needs=("surveys",),
    ),
    Check(
        "survey-unpaired",
        "Шкалы вопросов до и после разные",
        "surveys:survey_unpaired",
        needs=("surveys",),
    ),
    Check(
        "response-astray",
        "Ответ на анкету или вопрос, которых нет",
        "surveys:response_astray",
        needs=("surveys", "responses"),
    ),
    Check(
        "reply-invalid",
        "Недопустимый ответ на вопрос анкеты",
        "surveys:reply_invalid",
        needs=("surveys", "responses"),
    ),
    Check(
        "response-traceable",
        "Не видно, чей ответ, или видно, чей анонимный",
        "surveys:response_traceable",
        needs=("surveys", "responses"),
    ),
    Check(
        "response-repeated",
        "Человек ответил на анкету дважды",
        "surveys:response_repeated",
        needs=("surveys", "responses", "people"),
    ),
    Check(
        "before-missing",
        "Ответ по завершении есть, до начала нет",
        "surveys:before_missing",
        needs=("surveys", "responses", "people"),
    ),
    Check(
        "indicator-unsound",
        "Показатель нельзя посчитать",
        "monitoring:indicator_unsound",
        needs=("indicators",),
    ),
    Check("alphabets-mixed", "Латинская буква среди русских", "letters:alphabets_mixed"),
    Check("namesakes", "Два человека с одним именем", "people:namesakes"),
)


def new_errors(
    before: Dataset, after: Dataset, today: date, written: frozenset[str]
) -> list[Finding]:
    """The errors that a change would bring into the files that it writes.

    Those that were there before are no obstacle. `written` are paths of data files.
    """
    keys = {registry.root_key for file in written if (registry := registry_of(file))}
    own = frozenset(
        check.code
        for check in CHECKS
        if check.severity is Severity.ERROR
        and (not check.finds_in or keys.intersection(check.finds_in))
    )
    known = {(finding.code, finding.message) for finding in run_checks(before, today, own)}
    return [
        finding
        for finding in run_checks(after, today, own)
        if finding.file in written and (finding.code, finding.message) not in known
    ]


def run_checks(data: Dataset, today: date, only: frozenset[str] | None = None) -> list[Finding]:
    """Run the checks (those in `only`, or all) and give each finding its code and weight."""
    return [
        finding._replace(code=check.code, severity=check.severity)
        for check in CHECKS
        if (only is None or check.code in only) and data.unreadable.isdisjoint(check.needs)
        for finding in check.run(data, today)
    ]


def not_run(data: Dataset) -> dict[str, list[str]]:
    """The titles of the checks that say nothing because a file is broken, by its key."""
    found: dict[str, list[str]] = {}
    for check in CHECKS:
        for key in check.needs:
            if key in data.unreadable:
                found.setdefault(key, []).append(check.title)
    for key in data.unreadable - data.dropped_codes.keys():
        if BY_KEY[key].items is not None:
            found.setdefault(key, []).append("Ссылки на записи этого файла")
    return found
