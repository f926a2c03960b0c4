// "Somebody told me" without a network: what was written waits on this device and goes when there is one. The key made with
// the form is sent along, so that sending twice keeps one.
import { drop, keep, waitingOf } from "./waits-on-device.js";

const AGAIN = 60_000;
const PATIENCE = 4_000;
const form = () => document.querySelector("form[data-told]");
const list = () => document.querySelector("[data-waits]");
let sending = false;

async function isReachable() {
  if (!navigator.onLine) return false;
  const health = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
  return fetch("/actuator/health", health).then((answer) => answer.ok, () => false);
}

function entryOf(written) {
  const data = new FormData(written);
  const picture = data.get("picture");
  return {
    key: data.get("key"),
    owner: written.dataset.told,
    moment: new Date().toISOString(),
    fields: [...data].filter(([name, value]) => typeof value === "string" && name !== "_csrf"),
    picture: picture?.size ? picture : null,
  };
}

function begin(written) {
  written.reset();
  written.querySelector("[name=key]").value = crypto.randomUUID();
  written.querySelector("#speakers")?.replaceChildren();
}

async function signedIn() {
  const answer = await fetch("/told", { cache: "no-store" });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("meta[name=csrf]");
  return { owner: page.querySelector("form[data-told]").dataset.told, headers: { [token.dataset.header]: token.content } };
}

async function send(entry, headers) {
  const body = new FormData();
  entry.fields.forEach(([name, value]) => body.append(name, value));
  body.set("moment", entry.moment);
  if (entry.picture) body.set("picture", entry.picture, entry.picture.name ?? "picture");
  const answer = await fetch("/told", { method: "POST", headers, body });
  const isKept = answer.ok && answer.redirected && new URL(answer.url).pathname === "/told";
  if (isKept) return drop(entry.key);
  return answer.status === 422 ? keep({ ...entry, isRefused: true }) : undefined;
}

async function sendAll() {
  const written = form();
  if (!written || sending) return;
  sending = true;
  try {
    const wanted = (await waitingOf(written.dataset.told)).filter((entry) => !entry.isRefused);
    if (wanted.length === 0 || !(await isReachable())) return;
    const session = await signedIn();
    if (session?.owner !== written.dataset.told) return tell("signIn");
    for (const entry of wanted) await send(entry, session.headers);
    tell("sent");
  } catch {
    // The network went away again: what is left waits for the next time.
  } finally {
    sending = false;
    await show();
  }
}

const tell = (what) => (list().querySelector("[data-status]").textContent = list().dataset[what]);

function row(entry) {
  const item = list().querySelector("template").content.firstElementChild.cloneNode(true);
  const words = entry.fields.find(([name]) => name === "words")?.[1] ?? "";
  item.dataset.key = entry.key;
  item.querySelector("[data-words]").textContent = words;
  item.querySelector("[data-when]").textContent = new Date(entry.moment).toLocaleString(document.documentElement.lang);
  item.querySelector("[data-refused]").hidden = !entry.isRefused;
  return item;
}

async function show() {
  if (!list() || !form()) return;
  const all = await waitingOf(form().dataset.told);
  list().querySelector("ul").replaceChildren(...all.map(row));
  list().querySelector("[data-some]").hidden = all.length === 0;
}

// Puts what waits back into the form, to be looked at and kept again under the same key.
async function open(key) {
  const written = form();
  const entry = (await waitingOf(written.dataset.told)).find((one) => one.key === key);
  for (const [name, value] of entry?.fields ?? []) {
    const field = written.elements.namedItem(name);
    if (field) field.value = value;
  }
  written.querySelector("#words").focus();
}

document.addEventListener(
  "submit",
  async (event) => {
    const written = event.target.closest?.("form[data-told]");
    if (!written || written.dataset.goes) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!written.hasAttribute("data-offline") && (await isReachable())) {
      written.dataset.goes = "yes";
      await drop(new FormData(written).get("key")).catch(() => {});
      return written.requestSubmit(event.submitter);
    }
    await keep(entryOf(written));
    begin(written);
    tell("kept");
    await show();
    sendAll();
  },
  true,
);

document.addEventListener("click", async (event) => {
  const key = event.target.closest?.("[data-waits] li")?.dataset.key;
  if (key && event.target.closest("[data-open]")) await open(key);
  if (key && event.target.closest("[data-drop]")) {
    await drop(key);
    await show();
  }
});

// The page opens without a network once its worker has kept it and the files it needs.
async function keepPage() {
  await navigator.serviceWorker.register("/told/worker.js", { scope: "/told" });
  const worker = (await navigator.serviceWorker.ready).active;
  worker.postMessage(performance.getEntriesByType("resource").map((file) => file.name));
}

if (form()) {
  show().then(sendAll);
  window.addEventListener("online", sendAll);
  setInterval(sendAll, AGAIN);
  if ("serviceWorker" in navigator) window.addEventListener("load", () => keepPage().catch(() => {}));
}
