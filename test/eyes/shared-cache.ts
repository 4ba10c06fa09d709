import CachePolicy from 'http-cache-semantics';

export interface CachedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a reader is told, and whether the cache had it. */
export interface EdgeAnswer extends CachedAnswer {
  readonly from: 'cache' | 'origin' | 'stale';
}

interface Held {
  policy: CachePolicy;
  readonly answer: CachedAnswer;
}

/**
 * A small shared cache by RFC 9111 and 5861, strict: it keeps only what it may, no longer than it may, and answers no
 * one with a stale copy but where the answer's own `stale-while-revalidate` or `stale-if-error` says so. Readers who
 * ask for the same at once wait for one request.
 * @param ask the origin; rejects when it cannot be reached
 * @param now milliseconds
 */
export function sharedCache(
  ask: (path: string, headers: Readonly<Record<string, string>>) => Promise<CachedAnswer>,
  now: () => number,
): { readonly get: (path: string) => Promise<EdgeAnswer> } {
  class TimedPolicy extends CachePolicy {
    now(): number {
      return now();
    }
  }
  const held = new Map<string, Held>();
  const underway = new Map<string, Promise<EdgeAnswer>>();
  const requestOf = (url: string) => ({ method: 'GET', url, headers: { host: 'edge', 'accept-encoding': 'identity' } });

  const fetchOnce = (path: string, headers: Readonly<Record<string, string>>): Promise<EdgeAnswer> => {
    const asking = underway.get(path);
    if (asking !== undefined) return asking;
    const asked = fetchNow(path, headers).finally(() => underway.delete(path));
    underway.set(path, asked);
    return asked;
  };

  const fetchNow = async (path: string, headers: Readonly<Record<string, string>>): Promise<EdgeAnswer> => {
    const request = requestOf(path);
    const before = held.get(path);
    let answer: CachedAnswer;
    try {
      answer = await ask(path, headers);
    } catch (error) {
      const stale = before?.policy.revalidatedPolicy(request, { status: 502, headers: {} });
      if (before === undefined || stale?.modified !== false) throw error;
      return { ...before.answer, from: 'stale' };
    }
    const response = { status: answer.status, headers: answer.headers };
    if (before !== undefined) {
      const { policy, modified } = before.policy.revalidatedPolicy(request, response);
      if (!modified) {
        before.policy = policy;
        return { ...before.answer, from: 'origin' };
      }
    }
    const policy = new TimedPolicy(request, response, { shared: true });
    if (policy.storable() && policy.timeToLive() > 0) held.set(path, { policy, answer });
    return { ...answer, from: 'origin' };
  };

  return {
    get: async (path) => {
      const kept = held.get(path);
      if (kept === undefined) return fetchOnce(path, {});
      const { response, revalidation } = kept.policy.evaluateRequest(requestOf(path));
      if (revalidation === undefined) return { ...kept.answer, from: 'cache' };
      const anew = fetchOnce(path, headersOf(revalidation.headers));
      if (response === undefined || revalidation.synchronous) return anew;
      // Fetched behind the reader's back: nobody waits for it, and its failure is nobody's.
      anew.catch(() => undefined);
      return { ...kept.answer, from: 'stale' };
    },
  };
}

function headersOf(headers: CachePolicy.Headers): Record<string, string> {
  const wanted = new Set(['if-none-match', 'if-modified-since']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      wanted.has(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
