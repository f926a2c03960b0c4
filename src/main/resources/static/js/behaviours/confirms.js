// A form or button with data-confirm (the question), data-confirm-detail and data-confirm-verb asks in a dialog first.
const dialog = document.getElementById("confirm");

function ask(element) {
  const { confirm, confirmDetail = "", confirmVerb } = element.dataset;
  dialog.querySelector("h2").textContent = confirm;
  dialog.querySelector("[data-detail]").textContent = confirmDetail;
  dialog.querySelector("[value=yes]").textContent = confirmVerb;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((answer) =>
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true }),
  );
}

if (dialog) {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(form)) {
      form.dataset.confirmed = "yes";
      form.requestSubmit(event.submitter);
      delete form.dataset.confirmed;
    }
  }, true);
}
