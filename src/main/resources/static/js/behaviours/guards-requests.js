// htmx requests carry the token against forged requests, and a failed one is said, not swallowed.
import { say } from "./dismisses-toasts.js";

const token = document.querySelector("meta[name=csrf]");
const words = document.getElementById("toast-words")?.dataset ?? {};

document.addEventListener("htmx:configRequest", (event) => {
  if (token && event.detail.verb !== "get") {
    event.detail.headers[token.dataset.header] = token.content;
  }
});

document.addEventListener("htmx:responseError", (event) => {
  const { requestConfig, xhr } = event.detail;
  if (requestConfig.verb === "get" && !requestConfig.triggeringEvent?.isTrusted) return; // a refresh nobody asked for
  say(xhr.status === 403 ? words.forbidden : xhr.status === 409 ? words.changed : words.failed);
  if (xhr.status === 409) window.htmx.trigger(document.body, "case-changed"); // the panes show how it is now
});

document.addEventListener("htmx:sendError", () => say(words.offline));
