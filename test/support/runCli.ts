import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const main = join(root, 'dist/cli/main.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process once it runs. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

/** Runs the built command line. */
export function runCli(args: readonly string[], { cwd, env = {}, whileRunning }: CliOptions): Promise<CliResult> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
    whileRunning?.(child);
  });
}

/** A folder of its own with these files; gone after `remove`. */
export function temporaryFolder(files: Readonly<Record<string, string>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'dryscale-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A scenario that runs in milliseconds. */
export const smallScenario = `
name: small
duration: 5m
traffic: { users: { executor: constant-arrival-rate, rate: 20 } }
requests: { page: { route: web, io: { exponential: { mean: 100ms } } } }
services:
  web:
    instance: { concurrency: 4, startup: 10s, price: 0.1 }
    scaling: { min: 1, max: 5, initial: 2 }
gateway: { queue: { limit: 100, timeout: 5s } }
slo: { latency: 1s, objective: 0.9 }
thresholds: { http_req_failed: ['rate<0.01'] }
`;
