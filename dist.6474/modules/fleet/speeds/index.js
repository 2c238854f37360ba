import { builderOf, settingsOf } from '../../base/variant.js';
import { table } from './table.js';
import { usl } from './usl.js';
/** Every way to give an instance's speed. */
export const speeds = [usl, table];
const choice = settingsOf(speeds, {
    what: 'speed',
    bareMap: {
        name: 'table',
        recognises: (value) => Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key)),
    },
});
export const speedSettings = choice;
export const buildSpeed = builderOf(speeds);
