import type { SeriesRole } from '../../../results/seriesRoles.js';

/** A metric whose name tells what it shows. */
interface KnownSeries {
  readonly name: RegExp;
  readonly role: SeriesRole;
}

/** Names of metrics, as their exporters document them. */
export const knownSeries: readonly KnownSeries[] = [
  { name: /^http_requests_total$/, role: 'request-rate' },
  { name: /^kube_deployment_status_replicas$/, role: 'replicas' },
];
