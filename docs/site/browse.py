# SPDX-License-Identifier: BSL-1.0
# browse.py SITE [PICTURES]: opens each page of a built site in headless Chromium, narrow and wide, light and dark, and says what
# overflows, what is loaded from elsewhere and whether the search finds anything. Pictures of the pages go to PICTURES.
import base64
import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

widths = 390, 1280
looks = "light", "dark"
# What is wider than the page: the names of the elements, if any.
overflow = """document.documentElement.scrollWidth <= innerWidth ? "" :
    [...document.querySelectorAll("article *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest("pre, .md-typeset__scrollwrap"))
        .slice(0, 3).map(e => e.tagName + " " + e.textContent.slice(0, 40)).join(", ") || "?" """


def until(condition):
    """JavaScript that waits for a condition, five seconds at most, and says whether it holds."""
    return f"(async () => {{ for (let i = 0; i < 100 && !({condition}); i++) await new Promise(go => setTimeout(go, 50));" \
           f"return {condition}; }})()"


class Browser:
    """Chromium on two pipes: it reads commands from descriptor 3 and writes answers and events to 4, as JSON ended by NUL."""

    def __init__(self, profile):
        read, self.commands = os.pipe()
        self.answers, write = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                   "--disable-background-networking", "--no-first-run", f"--user-data-dir={profile}", "--remote-debugging-pipe"]
        shell = f"exec chromium \"$@\" 3<&{read} 4>&{write}"
        self.process = subprocess.Popen(["bash", "-c", shell, "chromium", *options, "about:blank"], pass_fds=(read, write),
                                        stderr=subprocess.DEVNULL)
        os.close(read), os.close(write)
        self.number, self.session, self.rest, self.requests = 0, None, b"", []
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in "Page", "Network":
            self(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.rest:
            self.rest += os.read(self.answers, 1 << 20) or sys.exit("Chromium has gone")
        text, _, self.rest = self.rest.partition(b"\0")
        message = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message

    def __call__(self, method, **params):
        self.number += 1
        command = {"id": self.number, "method": method, "params": params} | ({"sessionId": self.session} if self.session else {})
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while (message := self.message()).get("id") != self.number:
            pass
        return message["result"] if "result" in message else sys.exit(f"{method}: {message['error']['message']}")

    def open(self, url):
        self("Page.navigate", url=url)
        while self.message().get("method") != "Page.loadEventFired":
            pass

    def value(self, expression):
        return self("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)["result"].get("value")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


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
server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
Thread(target=server.serve_forever, daemon=True).start()
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    found = list(faults(browser, site, f"http://127.0.0.1:{server.server_port}", pictures))
    browser("Browser.close")
    browser.process.wait()
print("\n".join(found), file=sys.stderr, end="\n" if found else "")
sys.exit(bool(found))
