"""The one gate: who is named in what leaves the program must have agreed to it."""

from collections.abc import Iterable
from datetime import date

from roadmap_cli.domain.model.files.consents import ConsentKind
from roadmap_cli.domain.people.consents import naming_lacks
from roadmap_cli.domain.people.mentions import Recognizer
from roadmap_cli.domain.people.tells import Tell
from roadmap_cli.domain.registries.codes import is_random
from roadmap_cli.domain.registries.directory import Directory
from roadmap_cli.errors import WriteRefusedError
from roadmap_cli.storage.plain_text import plain_text
from roadmap_cli.usecases.session import Session

# A word that may be an ordinary one names nobody, nor does the name of somebody else.
_NAMING = frozenset(Tell) - {Tell.WORD, Tell.NAMESAKE, Tell.BIRTHDAY, Tell.CODE}


class Gate:
    """Asks of each thing that is made whether all whom its words name have agreed.

    Who is named is read from the finished bytes, not from what the template or the table says
    of itself: a name in a note, a heading or a Word form counts as well.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._recognizer = Recognizer(session.data.people.people, codes=True)

    def named(self, content: bytes) -> tuple[str, ...]:
        """The codes of the people whom a finished file names, each once."""
        mentions = self._recognizer.find(plain_text(content) or "")
        return tuple(
            dict.fromkeys(
                mention.person
                for mention in mentions
                if mention.kind in _NAMING
                or (mention.kind is Tell.CODE and not is_random(mention.person))
            )
        )

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
