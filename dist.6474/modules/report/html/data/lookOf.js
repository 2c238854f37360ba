import { greyHue } from '../policyStyle.js';
/** How charts draw a policy. */
export function lookOf({ style: { color, symbol, hue } }) {
    return { color, symbol, isHollow: hue === greyHue };
}
