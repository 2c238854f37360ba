import { isConfined } from '../../base/confinement.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { type HeldResource, heldResources } from '../../policy/context/contextServers.js';
import type { ContextServer, ContextSettings } from '../../policy/context/settings.js';
import {
  type ContextLock,
  keyOf,
  type LockedResource,
  type LockPlace,
  lockPath,
  readLock,
  serverOf,
  serverText,
  sha256Of,
  textOfLock,
  withTexts,
} from '../../scenario/contextLock.js';
import { contextMistakes } from '../../scenario/contextMistakes.js';
import type { Finding } from '../../scenario/finding.js';
import { loadScenario } from '../../scenario/load.js';
import type { Options } from '../options.js';
import type { Output } from '../output.js';
import { showWarnings } from '../showWarnings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';
import { readServer, type ServerAnswer } from './readServer.js';
import { ServerFault } from './serverFault.js';
import { type Refreshed, unnamedEntries } from './unnamedEntries.js';

/** For a server, from its start to its last answer: one that has to be fetched first takes a while. */
const patienceMs = 30_000;

interface Refreshing {
  readonly files: readonly string[];
  readonly options: Pick<Options, 'set'>;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/**
 * Asks the servers of the contexts of some scenarios, and writes what they say into the locks beside these: `--refresh-context`.
 * No other part of this program asks them.
 *
 * @throws ProblemError, where no lock was changed; the signal's reason when it is aborted
 */
export async function refreshContexts({ files, options, output, signal }: Refreshing): Promise<void> {
  const refreshed = new Map<string, Refreshed>();
  for (const file of files) {
    const { scenario, folder, path } = await loadScenario(file, { set: options.set, withoutLock: true });
    const { context, duration } = scenario;
    if (context === undefined || context.mcp.length === 0) continue;
    output.note(await refresh({ context, duration }, { folder, file }, signal));
    const { paths = [], named = [] } = refreshed.get(folder) ?? {};
    const now = heldResources(context.mcp).map(({ server, uri }) => keyOf({ server: serverOf(server), uri }));
    refreshed.set(folder, { folder, file, paths: new Set([...paths, path]), named: new Set([...named, ...now]) });
  }
  const warnings = [...refreshed.values()].flatMap(unnamedEntries);
  showWarnings(warnings, { output, verbose: true });
  if (refreshed.size > 0) return;
  throw usageError({
    code: 'nothing-to-refresh',
    what: '--refresh-context finds no `context.mcp`',
    why: 'It asks the servers that the scenario names there.',
    fix: 'leave it out.',
  });
}

/** Does it for one scenario. @returns what was read, in words */
async function refresh(
  { context, duration }: { readonly context: ContextSettings; readonly duration: number },
  place: LockPlace,
  signal: AbortSignal,
): Promise<string> {
  if (isConfined()) throw new Error('a server of contexts is started for nobody else');
  const before = readLock(place);
  const read: Read[] = [];
  for (const [index, server] of context.mcp.entries()) {
    const { protocol, texts } = await ask(server, index, place, signal);
    const held = heldResources(context.mcp).filter((one) => one.index === index);
    read.push(...held.map((one) => ({ held: one, protocol, text: texts.get(one.uri) ?? '' })));
  }
  const problems = contextMistakes({ context: withTexts(context, read, place.file), duration })
    .filter(({ isWarning }) => isWarning !== true)
    .map((finding) => tooMuch(finding, read, place));
  if (problems.length > 0) throw new ProblemError(problems);
  const path = lockPath(place.folder);
  const text = textOfLock(renewed(before, read), place);
  writeFiles([{ path, mark: /^\{\s*"format": "dryscale-context-lock\//, text }]);
  return summary(before, read);
}

/** Each text can be held, and all of them together cannot. */
function tooMuch({ code, what, why, fix, path }: Finding, read: readonly Read[], { file }: LockPlace): Problem {
  const uris = read.map(({ held }) => held.uri).join(', ');
  return {
    code,
    where: { file, path: path.join('.') },
    what: `with ${uris} ${what}; the lock stays as it was`,
    why,
    fix,
  };
}

interface Read {
  readonly held: HeldResource;
  readonly protocol: string;
  readonly text: string;
}

async function ask(server: ContextServer, index: number, place: LockPlace, signal: AbortSignal): Promise<ServerAnswer> {
  try {
    return await readServer(server, { folder: place.folder, version: packageVersion(), patienceMs, signal });
  } catch (thrown) {
    if (thrown instanceof ServerFault) throw new ProblemError([noAnswer(server, index, thrown, place)]);
    throw thrown;
  }
}

function noAnswer(server: ContextServer, index: number, fault: ServerFault, { file }: LockPlace): Problem {
  const uris = Object.values(server.resources).join(', ');
  return {
    code: 'context-server',
    where: { file, path: `context.mcp.${index}` },
    what: `${serverText(server)} (for ${uris}) ${fault.message}`,
    why: fault.wrote === '' ? 'What it holds is not known, and the lock stays as it was.' : fault.wrote,
    fix:
      server.command === undefined
        ? 'see that it runs and speaks the Model Context Protocol over streamable HTTP.'
        : 'run its command by hand, in the folder of the scenario, and see what it says.',
  };
}

/** What other scenarios of the folder have in it stays. */
function renewed(before: ContextLock, read: readonly Read[]): ContextLock {
  const resources = new Map(before.resources.map((one) => [keyOf(one), one]));
  for (const { held, protocol, text } of read) {
    const { uri } = held;
    const one: LockedResource = { server: serverOf(held.server), uri, protocol, sha256: sha256Of(text), text };
    resources.set(keyOf(one), one);
  }
  const inOrder = [...resources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { format: before.format, resources: inOrder };
}

function summary(before: ContextLock, read: readonly Read[]): string {
  const known = new Map(before.resources.map((one) => [keyOf(one), one.text]));
  const others = read.filter(
    ({ held, text }) => known.get(keyOf({ server: serverOf(held.server), uri: held.uri })) !== text,
  );
  const names = others.map(({ held }) => held.name).join(', ');
  const count = read.length === 1 ? '1 resource' : `${read.length} resources`;
  return `context.lock.json: read ${count} of context.mcp; ${names === '' ? 'none has changed' : `new or changed: ${names}`}`;
}
