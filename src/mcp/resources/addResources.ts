import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { ProblemError } from '../../base/problem.js';
import type { Bench } from '../bench.js';
import { CallProblems } from '../callProblems.js';
import { resourceKinds } from './index.js';
import type { ResourceKind } from './resource.js';

/** A completion has at most so many values. Source: the protocol, "Completion". */
const mostCompleted = 100;

export function addResources(server: McpServer, bench: Bench): void {
  for (const kind of resourceKinds) addKind(server, kind, bench);
}

function addKind(server: McpServer, kind: ResourceKind, bench: Bench): void {
  const { mimeType, title, description, ttlMs } = kind;
  const address = (name: string) => `dryscale://${kind.kind}/${name.split('/').map(encodeURIComponent).join('/')}`;
  const template = new ResourceTemplate(`dryscale://${kind.kind}/{+name}`, {
    list: () => ({
      resources: listed(kind, bench).map(({ name, about }) => ({
        uri: address(name),
        name,
        mimeType,
        ...(about === undefined ? {} : { description: about }),
      })),
    }),
    complete: { name: (begin) => completed(kind, bench, begin) },
  });
  const cacheHint = { ttlMs, cacheScope: 'private' as const };
  server.registerResource(kind.kind, template, { title, description, mimeType, cacheHint }, async (uri, _, context) => {
    const text = await read(kind, uri.href, { bench, signal: context.mcpReq.signal });
    return { contents: [{ uri: uri.href, mimeType, text }] };
  });
}

async function read(
  kind: ResourceKind,
  uri: string,
  { bench, signal }: { readonly bench: Bench; readonly signal: AbortSignal },
): Promise<string> {
  let text: string | undefined;
  try {
    text = await kind.read(nameIn(uri, kind), bench, signal);
  } catch (thrown) {
    // A resource has no room for a list of problems.
    if (!(thrown instanceof CallProblems || thrown instanceof ProblemError)) throw thrown;
    throw new ResourceNotFoundError(uri, thrown.problems.map(({ what, fix }) => `${what}. Fix: ${fix}`).join(' '));
  }
  if (text === undefined) throw new ResourceNotFoundError(uri, `there is no ${uri}. ${kind.description}`);
  return text;
}

function nameIn(uri: string, kind: ResourceKind): string {
  const name = uri.slice(`dryscale://${kind.kind}/`.length);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** In a root that has too many files none is listed; the tools say so. */
function listed(kind: ResourceKind, bench: Bench) {
  try {
    return kind.names(bench);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

/** Names that begin so, then those that have it elsewhere. */
export function completed(kind: Pick<ResourceKind, 'names'>, bench: Bench, begin: string): string[] {
  const names = listed(kind as ResourceKind, bench).map(({ name }) => name);
  const first = names.filter((name) => name.startsWith(begin));
  return [...first, ...names.filter((name) => !name.startsWith(begin) && name.includes(begin))].slice(0, mostCompleted);
}
