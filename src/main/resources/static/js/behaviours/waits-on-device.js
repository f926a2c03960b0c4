// What waits on this device until it can be sent, in the browser's own database.
function opened() {
  return new Promise((done, failed) => {
    const request = indexedDB.open("told", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("waiting", { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function inStore(mode, work) {
  const database = await opened();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction("waiting", mode);
      const request = work(transaction.objectStore("waiting"));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const keep = (entry) => inStore("readwrite", (store) => store.put(entry));
export const drop = (key) => inStore("readwrite", (store) => store.delete(key));

// Only what this colleague wrote: others who use the device send theirs when they have signed in.
export async function waitingOf(owner) {
  const all = await inStore("readonly", (store) => store.getAll());
  return all.filter((entry) => entry.owner === owner).sort((a, b) => a.moment.localeCompare(b.moment));
}
