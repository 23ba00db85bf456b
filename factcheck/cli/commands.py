"""The commands and their options: which command the words of a command line name, and what it is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.cli.arguments import (
    Parser,
    UsageError,
    Version,
    count,
    day,
    did_you_mean,
    one_of,
    plain_formatter,
    seconds,
    whole,
    words_of,
)
from factcheck.model import SEVERITIES
from factcheck.report import FORMATS


class Command(NamedTuple):
    """A command: the module that runs it, what it does in a line, the function that adds its options."""

    module: str
    about: str
    options: Callable[[argparse.ArgumentParser], None]
    examples: tuple[str, ...]
    usage: str = "[options] PATH ..."


def command_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command and its words: the first word that is no option, if it names one; else check."""
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            break
        elif word.startswith("-") and word != "-":
            skip = word in TAKE_A_VALUE
        elif word in COMMANDS:
            return word, [*words[:index], *words[index + 1 :]]
        else:
            break
    return "check", list(words)


def make_parser(command: str) -> Parser:
    """The parser of a command's words."""
    entry = COMMANDS[command]
    name = "factcheck" if command == "check" else f"factcheck {command}"
    parser = Parser(
        prog=name,
        usage=f"{name} {entry.usage}",
        description=entry.about,
        epilog=_epilog(command, entry),
        formatter_class=plain_formatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.together = TOGETHER
    parser.add_argument("-h", "--help", action="help", help=argparse.SUPPRESS)
    entry.options(parser)
    parser.add_argument("--version", action=Version, nargs=0, help=argparse.SUPPRESS)
    return parser


def parse(command: str, words: Sequence[str]) -> argparse.Namespace:
    """The options of a command. Raises UsageError; `--help` and `--version` print and leave."""
    parser = make_parser(command)
    arguments, strange = parser.parse_known_args(words)
    if strange:
        known = [option for action in parser._actions for option in action.option_strings]
        raise UsageError(f"no option {strange[0]}{did_you_mean(strange[0].partition('=')[0], known)}")
    arguments.command = command
    return arguments


def _epilog(command: str, entry: Command) -> str:
    text = "\n".join(["", "examples", *(f"  {example}" for example in entry.examples)]) if entry.examples else ""
    if command == "check":
        others = [name for name in COMMANDS if name != "check"]
        text += f"\nother commands, each with --help:\n  {'  '.join(others)}"
    return text


TOGETHER: dict[str, tuple[str, str] | None] = {
    "--text-field": ("--text-field NAME", "in rows; also --title-, --date- and --id-field"),
    "--select": ("--select, --ignore", "only, or all but, these: codes, families or names"),
    "--ignore": None,
    "--rules": ("--rules, --facts, --titles", "rules, facts and titles of your own"),
    "--facts": None,
    "--titles": None,
    "--color": ("--color, --width", "auto, always or never; columns of the report"),
    "--width": None,
    "--diff": ("--diff, --fix", "show, or make, the edits that are beyond doubt"),
    "--fix": None,
    "--cache": ("--cache DIR", "of results of earlier runs, or off"),
    "--jobs": ("--jobs, --seconds", "processes; the most that one story may take"),
    "--seconds": None,
    "--settings": ("--settings FILE", "else the nearest factcheck.toml; --isolated: none"),
    "--isolated": None,
}
"""Options that share a row of the help, which is to fit a screen; the manual has a row for each."""


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - reads standard input")


def _reading(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("reading")
    group.add_argument("--published", type=day, metavar="DAY", help="the stories' date, as 2019-07-06")
    group.add_argument("--today", type=day, metavar="DAY", help="the reader's day, for datelines in the future")
    for field in ("text", "title", "date", "id"):
        shown = "the field of rows that holds the text; also --title-field, --date-field, --id-field"
        group.add_argument(f"--{field}-field", metavar="NAME", help=shown if field == "text" else argparse.SUPPRESS)


def _choosing(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("choosing")
    group.add_argument(
        "--select",
        action="extend",
        type=words_of,
        default=[],
        metavar="RULES",
        help="only these codes, families or names",
    )
    group.add_argument("--ignore", action="extend", type=words_of, default=[], metavar="RULES", help="all but these")
    group.add_argument("--rules", action="append", default=[], metavar="DIR", help="a folder with more rule files")
    group.add_argument("--facts", action="append", default=[], metavar="FILE", help="a file with facts of your own")
    group.add_argument("--titles", action="append", default=[], metavar="FILE", help="a file with titles of your own")
    group.add_argument("--no-facts", action="store_true", help="leave out the known facts")


def _settings(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("settings")
    group.add_argument("--settings", metavar="FILE", help="this settings file")
    group.add_argument("--isolated", action="store_true", help="no settings file")
    group.add_argument("--show-settings", action="store_true", help="print the settings in force and leave")


def _silencing(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("keeping")
    group.add_argument("--accepted", metavar="FILE", help="findings accepted by factcheck accept")
    group.add_argument("--baseline", metavar="FILE", help="findings of old copy, left out")
    group.add_argument("--write-baseline", action="store_true", help="make the baseline, or take out what is gone")


def _accept_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="*", metavar="PATH:LINE:COLUMN", help="findings as --format concise lists them")
    parser.add_argument("--reason", required=True, metavar="WHY", help="why it stands, for whoever asks later")
    parser.add_argument("--accepted", metavar="FILE", help="the side file (default factcheck-accepted.jsonl)")
    parser.add_argument("--background", action="append", default=[], metavar="PATH", help="stories to compare with")
    _reading(parser)
    _choosing(parser)
    _printing(parser, ("text",))
    _settings(parser)


def _fixing(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("fixing")
    group.add_argument("--diff", action="store_true", help="show the edits that --fix would make")
    group.add_argument("--fix", action="store_true", help="make the edits that are beyond doubt")
    group.add_argument("--unsafe", action="store_true", help="with these: the likeliest edit of each finding")
    group.add_argument("--interactive", action="store_true", help="show each finding and ask")


def _printing(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    group = parser.add_argument_group("printing")
    group.add_argument("--format", type=one_of("format", formats), metavar="NAME", help=" ".join(formats))
    group.add_argument(
        "--color",
        type=one_of("colour", ("auto", "always", "never")),
        default="auto",
        metavar="WHEN",
        help="auto, always or never",
    )
    group.add_argument("--width", type=whole, metavar="N", help="columns of the report")
    group.add_argument("-q", "--quiet", action="store_true", help="findings only: no summary, notes or time")


def _ending(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("running")
    levels = (*reversed(SEVERITIES), "never")
    fail = "exit with 1 from error on, or warning, info, never"
    group.add_argument("--fail-on", type=one_of("level", levels), metavar="LEVEL", help=fail)
    group.add_argument("--statistics", action="store_true", help="only how often each rule speaks")
    group.add_argument("--watch", action="store_true", help="check again whenever a story changes")
    group.add_argument("--why", metavar="FILE:LINE", help="what was read there, and why rules are silent")
    _working(group)
    cache = "folder for results of earlier runs, or off (the user's cache folder)"
    group.add_argument("--cache", metavar="DIR", help=cache)


def _working(parser: argparse._ActionsContainer) -> None:
    jobs = "processes; by default as many as there are cores, once there is enough to do"
    parser.add_argument("--jobs", type=count, metavar="N", help=jobs)
    parser.add_argument("--seconds", type=seconds, default=30, metavar="S", help="the most one story may take (30)")


def _check_options(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _reading(parser)
    group = parser.add_argument_group("comparing")
    group.add_argument("--each", action="store_true", help="each story by itself")
    group.add_argument(
        "--background", action="append", default=[], metavar="PATH", help="stories to compare with, not reported on"
    )
    group.add_argument("--against", metavar="FILE", help="an archive to compare with, see factcheck archive")
    _choosing(parser)
    _silencing(parser)
    _fixing(parser)
    _printing(parser, tuple(FORMATS))
    _ending(parser)
    _settings(parser)


def _dates_options(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _reading(parser)
    _printing(parser, ("text", "json", "jsonl", "timeml"))
    _settings(parser)


def _claims_options(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _reading(parser)
    parser.add_argument("--who", metavar="NAME", help="what the stories and the known facts say of one person")
    _choosing(parser)
    _printing(parser, ("text", "json", "jsonl"))
    _settings(parser)


def _rules_options(parser: argparse.ArgumentParser) -> None:
    _choosing(parser)
    _printing(parser, ("text", "json", "jsonl"))
    _settings(parser)


def _try_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE.toml", help="the draft of a rule")
    _paths(parser)
    _reading(parser)
    _printing(parser, tuple(FORMATS))
    _settings(parser)


def _completion_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "fish", "zsh"), help="the shell to complete for")
    parser.set_defaults(show_settings=False)


def _explain_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wanted", nargs="*", metavar="RULE", help="codes or names")
    parser.add_argument("--rules", action="append", default=[], metavar="DIR", help="a folder with more rule files")
    _printing(parser, ("text", "json"))
    _settings(parser)


def _archive_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", metavar="ACTION", help="add, stats, forget, who, verify or compact")
    parser.add_argument("words", nargs="*", metavar="WORD", help="paths to add, ids to forget, or a name")
    parser.add_argument("--archive", metavar="FILE", help="the archive")
    parser.add_argument("-v", "--verbose", action="store_true", help="with add: a line a story, once it is safe")
    _working(parser)
    _reading(parser)
    _choosing(parser)
    _printing(parser, ("text", "json", "jsonl"))
    _settings(parser)


def _corpus_options(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    parser.add_argument("--out", metavar="DIR", help="the folder for claims and findings; a stopped run goes on there")
    _working(parser)
    levels = (*reversed(SEVERITIES), "never")
    parser.add_argument("--fail-on", type=one_of("level", levels), metavar="LEVEL", help="as for a check")
    _reading(parser)
    _choosing(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress")
    _settings(parser)


COMMANDS: dict[str, Command] = {
    "check": Command(
        "factcheck.cli.check",
        "Find dates, offices, names and numbers in stories that contradict each other.",
        _check_options,
        (
            "factcheck story.txt                         one story",
            "factcheck new/ --background archive.jsonl   new copy against old",
            "factcheck - --published 2019-07-06 < copy   copy from a pipe",
        ),
    ),
    "dates": Command(
        "factcheck.cli.dates",
        "Print the time expressions of stories: as written, as read, and how they were read.",
        _dates_options,
        ("factcheck dates story.txt --published 2019-07-06",),
    ),
    "claims": Command(
        "factcheck.cli.claims",
        "Print what stories say of whom, and for which days it holds.",
        _claims_options,
        ("factcheck claims story.txt", 'factcheck claims archive/ --who "Angela Merkel"'),
    ),
    "rules": Command(
        "factcheck.cli.rules", "List the rules.", _rules_options, ("factcheck rules --select DAT",), "[options]"
    ),
    "explain": Command(
        "factcheck.cli.rules",
        "Say what a rule finds and why, with examples.",
        _explain_options,
        ("factcheck explain DAT003",),
        "[options] RULE ...",
    ),
    "try": Command(
        "factcheck.cli.trial",
        "Try a draft of a rule on real stories: what it says, and on how many of them.",
        _try_options,
        ("factcheck try drafts/ABC001-our-rule.toml archive/",),
        "[options] RULE.toml PATH ...",
    ),
    "accept": Command(
        "factcheck.cli.accept",
        "Let findings stand: their fingerprints go into a side file, with the reason.",
        _accept_options,
        ('factcheck accept story.txt:7:5 --reason "the 1921 calendar"',),
        "[options] PATH:LINE:COLUMN ... --reason WHY",
    ),
    "archive": Command(
        "factcheck.cli.archive",
        "Keep what stories claim, so that new ones are checked against it.",
        _archive_options,
        (
            "factcheck archive add stories/ --archive desk.archive   add or update",
            "factcheck new.txt --against desk.archive                check a story by it",
            'factcheck archive who "Angela Merkel" --archive desk.archive',
        ),
        "[options] ACTION [WORD ...] --archive FILE",
    ),
    "corpus": Command(
        "factcheck.cli.corpus",
        "Check a whole archive of stories against itself; findings as JSON lines and Parquet.",
        _corpus_options,
        ("factcheck corpus archive.jsonl --out findings/",),
        "[options] PATH ... --out DIR",
    ),
    "completion": Command(
        "factcheck.cli.completion",
        "Print what a shell needs to complete commands, options and rules.",
        _completion_options,
        ('eval "$(factcheck completion bash)"', "factcheck completion fish | source"),
        "bash|zsh|fish",
    ),
}
"""Every command, in the order of the help."""

TAKE_A_VALUE = {
    *("--archive", "--against", "--out", "--jobs", "--seconds", "--cache"),
    *(
        "--published",
        "--today",
        "--select",
        "--ignore",
        "--rules",
        "--facts",
        "--titles",
        "--format",
        "--color",
        "--width",
    ),
    *(
        "--accepted",
        "--background",
        "--baseline",
        "--reason",
        "--why",
        "--fail-on",
        "--who",
        "--settings",
        "--text-field",
        "--title-field",
        "--date-field",
        "--id-field",
    ),
}
"""Options whose next word is a value, wherever they stand before the command's own word."""
