import { commandSchema } from '@yavka/shared/log/command';
import type { CommandInput } from '@yavka/shared/log/command';
import * as z from 'zod/mini';

/** Where forms are kept: the browser's own storage, or a test's. */
export type FormShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A form as it is kept until the server has acknowledged it: what was typed, and the command under way, if any. */
export interface KeptForm<Draft> {
  readonly draft: Draft;
  readonly pending: CommandInput | null;
}

const keyOf = (name: string): string => `yavka.desk.form.${name}`;

/** What was typed before, or the empty form. What cannot be read any more (an older version's) is left aside, not guessed at. */
export function recallForm<Draft>(
  shelf: FormShelf,
  name: string,
  schema: z.ZodMiniType<Draft>,
  empty: Draft,
): KeptForm<Draft> {
  const keptSchema = z.object({ draft: schema, pending: z.nullable(commandSchema) });
  try {
    const read = keptSchema.safeParse(JSON.parse(shelf.getItem(keyOf(name)) ?? 'null'));
    return read.success ? read.data : { draft: empty, pending: null };
  } catch {
    return { draft: empty, pending: null };
  }
}

/** Keeps a form; a browser that refuses has it in the page all the same. @returns whether it is kept */
export function keepForm<Draft>(shelf: FormShelf, name: string, form: KeptForm<Draft>): boolean {
  try {
    shelf.setItem(keyOf(name), JSON.stringify(form));
    return true;
  } catch {
    return false;
  }
}

export function forgetForm(shelf: FormShelf, name: string): void {
  try {
    shelf.removeItem(keyOf(name));
  } catch {
    // Nothing is kept where nothing can be removed.
  }
}
