import { suggestion } from '../base/nearest.js';
import { type CallSettings, callsOfEntry } from '../gateway/calls/settings.js';
import { callCycles, calledClasses } from './callGraph.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Calls to classes that nobody has, calls that never end, and counts that no draw can have. */
export function callMistakes({ requests, traffic }: Scenario): Finding[] {
  const known = Object.keys(requests);
  const found = Object.entries(requests).flatMap(([name, { calls = [] }]) =>
    calls.flatMap((entry, index) =>
      callsOfEntry(entry).flatMap((call, member) => {
        const path = ['requests', name, 'calls', index, ...('parallel' in entry ? ['parallel', member] : [])];
        return [...unknownClass(call, path, known), ...countMistakes(call, path)];
      }),
    ),
  );
  return [...found, ...callCycles(requests).map(cycleFinding), ...idleCallers({ requests, traffic })];
}

/** Classes that call, and that nothing sends or calls. */
function idleCallers({ requests, traffic }: Pick<Scenario, 'requests' | 'traffic'>): Finding[] {
  const sent = Object.values(traffic).flatMap(({ request }) => request ?? []);
  const reached = new Set([...sent, ...calledClasses(requests, sent)]);
  return Object.entries(requests)
    .filter(([name, { calls = [] }]) => calls.length > 0 && !reached.has(name))
    .map(([name]) => ({
      code: 'no-effect',
      path: ['requests', name, 'calls'],
      what: `have no effect: nothing sends ${name}`,
      why: 'No source and no call reaches this class, so none of its calls is ever made.',
      fix: `give a source \`request: ${name}\`, or remove the class.`,
      isWarning: true,
    }));
}

type Path = readonly (string | number)[];

function unknownClass({ request }: CallSettings, path: Path, known: readonly string[]): Finding[] {
  if (known.includes(request)) return [];
  return [
    {
      code: 'unknown-class',
      path: [...path, 'request'],
      what: `"${request}" is not a request class`,
      why: 'It is not clear what the call needs.',
      fix: suggestion(request, [...known]),
    },
  ];
}

function countMistakes({ count }: CallSettings, path: Path): Finding[] {
  if (typeof count === 'number') return [];
  const complain = (what: string, fix: string): Finding[] => [
    { code: 'bad-count', path: [...path, 'count'], what, why: 'No number of calls could be drawn.', fix },
  ];
  if ('uniform' in count && count.uniform.min > count.uniform.max)
    return complain(`min is ${count.uniform.min} but max is ${count.uniform.max}`, 'lower min, or raise max.');
  if ('empirical' in count && count.empirical.weights !== undefined) {
    const { values, weights } = count.empirical;
    if (values.length !== weights.length)
      return complain(`has ${values.length} values and ${weights.length} weights`, 'give every value a weight.');
    if (weights.every((weight) => weight === 0)) return complain('has no weight above 0', 'give a value a weight.');
  }
  return [];
}

function cycleFinding(cycle: readonly string[]): Finding {
  return {
    code: 'call-cycle',
    path: ['requests', cycle[0], 'calls'],
    what: `calls itself in the end: ${cycle.join(' -> ')}`,
    why: 'Every request would make calls without end.',
    fix: 'remove one of these calls, or give the last one a request class of its own that does not call on.',
  };
}
