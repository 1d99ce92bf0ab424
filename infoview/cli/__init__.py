"""The command `infoview`: arguments in, text out; each subcommand is a small module beside this one.

A subcommand ends with 0 when it did what was asked, and with 2 and one plain sentence on standard error
when it could not. This module holds the one place that turns errors into that sentence, and `output` the one
that keeps what is printed from mattering to what is done.
"""

from __future__ import annotations

import errno
import logging
import sys
from importlib import import_module
from importlib.metadata import entry_points

import click

from infoview import __version__
from infoview.cli.output import lasting_output
from infoview.content import words
from infoview.errors import InfoviewError

OWN_COMMANDS = {
    "binder-link": "infoview.cli.binder_link:binder_link",
    "coach": "infoview.cli.coach:coach",
    "counts": "infoview.cli.group:counts",
    "demo": "infoview.cli.demo:demo",
    "doctor": "infoview.cli.doctor:doctor",
    "due": "infoview.cli.due:due",
    "export": "infoview.cli.export:export",
    "group": "infoview.cli.group:group",
    "import": "infoview.cli.contacts:import_contacts",
    "questions": "infoview.cli.questions:questions",
    "restore": "infoview.cli.restore:restore",
    "workshop": "infoview.cli.workshop:workshop",
}
UNABLE = 2
GONE = {errno.EPIPE, errno.EINVAL}
"""What systems say where nobody reads any more; the second is Windows' word for it."""


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
            return in_words(getattr(import_module(module), name))
        for point in entry_points(group="infoview.commands", name=cmd_name):
            return in_words(point.load())
        return None


def in_words(command: click.Command) -> click.Command:
    """Give a command, and those below it, the words of `content/commands.toml` for its help."""
    told = words("commands")["help"][command.name]
    command.help, command.short_help, command.epilog = (
        told["text"].strip(),
        told.get("short"),
        told["example"],
    )
    options = told.get("options", {})
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = options.get(option.opts[0].removeprefix("--"), option.help)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        in_words(each)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="infoview")
def infoview() -> None:
    """Find the command that was asked for."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line: the one place where an error becomes a sentence and an exit status."""
    with lasting_output() as output:
        status, sentence = _outcome(arguments)
        if output.failure and not sentence:
            status, sentence = _unprinted(output.failure, status)
        if sentence:
            click.echo(" ".join(sentence.split()), err=True)
    sys.exit(status or 0)


def _outcome(arguments: list[str] | None) -> tuple[int | None, str]:
    """Run a command; give its status, None where it was asked for words alone, and the error's sentence."""
    try:
        status = in_words(infoview).main(arguments, standalone_mode=False)
    except InfoviewError as error:
        return UNABLE, str(error)
    except click.ClickException as error:
        return UNABLE, error.format_message()
    except (click.Abort, KeyboardInterrupt):
        return UNABLE, _said("stopped")
    except OSError as error:
        reason = error.strerror or error
        return UNABLE, _said("file", file=error.filename or _said("a_file"), reason=reason)
    except Exception:  # a person never meets a traceback
        logging.getLogger(__name__).debug("unexpected", exc_info=True)
        return UNABLE, _said("unexpected")
    return (status if isinstance(status, int) else None), ""


def _unprinted(failure: OSError, status: int | None) -> tuple[int | None, str]:
    """Say what is true where a command came to its end, and what it had to say did not come through.

    It did what it was asked for if it changed a logbook or wrote files. If it was asked for words alone it
    did not; but whoever closes a pipe has read enough of them, as `head` does.
    """
    done = status is not None or bool(_changed())
    if not done and failure.errno in GONE:
        return None, ""
    return (status if done else UNABLE), _said("unprinted", reason=failure.strerror or failure)


def _said(name: str, **facts: object) -> str:
    said = words("commands")["main"]
    changed = said["changed" if _changed() else "unchanged"]
    return str(said[name].format(changed=changed, **facts))


def _changed() -> int:
    """How often this program has changed a logbook's file; one that never looked for a logbook did not."""
    from infoview.logbook import Logbook  # noqa: PLC0415 - most commands end well, and many without a logbook

    return Logbook.written
