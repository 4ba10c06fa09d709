import type { AreaId, CutoffId, Language, Localized } from '../../ids.ts';
import type { ElectionPack } from '../../pack/pack.ts';
import { describeTurnout } from '../../format/number.ts';
import type { TurnoutInterval } from '../turnout.ts';

/** The names and numbers of a sentence, in one language. */
export interface Wording {
  readonly language: Language;
  readonly area: (id: AreaId) => string;
  readonly cutoff: (id: CutoffId) => string;
  readonly turnout: (interval: TurnoutInterval) => string;
}

/** Builds one sentence in all three languages; `sentences` gets the words of the language it is asked for. */
export function inEveryLanguage(pack: ElectionPack, sentences: (wording: Wording) => Localized): Localized {
  const inOne = (language: Language): string =>
    sentences({
      language,
      area: (id) => pack.areas.find((area) => area.id === id)?.names[language] ?? id,
      cutoff: (id) => pack.cutoffs.find((cutoff) => cutoff.id === id)?.label[language] ?? id,
      turnout: (interval) => describeTurnout(interval, language, pack.approachWidth),
    })[language];
  return { kk: inOne('kk'), ru: inOne('ru'), en: inOne('en') };
}
