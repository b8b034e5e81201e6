"""Accept, then refuse, every tracked change of a review in LibreOffice; compare with its columns.

Usage: python -m tools.word_accepted [--seed N] [--count N] [--catalogue FOLDER]

Words of N procedures drawn by the seed are dropped, put in and moved in a copy of the catalogue;
`niemyet diff --format docx` makes the review, LibreOffice (`soffice`) opens it and saves it with
every change accepted, then refused. The third column must then be the second, or the first.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.table import _Cell

from generator.cli import main as niemyet

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">
Sub Decide(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:" + command, "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "MS Word 2007 XML"
  opened.storeToURL(target, kind())
  opened.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""
_ACCEPT, _REFUSE = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
_EDITED = ("text", "title", "name")
"""Keys whose words are changed."""


def change_words(root: Path, count: int, chance: random.Random) -> None:
    """Drop, add and move words in the last versions of procedures, as an amendment would."""
    folders = sorted({file.parent for file in root.glob("procedures/*/*/v*.yml")})
    for folder in chance.sample(folders, min(count, len(folders))):
        file = max(folder.glob("v*.yml"))
        lines = file.read_text("utf8").split("\n")
        file.write_text("\n".join(_change_line(line, chance) for line in lines), "utf8")


def _change_line(line: str, chance: random.Random) -> str:
    key, mark, value = line.partition(": ")
    words = value.split(" ")
    plain = mark and key.lstrip("- ") in _EDITED and value[:1].isalpha() and ": " not in value
    if not plain or len(words) < 4 or "#" in value:
        return line
    place = chance.randrange(1, len(words) - 1)
    kind = chance.choice(("drop", "add", "move"))
    taken = [] if kind == "add" else [words.pop(place)]
    words[place:place] = ["cấp", "xã"] if kind == "add" else []
    return f"{key}: {' '.join([*words, *(taken if kind == 'move' else [])])}"


def write_review(catalogue: Path, folder: Path, options: argparse.Namespace) -> Path:
    """The review of a changed copy of a catalogue, as a Word file."""
    root = folder / "catalogue"
    shutil.copytree(catalogue, root, ignore=shutil.ignore_patterns(".git"))
    git = ["git", "-C", str(root), "-c", "user.name=Mẫu", "-c", "user.email=mau@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Danh mục"]):
        subprocess.run([*git, *command], check=True)
    change_words(root, options.count, random.Random(options.seed))
    file = folder / "thay-doi.docx"
    niemyet(["diff", "HEAD", "--catalogue", str(root), "--format", "docx", "--output", str(file)])
    return file


def start_libreoffice(profile: Path, *arguments: str) -> None:
    """Run LibreOffice without windows, with a profile of its own."""
    run = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*run, *arguments], check=True, capture_output=True, timeout=300)


def make_profile(profile: Path) -> None:
    """A profile that holds the macro; LibreOffice writes its own library when it first starts."""
    start_libreoffice(profile, "--terminate_after_init")
    library = profile / "user/basic/Standard"
    (library / "Changes.xba").write_text(_MODULE, "utf8")
    (library / "script.xlb").write_text(_LIBRARY, "utf8")


def decide_in_libreoffice(file: Path, command: str, profile: Path) -> Path:
    """Open a file in LibreOffice, decide every change, save it as another file."""
    target = file.with_name(f"{command}.docx")
    given = f'"{file.as_uri()}","{target.as_uri()}","{command}"'
    start_libreoffice(profile, f"macro:///Standard.Changes.Decide({given})")
    return target


def changed_rows(file: Path) -> Iterator[tuple[_Cell, ...]]:
    """The rows of three cells below the head of each table."""
    for table in docx.Document(str(file)).tables:
        for row in table.rows[1:]:
            if len(row._tr.tc_lst) == 3:
                yield row.cells


def count_differences(decided: Path, column: int) -> tuple[int, int]:
    """Rows, and those whose third column is not the column that was decided for."""
    rows = [[cell.text for cell in cells] for cells in changed_rows(decided)]
    different = [row for row in rows if row[2] != row[column]]
    for row in different[:5]:
        sys.stdout.write(f"    {row[column]!r}\n    {row[2]!r}\n")
    return len(rows), len(different)


def main() -> int:
    """Exits 1 when a row differs, or when there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--catalogue", type=Path, default=Path("catalogue"))
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        file = write_review(options.catalogue, Path(name), options)
        profile = Path(name, "profile")
        make_profile(profile)
        for command, column in ((_ACCEPT, 1), (_REFUSE, 0)):
            decided = decide_in_libreoffice(file, command, profile)
            rows, different = count_differences(decided, column)
            sys.stdout.write(f"{command}: {rows} rows, {different} different\n")
            wrong += different or not rows
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
