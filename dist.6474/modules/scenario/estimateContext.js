import { openIndexedStream, openStream } from '../random/keyedStream.js';
import { openTrace } from '../traffic/trace/openTrace.js';
/** Sources are opened only for their curves, so any stream will do. */
export function estimateContext(scenario, folder) {
    const key = { seed: scenario.seed, replication: 0, owner: 'estimate' };
    return {
        durationSeconds: scenario.duration,
        stream: (purpose) => openStream({ ...key, purpose }),
        indexedStream: (purpose) => openIndexedStream({ ...key, purpose }),
        openFile: (path) => openTrace(folder, path),
    };
}
