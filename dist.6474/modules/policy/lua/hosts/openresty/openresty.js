import { fengari } from '../../fengariApi.js';
import { pushValue, setField } from '../../luaValue.js';
import { pushCjson, pushCjsonSafe } from '../cjson/cjson.js';
import { refusedModules } from '../refusedApi.js';
import { luajitTableModules } from './luajitTable.js';
import { pushNgx } from './ngx.js';
import { pushNgxRe } from './ngxRe.js';
import { refusedModules as refusedNames } from './refused.js';
import { pushRestyHttp } from './resty/http.js';
import { pushRestyLock } from './resty/lock.js';
import { pushLruCache } from './resty/lrucache.js';
import { pushSemaphore } from './semaphore.js';
const { lua } = fengari;
/** lua-resty-core only replaces functions of `ngx` by faster ones: requiring it changes nothing here. */
const coreNames = [
    '',
    '.base',
    '.base64',
    '.exit',
    '.hash',
    '.misc',
    '.phase',
    '.regex',
    '.shdict',
    '.time',
    '.uri',
    '.worker',
].map((part) => `resty.core${part}`);
const pushCoreModule = (L) => {
    lua.lua_createtable(L, 0, 1);
    setField(L, 'version', () => pushValue(L, '0.1.31'));
};
/** OpenResty: https://github.com/openresty/lua-nginx-module and the libraries it brings. */
export const openresty = {
    name: 'OpenResty',
    entry: 'A file for OpenResty starts a timer, ngx.timer.every(30, f), or returns a module with init_worker.',
    hasDoublesOnly: true,
    globals: { ngx: pushNgx },
    modules: {
        ngx: pushNgx,
        'ngx.re': pushNgxRe,
        'ngx.semaphore': pushSemaphore,
        cjson: pushCjson,
        'cjson.safe': pushCjsonSafe,
        'resty.http': pushRestyHttp,
        'resty.lock': pushRestyLock,
        'resty.lrucache': pushLruCache,
        ...luajitTableModules,
        ...Object.fromEntries(coreNames.map((name) => [name, pushCoreModule])),
        ...refusedModules(refusedNames),
    },
};
