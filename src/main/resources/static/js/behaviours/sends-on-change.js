// A form with data-sends-on-change goes off when a choice in it changes; its button is for those without scripts.
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-sends-on-change]");
  form?.requestSubmit();
});
