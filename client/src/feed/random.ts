/** Milliseconds between `least` and `most`, so that many pages do not come back at once. */
export function jitterMs(least: number, most: number): number {
  return Math.round(least + Math.random() * (most - least));
}

/** An id nobody else has drawn: for commands and announcements. Works in plain HTTP too, where `randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
