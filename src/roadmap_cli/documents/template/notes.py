"""What a person should know of the values that a template printed."""

from roadmap_cli.documents.template.blanks import Blank, stretches


class Doubtful(str):
    """A form that the program is not sure of; `remark` says in Russian what to check."""

    __slots__ = ("remark",)
    remark: str

    def __new__(cls, form: str, remark: str) -> "Doubtful":
        """`remark` is told once a document, however often the form stands in it."""
        made = super().__new__(cls, form)
        made.remark = remark
        return made


class Notes:
    """The blanks and the doubtful forms among printed values, each once, in order of appearance.

    `told_lines` counts the lines to write on that the blanks were printed as.
    """

    def __init__(self) -> None:
        self._missing: dict[str, None] = {}
        self._doubts: dict[str, None] = {}
        self.told_lines = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """The labels of the blanks."""
        return tuple(self._missing)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The remarks about the forms."""
        return tuple(self._doubts)

    def see(self, value: object) -> None:
        """Remember a value that is being printed."""
        if isinstance(value, Blank):
            self._missing.setdefault(value.label)
        if isinstance(value, Doubtful):
            self._doubts.setdefault(value.remark)

    def see_printed(self, value: object, printed: str) -> None:
        """Remember a value and how many lines to write on it was printed as."""
        self.see(value)
        if isinstance(value, Blank):
            self.told_lines += stretches(printed)

    def clear(self) -> None:
        """Begin a new document."""
        self._missing.clear()
        self._doubts.clear()
        self.told_lines = 0
