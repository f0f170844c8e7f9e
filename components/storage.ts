/** Keys of what this page keeps in the browser are in storage-keys. Storage may be full, forbidden or absent: then nothing is kept, and nothing breaks. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** See read. @returns whether it is kept now. */
export function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** See read. */
export function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Milliseconds after the last key press at which text is written to storage. */
const PAUSE = 300;

/** Saves in a moment, or when the page is left before. @returns what gives that up, as where there is something newer to save. */
export function saveSoon(save: () => void): () => void {
  const timer = setTimeout(save, PAUSE);
  addEventListener("pagehide", save);
  return () => {
    clearTimeout(timer);
    removeEventListener("pagehide", save);
  };
}
