import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { reasonOf } from '../base/output/outputProblem.js';
import type { McpSettings } from '../cli/mcpSettings.js';
import { usageError } from '../cli/usageError.js';
import { makeServer } from './server.js';
import type { Shared } from './shared.js';

type HttpPlace = NonNullable<McpSettings['http']>;

/** The only path. */
const path = '/mcp';
/** A request's head is small, and comes at once. */
const headTimeoutMs = 10_000;

/**
 * Serves over HTTP on this machine until the signal says so. `onReady` hears the address.
 *
 * A page in a browser may send requests here, too, under a name that it makes lead to this machine: so Host and Origin must be
 * of this machine. Other users of the machine are kept out by the token only.
 * @throws ProblemError where the port is taken
 */
export async function serveHttp(
  shared: Shared,
  place: HttpPlace,
  { signal, onReady }: { readonly signal: AbortSignal; onReady(url: string): void },
): Promise<void> {
  const handler = createMcpHandler(() => makeServer(shared), { onerror: () => {} });
  const server = createServer({ headersTimeout: headTimeoutMs, maxHeaderSize: 16_384 }, (incoming, outgoing) => {
    void answer(incoming, outgoing, place, handler.fetch);
  });
  await listen(server, place);
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : place.port;
  onReady(`http://${place.address.includes(':') ? `[${place.address}]` : place.address}:${port}${path}`);
  if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
  await handler.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

function listen(server: Server, { address, port }: HttpPlace): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (thrown) => {
      const what = `cannot listen at ${address}:${port}: ${reasonOf(thrown)}`;
      const why = 'Clients come there.';
      fail(usageError({ code: 'cannot-listen', what, why, fix: 'name another port, or 0 for one that is free.' }));
    });
    server.listen(port, address, done);
  });
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { token }: HttpPlace,
  serve: (request: Request) => Promise<Response>,
): Promise<void> {
  const leaving = new AbortController();
  outgoing.on('close', () => leaving.abort());
  try {
    const request = requestOf(incoming, leaving.signal);
    const response =
      hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
      originValidationResponse(request, localhostAllowedOrigins()) ??
      tokenResponse(request, token) ??
      pathResponse(request) ??
      (await serve(request));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body === null) outgoing.end();
    // safe: the web's stream and Node's differ in their types only
    else
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
        .on('error', () => outgoing.destroy())
        .pipe(outgoing);
  } catch {
    // What is no request, or one that nobody waits for.
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(400).end();
  }
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(', ')]],
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, 'http://127.0.0.1'), {
    method,
    headers: pairs,
    signal,
    // safe: the web's stream and Node's differ in their types only
    ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as ReadableStream, duplex: 'half' as const } : {}),
  });
}

/** Compared by hashes, so that the time it takes tells nothing. */
function tokenResponse(request: Request, token: string | undefined): Response | undefined {
  if (token === undefined) return undefined;
  const given = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const isRight = timingSafeEqual(sha256(given), sha256(token));
  return isRight ? undefined : problem(401, 'the bearer token is missing or wrong', { 'www-authenticate': 'Bearer' });
}

function pathResponse(request: Request): Response | undefined {
  return new URL(request.url).pathname === path ? undefined : problem(404, `there is only ${path}`);
}

function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = { jsonrpc: '2.0', error: { code: -32000, message }, id: null };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
