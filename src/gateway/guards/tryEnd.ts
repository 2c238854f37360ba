/**
 * How a try ended, for those who judge the service and its instances by it.
 *
 * `none`: nothing that an instance is to blame for: its client left, or the gateway itself refused it.
 */

export const good = 0;
export const error = 1;
export const timeout = 2;
export const connect = 3;
export const abort = 4;
export const none = 5;
