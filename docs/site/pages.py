# SPDX-License-Identifier: BSL-1.0
# Hooks of mkdocs: gathers README.md, docs/*.md, docs/reference/*.md and docs/examples as the pages of the site, in their order.
# Links to other files of the repository become plain text, for the site has no page for them.
import base64
import gzip
import json
import logging
import os
import re
import shutil
from pathlib import Path, PurePosixPath

log = logging.getLogger("mkdocs.hooks.pages")   # a warning fails a strict build
top = Path(__file__).resolve().parents[2]
checker = top / "build/playground/vouch.wasm"   # Without it, the site has no playground.
kinds = ("Requests", "docs/examples/*.json"), ("Programs", "docs/examples/*.cpp")
code_or_link = re.compile(r"^ *(```|~~~).*?^ *\1\s*?$|(`+)[^`].*?\2|(?<!!)\[([^\]]+)\]\(([^)\s]+)\)", re.M | re.S)


def names(pattern):
    return sorted(p.relative_to(top).as_posix() for p in top.glob(pattern))


def sources():
    """The pages in the order of the navigation: file in the repository -> file among the pages."""
    first, last = ["guide", "tutorial", "api"], ["design", "security", "stability", "contributing", "changelog"]
    prose = names("docs/*.md")
    order = [f"docs/{n}.md" for n in first] + names("docs/reference/*.md") + ["docs/examples"]
    order += [p for p in prose if PurePosixPath(p).stem not in first + last] + [f"docs/{n}.md" for n in last]
    pages = {"README.md": "index.md"}
    if checker.exists():
        pages["docs/site/playground/playground.md"] = "playground.md"
    for path in order:
        if path == "docs/examples":
            pages[path] = "examples.md"
        elif (top / path).exists():
            pages[path] = path.removeprefix("docs/")
    return pages


def translate(text, source, pages):
    """The text of a page with its links as the site needs them."""
    places = pages | {p: f"examples.md#{PurePosixPath(p).name}" for _, pattern in kinds for p in names(pattern)}
    places |= {"docs/reference": p for p in pages.values() if p.startswith("reference/")}

    def link(match):
        label, target = match[3], match[4]
        if label is None:   # code; only code hosts want a bar escaped in that of a table
            return match[0] if match[1] else match[0].replace(r"\|", "|")
        if re.match(r"[a-z]+:|#", target):
            return match[0]
        path, _, anchor = target.partition("#")
        path = os.path.normpath(os.path.join(os.path.dirname(source), path))
        if path in places:
            target = os.path.relpath(places[path], os.path.dirname(pages[source]) or ".")
            return f"[{label}]({target}{'#' + anchor if anchor else ''})"
        if not (top / path).exists():
            log.warning("%s: there is no file %s", source, target)
        return f"`{path}`" if path.endswith(label.strip("`")) else f"{label} (`{path}`)"

    return code_or_link.sub(link, text)


def examples():
    """The page of all examples: each file with its head as a sentence and the rest as code."""
    text = "# Examples\n"
    for title, pattern in kinds:
        text += f"\n## {title}\n"
        for name in names(pattern):
            path = PurePosixPath(name)
            head, code = re.fullmatch(r"((?://[^\n]*\n)*)(.*)", (top / name).read_text(), re.S).groups()
            head = re.sub(r"^// ?(SPDX.*\n)?", "", head, flags=re.M)
            text += f"\n### {path.name} {{: #{path.name} }}\n\n{head}\n```{path.suffix[1:]}\n{code.strip()}\n```\n"
    return text


def add_playground(folder):
    """The files of the playground; vouch.js has the compiled checker and the examples, so that nothing need be fetched."""
    folder.mkdir()
    for name in "playground.js", "playground.css":
        shutil.copy(top / "docs/site/playground" / name, folder)
    examples = names("docs/examples/*.json") + ["tests/golden/five-mistakes.json"]
    data = {"wasm": base64.b64encode(gzip.compress(checker.read_bytes(), mtime=0)).decode(),
            "examples": {PurePosixPath(p).name: (top / p).read_text() for p in examples}}
    (folder / "vouch.js").write_text(f"const vouchPlayground = {json.dumps(data)};\n")


def home(text):
    """The home page: its pictures are in docs/site, as seen from there, and the ways in come before the first one."""
    ways = "- **[Check requests](guide.md#the-checker)** on the command line, in editors and in CI\n" \
           "- **[Use the headers](guide.md#reading)** in a C++ program\n" \
           "- **[Describe an API of your own](tutorial.md)** in a few lines\n"
    if checker.exists():
        ways = "- **[Try it here](playground.md)**: the checker in your browser, with findings and fixes as you type\n" + ways
    text = re.sub(r'(src|srcset)="docs/', r'\1="', text)
    return text.replace("<picture>\n", f"{ways}\n<picture>\n", 1)


def on_config(config):
    pages = sources()
    folder = Path(config["docs_dir"])
    shutil.rmtree(folder)
    for source, page in pages.items():
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        text = examples() if page == "examples.md" else translate((top / source).read_text(), source, pages)
        if page == "index.md":
            text = home(text)
        (folder / page).write_text(text)
    (folder / "site").mkdir()
    for picture in (top / "docs/site").glob("*.svg"):
        shutil.copy(picture, folder / "site")
    if checker.exists():
        add_playground(folder / "playground")
    reference = [p for p in pages.values() if p.startswith("reference/")]
    config["nav"] = [p for p in pages.values() if p not in reference]
    if reference:
        at = config["nav"].index("examples.md")
        config["nav"].insert(at, {"Reference": reference[0] if len(reference) == 1 else reference})
    return config


def on_post_build(config):
    """Leaves out what needs the address of the site, and writes what main.html loads where pages are opened as files."""
    site = Path(config["site_dir"])
    for name in "404.html", "sitemap.xml", "sitemap.xml.gz":
        (site / name).unlink()
    index = (site / "search/search_index.json").read_text()
    [worker] = site.glob("assets/javascripts/workers/search.*.js")
    source = json.dumps(worker.read_text())
    (site / "search/offline.js").write_text(
        f"var __search = {{index: Promise.resolve({index})}};\n"
        f"Worker = class extends Worker {{ constructor() {{ super(URL.createObjectURL(new Blob([{source}]))) }} }};\n"
    )
