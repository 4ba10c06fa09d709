/** The dative ending that the last word of a spoken number takes (80, сексен: `80-ге`; 60, алпыс: `60-қа`). */
const ofUnits = ['ге', 'ге', 'ге', 'ке', 'ке', 'ке', 'ға', 'ге', 'ге', 'ға'];
const ofTens = ['ге', 'ға', 'ға', 'ға', 'қа', 'ге', 'қа', 'ке', 'ге', 'ға'];

/** Puts the Kazakh dative ending to a printed number: `80` → `80-ге`. */
export function withDative(printed: string): string {
  const digits = printed.replace(/\D/g, '');
  const units = Number(digits.at(-1) ?? 0);
  const tens = Number(digits.at(-2) ?? 0);
  const ending = units > 0 ? ofUnits[units] : ofTens[tens];
  return `${printed}-${ending ?? 'ге'}`;
}
