import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostileTrial } from '../trial.js';

/** `import k6` in the folder of the scripts, with every opened file in `opened` where strace may be used. */
const traced = (script: string) => `cd k6/script
if strace -f -o /dev/null true 2>/dev/null; then strace -f -qq -e trace=openat,open,openat2 -o ../../opened "$DRYSCALE" import k6 ${script}
else D import k6 ${script}; fi`;

/** None of the files was opened, as far as strace could see. */
const neverOpened =
  (...names: readonly string[]): NonNullable<HostileTrial['check']> =>
  (_measured, folder) => {
    const log = join(folder, 'opened');
    const opened = existsSync(log) ? readFileSync(log, 'utf8') : '';
    const found = names.filter((name) => opened.includes(name));
    if (found.length > 0) throw new Error(`it opened ${found.join(', ')}`);
  };

export const scriptTrials: readonly HostileTrial[] = [
  {
    files: ['glob-require.js'],
    line: traced('glob-require.js'),
    exit: [104],
    says: [/glob-require\.js:3:\d+ .*outside the folder/],
    never: [/TOPSECRET/],
    check: neverOpened('secret.json'),
  },
  {
    files: ['sourcemap-file.js'],
    line: traced('sourcemap-file.js'),
    exit: [0],
    says: [/constant-vus/],
    never: [/root|passwd/],
    check: neverOpened('/etc/passwd'),
  },
  {
    files: ['many-scenarios.js'],
    line: 'D import k6 k6/script/many-scenarios.js',
    exit: [104],
    says: [/limit|more than 5000000 bytes/],
  },
  { files: ['empty.js'], line: 'D import k6 k6/script/empty.js', exit: [104], says: [/exports no `options`/] },
  {
    files: ['scenario-function.ts'],
    line: 'D validate scenario-function.ts',
    exit: [104],
    says: [/the default export is a function, a map is expected/],
  },
  { files: ['scenario-loop.ts'], line: 'D validate scenario-loop.ts', exit: [104], says: [/the time limit is \d+ s/] },
  { files: ['scenario-exit.ts'], line: 'D validate scenario-exit.ts', exit: [104], says: [/process\.exit/] },
  { files: ['scenario-reject.ts'], line: 'D validate scenario-reject.ts', exit: [0], says: [/ok/], never: [/late/] },
];
