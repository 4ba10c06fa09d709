import type { Dispatch, DispatchState } from '../dispatches/dispatch.ts';
import type { InstantMs } from '../ids.ts';

/**
 * A dispatch after its release. Released again it keeps the time of its first release and whether it was erased, and
 * what stood before as its response moves to the earlier ones: the public had read it.
 */
export function releaseDispatch(before: DispatchState | undefined, dispatch: Dispatch, at: InstantMs): DispatchState {
  if (before === undefined || before.releasedAt === null) return { ...dispatch, releasedAt: at, erased: false };
  const { releasedAt, erased, officialResponse, responseAt, responseSource, earlierResponses = [] } = before;
  const stood = { officialResponse, at: responseAt ?? before.at, source: responseSource ?? before.source };
  return { ...dispatch, releasedAt, erased, earlierResponses: [...earlierResponses, stood] };
}
