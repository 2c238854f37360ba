import { visibleJson } from '../base/visible.js';
import type { TextReporter } from './report.js';

/**
 * The result document itself: two spaces, keys in the order of the schema, lists of plain values on one line.
 *
 * A timeline has thousands of numbers; one a line would make the file unreadable and four times as long.
 */
export const json: TextReporter = {
  name: 'json',
  fileName: 'report.json',
  render: (document) => `${pretty(document, '')}\n`,
};

function pretty(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return visibleJson(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item !== 'object' || item === null)) return visibleJson(value);
    return `[\n${value.map((item) => `${inner}${pretty(item, inner)}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${inner}${visibleJson(key)}: ${pretty(item, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
