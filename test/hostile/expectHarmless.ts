import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dryscale, runMeasured } from '../support/runMeasured.js';
import type { HostileTrial } from './trial.js';

/** Other tests run at the same time on the same processors; what hangs, hangs for ever. */
const slack = 10;
/** What all processes together may take. */
const memoryLimitBytes = 1_000_000_000;

/** Runs a trial in a copy of its folder and looks at all that holds for every one, and at what holds for it. */
export async function expectHarmless(trial: HostileTrial, folder: string): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'dryscale-hostile-'));
  try {
    copyInto(folder, copy);
    const { seconds = 10 } = trial;
    const script = `D() { "$DRYSCALE" "$@"; }\n${trial.line}`;
    const env = { DRYSCALE: dryscale };
    const measured = await runMeasured(['sh', '-c', script], { cwd: copy, env, limitSeconds: seconds * slack });
    const said = `${measured.stdout}${measured.stderr}`;
    expect({ signal: measured.signal, said }).toEqual({ signal: null, said });
    expect(trial.exit, `ended with ${measured.code} and said: ${said.slice(-3000)}`).toContain(measured.code);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(said).not.toMatch(/internal bug/);
    expect(measured.peakBytes).toBeLessThan(memoryLimitBytes);
    for (const pattern of trial.says) expect(said).toMatch(pattern);
    for (const pattern of trial.never ?? []) expect(said).not.toMatch(pattern);
    await trial.check?.(measured, copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Without the rights of the folder it comes from, which may forbid writing. */
function copyInto(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (!statSync(source).isDirectory()) copyFileSync(source, target);
    else {
      mkdirSync(target);
      copyInto(source, target);
    }
  }
}
