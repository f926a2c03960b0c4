// The command menu: a link with data-command opens it, what is typed brings options, the arrows choose, Enter goes there.
const dialog = document.getElementById("command");
const field = document.getElementById("command-words");
const list = document.getElementById("command-options");

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => list.querySelector("[aria-selected=true]");

function choose(option) {
  options().forEach((each) => each.setAttribute("aria-selected", String(each === option)));
  field.setAttribute("aria-expanded", String(options().length > 0));
  option ? field.setAttribute("aria-activedescendant", option.id) : field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = options();
  if (all.length === 0) return;
  const at = all.indexOf(chosen());
  choose(all[(at + step + all.length) % all.length]);
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => chosen()?.click(),
};

function open() {
  field.value = "";
  list.replaceChildren();
  choose(null);
  dialog.showModal();
  window.htmx.trigger(field, "asked");
}

if (dialog) {
  document.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest?.("[data-closes-command]")) return dialog.close();
    if (!event.target.closest?.("[data-command]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });

  field.addEventListener("keydown", (event) => {
    const known = !event.isComposing && keys[event.key];
    if (!known || (event.key === "Enter" && !chosen())) return;
    event.preventDefault();
    known();
  });

  list.addEventListener("pointermove", (event) => {
    const option = event.target.closest("[role=option]");
    if (option && option !== chosen()) choose(option);
  });

  list.addEventListener("htmx:afterSwap", () => choose(options()[0]));

  // A page from the browser's memory comes back without it.
  window.addEventListener("pagehide", () => dialog.close());
}
