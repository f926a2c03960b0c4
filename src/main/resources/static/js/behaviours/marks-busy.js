// A form that was sent shows it on its button and is not sent twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || button.closest("dialog")) return;
  if (button.ariaBusy === "true") return event.preventDefault();
  button.ariaBusy = "true";
});

// Coming back through the browser's history finds the button ready again.
window.addEventListener("pageshow", () =>
  document.querySelectorAll("[aria-busy=true]").forEach((button) => (button.ariaBusy = null)),
);
document.addEventListener("htmx:afterRequest", (event) =>
  event.target.querySelectorAll?.("[aria-busy=true]").forEach((button) => (button.ariaBusy = null)),
);
