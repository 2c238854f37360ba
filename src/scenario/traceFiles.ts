import { resolve } from 'node:path';
import type { Scenario } from './schema.js';

/** Every file that a run of a scenario reads, as absolute paths. */
export function traceFiles({ traffic }: Pick<Scenario, 'traffic'>, folder: string): string[] {
  return Object.values(traffic).flatMap((source) => ('file' in source ? [resolve(folder, source.file)] : []));
}
