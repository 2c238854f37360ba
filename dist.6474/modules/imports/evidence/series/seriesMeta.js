import { basename } from 'node:path';
import { visibleJson } from '../../../base/visible.js';
/** As PromQL writes it: `http_requests_total{job="web"}`; a series without name and labels by its title. */
export function labelOf({ name, labels, title }) {
    const pairs = Object.keys(labels)
        .sort()
        .map((key) => `${key}=${visibleJson(labels[key])}`);
    if (pairs.length > 0)
        return `${name}{${pairs.join(',')}}`;
    return name === '' ? title : name;
}
/** What a file is called without its ending. */
export function titleOf(file) {
    return basename(file).replace(/(\.\w{1,5})?(\.gz)?$/i, '');
}
