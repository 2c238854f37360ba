import { type Matcher, QueryError, type Selector } from './expression.js';
import type { Labels } from './vector.js';

/** Names by which people know a label of ours. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  service: [
    'service',
    'job',
    'app',
    'application',
    'deployment',
    'service_name',
    'svc',
    'backend',
    'proxy',
    'upstream',
    'ingress',
    'exported_service',
  ],
  code: [
    'code',
    'status',
    'status_code',
    'http_status',
    'http_status_code',
    'response_code',
    'http_response_status_code',
    'envoy_response_code',
    'envoy_response_code_class',
  ],
  pod: ['pod', 'instance', 'pod_name', 'node', 'nodename'],
};
const canonical = new Map(Object.entries(aliases).flatMap(([own, names]) => names.map((name) => [name, own] as const)));

/** Labels that say where something runs: all of the simulation runs there. */
const places =
  'namespace cluster env environment region zone availability_zone az dc datacenter stage tier container container_name image name prometheus team stack kubernetes_namespace exported_namespace project tenant release component version group role model model_name modelName engine gpu UUID Hostname'.split(
    ' ',
  );

/** A test of a whole text by a regular expression. @throws QueryError for one that is none */
export type PatternOf = (expression: string) => (text: string) => boolean;

interface LabelScope {
  readonly patternOf: PatternOf;
  readonly serviceNames: readonly string[];
  /** For the policy's author. */
  note(finding: string): void;
}

/** Tests the labels of a series. */
export type LabelTest = (labels: Labels) => boolean;

/** The value of a label under any of its names. */
export function labelOf(labels: Labels, name: string): string {
  return labels[name] ?? labels[canonical.get(name) ?? ''] ?? '';
}

/** Whether a selector says which services it reads. */
export function namesService({ matchers }: Selector): boolean {
  return matchers.some(({ label }) => canonical.get(label) === 'service');
}

/** @param own labels that series of this name have. @throws QueryError for one that cannot be told apart here */
export function labelTests({ name, matchers, text }: Selector, own: readonly string[], scope: LabelScope): LabelTest[] {
  return matchers.flatMap((matcher): LabelTest[] => {
    const label = canonical.get(matcher.label) ?? matcher.label;
    if (label === 'service') return [serviceTest(matcher, scope, text)];
    if (own.includes(label)) return [ownTest(matcher, label, scope)];
    if (places.includes(matcher.label)) {
      const isPlain = matcher.op === '!=' && (matcher.value === '' || matcher.value === 'POD');
      if (!isPlain)
        scope.note(`PromQL: the label ${shown(matcher)} selects nothing here: all that is simulated counts as it`);
      return [];
    }
    const known = [...new Set(['service', ...own])].join(', ');
    throw new QueryError(
      `${text}: ${name} has no label "${matcher.label}" in the simulation`,
      `leave out ${shown(matcher)}; its labels are ${known}`,
    );
  });
}

function serviceTest(matcher: Matcher, { serviceNames, note, patternOf }: LabelScope, text: string): LabelTest {
  const test = testOf(matcher, patternOf);
  const isPositive = matcher.op === '=' || matcher.op === '=~';
  if (!isPositive || serviceNames.some(test)) return (labels) => test(labels.service ?? '');
  if (serviceNames.length === 1) {
    note(`PromQL: ${shown(matcher)} is taken as the service ${serviceNames[0]}, the only one`);
    return () => true;
  }
  throw new QueryError(`${text}: ${shown(matcher)} names no service`, `the services are ${serviceNames.join(', ')}`);
}

/** Status codes are matched in all forms that they are written in: `500`, `5xx`, `5`. */
function ownTest(matcher: Matcher, label: string, { note, patternOf }: LabelScope): LabelTest {
  const test = testOf(matcher, patternOf);
  if (label !== 'code') return (labels) => test(labels[label] ?? '');
  const isPositive = matcher.op === '=' || matcher.op === '=~';
  const meansErrors = ['501', '502', '503', '504'].some(test);
  if (isPositive && meansErrors && !test('500')) {
    note(`PromQL: errors have the code 500 here, so ${shown(matcher)} selects none`);
  }
  return ({ code = '' }) => {
    const forms = [code, `${code.slice(0, 1)}xx`, code.slice(0, 1)];
    return isPositive ? forms.some(test) : forms.every(test);
  };
}

function testOf({ op, value }: Matcher, patternOf: PatternOf): (text: string) => boolean {
  if (op === '=') return (text) => text === value;
  if (op === '!=') return (text) => text !== value;
  const test = patternOf(value);
  return op === '=~' ? test : (text) => !test(text);
}

function shown({ label, op, value }: Matcher): string {
  return `${label}${op}"${value}"`;
}
