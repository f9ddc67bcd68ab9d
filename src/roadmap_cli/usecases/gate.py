"""The one gate: who is named in what leaves the program must have agreed to it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.people.consents import naming_lacks
from roadmap_cli.domain.people.mentions import Recognizer, names_somebody
from roadmap_cli.domain.publication.discretion import Discretion, Withheld
from roadmap_cli.domain.publication.naming import Naming
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.texts.markup_text import is_markup, markup_words
from roadmap_cli.storage.texts.plain_text import plain_text
from roadmap_cli.usecases.session import Session


class Gate:
    """Asks of each thing that is made whether all whom its words name have agreed.

    Who is named is read from the finished bytes, not from what the template or the table says
    of itself: a name in a note, a heading or a Word form counts as well.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._recognizer = Recognizer(session.data.people.people, codes=True)

    @cached_property
    def discretion(self) -> Discretion:
        """What takes the names out of texts for everybody."""
        data, today = self._session.data, self._session.today
        return Discretion(data, Naming(data, today), self._recognizer)

    def named(self, content: bytes) -> tuple[str, ...]:
        """The codes of the people whom a finished file names, each once."""
        mentions = filter(names_somebody, self._recognizer.find(_words(content) or ""))
        return tuple(dict.fromkeys(mention.person for mention in mentions))

    def refuse(
        self,
        contents: Iterable[tuple[bytes, date | None]],
        kinds: Iterable[ConsentKind] = (ConsentKind.PD_PROCESSING,),
        where: str = "в документе",
    ) -> None:
        """Raises WriteRefusedError when somebody named lacks one of these consents.

        A file comes with the date that it bears: the consent must hold on that day too, when it
        is later than today.
        """
        data, today = self._session.data, self._session.today
        wanted = tuple(kinds)
        lacks = [
            lack
            for content, day in contents
            for lack in naming_lacks(data, self.named(content), today, day, wanted)
        ]
        if lacks:
            directory = Directory(data)
            said = "; ".join(lack.words(directory) for lack in dict.fromkeys(lacks))
            raise WriteRefusedError(
                f"{where} названы люди без согласия. {said}",
                hint="Бланки для них: roadmap consent print. Подписанное: roadmap consent add",
            )

    def withheld(self, content: bytes) -> tuple[Withheld, ...] | None:
        """Which words of a finished file not everybody may read; None where there are no words."""
        words = _words(content)
        return None if words is None else self.discretion.explains(words)

    def refuse_public(self, files: Mapping[str, bytes]) -> None:
        """Raises WriteRefusedError when a file for everybody names somebody who may not be."""
        said = [
            f"{file}: «{one.words}» ({one.why})"
            for file, content in files.items()
            for one in self.withheld(content) or ()
        ]
        if said:
            raise WriteRefusedError(
                f"для публикации названы люди, которых назвать нельзя. {'; '.join(said)}",
                hint="Исправьте текст в данных или внесите согласие: roadmap consent add",
            )


def _words(content: bytes) -> str | None:
    text = plain_text(content)
    return markup_words(text) if text is not None and is_markup(text) else text
