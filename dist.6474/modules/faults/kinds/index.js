import { z } from 'zod';
import { apiOutage } from './apiOutage.js';
import { crash } from './crash.js';
import { errors } from './errors.js';
import { metricsOutage } from './metricsOutage.js';
import { pause } from './pause.js';
import { rollingUpdate } from './rollingUpdate.js';
import { slow } from './slow.js';
import { startupFailure } from './startupFailure.js';
import { zoneOutage } from './zoneOutage.js';
/** Every kind of fault. */
export const faultKinds = [
    crash,
    pause,
    zoneOutage,
    slow,
    errors,
    startupFailure,
    metricsOutage,
    apiOutage,
    rollingUpdate,
];
/** One fault of a scenario; `kind` says which. */
export const faultSchema = z.discriminatedUnion('kind', [
    crash.schema,
    pause.schema,
    zoneOutage.schema,
    slow.schema,
    errors.schema,
    startupFailure.schema,
    metricsOutage.schema,
    apiOutage.schema,
    rollingUpdate.schema,
]);
/** Begins a fault of a scenario now. */
export function beginFault(settings, world) {
    const kind = faultKinds.find(({ name }) => name === settings.kind);
    // safe: the settings were parsed by the schema of the very kind they name.
    return kind?.begin(settings, world);
}
