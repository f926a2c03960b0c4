// The thread begins at its end and stays where the reader left it, with the reasons that were open; the list shows which conversation is open; a reply
// that can still be taken back counts its seconds down.
const AT_END = 40;
let wasAtEnd = true;
let wereOpen = [];

const thread = () => document.getElementById("messages");
const isAtEnd = (element) => element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
const toEnd = (element) => (element.scrollTop = element.scrollHeight);

function markOpen() {
  const open = document.getElementById("thread")?.dataset.conversation;
  if (!open) return;
  document.querySelectorAll("#rows > li > a").forEach((row) => {
    const isOpen = row.parentElement.id === `conversation-${open}`;
    isOpen ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current");
    if (isOpen) row.classList.remove("unread");
  });
  const rows = document.getElementById("rows");
  const address = rows?.getAttribute("hx-get");
  if (address) rows.setAttribute("hx-get", address.replace(/chosen=\d+/, `chosen=${open}`));
}

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target.id !== "messages") return;
  wasAtEnd = isAtEnd(event.target);
  wereOpen = [...event.target.querySelectorAll("details[id][open]")].map(({ id }) => id);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "messages") return;
  wereOpen.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (wasAtEnd && !event.target.querySelector(".correcting")) toEnd(event.target);
});

document.addEventListener("htmx:afterSettle", (event) => {
  const swapped = document.getElementById("thread");
  if (event.detail.requestConfig?.headers?.["HX-Target"] !== "thread" || !swapped) return;
  document.getElementById("main").className = "inbox pane-thread";
  markOpen();
  if (thread()) toEnd(thread());
});

function countDown() {
  document.querySelectorAll("[data-leaves-at]").forEach((line) => {
    const left = Math.ceil((Date.parse(line.dataset.leavesAt) - Date.now()) / 1000);
    line.querySelector("[data-left]").textContent = line.dataset.words.replace("#", Math.max(left, 0));
    if (left > -1) return;
    line.removeAttribute("data-leaves-at");
    const messages = line.closest("#messages");
    setTimeout(() => messages?.isConnected && window.htmx.trigger(messages, "left"), 1500);
  });
}

setInterval(countDown, 1000);
if (thread() && !location.hash.startsWith("#message-")) toEnd(thread());
