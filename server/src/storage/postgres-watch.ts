import { Client } from 'pg';

import type { StoreChange } from './log-store.ts';
import type { StoreState } from './postgres-log.ts';
import type { LinkSettings } from './postgres-link.ts';
import { connectionSettings } from './postgres-link.ts';

/** How long to wait before listening again after the connection broke, milliseconds. */
const listenAgainMs = 500;

export interface WatchSettings {
  readonly link: LinkSettings;
  /** The channel of the hints. */
  readonly channel: string;
  /** How often the database is looked at without any hint, milliseconds. */
  readonly pollMs: number;
}

/**
 * Looks for what other nodes have written: every `pollMs`, and at once when one of them gives a hint. The hints (NOTIFY)
 * may be lost, repeated or not be there at all; only what is read counts.
 */
export class PostgresWatch {
  readonly #settings: WatchSettings;
  readonly #read: () => Promise<StoreState>;
  readonly #onSeen: (state: StoreState, changes: readonly StoreChange[]) => void;
  #last: StoreState;
  #listener: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #listenTimer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  /** Begins at `first`: what has changed since is told, nothing before. */
  constructor(
    settings: WatchSettings,
    first: StoreState,
    read: () => Promise<StoreState>,
    onSeen: (state: StoreState, changes: readonly StoreChange[]) => void,
  ) {
    this.#settings = settings;
    this.#last = first;
    this.#read = read;
    this.#onSeen = onSeen;
    this.#poll();
    void this.#listen();
  }

  /** What this node's own hints carry, so that it does not follow them itself; null while it does not listen. */
  get ownMark(): string | null {
    const { processID } = (this.#listener ?? {}) as { processID?: number };
    return processID === undefined ? null : String(processID);
  }

  /** Looks now, and once more when asked while looking. Resolves when it has looked, or could not. */
  look(): Promise<void> {
    this.#again = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#listenTimer);
    await this.#looking;
    await this.#listener?.end().catch(() => undefined);
  }

  #poll(): void {
    this.#timer = setTimeout(() => {
      void this.look().then(() => {
        if (!this.#stopped) this.#poll();
      });
    }, this.#settings.pollMs);
    this.#timer.unref();
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      let state: StoreState;
      try {
        state = await this.#read();
      } catch {
        // The database is away: the next look finds whatever happened meanwhile.
        return;
      }
      if (this.#stopped) return;
      const changes: StoreChange[] = [];
      if (state.currentLog !== this.#last.currentLog) changes.push('currentLog');
      if (state.tokensVersion !== this.#last.tokensVersion) changes.push('tokens');
      this.#last = state;
      this.#onSeen(state, changes);
    }
  }

  async #listen(): Promise<void> {
    const client = new Client(connectionSettings(this.#settings.link));
    let over = false;
    const again = (): void => {
      if (over) return;
      over = true;
      if (this.#listener === client) this.#listener = null;
      void client.end().catch(() => undefined);
      if (this.#stopped) return;
      this.#listenTimer = setTimeout(() => void this.#listen(), listenAgainMs);
      this.#listenTimer.unref();
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload }) => {
      if (payload !== this.ownMark) void this.look();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${this.#settings.channel}`);
    } catch {
      again();
      return;
    }
    if (this.#stopped) {
      over = true;
      await client.end().catch(() => undefined);
      return;
    }
    this.#listener = client;
    void this.look();
  }
}
