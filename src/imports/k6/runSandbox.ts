import { spawn } from 'node:child_process';
import { supervisorCode } from './sandboxCode.js';

/** What became of a script in its sandbox. */
export type SandboxOutcome =
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'too-long' | 'too-much-memory' | 'ended' };

export interface SandboxTask {
  /** Runs first, then the script, in one context. */
  readonly prelude: string;
  readonly script: string;
  /** What stack traces call the script. */
  readonly frameName: string;
}

export interface SandboxLimits {
  readonly timeSeconds: number;
  readonly heapMegabytes: number;
}

/** A script's options take milliseconds; this ends what has no end. */
export const standardLimits: SandboxLimits = { timeSeconds: 5, heapMegabytes: 256 };

/** Of the whole process, above the heap: Node itself, a collector near its limit, and buffers, which lie outside the heap. */
const PROCESS_SPARE_BYTES = 500_000_000;
/** Options are small; more comes from no honest script. */
const RESULT_LIMIT_BYTES = 20_000_000;

/** The flag, where this Node has one, that takes files and further processes away from a process. */
const permissionFlag = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/**
 * Runs code in a process of its own that has no environment and no files, and ends it at its limits.
 *
 * A thread would not do: V8 ends the whole process when some of its own tables outgrow the heap.
 */
export function runSandbox(task: SandboxTask, { timeSeconds, heapMegabytes }: SandboxLimits): Promise<SandboxOutcome> {
  const flags = [`--max-old-space-size=${heapMegabytes}`, '--no-warnings'];
  if (permissionFlag !== undefined) flags.push(permissionFlag, '--allow-worker');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...flags, '-e', supervisorCode], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let stopped: SandboxOutcome | undefined;
    const stop = (outcome: SandboxOutcome): void => {
      stopped ??= outcome;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop({ kind: 'too-long' }), timeSeconds * 1000);
    const chunks: Buffer[] = [];
    let byteCount = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      byteCount += chunk.length;
      if (byteCount > RESULT_LIMIT_BYTES) stop({ kind: 'too-much-memory' });
      else chunks.push(chunk);
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done(stopped ?? outcomeOf({ code, signal }, Buffer.concat(chunks).toString('utf8')));
    });
    // A child that is gone already has said so by its exit.
    child.stdin.on('error', () => {});
    const processLimitBytes = heapMegabytes * 1024 * 1024 + PROCESS_SPARE_BYTES;
    child.stdin.end(JSON.stringify({ task, heapMegabytes, processLimitBytes }));
  });
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** 0: the result; 9: the supervisor saw the limit; V8 aborts when it finds no memory; anything else: the script ended its thread. */
function outcomeOf({ code, signal }: Exit, json: string): SandboxOutcome {
  if (code === 0 && json !== '') return { kind: 'result', json };
  const isMemory = code === 9 || signal === 'SIGABRT' || code === 134;
  return { kind: isMemory ? 'too-much-memory' : 'ended' };
}
