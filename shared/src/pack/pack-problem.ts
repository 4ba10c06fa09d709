/** What does not fit in an election pack: where, and why, in one sentence. */
export interface PackProblem {
  readonly file: string;
  /** Inside the file, as one would write it in code: `areas[3].parent`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
}

/** Steps from the top of a file down to a value. */
export type PackPath = readonly (string | number)[];

/** `['areas', 3, 'names', 'kk']` as `areas[3].names.kk`; a key that is not a plain word goes in brackets. */
export function pathText(path: PackPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_]\w*$/.test(step)) return `["${step}"]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

export function packProblem(file: string, path: PackPath, reason: string): PackProblem {
  return { file, path: pathText(path), reason };
}
