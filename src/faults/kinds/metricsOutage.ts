import { faultKind } from '../fault.js';

export const metricsOutage = faultKind({
  name: 'metrics-outage',
  summary: 'Every scrape is lost',
  shape: {},
  lasts: true,
  begin: (_settings, { metricsOutage: outage }) => outage.hold(),
});
