/**
 * How a measure is spread over runs: it decides by which rule the interval of its mean is computed.
 *
 * - `plain`: about symmetric, as bills and time averages
 * - `share`: good ones of all in a run, between 0 and 1
 * - `count`: events in a run, often few or none
 * - `skewed`: a long tail above, as waits and times
 */
export const spreadKinds = ['plain', 'share', 'count', 'skewed'];
