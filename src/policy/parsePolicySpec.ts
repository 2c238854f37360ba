import { exitCode } from '../base/exitCode.js';
import { nearest, suggestion } from '../base/nearest.js';
import { isDecimalText, parseDecimal } from '../base/numberText.js';
import { ProblemError } from '../base/problem.js';
import type { Params } from './policy.js';
import { splitTogether } from './splitTogether.js';

/** A policy by the name the user gave it: nothing has been read yet. */
export interface PolicyName {
  /** `none`, `static:N` or a path. */
  readonly target: string;
  readonly params: Params;
}

/** What drives one service of one candidate. */
export interface PolicyReference extends PolicyName {
  /** `*`: every service without a policy of its own. */
  readonly serviceName: string;
  /** Policies that drive it too, called after it in this order. */
  readonly also?: readonly PolicyName[];
}

/** All policies of a reference, in the order in which they are called. */
export function policiesOf({ target, params, also = [] }: PolicyReference): readonly PolicyName[] {
  return [{ target, params }, ...also];
}

/** One candidate as text: its bindings. */
export interface CandidateReference {
  /** The name that the user gave it. */
  readonly label: string | undefined;
  readonly references: readonly PolicyReference[];
}

/** More combinations than this are a mistake of typing, not a sweep. */
const combinationLimit = 1_000;

/**
 * Reads a `--policy` text.
 *
 * - `target-cpu.lua`, `none`, `static:6`
 * - `target-cpu.lua?target=0.5,0.6&window=5m`: one candidate for each combination
 * - `web=hpa.lua;api=b.lua`: one candidate that binds services; a part without a service stands for all others
 * - `web=hpa.lua`: binds the service where there is one called web, else web is the candidate's label
 * - `web=a.lua+b.lua`: both drive the service, called in this order; the later wish wins
 *
 * @param serviceNames of the scenarios; where there are none to know, a name before `=` is always a service
 * @throws ProblemError with exit code 2
 */
export function parsePolicySpec(text: string, serviceNames?: readonly string[]): CandidateReference[] {
  const parts = text.split(';').map((part) => part.trim());
  if (parts.some((part) => part === ''))
    throw usage(text, 'has an empty part', 'Name a policy in every part, such as web=a.lua;api=b.lua.');
  for (const part of parts) {
    const [, name, policy] = withBlanks.exec(part) ?? [];
    if (name !== undefined) throw usage(text, 'has blanks around "="', `Write ${name}=${policy}.`);
  }
  const [, prefix, rest] = prefixed.exec(parts[0]) ?? [];
  if (parts.length === 1 && prefix !== undefined && serviceNames?.includes(prefix) === false) {
    rejectBadLabel(prefix, { text, rest, serviceNames });
    return parsePart(rest, text).map((reference) => ({
      label: prefix,
      references: [{ ...reference, serviceName: '*' }],
    }));
  }
  const choices = parts.map((part) => parsePart(part, text));
  rejectBadServices(
    choices.map(([{ serviceName }]) => serviceName),
    { text, serviceNames },
  );
  return combine(choices, text).map((references) => ({ label: undefined, references }));
}

/** `web=...` */
const prefixed = /^([0-9a-zA-Z_-]+)=(.*)$/s;
const withBlanks = /^([0-9a-zA-Z_-]+)(?:\s+=\s*|=\s+)(\S.*)$/s;
/** Words that other options and `--policy` itself take for something else. */
const takenLabels = ['none', 'oracle', 'static', 'all', 'any'];

interface Labelled {
  readonly text: string;
  readonly rest: string;
  readonly serviceNames: readonly string[];
}

/** A service typed wrongly must not become a label: its policy would scale other services than the one that is meant. */
function rejectBadLabel(label: string, { text, rest, serviceNames }: Labelled): void {
  const close = label.length > 1 ? nearest(label, serviceNames) : undefined;
  if (close !== undefined) {
    const what = `names the service "${label}", and there is none`;
    throw usage(
      text,
      what,
      `Did you mean ${close}=${rest}? To name the candidate, choose a label less like the service ${close}.`,
    );
  }
  if (takenLabels.includes(label)) {
    throw usage(text, `labels a candidate "${label}", which means something else`, 'Choose another label.');
  }
  if (prefixed.test(rest)) {
    const service = prefixed.exec(rest)?.[1] ?? '';
    throw usage(
      text,
      `binds the service ${service} under the label ${label}`,
      `A label stands before a policy only. Leave out "${label}=", or "${service}=".`,
    );
  }
}

function rejectBadServices(
  names: readonly string[],
  { text, serviceNames }: { readonly text: string; readonly serviceNames: readonly string[] | undefined },
): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) {
    const who = double === '*' ? 'two policies without a service' : `two policies for the service ${double}`;
    throw usage(text, `names ${who}`, 'Give each part a service of its own: web=a.lua;api=b.lua.');
  }
  const unknown = names.find((name) => name !== '*' && serviceNames?.includes(name) === false);
  if (unknown === undefined || serviceNames === undefined) return;
  throw usage(text, `names the service "${unknown}", and there is none`, suggestion(unknown, serviceNames));
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
  const [, binding, rest] = prefixed.exec(part) ?? ['', undefined, part];
  const members = splitTogether(rest);
  if (members.length > 1) rejectIdleMembers(members, text);
  return combine(
    members.map((member) => parseMember(member, text)),
    text,
  ).map(([first, ...also]) => ({
    serviceName: binding ?? '*',
    ...first,
    ...(also.length === 0 ? {} : { also }),
  }));
}

/** Beside another policy only one that decides, and goes on to, makes a difference. */
function rejectIdleMembers(members: readonly string[], text: string): void {
  const idle = members.find(
    (member) => member === '' || prefixed.test(member) || /^(none|oracle|static(:\d+)?)$/.test(member),
  );
  if (idle === undefined) return;
  if (idle === '') throw usage(text, 'has nothing behind "+"', 'Name a policy on each side, such as web=a.lua+b.lua.');
  const own = prefixed.exec(idle);
  if (own !== null) {
    throw usage(text, `names a service behind "+": ${own[1]}`, `Write ${own[1]}= once, before the first policy.`);
  }
  throw usage(text, `puts ${idle} beside another policy`, `${idle} decides nothing while a run goes on. Leave it out.`);
}

/** Every combination of parameters of one policy. */
function parseMember(member: string, text: string): PolicyName[] {
  const [target, query] = member.split(/\?(.*)/s);
  if (target === '') throw usage(text, 'names no policy', 'Name a file, none, or static:N.');
  const isBuiltIn = target === 'none' || target === 'oracle' || /^static(:|$)/.test(target);
  if (isBuiltIn && query !== undefined)
    throw usage(text, `gives parameters to ${target}, which has none`, 'Leave them out.');
  const lists = query === undefined ? [] : parseQuery(query, text);
  const combinations = combine(lists, text);
  return combinations.map((entries) => ({ target, params: Object.fromEntries(entries) }));
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
      if (isDecimalText(value) && parseDecimal(value) === undefined)
        throw usage(text, `gives ${name} the value ${value}, which no number can hold`, 'Write a smaller number.');
      return [name, readValue(value)];
    });
  });
}

/** Numbers and truth values where the text is their one spelling, so that text can be had back unchanged. */
function readValue(text: string): number | string | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
}

function usage(text: string, what: string, fix: string): ProblemError {
  const where = { path: '--policy' };
  const why =
    'A policy is a file (Lua, TypeScript, a manifest), none or static:N, with parameters as ?name=value. Before it stands service= or a label=.';
  return new ProblemError([{ code: 'policy-spec', where, what: `"${text}" ${what}`, why, fix }], exitCode.wrongUsage);
}
