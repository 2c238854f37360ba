import { resolve } from 'node:path';
/** Every file that a run of a scenario reads, as absolute paths. */
export function traceFiles({ traffic }, folder) {
    return Object.values(traffic).flatMap((source) => ('file' in source ? [resolve(folder, source.file)] : []));
}
