import { Gateway } from '../gateway/gateway.js';
import type { GatewayOptions } from '../gateway/gatewayOptions.js';
import type { Calendar } from '../kernel/calendar.js';
import { Clients } from '../traffic/clients.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';
export interface GatewayParts extends Omit<GatewayOptions, 'rules' | 'retryStreams' | 'profiles' | 'clientAnswered'> {
    readonly input: RunInput;
    readonly traffic: Traffic;
    readonly calendar: Calendar;
    readonly streams: RunStreams;
}
/** The gateway, and the clients that it answers. */
export declare function assembleGateway(parts: GatewayParts): {
    readonly gateway: Gateway;
    readonly clients: Clients;
};
