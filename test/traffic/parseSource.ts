import { type SourceSettings, sourceSettings } from '../../src/traffic/sources/index.js';

/** Parses what a scenario file says of a source. */
export function parseSource(settings: Record<string, unknown>): SourceSettings {
  return sourceSettings.parse(settings);
}
