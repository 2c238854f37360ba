import { parseTime } from '../../traffic/trace/time.js';
import { plausible, readBytes, readRequest } from './lineFormat.js';
/**
 * Access logs of an AWS Application Load Balancer.
 *
 * `time` is when it answered; `request_creation_time`, the 22nd field, is the arrival. Without it the three processing times
 * are taken off; -1 stands for one that did not happen.
 *
 * Source: Elastic Load Balancing, Application Load Balancers, "Access logs", "Access log entries".
 */
export const alb = {
    name: 'alb',
    example: 'https 2026-03-01T12:00:00.186641Z app/shop/1 192.0.2.1:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://shop/a HTTP/1.1" "curl/8.0" ...',
    read(text) {
        const fields = text.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
        const [type, time, , , , request, target, response, status] = fields;
        if (!/^(https?|h2|grpcs|wss?)$/.test(type ?? '') || !/^\d{4}-\d\d-\d\dT\S+Z$/.test(time ?? ''))
            return undefined;
        const stamp = parseTime(time, 's');
        if (stamp === undefined || !/^(\d{3}|-)$/.test(status ?? ''))
            return undefined;
        const parts = [request, target, response].map(Number);
        if (parts.some((part) => !Number.isFinite(part)))
            return undefined;
        const taken = plausible(parts.reduce((sum, part) => sum + Math.max(0, part), 0)) ?? 0;
        const created = /^\d{4}-/.test(fields[21] ?? '') ? parseTime(fields[21], 's') : undefined;
        const line = unquoted(fields[12] ?? '');
        return {
            ...(created === undefined
                ? { seconds: stamp - taken, stamp: 'subtracted' }
                : { seconds: created, stamp: 'arrival' }),
            zoneSeconds: 0,
            status: status === '-' ? undefined : Number(status),
            isDamaged: fields.length < 14,
            ...readRequest(line),
            agent: fields[13] === undefined ? undefined : unquoted(fields[13]),
            latencySeconds: taken,
            upstreamSeconds: parts[1] < 0 ? undefined : plausible(parts[1]),
            responseBytes: readBytes(fields[11]),
            client: fields[3].replace(/:\d+$/, ''),
        };
    },
};
function unquoted(text) {
    return text.replace(/^"|"$/g, '');
}
