// SPDX-License-Identifier: BSL-1.0
// The playground: a text area with the document, what the checker finds in it, and buttons for the fixes. The checker is
// playground.cpp, compiled to WebAssembly; vouch.js, which is generated, has it and the examples. Texts from the document
// get into the page as text only, never as HTML.
"use strict";
(() => {
    const { wasm, examples } = vouchPlayground;
    const element = id => document.getElementById(id);
    const text = element("text"), marks = element("marks"), lines = element("lines"), list = element("findings");
    const kind = element("kind"), token = element("token"), start = element("start"), fixAll = element("fix-all");
    const http = element("http"), message = element("message"), summary = element("summary");
    const symbols = { error: "✕", warning: "▲", info: "ℹ" };
    const pause = 150;   // Milliseconds without a key before a document is checked.

    let checker;
    let checked = null;               // The text that the findings are about.
    let diagnostics = [];             // With `begin` and `end`, in UTF-16 units.
    const explained = new Set();      // Rules that are explained in the list.

    // ---- The checker -------------------------------------------------------------------------------------------------

    /** The checker's functions for texts. After a failure it begins anew. */
    class Checker {
        static async load() {
            const packed = Uint8Array.from(atob(wasm), c => c.charCodeAt(0));
            const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
            return new Checker(await WebAssembly.compile(await new Response(stream).arrayBuffer()));
        }

        constructor(module) {
            this.module = module;
            this.begin();
            this.largest = this.wasm.largest();
        }

        begin() {
            // The C library asks for these functions of a system, of which there is none.
            const unavailable = 52;
            const none = {};
            for (const { module, name } of WebAssembly.Module.imports(this.module))
                (none[module] ??= {})[name] = () => unavailable;
            this.wasm = new WebAssembly.Instance(this.module, none).exports;
            this.wasm._initialize();
        }

        /** Calls a function with the texts that it reads, and returns its answer. */
        call(name, texts, ...options) {
            try {
                texts.forEach((input, which) => {
                    // Of what is too long for the checker, it needs no more to say so.
                    const bytes = new TextEncoder().encode(input).subarray(0, this.largest + 1);
                    const to = this.wasm.input(which, bytes.length);
                    new Uint8Array(this.wasm.memory.buffer, to, bytes.length).set(bytes);
                });
                this.wasm[name](...options);
                const output = new Uint8Array(this.wasm.memory.buffer, this.wasm.output_data(), this.wasm.output_size());
                return new TextDecoder("utf-8", { ignoreBOM: true }).decode(output);
            } catch (failure) {
                this.begin();
                throw failure;
            }
        }
    }

    const isResponse = () => kind.value === "response";
    const whatIsThere = () => [[text.value, token.value], isResponse(), token.value !== ""];

    /** For each byte of a text in UTF-8, and for its end, the UTF-16 unit that it belongs to. */
    function unitsOf(input) {
        const units = new Uint32Array(input.length * 3 + 1);
        let byte = 0;
        for (let unit = 0; unit < input.length;) {
            const point = input.codePointAt(unit);
            const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            units.fill(unit, byte, byte + size);
            byte += size;
            unit += size === 4 ? 2 : 1;
        }
        return units.fill(input.length, byte);
    }

    // ---- Checking ----------------------------------------------------------------------------------------------------

    let timer;
    function checkSoon() {
        clearTimeout(timer);
        timer = setTimeout(check, pause);
        drawLines();
        if (checked !== text.value) drawMarks([]);
    }

    function check() {
        clearTimeout(timer);
        if (!checker) return;
        try {
            const result = JSON.parse(checker.call("check", ...whatIsThere()));
            diagnostics = result.diagnostics;
            checked = text.value;
            place(diagnostics, checked);
            show(result);
            showHttp();
        } catch (failure) {
            diagnostics = [];
            list.replaceChildren();
            fixAll.hidden = true;
            say(`The checker stopped: ${failure.message}`);
        }
        drawLines();
        drawMarks(diagnostics);
    }

    /** Turns places in bytes into places in the text area. */
    function place(found, input) {
        if (found.length === 0) return;
        const units = unitsOf(input);
        const at = byte => units[Math.min(byte, units.length - 1)];
        for (const d of found) {
            d.begin = at(d.offset);
            d.end = at(d.offset + d.length);
            for (const fix of d.fixes) {
                for (const edit of fix.edits) {
                    edit.begin = at(edit.offset);
                    edit.end = at(edit.offset + edit.length);
                }
            }
        }
    }

    // ---- Showing -----------------------------------------------------------------------------------------------------

    /** An element with properties and children. */
    function make(name, properties = {}, ...children) {
        const made = Object.assign(document.createElement(name), properties);
        made.append(...children);
        return made;
    }

    const counted = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;

    /** Says something in the line above the findings, unless it is there already: it would be read aloud again. */
    function say(words) {
        if (summary.textContent !== words) summary.textContent = words;
    }

    /** Whether a finding is about the token, which takes precedence over one in the document. */
    const isOfToken = d => d.path === "/clientToken" && token.value !== "";

    const firstSafe = d => d.fixes.find(f => f.safe);

    function show(result) {
        const parts = ["error", "warning", "info"].filter(s => result[`${s}s`] > 0).map(s => counted(result[`${s}s`], s));
        const safe = diagnostics.filter(firstSafe).length;
        const words = parts.length > 0 ? parts.join(", ") : `Nothing found: the ${kind.value} is fine`;
        say(words + (safe > 0 ? `; ${safe} can be fixed safely` : "") + ".");
        fixAll.hidden = safe === 0;
        fixAll.textContent = safe === 1 ? "Make the safe fix" : `Make all safe fixes (${safe})`;
        list.replaceChildren(...diagnostics.map(shown));
    }

    /** A finding, as an entry of the list. */
    function shown(d) {
        const where = isOfToken(d) ? "client token"
            : d.line === 0 ? d.path || "the document" : `line ${d.line}, column ${d.column}`;
        const go = make("button", { type: "button", className: "playground-go", onclick: () => goTo(d) },
            make("span", { className: "playground-severity" }, `${symbols[d.severity]} ${d.severity}`), " ",
            make("span", { className: "playground-message" }, d.message), " ",
            make("span", { className: "playground-where" }, where));
        const entry = make("li", { className: `playground-${d.severity}` }, go);
        Object.assign(entry.dataset, { rule: d.rule, path: d.path });
        if (d.help) entry.append(make("p", { className: "playground-help" }, d.help));
        for (const r of d.related) {
            entry.append(make("p", { className: "playground-help" }, r.line ? `line ${r.line}: ${r.message}` : r.message));
        }
        const actions = make("div", { className: "playground-actions" });
        for (const f of d.fixes) {
            const button = make("button", { type: "button", onclick: () => apply(d, f) }, `Fix: ${f.description}`);
            if (!f.safe) {
                button.className = "playground-unsafe";
                button.append(make("span", { className: "playground-note" }, " (unsafe: may change what is requested)"));
            }
            actions.append(button);
        }
        actions.append(explanationOf(d, entry));
        entry.append(actions);
        if (explained.has(d.rule)) entry.append(explanation(d.rule));
        entry.onclick = event => {
            if (!event.target.closest("button, pre") && getSelection().isCollapsed) goTo(d);
        };
        return entry;
    }

    /** The button that explains the rule of a finding, named after it. */
    function explanationOf(d, entry) {
        const button = make("button", { type: "button", className: "playground-rule" },
            "Explain ", make("code", {}, d.rule));
        button.setAttribute("aria-expanded", explained.has(d.rule));
        button.onclick = () => {
            const open = entry.querySelector("pre");
            if (open) open.remove();
            else entry.append(explanation(d.rule));
            explained[open ? "delete" : "add"](d.rule);
            button.setAttribute("aria-expanded", !open);
        };
        return button;
    }

    /** What the command line prints about a rule, as wide as the list has room for. */
    function explanation(rule) {
        const widthOfCharacter = 7.3, margins = 48, least = 44;   // Pixels, pixels, columns.
        const columns = Math.max(least, Math.floor((list.clientWidth - margins) / widthOfCharacter));
        const words = checker.call("explain", [rule], columns);
        return make("pre", { tabIndex: 0 }, words || "There is no rule of this name.");
    }

    function showHttp() {
        http.hidden = isResponse();
        if (!http.open || http.hidden) return;
        const sent = checker.call("http", [text.value, token.value], token.value !== "");
        message.textContent = sent.replaceAll("\r", "") || "A request with errors has no message: fix them first.";
    }

    // ---- The editor --------------------------------------------------------------------------------------------------

    /** The text again, behind the text area: invisible but for the lines under the findings. */
    function drawMarks(found) {
        const spans = found.filter(d => d.line > 0 && !isOfToken(d)).map(d => {
            // Of what spans lines, the first is marked; of what is empty, the next character.
            const newline = checked.indexOf("\n", d.begin);
            const end = newline === -1 ? d.end : Math.min(d.end, newline);
            return { severity: d.severity, begin: d.begin, end: Math.max(end, d.begin + 1) };
        });
        const cuts = [...new Set([0, ...spans.flatMap(s => [s.begin, s.end]), text.value.length])].sort((a, b) => a - b);
        const parts = [];
        const open = { error: 0, warning: 0, info: 0 };
        const changes = new Map();
        for (const s of spans) {
            for (const [at, by] of [[s.begin, 1], [s.end, -1]]) {
                if (!changes.has(at)) changes.set(at, []);
                changes.get(at).push([s.severity, by]);
            }
        }
        cuts.forEach((from, i) => {
            for (const [severity, by] of changes.get(from) ?? []) open[severity] += by;
            const part = text.value.slice(from, cuts[i + 1]) || (i + 1 < cuts.length ? " " : "");
            const severity = ["error", "warning", "info"].find(s => open[s] > 0);
            parts.push(severity ? make("mark", { className: `playground-${severity}` }, part) : part);
        });
        marks.replaceChildren(...parts, "\n");
        follow();
    }

    function drawLines() {
        const count = text.value.split("\n").length;
        if (lines.childElementCount === 0) lines.append(make("div"));
        if (Number(lines.dataset.count) !== count)
            lines.firstChild.textContent = Array.from({ length: count }, (_, i) => i + 1).join("\n");
        lines.dataset.count = count;
    }

    /** Scrolls the marks and the line numbers with the text. */
    function follow() {
        marks.style.transform = `translate(${-text.scrollLeft}px, ${-text.scrollTop}px)`;
        if (lines.firstChild) lines.firstChild.style.transform = `translateY(${-text.scrollTop}px)`;
    }

    /** Selects the place of a finding. */
    function goTo(d) {
        if (checked !== text.value) return;
        if (isOfToken(d)) return token.focus();
        text.focus();
        if (d.line === 0) return;
        text.setSelectionRange(d.begin, d.end);
        const height = parseFloat(getComputedStyle(text).lineHeight);
        const top = (d.line - 1) * height;
        if (top < text.scrollTop || top + 2 * height > text.scrollTop + text.clientHeight)
            text.scrollTop = Math.max(0, top - text.clientHeight / 3);
        follow();
    }

    /** Marks the findings in the list whose place the cursor is in. */
    function followCursor() {
        diagnostics.forEach((d, i) => {
            const here = checked === text.value && d.line > 0 && d.begin <= text.selectionStart && text.selectionEnd <= d.end;
            list.children[i].ariaCurrent = here ? "true" : null;
        });
    }

    /** Replaces a part of the text, so that the browser can undo it. */
    function replace(begin, end, by) {
        text.focus();
        text.setSelectionRange(begin, end);
        const done = by === "" ? begin === end || document.execCommand("delete") : document.execCommand("insertText", false, by);
        if (!done) text.setRangeText(by, begin, end, "end");
    }

    /** Replaces all of the text, as far as it differs. */
    function replaceAll(by) {
        const old = text.value;
        let begin = 0, end = 0;
        const most = Math.min(old.length, by.length);
        while (begin < most && old[begin] === by[begin]) begin++;
        while (end < most - begin && old[old.length - 1 - end] === by[by.length - 1 - end]) end++;
        if (old !== by) replace(begin, old.length - end, by.slice(begin, by.length - end));
    }

    function apply(d, fix) {
        if (checked !== text.value) return check();   // The places are those of an older text.
        const at = diagnostics.indexOf(d);
        const edits = [...fix.edits].sort((a, b) => a.begin - b.begin);
        let by = "", end = edits[0].begin;
        for (const e of edits) {
            by += checked.slice(end, e.begin) + e.text;
            end = e.end;
        }
        replace(edits[0].begin, end, by);
        check();
        const next = list.children[Math.min(at, list.children.length - 1)];
        if (next) next.querySelector("button").focus();
    }

    fixAll.onclick = () => {
        const done = JSON.parse(checker.call("fix", ...whatIsThere()));
        replaceAll(done.text);
        for (const moved of done.moved) {
            if (moved.name === "clientToken" && token.value === "") token.value = moved.value;
        }
        check();
        (list.querySelector("button") ?? text).focus();
    };

    // ---- Documents to start from -------------------------------------------------------------------------------------

    const starts = {
        "a request with mistakes": () => ["request", examples["five-mistakes.json"]],
        "the smallest request": () => ["request", checker.call("sample", [], false, false)],
        "a request with every field": () => ["request", checker.call("sample", [], false, true)],
        "the smallest response": () => ["response", checker.call("sample", [], true, false)],
        "a response with every field": () => ["response", checker.call("sample", [], true, true)],
    };
    for (const [name, example] of Object.entries(examples)) {
        if (name !== "five-mistakes.json") starts[name] = () => ["request", example];
    }
    start.append(...Object.keys(starts).map(name => make("option", {}, name)));

    function begin() {
        const [type, first] = starts[start.value]();
        kind.value = type;
        token.value = "";
        if (text.value === "") text.value = first;   // Nothing to undo.
        else replaceAll(first);
        text.setSelectionRange(0, 0);
        text.scrollTo(0, 0);
        check();
    }

    start.onchange = () => {
        begin();
        start.focus();
    };
    text.addEventListener("input", checkSoon);
    text.addEventListener("change", check);
    text.addEventListener("scroll", follow, { passive: true });
    text.addEventListener("selectionchange", followCursor);
    token.addEventListener("input", checkSoon);
    kind.addEventListener("change", check);
    http.addEventListener("toggle", showHttp);
    document.querySelector(".playground-bar").addEventListener("submit", event => event.preventDefault());

    Checker.load().then(loaded => {
        checker = loaded;
        element("version").textContent = `Vouch ${checker.call("version", [])}`;
        if (text.value === "") begin();   // Browsers keep what was typed when a page is loaded again.
        else check();
    }).catch(failure => say(`The checker cannot run in this browser: ${failure.message}`));
})();
