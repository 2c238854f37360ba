import { fengari, type LuaState } from '../../fengariApi.js';
import { luaText } from '../../luaText.js';
import type { CompiledRegex, Spans, Subject } from '../regex/compiledRegex.js';

const { lua } = fengari;

/** A search that can go on: one pattern on one text. */
export interface Search {
  readonly regex: CompiledRegex;
  readonly subject: Subject;
}

/** Sets [0], [1], ... and names in the table on top of the stack; false for a group that took no part. */
export function fillCaptures(L: LuaState, { regex, subject }: Search, spans: Spans): void {
  for (let group = 0; group <= regex.groupCount; group++) {
    pushGroup(L, subject, spans, group);
    lua.lua_rawseti(L, -2, group);
  }
  for (const [name, group] of regex.names) {
    pushGroup(L, subject, spans, group);
    lua.lua_setfield(L, -2, luaText.bytes(name));
  }
}

function pushGroup(L: LuaState, subject: Subject, spans: Spans, group: number): void {
  const bytes = groupBytes(subject, spans, group);
  if (bytes === undefined) lua.lua_pushboolean(L, false);
  else lua.lua_pushlstring(L, bytes, bytes.length);
}

/** What a group matched; undefined where it took no part. */
export function groupBytes({ bytes }: Subject, spans: Spans, group: number): Uint8Array | undefined {
  const begin = spans[2 * group];
  const end = spans[2 * group + 1];
  return begin === undefined || begin < 0 || end < 0 ? undefined : bytes.subarray(begin, end);
}
