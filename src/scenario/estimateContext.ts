import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { openIndexedStream, openStream } from '../random/keyedStream.js';
import type { SourceContext } from '../traffic/source.js';
import type { Scenario } from './schema.js';

/** Sources are opened only for their curves, so any stream will do. */
export function estimateContext(scenario: Scenario, folder: string): SourceContext {
  const key = { seed: scenario.seed, replication: 0, owner: 'estimate' };
  return {
    durationSeconds: scenario.duration,
    stream: (purpose) => openStream({ ...key, purpose }),
    indexedStream: (purpose) => openIndexedStream({ ...key, purpose }),
    openFile: (path) => {
      const descriptor = openSync(resolve(folder, path), 'r');
      return {
        read: (buffer) => readSync(descriptor, buffer, 0, buffer.length, null),
        close: () => closeSync(descriptor),
      };
    },
  };
}
