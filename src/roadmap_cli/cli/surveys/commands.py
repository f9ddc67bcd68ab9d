"""`roadmap survey`: the questionnaires of the school."""

from roadmap_cli.cli.frame.groups import CommandGroup, command
from roadmap_cli.cli.frame.shared_options import WritingCommand
from roadmap_cli.cli.surveys.importing import importing

SURVEY = CommandGroup({"import": command(importing, WritingCommand)})
