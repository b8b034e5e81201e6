"""What a person should look at in what was read of Word files."""

from dataclasses import dataclass, field

from generator.imports.word.blocks import WordPlace


@dataclass(frozen=True, slots=True)
class WordRemark:
    """Something to look at: a key of the words below `office.remark`, values, where it stands."""

    kind: str
    place: WordPlace | None = None
    values: dict[str, str] = field(default_factory=dict)
