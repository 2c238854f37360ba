import { setFlagsFromString } from 'node:v8';
import type { Scenario } from '../scenario/schema.js';

/** Requests a worker serves before what it saves a request has made up for the longer compiling. */
const payingRequestCount = 1e7;

/**
 * Lets V8 inline more of what one request calls, where that pays: 10 to 35 % on long runs whose requests take no cpu, for
 * 0.3 s more of compiling on the short way and 0.6 s on the general one. Where requests take cpu it costs 1.8 s a worker
 * and gains nothing (docs/performance.md).
 *
 * For the command's own process, before its workers start; a program that only imports us keeps its flags.
 */
export function inlineMore({ requests }: Scenario, requestCountOfWorker: number): void {
  const takesCpu = Object.values(requests).some(({ cpu }) => cpu !== undefined);
  if (takesCpu || requestCountOfWorker < payingRequestCount) return;
  setFlagsFromString('--max-inlined-bytecode-size=1000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=6000');
}
