import { parseTime } from '../../traffic/trace/time.js';
import { plausible, readBytes, readRequest } from './lineFormat.js';
/**
 * Envoy's default format, which Istio's begins with too: `%START_TIME%` is the arrival, `%DURATION%` in milliseconds, then the time of
 * the server behind.
 *
 * Source: Envoy's documentation, configuration/observability/access_log/usage, "Default Format String" (v1.20); Istio writes
 * more fields between the flags and the bytes.
 */
export const envoy = {
    name: 'envoy',
    example: '[2016-04-15T20:17:00.310Z] "GET /a HTTP/2" 200 - 0 12 34 33 "-" "curl/8.0" "id" "shop" "10.0.0.1:80"',
    read(text) {
        const match = pattern.exec(text);
        if (match === null)
            return undefined;
        const seconds = parseTime(match[1], 's');
        if (seconds === undefined)
            return undefined;
        const quoted = [...match[7].matchAll(/"([^"]*)"/g)].map(([, one]) => one);
        return {
            seconds,
            stamp: 'arrival',
            zoneSeconds: 0,
            status: Number(match[3]),
            isDamaged: quoted.length < 2,
            ...readRequest(match[2]),
            agent: quoted[1],
            latencySeconds: plausible(Number(match[5]) / 1000),
            upstreamSeconds: match[6] === '-' ? undefined : plausible(Number(match[6]) / 1000),
            responseBytes: readBytes(match[4]),
            client: quoted[0] === '-' ? undefined : quoted[0]?.split(',', 1)[0],
        };
    },
};
/** `[start] "request" code flags ... received sent duration upstream "forwarded" ...` */
const pattern = /^\[(\d{4}-\d\d-\d\dT[\d:.]{8,20}Z)\] "([^"]*)" (\d{1,3}) [^"]{1,80}?(?:"[^"]{0,200}" )?\d+ (\d+) (\d+) (\d+|-)(?=\s|$)(.*)$/;
