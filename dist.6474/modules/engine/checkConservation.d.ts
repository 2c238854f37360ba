import type { Assembly } from './assemble.js';
/**
 * Stops a finished run whose two counts of one thing differ: a wrong number must never reach a report.
 *
 * Flow balance, Little's law (request-seconds by requests and by instants), busy slots (by instances and by requests),
 * ready time (by lives and by counts) and cost (the sum, and the bills one by one). Boundary terms are exact: what is
 * inside at the end counts up to the end.
 * @throws InvariantError
 */
export declare function checkConservation({ log, ledger, services }: Pick<Assembly, 'log' | 'ledger' | 'services'>): void;
