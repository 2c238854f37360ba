import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import type { Params } from './policy.js';
import { policyFile } from './policyFiles.js';

/** One policy of one candidate, by the name the user gave it: nothing has been read yet. */
export interface PolicyReference {
  /** `*`: every service without a policy of its own. */
  readonly serviceName: string;
  /** `none`, `static:N` or a path. */
  readonly target: string;
  readonly params: Params;
}

/** One contender as text: its bindings, and its name. */
export interface CandidateReference {
  readonly name: string;
  readonly references: readonly PolicyReference[];
}

/** More combinations than this are a mistake of typing, not a sweep. */
const combinationLimit = 1_000;

/**
 * Reads a `--policy` text.
 *
 * - `target-cpu.lua`, `none`, `static:6`
 * - `target-cpu.lua?target=0.5,0.6&window=5m`: one candidate for each combination, named `target-cpu?target=0.5&window=5m`
 * - `web=hpa.lua;api=b.lua`: one candidate that binds services; a part without a service stands for all others
 *
 * A file's own name (without folder and ending) names the candidate; a `name` inside the file is not known yet here.
 * @throws ProblemError with exit code 2
 */
export function parsePolicySpec(text: string): CandidateReference[] {
  const parts = text.split(';').map((part) => part.trim());
  if (parts.some((part) => part === ''))
    throw usage(text, 'has an empty part', 'Name a policy in every part, such as web=a.lua;api=b.lua.');
  const choices = parts.map((part) => parsePart(part, text));
  const names = new Set<string>();
  for (const [{ serviceName }] of choices) {
    if (names.has(serviceName)) {
      const who =
        serviceName === '*' ? 'two policies without a service' : `two policies for the service ${serviceName}`;
      throw usage(text, `names ${who}`, 'Give each part a service of its own: web=a.lua;api=b.lua.');
    }
    names.add(serviceName);
  }
  return combine(choices, text).map((references) => ({ name: references.map(nameOf).join(';'), references }));
}

/** All combinations, the last part turning fastest. */
function combine<Item>(choices: readonly (readonly Item[])[], text: string): Item[][] {
  let rows: Item[][] = [[]];
  for (const items of choices) {
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
    if (rows.length > combinationLimit) {
      throw usage(text, `makes more than ${combinationLimit} candidates`, 'Give fewer values.');
    }
  }
  return rows;
}

/** Every combination of parameters of one part. */
function parsePart(part: string, text: string): PolicyReference[] {
  const [, binding, rest] = /^(?:([0-9a-zA-Z_-]+)=)?(.*)$/s.exec(part) ?? [];
  const [target, query] = rest.split(/\?(.*)/s);
  if (target === '') throw usage(text, 'names no policy', 'Name a file, none, or static:N.');
  const isBuiltIn = target === 'none' || target === 'oracle' || /^static(:|$)/.test(target);
  if (isBuiltIn && query !== undefined)
    throw usage(text, `gives parameters to ${target}, which has none`, 'Leave them out.');
  const lists = query === undefined ? [] : parseQuery(query, text);
  const combinations = combine(lists, text);
  return combinations.map((entries) => ({ serviceName: binding ?? '*', target, params: Object.fromEntries(entries) }));
}

type Entry = readonly [string, number | string | boolean];

function parseQuery(query: string, text: string): Entry[][] {
  const names = new Set<string>();
  return query.split('&').map((field) => {
    const [name, list] = field.split(/=(.*)/s);
    if (name === '' || list === undefined || list === '') {
      throw usage(
        text,
        `has the parameter "${field}"`,
        'Write name=value, or name=value1,value2 for several candidates.',
      );
    }
    if (names.has(name))
      throw usage(text, `gives the parameter ${name} twice`, `Write ${name}=value1,value2 for several candidates.`);
    names.add(name);
    return list.split(',').map((value): Entry => {
      if (value === '') throw usage(text, `has an empty value in "${field}"`, 'Write values between the commas.');
      return [name, readValue(value)];
    });
  });
}

/** Numbers and truth values where the text is their one spelling, so that text can be had back unchanged. */
function readValue(text: string): number | string | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}

function nameOf({ serviceName, target, params }: PolicyReference): string {
  const base = target.split(/[\\/]/).at(-1) ?? target;
  const isFile = policyFile.test(base);
  const query = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const short = isFile ? base.replace(/\.[^.]+$/, '') : base;
  const prefix = serviceName === '*' ? '' : `${serviceName}=`;
  return `${prefix}${short}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function usage(text: string, what: string, fix: string): ProblemError {
  const where = { path: '--policy' };
  const why =
    'A policy is a file (Lua, TypeScript, a manifest), none or static:N, with parameters as ?name=value and services as service=policy.';
  return new ProblemError([{ code: 'policy-spec', where, what: `"${text}" ${what}`, why, fix }], exitCode.wrongUsage);
}
