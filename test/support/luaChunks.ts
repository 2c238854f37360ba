import { spawnSync } from 'node:child_process';
import { loadLuaPolicy } from '../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../policy/fakeHost.js';

/** What each chunk prints here, run as a decision of its own; an error ends it with a line that begins with "error: ". */
export function printedHere(chunks: readonly string[]): string[] {
  return chunks.map((chunk) => {
    const host = new FakeHost();
    const code = `return { decide = function() ${runner([chunk])} end }`;
    runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 15);
    return host.lines.slice(1).join('\n');
  });
}

/** The same by an interpreter of this machine, all chunks in one program; undefined where it is not installed. */
export function printedBy(interpreter: string, chunks: readonly string[]): string[] | undefined {
  const { error, stdout, stderr } = spawnSync(interpreter, ['-'], { input: runner(chunks), maxBuffer: 2 ** 28 });
  if (error !== undefined) return undefined;
  if (stderr.length > 0) throw new Error(`${interpreter}: ${stderr}`);
  const lines = `\n${stdout.toString()}`;
  return chunks.map((_, index) => {
    const begin = lines.indexOf(`\n@${index + 1}\n`);
    const end = lines.indexOf(`\n@${index + 2}\n`, begin);
    return lines.slice(lines.indexOf('\n', begin + 1) + 1, end === -1 ? -1 : end);
  });
}

/** A program that runs chunks one after the other; text of the chunks comes as bytes, for all versions of Lua. */
function runner(chunks: readonly string[]): string {
  return `
local texts = { ${chunks.map(literal).join(', ')} }
for index = 1, #texts do
  print("@" .. index)
  local chunk, message = (loadstring or load)(texts[index], "=chunk")
  local isDone, thrown = pcall(chunk or error, message)
  if not isDone then print("error: " .. tostring(thrown)) end
end`;
}

function literal(text: string): string {
  const escaped = Array.from(Buffer.from(text), (byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92
      ? `\\${String(byte).padStart(3, '0')}`
      : String.fromCharCode(byte),
  );
  return `"${escaped.join('')}"`;
}
