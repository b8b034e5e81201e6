"""The verbs in the order of `--help`; the module of a verb is loaded when the verb is needed."""

from importlib import import_module

from generator.cli.verb import Verb

_MODULES = {
    "init": "init",
    "check": "checking",
    "build": "building",
    "serve": "serving",
    "federate": "federating",
    "desk": "desk",
    "apply": "applying",
    "compress": "compressing",
    "offline": "offline",
    "show": "showing",
    "gaps": "gaps",
    "report": "reporting",
    "post": "posting",
    "diff": "reviewing",
    "verify": "verifying",
    "new": "authoring",
    "assign-code": "assigning",
    "fmt": "formatting",
    "explain": "explaining",
    "import": "importing",
    "export": "exporting",
    "completion": "completing",
}

NAMES = tuple(_MODULES)


def load_verb(name: str) -> Verb:
    """The verb `name`, one of `NAMES`, from its module."""
    verb: Verb = import_module(f"generator.cli.{_MODULES[name]}").VERB
    return verb
