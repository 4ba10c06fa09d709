import type { StoreClock } from '../clock/store-clock.ts';
import type { ElectionSession } from './election-session.ts';
import type { LogInUse } from './follow-log-in-use.ts';

/** Whether a node shows what the store says: the store answers, its log in use is the one served, and that is followed. */
export function isLevel(
  time: Pick<StoreClock, 'isAnswering'>,
  logInUse: Pick<LogInUse, 'isServed'>,
  session: Pick<ElectionSession, 'isFollowing'>,
): boolean {
  return time.isAnswering() && logInUse.isServed() && session.isFollowing();
}
