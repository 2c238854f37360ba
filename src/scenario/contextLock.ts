import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../base/canonicalJson.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { shellCommand } from '../base/shellCommand.js';
import { readUserText } from '../base/userFile.js';
import {
  type ContextValue,
  contextLimits,
  contextMap,
  contextSchema,
  type PolicyContext,
} from '../policy/context/context.js';
import { type HeldResource, heldResources } from '../policy/context/contextServers.js';
import { changed } from '../policy/context/contextTimeline.js';
import type { ContextServer, ContextSettings } from '../policy/context/settings.js';

/** Beside the scenarios of a folder, for all of them: what the servers of their contexts said. */
const fileName = 'context.lock.json';
/** Of several scenarios, with texts in quotes. */
const lockLimitBytes = 16 * contextLimits.bytes;

const lockSchema = z.strictObject({
  format: z.literal('dryscale-context-lock/1'),
  resources: z.array(
    z.strictObject({
      server: z.union([z.string(), z.array(z.string())]),
      uri: z.string(),
      protocol: z.string(),
      sha256: z.string(),
      text: z.string(),
    }),
  ),
});

export type ContextLock = z.output<typeof lockSchema>;
export type LockedResource = ContextLock['resources'][number];

const tooLargeFix = 'delete it and refresh each scenario of the folder, or let their servers hold less.';

/** The text of a lock. @throws ProblemError where it could not be read again */
export function textOfLock(lock: ContextLock, place: LockPlace): string {
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  const bytes = Buffer.byteLength(text);
  if (bytes <= lockLimitBytes) return text;
  const what = `would have ${bytes} bytes, more than ${lockLimitBytes}`;
  const why = 'All scenarios of a folder share it, and runs read it whole.';
  throw new ProblemError([{ code: 'too-large', where: { file: shownLock(place) }, what, why, fix: tooLargeFix }]);
}

/** Where a scenario lies, and how to name it to the user. */
export interface LockPlace {
  readonly folder: string;
  readonly file: string;
}

/** The context as its servers said it is, and the hash of the lock that holds their words. */
export interface LockedContext {
  readonly context: ContextSettings;
  readonly sha256: string;
}

/** Where the lock of the scenarios in a folder lies. */
export function lockPath(folder: string): string {
  return join(folder, fileName);
}

/** The same in the user's words. */
export function shownLock({ file }: LockPlace): string {
  return join(dirname(file), fileName);
}

/** The lock itself where the context has servers: a run reads it. */
export function lockFiles({ context }: { readonly context?: ContextSettings | undefined }, folder: string): string[] {
  return context === undefined || context.mcp.length === 0 ? [] : [lockPath(folder)];
}

/** What the lock says of servers that a context has; nobody is asked. @throws ProblemError */
export function readLockedContext(context: ContextSettings, place: LockPlace): LockedContext {
  const text = lockText(place);
  const known = new Map(parseLock(text, place).resources.map((one) => [keyOf(one), one]));
  const found: { readonly held: HeldResource; readonly text: string }[] = [];
  const problems: Problem[] = [];
  for (const held of heldResources(context.mcp)) {
    const server = serverOf(held.server);
    const locked = known.get(keyOf({ server, uri: held.uri }));
    if (locked === undefined) problems.push(stale(held, place));
    else if (sha256Of(locked.text) !== locked.sha256) problems.push(edited(held, place));
    else found.push({ held, text: locked.text });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { context: withTexts(context, found, shownLock(place)), sha256: sha256Of(text) };
}

/** What is there of a lock; nothing where there is none. @throws ProblemError */
export function readLock(place: LockPlace): ContextLock {
  try {
    return parseLock(lockText(place), place);
  } catch (thrown) {
    const isMissing = thrown instanceof ProblemError && thrown.problems[0].code === 'no-context-lock';
    if (isMissing) return { format: 'dryscale-context-lock/1', resources: [] };
    throw thrown;
  }
}

/** The context with what its servers said, each text at its path. @throws ProblemError for texts that no context can hold */
export function withTexts(
  context: ContextSettings,
  texts: readonly { readonly held: HeldResource; readonly text: string }[],
  file: string,
): ContextSettings {
  let inline: PolicyContext = context.inline;
  const problems: Problem[] = [];
  for (const { held, text } of texts) {
    const value = contextValueOf(text);
    const next = 'wrong' in value ? undefined : changed(inline, { [held.name]: value.value });
    const issue = next === undefined ? undefined : contextSchema.safeParse(next).error?.issues[0];
    const wrong = 'wrong' in value ? value.wrong : issue && `makes ${issue.path.join('.')} what it cannot be`;
    if (wrong !== undefined) problems.push(wrongText(held, wrong, file));
    else inline = next ?? inline;
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { ...context, inline };
}

/** How a server is named in the lock. */
export function serverOf({ command, url }: ContextServer): LockedResource['server'] {
  return command ?? url ?? [];
}

/** How a server is named to people. */
export function serverText(server: ContextServer): string {
  const named = serverOf(server);
  return typeof named === 'string' ? named : shellCommand(named);
}

/** What tells a resource of a lock from the others. */
export function keyOf({ server, uri }: Pick<LockedResource, 'server' | 'uri'>): string {
  return canonicalJson([server, uri]);
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The command that asks the servers anew. */
function renewal({ file }: LockPlace): string {
  return shellCommand(['dryscale', 'run', file, '--refresh-context']);
}

function lockText(place: LockPlace): string {
  return readUserText({
    path: lockPath(place.folder),
    shown: shownLock(place),
    limitBytes: lockLimitBytes,
    why: 'Runs read from it what the servers of context.mcp said.',
    words: (fault) => {
      if (fault === 'too-large') return { fix: tooLargeFix };
      if (fault !== 'not-found') return {};
      return {
        code: 'no-context-lock',
        what: 'is missing, which holds what the servers of context.mcp said',
        why: 'Runs read it alone and ask nobody, so that the same files give the same result.',
        fix: `write it: ${renewal(place)}`,
      };
    },
  });
}

function parseLock(text: string, place: LockPlace): ContextLock {
  const lock = lockSchema.safeParse(jsonOf(text));
  if (lock.success) return lock.data;
  const where = { file: shownLock(place) };
  const what = 'is no lock of a context that this version writes';
  const why = 'Runs read from it what servers said.';
  const fix = `delete it, and write it anew: ${renewal(place)}`;
  throw new ProblemError([{ code: 'wrong-context-lock', where, what, why, fix }]);
}

function stale({ server, uri, name }: HeldResource, place: LockPlace): Problem {
  return {
    code: 'stale-context-lock',
    where: { file: shownLock(place), path: name },
    what: `has nothing of ${uri} at ${serverText(server)}`,
    why: 'The scenario names it now, and runs ask nobody.',
    fix: `renew it: ${renewal(place)}`,
  };
}

function edited({ server, uri, name }: HeldResource, place: LockPlace): Problem {
  return {
    code: 'edited-context-lock',
    where: { file: shownLock(place), path: name },
    what: `the text of ${uri} at ${serverText(server)} does not fit its sha256`,
    why: 'It was edited by hand, or damaged, and is no longer what the server said.',
    fix: `renew it: ${renewal(place)} Facts of your own belong into context.inline.`,
  };
}

function wrongText({ server, uri, name }: HeldResource, wrong: string, file: string): Problem {
  return {
    code: 'wrong-context',
    where: { file, path: name },
    what: `${uri} at ${serverText(server)} ${wrong}`,
    why: 'A context is plain data without null; name and version of the model are texts, parameters and metadata maps.',
    fix: 'let the server hold such JSON, or name another resource.',
  };
}

/** The JSON of a text, or why it is none that a context can hold. */
function contextValueOf(text: string): { readonly value: ContextValue } | { readonly wrong: string } {
  const bytes = Buffer.byteLength(text);
  if (bytes > contextLimits.bytes) return { wrong: `has ${bytes} bytes, more than ${contextLimits.bytes}` };
  if (isDeeper(text, contextLimits.depth)) return { wrong: `is nested more than ${contextLimits.depth} deep` };
  const strange: string[] = [];
  const json = jsonOf(text, (key, value: unknown) => {
    if (value === null || key === '__proto__') strange.push(value === null ? 'null' : 'a key __proto__');
    return value;
  });
  // A half of a pair of code units is lost in the file.
  if (json === undefined || Buffer.from(text).toString() !== text) return { wrong: 'is not JSON' };
  const read = contextMap.safeParse({ value: json });
  if (strange.length === 0 && read.success) return { value: read.data.value };
  return { wrong: `holds ${strange[0] ?? 'an empty key or a number without end'}, which no context can` };
}

/** Whether brackets nest deeper, without a parser that would follow them. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isText && character === '\\') index++;
    else if (character === '"') isText = !isText;
    else if (!isText && '[{'.includes(character)) depth++;
    else if (!isText && ']}'.includes(character)) depth--;
    if (depth > limit) return true;
  }
  return false;
}

function jsonOf(text: string, look?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, look);
  } catch {
    return undefined;
  }
}
