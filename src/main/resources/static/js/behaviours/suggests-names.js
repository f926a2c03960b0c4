// In a text with data-names, "@" and the beginning of a name bring colleagues and teams to choose from: arrows and Enter,
// or a click. The names come as a fragment; Escape puts them away.
const CALLED = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}'’-]{0,40})$/u;
let asked = 0;

const list = (field) => document.getElementById(field.getAttribute("aria-controls"));
const options = (field) => [...list(field).querySelectorAll("[role=option]")];
const chosen = (field) => list(field).querySelector("[aria-selected=true]");
const begun = (field) => CALLED.exec(field.value.slice(0, field.selectionStart))?.[1];

function hide(field) {
  asked++;
  list(field).hidden = true;
  field.removeAttribute("aria-activedescendant");
}

function choose(field, option) {
  options(field).forEach((each) => each.setAttribute("aria-selected", String(each === option)));
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

async function suggest(field) {
  const word = begun(field);
  if (word === undefined) return hide(field);
  const mine = ++asked;
  const answer = await fetch(`${field.dataset.names}?begun=${encodeURIComponent(word)}`).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  list(field).innerHTML = await answer.text();
  const [first] = options(field);
  if (!first || mine !== asked) return hide(field);
  list(field).hidden = false;
  choose(field, first);
}

function insert(field, option) {
  const from = field.selectionStart - begun(field).length;
  field.setRangeText(`${option.dataset.name} `, from, field.selectionStart, "end");
  hide(field);
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function answer(field, key) {
  const all = options(field);
  const at = all.indexOf(chosen(field));
  if (key === "ArrowDown") choose(field, all[(at + 1) % all.length]);
  else if (key === "ArrowUp") choose(field, all[(at - 1 + all.length) % all.length]);
  else if (key === "Enter" || key === "Tab") insert(field, all[at]);
  else if (key === "Escape") hide(field);
  else return false;
  return true;
}

document.addEventListener("input", (event) => event.target.matches?.("[data-names]") && suggest(event.target));

// Before the composer, which takes Escape for leaving and Control+Enter for sending.
document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.("[data-names]");
  if (!field || list(field).hidden || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (answer(field, event.key)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.(".names [role=option]");
  if (!option) return;
  event.preventDefault(); // the text keeps the focus
  insert(document.querySelector(`[aria-controls="${option.parentElement.id}"]`), option);
});

document.addEventListener("focusout", (event) => event.target.matches?.("[data-names]") && hide(event.target));
