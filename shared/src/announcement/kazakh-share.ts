import type { Token } from './scan.ts';

/** Kazakh cases of a share: «64,57 %-дан», "from". */
export const ablative = /(дан|ден|тан|тен|нан|нен|dan|den|tan|ten|nan|nen)$/u;

/** Kazakh verbs by which a share has come to where it is. */
export const kazakhMotion = /^(ости|оск|котерил|артт|арткан|жетт|жетк|улгай|кобей|osti|oskeni|koteril|jett)/u;

/** «Учаскелердің 97 пайызында»: Kazakh names before the share what it is a share of. */
export function isOfStations(word: Token | undefined): boolean {
  return /^учаск.*(ерди|арды)н$/u.test(word?.key ?? '');
}

/** «… пайызға жетпеді», «… пайызға жеткен жоқ»: whether a phrase of falling short says so by "did not reach". */
export function saysNotReached(phrase: readonly Token[]): boolean {
  return phrase.some(({ key }) => /^(жетпе|жеткен$|жете$|jetpe|jetken$|jete$|جهتپه)/u.test(key));
}
