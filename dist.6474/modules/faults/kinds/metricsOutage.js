import { z } from 'zod';
import { faultKind } from '../fault.js';
/** A server that is away fails every question, and collects nothing; targets that are away only leave their series empty. */
export const metricsOutage = faultKind({
    name: 'metrics-outage',
    summary: 'The metrics server does not answer, or (`of: targets`) finds nothing to collect',
    shape: {
        of: z
            .enum(['server', 'targets'])
            .default('server')
            .meta({ description: 'server: every query fails | targets: series become stale, queries have an empty answer' }),
    },
    lasts: true,
    begin: ({ of }, { metricsOutage: server, scrapeOutage }) => (of === 'server' ? server : scrapeOutage).hold(),
});
