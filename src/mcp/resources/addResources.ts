import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { ProblemError } from '../../base/problem.js';
import { CallProblems } from '../callProblems.js';
import type { Shared } from '../shared.js';
import { resourceKinds } from './index.js';
import { addReportView } from './reportView.js';
import type { ResourceKind } from './resource.js';

/** A completion has at most so many values. Source: the protocol, "Completion". */
const mostCompleted = 100;

export function addResources(server: McpServer, shared: Shared): void {
  for (const kind of resourceKinds) addKind(server, kind, shared);
  addReportView(server, shared);
  // The view is a template for the package alone, which lists every address that is none.
  server.server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: resourceKinds.map(({ kind, title, description, mimeType }) => {
      return { name: kind, uriTemplate: templateOf(kind), title, description, mimeType };
    }),
  }));
}

function templateOf(kind: string): string {
  return `dryscale://${kind}/{+name}`;
}

function addKind(server: McpServer, kind: ResourceKind, shared: Shared): void {
  const { mimeType, title, description, ttlMs } = kind;
  const address = (name: string) => `dryscale://${kind.kind}/${name.split('/').map(encodeURIComponent).join('/')}`;
  const template = new ResourceTemplate(templateOf(kind.kind), {
    list: () => ({
      resources: listed(kind, shared).map(({ name, about }) => ({
        uri: address(name),
        name,
        mimeType,
        ...(about === undefined ? {} : { description: about }),
      })),
    }),
    complete: { name: (begin) => completed(kind, shared, begin) },
  });
  const cacheHint = { ttlMs, cacheScope: 'private' as const };
  server.registerResource(kind.kind, template, { title, description, mimeType, cacheHint }, async (uri, _, context) => {
    const text = await read(kind, uri.href, { shared, signal: context.mcpReq.signal });
    return { contents: [{ uri: uri.href, mimeType, text }] };
  });
}

async function read(
  kind: ResourceKind,
  uri: string,
  { shared, signal }: { readonly shared: Shared; readonly signal: AbortSignal },
): Promise<string> {
  let text: string | undefined;
  try {
    text = await kind.read(nameIn(uri, kind), shared, signal);
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
function listed(kind: ResourceKind, shared: Shared) {
  try {
    return kind.names(shared);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

/** Names that begin so, then those that have it elsewhere. */
export function completed(kind: Pick<ResourceKind, 'names'>, shared: Shared, begin: string): string[] {
  const names = listed(kind as ResourceKind, shared).map(({ name }) => name);
  const first = names.filter((name) => name.startsWith(begin));
  return [...first, ...names.filter((name) => !name.startsWith(begin) && name.includes(begin))].slice(0, mostCompleted);
}
