"""The command `infoview`: arguments in, text out; each subcommand is a small module beside this one.

A subcommand ends with 0 when it did what was asked, and with 2 and one plain sentence on standard error
when it could not. This module holds the one place that turns errors into that sentence.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from importlib.metadata import entry_points

import click

from infoview import __version__
from infoview.errors import InfoviewError

OWN_COMMANDS = {
    "coach": "infoview.cli.coach:coach",
    "demo": "infoview.cli.demo:demo",
    "doctor": "infoview.cli.doctor:doctor",
    "due": "infoview.cli.due:due",
    "export": "infoview.cli.export:export",
    "import": "infoview.cli.contacts:import_contacts",
    "questions": "infoview.cli.questions:questions",
    "restore": "infoview.cli.restore:restore",
}
UNABLE = 2


class Commands(click.Group):
    """Finds a subcommand when it is asked for, so that `infoview coach` loads only the coach."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the subcommands, those of other floors included."""
        del ctx
        return sorted({*OWN_COMMANDS, *(point.name for point in entry_points(group="infoview.commands"))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one subcommand by its name, or None where there is no such command."""
        del ctx
        if cmd_name in OWN_COMMANDS:
            module, _, name = OWN_COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        for point in entry_points(group="infoview.commands", name=cmd_name):
            offered: click.Command = point.load()
            return offered
        return None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="infoview")
def infoview() -> None:
    """Informational interviews, step by step: find people, ask them, learn from what they say.

    Start with:  infoview app
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line: the one place where an error becomes a sentence and an exit status."""
    try:
        status = infoview.main(arguments, standalone_mode=False)
    except InfoviewError as error:
        sentence = str(error)
    except click.ClickException as error:
        sentence = error.format_message()
    except (click.Abort, KeyboardInterrupt):
        sentence = "Stopped."
    except OSError as error:
        sentence = f"{error.filename or 'A file'} could not be used: {error.strerror or error}."
    except Exception:  # a person never meets a traceback
        logging.getLogger(__name__).debug("unexpected", exc_info=True)
        sentence = "Something unexpected went wrong; nothing was changed. Please report what you did."
    else:
        sys.exit(status if isinstance(status, int) else 0)
    click.echo(" ".join(sentence.split()), err=True)
    sys.exit(UNABLE)
