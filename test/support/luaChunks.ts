import { spawnSync } from 'node:child_process';
import { loadLuaPolicy } from '../../src/policy/lua/loadLuaPolicy.js';
import { PolicyFault } from '../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../policy/fakeHost.js';

/**
 * What each chunk prints here. An error ends it with a line that begins with "error: ", a fault that no pcall catches with
 * one that begins with "ended: ".
 */
export function printedHere(chunks: readonly string[]): string[] {
  const { fault, printed } = decideOnce(chunks);
  if (fault === undefined) return printed;
  // A fault ends the whole decision: each chunk gets one of its own.
  return chunks.map((chunk) => {
    const alone = decideOnce([chunk]);
    return alone.fault === undefined ? alone.printed[0] : `${alone.printed[0]}\nended: ${alone.fault}`;
  });
}

function decideOnce(chunks: readonly string[]): { fault: string | undefined; printed: string[] } {
  const host = new FakeHost();
  const code = `return { decide = function() ${runner(chunks, 'load')} end }`;
  let fault: string | undefined;
  try {
    runPolicy(loadLuaPolicy({ fileName: 'p.lua', code, params: {} }), host, 15);
  } catch (thrown) {
    if (!(thrown instanceof PolicyFault)) throw thrown;
    fault = thrown.message;
  }
  return { fault, printed: partsOf(host.lines.join('\n'), chunks.length) };
}

/** The same by an interpreter of this machine, all chunks in one program; undefined where it is not installed. */
export function printedBy(interpreter: string, chunks: readonly string[]): string[] | undefined {
  const { error, stdout, stderr } = spawnSync(interpreter, ['-'], {
    input: runner(chunks, 'loadstring or load'),
    maxBuffer: 2 ** 28,
    env: { TZ: 'UTC' },
    timeout: 60_000,
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error !== undefined || stderr.length > 0) throw new Error(`${interpreter}: ${error?.message ?? stderr}`);
  return partsOf(stdout.toString().replace(/\n$/, ''), chunks.length);
}

/** What was printed below the line of each chunk; addresses differ from run to run. */
function partsOf(printed: string, count: number): string[] {
  const lines = `\n${printed}\n`.replace(/((?:table|function|thread): )(?:builtin: )?(?:0x)?[0-9a-fA-F]+/g, '$10x');
  return Array.from({ length: count }, (_, index) => {
    const begin = lines.indexOf(`\n@${index + 1}\n`);
    const end = lines.indexOf(`\n@${index + 2}\n`, begin);
    return lines.slice(lines.indexOf('\n', begin + 1) + 1, end === -1 ? -1 : end);
  });
}

/** A program that runs chunks one after the other; text of the chunks comes as bytes, for all versions of Lua. */
function runner(chunks: readonly string[], loader: string): string {
  return `
local texts = { ${chunks.map(literal).join(', ')} }
for index = 1, #texts do
  print("@" .. index)
  local chunk, message = (${loader})(texts[index], "=chunk")
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
