import type { Use } from './examination.js';

/** What makes a run differ from the next, by the name it is called by. */
const realities: readonly { readonly pattern: RegExp; readonly name: string; readonly note: string }[] = [
  {
    pattern: /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)/,
    name: 'Date',
    note: 'the clock of the machine: take observation.epochSeconds',
  },
  {
    pattern: /\bperformance\.now\s*\(/,
    name: 'performance.now',
    note: 'the clock of the machine: take observation.time',
  },
  { pattern: /\bMath\.random\s*\(/, name: 'Math.random', note: 'draws anew in every run, so results differ' },
  { pattern: /\bfetch\s*\(/, name: 'fetch', note: 'reaches the network, and decide cannot wait for it' },
  {
    pattern: /\bset(?:Timeout|Interval|Immediate)\s*\(/,
    name: 'timers',
    note: 'never fire: a run takes no turns of the event loop',
  },
];

/**
 * What a TypeScript policy uses, by its bundle: the modules of Node that it imports, and what it takes from the machine.
 *
 * It is trusted code: all of this works in a run, and makes its results depend on more than the scenario.
 */
export function usesOfTypeScript(bundle: string): Use[] {
  const code = bundle.replace(/\n\/\/# sourceMappingURL=[\s\S]*$/, '');
  const imports = new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
  const variables = new Set([...code.matchAll(/\bprocess\.env\.(\w+)/g)].map(([, name]) => name));
  const use = (kind: Use['kind'], name: string, status: Use['status'], note: string): Use => ({
    kind,
    name,
    status,
    lines: [],
    note,
  });
  return [
    ...[...imports].map((name) => use('import', name, 'real', 'is the real module of Node, also in a run')),
    ...realities.flatMap(({ pattern, name, note }) => (pattern.test(code) ? [use('global', name, 'real', note)] : [])),
    ...[...variables].map((name) =>
      use('environment', name, 'unset', 'a policy in TypeScript sees no variable: use params'),
    ),
  ];
}
