import type { Client, Transport } from '@modelcontextprotocol/client';
import type { ContextServer } from '../../policy/context/settings.js';
import { boundedFetch } from './boundedFetch.js';
import { ChildTransport } from './childTransport.js';
import { ServerFault } from './serverFault.js';

/** What a server said. */
export interface ServerAnswer {
  /** The revision of the protocol that both speak. */
  readonly protocol: string;
  /** By the URI of the resource. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Asking {
  /** In which a command is started. */
  readonly folder: string;
  readonly version: string;
  /** For all of it, from the start to the last answer. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

type Server = Pick<ContextServer, 'command' | 'url' | 'resources'>;

/**
 * Reads the resources of a server, and ends what was started for it.
 *
 * Whatever a server does, there is an end: it has so much time and so many bytes in all, and its process never stays. One that
 * ends when it is asked which revisions it speaks, as some of before 2026 do, is started again and spoken to as they were.
 * @throws ServerFault; the signal's reason when it is aborted
 */
export async function readServer(server: Server, asking: Asking): Promise<ServerAnswer> {
  try {
    return await askOnce(server, asking, 'auto');
  } catch (thrown) {
    if (!(thrown instanceof ServerFault && thrown.hasEnded)) throw thrown;
    return askOnce(server, asking, 'legacy');
  }
}

async function askOnce(server: Server, asking: Asking, mode: 'auto' | 'legacy'): Promise<ServerAnswer> {
  // Loaded here alone: no run needs it.
  const sdk = await import('@modelcontextprotocol/client');
  const { patienceMs, signal } = asking;
  const ended = new AbortController();
  const stop = (reason: unknown): void => ended.abort(reason);
  const timer = setTimeout(() => stop(new ServerFault(`gave no answer within ${patienceMs / 1000} s`)), patienceMs);
  const onAbort = (): void => stop(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const client = new sdk.Client(
    { name: 'dryscale', version: asking.version },
    // A silent server over stdin is one of old, which is asked again in its way; over HTTP silence is the end.
    {
      versionNegotiation: {
        mode,
        probe: { timeoutMs: server.command === undefined ? 2 * patienceMs : patienceMs / 4 },
      },
    },
  );
  const transport = transportOf(sdk, server, { ...asking, signal: ended.signal, onFault: stop });
  const whenEnded = new Promise<never>((_, reject) => {
    ended.signal.addEventListener('abort', () => reject(ended.signal.reason), { once: true });
    if (ended.signal.aborted) reject(ended.signal.reason);
  });
  try {
    const uris = Object.values(server.resources);
    return await Promise.race([whenEnded, askAll(client, transport, uris, 2 * patienceMs)]);
  } catch (thrown) {
    throw inWords(ended.signal.aborted ? ended.signal.reason : thrown, transport);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    // What still waits for the server hears of its end.
    stop(new ServerFault('is no longer needed'));
    await transport.close().catch(() => {});
  }
}

function transportOf(
  sdk: typeof import('@modelcontextprotocol/client'),
  { command, url = '' }: Server,
  options: Asking & { readonly onFault: (fault: ServerFault) => void },
): Transport {
  const { folder, onFault, signal } = options;
  if (command !== undefined) return new ChildTransport({ command, folder, parse: sdk.deserializeMessage, onFault });
  return new sdk.StreamableHTTPClientTransport(new URL(url), { fetch: boundedFetch(signal, onFault) });
}

async function askAll(
  client: Client,
  transport: Transport,
  uris: readonly string[],
  timeout: number,
): Promise<ServerAnswer> {
  await client.connect(transport, { timeout });
  const texts = new Map<string, string>();
  for (const uri of new Set(uris)) {
    let contents: readonly { readonly uri: string; readonly text?: unknown }[];
    try {
      ({ contents } = await client.readResource({ uri }, { timeout }));
    } catch (thrown) {
      throw new ServerFault(`does not give ${uri}: ${firstLine(thrown)}`);
    }
    const [found, ...more] = contents.length === 1 ? contents : contents.filter((one) => one.uri === uri);
    if (typeof found?.text !== 'string' || more.length > 0) throw new ServerFault(`has no single text at ${uri}`);
    texts.set(uri, found.text);
  }
  return { protocol: client.getNegotiatedProtocolVersion() ?? 'unknown', texts };
}

function inWords(thrown: unknown, transport: Transport): unknown {
  if (thrown instanceof Error && thrown.name === 'AbortError') return thrown;
  const fault = thrown instanceof ServerFault ? thrown : new ServerFault(`cannot be asked: ${firstLine(thrown)}`);
  const wrote = transport instanceof ChildTransport ? transport.wrote : '';
  return new ServerFault(fault.message, { wrote, hasEnded: fault.hasEnded });
}

function firstLine(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown).slice(0, 200);
  const status: unknown = Reflect.get(thrown, 'status');
  return `${thrown.message.split('\n')[0].slice(0, 200)}${typeof status === 'number' ? ` (HTTP ${status})` : ''}`;
}
