import type { Language, Mode } from '@yavka/shared/ids';

/** A file's name that says what is in it: election, picture, cutoff, language and, of a rehearsal, that it is one. */
export function pictureNameOf(
  told: {
    readonly election: string;
    readonly picture: string;
    readonly cutoff: string | null;
    readonly language: Language;
    readonly mode: Mode;
  },
  ending: 'png' | 'svg',
): string {
  const parts = [told.election, told.picture, told.cutoff ?? 'none', told.language];
  if (told.mode === 'rehearsal') parts.push('rehearsal');
  return `${parts.join('_').replaceAll(/[^\w.-]/g, '-')}.${ending}`;
}
