import process from 'node:process';

import { checksPage } from './checks-page.ts';
import { injectErrors } from './inject-errors.ts';
import { recordedElection } from './recorded-steps.ts';

/** `npm run checks:table`: prints what the checks catch of the recorded election, as Markdown. */
const election = await recordedElection('kz-2022-11-20-president');
process.stdout.write(checksPage(election, await injectErrors(election)));
