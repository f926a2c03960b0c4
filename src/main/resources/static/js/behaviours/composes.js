// The composer: reply or note, how much room is left, Control+Enter, a draft that keeps itself, and words that come back.
const LATER = 600;
const token = document.querySelector("meta[name=csrf]");
const composer = () => document.querySelector("form[data-composes]");
let timer;

const field = (form, mode) => form.querySelector(`#${mode}-text`);
const mode = (form) => (form.classList.contains("is-note") ? "note" : "reply");

function choose(form, wanted) {
  const isNote = wanted === "note";
  form.classList.toggle("is-note", isNote);
  form.classList.toggle("is-private", !isNote && form.dataset.private === "yes");
  form.querySelectorAll("[data-mode]").forEach((each) => (each.ariaPressed = String(each.dataset.mode === wanted)));
  form.querySelectorAll("[data-for]").forEach((each) => (each.hidden = each.dataset.for !== wanted));
  const target = `${form.dataset.composes}/${isNote ? "notes" : "replies"}`;
  form.action = target;
  form.setAttribute("hx-post", target);
  window.htmx.process(form);
  measure(form);
}

function measure(form) {
  const text = field(form, mode(form));
  const ring = form.querySelector("[data-room-left]");
  const room = Number(text?.dataset.room);
  if (!ring) return;
  ring.hidden = !room;
  if (!room) return;
  const used = [...text.value].length;
  ring.querySelector("[data-figure]").textContent = `${used} / ${room}`;
  ring.querySelector(".used").setAttribute("stroke-dasharray", `${Math.min((used * 100) / room, 100)} 100`);
}

function keep(form, isLeaving = false) {
  clearTimeout(timer);
  timer = undefined;
  const kind = mode(form);
  const text = field(form, kind);
  if (!text || !token) return;
  const hint = form.querySelector("[data-draft]");
  fetch(`${form.dataset.composes}/draft`, {
    method: "PUT",
    keepalive: isLeaving,
    headers: { [token.dataset.header]: token.content, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ kind: kind.toUpperCase(), words: text.value }),
  })
    .then((answer) => answer.ok && hint && (hint.textContent = text.value ? hint.dataset.kept : ""))
    .catch(() => {});
}

function flush() {
  const form = composer();
  if (form && timer) keep(form, true);
}

function forget(id) {
  const text = document.getElementById(id);
  if (!text) return;
  text.value = "";
  clearTimeout(timer);
  timer = undefined;
  measure(text.form);
  text.form.querySelector("[data-draft]").textContent = "";
}

function bringBack(note) {
  const form = composer();
  if (!form || form.dataset.composes !== `/inbox/${note.dataset.takenBack}`) return;
  choose(form, "reply");
  const text = field(form, "reply");
  text.value = text.value ? `${note.textContent}\n\n${text.value}` : note.textContent;
  text.focus();
  measure(form);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-mode]");
  if (!button || button.disabled) return;
  const form = button.closest("form");
  if (timer) keep(form);
  choose(form, button.dataset.mode);
  field(form, button.dataset.mode)?.focus();
});

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-composes]");
  if (!form) return;
  measure(form);
  form.querySelector("[data-draft]").textContent = "";
  clearTimeout(timer);
  timer = setTimeout(() => keep(form), LATER);
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-composes]");
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit([...form.querySelectorAll("[type=submit]")].find((each) => !each.hidden));
  }
  if (event.key === "Escape") event.target.blur();
});

document.addEventListener("htmx:configRequest", (event) => {
  if (event.target.matches?.("#thread, [hx-target='#thread']")) flush();
});

// An empty text goes nowhere.
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.target;
  if (form.matches?.("form[data-composes]") && !field(form, mode(form))?.value.trim()) event.preventDefault();
});

document.addEventListener("htmx:oobAfterSwap", () => {
  document.querySelectorAll("[data-written]").forEach((toast) => {
    if (toast.dataset.clears) forget(toast.dataset.clears);
    toast.querySelectorAll("[data-taken-back]").forEach(bringBack);
    toast.removeAttribute("data-written");
    document.querySelectorAll("#messages").forEach((thread) => window.htmx.trigger(thread, "left"));
  });
});

// A toast whose deed was taken back has nothing more to offer.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) event.target.closest?.("[data-toast]")?.remove();
});

window.addEventListener("pagehide", flush);
document.querySelectorAll("form[data-composes]").forEach(measure);
document.addEventListener("htmx:load", (event) => {
  event.target.querySelectorAll?.("form[data-composes]").forEach(measure);
  const around = event.target.closest?.("form[data-composes]");
  if (around) measure(around);
});
