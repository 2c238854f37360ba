import { systemCodeOf } from '../../base/fileFault.js';
import { ByteMeter, ServerFault } from './serverFault.js';

/** `fetch` for one server: follows nobody elsewhere, and reads no more than a server may send. */
export function boundedFetch(signal: AbortSignal, onFault: (fault: ServerFault) => void): typeof fetch {
  const meter = new ByteMeter();
  return async (target, init) => {
    const signals = init?.signal == null ? [signal] : [signal, init.signal];
    const request = { ...init, redirect: 'error', signal: AbortSignal.any(signals) } as const;
    const response = await fetch(target, request).catch((thrown) => {
      // What the server may send of its own accord it need not.
      if (init?.method === 'POST') onFault(new ServerFault(`cannot be reached: ${reasonOf(thrown)}`));
      throw thrown;
    });
    if (response.body === null) return response;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        try {
          meter.note(chunk.byteLength);
          controller.enqueue(chunk);
        } catch (thrown) {
          if (thrown instanceof ServerFault) onFault(thrown);
          controller.error(thrown);
        }
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
  };
}

/** `fetch failed` says nothing; what is behind it does. */
function reasonOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
  return cause instanceof Error ? cause.message || systemCodeOf(cause) : String(cause);
}
