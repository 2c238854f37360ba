import { fengari } from '../../fengariApi.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';
const { lua } = fengari;
/**
 * Pushes what conf/config.yaml would say: the defaults that plugins look at, and no settings of plugins.
 *
 * Settings of a plugin are the policy's own parameters here: see `pushPluginAttr`.
 */
export function pushLocalConf(L, run) {
    const table = (fields) => {
        lua.lua_createtable(L, 0, 4);
        fields();
    };
    table(() => {
        setField(L, 'apisix', () => table(() => setField(L, 'node_listen', () => pushCount(L, 9_080))));
        setField(L, 'deployment', () => table(() => setField(L, 'config_provider', () => pushValue(L, 'yaml'))));
        setField(L, 'plugins', () => table(() => { }));
        setField(L, 'plugin_attr', () => pushAttributes(L, run));
    });
}
/** `plugin.plugin_attr(name)`: the policy's parameters, or nil where none are given, as in a config.yaml without the plugin. */
export function pushPluginAttr(L, run) {
    const names = Object.keys(run.params);
    for (const name of names)
        run.paramReads.add(name);
    if (names.length === 0) {
        run.note('plugin_attr is nil: conf/config.yaml is not read. Give the settings as parameters: --policy "plugin.lua?interval=30".');
        lua.lua_pushnil(L);
        return;
    }
    lua.lua_createtable(L, 0, names.length);
    for (const [name, value] of Object.entries(run.params)) {
        setField(L, name, () => (typeof value === 'number' ? pushCount(L, value) : pushValue(L, value)));
    }
}
/** Settings by the name of a plugin: the same for any. */
function pushAttributes(L, run) {
    lua.lua_createtable(L, 0, 0);
    lua.lua_createtable(L, 0, 1);
    setField(L, '__index', () => lua.lua_pushcfunction(L, (thread) => {
        pushPluginAttr(thread, run);
        return 1;
    }));
    lua.lua_setmetatable(L, -2);
}
