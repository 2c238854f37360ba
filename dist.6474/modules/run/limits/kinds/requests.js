import { countText } from '../../../engine/limits/amounts.js';
/** Arrivals expected in one run. */
export const requests = {
    code: 'too-many-requests',
    needsTraffic: true,
    parts: ({ expectedRequestCount: amount }) => [{ path: 'traffic', amount, text: `${countText(amount)} requests` }],
    allowed: ({ requestCount }) => requestCount,
    show: (amount) => `${countText(amount)} requests`,
    why: 'Such a run takes many minutes a replication and policy.',
    advice: 'lower rates or duration',
    option: (amount) => `--max-requests ${Math.ceil(amount)}`,
};
