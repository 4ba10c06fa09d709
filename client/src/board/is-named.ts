/** Whether a word of one of the names begins with what is typed; everything is found by nothing typed. */
export function isNamed(names: readonly string[], typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' || names.some((name) => ` ${name.toLowerCase().replaceAll('-', ' ')}`.includes(` ${wanted}`));
}
