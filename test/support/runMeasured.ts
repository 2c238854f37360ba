import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runCli.js';

export interface Measured {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds on the wall until it ended. */
  readonly seconds: number;
  /** Largest memory of the process and all below it together, as seen every 50 ms; 0 where the system has no /proc. */
  readonly peakBytes: number;
}

interface MeasuredOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; closed when left out. */
  readonly input?: string;
  /** Ended with SIGKILL after so long on the wall. */
  readonly limitSeconds: number;
}

/** The built command: a program that `sh` starts. */
export const dryscale = join(root, 'dist/cli/main.js');

/** Runs a program and looks at what it takes. */
export function runMeasured([program, ...args]: readonly string[], options: MeasuredOptions): Promise<Measured> {
  const { cwd, env = {}, input, limitSeconds } = options;
  return new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      // A group of its own: what it leaves behind ends with it.
      detached: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.on('data', (chunk: Buffer) => {
        if (texts[name].length < 20_000_000) texts[name] += chunk.toString();
      });
    }
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    };
    let peakBytes = 0;
    const look = setInterval(() => {
      if (child.pid !== undefined) peakBytes = Math.max(peakBytes, treeBytes(child.pid));
    }, 50);
    const alarm = setTimeout(end, limitSeconds * 1000);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearInterval(look);
      clearTimeout(alarm);
      end();
      done({ code, signal, ...texts, seconds: (performance.now() - began) / 1000, peakBytes });
    });
  });
}

/** Resident memory of a process and all below it. */
function treeBytes(top: number): number {
  const parents = new Map<number, number>();
  const bytes = new Map<number, number>();
  for (const name of procs()) {
    try {
      // The name of a program may hold blanks; what follows the last bracket does not.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(name), Number(fields[1]));
      bytes.set(Number(name), Number(fields[21]) * 4096);
    } catch {
      // It ended between the two looks.
    }
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid === top || (pid !== undefined && pid > 1 && isBelow(parents.get(pid)));
  return [...bytes].reduce((sum, [pid, size]) => (isBelow(pid) ? sum + size : sum), 0);
}

function procs(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
