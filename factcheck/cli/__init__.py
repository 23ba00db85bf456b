"""The command line: words in, an exit status and a report out. Each command is a module of its own,
imported when it is asked for, since starting up is most of the time that a short story takes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from factcheck.cli import warm
from factcheck.cli.arguments import UsageError
from factcheck.cli.commands import COMMANDS, command_of, parse
from factcheck.cli.terminal import Terminal

USED_WRONGLY = 2
STOPPED = 130


def script() -> int:
    """The command as a process of its own. Before it leaves, the interpreter looks through all values for cycles,
    a fifth of a short run; frozen ones it passes by. DuckDB takes that for a leak and says so."""
    status = main()
    if "duckdb" not in sys.modules:
        gc.freeze()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. 0: nothing at or above the fail level; 1: findings; 2: something could not be used."""
    gc.set_threshold(100_000, 20, 50)  # a run makes many small values that all live to its end
    kept = warm.fill()
    status = _run(list(sys.argv[1:] if argv is None else argv), Terminal(sys.stdout, sys.stderr))
    warm.keep(kept)
    return status


def _run(words: list[str], terminal: Terminal) -> int:
    from factcheck.cli.settings import find_settings, merge, show
    from factcheck.rules import RuleError

    try:
        command, rest = command_of(words)
        arguments = parse(command, rest)
        settings = find_settings(arguments)
        merge(arguments, settings)
        if arguments.show_settings:
            terminal.write([show(arguments, settings)])
            return 0
        return int(import_module(COMMANDS[command].module).run(arguments, terminal))
    except (UsageError, RuleError) as error:
        terminal.say(f"factcheck: {error}")
        return USED_WRONGLY
    except KeyboardInterrupt:
        terminal.say("factcheck: stopped")
        return STOPPED
    finally:
        terminal.close()
