import { type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
/**
 * Pushes what conf/config.yaml would say: the defaults that plugins look at, and no settings of plugins.
 *
 * Settings of a plugin are the policy's own parameters here: see `pushPluginAttr`.
 */
export declare function pushLocalConf(L: LuaState, run: LuaRun): void;
/** `plugin.plugin_attr(name)`: the policy's parameters, or nil where none are given, as in a config.yaml without the plugin. */
export declare function pushPluginAttr(L: LuaState, run: LuaRun): void;
