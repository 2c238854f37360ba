import { visibleText } from '../../base/visible.js';
import type { ResultDocument } from '../../results/results.js';

/** The document with every text made visible, at the one door, so that charts, tables and data agree on every name. */
export function visibleDocument(document: ResultDocument): ResultDocument {
  // safe: only the characters of strings change, never a type or a key of the schema.
  return visibleValue(document) as ResultDocument;
}

function visibleValue(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(visibleValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [visibleText(key), visibleValue(one)]));
}
