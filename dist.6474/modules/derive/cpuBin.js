/** Above this share a stretch says more of failure than of work. */
export const CLEAN_SHARE = 0.01;
/** Above this share of the limit requests wait for CPU: what was asked for and what was done part, in the bins beside it, too. */
export const SATURATED = 0.9;
export function isClean({ errorShare = 0, throttledShare = 0, saturation = 0 }) {
    return errorShare <= CLEAN_SHARE && throttledShare <= CLEAN_SHARE && saturation <= SATURATED;
}
