import { expect } from 'vitest';
import { resultSchema } from '../../../src/results/results.js';
import type { Measured } from '../../support/runMeasured.js';
import type { HostileTrial } from '../trial.js';

/** The results of `none` are there, and the other policy failed by a limit of its own. */
function keepsNone({ stdout }: Measured): void {
  const [none, other] = resultSchema.parse(JSON.parse(stdout)).scenarios[0].policies;
  expect(none.failure).toBeUndefined();
  expect(other.failure?.kind).toBe('limit');
}

const never = [/out of memory/, /Invalid string length/, /array length/];

export const limitTrials: readonly HostileTrial[] = [
  {
    files: ['policy-every-1ns.ts'],
    line: 'D compare ok.yaml --policy none --policy policy-every-1ns.ts --runs 5 --json',
    exit: [107],
    says: [/decides every 1ns, 60,000,000,000 times in a run; the limit is 10,000,000/, /--max-events/],
    never,
    check: keepsNone,
  },
  {
    files: ['many-instances.yaml'],
    line: 'D run many-instances.yaml --policy static:10000000 --runs 1',
    exit: [106],
    says: [/10,000,000 instances of web/, /the limit is 256MB/, /--max-memory/],
    never,
  },
  {
    files: ['policy-wants-1e9.lua'],
    line: 'D compare many-instances.yaml --policy none --policy policy-wants-1e9.lua --runs 2 --json',
    exit: [107],
    says: [/asked for 1,000,000,000 instances of web at virtual time 15 s/, /--max-memory/],
    never,
    check: keepsNone,
  },
  {
    files: ['policies-3000.mjs'],
    line: 'node policies-3000.mjs > p.yaml; D compare p.yaml --runs 1',
    exit: [106],
    says: [/results of 3,000 policies with 1 run/, /the limit is 256MB/, /--max-memory/],
    never,
  },
  {
    files: ['duration-1e9-days.yaml'],
    line: 'D run duration-1e9-days.yaml --runs 1',
    exit: [104, 106],
    says: [/duration/, /limit|at most/],
    never,
  },
  {
    files: ['duration-10-years.yaml'],
    line: 'D run duration-10-years.yaml --runs 1',
    exit: [106],
    says: [/21,024,000 scrapes/, /the limit is 10,000,000/, /--max-events 21024000/],
    never,
  },
  {
    files: ['scrape-1us.yaml'],
    line: 'D run scrape-1us.yaml --runs 1',
    exit: [106],
    says: [/telemetry\.scrape/, /60,000,000 scrapes every 1us/, /--max-events/],
    never,
  },
  {
    files: ['retries-endless.yaml'],
    isLong: true,
    line: 'D run retries-endless.yaml --runs 1',
    exit: [106],
    says: [/gateway\.retries/, /tries that all fail/, /--max-requests/],
    never,
  },
  {
    files: ['retries-endless.yaml'],
    isLong: true,
    line: 'D compare retries-endless.yaml --policy none --policy static:10 --runs 2 --max-requests 10000000000',
    exit: [106],
    says: [/256MB of memory at virtual time/, /tries that nobody waits for/, /--max-memory/],
    never,
  },
];
