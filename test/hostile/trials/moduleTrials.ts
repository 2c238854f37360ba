import { expect } from 'vitest';
import type { HostileTrial } from '../trial.js';

interface ShownPolicy {
  readonly name: string;
  readonly measures?: Readonly<Record<string, { readonly mean: number } | null>>;
  readonly failure?: { readonly message: string };
}

/** The policies of the only scenario of a document, by name. */
function policiesOf(text: string): Readonly<Record<string, ShownPolicy>> {
  const { scenarios } = JSON.parse(text) as { scenarios: { policies: ShownPolicy[] }[] };
  return Object.fromEntries(scenarios[0].policies.map((policy) => [policy.name, policy]));
}

const besideNone = (policy: string, says: RegExp): HostileTrial => ({
  files: [policy],
  isLong: true,
  line: `D compare ok.yaml --policy none --policy ${policy} --runs 5 --json`,
  exit: [107],
  says: [says],
  check: ({ stdout }) => {
    const { none } = policiesOf(stdout);
    expect(none.failure).toBeUndefined();
    expect(none.measures?.instances_mean?.mean).toBe(2);
  },
});

/** Prints the measures of `none` in both comparisons, which must be the same line. */
const sameNone = `
for policies in '--policy none' '--policy policy-patches-math.ts --policy none'; do
  D compare lognormal.yaml $policies --runs 4 --workers 1 --json > out.json || exit 1
  node -e 'const { scenarios } = JSON.parse(require("fs").readFileSync("out.json"));
    console.log(JSON.stringify(scenarios[0].policies.find(({ name }) => name === "none").measures))'
done`;

const sameBytes = `
for workers in 1 2 5; do
  D compare ok.yaml --policy none --policy policy-global.ts --runs 6 --json --workers $workers > out$workers.json || exit 1
done
cmp out1.json out2.json && cmp out1.json out5.json`;

export const moduleTrials: readonly HostileTrial[] = [
  besideNone('policy-throws-object.ts', /policy-throws-object\.ts: thrown value/),
  besideNone('policy-result-getter.ts', /policy-result-getter\.ts:\d+: get/),
  {
    files: ['policy-patches-math.ts'],
    isLong: true,
    line: sameNone,
    exit: [0],
    says: [],
    check: ({ stdout }) => {
      const [alone, beside] = stdout.trim().split('\n');
      expect(alone).toMatch(/http_req_duration|latency/);
      expect(beside).toBe(alone);
    },
  },
  { files: ['policy-global.ts'], isLong: true, line: sameBytes, exit: [0], says: [], seconds: 20 },
];
