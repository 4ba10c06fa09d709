/** What was stored; text that is no JSON any more is given as it is, so that a proof can name its place. */
export function storedEntry(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
