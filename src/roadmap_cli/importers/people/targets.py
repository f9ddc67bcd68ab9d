"""Every place that a column can be given to, with its Russian title."""

from roadmap_cli.domain.model.dataset import PARTICIPANT_REGISTRIES, REGISTRIES, Dataset
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.importers.people.headings import ANSWER, CONTACTS, FULL_NAME, NOTE, ROLE, SKIP
from roadmap_cli.text.suggest import did_you_mean

_SPECIAL = {
    FULL_NAME: "фамилия, имя, отчество вместе",
    CONTACTS: "контакты: телефон и почта вместе",
    ROLE: "роль: наставник или наставляемый",
    ANSWER: "ответ анкеты, сохранить вместе с вопросом",
    NOTE: "в примечание, вместе с заголовком",
    SKIP: "не нужен",
}


def all_targets() -> dict[str, str]:
    """The names of all targets with their titles."""
    found = dict(_SPECIAL)
    for registry in REGISTRIES:
        if registry != Dataset.people and registry.key not in PARTICIPANT_REGISTRIES:
            continue
        for key in registry.item_keys:
            if key.name != registry.described.identity:
                title = key.title.partition(":")[0].lower()
                found[f"{registry.key}.{key.name}"] = f"{registry.described.one}: {title}"
    return found


def find_target(word: str) -> str:
    """The target that a name, a title or a number of the list means. Raises UnknownNameError."""
    known = all_targets()
    by_title = {title.casefold(): name for name, title in known.items()}
    by_number = {str(number): name for number, name in enumerate(known, 1)}
    target = by_title.get(word.casefold()) or by_number.get(word) or word
    if target not in known:
        hint = did_you_mean(target, known) or f"Есть: {', '.join(known)}."
        raise UnknownNameError(f"ключа «{word}» нет", hint=hint)
    return target
