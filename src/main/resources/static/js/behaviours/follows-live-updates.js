// One stream of live updates for all tabs: HTTP/1.1 allows six connections a host. The tab that holds the lock reads
// the stream and tells the others. An element with data-live="inbox" (or several names) gets the htmx event "live" when
// something of that name changed, at most once a second; with data-live-id only for that id (an event without id means many).
// A page that was drawn before it listened is told what it missed: by the stream, or by the tab that reads the stream.
const QUIET = 1000;
const MISSED = 15_000;
const address = document.body.dataset.liveStream;
const channel = new BroadcastChannel("rapport-live");
const waiting = new Map();
let told = []; // lately, by the tab that reads the stream

function concerns(element, { name, id }) {
  return element.dataset.live.split(" ").includes(name) && (!element.dataset.liveId || !id || element.dataset.liveId === id);
}

function refresh(element) {
  if (waiting.has(element)) return waiting.set(element, true);
  waiting.set(element, false);
  window.htmx.trigger(element, "live");
  setTimeout(() => {
    const again = waiting.get(element);
    waiting.delete(element);
    if (again && element.isConnected) refresh(element);
  }, QUIET);
}

function receive(update) {
  [...document.querySelectorAll("[data-live]")].filter((element) => concerns(element, update)).forEach(refresh);
}

function read() {
  let wasOpen = false;
  const stream = new EventSource(address);
  const tell = (update) => {
    receive(update);
    channel.postMessage(update);
    told = [...told.filter(({ at }) => Date.now() - at < MISSED), { at: Date.now(), update }];
  };
  stream.addEventListener("change", (event) => tell(JSON.parse(event.data)));
  stream.addEventListener("open", () => {
    if (wasOpen) document.querySelectorAll("[data-live]").forEach(refresh); // what was missed meanwhile
    wasOpen = true;
  });
  return new Promise((done) => {
    stream.addEventListener("error", () => stream.readyState === EventSource.CLOSED && done());
    window.addEventListener("pagehide", () => (stream.close(), done()), { once: true });
  });
}

if (address) {
  channel.addEventListener("message", ({ data }) => {
    if (data === "new") told.forEach(({ update }) => channel.postMessage(update));
    else receive(data);
  });
  channel.postMessage("new");
  navigator.locks?.request("rapport-live", read) ?? read(); // locks need https or localhost
}
