import { type LuaState } from '../../fengariApi.js';
import type { CompiledRegex, Spans, Subject } from '../regex/compiledRegex.js';
/** A search that can go on: one pattern on one text. */
export interface Search {
    readonly regex: CompiledRegex;
    readonly subject: Subject;
}
/** Sets [0], [1], ... and names in the table on top of the stack; false for a group that took no part. */
export declare function fillCaptures(L: LuaState, { regex, subject }: Search, spans: Spans): void;
/** What a group matched; undefined where it took no part. */
export declare function groupBytes({ bytes }: Subject, spans: Spans, group: number): Uint8Array | undefined;
