import { calendarTime } from '../../../../base/utcCalendar.js';
import { fengari } from '../../fengariApi.js';
import { momentArgument } from '../../libraries/momentArgument.js';
import { luaText } from '../../luaText.js';
import { pushCount } from '../../luaValue.js';
import { strftime } from '../../strftime.js';
const { lua } = fengari;
/** nginx's clock has whole milliseconds; sums of sleeps are a hair beside them. */
const hair = 1e-3;
/** Milliseconds since 1970. */
export function nowMs(run) {
    return Math.floor(run.clockSeconds * 1_000 + hair);
}
/**
 * The functions of `ngx` that tell the time. nginx caches it between two yields; so does virtual time, which stands
 * still while Lua runs, and `update_time` has nothing to do. Local time is UTC.
 */
export function clockFunctions(run) {
    const text = (format, secondsOf) => (L) => {
        const shown = strftime(format, calendarTime(secondsOf(L)), 'UTC');
        lua.lua_pushstring(L, luaText.bytes(shown));
        return 1;
    };
    const now = () => Math.floor(nowMs(run) / 1_000);
    const argument = (L) => momentArgument(L, 1);
    return {
        now: (L) => {
            pushCount(L, nowMs(run) / 1_000);
            return 1;
        },
        time: (L) => {
            pushCount(L, now());
            return 1;
        },
        update_time: () => 0,
        today: text('%Y-%m-%d', now),
        localtime: text('%Y-%m-%d %H:%M:%S', now),
        utctime: text('%Y-%m-%d %H:%M:%S', now),
        http_time: text('%a, %d %b %Y %H:%M:%S GMT', argument),
        cookie_time: text('%a, %d-%b-%y %H:%M:%S GMT', argument),
    };
}
