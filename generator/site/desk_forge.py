"""Where a repository is reached over the REST interface of its forge: one host, and no other."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.records.registers import Repository

CATALOGUE_FOLDER = "catalogue"
"""The folder of the catalogue in its repository, as `niemyet init` lays it out."""
_PUBLIC_GITHUB = "github.com"


@dataclass(frozen=True, slots=True)
class ForgeApi:
    """`origin` is all that the page may reach; `base` is the address of the repository there.

    `login` is what begins the addresses of a login with OAuth; None where none is set up.
    """

    origin: str
    base: str
    login: str | None = None


def forge_api(repository: Repository) -> ForgeApi:
    """The interface of a repository: github.com has a host for it, others have a path.

    >>> forge_api(Repository(forge="github", address="https://github.com/so/tthc")).base
    'https://api.github.com/repos/so/tthc'
    >>> forge_api(Repository(forge="gitlab", address="https://git.example.org/so/a/tthc/")).base
    'https://git.example.org/api/v4/projects/so%2Fa%2Ftthc'
    """
    parts = urlsplit(repository.address)
    origin, name = f"{parts.scheme}://{parts.netloc}", parts.path.strip("/")
    if repository.forge == "gitlab":
        login = f"{origin}/oauth" if repository.application else None
        return ForgeApi(origin, f"{origin}/api/v4/projects/{quote(name, safe='')}", login)
    if parts.netloc == _PUBLIC_GITHUB:
        return ForgeApi("https://api.github.com", f"https://api.github.com/repos/{name}")
    return ForgeApi(origin, f"{origin}/api/v3/repos/{name}")
