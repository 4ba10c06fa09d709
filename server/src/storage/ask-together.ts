/**
 * Asks for many things in one question: the keys asked for in one turn of the event loop go together.
 *
 * @param ask answers a question of distinct keys; a key that is not in the answer has none
 */
export function askTogether<K, V>(
  ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | null> {
  let keys = new Set<K>();
  let answers: Promise<ReadonlyMap<K, V>> | null = null;
  return async (key) => {
    keys.add(key);
    answers ??= Promise.resolve().then(() => {
      const asked = [...keys];
      keys = new Set();
      answers = null;
      return ask(asked);
    });
    return (await answers).get(key) ?? null;
  };
}
