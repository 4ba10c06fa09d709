import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { forgetForm, keepForm, recallForm } from './kept-form.ts';
import { shelf } from './shelf.fixture.ts';

const schema = z.object({ text: z.string() });
const empty = { text: '' };

describe('[DESK-5] what is typed is kept until the server has acknowledged it', () => {
  it('with the command that is under way, to the letter', () => {
    const there = shelf();
    const pending = { type: 'VerifyAnnouncement', commandId: 'command-1', announcementId: 'a-1' } as const;
    keepForm(there, 'announcement', { draft: { text: 'half a sent' }, pending });
    expect(recallForm(there, 'announcement', schema, empty)).toEqual({ draft: { text: 'half a sent' }, pending });
  });

  it('and is forgotten when nothing is left of it', () => {
    const there = shelf();
    keepForm(there, 'announcement', { draft: { text: 'x' }, pending: null });
    forgetForm(there, 'announcement');
    expect(there.kept.size).toBe(0);
  });

  it('what an older page kept otherwise, or a full shelf, breaks nothing', () => {
    const there = shelf();
    there.setItem('yavka.desk.form.announcement', '{"draft":{"words":1}}');
    expect(recallForm(there, 'announcement', schema, empty)).toEqual({ draft: empty, pending: null });
    there.setItem('yavka.desk.form.announcement', 'not json');
    expect(recallForm(there, 'announcement', schema, empty)).toEqual({ draft: empty, pending: null });
    const full = {
      ...there,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keepForm(full, 'announcement', { draft: { text: 'x' }, pending: null })).toBe(false);
  });
});
