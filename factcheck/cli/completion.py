"""`factcheck completion SHELL`: a script that completes commands, options and their values."""

from __future__ import annotations

import argparse

from factcheck.cli.commands import COMMANDS, make_parser
from factcheck.cli.terminal import Terminal
from factcheck.rules import load_rules

_BASH = """_factcheck() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=check word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " %(commands)s " in *" $word "*) command=$word; break;; esac
  done
  case "$prev" in
    --select|--ignore|explain) COMPREPLY=($(compgen -W "%(rules)s" -- "$cur")); return;;
%(values)s
  esac
  case "$cur" in
    -*) case "$command" in
%(options)s
        esac; return;;
  esac
  COMPREPLY=($(compgen -f -- "$cur"))
  [ "$COMP_CWORD" -eq 1 ] && COMPREPLY+=($(compgen -W "%(commands)s" -- "$cur"))
}
complete -o filenames -F _factcheck factcheck
"""

_VALUES = {"--color": "auto always never", "--fail-on": "error warning info never"}


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the script of a shell."""
    options = {name: _options(name) for name in COMMANDS}
    rules = [rule.code for rule in load_rules()]
    if arguments.shell == "fish":
        terminal.write(_fish(options, rules))
        return 0
    head = "autoload -U +X bashcompinit && bashcompinit\n" if arguments.shell == "zsh" else ""
    values = {**_VALUES, "--format": " ".join(_formats())}
    terminal.write(
        [
            head
            + _BASH
            % {
                "commands": " ".join(COMMANDS),
                "rules": " ".join(rules),
                "values": "\n".join(
                    f'    {name}) COMPREPLY=($(compgen -W "{words}" -- "$cur")); return;;'
                    for name, words in values.items()
                ),
                "options": "\n".join(
                    f'      {name}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur"));;'
                    for name, words in options.items()
                ),
            }
        ]
    )
    return 0


def _fish(options: dict[str, list[str]], rules: list[str]) -> list[str]:
    lines = [
        f"complete -c factcheck -n __fish_use_subcommand -a {name} -d '{COMMANDS[name].about}'\n" for name in COMMANDS
    ]
    named = " ".join(COMMANDS)
    for name, words in options.items():
        when = f"__fish_seen_subcommand_from {name}"
        if name == "check":
            when = f"not __fish_seen_subcommand_from {named}; or {when}"
        lines += [f"complete -c factcheck -n '{when}' -l {word[2:]}\n" for word in words if word.startswith("--")]
    for option in ("select", "ignore"):
        lines.append(f"complete -c factcheck -l {option} -x -a '{' '.join(rules)}'\n")
    lines.append(f"complete -c factcheck -n '__fish_seen_subcommand_from explain' -x -a '{' '.join(rules)}'\n")
    return lines


def _options(command: str) -> list[str]:
    return sorted(option for action in make_parser(command)._actions for option in action.option_strings)


def _formats() -> list[str]:
    from factcheck.report import FORMATS

    return list(FORMATS)
