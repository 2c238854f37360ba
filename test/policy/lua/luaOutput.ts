import { spawnSync } from 'node:child_process';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

/** What a program prints under dryscale's interpreter, line by line; at most 100 kB. */
export function ourOutput(code: string): string[] {
  const host = new FakeHost();
  const body = `return { decide = function()\n${code}\nend }`;
  runPolicy(loadLuaPolicy({ fileName: 'p.lua', code: body, params: {} }), host, 15);
  return host.lines;
}

/** What it prints under an interpreter of this machine. */
export function realOutput(interpreter: string, code: string): string[] {
  const { stdout, stderr, status } = spawnSync(interpreter, ['-'], { input: code, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${interpreter}: ${stderr}`);
  return stdout.split('\n').slice(0, -1);
}

export function isInstalled(interpreter: string): boolean {
  return spawnSync(interpreter, ['-v']).status === 0;
}

/** The lines on which two outputs differ, for a failure that can be read. */
export function differences(lines: readonly string[], ours: readonly string[], real: readonly string[]): string[] {
  return lines.flatMap((line, at) =>
    ours[at] === real[at] ? [] : [`${line}: ${JSON.stringify(ours[at])}, expected ${JSON.stringify(real[at])}`],
  );
}
