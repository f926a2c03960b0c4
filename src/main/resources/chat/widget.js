/* The chat of a website, from one script tag. It leaves nothing global, loads nothing else, and needs no cookie. */
(() => {
  "use strict";

  const script = document.currentScript;
  if (!script || !("attachShadow" in Element.prototype)) return;
  const base = script.src.replace(/\/widget\.js.*$/, "");
  const memory = `rapport-chat:${base}`;
  const kept = recall();
  let hello, panel, log, status, badge, launcher, form, poll;
  let there = true;

  /* What this browser remembers: its token, what was said here, which answers were read. */
  function recall() {
    try {
      return Object.assign({ token: "", said: [], read: 0 }, JSON.parse(localStorage.getItem(memory)));
    } catch {
      return { token: "", said: [], read: 0 };
    }
  }

  function remember() {
    try {
      kept.said = kept.said.slice(-200);
      localStorage.setItem(memory, JSON.stringify(kept));
    } catch { /* a browser that keeps nothing still chats until the page is left */ }
  }

  const t = (key) => hello.texts[key];

  async function ask(path, options = {}) {
    const headers = { "Accept-Language": document.documentElement.lang || navigator.language, ...options.headers };
    if (kept.token) headers.Authorization = `Bearer ${kept.token}`;
    const answer = await fetch(base + path, { ...options, headers, credentials: "omit", cache: "no-store" });
    if (!answer.ok) throw Object.assign(new Error(`${answer.status}`), { status: answer.status });
    return answer.json();
  }

  async function visit() {
    const visit = await ask("/visits", { method: "POST" });
    kept.token = visit.token;
    remember();
  }

  /* crypto.randomUUID is missing on pages without https. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function make(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) node.setAttribute(key, "");
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  }

  function build() {
    const host = make("div", { "data-rapport-chat": true, lang: hello.language });
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles()];
    badge = make("span", { class: "badge", hidden: true });
    launcher = make("button", { type: "button", class: "launcher", "aria-expanded": "false" }, t("open"), badge);
    const close = make("button", { type: "button", class: "close", "aria-label": t("close") }, "×");
    log = make("div", { class: "log", role: "log", "aria-label": t("log"), tabindex: "0" });
    status = make("p", { class: "status", role: "status" });
    form = build.form();
    panel = make("section", { class: "panel", role: "dialog", "aria-label": t("title"), hidden: true },
      make("header", {}, make("h2", {}, t("title")), close), log, status, form);
    root.append(launcher, panel);
    launcher.addEventListener("click", () => (panel.hidden ? open() : shut()));
    close.addEventListener("click", shut);
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
    document.addEventListener("visibilitychange", () => schedule(0));
    document.body.append(host);
  }

  build.form = () => {
    const words = make("textarea", { id: "words", name: "words", rows: "2", maxlength: "4000", required: true, dir: "auto" });
    const name = make("input", { id: "name", name: "name", maxlength: "100", autocomplete: "name", dir: "auto" });
    const address = make("input", { id: "address", name: "address", type: "email", maxlength: "254", autocomplete: "email" });
    const node = make("form", {},
      make("label", { for: "words" }, t("label")), words,
      make("div", { class: "letter", hidden: true },
        make("label", { for: "name" }, t("name")), name,
        make("label", { for: "address" }, t("address")), address),
      make("button", { type: "submit" }, t("send")));
    node.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
    words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); node.requestSubmit(); }
    });
    return node;
  };

  async function open() {
    panel.hidden = false;
    launcher.setAttribute("aria-expanded", "true");
    form.elements.words.focus();
    draw();
    try {
      if (!kept.token) await visit();
      await look();
    } catch { say(t("failed")); }
    schedule();
  }

  function shut() {
    panel.hidden = true;
    launcher.setAttribute("aria-expanded", "false");
    launcher.focus();
    schedule();
  }

  /* While nobody is there an address can be left, and the answer comes by mail. */
  function showPresence() {
    const letter = form.querySelector(".letter");
    letter.hidden = there || !hello.letters;
    form.elements.address.required = !letter.hidden;
    say(there ? "" : t(hello.letters ? "away-mail" : "away"));
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function submit() {
    const letter = !form.querySelector(".letter").hidden;
    const line = {
      id: newId(),
      text: form.elements.words.value.trim(),
      name: letter ? form.elements.name.value.trim() : "",
      address: letter ? form.elements.address.value.trim() : "",
      at: new Date().toISOString(),
      state: "sending",
    };
    if (!line.text) return;
    kept.said.push(line);
    remember();
    form.elements.words.value = "";
    draw();
    send(line);
  }

  /* The same line goes with the same number however often it is tried, so it is heard once. */
  async function send(line, isSecond = false) {
    line.state = "sending";
    draw();
    try {
      if (!kept.token) await visit();
      const body = { id: line.id, text: line.text, name: line.name, address: line.address, page: location.href.split("#")[0].slice(0, 500) };
      const taken = await ask("/messages", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      line.at = taken.at;
      line.state = "sent";
      say(line.address ? t("left") : "");
    } catch (failure) {
      if (failure.status === 401 && !isSecond) {
        kept.token = "";
        return send(line, true);
      }
      line.state = "failed";
      say(t(failure.status === 429 ? "too-fast" : "failed"));
    }
    remember();
    draw();
    schedule(1000);
  }

  async function look() {
    if (!kept.token) return;
    try {
      const answers = await ask("/answers");
      kept.answers = answers.lines;
      const changed = there !== answers.there;
      there = answers.there;
      if (changed) showPresence();
    } catch (failure) {
      if (failure.status === 401) kept.token = "";
    }
    remember();
    draw();
  }

  /* Often while somebody reads, seldom while the chat is shut, never for somebody who said nothing. */
  function schedule(soon) {
    clearTimeout(poll);
    if (!kept.token || (panel.hidden && kept.said.length === 0)) return;
    const pause = soon ?? (document.hidden ? 60000 : panel.hidden ? 20000 : 3000);
    poll = setTimeout(async () => { await look(); schedule(); }, pause);
  }

  function lines() {
    const theirs = (kept.answers || []).map((answer) => ({ id: answer.id, text: answer.text, at: answer.at, theirs: true }));
    return [...kept.said, ...theirs].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  function draw() {
    const answered = (kept.answers || []).length;
    const fresh = Math.max(0, answered - kept.read);
    if (!panel.hidden && !document.hidden) kept.read = answered;
    badge.hidden = !panel.hidden || fresh === 0;
    badge.textContent = badge.hidden ? "" : t("new");
    if (panel.hidden) return;
    const wanted = [{ id: "greeting", text: t("greeting"), theirs: true }, ...lines()];
    const present = new Map([...log.children].map((node) => [node.dataset.id, node]));
    let grew = false;
    wanted.forEach((line, index) => {
      let node = present.get(line.id);
      if (!node) {
        node = drawn(line);
        grew = true;
      }
      if (log.children[index] !== node) log.insertBefore(node, log.children[index] || null);
      if (node.dataset.state !== (line.state || "")) update(node, line);
    });
    if (grew) log.scrollTop = log.scrollHeight;
  }

  function drawn(line) {
    const node = make("div", { class: line.theirs ? "line theirs" : "line mine", "data-id": line.id },
      make("span", { class: "who" }, line.theirs ? t("us") : t("you")),
      make("p", { dir: "auto" }, line.text));
    update(node, line);
    return node;
  }

  function update(node, line) {
    node.dataset.state = line.state || "";
    node.querySelector(".fate")?.remove();
    if (line.state === "failed") {
      const again = make("button", { type: "button" }, t("again"));
      again.addEventListener("click", () => send(line));
      node.append(make("span", { class: "fate" }, again));
    }
  }

  function styles() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; color-scheme: light; font: 16px/1.45 system-ui, sans-serif; }
      *, ::before, ::after { box-sizing: border-box; }
      [hidden] { display: none !important; }
      button, input, textarea { font: inherit; color: inherit; }
      button { cursor: pointer; }
      :focus-visible { outline: 3px solid #2f55d4; outline-offset: 2px; }
      .launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000; padding: 12px 20px;
        border: 0; border-radius: 24px; background: #2a47b8; color: #fff; font-weight: 600; box-shadow: 0 4px 16px #0004; }
      .badge { margin-inline-start: 8px; padding: 1px 8px; border-radius: 10px; background: #fff; color: #1c2c73; font-size: 13px; }
      .panel { position: fixed; inset-block-end: 84px; inset-inline-end: 20px; z-index: 2147483000; display: flex;
        flex-direction: column; width: 360px; height: min(560px, calc(100dvh - 104px)); border: 1px solid #c9ccd6;
        border-radius: 14px; background: #fff; color: #1d2030; box-shadow: 0 12px 40px #0003; overflow: hidden; }
      header { display: flex; align-items: center; justify-content: space-between; padding: 10px 16px; background: #eef1fb; }
      h2 { margin: 0; font-size: 17px; }
      .close { width: 40px; height: 40px; border: 0; border-radius: 8px; background: none; font-size: 24px; line-height: 1; }
      .log { flex: 1; overflow-y: auto; padding: 16px; display: flex; flex-direction: column; gap: 10px; }
      .line { max-width: 85%; }
      .line p { margin: 0; padding: 8px 12px; border-radius: 12px; background: #eff0f4; white-space: pre-wrap; overflow-wrap: anywhere; }
      .mine { align-self: flex-end; }
      .mine p { background: #dfe6fc; }
      .mine[data-state=sending] p { opacity: .8; }
      .who { display: block; margin: 0 4px 2px; font-size: 13px; color: #555a6e; }
      .mine .who { text-align: end; }
      .fate button { border: 0; background: none; color: #a3231b; text-decoration: underline; padding: 6px 4px; }
      .status { margin: 0; padding: 0 16px; font-size: 14px; color: #4a4f63; }
      .status:not(:empty) { padding-block: 8px; }
      form { display: grid; gap: 6px; padding: 12px 16px 16px; border-block-start: 1px solid #e0e2ea; }
      label { font-size: 14px; font-weight: 600; }
      .letter { display: grid; gap: 6px; }
      textarea, input { width: 100%; padding: 8px 10px; border: 1px solid #767b8f; border-radius: 8px; background: #fff; resize: none; }
      form > button { padding: 10px; border: 0; border-radius: 8px; background: #2a47b8; color: #fff; font-weight: 600; }
      @media (max-width: 480px) {
        .panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
      }
    `);
    return sheet;
  }

  async function start() {
    try {
      hello = await ask("");
    } catch {
      return;
    }
    there = hello.there;
    build();
    showPresence();
    if (kept.said.length > 0) look().then(() => schedule());
  }

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
