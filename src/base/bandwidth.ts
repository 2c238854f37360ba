import { z } from 'zod';
import { formatSize, parseSize } from './quantity.js';

const bitsPerUnit: Readonly<Record<string, number>> = { kbps: 1e3, Mbps: 1e6, Gbps: 1e9, Tbps: 1e12 };

/** Bytes a second of text such as `5GBps` (bytes) or `40Gbps` (bits); undefined when the text is neither. */
export function parseBandwidth(text: string): number | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*([kMGT]bps)$/.exec(text) ?? [];
  if (unit !== undefined) return (Number(count) * bitsPerUnit[unit]) / 8;
  return text.endsWith('ps') ? parseSize(text.slice(0, -2)) : undefined;
}

/** Schema of a bandwidth above 0: text such as `5GBps` in the file, bytes a second in the program. */
export function bandwidthSchema() {
  return z.codec(
    z.string({ error: (issue) => bandwidthMessage(issue.input) }).meta({
      title: 'bandwidth',
      description: 'Bytes a second, e.g. 5GBps, or bits a second, e.g. 40Gbps',
      examples: ['5GBps'],
      pattern: '^\\d+(\\.\\d+)?\\s*(([kMGT]|[KMGT]i)?B|[kMGT]b)ps$',
    }),
    z.number().positive(),
    {
      decode: (text, context) => {
        const bytes = parseBandwidth(text);
        if (bytes !== undefined && bytes > 0) return bytes;
        context.issues.push({ code: 'custom', input: text, message: bandwidthMessage(text) });
        return z.NEVER;
      },
      encode: (bytesPerSecond) => `${formatSize(bytesPerSecond)}ps`,
    },
  );
}

function bandwidthMessage(input: unknown): string {
  const shown = typeof input === 'string' ? `"${input}" (string)` : `${JSON.stringify(input)} (${typeof input})`;
  return `got ${shown}, which is not a bandwidth\nA bandwidth is a number > 0 with a unit: MBps, GBps, MiBps, GiBps are bytes a second; Mbps, Gbps are bits.\nwrite for example 5GBps or 40Gbps.`;
}
