"""The verbs in the order of `--help`; the module of a verb is loaded when the verb runs."""

from importlib import import_module

from generator.cli.verb import Command, Verb

_MODULES = {
    Verb("init", "help.init"): "init",
    Verb("check", "help.check"): "checking",
    Verb("build", "help.build"): "building",
    Verb("serve", "help.serve"): "serving",
    Verb("federate", "help.federate"): "federating",
    Verb("desk", "help.desk"): "desk",
    Verb("apply", "help.apply"): "applying",
    Verb("compress", "help.compress"): "compressing",
    Verb("offline", "help.offline"): "offline",
    Verb("show", "help.show"): "showing",
    Verb("gaps", "help.gaps"): "gaps",
    Verb("report", "help.report_verb"): "reporting",
    Verb("post", "help.post"): "posting",
    Verb("diff", "help.diff"): "reviewing",
    Verb("verify", "help.verify"): "verifying",
    Verb("new", "help.new"): "authoring",
    Verb("assign-code", "help.assign_code"): "assigning",
    Verb("fmt", "help.fmt"): "formatting",
    Verb("explain", "help.explain"): "explaining",
    Verb("import", "help.import"): "importing",
    Verb("export", "help.export"): "exporting",
    Verb("completion", "help.completion"): "completing",
}

VERBS = tuple(_MODULES)
NAMES = tuple(verb.name for verb in VERBS)


def load_command(verb: Verb) -> Command:
    """What carries out `verb`, one of `VERBS`, from its module."""
    command: Command = import_module(f"generator.cli.{_MODULES[verb]}").COMMAND
    return command
