/** Makes a thing once for each key, and gives it to all who ask. */
export function onceEach<Key, Made>(make: (key: Key) => Promise<Made>): (key: Key) => Promise<Made> {
  const made = new Map<Key, Promise<Made>>();
  return async (key) => {
    const held = made.get(key) ?? make(key);
    made.set(key, held);
    // Out of memory, say: the next who asks is not to be told the same for ever.
    held.catch(() => made.delete(key));
    return held;
  };
}
