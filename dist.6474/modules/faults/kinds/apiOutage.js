import { faultKind } from '../fault.js';
export const apiOutage = faultKind({
    name: 'api-outage',
    summary: 'Every call to the provider fails, launches too',
    shape: {},
    lasts: true,
    begin: (_settings, { apiOutage: outage }) => outage.hold(),
});
