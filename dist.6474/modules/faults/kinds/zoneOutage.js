import { z } from 'zod';
import { faultKind } from '../fault.js';
export const zoneOutage = faultKind({
    name: 'zone-outage',
    summary: 'A zone loses its instances and takes no launches until the outage ends; nothing comes back by itself',
    shape: { zone: z.int().min(1).meta({ description: 'Number of the zone, from 1' }) },
    lasts: true,
    begin: ({ zone }, { fleet }) => {
        fleet.closeZone(zone - 1);
        return () => fleet.openZone(zone - 1);
    },
});
