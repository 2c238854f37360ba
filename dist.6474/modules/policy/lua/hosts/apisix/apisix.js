import { fengari } from '../../fengariApi.js';
import { pushLibrary } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { refusedModules, setRefusedFunctions } from '../refusedApi.js';
import { pushCore } from './core.js';
import { pushPluginAttr } from './localConf.js';
import { refusedModules as refusedNames } from './refused.js';
import { pushTimers } from './timers.js';
const { lua } = fengari;
/** Fields of apisix.core that are modules of their own too. */
const parts = ['log', 'json', 'table', 'string', 'timer', 'utils', 'lrucache', 'math', 'version', 'id'];
const corePart = (name) => {
    return (L, run) => {
        pushCore(L, run);
        lua.lua_getfield(L, -1, luaText.key(name));
        lua.lua_remove(L, -2);
    };
};
const pushPlugin = (L, run) => {
    pushLibrary(L, {
        plugin_attr(thread) {
            pushPluginAttr(thread, run);
            return 1;
        },
    });
    const instead = 'other plugins do not run here. Use require("dryscale") and resty.http';
    setRefusedFunctions(L, 'apisix.plugin', {
        get: instead,
        filter: instead,
        run_plugin: instead,
        plugin_metadata: instead,
    });
};
/** Apache APISIX, whose plugins run on OpenResty: https://github.com/apache/apisix */
export const apisix = {
    name: 'APISIX',
    entry: 'A plugin of APISIX returns its table, with an init that starts a timer.',
    hasDoublesOnly: true,
    globals: {},
    modules: {
        'apisix.core': pushCore,
        'apisix.core.config_local': corePart('config'),
        ...Object.fromEntries(parts.map((name) => [`apisix.core.${name}`, corePart(name)])),
        'apisix.timers': pushTimers,
        'apisix.plugin': pushPlugin,
        tablepool: corePart('tablepool'),
        ...refusedModules(refusedNames),
    },
};
