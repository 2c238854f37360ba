/**
 * What a real interpreter runs: the policy in a table of globals of its own, everything it asks its host for as a line on
 * stdout, answered by a line on stdin. Lua 5.1 to 5.4 and LuaJIT read it.
 *
 * A request is a line of JSON, whose texts are bytes; an answer is a table constructor. The libraries that reach files,
 * processes, bytecode or the interpreter's inside are never handed on.
 */
export declare const driver: string;
