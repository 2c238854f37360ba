import { type LineFormat } from './lineFormat.js';
/**
 * The Common and Combined Log Formats of Apache and nginx, also with a virtual host before them and fields behind them.
 *
 * Read from the time on: what stands before it may hold blanks (user names do). nginx stamps a line when it writes it, after
 * the answer (ngx_http_log_module, `$time_local`), and counts `$request_time` in seconds with three decimals. Apache stamps it
 * with the instant at which the request was received (mod_log_config, `%t`), and counts `%D` and `%T` in whole numbers; Traefik
 * does as Apache, with a unit (`12ms`). So three decimals tell nginx; a line without a duration stays where it is.
 */
export declare const combined: LineFormat;
/** A time such as `17/May/2015:10:05:03 +0200`. */
export declare function readClfTime(text: string): {
    readonly seconds: number;
    readonly zoneSeconds: number;
} | undefined;
