// Lets "Somebody told me" open without a network. It keeps one page without anybody's data and the files that page needs.
const CACHE = "told";
const PAGE = "/told/offline";
const isFile = (address) => new URL(address).pathname.startsWith("/assets/");

async function keepPage(cache) {
  const answer = await fetch(PAGE);
  if (answer.ok && !answer.redirected) await cache.put(PAGE, answer);
}

async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const wanted = new Set(addresses.filter(isFile));
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => isFile(url) && !wanted.has(url)).map((request) => cache.delete(request)));
  const present = new Set(kept.map(({ url }) => url));
  await cache.addAll([...wanted].filter((address) => !present.has(address)));
  await keepPage(cache);
}

const answered = async (request) => (await caches.match(request)) ?? fetch(request);
const opened = async (request) => {
  try {
    return await fetch(request);
  } catch (noNetwork) {
    return (await caches.match(PAGE)) ?? Response.error();
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && address.pathname === "/told") event.respondWith(opened(request));
  else if (isFile(request.url)) event.respondWith(answered(request));
});
