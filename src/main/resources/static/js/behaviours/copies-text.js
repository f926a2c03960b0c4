// A button with data-copies="id" copies that field's text and says so.
import { say } from "./dismisses-toasts.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copies]");
  const field = button && document.getElementById(button.dataset.copies);
  if (!field) return;
  field.select();
  await navigator.clipboard?.writeText(field.value);
  say(document.getElementById("toast-words")?.dataset.copied);
});
