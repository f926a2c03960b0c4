// Single keys: j and k walk the rows of [data-rows], ? shows the sheet, any other letter presses the one visible
// [data-key] of that name. Off in text, off when the user switched them off; keys with Control always work.
const isOn = document.body.dataset.keys === "on";
const sheet = document.getElementById("keys");

const isText = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const isShown = (element) => element.checkVisibility?.() ?? true;

function walk(step) {
  const rows = [...document.querySelectorAll("[data-rows] > li > a, [data-rows] > [data-row]")].filter(isShown);
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row === document.activeElement || row.ariaCurrent === "true");
  rows[Math.min(Math.max(now + step, 0), rows.length - 1)].focus();
}

function press(name) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find(isShown);
  if (target) target.matches("textarea, input") ? target.focus() : target.click();
  return target;
}

function showSheet() {
  sheet.querySelectorAll("[data-key-of]").forEach((line) => {
    line.hidden = !document.querySelector(`[data-key="${CSS.escape(line.dataset.keyOf)}"]`);
  });
  sheet.showModal();
}

function answer(event) {
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl) return press(`Control+${event.key.toLowerCase()}`);
  if (!isOn || event.altKey || isText(event.target)) return false;
  if (event.key === "j") return walk(1), true;
  if (event.key === "k") return walk(-1), true;
  if (event.key === "?" && sheet) return showSheet(), true;
  return event.key.length === 1 && press(event.key.toLowerCase());
}

document.addEventListener("keydown", (event) => {
  if (!event.defaultPrevented && !event.isComposing && !document.querySelector("dialog[open]") && answer(event)) {
    event.preventDefault();
  }
});
