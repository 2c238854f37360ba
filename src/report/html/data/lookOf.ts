import type { Candidate } from '../../analysis/study.js';
import type { PolicyLook } from '../charts/policyMarks.js';
import { greyHue } from '../policyStyle.js';

/** How charts draw a policy. */
export function lookOf({ style: { color, symbol, hue } }: Candidate): PolicyLook {
  return { color, symbol, isHollow: hue === greyHue };
}
