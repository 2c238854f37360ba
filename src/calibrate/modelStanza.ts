import { BLOCK_TOKENS } from '../fleet/modelServer/settings.js';
import type { ReplicaNumbers } from '../fleet/models/datasheet.js';

/** A model of a scenario's `models`: times with their unit, what is 0 left out. */
export function modelStanza({ step, overheads, lookahead, kvBlocks }: ReplicaNumbers): Record<string, unknown> {
  const times = Object.entries({ ...step, ...overheads }).filter(([, microseconds]) => microseconds !== 0);
  return {
    step: {
      ...Object.fromEntries(times.map(([name, microseconds]) => [name, durationText(microseconds)])),
      ...(lookahead === 0 ? {} : { lookahead }),
    },
    kvTokens: kvBlocks * BLOCK_TOKENS,
  };
}

/** `llama-3.1-70b@4xh100,fp8` as a name that a scenario takes. */
export function stanzaName(model: string): string {
  return model.replace(/[^\w-]/g, '-');
}

/** Four digits: a measurement repeats to 1 %. */
function durationText(microseconds: number): string {
  const isLong = microseconds >= 1000;
  const value = Number((isLong ? microseconds / 1000 : microseconds).toPrecision(4));
  // A duration has no exponent.
  return `${value < 1e-6 ? value.toFixed(12).replace(/0+$/, '') : value}${isLong ? 'ms' : 'us'}`;
}
