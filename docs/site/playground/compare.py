# SPDX-License-Identifier: BSL-1.0
# compare.py SITE VOUCH: uses the playground of a built site in headless Chromium, as people do, and says what does not work;
# then compares what it shows about each conformance case with what VOUCH, the checker of the command line, says.
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import Browser, serve, until   # noqa: E402

top = Path(__file__).resolve().parents[3]

# What the page shows: its findings, and what it says above them.
shown = """JSON.stringify([...document.querySelectorAll("#findings li")].map(li => ({
    severity: li.className.replace("playground-", ""), rule: li.dataset.rule, path: li.dataset.path,
    message: li.querySelector(".playground-message").textContent, where: li.querySelector(".playground-where").textContent,
    help: [...li.querySelectorAll(".playground-help")].map(p => p.textContent),
    fixes: [...li.querySelectorAll(".playground-actions > button:not(.playground-rule)")].map(b => b.textContent) })))"""


def put(text, kind="request", token=None):
    """JavaScript that shows the findings of a document, without the pause that typing has. The field cannot
    hold an empty token or a line feed: for these, a String object, which never equals the empty string, takes the place of its value."""
    replaced = token is not None and (token == "" or "\n" in token)
    return f"""(() => {{
        document.getElementById("kind").value = {json.dumps(kind)};
        const token = document.getElementById("token");
        delete token.value;
        token.value = {json.dumps("" if replaced else token or "")};
        if ({json.dumps(replaced)}) Object.defineProperty(token, "value",
            {{ configurable: true, value: new String({json.dumps(token)}) }});
        const text = document.getElementById("text");
        text.value = {json.dumps(text)};
        text.dispatchEvent(new Event("change"));
        return {shown};
    }})()"""


def merge(target, change):
    """A JSON merge patch (RFC 7396)."""
    if not isinstance(change, dict):
        return change
    target = dict(target) if isinstance(target, dict) else {}
    for key, value in change.items():
        if value is None:
            target.pop(key, None)
        else:
            target[key] = merge(target.get(key), value)
    return target


def cases():
    folder = top / "tests/conformance"
    bases = json.loads((folder / "bases.json").read_text())
    for file in sorted(folder.glob("*.json")):
        for case in json.loads(file.read_text()) if file.name != "bases.json" else []:
            base = bases.get(case.get("base"), case)
            text = case["text"] if "text" in case else json.dumps(merge(base["document"], case["change"]), ensure_ascii=False)
            yield case["name"], base["type"], text, case.get("client_token"), case["expected"]


def of_command_line(vouch, kind, texts, token):
    """What the checker of the command line says about documents, in the words of the page."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{i:04}.json") for i in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8", newline="")
        options = ["--format", "jsonl", "--quiet", "--type", kind] + (["--client-token", token] if token is not None else [])
        options += ["--input-format", "request"] if kind == "request" else []
        run = subprocess.run([vouch, "check", *options, *files], capture_output=True, encoding="utf-8")
        reports = [json.loads(line) for line in run.stdout.splitlines()]
        if len(reports) != len(texts):
            sys.exit(f"{vouch}: {run.stderr}")
    return [[in_words(d, token) for d in r["diagnostics"]] for r in reports]


def in_words(d, token):
    where = "client token" if token is not None and d["path"] == "/clientToken" else \
        f"line {d['line']}, column {d['column']}" if d["line"] else d["path"] or "the document"
    related = [f"line {r['line']}: {r['message']}" if r["line"] else r["message"] for r in d["related"]]
    unsafe = " (unsafe: may change what is requested)"
    return {"severity": d["severity"], "rule": d["rule"], "path": d["path"], "message": d["message"],
            "where": where,
            "help": ([d["help"]] if d["help"] else []) + related,
            "fixes": [f"Fix: {f['description']}{'' if f['safe'] else unsafe}" for f in d["fixes"]]}


def differences(browser, vouch):
    """Conformance cases that the page judges differently."""
    groups = {}
    for name, kind, text, token, expected in cases():
        # A text area has line feeds only, and no single surrogates.
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        groups.setdefault((kind, token), []).append((name, text, expected))
    count = 0
    for (kind, token), group in groups.items():
        said = of_command_line(vouch, kind, [text for _, text, _ in group], token)
        for (name, text, expected), command_line in zip(group, said):
            page = json.loads(browser.value(put(text, kind, token)) or "null")
            count += 1
            if page != command_line:
                yield f"{name}: the page says {page}, the command line {command_line}"
            verdict = lambda found: sorted((d["severity"], d["rule"], d["path"]) for d in found)
            if page is not None and verdict(page) != verdict(expected):
                yield f"{name}: the page says {verdict(page)}, the case {verdict(expected)}"
    if count < 700:
        yield f"only {count} cases were compared"


class Keys:
    """Presses keys."""
    codes = {"Tab": 9, "Enter": 13, "End": 35, "Home": 36, "Backspace": 8}

    def __init__(self, browser):
        self.browser = browser

    def press(self, key, modifiers=0):
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in "keyDown", "keyUp":
            self.browser("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=self.codes[key],
                         modifiers=modifiers, **(text if kind == "keyDown" else {}))

    def type(self, text):
        self.browser("Input.insertText", text=text)


def faults(browser, address):
    """What does not work when people use the page."""
    def expect(words, condition):
        if not browser.value(until(condition)):
            state = browser.value("document.getElementById('summary').textContent + ' | ' + document.activeElement.outerHTML.slice(0, 200)")
            yield f"{address}: {words}: {state}"

    browser.open(address)
    yield from expect("the first document has no findings", "document.querySelectorAll('#findings li').length === 6")
    yield from expect("the version is missing", r"/^Vouch \d/.test(document.getElementById('version').textContent)")
    sample = (top / "docs/examples/pay-as-you-go.json").read_text()
    browser.value(put(sample))
    yield from expect("a good request is not fine", "document.getElementById('summary').textContent.includes('is fine')")

    # With the keyboard alone: type a mistake, go to its fix, make it.
    keys = Keys(browser)
    browser.value("document.getElementById('text').focus(); "
                  "document.getElementById('text').setSelectionRange(0, document.getElementById('text').value.length)")
    keys.type(sample.replace('"standard"', '"Standard"'))
    yield from expect("a mistake is not found", "document.querySelector('#findings li')?.dataset.rule === 'enum-invalid'")
    yield from expect("the mistake is not underlined",
                      "document.querySelector('#marks mark.playground-error')?.textContent === '\"Standard\"'")
    keys.press("Tab")
    yield from expect("Tab does not lead to all fixes", "document.activeElement.id === 'fix-all'")
    keys.press("Tab")
    yield from expect("Tab does not lead to the finding", "document.activeElement.matches('.playground-go')")
    keys.press("Enter")
    yield from expect("Enter does not select the place", "(t => document.activeElement === t && t.value.slice(t.selectionStart, "
                      "t.selectionEnd) === '\"Standard\"')(document.getElementById('text'))")
    for _ in range(3):
        keys.press("Tab")
    yield from expect("Tab does not lead to the fix", "document.activeElement.textContent === 'Fix: write \"standard\"'")
    keys.press("Enter")
    yield from expect("the fix does not make the request fine", "document.getElementById('summary').textContent.includes('is fine')")
    yield from expect("the fix changes something else", f"document.getElementById('text').value === {json.dumps(sample)}")
    browser.value("document.getElementById('text').focus(); document.execCommand('undo')")
    yield from expect("a fix cannot be undone", "document.getElementById('text').value.includes('\"Standard\"')")

    # Places count bytes; the page counts UTF-16 units.
    browser.value(put('{"instanceName": "订单😀", "seriesCode": "Standard"}'))
    yield from expect("a place after other characters is wrong",
                      "[...document.querySelectorAll('#marks mark')].some(m => m.textContent === '\"Standard\"')")
    browser.value("[...document.querySelectorAll('#findings button')].find(b => b.textContent.includes('write \"standard\"')).click()")
    yield from expect("a fix after other characters is wrong",
                      "document.getElementById('text').value === '{\"instanceName\": \"订单😀\", \"seriesCode\": \"standard\"}'")

    # The explanation, all fixes, the message, and a text that would be HTML.
    browser.value("document.getElementById('start').dispatchEvent(new Event('change'))")
    browser.value("document.querySelector('.playground-rule').click()")
    yield from expect("a rule is not explained", "document.querySelector('#findings pre')?.textContent.startsWith('enum-invalid (error)')")
    browser.value("document.getElementById('fix-all').click()")
    yield from expect("safe fixes are left", "document.getElementById('fix-all').hidden && document.querySelectorAll('#findings li').length === 3")
    browser.value("document.getElementById('http').open = true")
    browser.value(put(sample))
    yield from expect("there is no HTTP message", "document.getElementById('message').textContent.startsWith('POST /instances HTTP/1.1\\n')")
    browser.value(put('{"<img src=x onerror=alert(1)>": "<b>\\u001b[1m</b>"}'))
    yield from expect("the text of a document becomes HTML",
                      "document.querySelectorAll('#findings li').length > 0 && !document.querySelector('#playground :is(img, b)')")
    browser.value(put('{"\\u202e\\u0007": 1, "seriesCode": "\u202e"}'))
    yield from expect("a control character is shown as itself",
                      "document.querySelectorAll('#findings li').length > 0 && !/[\\u0000-\\u0009\\u000b-\\u001f\\u202e]/.test(document.getElementById('findings').textContent)")
    browser.value(put('{"productInfo": {"storageSecretKey": "key-very-secret", "storageEncryption": 1}, "storageSecretkey": "key-very-secret"}'))
    yield from expect("a secret is shown", "!document.getElementById('findings').textContent.includes('very-secret')")
    browser.value(put(" " * (1 << 19)))
    yield from expect("a large text is not rejected", "document.querySelector('#findings li')?.dataset.rule === 'document-too-large'")
    # The page's policy: nothing can be sent.
    violation = browser.value("""new Promise(done => { document.addEventListener('securitypolicyviolation',
        e => done(e.effectiveDirective), {once: true}); fetch('https://vouch.invalid/').catch(() => {}); setTimeout(() => done(''), 2000) })""")
    if violation != "connect-src":
        yield f"{address}: something can be sent"


site, vouch = Path(sys.argv[1]).resolve(), sys.argv[2]
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    found = list(faults(browser, f"{serve(site)}/playground.html"))
    found += differences(browser, vouch)
    found += faults(browser, f"{site.as_uri()}/playground.html")
    browser("Browser.close")
    browser.process.wait()
print("\n".join(found[:20]), file=sys.stderr, end="\n" if found else "")
sys.exit(bool(found))
