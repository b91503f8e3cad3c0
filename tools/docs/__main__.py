"""Write the reference of the commands, check the pages, and make the site: `python -m tools.docs FOLDER`."""

import sys
from pathlib import Path

from tools.docs.commands import REFERENCE, reference, wrong_commands
from tools.docs.links import broken_links, pages_not_reached
from tools.docs.pages import REPOSITORY, all_pages
from tools.docs.site import write_site


def main(folder: Path) -> int:
    """Return the exit status: 1 where a link or a command of a page is wrong, each said in a line."""
    (REPOSITORY / REFERENCE).write_text(reference(), encoding="utf-8")
    pages = {page.path: page for page in all_pages()}
    faults = [*pages_not_reached(pages)]
    for page in pages.values():
        faults += [*broken_links(page, pages), *wrong_commands(page)]
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        write_site(pages, folder)
        print(f"{len(pages)} pages are in {folder}; open {folder}/index.html")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
