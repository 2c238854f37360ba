import { type PolicyHost } from '../../policy/policy.js';
import type { PolicySpec } from '../../policy/policySpec.js';
import { type Started } from '../playSequence.js';
import { type Session } from './session.js';
/** A Lua file as it goes to an interpreter. */
export type LuaSpec = Extract<PolicySpec, {
    readonly kind: 'lua' | 'typescript';
}>;
interface RemoteStart {
    readonly spec: LuaSpec;
    /** The runtime's name, for messages. */
    readonly runtimeName: string;
    readonly host: PolicyHost;
    /** A fresh interpreter. */
    open(): Session;
}
/**
 * Starts a policy in a real interpreter.
 *
 * The file is run to see its style, as our own interpreter does: one that sleeps or acts while it loads is a script, and
 * begins anew.
 * @throws PolicyFault, UnsupportedHere
 */
export declare function startRemote(start: RemoteStart): Promise<Started>;
export {};
