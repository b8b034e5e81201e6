"""A draft as long as the longest procedures: very many papers in many groups, and its decision."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SAMPLE = Path("catalogue")
VERSION = "procedures/ho-tich/1.001193/v002.yml"
"""The version of the sample that is made long."""
PAPERS, GROUPS = 224, 19
_DECISION = """\
id: btp/2026/9999
number: 9999/QĐ-BTP
agency: btp
signed: 2026-11-20
rows:
- id: d1
  action: amend
  procedure: '1.001193'
  version: v003
  amended_parts:
  - title
  - dossier
"""
"""What makes the page compare the parts that are declared with those that have changed."""


def long_record(papers: int = PAPERS, groups: int = GROUPS) -> str:
    """The text of a version that asks for many papers."""
    text = (SAMPLE / VERSION).read_text("utf8")
    start = text.index("  groups:\n") + len("  groups:\n")
    end = text.index("\nforms:\n", start) + 1
    lines = ["    items:"]
    for group in range(groups):
        lines += [f"    - id: n{group}", f"      name: Trường hợp {group + 1}", "      items:"]
        for paper in range(group, papers, groups):
            lines += [
                f"      - id: gt{paper}",
                f"        name: Giấy tờ số {paper + 1} theo mẫu ban hành kèm theo quyết định",
                "        originals: 1",
                "        copies: 0",
            ]
    return text[:start] + "\n".join(lines) + "\n" + text[end:]


def draft_of(text: str) -> dict[str, Any]:
    """What the page keeps of a draft in which a decision publishes a version."""
    path = VERSION.replace("v002", "v003")
    version = {"kind": "version", "base": None, "sha256": None, "before": text, "text": text}
    decision = {"kind": "decision", "base": None, "sha256": None, "text": _DECISION}
    files = {path: version, "decisions/btp/2026/9999.yml": decision}
    return {"id": "measure", "name": "224", "decision": "btp/2026/9999", "files": files}


def keep_draft(page: Page, draft: dict[str, Any]) -> None:
    """Put a draft where the page keeps drafts, and open the page anew."""
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", ["niemyet-desk m", json.dumps(draft)])
    page.reload()
