import type { PackProblem } from '@yavka/shared/pack/pack-problem';

/** A pack that does not fit together is not served: every problem, with its file and place. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly problems: readonly PackProblem[];

  constructor(packId: string, problems: readonly PackProblem[]) {
    const lines = problems.map(({ file, path, reason }) => `  ${file}${path === '' ? '' : ` ${path}`}: ${reason}`);
    super([`The election pack ${packId} is refused:`, ...lines].join('\n'));
    this.problems = problems;
  }
}
