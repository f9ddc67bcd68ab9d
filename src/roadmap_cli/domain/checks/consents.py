"""Consents: pairs without them, dates that do not follow, data that must be destroyed."""

from collections.abc import Iterator
from datetime import date

from roadmap_cli.domain.checks.finding import Finding
from roadmap_cli.domain.model.dataset import Dataset
from roadmap_cli.domain.model.files.consents import Signer
from roadmap_cli.domain.people.consents import Lack, live_consents, pair_needs
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.text.dates import numeric

_PAIRS = Dataset.pairs.file
_CONSENTS = Dataset.consents.file


def pair_without_consent(data: Dataset, today: date) -> Iterator[Finding]:
    """A pair that works or is about to, without the consents that it needs."""
    names, given, gone = Directory(data), live_consents(data, today), data.people.forgotten
    for pair in data.pairs.live:
        for lack in pair_needs(data, pair.mentor, pair.mentees, pair.form):
            if lack in given or lack.person in gone:
                continue
            yield Finding(
                _PAIRS,
                (*pair.at, "mentor" if lack.person == pair.mentor else "mentees"),
                f"пара {pair.id}: {lack.words(names)}",
                "Кому каких согласий не хватает: roadmap consent list --missing",
            )


def consent_impossible(data: Dataset, _today: date) -> Iterator[Finding]:
    """A consent that ends before it was given."""
    for consent in data.consents.consents:
        if consent.ended_on is not None and consent.ended_on < consent.given_on:
            yield Finding(
                _CONSENTS,
                (*consent.at, "given_on"),
                f"согласие {consent.id} истекло раньше, чем дано",
            )


def consent_doubtful(data: Dataset, today: date) -> Iterator[Finding]:
    """A minor who signed alone, a representative who is not named, a date that has not come."""
    names = Directory(data)
    people = {someone.id: someone for someone in data.people.people}
    for consent in data.consents.consents:
        person = people.get(consent.person)
        who = names.person(consent.person)
        if (
            person is not None
            and person.is_minor(consent.given_on)
            and consent.signer is Signer.SELF
        ):
            said = f"{who}: несовершеннолетний, согласие подписывает законный представитель"
            yield Finding(_CONSENTS, (*consent.at, "person"), said)
        if consent.signer is Signer.REPRESENTATIVE and not (
            consent.representative or consent.basis
        ):
            said = f"{who}: согласие дал представитель, но кто он, не указано"
            hint = "Впишите representative (код) или basis (документ о полномочиях)."
            yield Finding(_CONSENTS, (*consent.at, "signer"), said, hint)
        if consent.given_on > today:
            said = f"{who}: дата согласия {consent.kind.title} ещё не наступила"
            yield Finding(_CONSENTS, (*consent.at, "given_on"), said)


def destruction_due(data: Dataset, today: date) -> Iterator[Finding]:
    """Personal data whose consent has ended: they must be destroyed within thirty days."""
    names, given = Directory(data), live_consents(data, today)
    held = {person.id for person in data.people.people} - data.people.forgotten
    for consent in data.consents.consents:
        ended = consent.ended_on
        if ended is None or ended > today or consent.person not in held:
            continue
        again = Lack(consent.person, consent.kind) in given
        if not again and consent.destroy_by is not None:
            how = "отозвано" if ended == consent.withdrawn_on else "истекло"
            yield Finding(
                _CONSENTS,
                (*consent.at, "withdrawn_on" if consent.withdrawn_on else "valid_to"),
                f"{names.name('people', consent.person)}: согласие {consent.kind.title}"
                f" {how} {numeric(ended)}, данные нужно уничтожить до"
                f" {numeric(consent.destroy_by)}",
                f"Если основания хранить их нет: roadmap forget {consent.person}",
            )
