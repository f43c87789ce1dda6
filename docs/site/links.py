# SPDX-License-Identifier: BSL-1.0
# links.py SITE: says which links and anchors of a built site lead nowhere, and what it would load from elsewhere.
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.loads = set(), [], []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.ids.add(a.get("id") or a.get("name"))
        if "href" in a:
            (self.links if tag in ("a", "area") else self.loads).append(a["href"])
        if a.get("src"):
            self.loads.append(a["src"])


def faults(site):
    pages = {p: Page(p) for p in sorted(site.rglob("*.html"))}
    if not pages:
        yield f"{site}: no pages"
    for path, page in pages.items():
        for link in page.links + page.loads:
            url = urlsplit(link)
            if url.scheme or url.netloc:
                if link in page.loads and url.scheme != "data":
                    yield f"{path}: loads {link}"
                continue
            target = (path.parent / unquote(url.path)).resolve() if url.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or not target.is_relative_to(site):
                yield f"{path}: no file for {link}"
            elif url.fragment and target in pages and unquote(url.fragment) not in pages[target].ids:
                yield f"{path}: no anchor for {link}"
    for path in sorted(site.rglob("*.css")):
        for load in re.findall(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')]+)""", path.read_text()):
            yield f"{path}: loads {load}"


found = list(faults(Path(sys.argv[1]).resolve()))
print("\n".join(found), file=sys.stderr, end="\n" if found else "")
sys.exit(bool(found))
