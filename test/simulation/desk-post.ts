import type { Answered } from './ask-in-memory.ts';
import type { Wish } from './person.ts';
import type { World } from './world.ts';

/** An answer that somebody got and relies on. */
export interface Acknowledged {
  readonly commandId: string;
  readonly seq: number;
}

/** Brings commands to the server as a desk does: again under the same id until there is an answer. */
export interface DeskPost {
  send(wish: Wish): void;
  /** Sends once more what was answered before. */
  sendAgain(): void;
  readonly acknowledged: readonly Acknowledged[];
  /** The words of dispatches by the id of the dispatch: they are not in the log. */
  readonly dispatchWords: ReadonlyMap<string, string>;
  /** How many have no answer yet. */
  open(): number;
}

const attempts = 6;
const answerWithinMs = 5_000;

export function deskPost(name: string, world: World, token: string): DeskPost {
  const { tally } = world;
  const random = world.random.fork();
  const acknowledged: Acknowledged[] = [];
  const dispatchWords = new Map<string, string>();
  const sent: { readonly commandId: string; readonly wish: Wish }[] = [];
  let open = 0;

  const attempt = async (body: object): Promise<{ status: number; body: unknown } | null> => {
    await world.way();
    const node = world.anyNode();
    if (node === null) return null;
    const answer = await new Promise<Answered | null>((resolve) => {
      const limit = setTimeout(resolve, answerWithinMs, null);
      void node.ask({ method: 'POST', path: '/api/v1/commands', token, body }).then((answered) => {
        clearTimeout(limit);
        resolve(answered);
      });
    });
    await world.way();
    const isLost = ![...world.nodes.values()].includes(node) || random.chance(world.weather.drop);
    return answer === null || isLost ? null : { status: answer.status, body: JSON.parse(answer.text) as unknown };
  };

  const deliver = async (commandId: string, wish: Wish): Promise<void> => {
    open += 1;
    try {
      for (let tried = 0; tried < attempts; tried += 1) {
        if (tried > 0) tally.add('commands sent again');
        const answer = await attempt({ ...wish, commandId });
        if (answer?.status === 200) {
          const { seq } = answer.body as { seq: number };
          if (acknowledged.some((before) => before.commandId === commandId && before.seq === seq)) {
            tally.add('commands answered as before');
          }
          acknowledged.push({ commandId, seq });
          tally.add('commands accepted');
          tally.add(`${wish.type} accepted`);
          return;
        }
        if (answer !== null && answer.status < 500) {
          tally.add('commands refused');
          tally.add(`${wish.type} refused`);
          return;
        }
        await world.way();
      }
    } finally {
      open -= 1;
    }
  };

  return {
    send: (wish) => {
      const commandId = `c${name}${String(sent.length)}`;
      sent.push({ commandId, wish });
      if (wish.type === 'EnterDispatch') dispatchWords.set(wish.dispatch.dispatchId, wish.text);
      void deliver(commandId, wish);
    },
    sendAgain: () => {
      if (sent.length === 0) return;
      const { commandId, wish } = random.pick(sent);
      void deliver(commandId, wish);
    },
    acknowledged,
    dispatchWords,
    open: () => open,
  };
}
