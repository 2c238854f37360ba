import { pushRefusedTable } from '../refusedApi.js';
import { pushCore } from './core.js';
import { pushRegexClass } from './regexClass.js';
/** HAProxy: https://docs.haproxy.org, doc/lua-api/index.rst. APISIX calls its own library `core`, too. */
export const haproxy = {
    name: 'HAProxy',
    entry: 'A file for HAProxy registers a task: core.register_task(f).',
    globals: {
        core: pushCore,
        Regex: pushRegexClass,
        Map: (L) => pushRefusedTable(L, 'Map', 'no map files are read. Keep a table in the file'),
    },
    isMeant: (code) => /\bcore\s*[.[]/.test(code) && !/\bapisix\.core\b/.test(code),
    modules: {},
};
