# SPDX-License-Identifier: BSL-1.0
# browse.py SITE [PICTURES]: opens each page of a built site in headless Chromium, narrow and wide, light and dark, and says what
# overflows, what is loaded from elsewhere and whether the search finds anything. Pictures of the pages go to PICTURES.
import base64
import sys
import tempfile
from pathlib import Path

from chromium import Browser, serve, until

widths = 390, 1280
looks = "light", "dark"
# What is wider than the page: the names of the elements, if any.
overflow = """document.documentElement.scrollWidth <= innerWidth ? "" :
    [...document.querySelectorAll("article *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest("pre, .md-typeset__scrollwrap"))
        .slice(0, 3).map(e => e.tagName + " " + e.textContent.slice(0, 40)).join(", ") || "?" """


def faults(browser, site, served, pictures):
    for page in sorted(p.relative_to(site) for p in site.rglob("*.html")):
        for width in widths:
            for look in looks:
                browser("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
                browser("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": look}])
                browser("Storage.clearDataForOrigin", origin=served, storageTypes="local_storage")
                browser.open(f"{served}/{page}")
                if wide := browser.value(overflow):
                    yield f"{page}: wider than {width}: {wide}"
                scheme = browser.value("document.body.dataset.mdColorScheme")
                if scheme != {"light": "default", "dark": "slate"}[look]:
                    yield f"{page}: looks {scheme} where {look} is preferred"
                if pictures:
                    picture = browser("Page.captureScreenshot", captureBeyondViewport=True)["data"]
                    name = f"{page.with_suffix('').as_posix().replace('/', '-')}-{width}-{look}.png"
                    (pictures / name).write_bytes(base64.b64decode(picture))
    for place in served, site.as_uri():
        browser.open(f"{place}/index.html")
        browser.value(until("!document.querySelector('.md-search-result__meta').textContent.includes('Initializing')"))
        browser.value("document.querySelector('input[name=query]').focus()")
        browser("Input.insertText", text="subscription")
        browser("Input.dispatchKeyEvent", type="keyUp", key="n")
        if not browser.value(until("document.querySelector('.md-search-result__link') !== null")):
            yield f"{place}: the search finds nothing"
    yield from (f"loads {url}" for url in browser.requests if not url.startswith((served, "file:", "data:", "blob:", "about:")))


site = Path(sys.argv[1]).resolve()
pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    found = list(faults(browser, site, serve(site), pictures))
    browser("Browser.close")
    browser.process.wait()
print("\n".join(found), file=sys.stderr, end="\n" if found else "")
sys.exit(bool(found))
