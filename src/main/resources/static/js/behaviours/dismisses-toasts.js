// Toasts go by themselves after a while, later when there is something to take back, never under a hand or the focus.
const SHORT = 6000;
const LONG = 12000;
const region = () => document.getElementById("toasts");

export function say(text) {
  const template = document.getElementById("toast-failed");
  if (!text || !template || !region()) return;
  const toast = template.content.firstElementChild.cloneNode(true);
  toast.querySelector("span").textContent = text;
  region().append(toast);
}

function watch(toast) {
  toast.querySelectorAll("[data-dismiss]").forEach((button) => (button.hidden = false));
  const inUse = () => toast.matches(":hover, :focus-within");
  const go = () => (inUse() ? setTimeout(go, SHORT) : toast.remove());
  setTimeout(go, toast.querySelector("form") ? LONG : SHORT);
}

document.addEventListener("click", (event) => event.target.closest?.("[data-dismiss]")?.closest("[data-toast]")?.remove());

if (region()) {
  region().querySelectorAll("[data-toast]").forEach(watch);
  new MutationObserver((changes) =>
    changes
      .flatMap((change) => [...change.addedNodes])
      .filter((node) => node.matches?.("[data-toast]"))
      .forEach(watch),
  ).observe(region(), { childList: true });
}
