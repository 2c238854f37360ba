import { openIndexedStream, openStream } from '../../src/random/keyedStream.js';
import type { SourceContext } from '../../src/traffic/source.js';
import { buildSource } from '../../src/traffic/sources/index.js';
import { parseSource } from './parseSource.js';

/** A source context over files held in memory, read in chunks of any size. */
export function contextOf(
  options: {
    durationSeconds?: number;
    seed?: number;
    files?: Record<string, Uint8Array | string>;
    chunkBytes?: number;
  } = {},
): SourceContext {
  const { durationSeconds = 3600, seed = 1, files = {}, chunkBytes = 7 } = options;
  const key = { seed, replication: 0, owner: 'source test' };
  return {
    durationSeconds,
    stream: (purpose) => openStream({ ...key, purpose }),
    indexedStream: (purpose) => openIndexedStream({ ...key, purpose }),
    openFile: (path) => {
      const content = files[path];
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      let position = 0;
      return {
        read: (buffer) => {
          const part = bytes.subarray(position, position + Math.min(chunkBytes, buffer.length));
          buffer.set(part);
          position += part.length;
          return part.length;
        },
        close: () => {},
      };
    },
  };
}

/** All arrivals of an open source, up to a limit. */
export function arrivalsOf(
  settings: Record<string, unknown>,
  context: SourceContext = contextOf(),
  limit = 1e6,
): number[] {
  const source = buildSource(parseSource(settings), context);
  if (source.kind !== 'open') throw new TypeError('not an open source');
  const times: number[] = [];
  for (
    let time = source.nextArrivalSeconds();
    Number.isFinite(time) && times.length < limit;
    time = source.nextArrivalSeconds()
  ) {
    times.push(time);
  }
  return times;
}
