import { type FileSystem, fileSystem } from '../../src/base/output/fileSystem.js';

/** What happens at the call that is to fail. `short`: a write takes only a part; `killed`: the process ends before it. */
export type Fault =
  | 'ENOSPC'
  | 'EDQUOT'
  | 'EIO'
  | 'EACCES'
  | 'EROFS'
  | 'EINTR'
  | 'EFBIG'
  | 'EMFILE'
  | 'short'
  | 'killed';
export const faults: readonly Fault[] = [
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EACCES',
  'EROFS',
  'EINTR',
  'EFBIG',
  'EMFILE',
  'short',
  'killed',
];

/** The end of a process: no code of ours runs after it, so none may catch it. */
export class Killed extends Error {}

/** Calls a piece of code with a file system whose k-th call fails, from 1. @returns that call's name; undefined when it made fewer calls */
export function withFault(k: number, fault: Fault, action: () => void): keyof FileSystem | undefined {
  const real = { ...fileSystem };
  let calls = 0;
  let failed: keyof FileSystem | undefined;
  const wrap = (name: keyof FileSystem, args: unknown[]): unknown => {
    const call = real[name] as (...all: unknown[]) => unknown; // safe: the arguments are those of the caller
    calls++;
    if (failed !== undefined && fault === 'killed') throw new Killed();
    // The tests look at what is there, not at what survives a power cut: that would take most of their time.
    if (calls !== k) return name === 'fsyncSync' ? undefined : call(...args);
    failed = name;
    if (fault === 'killed') throw new Killed();
    if (fault !== 'short') throw Object.assign(new Error(`${fault}: injected, ${name}`), { code: fault });
    if (name !== 'writeSync') return call(...args);
    const [descriptor, bytes, offset] = args as [number, Buffer, number]; // safe: our own calls
    return real.writeSync(descriptor, bytes, offset, Math.ceil((bytes.length - offset) / 2));
  };
  for (const name of Object.keys(real) as (keyof FileSystem)[]) {
    // safe: its own keys
    if (typeof real[name] === 'function')
      Object.assign(fileSystem, { [name]: (...args: unknown[]) => wrap(name, args) });
  }
  try {
    action();
  } finally {
    Object.assign(fileSystem, real);
  }
  return failed;
}
