import type { PolicyContext } from '../policy/context/context.js';
import type { Sequence } from './playLog.js';

/** A context of `--context`, as the user names its file. */
export interface NamedContext {
  readonly name: string;
  readonly context: PolicyContext;
}

/** The same sequence in another context. */
export function inContext(sequence: Sequence, { context }: NamedContext): Sequence {
  return { ...sequence, observations: sequence.observations.map((one) => ({ ...one, context })) };
}

/** How the environment of its runs is called. */
export const contextRun = ({ name }: NamedContext) => `context ${name}`;

/** Facts that are named; contexts that differ in more have them as a count. */
const factLimit = 4;

/** Why decisions part in two contexts: the facts that differ. */
export function contextCause(one: NamedContext, other: NamedContext): string {
  const facts = differences(one.context, other.context, '');
  const more = facts.length > factLimit ? ` and ${facts.length - factLimit} more` : '';
  const what = facts.length === 0 ? 'nothing' : `${facts.slice(0, factLimit).join(', ')}${more}`;
  return `It decides by the context: ${other.name} differs from ${one.name} in ${what}. Where that is meant, verify each context by itself.`;
}

function differences(one: unknown, other: unknown, path: string): string[] {
  if (!isMap(one) || !isMap(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => differences(one[key], other[key], path === '' ? key : `${path}.${key}`));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
