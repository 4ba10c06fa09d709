import { fetchCode } from './fetch-code.ts';
import type { FeedSocket, OpenSocket } from './open-socket.ts';

/** How often the library may fail to come before that is no matter of the link: the server has another build. */
const failuresAtMost = 4;
let failures = 0;

/**
 * One connection, for one use. Its library is fetched when the first is opened: by then the page shows the state that
 * it is to be told the changes of, and nobody has waited for it.
 */
export const openFeedSocket: OpenSocket = (ears) => {
  let socket: FeedSocket | null = null;
  let isClosed = false;
  fetchCode(() => import('./feed-socket-to.ts')).then(
    ({ feedSocketTo }) => {
      failures = 0;
      if (!isClosed) socket = feedSocketTo(undefined, ears);
    },
    () => {
      failures += 1;
      if (isClosed) return;
      if (failures > failuresAtMost) ears.outdated();
      else ears.closed();
    },
  );
  return {
    join: (join, answered) => socket?.join(join, answered),
    painted: (painted) => socket?.painted(painted),
    // Before the socket there is nothing to prove; what is not proved is not believed.
    firstBrokenSeq: (before, entries) => (socket === null ? before.seq + 1 : socket.firstBrokenSeq(before, entries)),
    close: () => {
      isClosed = true;
      socket?.close();
    },
  };
};
