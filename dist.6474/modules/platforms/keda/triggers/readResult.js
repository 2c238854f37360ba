import { locate } from '../../../base/locate.js';
/** Where a key of the metadata stands. */
export function keyPlace({ source, index }, key, isKey = false) {
    return locate(source, ['spec', 'triggers', index, 'metadata', key], isKey);
}
/** Names by which `--metric` can speak of a trigger, the surest first: its place, name, metric or type. */
export function mappingNames(spec, { index, metricName }) {
    const names = [`s${index}`, spec.name, metricName, spec.metadata.metricName, spec.type];
    return names.filter((name) => name !== undefined);
}
