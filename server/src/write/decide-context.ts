import type { Actor } from '@yavka/shared/log/entry';
import type { InstantMs } from '@yavka/shared/ids';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';

/** What deciding needs besides the state: the election, the parser built from its pack, who asks, and the election's now. */
export interface DecideContext {
  readonly resolved: ResolvedPack;
  readonly parse: (text: string) => ParsedAnnouncement;
  readonly actor: Actor;
  readonly now: InstantMs;
  /** Where the words of a new dispatch were put; only for EnterDispatch. */
  readonly textRef?: string;
}
