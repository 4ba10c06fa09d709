/** Endings of Russian adjectives in every case, gender and number, after a hard or soft stem. */
const adjectiveEndings = [
  'ая',
  'ой',
  'ую',
  'ою',
  'ый',
  'ий',
  'ого',
  'ому',
  'ым',
  'им',
  'ом',
  'ое',
  'ые',
  'ие',
  'ых',
  'их',
  'ыми',
  'ими',
  'его',
  'ему',
  'ем',
  'яя',
  'ей',
  'юю',
  'ее',
];
const nominativeAdjective = /^(.{2,})(ая|яя|ый|ий|ое|ее)$/u;

export function isRussianAdjective(folded: string): boolean {
  return /(ск|цк|н|в|ов|ев|ин)(ая|ий|ый|ое|яя|ее)$/u.test(folded);
}

/** All forms in which a Russian word, given in the nominative and folded, may stand in a text; the word itself among them. */
export function russianForms(folded: string): string[] {
  const adjective = isRussianAdjective(folded) ? nominativeAdjective.exec(folded) : null;
  if (adjective !== null) return [...new Set(adjectiveEndings.map((ending) => (adjective[1] ?? folded) + ending))];
  const stem = folded.slice(0, -1);
  if (folded.endsWith('а')) return [folded, ...['ы', 'и', 'е', 'у', 'ой', 'ою'].map((ending) => stem + ending)];
  if (folded.endsWith('я')) return [folded, ...['и', 'е', 'ю', 'ей', 'ею'].map((ending) => stem + ending)];
  if (folded.endsWith('й')) return [folded, ...['я', 'ю', 'е', 'ем', 'и'].map((ending) => stem + ending)];
  if (folded.endsWith('ь')) return [folded, ...['я', 'ю', 'е', 'и', 'ем', 'ью'].map((ending) => stem + ending)];
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(folded))
    return [folded, ...['а', 'у', 'е', 'ом', 'ем'].map((ending) => folded + ending)];
  return [folded];
}

/** A Russian adjective or noun in the nominative → the prepositional case («в …»), the case of each letter kept. */
export function russianPrepositional(word: string): string {
  const lower = word.toLowerCase();
  const cut = (letters: number, ending: string): string => word.slice(0, word.length - letters) + ending;
  if (/(ая)$/u.test(lower) && isRussianAdjective(lower)) return cut(2, 'ой');
  if (/(яя)$/u.test(lower) && isRussianAdjective(lower)) return cut(2, 'ей');
  if (/(ый|ий|ое|ее)$/u.test(lower) && isRussianAdjective(lower)) return cut(2, /(ний|ее)$/u.test(lower) ? 'ем' : 'ом');
  if (/(область|степь)$/u.test(lower)) return cut(1, 'и');
  if (lower.endsWith('ия')) return cut(1, 'и');
  if (/[ая]$/u.test(lower)) return cut(1, 'е');
  if (/[йь]$/u.test(lower)) return cut(1, 'е');
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(lower)) return `${word}е`;
  return word;
}
